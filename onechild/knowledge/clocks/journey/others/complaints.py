"""Complaints through their stages, and allegations against people who work with children, as spells and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.intervals import FAR
from onechild.knowledge.clocks.journey.kind import joined, kind
from onechild.knowledge.clocks.journey.reading import Journey, event, spell

if TYPE_CHECKING:
    import ibis.expr.types as ir


def complaint_stage_1(journey: Journey) -> ir.Table:
    """From receipt to the day it was closed or stage 2 asked for."""
    return _stage(journey, "complaint_stage_1", starts="happened_on", next_step="stage_2_requested_on")


def complaint_stage_1_extended(journey: Journey) -> ir.Table:
    """From the day stage 1 was extended."""
    return _stage(journey, "complaint_stage_1_extended", starts="stage_1_extended_on")


def complaint_stage_2(journey: Journey) -> ir.Table:
    """From the request for stage 2 to the day it was closed or a panel asked for."""
    return _stage(journey, "complaint_stage_2", starts="stage_2_requested_on", next_step="panel_requested_on")


def complaint_stage_2_extended(journey: Journey) -> ir.Table:
    """From the day stage 2 was extended."""
    return _stage(journey, "complaint_stage_2_extended", starts="stage_2_extended_on")


def complaint_panel_requested(journey: Journey) -> ir.Table:
    """From the request for a panel."""
    return _stage(journey, "complaint_panel_requested", starts="panel_requested_on")


def complaint_panel_met(journey: Journey) -> ir.Table:
    """From the panel's meeting."""
    return _stage(journey, "complaint_panel_met", starts="panel_met_on")


def complaint_panel_reported(journey: Journey) -> ir.Table:
    """From the panel's report."""
    return _stage(journey, "complaint_panel_reported", starts="panel_reported_on")


def complaint_stage_1_answered(journey: Journey) -> ir.Table:
    """The answer at stage 1."""
    return _done(journey, "complaint_stage_1_answered", on="stage_1_answered_on")


def complaint_stage_2_answered(journey: Journey) -> ir.Table:
    """The authority's answer at stage 2."""
    return _done(journey, "complaint_stage_2_answered", on="stage_2_answered_on")


def complaint_panel_held(journey: Journey) -> ir.Table:
    """The panel's meeting."""
    return _done(journey, "complaint_panel_held", on="panel_met_on")


def complaint_panel_told(journey: Journey) -> ir.Table:
    """The panel's report."""
    return _done(journey, "complaint_panel_told", on="panel_reported_on")


def complaint_panel_answered(journey: Journey) -> ir.Table:
    """The authority's answer to the panel."""
    return _done(journey, "complaint_panel_answered", on="panel_answered_on")


def allegation_to_report(journey: Journey) -> ir.Table:
    """Allegations from the day the employer was told, to the day they were resolved."""
    rows = journey.table("allegations")
    return spell(
        rows,
        "allegation_to_report",
        key="allegation_id",
        starts="happened_on",
        ends="resolved_on",
        subject="allegation_id",
    )


def allegation_reported(journey: Journey) -> ir.Table:
    """The report to the designated officer."""
    rows = journey.table("allegations")
    return event(
        rows,
        "allegation_reported",
        key="allegation_id",
        on="reported_on",
        about="allegation_id",
        subject="allegation_id",
    )


def allegation_with_officer(journey: Journey) -> ir.Table:
    """Allegations from the day they were reported to the designated officer."""
    rows = journey.table("allegations").filter(_.reported_on.notnull())
    return spell(
        rows, "allegation_with_officer", key="allegation_id", starts="reported_on", ends=None, subject="allegation_id"
    )


def allegation_resolved(journey: Journey) -> ir.Table:
    """The day the case was resolved."""
    rows = journey.table("allegations")
    return event(
        rows,
        "allegation_resolved",
        key="allegation_id",
        on="resolved_on",
        about="allegation_id",
        subject="allegation_id",
    )


def _stage(journey: Journey, kind: str, *, starts: str, next_step: str | None = None) -> ir.Table:
    rows = journey.table("complaints")
    following = rows[next_step].fill_null(FAR) if next_step else ibis.literal(FAR)
    until = ibis.least(rows.closed_on.fill_null(FAR), following).nullif(FAR)
    dated = rows.mutate(until=until).filter(rows[starts].notnull())
    return spell(dated, kind, key="complaint_id", starts=starts, ends="until", subject="complaint_id")


def _done(journey: Journey, kind: str, *, on: str) -> ir.Table:
    rows = journey.table("complaints")
    return event(rows, kind, key="complaint_id", on=on, about="complaint_id", subject="complaint_id")


SPELLS = joined(
    kind(complaint_stage_1, "complaints", outlives=True),
    kind(complaint_stage_1_extended, "complaints", outlives=True),
    kind(complaint_stage_2, "complaints", outlives=True),
    kind(complaint_stage_2_extended, "complaints", outlives=True),
    kind(complaint_panel_requested, "complaints", outlives=True),
    kind(complaint_panel_met, "complaints", outlives=True),
    kind(complaint_panel_reported, "complaints", outlives=True),
    kind(allegation_to_report, "allegations", outlives=True),
    kind(allegation_with_officer, "allegations", outlives=True),
)
EVENTS = joined(
    kind(complaint_stage_1_answered, "complaints"),
    kind(complaint_stage_2_answered, "complaints"),
    kind(complaint_panel_held, "complaints"),
    kind(complaint_panel_told, "complaints"),
    kind(complaint_panel_answered, "complaints"),
    kind(allegation_reported, "allegations"),
    kind(allegation_resolved, "allegations"),
)
