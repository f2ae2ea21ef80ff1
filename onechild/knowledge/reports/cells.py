"""The figures of the report as cells of a table: numbers as they are shown, small ones kept back for publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onechild.knowledge.reports.caseload import CaseloadReport
from onechild.knowledge.reports.figures import NOW, THEN, Figures, TeamFigures
from onechild.knowledge.reports.suppression import HIDDEN, SMALL, suppressed
from onechild.knowledge.reports.words import number, one_decimal

COUNTS = ("workers", "cases", "over_target", "unallocated", "held_by_managers", "held_by_absent")
FROM_HOURS = ("fte", "average", "average_per_fte")
NOTHING = "–"

Cells = dict[str, str]


@dataclass(frozen=True)
class Row:
    """One team's cells now and then; `then` is empty where the team can't be compared."""

    label: str
    now: Cells
    then: Cells
    team_id: str = ""


def rows_of(report: CaseloadReport) -> list[Row]:
    """A row for each team, one for children under no team or another, and all together last."""
    found = report.caseload
    teams = found.teams
    now = _columns([team.now for team in teams], found.together[NOW], found.council[NOW], publish=report.publish)
    then = _columns(
        [team.before or Figures() for team in teams],
        found.together[THEN],
        found.council[THEN],
        publish=report.publish,
        left_out=[team.before is None for team in teams],
    )
    labels = [*(team.team for team in teams), "Another team or none", all_words(teams)]
    ids = [*(team.team_id for team in teams), "", ""]
    return [
        Row(label, cells, before, team_id)
        for label, cells, before, team_id in zip(labels, now, then, ids, strict=True)
        if label != "Another team or none" or {cells["unallocated"], before["unallocated"]} != {"0"}
    ]


def all_words(teams: Sequence[TeamFigures]) -> str:
    """What the last row is called."""
    return "All" if len(teams) < 2 else f"All {number(len(teams))} teams"


def change_words(row: Row, name: str) -> str:
    """Whether a figure of a row is lower or higher now, by what is shown; nothing where that can't be said."""
    if name not in row.then or NOTHING in (row.now[name], row.then[name]):
        return ""
    try:
        now, then = (float(cells[name].replace(",", "")) for cells in (row.now, row.then))
    except ValueError:
        return ""
    return "same" if now == then else "lower" if now < then else "higher"


def _columns(
    teams: list[Figures],
    together: Figures,
    council: Figures,
    *,
    publish: bool,
    left_out: list[bool] | None = None,
) -> list[Cells]:
    """Cells of the teams, of none of them, and of all; a column's small numbers are looked at together."""
    outside = Figures(fte=None, unallocated=max(council.unallocated - together.unallocated, 0))
    figures = [*teams, outside]
    gone = [*(left_out or [False] * len(teams)), False]
    rows: list[Cells] = [{} for _row in [*figures, together]]
    for name in COUNTS:
        total = council.unallocated if name == "unallocated" else getattr(together, name)
        counts = [0 if away else getattr(one, name) for one, away in zip(figures, gone, strict=True)]
        shown, whole = suppressed(counts, total) if publish else ([f"{count:,}" for count in counts], f"{total:,}")
        for row, cell in zip(rows, [*shown, whole], strict=True):
            row[name] = cell
    for row, one in zip(rows, [*figures, together], strict=True):
        row |= _from_hours(one, kept_back=row["workers"] in (SMALL, HIDDEN) or row["cases"] in (SMALL, HIDDEN))
    for row, away in zip(rows, [*gone, False], strict=True):
        if away:
            row.clear()
    for name in (*COUNTS, *FROM_HOURS):
        if name != "unallocated":
            rows[-2][name] = NOTHING
    return rows


def _from_hours(figures: Figures, *, kept_back: bool) -> Cells:
    """Where a count is kept back, what is worked out from it would give it away."""
    values = {name: getattr(figures, name) for name in FROM_HOURS}
    if kept_back:
        return {name: HIDDEN if value else NOTHING for name, value in values.items()}
    return {name: NOTHING if value is None else one_decimal(value) for name, value in values.items()}
