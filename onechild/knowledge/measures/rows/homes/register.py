"""The rows of leaving care, court, homes, workforce and money that measures may count, by name."""

from __future__ import annotations

from collections.abc import Callable

import ibis.expr.types as ir

from onechild.knowledge.measures.question import Question
from onechild.knowledge.measures.rows.court import before, edge_of_care, proceedings
from onechild.knowledge.measures.rows.homes import costs, fostering, private_fostering, youth_justice
from onechild.knowledge.measures.rows.leaving import birthdays, pathway
from onechild.knowledge.measures.rows.workforce import over_a_year, posts, reviewing, staff, supervised

ROWS: dict[str, Callable[[Question], ir.Table]] = {
    "agency workers": over_a_year.agency_workers,
    "care leaver contacts owed": pathway.contacts_owed,
    "care leavers around a birthday": birthdays.around_birthdays,
    "care proceedings": proceedings.care_proceedings,
    "cases supervised": supervised.cases_supervised,
    "cost of care": costs.cost_of_care,
    "days lost": over_a_year.days_lost,
    "edge of care": edge_of_care.edge_of_care,
    "edge of care weeks": edge_of_care.edge_of_care_weeks,
    "families in pre-proceedings": before.families,
    "first convictions": youth_justice.first_convictions,
    "foster approvals": fostering.approvals,
    "foster households": fostering.households,
    "foster households, checked": fostering.households_checked,
    "leavers": over_a_year.leavers,
    "pathway plans": pathway.pathway_plans,
    "posts and staff": posts.posts_and_staff,
    "pre-proceedings": before.pre_proceedings,
    "pre-proceedings ended": before.pre_proceedings_ended,
    "pre-proceedings owed an end": before.owed_an_end,
    "private fostering visits": private_fostering.private_fostering,
    "reviewing": reviewing.reviewing,
    "staff": staff.staff,
    "temporary approvals": fostering.temporary_approvals,
    "workers supervised": supervised.workers_supervised,
}
