"""Every kind of spell and event by name, and all of them that are asked for as two tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa
from ibis import _

from onechild.knowledge.clocks.journey import in_care, leaving_care, protection
from onechild.knowledge.clocks.journey.intervals import FAR
from onechild.knowledge.clocks.journey.reading import EVENT_COLUMNS, SPELL_COLUMNS, Journey, Reader

if TYPE_CHECKING:
    import ibis.expr.types as ir


@dataclass(frozen=True)
class Kind:
    """How a kind is read, and the tables of which one at least must have a row for there to be any."""

    read: Reader
    tables: tuple[str, ...]


def _kind(read: Reader, *tables: str) -> tuple[str, Kind]:
    return read.__name__, Kind(read, tables)


SPELLS: Mapping[str, Kind] = dict(
    [
        _kind(protection.contact_for_decision, "contacts"),
        _kind(protection.referral_to_assess, "referrals"),
        _kind(protection.assessment, "assessments"),
        _kind(protection.section_47_enquiry, "section_47_enquiries"),
        _kind(protection.child_protection_plan, "child_protection_plans"),
        _kind(protection.child_protection_plan_every, "child_protection_plans"),
        _kind(protection.child_in_need_plan, "child_in_need_plans"),
        _kind(protection.child_in_need_plan_every, "child_in_need_plans"),
        _kind(protection.short_package, "child_in_need_plans"),
        _kind(in_care.placement, "placements"),
        _kind(in_care.looked_after, "periods_of_care"),
        _kind(in_care.placed_for_adoption, "placements"),
        _kind(in_care.placed_for_adoption_unreviewed, "placements"),
        _kind(in_care.temporary_or_interim, "placements"),
        _kind(in_care.temporary_or_interim_unreviewed, "placements"),
        _kind(in_care.parents_before_assessment, "placement_conditions"),
        _kind(in_care.parents_before_assessment_unreviewed, "placement_conditions"),
        _kind(in_care.care_order_with_parent, "placements"),
        _kind(in_care.other_arrangements, "placement_conditions"),
        _kind(in_care.short_breaks, "placement_conditions", "legal_statuses", "care_episodes"),
        _kind(in_care.over_a_year_until_18, "placements"),
        _kind(in_care.long_term_fewer_visits, "placement_conditions"),
        _kind(in_care.looked_after_not_in_short_breaks, "periods_of_care"),
        _kind(leaving_care.adviser_owed, "periods_of_care", "leaving_care_eligibility"),
        _kind(leaving_care.pathway_plan, "pathway_steps"),
    ]
)

EVENTS: Mapping[str, Kind] = dict(
    [
        _kind(protection.contact_decided, "front_door_decisions"),
        _kind(protection.assessment_of_referral_authorised, "assessments"),
        _kind(protection.assessment_authorised, "assessments"),
        _kind(protection.initial_conference_held, "conferences"),
        _kind(protection.review_conference_held, "conferences"),
        _kind(protection.child_protection_visit_seen, "visits"),
        _kind(protection.child_in_need_visit_seen, "visits"),
        _kind(in_care.looked_after_visit_seen, "visits"),
        _kind(in_care.looked_after_visit_at_a_distance, "visits"),
        _kind(in_care.looked_after_review_held, "looked_after_reviews"),
        _kind(in_care.initial_health_assessment_held, "health_checks"),
        _kind(leaving_care.adviser_allocated, "allocations"),
        _kind(leaving_care.pathway_plan_reviewed, "pathway_steps"),
    ]
)


def spells(journey: Journey, kinds: Iterable[str]) -> list[ir.Table]:
    """This function will return the spells of each kind, ended at the latest with the child's life."""
    died = journey.table("children").filter(_.died_on.notnull()).select("child_id", "died_on")
    return [_in_life(found, died) for found in _found(journey, SPELLS, kinds)] or [ibis.memtable(NO_SPELL)]


def events(journey: Journey, kinds: Iterable[str]) -> list[ir.Table]:
    """This function will return the events of each kind."""
    found = [read.select(*EVENT_COLUMNS) for read in _found(journey, EVENTS, kinds)]
    return found or [ibis.memtable(NO_EVENT)]


def _found(journey: Journey, known: Mapping[str, Kind], kinds: Iterable[str]) -> Iterator[ir.Table]:
    """The kinds that there can be any of; one that others are made of is there already."""
    for name in sorted(set(kinds)):
        if not all(journey.empty(table) for table in known[name].tables):
            kept = journey.kept.get(f"journey_{name}")
            yield known[name].read(journey) if kept is None else kept


def _in_life(spells: ir.Table, died: ir.Table) -> ir.Table:
    lived = spells.left_join(died, "child_id").mutate(
        ended_on=ibis.least(_.ended_on.fill_null(FAR), _.died_on.fill_null(FAR)).nullif(FAR)
    )
    return lived.filter(_.ended_on.isnull() | (_.started_on < _.ended_on)).select(*SPELL_COLUMNS)


def _nothing(columns: tuple[str, ...]) -> pa.Table:
    dates = ("_on", "_from")
    return pa.schema([(name, pa.date32() if name.endswith(dates) else pa.string()) for name in columns]).empty_table()


NO_SPELL, NO_EVENT = _nothing(SPELL_COLUMNS), _nothing(EVENT_COLUMNS)
