"""Counts marked rows in the engine: all measures of the same rows in one pass, where their shape allows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.measures.filling import Counts
from onechild.knowledge.measures.model import Measure, Shape
from onechild.knowledge.measures.population import population_at
from onechild.knowledge.measures.question import Question

Counted = dict[tuple[Any, ...], Counts]


def counted(question: Question, rows: ir.Table, measures: Sequence[Measure], grouped: list[str]) -> list[Counted]:
    """Numerator and denominator of each measure at each moment and group, in the order of the measures.

    `rows` are marked with in_0, yes_0, adds_0 and so on. A distinct unit counts once, however many rows it has.
    """
    quick = {n: measure for n, measure in enumerate(measures) if _is_quick(measure)}
    found: dict[int, Counted] = _in_one_pass(question, rows, quick, grouped) if quick else {}
    for number, measure in enumerate(measures):
        if number in found:
            continue
        mine = rows.filter(rows[f"in_{number}"])
        if measure.shape is Shape.MEDIAN:
            found[number] = _medians(mine, measure, number, grouped)
        else:
            found[number] = _unit_by_unit(mine, measure, number, grouped)
    return [found[number] for number in range(len(measures))]


def _is_quick(measure: Measure) -> bool:
    """Whether counting distinct units, or adding up rows that each stand once, is all there is to it."""
    if measure.shape in (Shape.COUNT, Shape.SHARE, Shape.RATE):
        return not measure.two_sums
    if measure.shape in (Shape.MEAN, Shape.SUM):
        return measure.unit == "row_id"
    of_one_sum = measure.per is not None and measure.per.adds is None and measure.adds is None
    return measure.shape is Shape.RATIO and of_one_sum


def _in_one_pass(
    question: Question, rows: ir.Table, measures: dict[int, Measure], grouped: list[str]
) -> dict[int, Counted]:
    sums: dict[str, ir.Value] = {}
    for number, measure in measures.items():
        inside, yes = rows[f"in_{number}"], rows[f"yes_{number}"]
        out_of = measure.per.unit if measure.per else measure.unit
        sums[f"yes_{number}"] = _how_many(rows, measure.unit, yes)
        sums[f"all_{number}"] = _how_many(rows, out_of, inside)
        if measure.shape in (Shape.MEAN, Shape.SUM):
            sums[f"sum_{number}"] = rows[f"adds_{number}"].sum(where=inside)
            sums[f"known_{number}"] = rows[f"adds_{number}"].count(where=inside)
    answer = rows.group_by(grouped).agg(**sums).to_pyarrow().to_pylist()
    found: dict[int, Counted] = {}
    for number, measure in measures.items():
        counts: Counted = {}
        for row in answer:
            if not row[f"all_{number}"]:
                continue
            key = tuple(row[name] for name in grouped)
            counts[key] = _counts(question, measure, row, number, whole_council=len(grouped) == 1)
        found[number] = counts
    return found


def _counts(question: Question, measure: Measure, row: dict[str, Any], number: int, *, whole_council: bool) -> Counts:
    yes, everything = row[f"yes_{number}"], row[f"all_{number}"]
    if measure.shape is Shape.MEAN:
        return Counts(row[f"sum_{number}"], everything)
    if measure.shape is Shape.SUM:
        return Counts(row[f"sum_{number}"] if row[f"known_{number}"] == everything else None, None)
    if measure.shape is Shape.RATE:
        return Counts(yes, population_at(question, measure, row["moment"]) if whole_council else None)
    return Counts(yes, everything)


def _how_many(rows: ir.Table, unit: str, which: ir.BooleanValue) -> ir.IntegerScalar:
    """Rows stand once at a moment, so that counting them needs no search for doubles."""
    return rows.count(where=which) if unit == "row_id" else rows[unit].nunique(where=which)


def _unit_by_unit(rows: ir.Table, measure: Measure, number: int, grouped: list[str]) -> Counted:
    """Each distinct unit first, with the greatest number it adds; then the sums."""
    units = rows.mutate(adds=rows[f"adds_{number}"], said=ibis.ifelse(rows[f"yes_{number}"], 1, 0))
    units = units.group_by(_once(*grouped, measure.unit)).agg(counted=_.said.max(), adds=_.adds.max())
    sums = units.group_by(grouped).agg(
        counted=_.count(where=_.counted == 1), units=_.count(), known=_.adds.count(), adds=_.adds.sum()
    )
    outs = _denominators(rows, measure, number, grouped) if measure.per else {}
    counts: Counted = {}
    for row in sums.to_pyarrow().to_pylist():
        key = tuple(row[name] for name in grouped)
        # A sum of which a part is not known is not known.
        whole_sum = row["adds"] if row["known"] == row["units"] else None
        if measure.shape is Shape.SUM:
            counts[key] = Counts(whole_sum, None)
            continue
        numerator = row["adds"] if measure.shape is Shape.MEAN else whole_sum if measure.two_sums else row["counted"]
        counts[key] = Counts(numerator, outs.get(key) if measure.per else row["units"])
    return counts


def _denominators(
    rows: ir.Table, measure: Measure, number: int, grouped: list[str]
) -> dict[tuple[Any, ...], float | None]:
    per = measure.per
    assert per is not None  # noqa: S101  asked of a RATIO only
    adds = rows[f"base_{number}"]
    units = rows.mutate(adds=adds).group_by(_once(*grouped, per.unit)).agg(adds=_.adds.max())
    found = units.group_by(grouped).agg(units=_.count(), known=_.adds.count(), adds=_.adds.sum()).to_pyarrow()
    return {
        tuple(row[name] for name in grouped): row["adds"] if row["known"] == row["units"] else None
        for row in found.to_pylist()
    }


def _medians(rows: ir.Table, measure: Measure, number: int, grouped: list[str]) -> Counted:
    """The middle by place and not by an engine's own median, so that every engine gives the same."""
    units = rows.mutate(adds=rows[f"adds_{number}"]).group_by(_once(*grouped, measure.unit)).agg(adds=_.adds.max())
    units = units.filter(_.adds.notnull())
    place = ibis.row_number().over(group_by=grouped, order_by=[units.adds, units[measure.unit]])
    many = units.count().over(group_by=grouped)
    placed = units.mutate(place=place, many=many)
    middle = placed.filter((placed.place * 2 >= placed.many - 2) & (placed.place * 2 <= placed.many))
    found = middle.group_by(grouped).agg(adds=_.adds.sum(), parts=_.count(), many=_.many.max())
    return {
        tuple(row[name] for name in grouped): Counts(row["many"], row["many"], row["adds"] / row["parts"])
        for row in found.to_pyarrow().to_pylist()
    }


def _once(*names: str) -> list[str]:
    """Names without repeats: workers broken down by worker are grouped on one column, not two."""
    return list(dict.fromkeys(names))
