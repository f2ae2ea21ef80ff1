"""A measure by team, or by another cut, as a table; with small numbers kept back for publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, inf

from onechild.knowledge.measures.model import Figure, Measure, Shape
from onechild.knowledge.reports.suppressing.choosing import is_small, kept_back
from onechild.knowledge.reports.suppressing.ranges import FEWEST_SHOWN
from onechild.knowledge.reports.suppression import HIDDEN, KEPT_BACK, SMALL
from onechild.knowledge.reports.values import figure_words, parts_words

UNDER_NO_TEAM = "Under no team"
OF_SHARE = ("numerator", "missed", "denominator")
# The numbers of each shape that count people or things one by one: what is worked out from them goes with them. Of a
# mean and a middle the sum tells nobody's own number; a rate is a count in another dress, its population is known.
COUNTED: dict[Shape, tuple[str, ...]] = {
    Shape.COUNT: ("numerator",),
    Shape.SUM: ("numerator",),
    Shape.RATE: ("numerator",),
    Shape.SHARE: OF_SHARE,
    Shape.RATIO: ("numerator", "denominator"),
    Shape.MEAN: ("denominator",),
    Shape.MEDIAN: ("denominator",),
}


@dataclass(frozen=True)
class TeamRow:
    """One row: what was counted of how many ("41 of 43"), and the value. `team_id` is empty for other cuts."""

    label: str
    team_id: str
    parts: str
    value: str


def team_rows(measure: Measure, teams: Sequence[Figure], together: Figure) -> tuple[list[TeamRow], TeamRow]:
    """This function will return a row for each team (or group of another cut) and one for all, every number shown."""
    return [_row(measure, team) for team in teams], _row(measure, together)


def published_rows(measure: Measure, teams: Sequence[Figure], together: Figure) -> tuple[list[TeamRow], TeamRow]:
    """This function will return the rows as they may be published.

    A row is kept back whole where its numerator, its denominator, or of a share the children not counted, are few;
    others go with it until nothing hidden can be worked out, not even by a reader who knows every denominator. Where
    all together are few, or no choice of rows is safe, no row is shown.
    """
    rows, whole = team_rows(measure, teams, together)
    names = COUNTED[measure.shape]
    few = [is_small(_count(name, together)) for name in names]
    if any(few):
        return [_hidden(row) for row in rows], _hidden(whole, small=few[0] and names[0] == "numerator")
    columns = [[_count(name, team) for team in teams] for name in names]
    chosen = kept_back(columns, caps=_caps(columns) if measure.shape is Shape.SHARE else ()) if teams else frozenset()
    if chosen is None:
        return [_hidden(row) for row in rows], whole
    shown = [
        _hidden(row, small=is_small(columns[0][place]) and names[0] == "numerator") if place in chosen else row
        for place, row in enumerate(rows)
    ]
    return shown, whole


def published(measure: Measure, figure: Figure) -> TeamRow:
    """This function will return one figure that stands alone, such as a month of a trend, as it may be published."""
    return published_rows(measure, [], figure)[1]


def is_kept_back(row: TeamRow) -> bool:
    """Whether a row shows no number."""
    return row.value in KEPT_BACK


def _caps(columns: Sequence[Sequence[int]]) -> list[list[float]]:
    """The most that part, missed and whole of a share can be for a reader who knows the wholes that are not small."""
    parts, _missed, wholes = columns
    known = [inf if is_small(whole) else whole for whole in wholes]
    least = [FEWEST_SHOWN if part >= FEWEST_SHOWN else min(part, 1) for part in parts]
    return [known, [whole - low for whole, low in zip(known, least, strict=True)], [inf] * len(wholes)]


def _count(name: str, figure: Figure) -> int:
    """A number of the figure, rounded up so that part of a worker is not taken for none; a loss counts like a gain."""
    whole = figure.denominator or 0
    number = {"numerator": figure.numerator, "missed": whole - figure.numerator, "denominator": whole}[name]
    return ceil(abs(number))


def _hidden(row: TeamRow, *, small: bool = False) -> TeamRow:
    return TeamRow(row.label, row.team_id, "", SMALL if small else HIDDEN)


def _row(measure: Measure, figure: Figure) -> TeamRow:
    facts = dict(figure.group)
    parts = parts_words(measure, figure.numerator, figure.denominator)
    return TeamRow(label_of(figure), facts.get("team_id") or "", parts, figure_words(measure, figure))


def label_of(figure: Figure) -> str:
    """This function will return what a figure's group is called; "All" where it is of no group."""
    if not figure.group:
        return "All"
    return figure.group[0][1] or UNDER_NO_TEAM
