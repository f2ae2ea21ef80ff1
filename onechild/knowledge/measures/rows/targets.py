"""A worker's own caseload target on a day: the council's setting, for the hours worked, less while newly qualified."""

from __future__ import annotations

from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from ibis import _

from onechild.knowledge.measures.question import FOREVER, Question

TARGET = "caseload_target"
NEWLY_QUALIFIED_SHARE = "caseload_target_newly_qualified_share"

# Where a council has set none. Local, and no law: the figure that a council's scrutiny group was given in May 2021.
DEFAULT_TARGET = 18.0

# The narrower setting beats the wider one.
NARROWEST_FIRST = (("team_id", "role"), ("team_id",), ("role",), ())


def with_target(question: Question, rows: ir.Table) -> ir.Table:
    """Add `target` to rows of moment, team_id, role, fte and newly_qualified; unknown hours count as full time."""
    rows = _with_setting(question, rows, setting=TARGET, otherwise=DEFAULT_TARGET)
    rows = _with_setting(question, rows, setting=NEWLY_QUALIFIED_SHARE, otherwise=1.0)
    share = ibis.ifelse(_.newly_qualified, _[NEWLY_QUALIFIED_SHARE], 1.0)
    return rows.mutate(target=_[TARGET] * _.fte.fill_null(1.0) * share).drop(TARGET, NEWLY_QUALIFIED_SHARE)


def general_target(question: Question, *, moment: int) -> float:
    """The general target of a full-time worker at one moment."""
    if question.target is not None:
        return question.target
    found = _in_force(question, TARGET, (), question.moments[moment].to_on)
    return float(found[0]["value"]) if found else DEFAULT_TARGET


def newly_qualified_share(question: Question, *, moment: int) -> float:
    """The general share of the target for a newly qualified worker at one moment; 1 where none is set."""
    found = _in_force(question, NEWLY_QUALIFIED_SHARE, (), question.moments[moment].to_on)
    return float(found[0]["value"]) if found else 1.0


def _with_setting(question: Question, rows: ir.Table, *, setting: str, otherwise: float) -> ir.Table:
    found: list[Any] = []
    for keys in NARROWEST_FIRST:
        values = _values(question, setting, keys)
        if not values:
            continue
        name = f"{setting}_{'_'.join(keys) or 'general'}"
        table = question.keep(name, lambda values=values, keys=keys: _as_table(values, keys))  # type: ignore[misc]
        table = table.rename({name: "value"})
        rows = rows.left_join(table, ["moment", *keys]).drop("moment_right", *(f"{key}_right" for key in keys))
        found.append(name)
    value = ibis.coalesce(*(rows[name] for name in found), ibis.literal(otherwise))
    return rows.mutate(**{setting: value}).drop(*found)


def _values(question: Question, setting: str, keys: tuple[str, ...]) -> list[dict[str, Any]]:
    if setting == TARGET and not keys and question.target is not None:
        return [{"moment": number, "value": question.target} for number, _moment in enumerate(question.moments)]
    return [
        {"moment": number, **{key: row[key] for key in keys}, "value": row["value"]}
        for number, moment in enumerate(question.moments)
        for row in _in_force(question, setting, keys, moment.to_on)
    ]


def _in_force(question: Question, setting: str, keys: tuple[str, ...], day: date) -> list[dict[str, Any]]:
    """The settings of exactly this width in force on the day; of two for one team and role, the later."""
    latest: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in sorted(question.read("settings"), key=lambda row: (row["started_on"], row["setting_id"])):
        narrow = {key for key in ("team_id", "role") if row[key] is not None}
        holds = row["started_on"] <= day < (row["ended_on"] or FOREVER)
        if row["setting"] == setting and narrow == set(keys) and holds:
            latest[tuple(row[key] for key in keys)] = row
    return list(latest.values())


def _as_table(values: list[dict[str, Any]], keys: tuple[str, ...]) -> pa.Table:
    fields = [("moment", pa.int64()), *((key, pa.string()) for key in keys), ("value", pa.float64())]
    return pa.Table.from_pylist(values, schema=pa.schema(fields))
