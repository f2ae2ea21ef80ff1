"""The caseload report as plain words and cells, for a page that lays them out itself: nothing is left to work out."""

from __future__ import annotations

from typing import Any

from onechild.knowledge.reports.caseload import CaseloadReport
from onechild.knowledge.reports.cells import COUNTS, FROM_HOURS, Row, change_words, rows_of
from onechild.knowledge.reports.figures import NOW
from onechild.knowledge.reports.page.charts import scale
from onechild.knowledge.reports.page.tables import how_far_rows
from onechild.knowledge.reports.page.whole import dfe_words, pairs_of, paragraphs_of
from onechild.knowledge.reports.visits import VisitFigure, share_words


def to_document(report: CaseloadReport) -> dict[str, Any]:
    """This function will return the report as values that JSON can hold; the public copy keeps small ones back."""
    *rows, total = rows_of(report)
    how_far, all_over = how_far_rows(report)
    pairs = pairs_of(report)
    return {
        "then": report.saying.then,
        "now": report.saying.now,
        "target": f"{report.target:g}",
        "paragraphs": paragraphs_of(report.sentences),
        "scale_begins": f"{scale(pairs, target=report.target)[0]:g}",
        "rows": [_row(row) for row in rows],
        "total": _row(total),
        "how_far": how_far if report.caseload.together[NOW].over_target else [],
        "all_over": all_over,
        "visit_sentences": list(report.visit_sentences),
        "visits": [_visit(figure, publish=report.publish) for figure in report.visits.figures],
        "definitions": [list(pair) for pair in report.definitions],
        "dfe": dfe_words(report),
        "notes": list(report.notes),
    }


def _row(row: Row) -> dict[str, Any]:
    names = (*COUNTS, *FROM_HOURS)
    return {
        "label": row.label,
        "team_id": row.team_id,
        "now": {name: row.now[name] for name in names},
        "then": {name: row.then.get(name, "") for name in names},
        "changed": {name: change_words(row, name) for name in names},
    }


def _visit(figure: VisitFigure, *, publish: bool) -> dict[str, str]:
    words = f"{figure.before}children {figure.after}: {figure.asked}"
    return {
        "measure": figure.key,
        "words": words[:1].upper() + words[1:],
        "then": share_words(figure.then, publish=publish),
        "now": share_words(figure.now, publish=publish),
    }
