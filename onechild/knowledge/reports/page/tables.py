"""The tables of the report as HTML: figures by team, visits, how far over target."""

from __future__ import annotations

from html import escape

from onechild.knowledge.measures.topics import caseload as measures
from onechild.knowledge.reports.caseload import CaseloadReport
from onechild.knowledge.reports.cells import NOTHING, Row, change_words, rows_of
from onechild.knowledge.reports.figures import NOW
from onechild.knowledge.reports.suppression import HIDDEN, SMALL, is_small, suppressed
from onechild.knowledge.reports.visits import Share

ONCE = {"cases": "Cases", "workers": "Workers", "fte": "Full-time workers"}
TWICE = {
    "average": "Cases per worker",
    "average_per_fte": "Cases per full-time worker",
    "over_target": "Workers over target",
    "unallocated": "Children waiting",
    "held_by_managers": "Held by a manager",
    "held_by_absent": "Held by someone absent",
}
HOW_FAR = (("Up to 2", 0, 2), ("More than 2, up to 5", 2, 5), ("More than 5", 5, float("inf")))


def figures_table(report: CaseloadReport) -> str:
    """By team: averages, workers over target, and in the same row the children whom an average leaves out."""
    *rows, total = rows_of(report)
    groups = "".join(f'<th scope="colgroup" colspan="2" class="group">{words}</th>' for words in TWICE.values())
    then, now = (escape(words) for words in (report.saying.then, report.saying.now))
    pair = f'<th scope="col" class="number">{then}</th><th scope="col" class="number">{now}</th>'
    once = "".join(f'<th scope="col" rowspan="2" class="number">{words}</th>' for words in ONCE.values())
    body = "".join(f"<tr>{_team(report, row, place)}</tr>" for place, row in enumerate(rows))
    return _scrolled(
        "figures",
        f'<table aria-labelledby="figures"><thead><tr><th scope="col" rowspan="2">Team</th>{once}{groups}</tr>'
        f"<tr>{pair * len(TWICE)}</tr></thead><tbody>{body}</tbody>"
        f"<tfoot><tr>{_team(report, total, None)}</tr></tfoot></table>",
    )


def visits_table(report: CaseloadReport) -> str:
    """Each figure of visits by its basis, then and now."""
    then, now = (escape(words) for words in (report.saying.then, report.saying.now))
    body = ""
    for place, figure in enumerate(report.visits.figures):
        words = escape(f"{figure.before}children {figure.after}: {figure.asked}")
        label = f'<a href="#behind-visits-{place}">{_capital(words)}</a>' if not report.publish else _capital(words)
        cells = "".join(
            f'<td class="number">{_of(share, publish=report.publish)}</td>' for share in (figure.then, figure.now)
        )
        body += f'<tr><th scope="row">{label}</th>{cells}</tr>'
    return _scrolled(
        "visits",
        f'<table aria-labelledby="visits"><thead><tr><th scope="col">Children</th><th scope="col" class="number">{then}'
        f'</th><th scope="col" class="number">{now}</th></tr></thead><tbody>{body}</tbody></table>',
    )


def how_far_rows(report: CaseloadReport) -> tuple[list[tuple[str, str]], str]:
    """This function will return how many of the workers over target are over it by how much, now, and their total."""
    teams = {team.team_id for team in report.caseload.teams}
    rows = report.caseload.behind[measures.WORKERS_OVER_TARGET.key]
    over = {row.worker_id: row.adds or 0 for row in rows if row.moment == NOW and row.counted and row.team_id in teams}
    counts = [sum(low < by <= high for by in over.values()) for _words, low, high in HOW_FAR]
    cells, total = (
        suppressed(counts, len(over)) if report.publish else ([str(count) for count in counts], str(len(over)))
    )
    return [(words, cell) for cell, (words, _low, _high) in zip(cells, HOW_FAR, strict=True)], total


def how_far_table(report: CaseloadReport) -> str:
    """How far the workers over target are over it, as a table."""
    rows, total = how_far_rows(report)
    body = "".join(
        f'<tr><th scope="row">{words}</th><td class="number">{_kept(cell)}</td></tr>' for words, cell in rows
    )
    return (
        '<table aria-labelledby="how-far"><thead><tr><th scope="col">Cases over the worker’s own target</th>'
        f'<th scope="col" class="number">Workers</th></tr></thead><tbody>{body}</tbody>'
        f'<tfoot><tr><th scope="row">All over target</th><td class="number">{_kept(total)}</td></tr></tfoot></table>'
    )


def _team(report: CaseloadReport, row: Row, place: int | None) -> str:
    opens = place is not None and row.team_id and not report.publish
    label = f'<a href="#behind-{place}">{escape(row.label)}</a>' if opens else escape(row.label)
    cells = "".join(f'<td class="number">{_kept(row.now[name])}</td>' for name in ONCE)
    for name in TWICE:
        rose = change_words(row, name) == "higher"
        cells += f'<td class="number then">{_kept(row.then.get(name, NOTHING))}</td>'
        cells += f'<td class="number {"more" if rose else "now"}">{_kept(row.now[name])}</td>'
    return f'<th scope="row">{label}</th>{cells}'


def _of(share: Share, *, publish: bool) -> str:
    if not share.whole:
        return NOTHING
    if publish and share.few:
        return _kept(HIDDEN)
    if publish and share.kept_back:
        but = "all but " if is_small(share.whole - share.part) else ""
        return f'<span class="kept">{but}{SMALL}</span> of {share.whole:,}'
    return f'{share.part:,} of {share.whole:,} <span class="now">({escape(share.words)})</span>'


def _kept(cell: str) -> str:
    return f'<span class="kept">{cell}</span>' if cell in (SMALL, HIDDEN, NOTHING) else cell


def _scrolled(name: str, table: str) -> str:
    return f'<div class="scroll {name}" role="region" tabindex="0" aria-label="Table of {name}">{table}</div>'


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
