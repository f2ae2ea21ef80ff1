"""The rule that no two spells of one child and one kind run on the same day, for rows that OneChild itself owns."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db.models import F, Func, Q, Value


def no_overlap(name: str, *, message: str, only: Q | None = None) -> ExclusionConstraint:
    """This function will return the constraint, narrowed by `only`; what a source contradicts is a finding instead."""
    days = Func(F("started_on"), F("ended_on"), Value("[)"), function="daterange", output_field=DateRangeField())
    return ExclusionConstraint(
        name=name,
        expressions=[("child", RangeOperators.EQUAL), (days, RangeOperators.OVERLAPS)],
        condition=Q(origin__isnull=True) & Q(gone_at__isnull=True) & (only or Q()),
        violation_error_message=message,
    )
