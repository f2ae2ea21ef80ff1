"""Counts measures that are alike in all, by team and by every other cut at once: one table, one question of the engine.

An engine takes far longer to understand a question than to answer it, and there are thousands of groups to ask for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from onechild.knowledge.measures.counting import counted
from onechild.knowledge.measures.cutting.joining import column_of
from onechild.knowledge.measures.filling import Counts, figure_of, filled
from onechild.knowledge.measures.model import Figure, Measure, Shape
from onechild.knowledge.measures.population import population_at
from onechild.knowledge.measures.question import Question
from onechild.service.record.queries.figures import ALL, ALL_TEAMS, TEAM, TEAM_AND_WORKER, WORKER

BETWEEN = "\x1f"  # of two ids in one code; no id has it
Groups = dict[str, dict[tuple[Any, ...], Counts]]


def cuts_of(measures: Sequence[Measure]) -> tuple[str, ...]:
    """This function will return every cut that one of the measures can be broken down by."""
    return tuple(dict.fromkeys(key for measure in measures for key in measure.breakdowns))


def counted_at_once(
    question: Question, rows: ir.Table, measures: Sequence[Measure], *, narrow: Collection[int]
) -> list[Groups]:
    """The counts of each measure by what they are broken down by, then by moment and code.

    `rows` are marked, with the columns of every cut, and lie in the store. Cuts other than team are counted at the
    moments of `narrow` alone.
    """
    found = counted(question, _long(question, rows, measures, narrow), measures, ["moment", "by", "code"])
    result = []
    for measure, counts in zip(measures, found, strict=True):
        groups: Groups = defaultdict(dict)
        for (moment, by, code), count in counts.items():
            groups[by][(moment,) if by in (ALL, ALL_TEAMS) else (moment, code)] = _out_of(
                question, measure, by, moment, count
            )
        result.append(groups)
    return result


def in_all(question: Question, measure: Measure, groups: Groups, by: str = ALL) -> list[Figure]:
    """This function will return a figure for each moment, in all or of all teams that hold cases."""
    return filled(question, measure, groups.get(by, {}), by=None)


def by_cut(question: Question, measure: Measure, groups: Groups, by: str, moments: Collection[int]) -> list[Figure]:
    """This function will return the figures of each group of a cut at some moments."""
    found = filled(question, measure, groups.get(by, {}), by=by)
    wanted = {(question.moments[number].from_on, question.moments[number].to_on) for number in moments}
    return [one for one in found if (one.from_on, one.to_on) in wanted]


def by_team_and_worker(question: Question, measure: Measure, groups: Groups) -> list[tuple[Figure, str, str]]:
    """This function will return the figures of each worker within each team, with the ids of both."""
    found: Mapping[tuple[Any, ...], Counts] = groups.get(TEAM_AND_WORKER, {})
    result = []
    for (moment, code), counts in sorted(found.items()):
        team, worker = code.split(BETWEEN)
        result.append((figure_of(measure, question.moments[moment], counts, ()), team, worker))
    return result


def _long(question: Question, rows: ir.Table, measures: Sequence[Measure], narrow: Collection[int]) -> ir.Table:
    """Every row once for each way to group it: in all, of all teams, and by each cut."""
    units = dict.fromkeys(unit for one in measures for unit in (one.unit, one.per.unit if one.per else one.unit))
    marks = [name for name in rows.columns if name.rstrip("0123456789") in ("in_", "yes_", "adds_", "base_")]
    codes = _codes(cuts_of(measures))
    ways = question.keep(f"ways_{'_'.join(codes)}".replace(" ", "_"), lambda: pa.table({"by": list(codes)}))
    held = rows
    if ALL_TEAMS in codes:
        teams = question.caseholding.mutate(holds=True)
        held = rows.left_join(teams, ["moment", "team_id"]).select(*(rows[name] for name in rows.columns), teams.holds)
    long = held.cross_join(ways)
    wanted = (long.by == ALL) | (long.by == TEAM)
    if ALL_TEAMS in codes:
        wanted = wanted | ((long.by == ALL_TEAMS) & long.holds.fill_null(False))
    wanted = wanted | (~long.by.isin((ALL, TEAM, ALL_TEAMS)) & long.moment.isin(sorted(narrow) or [-1]))
    cases = [(long.by == by, make(long)) for by, make in codes.items() if by not in (ALL, ALL_TEAMS)]
    code = ibis.cases(*cases, else_=ibis.null("string")) if cases else ibis.null("string")
    return long.filter(wanted).select("moment", *units, *marks, "by", code=code)


def _codes(cuts: Collection[str]) -> dict[str, Callable[[ir.Table], ir.Value]]:
    """How each way to group a row finds its code, by the name of the way."""
    found: dict[str, Callable[[ir.Table], ir.Value]] = {ALL: lambda _rows: ibis.null("string")}
    if TEAM in cuts:
        found[ALL_TEAMS] = found[ALL]
    found |= {key: partial(_column, name=column_of(key)) for key in cuts}
    if TEAM in cuts and WORKER in cuts:
        found[TEAM_AND_WORKER] = lambda rows: rows.team_id.fill_null("") + BETWEEN + rows.worker_id.fill_null("")
    return found


def _column(rows: ir.Table, *, name: str) -> ir.Value:
    return rows[name].cast("string")


def _out_of(question: Question, measure: Measure, by: str, moment: int, counts: Counts) -> Counts:
    """A rate is out of the population, which is that of the whole council."""
    if measure.shape is not Shape.RATE or by not in (ALL, ALL_TEAMS):
        return counts
    return Counts(counts.numerator, population_at(question, measure, moment))
