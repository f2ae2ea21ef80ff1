"""A figure broken down: by team, age, need or any other way that the measure can be cut, beside a year before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onechild.knowledge.measures.cuts import CUTS
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.reports.by_team import UNDER_NO_TEAM
from onechild.knowledge.reports.values import parts_words, value_words
from onechild.service.desk.performance import asking, stored
from onechild.service.desk.performance.account import Stood
from onechild.service.govuk.parts import Cell, Column, Link, Table
from onechild.service.record.models import Figure
from onechild.service.record.queries.figures import TEAM, WORKER, StoredAnswers


@dataclass(frozen=True)
class Group:
    """One group's figure in words; `code` tells it from the others."""

    label: str
    code: str
    parts: str
    value: str


@dataclass(frozen=True)
class Breakdown:
    """The groups of one cut, what the cut means, and the other ways there are."""

    by: str
    title: str
    says: str
    ways: list[Link]
    table: Table
    groups: list[Group]


def cut_asked(measure: Measure, asked: str | None) -> str:
    """This function will return the way to break down that was asked for, or the measure's first; "" for none."""
    ways = _ways(measure)
    return asked if asked in ways else (ways[0] if ways else "")


def breakdown(
    answers: StoredAnswers,
    measure: Measure,
    by: str,
    moment: Moment,
    before: Moment | None,
    total: Stood,
    then: Stood | None,
) -> Breakdown:
    """This function will return the groups of one cut at a moment, beside a year before: one query."""
    answers.expect([measure], [one for one in (moment, before) if one], by=(by,))
    groups = groups_of(answers, measure, moment, by)
    earlier = {group.code: group for group in groups_of(answers, measure, before, by)} if before else {}
    links = {group.code: asking.address(measure, moment, team=group.code) + "#behind" for group in groups if by == TEAM}
    return Breakdown(
        by=by,
        title=CUTS[by].title,
        says=CUTS[by].says,
        ways=[
            Link(CUTS[way].title, asking.address(measure, moment, by=way) + "#groups", current=way == by)
            for way in _ways(measure)
        ],
        table=group_table(CUTS[by].title, groups, total, earlier, then, links),
        groups=groups,
    )


def published_breakdown(
    copy: stored.Public, before: stored.Public | None, total: Stood, then: Stood | None
) -> Breakdown:
    """This function will return the teams of a public copy: the only groups that are published."""
    groups = [Group(row.label, row.team_id, row.parts, row.value) for row in copy.rows]
    earlier = (
        {row.team_id: Group(row.label, row.team_id, row.parts, row.value) for row in before.rows} if before else {}
    )
    table = group_table(CUTS[TEAM].title, groups, total, earlier, then, {})
    return Breakdown(TEAM, CUTS[TEAM].title, CUTS[TEAM].says, [], table, groups)


def groups_of(answers: StoredAnswers, measure: Measure, moment: Moment, by: str) -> list[Group]:
    """This function will return the groups of a cut in the order of its codes, those not recorded last."""
    rows = answers.stored(measure, moment, by)
    order = {code: place for place, code in enumerate(CUTS[by].order)}
    if by != TEAM:
        rows = sorted(rows, key=lambda row: (order.get(row.cut, len(order)), row.cut == "", row.label))
    return [_group(measure, row) for row in rows]


def group_table(
    title: str,
    groups: Sequence[Group],
    total: Stood,
    earlier: Mapping[str, Group],
    then: Stood | None,
    links: Mapping[str, str],
) -> Table:
    """This function will return the groups as a table, with all of them together at its foot."""
    counts = any(group.parts for group in groups) or bool(total.parts)
    columns = [Column(title), Column("Count", number=True), Column("Figure", number=True)]
    rows: list[list[object]] = [
        [Cell(text=group.label, href=links.get(group.code, "")), group.parts, Cell(text=group.value, strong=True)]
        for group in groups
    ]
    whole: list[object] = ["All", total.parts, total.value]
    if earlier:
        columns.append(Column("A year before", number=True))
        rows = [[*row, earlier[g.code].value if g.code in earlier else ""] for row, g in zip(rows, groups, strict=True)]
        whole.append(then.value if then else "")
    if not counts:
        columns, whole, rows = _without_count(columns), _without_count(whole), [_without_count(row) for row in rows]
    return Table(label=f"By {title.lower()}", columns=columns, rows=rows, total=whole, kind="scroll", heading="groups")


def _without_count(row: list[Any]) -> list[Any]:
    return [row[0], *row[2:]]


def _ways(measure: Measure) -> list[str]:
    """Workers stand under their team: a list of all of them invites ranking."""
    return [way for way in measure.breakdowns if way in CUTS and (way != WORKER or TEAM not in measure.breakdowns)]


def _group(measure: Measure, row: Figure) -> Group:
    label = row.label or (UNDER_NO_TEAM if row.by == TEAM else CUTS[row.by].label(row.cut or None))
    code = row.team_id if row.by == TEAM else row.worker_id if row.by == WORKER else row.cut
    parts = parts_words(measure, row.numerator, row.denominator)
    return Group(label, code, parts, value_words(measure, row.numerator, row.denominator, row.value))
