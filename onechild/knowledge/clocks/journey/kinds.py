"""Every kind of spell and event by name, and all of them that are asked for as two tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa
from ibis import _

from onechild.knowledge.clocks.journey import in_care, leaving_care, protection
from onechild.knowledge.clocks.journey.intervals import FAR
from onechild.knowledge.clocks.journey.reading import EVENT_COLUMNS, SPELL_COLUMNS, Journey, Reader

if TYPE_CHECKING:
    import ibis.expr.types as ir

SPELLS: Mapping[str, Reader] = {
    reader.__name__: reader
    for reader in (
        protection.contact_for_decision,
        protection.referral_to_assess,
        protection.assessment,
        protection.section_47_enquiry,
        protection.child_protection_plan,
        protection.child_protection_plan_every,
        protection.child_in_need_plan,
        protection.child_in_need_plan_every,
        protection.short_package,
        in_care.placement,
        in_care.looked_after,
        in_care.placed_for_adoption,
        in_care.placed_for_adoption_unreviewed,
        in_care.temporary_or_interim,
        in_care.temporary_or_interim_unreviewed,
        in_care.parents_before_assessment,
        in_care.parents_before_assessment_unreviewed,
        in_care.care_order_with_parent,
        in_care.other_arrangements,
        in_care.short_breaks,
        in_care.over_a_year_until_18,
        in_care.long_term_fewer_visits,
        in_care.looked_after_not_in_short_breaks,
        leaving_care.adviser_owed,
        leaving_care.pathway_plan,
    )
}

EVENTS: Mapping[str, Reader] = {
    reader.__name__: reader
    for reader in (
        protection.contact_decided,
        protection.assessment_of_referral_authorised,
        protection.assessment_authorised,
        protection.initial_conference_held,
        protection.review_conference_held,
        protection.child_protection_visit_seen,
        protection.child_in_need_visit_seen,
        in_care.looked_after_visit_seen,
        in_care.looked_after_visit_at_a_distance,
        in_care.looked_after_review_held,
        in_care.initial_health_assessment_held,
        leaving_care.adviser_allocated,
        leaving_care.pathway_plan_reviewed,
    )
}


def spells(journey: Journey, kinds: Iterable[str]) -> list[ir.Table]:
    """This function will return the spells of each kind, ended at the latest with the child's life."""
    died = journey.table("children").filter(_.died_on.notnull()).select("child_id", "died_on")
    return [_in_life(_read(journey, SPELLS[kind]), died) for kind in sorted(set(kinds))] or [ibis.memtable(NO_SPELL)]


def events(journey: Journey, kinds: Iterable[str]) -> list[ir.Table]:
    """This function will return the events of each kind."""
    read = [_read(journey, EVENTS[kind]).select(*EVENT_COLUMNS) for kind in sorted(set(kinds))]
    return read or [ibis.memtable(NO_EVENT)]


def _in_life(spells: ir.Table, died: ir.Table) -> ir.Table:
    lived = spells.left_join(died, "child_id").mutate(
        ended_on=ibis.least(_.ended_on.fill_null(FAR), _.died_on.fill_null(FAR)).nullif(FAR)
    )
    return lived.filter(_.ended_on.isnull() | (_.started_on < _.ended_on)).select(*SPELL_COLUMNS)


def _read(journey: Journey, read: Reader) -> ir.Table:
    """A kind that others are made of is there already."""
    kept = journey.kept.get(f"journey_{read.__name__}")
    return read(journey) if kept is None else kept


def _nothing(columns: tuple[str, ...]) -> pa.Table:
    dates = ("_on", "_from")
    return pa.schema([(name, pa.date32() if name.endswith(dates) else pa.string()) for name in columns]).empty_table()


NO_SPELL, NO_EVENT = _nothing(SPELL_COLUMNS), _nothing(EVENT_COLUMNS)
