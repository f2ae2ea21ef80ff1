"""Every kind of timed spell and event by name, and all of them that are asked for as tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import ibis
from ibis import _

from onechild.knowledge.clocks.engine import AT
from onechild.knowledge.clocks.hours import in_london
from onechild.knowledge.clocks.journey.hours import powers, seen
from onechild.knowledge.clocks.journey.hours.timed import (
    NO_TIMED_EVENT,
    NO_TIMED_SPELL,
    TIMED_EVENT_COLUMNS,
    TIMED_SPELL_COLUMNS,
)
from onechild.knowledge.clocks.journey.intervals import FAR
from onechild.knowledge.clocks.journey.kind import Kinds, joined
from onechild.knowledge.clocks.journey.reading import Journey
from onechild.knowledge.clocks.model import Clock

if TYPE_CHECKING:
    import ibis.expr.types as ir

TIMED_SPELLS: Kinds = joined(powers.SPELLS, seen.SPELLS)
TIMED_EVENTS: Kinds = joined(powers.EVENTS, seen.EVENTS)


class Timed(NamedTuple):
    """The timed spells and events that clocks ask for."""

    spells: ir.Table
    events: ir.Table


def gather_timed(
    journey: Journey, clocks: Sequence[Clock], *, gather: Callable[[str, Sequence[ir.Table]], ir.Table]
) -> Timed:
    """This function will gather what these clocks start from and are met by, and give each event its London day."""
    starts = {clock.starts for clock in clocks}
    met_by = {met.kind for clock in clocks for met in clock.met_by}
    died = journey.table("children").filter(_.died_on.notnull()).select("child_id", "died_on")
    told = gather("journey_timed_spells_told", timed_spells(journey, starts))
    spells = gather("journey_timed_spells", [_in_life(told, died)])
    events = gather("journey_timed_events_told", timed_events(journey, met_by))
    return Timed(spells, gather("journey_timed_events", [dated(journey, events)]))


def timed_spells(journey: Journey, kinds: Iterable[str]) -> list[ir.Table]:
    """This function will return the timed spells of each kind; one that has a day and no moment keeps its null."""
    found = [rows.select(*TIMED_SPELL_COLUMNS) for rows in _found(journey, TIMED_SPELLS, kinds)]
    return found or [ibis.memtable(NO_TIMED_SPELL)]


def timed_events(journey: Journey, kinds: Iterable[str]) -> list[ir.Table]:
    """This function will return the timed events of each kind, in which a moment may be told or a day."""
    found = [rows.select(*TIMED_EVENT_COLUMNS) for rows in _found(journey, TIMED_EVENTS, kinds)]
    return found or [ibis.memtable(NO_TIMED_EVENT)]


def dated(journey: Journey, events: ir.Table) -> ir.Table:
    """This function will give each timed event the London day of its moment, or else the day that it has."""
    known = in_london(events, "happened_at", journey.london, into="london_on")
    day = ibis.coalesce(known.london_on, known.happened_on)
    return known.mutate(happened_on=day, happened_at=known.happened_at.cast(AT)).select(*TIMED_EVENT_COLUMNS)


def _found(journey: Journey, known: Kinds, kinds: Iterable[str]) -> Iterator[ir.Table]:
    for name in sorted(set(kinds)):
        if not all(journey.empty(table) for table in known[name].tables):
            yield known[name].read(journey)


def _in_life(spells: ir.Table, died: ir.Table) -> ir.Table:
    lived = spells.left_join(died, "child_id").mutate(
        ended_on=ibis.least(_.ended_on.fill_null(FAR), _.died_on.fill_null(FAR)).nullif(FAR)
    )
    return lived.select(*TIMED_SPELL_COLUMNS)
