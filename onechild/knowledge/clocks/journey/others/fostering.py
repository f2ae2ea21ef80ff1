"""Fostering households, applications to foster and adopters, as spells and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.intervals import FAR
from onechild.knowledge.clocks.journey.kind import joined, kind
from onechild.knowledge.clocks.journey.reading import Journey, event, spell

if TYPE_CHECKING:
    import ibis.expr.types as ir

NO_FOSTERING = ("supported_lodgings",)


def fostering_household(journey: Journey) -> ir.Table:
    """Approved fostering households, from approval to its end."""
    return spell(_households(journey), "fostering_household", key="household_id", subject="household_id")


def connected_household(journey: Journey) -> ir.Table:
    """Those approved as a connected person."""
    rows = _households(journey).filter(_.household_kind == "connected")
    return spell(rows, "connected_household", key="household_id", subject="household_id")


def household_certified(journey: Journey) -> ir.Table:
    """Approved households, counted from the last certificate before approval where there is one."""
    return _counted_from_the_last(journey, "certificate", "household_certified")


def household_examined(journey: Journey) -> ir.Table:
    """Approved households, counted from the last medical before approval where there is one."""
    return _counted_from_the_last(journey, "medical", "household_examined")


def household_in_training(journey: Journey) -> ir.Table:
    """Approved households that had not completed the standards before approval."""
    households = _households(journey)
    done = _checks(journey, "training_standards").select("household_id", checked_on=_.happened_on)
    before = households.join(done, "household_id").filter(_.checked_on < _.started_on).select("household_id")
    rows = households.anti_join(before, "household_id")
    return spell(rows, "household_in_training", key="household_id", subject="household_id")


def fostering_application(journey: Journey) -> ir.Table:
    """Applications from the day of receipt, to the day they were withdrawn or decided."""
    rows = journey.table("fostering_applications")
    until = ibis.least(rows.withdrawn_on.fill_null(FAR), rows.decided_on.fill_null(FAR)).nullif(FAR)
    return spell(
        rows.mutate(until=until),
        "fostering_application",
        key="fostering_application_id",
        starts="happened_on",
        ends="until",
        subject="fostering_application_id",
    )


def fostering_panel_minutes(journey: Journey) -> ir.Table:
    """Applications from the day the panel's final minutes were received, or of the panel where that is not told."""
    rows = journey.table("fostering_applications")
    dated = rows.mutate(minutes_on=ibis.coalesce(rows.panel_minutes_on, rows.panel_on))
    return spell(
        dated.filter(_.minutes_on.notnull()),
        "fostering_panel_minutes",
        key="fostering_application_id",
        starts="minutes_on",
        ends="withdrawn_on",
        subject="fostering_application_id",
    )


def adopter_stage_1(journey: Journey) -> ir.Table:
    """Adopters in stage 1, to the day they left or stage 2 began."""
    return _stage(journey, "adopter_stage_1", starts="stage_1_started_on", follows="stage_2_started_on")


def adopter_stage_2(journey: Journey) -> ir.Table:
    """Adopters in stage 2, to the day they left or were approved."""
    return _stage(journey, "adopter_stage_2", starts="stage_2_started_on", follows="approved_on")


def household_reviewed(journey: Journey) -> ir.Table:
    """Reviews of approval."""
    return _seen(journey, "household_reviewed", ["review"])


def household_visited_unannounced(journey: Journey) -> ir.Table:
    """Unannounced visits."""
    return _seen(journey, "household_visited_unannounced", ["unannounced_visit"])


def household_visited(journey: Journey) -> ir.Table:
    """The supervising social worker's visits, and unannounced ones."""
    return _seen(journey, "household_visited", ["supervising_visit", "unannounced_visit"])


def household_certificate_given(journey: Journey) -> ir.Table:
    """Certificates of the Disclosure and Barring Service."""
    return _check(journey, "household_certificate_given", "certificate")


def household_medical_held(journey: Journey) -> ir.Table:
    """Medicals."""
    return _check(journey, "household_medical_held", "medical")


def household_training_completed(journey: Journey) -> ir.Table:
    """The Training, Support and Development Standards completed."""
    return _check(journey, "household_training_completed", "training_standards")


