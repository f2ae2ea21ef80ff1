"""What pages say of figures: the caseload report of pairs of days, and each measure as it may be published."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from typing import Any

from onechild.knowledge.measures.model import Basis, Figure, Measure
from onechild.knowledge.measures.topics import caseload
from onechild.knowledge.reports import visits
from onechild.knowledge.reports.by_team import TeamRow, published_rows
from onechild.knowledge.reports.caseload import CaseloadReport, composed
from onechild.knowledge.reports.figures import Counted, between, counted
from onechild.knowledge.reports.page.whole import drawn, pairs_of
from onechild.knowledge.reports.saying import Saying
from onechild.knowledge.reports.to_document import to_document
from onechild.knowledge.reports.visits import visits_between
from onechild.knowledge.reports.words import name_days
from onechild.knowledge.tables.extract import About
from onechild.service.exchange.figures.counting import Counting
from onechild.service.exchange.figures.days import pairs

CASELOAD, MEASURE = "caseload", "measure"
OVER = caseload.WORKERS_OVER_TARGET.key
Drawings = tuple[str, str]
NOT_DRAWN: Drawings = ("", "")


@dataclass(frozen=True)
class Document:
    """One document, and how it is drawn where its content is new."""

    kind: str
    measure: str
    as_at: date
    against: date | None
    published: bool
    facts: dict[str, Any]
    draw: Callable[[], Drawings] = field(default=lambda: NOT_DRAWN, compare=False)

    @property
    def content(self) -> str:
        """A fingerprint of what it says: a drawing shows nothing that is not said."""
        return hashlib.sha256(json.dumps(self.facts, sort_keys=True).encode()).hexdigest()[:32]


def documents(counting: Counting, *, about: About) -> Iterator[Document]:
    """This function will give every document: reports first, then each measure as it may be published."""
    yield from _reports(counting, about)
    for measure in counting.measures:
        yield from _published(counting, measure)


def _reports(counting: Counting, about: About) -> Iterator[Document]:
    if not {measure.key for measure in counting.measures} >= {OVER}:
        return
    found = counted(counting.as_at, counting.asked)
    for as_at, against in pairs(counting.days):
        full, public = (_composed(counting, found, about, as_at, against, publish=publish) for publish in (False, True))
        # Where no average is kept back both copies are drawn alike, and the words of the public one do for both.
        alike = cache(partial(_drawn, public))
        own = alike if pairs_of(full) == pairs_of(public) else partial(_drawn, full)
        yield Document(CASELOAD, "", as_at, against, True, to_document(public), alike)
        yield Document(CASELOAD, "", as_at, against, False, to_document(full), own)


def _drawn(report: CaseloadReport) -> Drawings:
    chart = drawn(report)
    return (chart.wide, chart.narrow) if chart else NOT_DRAWN


def _composed(
    counting: Counting, found: Counted, about: About, as_at: date, against: date, *, publish: bool
) -> CaseloadReport:
    days = [moment.to_on for moment in counting.as_at.moments]
    then, now = days.index(against), days.index(as_at)
    question = counting.as_at
    have = {measure.key for measure in counting.measures}
    missing = [measure.key for measure in visits.ASKED if measure.key not in have]
    seen = (
        visits.Visits((), {}, f"the record holds nothing to count {missing[0]} from")
        if missing
        else visits_between(question, {one.key: counting.asked(one) for one in visits.ASKED}, {}, then=then, now=now)
    )
    rows = {OVER: counting.over_target(now)}
    saying = Saying(*name_days(against, as_at), publish)
    return composed(
        question,
        between(question, found, rows, then=then, now=now),
        seen,
        about=about,
        fingerprint="",
        saying=saying,
        then=then,
        now=now,
    )


def _published(counting: Counting, measure: Measure) -> Iterator[Document]:
    """The measure by team at every day or month and over every year, as it may be published."""
    for years in (False, True) if measure.basis is Basis.PERIOD else (False,):
        teams: dict[date, list[Figure]] = defaultdict(list)
        for one in counting.asked(measure, by="team", years=years):
            teams[one.to_on].append(one)
        for total in counting.asked(measure, years=years):
            rows, whole = published_rows(measure, teams[total.to_on], total)
            facts = {"from_on": _iso(total.from_on), "rows": [_row(row) for row in rows], "total": _row(whole)}
            against = total.from_on if years else None
            yield Document(MEASURE, measure.key, total.to_on, against, True, facts)


def _row(row: TeamRow) -> dict[str, str]:
    return {"label": row.label, "team_id": row.team_id, "parts": row.parts, "value": row.value}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
