"""What the roles of workers mean: who manages, who is a social worker in the census's sense, and each role's grade."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

MANAGERS = ("deputy_manager", "team_manager", "service_manager")
NOT_SOCIAL_WORKERS = ("personal_adviser", "family_worker", "adult_practitioner", "student")
SENIOR = "senior_practitioner"


def grade(role: ir.StringValue, newly_qualified: ir.BooleanValue) -> ir.StringValue:
    """The grade that a role stands for; whoever is in the first year is newly qualified, whatever the role says."""
    return ibis.cases(
        (role.isin(MANAGERS), "manager"),
        (newly_qualified | (role == "newly_qualified"), "newly_qualified"),
        (role == SENIOR, "senior"),
        (role == "social_worker", "social_worker"),
        (role.notnull(), "other"),
        else_=ibis.null("string"),
    )


def is_social_worker(role: ir.StringValue) -> ir.BooleanValue:
    """Any role but those that no social worker holds; one that is not told is taken for a social worker's."""
    return (role.isnull() | role.notin(NOT_SOCIAL_WORKERS)).fill_null(True)
