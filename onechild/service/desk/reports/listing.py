"""What the list of reports shows: those made, and the days of which another can be made."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from onechild.knowledge.reports.kinds.making import KINDS
from onechild.knowledge.workdays.years import month_end
from onechild.service.access.viewer import Request
from onechild.service.desk.models import MadeReport
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.govuk.words import day, moment
from onechild.service.record.queries.figures import StoredAnswers

SIZE = 25
SAYS: dict[str, str] = {
    "pack": "What changed, then every area of the journey. For staff.",
    "scrutiny": "Plain words for councillors, without a child and with small numbers kept back.",
    "caseload": "How many cases workers hold, and who is visited in time. For staff.",
    "inspection": "What an inspector’s own analysis of Annex A will show. For staff.",
}
COLUMNS = (Column("Report"), Column("Figures at"), Column("Set beside"), Column("Made"))


def list_context(request: Request) -> dict[str, Any]:
    """This function will return the context of the list: a page of those made, and what a new one can be of."""
    found = MadeReport.objects.defer("facts")
    page = page_asked(request.GET, found, size=SIZE)
    rows = [
        [
            Cell(text=KINDS[one.kind], href=reverse("report", args=[one.pk]), note=_for_whom(one)),
            day(one.as_at, request.today),
            day(one.against, request.today),
            Cell(text=moment(one.made_at, request.today), note=one.made_by),
        ]
        for one in page.object_list
    ]
    may_make = request.viewer.may("see_figures")
    days = _days() if may_make else []
    return {
        "table": Table(label="Reports made", columns=COLUMNS, rows=rows, kind="stack", empty="No report was made yet."),
        "page": page,
        "kinds": [
            (key, KINDS[key], SAYS[key]) for key in KINDS if key != "scrutiny" or request.viewer.may("run_figures")
        ]
        if may_make
        else [],
        "days": days,
        "usual": _usual(days),
    }


def _days() -> list[date]:
    answers = StoredAnswers()
    latest = answers.latest_day()
    return sorted({*answers.ends(), *([latest] if latest else [])}, reverse=True)


def _usual(days: list[date]) -> tuple[date | None, date | None]:
    """The last whole month, and the same a year before."""
    ends = [one for one in days if one == month_end(one)]
    if not ends:
        return (days[0] if days else None), None
    before = month_end(ends[0].replace(year=ends[0].year - 1, day=1))
    return ends[0], before if before in days else ends[-1]


def _for_whom(one: MadeReport) -> str:
    return "For publication" if one.published else "For staff"
