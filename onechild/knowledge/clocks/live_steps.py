"""The journey and the engine written as steps of PostgreSQL: compiled once a process, over no connection."""

from __future__ import annotations

from functools import cache

import pyarrow as pa

from onechild.knowledge.clocks import law
from onechild.knowledge.clocks.building import event_kinds, spell_kinds
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.engine import COLUMNS, LawTables, obligations
from onechild.knowledge.clocks.journey import kinds
from onechild.knowledge.clocks.journey.reading import Journey
from onechild.knowledge.clocks.live_law import DAYS_SCHEMA, KEYS, SCHEMAS
from onechild.knowledge.engines.compiled import Compiled, named
from onechild.knowledge.engines.live_functions import ASKED, Kept, live_functions

KEY = ("subject_kind", "subject_id", "clock", "spell_id", "sequence")
TYPES = {"sequence": pa.int64(), **dict.fromkeys(("started_on", "due_on", "met_on", "ended_on"), pa.date32())}


@cache
def install_sql() -> str:
    """This function will return the statements that make the schema `clocks`, its tables and its functions.

    They can be run again at any time: tables are kept, functions replaced. The functions run with the rights of whoever
    installs them (so that no row is hidden from them), and only that role may call them until others are granted it:
    GRANT USAGE ON SCHEMA clocks TO onechild_web, and GRANT EXECUTE ON FUNCTION clocks.renew(text[]) TO onechild_web.
    Takes about two seconds, once a process.
    """
    kept = Kept(
        table="public.obligations",
        key=KEY,
        columns={name: TYPES.get(name, pa.string()) for name in COLUMNS},
        worked_out="clocks_obligations",
        journey="clocks_journey_events",
        needs={clock.key: clock.needs for clock in CLOCKS},
        first_day=law.calendar_bounds()[0],
    )
    return live_functions(_compiled(), kept, law=SCHEMAS, keys=KEYS)


def _compiled() -> Compiled:
    """The same as `building.build` works out, of every kind and every clock."""
    compiled = Compiled(prefix="clocks_")
    due = named("law_due", law.DUE_SCHEMA, schema="clocks")
    journey = Journey(
        table=compiled.table,
        due=due,
        days=named("journey_days", DAYS_SCHEMA, schema="clocks"),
        empty=lambda _name: False,
        keep=compiled.keep,
    )
    spells = compiled.gather("journey_spells", kinds.spells(journey, spell_kinds(CLOCKS)))
    events = compiled.gather("journey_events", kinds.events(journey, event_kinds(CLOCKS)))
    tables = LawTables(
        clocks=named(ASKED, law.CLOCKS_SCHEMA),
        meets=named("law_meets", law.MEETS_SCHEMA, schema="clocks"),
        steps=named("law_steps", law.STEPS_SCHEMA, schema="clocks"),
        due=due,
    )
    compiled.keep("obligations", obligations(spells, events, tables, keep=compiled.keep))
    return compiled
