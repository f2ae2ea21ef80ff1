"""Runs the checks over the standard tables of any engine, as at a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa

from onechild.knowledge.clocks.standards import InForce
from onechild.knowledge.engines.store import Store
from onechild.knowledge.silence.catalogue import CHECKS
from onechild.knowledge.silence.model import Check
from onechild.knowledge.silence.moment import SCHEMA, moment
from onechild.knowledge.silence.reading import COLUMNS, Reading

if TYPE_CHECKING:
    import ibis.expr.types as ir

FOUND = ("check_key", *COLUMNS)


def silences(
    store: Store, *, day: date, standards: Iterable[InForce] = (), checks: Sequence[Check] = CHECKS
) -> list[dict[str, object]]:
    """This function will return what has not happened by the end of a day, one row for each silence.

    Columns: check_key, child_id, row_id, since_on, detail. A check whose needs no row meets is not asked.
    """
    asked = pa.Table.from_pylist([moment(day, standards)], schema=SCHEMA)
    reading = Reading(
        table=store.table,
        moment=store.put("silence_moment", asked),
        keep=lambda name, rows: store.put(f"silence_{name.strip('_')}", rows),
    )
    found = [
        row for one in checks if _known(store, one) for row in named(one, one.query(reading)).to_pyarrow().to_pylist()
    ]
    return sorted(found, key=lambda row: tuple(str(row[name]) for name in FOUND))


def named(check: Check, rows: ir.Table) -> ir.Table:
    """This function will return what a check found with the check's own key before it."""
    return rows.mutate(check_key=ibis.literal(check.key)).select(*FOUND)


def _known(store: Store, check: Check) -> bool:
    """Whether the source tells such things at all."""
    for need in check.needs:
        if store.empty(need.table):
            return False
        rows = store.table(need.table)
        if need.column:
            rows = rows.filter(rows[need.column] == need.value if need.value else rows[need.column].notnull())
        if not rows.limit(1).count().to_pyarrow().as_py():
            return False
    return True


__all__ = ["FOUND", "named", "silences"]
