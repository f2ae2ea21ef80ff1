"""Every kind of spell and event by name, and all of them that are asked for as two tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa
from ibis import _

from onechild.knowledge.clocks.journey import (
    adoption,
    care_leavers,
    court,
    education_plans,
    front_door,
    in_care,
    leaving_care,
    oversight,
    protection,
    steps,
)
from onechild.knowledge.clocks.journey.care import health_and_schooling, permanence, placements
from onechild.knowledge.clocks.journey.hours import powers
from onechild.knowledge.clocks.journey.intervals import FAR
from onechild.knowledge.clocks.journey.kind import Kinds, joined
from onechild.knowledge.clocks.journey.others import complaints, fostering, requests, workers
from onechild.knowledge.clocks.journey.reading import EVENT_COLUMNS, SPELL_COLUMNS, Journey, Reader

if TYPE_CHECKING:
    import ibis.expr.types as ir


Gather = Callable[[str, Sequence["ir.Table"]], "ir.Table"]

SPELLS: Kinds = joined(
    powers.IN_DAYS,
    fostering.SPELLS,
    complaints.SPELLS,
    workers.SPELLS,
    requests.SPELLS,
    steps.SPELLS,
    front_door.SPELLS,
    protection.SPELLS,
    court.SPELLS,
    oversight.SPELLS,
    in_care.SPELLS,
    placements.SPELLS,
    permanence.SPELLS,
    health_and_schooling.SPELLS,
    leaving_care.SPELLS,
    care_leavers.SPELLS,
    adoption.SPELLS,
    education_plans.SPELLS,
)

EVENTS: Kinds = joined(
    fostering.EVENTS,
    complaints.EVENTS,
    workers.EVENTS,
    requests.EVENTS,
    steps.EVENTS,
    front_door.EVENTS,
    protection.EVENTS,
    court.EVENTS,
    oversight.EVENTS,
    in_care.EVENTS,
    placements.EVENTS,
    permanence.EVENTS,
    health_and_schooling.EVENTS,
    leaving_care.EVENTS,
    care_leavers.EVENTS,
    adoption.EVENTS,
    education_plans.EVENTS,
)


def gather_spells(journey: Journey, kinds: Iterable[str], *, gather: Gather) -> ir.Table:
    """This function will gather the spells of each kind as `journey_spells`, ended at the latest with the child's life.

    Lives are looked up once for all kinds, and not for each.
    """
    asked = set(kinds)
    outliving = {name for name in asked if SPELLS[name].outlives}
    found = list(_found(journey, SPELLS, outliving))
    if lived := list(_found(journey, SPELLS, asked - outliving)):
        told = gather("journey_spells_told", [rows.select(*SPELL_COLUMNS) for rows in lived])
        died = journey.table("children").filter(_.died_on.notnull()).select("child_id", "died_on")
        found = [_in_life(told, died), *found]
    return gather("journey_spells", found or [ibis.memtable(NO_SPELL)])


def events(journey: Journey, kinds: Iterable[str]) -> list[ir.Table]:
    """This function will return the events of each kind."""
    found = [read.select(*EVENT_COLUMNS) for read in _found(journey, EVENTS, kinds)]
    return found or [ibis.memtable(NO_EVENT)]


def _found(journey: Journey, known: Kinds, kinds: Iterable[str]) -> Iterator[ir.Table]:
    """The kinds that there can be any of; one that others are made of is there already."""
    families: dict[Reader, list[str]] = {}
    for name in sorted(set(kinds)):
        if all(journey.empty(table) for table in known[name].tables):
            continue
        if known[name].of_family:
            families.setdefault(known[name].read, []).append(name)
            continue
        kept = journey.kept.get(f"journey_{name}")
        yield known[name].read(journey) if kept is None else kept
    for read, names in families.items():
        yield read(journey).filter(_.kind.isin(names))


def _in_life(spells: ir.Table, died: ir.Table) -> ir.Table:
    lived = spells.left_join(died, "child_id").mutate(
        ended_on=ibis.least(_.ended_on.fill_null(FAR), _.died_on.fill_null(FAR)).nullif(FAR)
    )
    return lived.filter(_.ended_on.isnull() | (_.started_on < _.ended_on)).select(*SPELL_COLUMNS)


def _nothing(columns: tuple[str, ...]) -> pa.Table:
    dates = ("_on", "_from")
    return pa.schema([(name, pa.date32() if name.endswith(dates) else pa.string()) for name in columns]).empty_table()


NO_SPELL, NO_EVENT = _nothing(SPELL_COLUMNS), _nothing(EVENT_COLUMNS)
