"""The caseload report as JSON: the shape is a contract, described in docs/reference."""

from __future__ import annotations

import json
from typing import Any

from onechild.knowledge.reports.caseload import CaseloadReport
from onechild.knowledge.reports.cells import COUNTS, FROM_HOURS, Row, rows_of
from onechild.knowledge.reports.figures import NOW, THEN, Figures, TeamFigures
from onechild.knowledge.reports.notes import invented_words
from onechild.knowledge.reports.visits import Share, VisitFigure

NAMES = (
    "workers",
    "fte",
    "cases",
    "average",
    "average_per_fte",
    "over_target",
    "unallocated",
    "held_by_managers",
    "held_by_absent",
)


def to_json(report: CaseloadReport) -> str:
    """The report as a JSON text. Averages and hours to two decimals; null where a figure cannot be known.

    In the copy for publication a number kept back is the text "1 to 5" or "hidden".
    """
    return json.dumps(facts(report), indent=1, ensure_ascii=False) + "\n"


def facts(report: CaseloadReport) -> dict[str, Any]:
    """The report as plain values, in the order of its JSON."""
    found = report.caseload
    return {
        "as_at": report.as_at.isoformat(),
        "against": report.against.isoformat(),
        "target": _tidy(report.target),
        "teams": _published(report) if report.publish else [_team(team) for team in found.teams],
        "sentences": [*report.sentences, *report.visit_sentences],
        "all_teams": _both(report, found.together),
        "council": _both(report, found.council),
        "average_caseload_dfe": {
            "value": _tidy(report.caseload.dfe_average[NOW]),
            "before": _tidy(report.caseload.dfe_average[THEN]),
        },
        "visits": [_visit(figure, publish=report.publish) for figure in report.visits.figures],
        "notes": list(report.notes),
        "invented": invented_words(report.about) or None,
        "council_code": report.about.council,
        "council_name": report.about.council_name,
        "known_at": report.about.known_at.isoformat() if report.about.known_at else None,
        "fingerprint": report.fingerprint,
    }


def _team(team: TeamFigures) -> dict[str, Any]:
    before = {"team": team.before_team, **_figures(team.before)} if team.before else None
    return {"team": team.team, **_figures(team.now), "before": before}


def _figures(figures: Figures) -> dict[str, Any]:
    return {name: _tidy(getattr(figures, name)) for name in NAMES}


def _published(report: CaseloadReport) -> list[dict[str, Any]]:
    rows = {row.team_id: row for row in rows_of(report) if row.team_id}
    return [_published_team(team, rows[team.team_id]) for team in report.caseload.teams]


def _published_team(team: TeamFigures, row: Row) -> dict[str, Any]:
    before = {"team": team.before_team, **_cells(row.then)} if row.then else None
    return {"team": team.team, **_cells(row.now), "before": before}


def _cells(cells: dict[str, str]) -> dict[str, Any]:
    return {name: _number(cells[name]) for name in NAMES if name in (*COUNTS, *FROM_HOURS)}


def _number(cell: str) -> float | str | None:
    try:
        value = float(cell.replace(",", ""))
    except ValueError:
        return None if cell == "–" else cell
    return _tidy(value)


def _both(report: CaseloadReport, pair: tuple[Figures, Figures]) -> dict[str, Any] | None:
    """Totals would give away what is kept back in the teams: the copy for publication has them in its table only."""
    if report.publish:
        return None
    return {**_figures(pair[NOW]), "before": _figures(pair[THEN])}


def _visit(figure: VisitFigure, *, publish: bool) -> dict[str, Any]:
    now, then = (_share(share, publish=publish) for share in (figure.now, figure.then))
    children = f"{figure.before}children {figure.after}"
    return {"measure": figure.key, "basis": f"{children}: {figure.asked}", **now, "before": then}


def _share(share: Share, *, publish: bool) -> dict[str, Any]:
    if publish and share.kept_back:
        return {"numerator": None, "denominator": None if share.few else share.whole, "value": None, "kept_back": True}
    value = round(share.part / share.whole, 4) if share.whole else None
    return {"numerator": share.part, "denominator": share.whole, "value": value}


def _tidy(value: float | None) -> float | None:
    if value is None:
        return None
    return int(value) if float(value).is_integer() else round(value, 2)
