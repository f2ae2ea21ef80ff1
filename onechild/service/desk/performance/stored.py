"""Reads what was worked out: which days are kept, the figures of a measure, and documents ready to show."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.reports.by_team import UNDER_NO_TEAM
from onechild.knowledge.reports.values import parts_words, value_words
from onechild.service.access.viewer import Viewer
from onechild.service.record.actions.clocks import rebuild_needed
from onechild.service.record.models import ChangeSet, Figure, FigureDocument, FigureRun
from onechild.service.record.queries.figures import TEAM, TEAM_AND_WORKER

CASELOAD, MEASURE = "caseload", "measure"


@dataclass(frozen=True)
class Standing:
    """When the figures were worked out, and whether they wait to be worked out again."""

    as_at: date
    computed_at: datetime
    again: bool
    run: int


@dataclass(frozen=True)
class Line:
    """A figure in words: what was counted of how many, and the value; `team_id` where it is a team's."""

    label: str
    parts: str
    value: str
    team_id: str = ""


def standing() -> Standing | None:
    """This function will return when figures were last worked out for this viewer: 3 queries; None if never."""
    run = FigureRun.objects.order_by("-computed_at").first()
    if run is None:
        return None
    newer = ChangeSet.objects.filter(kind="setting", change_set_id__gt=run.change_set_id)
    return Standing(run.as_at, run.computed_at, again=rebuild_needed() or newer.exists(), run=run.pk)


def by_worker(measures: Collection[str], moment: Moment, team_id: str) -> list[Figure]:
    """This function will return the stored figures of each worker within a team at a moment: one query."""
    rows = Figure.objects.filter(
        day__from_on=moment.from_on,
        day__to_on=moment.to_on,
        measure__in=measures,
        by=TEAM_AND_WORKER,
        team_id=team_id,
    )
    return list(rows.order_by("worker_id", "measure"))


def line(measure: Measure, one: Figure) -> Line:
    """This function will return a stored figure in words."""
    label = (one.label or UNDER_NO_TEAM) if one.by == TEAM else "All"
    value = value_words(measure, one.numerator, one.denominator, one.value)
    return Line(label, parts_words(measure, one.numerator, one.denominator), value, one.team_id)


@dataclass(frozen=True)
class Public:
    """A measure as it may be published, at one moment."""

    rows: list[Line]
    total: Line
    from_on: date | None


def public(measures: Collection[str], days: Collection[date]) -> dict[tuple[str, Moment], Public]:
    """This function will return the public copies of measures at moments that end on some days: one query."""
    found = FigureDocument.objects.filter(kind=MEASURE, measure__in=measures, as_at__in=days, published=True)
    return {
        (key, Moment(_day(facts["from_on"]), as_at)): Public(
            [_line(row) for row in facts["rows"]], _line(facts["total"]), _day(facts["from_on"])
        )
        for key, as_at, facts in found.values_list("measure", "as_at", "facts")
    }


def reports_kept(viewer: Viewer) -> list[tuple[date, date]]:
    """This function will return the days that the caseload report sets side by side, (as at, against): one query."""
    found = FigureDocument.objects.filter(kind=CASELOAD, published=is_public(viewer))
    pairs = found.order_by("-as_at", "-against").values_list("as_at", "against")
    return [(as_at, against) for as_at, against in pairs if against]


def report_of(as_at: date, against: date, viewer: Viewer) -> FigureDocument:
    """This function will return the caseload report of two days, in the copy for this viewer: one query."""
    return FigureDocument.objects.get(kind=CASELOAD, as_at=as_at, against=against, published=is_public(viewer))


def is_public(viewer: Viewer) -> bool:
    """Whether this viewer sees only what may be published."""
    return not viewer.may("see_figures")


def _line(row: Mapping[str, Any]) -> Line:
    return Line(row["label"], row["parts"], row["value"], row["team_id"])


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
