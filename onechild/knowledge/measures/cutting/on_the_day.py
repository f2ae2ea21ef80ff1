"""Joins rows to one spell of their child: the one that holds on the day counted, or the latest begun by then."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

import ibis
import ibis.expr.types as ir

from onechild.knowledge.measures.question import FOREVER

Rows: TypeAlias = ir.Table
EACH = ("moment", "row_id", "child_id", "counted_on")
ALWAYS = date(1, 1, 1)


def on_the_day(
    rows: Rows, spells: ir.Table, value: ir.Value, name: str, *, key: str, first: tuple[str, ...] = ()
) -> Rows:
    """The rows with `name`: the value of the spell that holds at the end of the day counted, null where none does.

    Of several the one that is least by `first`, then the latest begun, then the one with the later key.
    """
    return _joined(rows, spells, value, name, key=key, first=first, open_only=True)


def latest_by(rows: Rows, spells: ir.Table, value: ir.Value, name: str, *, key: str) -> Rows:
    """The same of the spell latest begun by the day counted, ended or not."""
    return _joined(rows, spells, value, name, key=key, first=(), open_only=False)


def with_child(rows: Rows, children: ir.Table, **values: ir.Value) -> Rows:
    """The rows with values of the child's own row; a row without a child keeps its place."""
    facts = children.select("child_id", **values)
    return rows.left_join(facts, "child_id").drop("child_id_right")


def _joined(
    rows: Rows,
    spells: ir.Table,
    value: ir.Value,
    name: str,
    *,
    key: str,
    first: tuple[str, ...],
    open_only: bool,
) -> Rows:
    ended = spells.ended_on if "ended_on" in spells.columns else ibis.null("date")
    spells = spells.select(
        "child_id",
        *first,
        found=value,
        spell_key=spells[key],
        begun=ibis.coalesce(spells.started_on, ALWAYS),
        ended=ibis.coalesce(ended, FOREVER),
    )
    each = rows.select(*EACH)
    inside = [each.child_id == spells.child_id, spells.begun <= each.counted_on]
    if open_only:
        inside.append(spells.ended > each.counted_on)
    held = each.join(spells, inside)
    order = [*(held[column] for column in first), held.begun.desc(), held.spell_key.desc()]
    place = ibis.row_number().over(group_by=[held.moment, held.row_id], order_by=order)
    one = held.mutate(place=place)
    one = one.filter(one.place == 0).select("moment", "row_id", **{name: one.found})
    return rows.left_join(one, ["moment", "row_id"]).drop("moment_right", "row_id_right")