def fostering_panel_recommended(journey: Journey) -> ir.Table:
    """The panel's recommendation."""
    return _step(journey, "fostering_applications", "fostering_application_id", "panel_on", "panel_recommended")


def fostering_application_decided(journey: Journey) -> ir.Table:
    """The agency's decision."""
    return _step(journey, "fostering_applications", "fostering_application_id", "decided_on", "application_decided")


def adopter_stage_1_ended(journey: Journey) -> ir.Table:
    """Stage 1 finished: said so, or by the beginning of stage 2."""
    rows = journey.table("adopters").mutate(day=_earlier(_.stage_1_ended_on, _.stage_2_started_on))
    return event(rows, "adopter_stage_1_ended", key="adopter_id", on="day", about="adopter_id", subject="adopter_id")


def adopter_stage_2_ended(journey: Journey) -> ir.Table:
    """Stage 2 finished: said so, or by approval."""
    rows = journey.table("adopters").mutate(day=_earlier(_.stage_2_ended_on, _.approved_on))
    return event(rows, "adopter_stage_2_ended", key="adopter_id", on="day", about="adopter_id", subject="adopter_id")


def _earlier(one: ir.DateColumn, other: ir.DateColumn) -> ir.DateColumn:
    return ibis.least(one.fill_null(FAR), other.fill_null(FAR)).nullif(FAR)


def _households(journey: Journey) -> ir.Table:
    rows = journey.table("fostering_households")
    return rows.filter(rows.household_kind.isnull() | rows.household_kind.notin(NO_FOSTERING))


def _checks(journey: Journey, check: str) -> ir.Table:
    return journey.table("household_checks").filter(_.check_kind == check)


def _counted_from_the_last(journey: Journey, check: str, kind: str) -> ir.Table:
    households = _households(journey)
    done = _checks(journey, check).select("household_id", checked_on=_.happened_on)
    before = households.join(done, "household_id").filter(_.checked_on < _.started_on)
    last = before.group_by("household_id").agg(last_on=_.checked_on.max())
    rows = households.left_join(last, "household_id").mutate(counted=ibis.coalesce(_.last_on, _.started_on))
    return spell(rows, kind, key="household_id", counted_from="counted", subject="household_id")


def _stage(journey: Journey, kind: str, *, starts: str, follows: str) -> ir.Table:
    rows = journey.table("adopters")
    until = ibis.least(rows.left_on.fill_null(FAR), rows[follows].fill_null(FAR)).nullif(FAR)
    dated = rows.mutate(until=until).filter(rows[starts].notnull())
    return spell(dated, kind, key="adopter_id", starts=starts, ends="until", subject="adopter_id")


def _seen(journey: Journey, kind: str, kinds: list[str]) -> ir.Table:
    rows = journey.table("household_reviews").filter(_.review_kind.isin(kinds))
    return event(rows, kind, key="household_review_id", subject="household_id")


def _check(journey: Journey, kind: str, check: str) -> ir.Table:
    return event(_checks(journey, check), kind, key="household_check_id", subject="household_id")


def _step(journey: Journey, table: str, key: str, on: str, kind: str) -> ir.Table:
    return event(journey.table(table), f"fostering_{kind}", key=key, on=on, about=key, subject=key)


_OF = "fostering_households"
SPELLS = joined(
    kind(fostering_household, _OF, outlives=True),
    kind(connected_household, _OF, outlives=True),
    kind(household_certified, _OF, outlives=True),
    kind(household_examined, _OF, outlives=True),
    kind(household_in_training, _OF, outlives=True),
    kind(fostering_application, "fostering_applications", outlives=True),
    kind(fostering_panel_minutes, "fostering_applications", outlives=True),
    kind(adopter_stage_1, "adopters", outlives=True),
    kind(adopter_stage_2, "adopters", outlives=True),
)
EVENTS = joined(
    kind(household_reviewed, "household_reviews"),
    kind(household_visited_unannounced, "household_reviews"),
    kind(household_visited, "household_reviews"),
    kind(household_certificate_given, "household_checks"),
    kind(household_medical_held, "household_checks"),
    kind(household_training_completed, "household_checks"),
    kind(fostering_panel_recommended, "fostering_applications"),
    kind(fostering_application_decided, "fostering_applications"),
    kind(adopter_stage_1_ended, "adopters"),
    kind(adopter_stage_2_ended, "adopters"),
)
