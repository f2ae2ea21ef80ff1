"""A measure by team as it may be published: a small number is kept back, and so is what would give it away."""

from __future__ import annotations

from datetime import date

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Figure
from onechild.knowledge.reports.by_team import published, published_rows

VISITS, CASES = MEASURES["child-protection-visits-in-time"], MEASURES["cases-held"]
DAY = date(2026, 10, 31)


def share(team: str, part: int, whole: int) -> Figure:
    """A share of a team."""
    return Figure(None, DAY, part, whole, part / whole if whole else None, (("team", team), ("team_id", team)))


def values(*teams: Figure, total: tuple[int, int]) -> list[str]:
    """What is shown of the teams and of all."""
    part, whole = total
    rows, all_of_them = published_rows(VISITS, teams, Figure(None, DAY, part, whole, part / whole))
    return [*(row.value for row in rows), all_of_them.value]


def test_a_small_number_is_kept_back_and_the_next_smallest_with_it() -> None:
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


def test_a_month_that_stands_alone_is_kept_back_where_it_is_small() -> None:
    assert published(CASES, Figure(None, DAY, 4, None, 4)).value == "1 to 5"
