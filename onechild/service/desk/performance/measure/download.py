"""A measure as lines for a spreadsheet: its days, its months and the groups of a cut. No child is in it."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse

from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.question import Moment
from onechild.service.desk.performance.account import Account
from onechild.service.desk.performance.measure.breakdown import Breakdown
from onechild.service.govuk.files import csv_file

HEAD = ("measure", "title", "version", "from", "to", "by", "group", "code", "count", "value")


def as_csv(account: Account, measure: Measure, moment: Moment, found: Breakdown | None) -> HttpResponse:
    """This function will return what the page shows as lines: every moment in all, then the groups at the moment."""
    about = (measure.key, measure.title, measure.version)
    figures = account.figures.get(measure.key, {})
    kept = sorted(figures, key=lambda when: (when.from_on is not None, when.to_on, when.from_on or date.min))
    lines = [[*about, *_days(one), "", "All", "", figures[one].parts, figures[one].value] for one in kept]
    groups = found.groups if found else []
    by = found.by if found else ""
    lines += [[*about, *_days(moment), by, one.label, one.code, one.parts, one.value] for one in groups]
    return csv_file(f"{measure.key}-{moment.to_on.isoformat()}", HEAD, lines)


def _days(moment: Moment) -> tuple[str, str]:
    return (moment.from_on.isoformat() if moment.from_on else "", moment.to_on.isoformat())
