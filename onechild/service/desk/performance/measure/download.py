"""A measure as a table for a spreadsheet: its days, its months and the groups of a cut. No child is in it."""

from __future__ import annotations

import csv
from datetime import date

from django.http import HttpResponse

from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.question import Moment
from onechild.service.desk.performance.account import Account
from onechild.service.desk.performance.measure.breakdown import Breakdown

HEAD = ("measure", "title", "version", "from", "to", "by", "group", "code", "count", "value")


def as_csv(account: Account, measure: Measure, moment: Moment, found: Breakdown | None) -> HttpResponse:
    """This function will return what the page shows as lines: every moment in all, then the groups at the moment."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"{measure.key}-{moment.to_on.isoformat()}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    lines = csv.writer(answer)
    lines.writerow(HEAD)
    about = (measure.key, measure.title, measure.version)
    figures = account.figures.get(measure.key, {})
    for one in sorted(figures, key=lambda when: (when.from_on is not None, when.to_on, when.from_on or date.min)):
        lines.writerow([*about, *_days(one), "", "All", "", figures[one].parts, figures[one].value])
    for group in found.groups if found else ():
        lines.writerow(
            [*about, *_days(moment), found.by if found else "", group.label, group.code, group.parts, group.value]
        )
    return answer


def _days(moment: Moment) -> tuple[str, str]:
    return (moment.from_on.isoformat() if moment.from_on else "", moment.to_on.isoformat())
