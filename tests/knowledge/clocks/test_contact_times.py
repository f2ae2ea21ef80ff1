"""By when a contact is decided: red on the clock, amber and green in opening hours, never later for being raised."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.clocks.local.contact_times import ContactTimes, Due, PrioritySet, contact_times
from onechild.knowledge.workdays import LONDON
from onechild.knowledge.workdays.opening import Opening

TIMES = contact_times({})
FRIDAY = datetime(2026, 11, 20, 16, 50, tzinfo=LONDON)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=LONDON)


def due(*priorities: PrioritySet, received_at: datetime = FRIDAY, needed_before: datetime | None = None) -> Due:
    return TIMES.due(received_at=received_at, priorities=priorities, needed_before=needed_before)


def test_red_of_a_friday_evening_runs_on_the_clock() -> None:
    assert due(PrioritySet("red")) == Due(at=at(20, 20, 50), by_clock=True)
    assert TIMES.left(due(PrioritySet("red")), now=at(21, 9)) == -timedelta(hours=12, minutes=10)


def test_amber_of_a_friday_evening_stands_still_over_the_weekend() -> None:
    assert due(PrioritySet("amber")) == Due(at=at(24, 9, 20), by_clock=False)
    assert TIMES.left(due(PrioritySet("amber")), now=at(22, 12)) == timedelta(hours=8, minutes=20)


def test_green_and_no_colour_have_until_the_end_of_the_next_working_day() -> None:
    assert due(PrioritySet("green")).at == due().at == at(23, 17)


def test_the_first_priority_counts_from_receipt_however_late_somebody_said_it() -> None:
    assert due(PrioritySet("red", at(21, 9))).at == at(20, 20, 50)


def test_one_raised_later_counts_from_the_raising() -> None:
    assert due(PrioritySet("green"), PrioritySet("red", at(22, 12))).at == at(22, 16)


def test_one_raised_at_the_last_moment_is_due_no_later_than_before() -> None:
    assert due(PrioritySet("green"), PrioritySet("red", at(23, 16))).at == at(23, 17)


def test_one_lowered_counts_from_receipt() -> None:
    assert due(PrioritySet("red"), PrioritySet("green", at(20, 17))).at == at(23, 17)


def test_what_a_child_needs_before_then_goes_before_any_colour() -> None:
    assert due(PrioritySet("green"), needed_before=at(20, 18)) == Due(
        at=at(20, 18), by_clock=True, needed=True, by_need=True
    )


def test_what_a_child_needs_later_makes_no_red_contact_due_later() -> None:
    assert due(PrioritySet("red"), needed_before=at(22, 18)).at == at(20, 20, 50)


def test_what_a_child_needs_later_leaves_an_amber_contact_its_opening_hours() -> None:
    assert due(PrioritySet("amber"), needed_before=at(25, 18)) == Due(at=at(24, 9, 20), by_clock=False, needed=True)


def test_a_council_sets_its_own_hours() -> None:
    own = contact_times({"front_door_opens_hour": 8.5, "front_door_red_hours": 2, "contact_decision_working_days": 2})
    assert own == ContactTimes(opening=Opening(8.5, 17), red=timedelta(hours=2), green_days=2)


def test_hours_that_make_no_day_are_left_at_the_defaults() -> None:
    assert contact_times({"front_door_opens_hour": 12, "front_door_closes_hour": 12}).opening == Opening(9, 17)


@given(
    st.lists(st.tuples(st.sampled_from(["red", "amber", "green", None]), st.integers(0, 6000)), max_size=5),
    st.integers(0, 6000),
)
def test_raising_never_gives_more_time(set_at: list[tuple[str | None, int]], minutes: int) -> None:
    ordered = sorted(set_at, key=lambda one: one[1])
    known = [PrioritySet(colour, FRIDAY + timedelta(minutes=after)) for colour, after in ordered]
    last = FRIDAY + timedelta(minutes=max([minutes, *(after for _, after in ordered)]))
    raised = [*known, PrioritySet("red", last)]
    assert TIMES.due(received_at=FRIDAY, priorities=raised).at <= TIMES.due(received_at=FRIDAY, priorities=known).at
