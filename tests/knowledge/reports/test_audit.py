"""The audit of what is published: a reader who solves for it pins no hidden number of any fixed table of a report.

Everything that stands in the report is written down together: its tables by team and by age, their totals, the same
figures in all, both dates, shares to one decimal, and averages beside what they are worked out from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from onechild.knowledge.reports.document.model import Document, Section, Table
from onechild.knowledge.reports.kinds.asking import Asking
from onechild.knowledge.reports.kinds.caseload import caseload_document, told_by
from onechild.knowledge.reports.kinds.scrutiny import scrutiny
from onechild.knowledge.reports.suppressing.ranges import NARROWEST
from onechild.knowledge.reports.suppression import KEPT_BACK
from tests.knowledge.reports.answering import ByLot
from tests.knowledge.reports.attack import Attack, Name, told, told_share
from tests.knowledge.reports.small_council import ABOUT, NOW, THEN, many_teams, report_of

SEEDS = range(12)
BIG = 1e9


@pytest.mark.parametrize("seed", SEEDS)
def test_no_hidden_number_of_the_scrutiny_report_can_be_pinned(seed: int) -> None:
    report = scrutiny(Asking(ByLot(seed), ABOUT, NOW, THEN, publish=True), None)
    attack, hidden = attack_on(report)
    assert len(hidden) > 10
    assert {name: found for name in hidden if (found := width(attack, name)) < NARROWEST} == {}


@pytest.mark.parametrize("seed", SEEDS)
def test_no_hidden_number_of_the_caseload_report_can_be_pinned(seed: int) -> None:
    report = caseload_document(report_of(many_teams(seed), target=3, publish=True))
    attack, hidden = attack_on(report)
    assert hidden
    assert {name: found for name in hidden if (found := width(attack, name)) < NARROWEST} == {}


def test_the_audit_would_find_a_report_that_hides_too_little() -> None:
    whole = scrutiny(Asking(ByLot(1), ABOUT, NOW, THEN, publish=True), None)
    attack, hidden = attack_on(whole)
    attack.knows(hidden[0], 2, 3)
    assert width(attack, hidden[0]) < NARROWEST


def test_the_published_report_names_no_team_whose_hidden_number_fell() -> None:
    report = report_of(many_teams(3), target=3, publish=True)
    assert not re.search(r"lower than at [^.]*\(", " ".join(told_by(report).facts["paragraphs"]))


def width(attack: Attack, name: Name) -> float:
    """From the least to the most that a hidden number can be."""
    least, most = attack.range(name)
    return round(most - least, 6)


def attack_on(report: Document) -> tuple[Attack, list[Name]]:
    """Everything that the tables of a report tell, and the names of the numbers that they hide."""
    attack = Attack()
    hidden = [name for table in tables(report.sections) for name in _told_by(attack, table)]
    return attack, [name for name in dict.fromkeys(hidden) if not _nobody(attack, name)]


def _nobody(attack: Attack, name: Name) -> bool:
    """Where all together are nought, so is every group, and nought is nobody's secret."""
    return attack.bounds.get((*name[:2], "all", name[-1])) == (0, 0)


def tables(sections: tuple[Section, ...]) -> Iterator[Table]:
    """Every table of a report."""
    for section in sections:
        yield from section.tables
        yield from tables(section.sections)


def _told_by(attack: Attack, table: Table) -> Iterator[Name]:
    heads = [column.title for column in table.columns]
    if heads[0] == "Team" and any(", May" in head for head in heads):
        yield from _by_column(attack, table, heads)
    elif heads[0] == "Figure":
        for row in table.rows:
            yield from _figures(attack, row[0].text, [cell.text for cell in row], heads)
    elif heads[0] in ("Team", "Age"):
        measure = table.title.rsplit(", by", 1)[0]
        yield from _by_group(attack, measure, table, heads)


def _figures(attack: Attack, name: str, row: list[str], heads: list[str]) -> Iterator[Name]:
    """A row of figures in all, now and then."""
    for day, count in (("May 2021", "Count"), ("May 2020", "Count May 2020")):
        parts = row[heads.index(count)] if count in heads else ""
        yield from _one(attack, (name, day, "all"), parts, row[heads.index(day)])


def _by_group(attack: Attack, measure: str, table: Table, heads: list[str]) -> Iterator[Name]:
    """A measure by a cut on both days; the groups of each day add up to the figure in all."""
    for day, count in (("May 2021", "Count"), ("May 2020", "Count May 2020")):
        at = heads.index(day)
        of = heads.index(count) if count in heads else None
        names: list[Name] = []
        for row in table.rows:
            name = (measure, day, heads[0], row[0].text)
            names.append(name)
            yield from _one(attack, name, row[of].text if of is not None else "", row[at].text)
        whole = (measure, day, "all")
        yield from _one(attack, whole, table.total[of].text if of is not None else "", table.total[at].text)
        for which in ("part", "missed", "whole"):
            attack.adds_up([(*name, which) for name in names], (*whole, which))


def _one(attack: Attack, name: Name, parts: str, value: str) -> Iterator[Name]:
    """A cell of a count or a share; what it hides are its part and, of a share, those missed."""
    if value.replace(",", "").isdigit():
        told(attack, (*name, "part"), value)
        attack.adds_up([(*name, "part"), (*name, "missed")], (*name, "whole"))
        return
    told_share(attack, name, parts, value)
    if value in KEPT_BACK:
        yield (*name, "part")


def _by_column(attack: Attack, table: Table, heads: list[str]) -> Iterator[Name]:
    """The caseload tables: each column of counts adds up, and an average is cases over workers."""
    for at, head in enumerate(heads[1:], start=1):
        if head.startswith("Cases per worker"):
            continue
        names = [(head, row[0].text) for row in table.rows]
        for name, row in zip(names, table.rows, strict=True):
            if row[at].text != "–" and not told(attack, name, row[at].text):
                yield name
        known = [name for name, row in zip(names, table.rows, strict=True) if row[at].text != "–"]
        if not told(attack, (head, "all"), table.total[at].text):
            yield (head, "all")
        attack.adds_up(known, (head, "all"))
    _averages(attack, table, heads)


def _averages(attack: Attack, table: Table, heads: list[str]) -> None:
    """Of the later day both are shown beside the average: a shown average of a known number tells the other."""
    if "Cases" not in heads:
        return
    at = heads.index("Cases per worker, May 2021")
    for row in table.rows:
        words = row[at].text
        if words.replace(".", "").isdigit():
            cases, workers = ("Cases", row[0].text), ("Workers", row[0].text)
            attack.between({cases: 1.0, workers: -(float(words) - 0.05)}, 0, BIG)
            attack.between({cases: 1.0, workers: -(float(words) + 0.05)}, -BIG, 0)
