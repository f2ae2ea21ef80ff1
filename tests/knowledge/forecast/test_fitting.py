"""Whether work fits into time, and what would mend it: small cases by hand, and any at all by Hall's condition."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.forecast.fitting import added, done_later, first_excess, fit
from onechild.knowledge.forecast.mending import More, Move, covered, more_hours, moves
from onechild.knowledge.forecast.model import Excess, Work

MONDAY = date(2026, 11, 23)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def work(key: str, due: int, minutes: int, *, start: int = 0) -> Work:
    return Work(day(due), key, day(start), minutes)


WEEK = {day(number): 120 for number in range(5)}

pieces = st.builds(
    lambda key, start, length, minutes: Work(day(start + length), f"{key}", day(start), minutes),
    st.uuids(),
    st.integers(0, 12),
    st.integers(0, 8),
    st.integers(0, 200),
)
times = st.dictionaries(st.integers(0, 14).map(day), st.integers(0, 240), max_size=15)


def test_work_is_put_on_the_first_days_with_time_the_earliest_due_first() -> None:
    fitted = fit([work("b", 4, 60), work("a", 1, 150)], WEEK)
    assert fitted.placed == {"a": {day(0): 120, day(1): 30}, "b": {day(1): 60}}
    assert fitted.unmet == ()


def test_what_does_not_fit_takes_no_time_from_what_is_due_later() -> None:
    fitted = fit([work("a", 0, 100), work("b", 0, 60), work("c", 1, 120)], WEEK)
    assert [one.key for one in fitted.unmet] == ["b"]
    assert fitted.first_breach == day(0)
    assert fitted.placed["c"] == {day(0): 20, day(1): 100}


def test_a_later_turn_can_not_be_done_before_the_one_before_it() -> None:
    fitted = fit([work("second", 9, 60, start=5)], WEEK)
    assert [one.key for one in fitted.unmet] == ["second"]


def test_what_is_not_met_is_done_in_the_time_left_over_in_turn() -> None:
    fitted = fit([work("a", 0, 120), work("b", 0, 120), work("c", 0, 120)], WEEK)
    assert done_later(fitted) == {"b": day(1), "c": day(2)}


def test_what_no_time_is_left_for_is_not_said_to_be_done() -> None:
    assert done_later(fit([work("a", 0, 1000)], WEEK)) == {}


def test_excess_is_the_first_stretch_of_days_that_lacks_time() -> None:
    pieces = [work("a", 0, 150), work("b", 1, 150), work("c", 4, 600)]
    assert first_excess(pieces, WEEK) == Excess(day(0), day(0), 30)


@given(st.lists(pieces, max_size=12), times)
def test_where_all_is_met_there_is_a_plan_that_keeps_every_day_and_every_piece(
    pieces: list[Work], time: dict[date, int]
) -> None:
    fitted = fit(pieces, time)
    met = [one for one in pieces if one not in fitted.unmet]
    assert all(sum(fitted.placed[one.key].values()) == one.minutes for one in met)
    assert all(one.from_on <= on <= one.due_on for one in met for on in fitted.placed[one.key])
    used = {on: sum(days.get(on, 0) for days in fitted.placed.values()) for on in time}
    assert all(used[on] + fitted.free[on] == time[on] and fitted.free[on] >= 0 for on in time)


@given(st.lists(pieces, max_size=12), times)
def test_something_is_unmet_exactly_where_some_days_hold_more_work_than_time(
    pieces: list[Work], time: dict[date, int]
) -> None:
    excess = first_excess(pieces, time)
    assert bool(fit(pieces, time).unmet) == (excess is not None)


@given(st.lists(pieces, max_size=12), times)
def test_an_excess_is_true_of_its_days(pieces: list[Work], time: dict[date, int]) -> None:
    excess = first_excess(pieces, time)
    within = [one for one in pieces if excess and excess.from_on <= one.from_on and one.due_on <= excess.by]
    there = sum(n for on, n in time.items() if excess and excess.from_on <= on <= excess.by)
    assert excess is None or sum(one.minutes for one in within) - there == excess.minutes


@given(st.lists(pieces, max_size=10), times)
def test_the_hours_more_that_are_asked_for_are_enough(pieces: list[Work], time: dict[date, int]) -> None:
    more = more_hours(pieces, time) or []
    assert fit(pieces, added(time, {one.by: one.minutes for one in more})).unmet == ()


def test_hours_more_are_asked_for_in_quarters_by_the_day_they_are_needed() -> None:
    assert more_hours([work("a", 0, 130), work("b", 4, 60)], WEEK) == [More(15, day(0))]


def test_no_more_hours_are_asked_for_than_are_needed() -> None:
    pieces = [work("a", 0, 180), work("b", 1, 180), work("c", 2, 60)]
    assert more_hours(pieces, WEEK) == [More(60, day(0)), More(60, day(1))]


@given(st.lists(pieces, max_size=8), times)
def test_less_by_a_quarter_on_the_last_day_would_not_be_enough(pieces: list[Work], time: dict[date, int]) -> None:
    more = more_hours(pieces, time) or []
    less = {one.by: one.minutes - (15 if one is more[-1] else 0) for one in more}
    assert not more or fit(pieces, added(time, less)).unmet


def test_no_hours_mend_what_was_due_before_today() -> None:
    assert more_hours([work("a", -1, 30)], WEEK) is None


def test_work_moves_to_whoever_has_most_room_and_their_own_stays_met() -> None:
    short = work("visit", 0, 60)
    others = {
        "busy": ([work("x", 0, 100)], WEEK),
        "free": ([work("y", 4, 100)], WEEK),
        "late": ([work("z", 0, 300)], WEEK),
    }
    found, left = moves([short], others)
    assert (found, left) == ([Move("free", (short,))], [])


def test_work_that_nobody_has_room_for_is_left() -> None:
    first, second = work("a", 0, 100), work("b", 0, 100)
    assert moves([first, second], {"one": ([], WEEK)}) == ([Move("one", (first,))], [second])


def test_cover_gives_back_the_time_of_an_absence() -> None:
    away = {day(number): 0 for number in range(3)} | {day(3): 120}
    pieces = [work("a", 1, 60), work("b", 3, 60)]
    assert [one.key for one in fit(pieces, away).unmet] == ["a"]
    assert covered(pieces, away, {day(0): 120}) == ()


@given(st.lists(pieces, max_size=4), st.lists(pieces, max_size=4), times, times)
def test_whoever_takes_work_on_still_meets_everything(
    short: list[Work], own: list[Work], time: dict[date, int], other: dict[date, int]
) -> None:
    found, left = moves(short, {"one": (own, time), "two": ([], other)})
    had = {"one": (own, time), "two": ([], other)}
    assert [move for move in found if fit([*had[move.to][0], *move.work], had[move.to][1]).unmet] == []
    assert sorted([*left, *(work for move in found for work in move.work)]) == sorted(short)
