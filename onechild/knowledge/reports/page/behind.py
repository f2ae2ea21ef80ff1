"""The children and workers behind each figure, by id, for staff who may open them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from html import escape

from onechild.knowledge.measures.behind import Behind
from onechild.knowledge.measures.topics import caseload as measures
from onechild.knowledge.reports.caseload import CaseloadReport
from onechild.knowledge.reports.figures import NOW, THEN, TeamFigures
from onechild.knowledge.reports.words import one_decimal

LISTS = (
    ("Children waiting", measures.CASES_UNALLOCATED.key),
    ("Held by a manager", measures.CASES_HELD_BY_MANAGERS.key),
    ("Held by someone absent", measures.CASES_HELD_BY_ABSENT_WORKERS.key),
)


def behind_section(report: CaseloadReport) -> str:
    """What stands behind each team's figures and each figure of visits; nothing in the copy for publication."""
    if report.publish:
        return ""
    teams = "".join(_team(report, team, place) for place, team in enumerate(report.caseload.teams))
    outside = _outside(report)
    visits = "".join(_visits(report, place) for place, _figure in enumerate(report.visits.figures))
    return (
        '<section class="behind" aria-labelledby="behind"><h2 id="behind">Children and workers behind the figures</h2>'
        '<p class="small">By id, never by name. For staff of the service only: the copy made with --without-children '
        f"leaves this part out.</p>{teams}{outside}{visits}</section>"
    )


def _team(report: CaseloadReport, team: TeamFigures, place: int) -> str:
    parts = _day(report, team.team_id, NOW, report.saying.now)
    if team.before is not None:
        parts += _day(report, team.before_id, THEN, report.saying.then)
    return f'<details><summary>{escape(team.team)}</summary><div id="behind-{place}">{parts}</div></details>'


def _day(report: CaseloadReport, team_id: str, moment: int, called: str) -> str:
    rows = report.caseload.behind
    held = _at(rows[measures.AVERAGE_CASELOAD_PER_WORKER.key], moment, team_id)
    over = {
        row.worker_id: row.adds for row in _at(rows[measures.WORKERS_OVER_TARGET.key], moment, team_id) if row.counted
    }
    by_worker: dict[str, list[str]] = defaultdict(list)
    for row in held:
        by_worker[row.worker_id or ""].append(row.child_id or "")
    body = "".join(
        f'<tr><th scope="row">{escape(worker)}</th><td class="number">{len(set(children))}</td>'
        f'<td class="number">{_by(over.get(worker))}</td><td>{_ids(children)}</td></tr>'
        for worker, children in sorted(by_worker.items())
    )
    table = (
        f'<table><caption>Cases by worker at {escape(called)}</caption><thead><tr><th scope="col">Worker</th>'
        '<th scope="col" class="number">Cases here</th><th scope="col" class="number">Over target by</th>'
        f'<th scope="col">Children</th></tr></thead><tbody>{body}</tbody></table>'
    )
    return table + _lists(report, {team_id}, moment, called)


def _outside(report: CaseloadReport) -> str:
    """Children waiting whom no team that is compared has."""
    teams = {team.team_id for team in report.caseload.teams}
    rows = report.caseload.behind[measures.CASES_UNALLOCATED.key]
    waiting = [row for row in rows if row.moment == NOW and row.counted and row.team_id not in teams]
    if not waiting:
        return ""
    return (
        f"<details><summary>Waiting in another team or under none</summary><h3>At {escape(report.saying.now)}</h3>"
        f'<p class="ids">{_ids(row.child_id for row in waiting)}</p></details>'
    )


def _lists(report: CaseloadReport, teams: set[str | None], moment: int, called: str) -> str:
    parts = ""
    for words, key in LISTS:
        children = [row.child_id for row in report.caseload.behind[key] if _is(row, moment, teams) and row.counted]
        if children:
            parts += f'<h3>{words} at {escape(called)}</h3><p class="ids">{_ids(children)}</p>'
    return parts


def _visits(report: CaseloadReport, place: int) -> str:
    figure = report.visits.figures[place]
    parts = ""
    for moment, called in ((NOW, report.saying.now), (THEN, report.saying.then)):
        rows = [row for row in report.visits.behind[figure.key] if row.moment == moment]
        seen = {row.child_id for row in rows if row.counted}
        missed = {row.child_id for row in rows} - seen
        parts += f'<h3>At {escape(called)}</h3><h4>Not {escape(figure.asked)}</h4><p class="ids">{_ids(missed)}</p>'
        parts += f'<h4>{escape(figure.asked.capitalize())}</h4><p class="ids">{_ids(seen)}</p>'
    words = f"{figure.before}children {figure.after}"
    return (
        f"<details><summary>{escape(words[:1].upper() + words[1:])}: {escape(figure.asked)}</summary>"
        f'<div id="behind-visits-{place}">{parts}</div></details>'
    )


def _at(rows: Iterable[Behind], moment: int, team_id: str) -> list[Behind]:
    return [row for row in rows if _is(row, moment, {team_id})]


def _is(row: Behind, moment: int, teams: set[str | None]) -> bool:
    return row.moment == moment and row.team_id in teams


def _by(excess: float | None) -> str:
    return one_decimal(excess).removesuffix(".0") if excess else ""


def _ids(children: Iterable[str | None]) -> str:
    return escape(", ".join(sorted({child for child in children if child}))) or "None"
