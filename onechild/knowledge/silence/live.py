"""The checks inside PostgreSQL: what has not happened for a child, found again in the transaction that wrote of it.

    install(cursor)                with the migrations, and again whenever `behind` says so
    look_on(cursor, day, standards)  every night: the day that is looked at, and its marks
    renew_all(cursor)              after that, and after a load
    renew(cursor, [child_id])      for these children alone

The functions and tables stand in the schema `silence`; the list itself is the table `public.silences`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import ibis
import pyarrow as pa

from onechild.knowledge.clocks.standards import InForce
from onechild.knowledge.engines import silence_calls
from onechild.knowledge.engines.compiled import Compiled, Step, named
from onechild.knowledge.engines.silence_functions import silence_functions
from onechild.knowledge.silence.catalogue import CHECKS
from onechild.knowledge.silence.finding import FOUND
from onechild.knowledge.silence.finding import named as with_key
from onechild.knowledge.silence.moment import SCHEMA, moment
from onechild.knowledge.silence.reading import Reading

TYPES = {name: pa.date32() if name == "since_on" else pa.string() for name in FOUND}


@dataclass(frozen=True)
class Changes:
    """How many silences are new, and how many are mended."""

    found: int
    gone: int


def install(cursor: Any) -> None:
    """Make the schema `silence` and its functions, or bring them up to date; no day is looked at until one is given."""
    silence_calls.run(cursor, install_sql())
    silence_calls.note(cursor, _fingerprint())


def behind(cursor: Any) -> bool:
    """Whether the functions are not those that this program would make."""
    return silence_calls.noted(cursor) != _fingerprint()


def look_on(cursor: Any, day: date, standards: Iterable[InForce] = ()) -> None:
    """Say which day is looked at, with the council's own standards in force then."""
    marks = {name: on.isoformat() for name, on in moment(day, standards).items()}
    silence_calls.look_on(cursor, json.dumps(marks))


def looked_on(cursor: Any) -> date | None:
    """The day that the list is as at; None where nobody has looked yet."""
    return silence_calls.looked_on(cursor)


def renew(cursor: Any, child_ids: Iterable[str]) -> Changes:
    """Look at these children again, on the day that is looked at. Needs no right but that of calling the function."""
    return Changes(*silence_calls.renew(cursor, sorted(set(child_ids))))


def renew_all(cursor: Any) -> Changes:
    """Look at all children again."""
    return Changes(*silence_calls.renew_all(cursor))


@cache
def install_sql() -> str:
    """This function will return the statements that make the schema `silence`, to be run any number of times."""
    compiled = Compiled(prefix="silence_")
    moment_table = named("moment", SCHEMA, schema="silence")
    reading = Reading(
        table=compiled.table, moment=moment_table, keep=lambda name, rows: compiled.keep(name.strip("_"), rows)
    )
    found = {}
    for check in CHECKS:
        query = ibis.to_sql(with_key(check, check.query(reading)), dialect="postgres", pretty=False)
        found[check.key] = Step(f"silence_found_{check.key.replace('-', '_')}", str(query))
    needs = {check.key: [(need.table, need.column, need.value) for need in check.needs] for check in CHECKS}
    return silence_functions(compiled, found, needs, columns=TYPES, moment=SCHEMA)


def _fingerprint() -> str:
    return hashlib.sha256(install_sql().encode()).hexdigest()
