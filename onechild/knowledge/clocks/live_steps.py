"""The journey and the engine written as steps of PostgreSQL: compiled once a process, over no connection."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pyarrow as pa

from onechild.knowledge.clocks import law
from onechild.knowledge.clocks.building import UK_DAYS_SCHEMA, event_kinds, spell_kinds
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.engine import COLUMNS, MOMENTS, LawTables, obligations
from onechild.knowledge.clocks.hours import (
    INSTANT,
    LENGTHS_SCHEMA,
    LONDON_SCHEMA,
    HoursLaw,
    by_day,
    by_hour,
    timed_obligations,
)
from onechild.knowledge.clocks.journey import kinds
from onechild.knowledge.clocks.journey.hours.kinds import gather_timed
from onechild.knowledge.clocks.journey.reading import Journey
from onechild.knowledge.clocks.live_law import DAYS_SCHEMA, KEYS, SCHEMAS
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.clocks.subjects import OTHERS, OWNERS
from onechild.knowledge.engines.compiled import Compiled, named
from onechild.knowledge.engines.live_functions import ASKED, HOLDERS, Family, Kept, live_functions, live_schema
from onechild.knowledge.tables.contract import TABLES

KEY = ("subject_kind", "subject_id", "clock", "spell_id", "sequence")
DATES = ("started_on", "due_on", "met_on", "ended_on")
TYPES = {"sequence": pa.int64(), **dict.fromkeys(DATES, pa.date32()), **dict.fromkeys(MOMENTS, INSTANT)}
CHILDREN_S = {
    name: "child_id" if "child_id" in table.names else HOLDERS
    for name, table in TABLES.items()
    if {"child_id", "worker_id"} & set(table.names)
}
CHILDREN = Family(suffix="", of="= 'child'", subject="child_id", owners=CHILDREN_S)
ALL_OTHERS = Family(
    suffix="_others",
    of=f"IN ({', '.join(repr(kind) for kind in OTHERS)})",
    subject="subject_id",
    owners=OWNERS,
)


@cache
def install_sql() -> str:
    """This function will return the statements that make the schema `clocks`, its tables and its functions.

    They can be run again at any time: tables are kept, functions replaced. The functions run with the rights of whoever
    installs them (so that no row is hidden from them), and only that role may call them until others are granted it:
    GRANT USAGE ON SCHEMA clocks TO onechild_web, and GRANT EXECUTE ON FUNCTION clocks.renew(text[]) and
    clocks.renew_others(text[]) TO onechild_web. Takes some seconds, once a process.
    """
    of_children = [clock for clock in CLOCKS if clock.subject_kind == "child"]
    others = [clock for clock in CLOCKS if clock.subject_kind != "child"]
    parts = [live_schema(SCHEMAS, KEYS), _functions(of_children, CHILDREN), _functions(others, ALL_OTHERS)]
    return "\n\n".join(parts)


def _functions(clocks: Sequence[Clock], family: Family) -> str:
    kept = Kept(
        table="public.obligations",
        key=KEY,
        columns={name: TYPES.get(name, pa.string()) for name in COLUMNS},
        worked_out="clocks_obligations",
        journey=("clocks_journey_events", *(["clocks_journey_timed_events"] if by_hour(clocks) else [])),
        needs={clock.key: clock.needs for clock in clocks},
        first_day=law.calendar_bounds()[0],
    )
    return live_functions(_compiled(clocks), kept, family)


def _compiled(clocks: Sequence[Clock]) -> Compiled:
    """The same as `building.build` works out, of every kind and every clock of a family."""
    compiled = Compiled(prefix="clocks_")
    due = named("law_due", law.DUE_SCHEMA, schema="clocks")
    journey = Journey(
        table=compiled.table,
        due=due,
        days=named("journey_days", DAYS_SCHEMA, schema="clocks"),
        empty=lambda _name: False,
        keep=compiled.keep,
        london=named("london_summers", LONDON_SCHEMA, schema="clocks"),
        uk_days=named("uk_working_days", UK_DAYS_SCHEMA, schema="clocks"),
    )
    in_days, in_hours = by_day(clocks), by_hour(clocks)
    spells = kinds.gather_spells(journey, spell_kinds(in_days), gather=compiled.gather)
    events = compiled.gather("journey_events", kinds.events(journey, event_kinds(in_days)))
    timed = gather_timed(journey, in_hours, gather=compiled.gather) if in_hours else None
    tables = LawTables(
        clocks=named(ASKED, law.CLOCKS_SCHEMA),
        meets=named("law_meets", law.MEETS_SCHEMA, schema="clocks"),
        steps=named("law_steps", law.STEPS_SCHEMA, schema="clocks"),
        due=due,
    )
    owed = [obligations(spells, events, tables, keep=compiled.keep)]
    if timed:
        lengths = named("law_hours", LENGTHS_SCHEMA, schema="clocks")
        owed.append(timed_obligations(*timed, HoursLaw(tables.clocks, tables.meets, lengths, journey.london)))
    compiled.gather("obligations", owed)
    return compiled


if strangers := sorted({clock.key for clock in CLOCKS if clock.subject_kind not in ("child", *OTHERS)}):
    raise NotImplementedError(f"no table holds the subjects of {', '.join(strangers)}: see subjects.py")
