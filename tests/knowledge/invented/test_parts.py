"""The small parts: chance that repeats, days as numbers, lines through points, names that are nobody's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random

import pyarrow as pa

from onechild.knowledge.invented.calibration import Tolerance
from onechild.knowledge.invented.chance import Quota, share_of, stream
from onechild.knowledge.invented.days import birthday, number, working_after, working_between
from onechild.knowledge.invented.published import between, in_year, series
from onechild.knowledge.invented.records.names import KNOWN_PEOPLE, forename, slip

Tables = Mapping[str, pa.Table]


def test_a_stream_is_the_same_whatever_was_drawn_elsewhere() -> None:
    first = stream(1, "family", "F1").random()
    stream(1, "family", "F2").random()
    assert stream(1, "family", "F1").random() == first


def test_a_share_belongs_to_its_names() -> None:
    assert share_of(1, "a", 2) == share_of(1, "a", 2) != share_of(2, "a", 2)


def test_a_quota_gives_its_share_within_one_family() -> None:
    quota = Quota(Random(5))
    given = sum(quota.says(0.3, weight=2) * 2 for _ in range(500))
    assert abs(given - 300) <= 2


def test_forty_five_working_days_over_easter_skip_its_bank_holidays() -> None:
    start = number(date(2021, 3, 1))
    assert working_after(start, 45) == number(date(2021, 5, 6))
    assert working_between(start, number(date(2021, 5, 6))) == 45


def test_a_child_of_the_29th_of_february_comes_of_age_on_the_1st_of_march() -> None:
    assert birthday(number(date(2004, 2, 29)), 18) == number(date(2022, 3, 1))


def test_a_line_is_flat_before_its_first_and_after_its_last_point() -> None:
    points = ((10, 1.0), (20, 3.0))
    assert [between(points, day) for day in (0, 15, 30)] == [1.0, 2.0, 3.0]


def test_a_year_without_a_figure_takes_the_last_one_published() -> None:
    assert in_year("referrals", number(date(2026, 6, 1))) == series("referrals")[2025]


def test_a_tolerance_in_units_is_not_a_share() -> None:
    assert Tolerance("x", units=3).allows(published=20, measured=23)
    assert not Tolerance("x", units=3).allows(published=20, measured=23.5)


def test_no_known_persons_name_is_put_together() -> None:
    surnames = {name.split()[1] for name in KNOWN_PEOPLE}
    made = {f"{forename(Random(n), 'british', 'M', last)} {last}" for n in range(300) for last in surnames}
    assert not made & KNOWN_PEOPLE


def test_nobody_in_the_council_has_a_known_persons_name(small: Tables) -> None:
    names = set(small["worker_names"]["name"].to_pylist())
    pairs = zip(small["child_names"]["forename"].to_pylist(), small["child_names"]["surname"].to_pylist(), strict=True)
    assert not (names | {f"{first} {last}" for first, last in pairs}) & KNOWN_PEOPLE


def test_a_slip_changes_a_name_a_little() -> None:
    assert slip("Thorne", 0.41) != "Thorne"
    assert abs(len(slip("Thorne", 0.41)) - len("Thorne")) <= 1
