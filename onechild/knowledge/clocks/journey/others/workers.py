"""Workers to be supervised, newly qualified workers in their assessed year, and registrations, as spells and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.intervals import FAR, merged, outside
from onechild.knowledge.clocks.journey.kind import joined, kind
from onechild.knowledge.clocks.journey.reading import Journey, event, spell, with_due
from onechild.knowledge.workdays.lengths import Length

if TYPE_CHECKING:
    import ibis.expr.types as ir

NOT_SUPERVISED_SO = ("student", "service_manager", "other")
LONG_ABSENCE = Length(2, "week")
SIX_WEEKS, SIX_MONTHS = Length(6, "week"), Length(6, "month")
LENGTHS = (LONG_ABSENCE, SIX_WEEKS, SIX_MONTHS)
SEPTEMBER = 9


def worker_to_supervise(journey: Journey) -> ir.Table:
    """Practitioners in post, less an absence beyond its first two weeks and less an assessed year.

    Counted anew from the day each of these ends.
    """
    rows = journey.table("employments").filter(
        _.started_on.notnull(), _.role.isnull() | _.role.notin(NOT_SUPERVISED_SO)
    )
    employed = merged(spell(rows, "employed", key="employment_id", subject="worker_id"), "employed")
    absences = with_due(journey, journey.table("absences"), LONG_ABSENCE, of="started_on", into="long_from")
    away = spell(
        absences.filter(_.long_from.notnull()), "away", key="absence_id", starts="long_from", subject="worker_id"
    )
    blocks = merged(ibis.union(away, assessed_year(journey)), "elsewhere")
    return outside(employed, blocks, "worker_to_supervise")


def assessed_year(journey: Journey) -> ir.Table:
    """Assessed and supported years."""
    rows = journey.table("assessed_years").filter(_.started_on.notnull())
    return spell(rows, "assessed_year", key="assessed_year_id", subject="worker_id")


def assessed_year_to_six_weeks(journey: Journey) -> ir.Table:
    """Their first six weeks."""
    return _first_of(journey, SIX_WEEKS, "assessed_year_to_six_weeks")


def assessed_year_to_six_months(journey: Journey) -> ir.Table:
    """Their first six months."""
    return _first_of(journey, SIX_MONTHS, "assessed_year_to_six_months")


def registration_to_renew(journey: Journey) -> ir.Table:
    """Registered workers in post on 1 September, from that day to the next, or to the end of their post."""
    days = journey.days.filter(_.date.month() == SEPTEMBER, _.date.day() == 1).select(opens_on=_.date)
    days = days.mutate(closes_on=_.opens_on.lead().over(ibis.window(order_by="opens_on")))
    registered = journey.table("workers").filter(_.registered).select("worker_id")
    rows = journey.table("employments").filter(_.started_on.notnull()).semi_join(registered, "worker_id")
    employed = merged(spell(rows, "registered", key="employment_id", subject="worker_id"), "registered")
    years = employed.cross_join(days).filter(
        _.started_on <= _.opens_on, _.ended_on.isnull() | (_.opens_on < _.ended_on)
    )
    dated = years.mutate(
        worker_id=years.subject_id,
        year=years.opens_on.cast("string"),
        until=ibis.least(years.ended_on.fill_null(FAR), years.closes_on.fill_null(FAR)).nullif(FAR),
    )
    return spell(dated, "registration_to_renew", key="year", starts="opens_on", ends="until", subject="worker_id")


def worker_supervised(journey: Journey) -> ir.Table:
    """Supervisions of the worker's own, not about one child."""
    rows = journey.table("supervisions").filter(
        (_.supervision_kind == "own") | (_.supervision_kind.isnull() & _.child_id.isnull())
    )
    return event(rows, "worker_supervised", key="supervision_id", subject="worker_id")


def assessed_year_reviewed(journey: Journey) -> ir.Table:
    """Reviews of an assessed year, each belonging to its year where that is told."""
    rows = journey.table("assessed_year_reviews")
    return event(
        rows,
        "assessed_year_reviewed",
        key="assessed_year_review_id",
        about="assessed_year_id",
        subject="worker_id",
    )


def registration_renewed(journey: Journey) -> ir.Table:
    """Renewals of registration."""
    rows = journey.table("registration_renewals")
    return event(rows, "registration_renewed", key="registration_renewal_id", subject="worker_id")


def _first_of(journey: Journey, length: Length, kind: str) -> ir.Table:
    rows = journey.table("assessed_years").filter(_.started_on.notnull())
    dated = with_due(journey, rows, length, of="started_on", into="reached_on")
    until = ibis.least(dated.ended_on.fill_null(FAR), dated.reached_on.fill_null(FAR)).nullif(FAR)
    return spell(dated.mutate(until=until), kind, key="assessed_year_id", ends="until", subject="worker_id")


SPELLS = joined(
    kind(worker_to_supervise, "employments", outlives=True),
    kind(assessed_year, "assessed_years", outlives=True),
    kind(assessed_year_to_six_weeks, "assessed_years", outlives=True),
    kind(assessed_year_to_six_months, "assessed_years", outlives=True),
    kind(registration_to_renew, "workers", outlives=True),
)
EVENTS = joined(
    kind(worker_supervised, "supervisions"),
    kind(assessed_year_reviewed, "assessed_year_reviews"),
    kind(registration_renewed, "registration_renewals"),
)
