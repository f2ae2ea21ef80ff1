"""Reads what was worked out: which days are kept, the figures of a measure, and documents ready to show."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from onechild.knowledge.measures.model import Basis, Measure
from onechild.knowledge.reports.by_team import UNDER_NO_TEAM
from onechild.knowledge.reports.values import parts_words, value_words
from onechild.service.access.viewer import Viewer
from onechild.service.record.actions.clocks import rebuild_needed
from onechild.service.record.models import ChangeSet, Figure, FigureDay, FigureDocument, FigureRun

CASELOAD, MEASURE, TREND = "caseload", "measure", "trend"


@dataclass(frozen=True)
class Standing:
    """When the figures were worked out, and whether they wait to be worked out again."""

    as_at: date
    computed_at: datetime
    again: bool


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
    return Standing(run.as_at, run.computed_at, again=rebuild_needed() or newer.exists())


@dataclass(frozen=True)
class Days:
    """The days that figures are kept for, the latest first, and the months."""

    by_period: Mapping[tuple[date | None, date], int]

    def of(self, measure: Measure) -> list[date]:
        """The days, or last days of months, that a measure is kept for."""
        monthly = measure.basis is Basis.PERIOD
        return sorted((to_on for from_on, to_on in self.by_period if bool(from_on) == monthly), reverse=True)

    def number(self, measure: Measure, day: date | None) -> int | None:
        """The number of a measure's day; None where it is not kept."""
        if day is None:
            return None
        monthly = measure.basis is Basis.PERIOD
        return self.by_period.get((day.replace(day=1) if monthly else None, day))


def days_kept() -> Days:
    """This function will return every day that figures are kept for: one query."""
    return Days(
        {(from_on, to_on): pk for from_on, to_on, pk in FigureDay.objects.values_list("from_on", "to_on", "pk")}
    )


def totals(days: Iterable[int | None], measures: Collection[Measure]) -> dict[tuple[int, str], Line]:
    """This function will return the figures in all of measures on some days: one query."""
    known = {measure.key: measure for measure in measures}
    found = Figure.objects.filter(day_id__in=[day for day in days if day], by="", measure__in=list(known))
    return {(one.day_id, one.measure): line(known[one.measure], one) for one in found}


def by_team(measure: Measure, day: int) -> list[Line]:
    """This function will return the figures of each team on a day, those under no team last: one query."""
    found = Figure.objects.filter(day_id=day, measure=measure.key, by="team").order_by("figure_id")
    return [line(measure, one) for one in found]


def by_worker(measures: Collection[str], day: int, team_id: str) -> list[Figure]:
    """This function will return the stored figures of each worker within a team on a day: one query."""
    rows = Figure.objects.filter(day_id=day, measure__in=measures, by="team and worker", team_id=team_id)
    return list(rows.order_by("worker_id", "measure"))


def line(measure: Measure, one: Figure) -> Line:
    """This function will return a stored figure in words."""
    label = (one.label or UNDER_NO_TEAM) if one.by == "team" else "All"
    value = value_words(measure, one.numerator, one.denominator, one.value)
    return Line(label, parts_words(measure, one.numerator, one.denominator), value, one.team_id)


@dataclass(frozen=True)
class Public:
    """A measure as it may be published, on one day."""

    rows: list[Line]
    total: Line
    from_on: date | None


def public(measures: Collection[str], days: Collection[date]) -> dict[tuple[str, date], Public]:
    """This function will return the public copies of measures on some days: one query."""
    found = FigureDocument.objects.filter(kind=MEASURE, measure__in=measures, as_at__in=days, published=True)
    return {
        (key, as_at): Public([_line(row) for row in facts["rows"]], _line(facts["total"]), _day(facts["from_on"]))
        for key, as_at, facts in found.values_list("measure", "as_at", "facts")
    }


def public_days() -> dict[str, list[date]]:
    """This function will return the days that each measure's public copy is kept for, the latest first: one query."""
    days: dict[str, list[date]] = {}
    found = FigureDocument.objects.filter(kind=MEASURE, published=True).order_by("-as_at")
    for key, as_at in found.values_list("measure", "as_at"):
        days.setdefault(key, []).append(as_at)
    return days


def trend_of(measure: Measure, viewer: Viewer) -> FigureDocument | None:
    """This function will return the account of a measure's months, in the copy for this viewer: one query."""
    found = FigureDocument.objects.filter(kind=TREND, measure=measure.key, published=is_public(viewer))
    return found.order_by("-as_at").first()


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
