"""A measure by team as a table: its count, out of what, and its value, with small numbers kept back for publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onechild.knowledge.measures.model import Figure, Measure, Shape
from onechild.knowledge.reports.suppression import HIDDEN, SMALL, suppressed
from onechild.knowledge.reports.values import figure_words, parts_words

UNDER_NO_TEAM = "Under no team"


@dataclass(frozen=True)
class TeamRow:
    """One team's row: what was counted of how many ("41 of 43"), and the value."""

    label: str
    team_id: str
    parts: str
    value: str


def team_rows(measure: Measure, teams: Sequence[Figure], together: Figure) -> tuple[list[TeamRow], TeamRow]:
    """This function will return a row for each team and one for all, every number shown."""
    return [_row(measure, team) for team in teams], _row(measure, together)


def published_rows(measure: Measure, teams: Sequence[Figure], together: Figure) -> tuple[list[TeamRow], TeamRow]:
    """This function will return the rows as they may be published.

    A row is kept back whole where its numerator, its denominator, or of a share the children not counted, are few; and
    where the rest of the column and the total would give such a row away. With it goes the value worked out from it.
    """
    rows, whole = team_rows(measure, teams, together)
    columns = [_column(measure, name, teams, together) for name in ("numerator", "missed", "denominator")]
    cells = list(zip(*(column[0] for column in columns), strict=True))
    shown = [_shown(row, own) for row, own in zip(rows, cells, strict=True)]
    return shown, _shown(whole, tuple(column[1] for column in columns))


def published(measure: Measure, figure: Figure) -> TeamRow:
    """This function will return one figure that stands alone, such as a month of a trend, as it may be published."""
    return published_rows(measure, [], figure)[1]


def _column(measure: Measure, name: str, teams: Sequence[Figure], together: Figure) -> tuple[list[str], str]:
    counts = [_count(measure, name, team) for team in teams]
    return suppressed(counts, _count(measure, name, together))


def _count(measure: Measure, name: str, figure: Figure) -> int:
    """A number of the figure, rounded up so that part of a worker is never taken for none."""
    whole = figure.denominator or 0
    if name == "numerator":
        return -int(-figure.numerator // 1)
    if measure.shape is Shape.COUNT:
        return 0
    return -int(-(whole - figure.numerator if name == "missed" and measure.shape is Shape.SHARE else whole) // 1)


def _shown(row: TeamRow, cells: tuple[str, ...]) -> TeamRow:
    if not any(cell in (SMALL, HIDDEN) for cell in cells):
        return row
    return TeamRow(row.label, row.team_id, "", SMALL if cells[0] == SMALL else HIDDEN)


def is_kept_back(row: TeamRow) -> bool:
    """Whether a row shows no number."""
    return row.value in (SMALL, HIDDEN)


def _row(measure: Measure, figure: Figure) -> TeamRow:
    facts = dict(figure.group)
    label = (facts.get("team") or UNDER_NO_TEAM) if facts else "All"
    parts = parts_words(measure, figure.numerator, figure.denominator)
    return TeamRow(label, facts.get("team_id") or "", parts, figure_words(measure, figure))
