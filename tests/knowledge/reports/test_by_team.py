"""A measure by team as it may be published: a small number is kept back, and so is what would give it away."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Figure
from onechild.knowledge.reports.by_team import published, published_rows
from onechild.knowledge.reports.suppressing.ranges import NARROWEST
from tests.knowledge.reports.attack import Attack, told_share

VISITS, CASES = MEASURES["child-protection-visits-in-time"], MEASURES["cases-held"]
SMALL_WHOLE = 5
DAY = date(2026, 10, 31)
teams = st.lists(
    st.tuples(st.integers(0, 40), st.one_of(st.integers(0, 7), st.integers(0, 40))), min_size=1, max_size=8
)


def share(team: str, part: int, whole: int) -> Figure:
    """A share of a team."""
    return Figure(None, DAY, part, whole, part / whole if whole else None, (("team", team), ("team_id", team)))


def values(*teams: Figure, total: tuple[int, int]) -> list[str]:
    """What is shown of the teams and of all."""
    part, whole = total
    rows, all_of_them = published_rows(VISITS, teams, Figure(None, DAY, part, whole, part / whole))
    return [*(row.value for row in rows), all_of_them.value]


def test_a_small_number_is_kept_back_and_another_with_it() -> None:
    shown = values(share("A", 3, 20), share("B", 10, 20), share("C", 12, 40), total=(25, 80))
    assert shown == ["1 to 5", "hidden", "30.0%", "31.2%"]


def test_few_who_were_missed_keep_the_row_back_too() -> None:
    shown = values(share("A", 19, 20), share("B", 10, 20), share("C", 10, 40), total=(39, 80))
    assert shown == ["hidden", "hidden", "25.0%", "48.8%"]


def test_nought_and_all_are_shown() -> None:
    assert values(share("A", 0, 20), share("B", 20, 20), total=(20, 40)) == ["0%", "100%", "50.0%"]


def test_a_row_kept_back_shows_no_count() -> None:
    rows, _all = published_rows(VISITS, [share("A", 3, 20), share("B", 10, 20)], share("", 13, 40))
    assert [row.parts for row in rows] == ["", ""]


def test_no_team_is_shown_where_all_of_them_together_are_few() -> None:
    assert values(share("A", 0, 20), share("B", 2, 20), total=(2, 40)) == ["hidden", "hidden", "1 to 5"]


def test_a_month_that_stands_alone_is_kept_back_where_it_is_small() -> None:
    assert published(CASES, Figure(None, DAY, 4, None, 4)).value == "1 to 5"


@settings(max_examples=150, deadline=None)
@given(teams)
def test_no_reader_can_narrow_a_hidden_share_further_than_promised(counts: list[tuple[int, int]]) -> None:
    assert narrowest(counts, knows_wholes=False) >= NARROWEST


@settings(max_examples=150, deadline=None)
@given(teams)
def test_nor_can_a_reader_who_knows_how_many_children_each_team_has(counts: list[tuple[int, int]]) -> None:
    several = [(part, missed) for part, missed in counts if part + missed > SMALL_WHOLE]
    assert narrowest(several, knows_wholes=True) >= NARROWEST


def narrowest(counts: list[tuple[int, int]], *, knows_wholes: bool) -> float:
    """The narrowest that the part or the missed of any hidden row can be pinned to."""
    together = (sum(part for part, _missed in counts), sum(part + missed for part, missed in counts))
    figures = [share(str(place), part, part + missed) for place, (part, missed) in enumerate(counts)]
    rows, whole = published_rows(VISITS, figures, share("", *together))
    attack = Attack()
    names = [(str(place),) for place in range(len(rows))]
    shown = [
        told_share(attack, name, row.parts, row.value, whole=part + missed if knows_wholes else None)
        for name, row, (part, missed) in zip(names, rows, counts, strict=True)
    ]
    told_share(attack, ("all",), whole.parts, whole.value)
    parts = ("part", "missed", "whole")
    for which in parts:
        attack.adds_up([(*name, which) for name in names], ("all", which))
    kept = [(place, one) for place, row in enumerate(counts) if not shown[place] and any(row) for one in parts[:2]]
    # Where nobody is left for the hidden rows each is nought, and nought is nobody's secret.
    left = {which: sum(counts[place][which == "missed"] for place, of in kept if of == which) for which in parts[:2]}
    found = [attack.range((*names[place], which)) for place, which in kept if left[which]]
    return min((most - least for least, most in found), default=NARROWEST)
