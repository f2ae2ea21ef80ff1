"""What a council sets for itself: found from the clocks, held to the law's limits; and from when a duty shows amber."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from onechild.knowledge.clocks.catalogue import CLOCKS, clock
from onechild.knowledge.clocks.explained.example import DONE_EARLY, example_of, hours_example_of
from onechild.knowledge.clocks.hours import HoursClock
from onechild.knowledge.clocks.local.amber import amber_at, amber_days, amber_from, amber_setting
from onechild.knowledge.clocks.local.named import local_standard, local_standards
from onechild.knowledge.clocks.local.own import most_days
from onechild.knowledge.clocks.model import FOREVER, Clock, Standard
from onechild.knowledge.clocks.standards import InForce, read_standards
from onechild.knowledge.codesets import codeset
from onechild.knowledge.workdays import add, working_days_between

TODAY = date(2026, 11, 21)
EVERY = pytest.mark.parametrize("one", CLOCKS, ids=lambda one: one.key)


def in_force(setting: str, value: int, started_on: date = date(2020, 1, 1), ended_on: date = FOREVER) -> InForce:
    return InForce(setting, value, started_on, ended_on)


def row(setting: str, value: float, started_on: date, ended_on: date | None = None) -> dict[str, object]:
    """A row of the table `settings`, of the whole council."""
    dates = {"started_on": started_on, "ended_on": ended_on}
    return {"setting": setting, "value": value, "team_id": None, "role": None, **dates}


def test_every_standard_that_a_clock_names_can_be_set() -> None:
    lengths = (length for one in CLOCKS for rule in one.rules for length in rule.lengths)
    assert {length.setting for length in lengths if isinstance(length, Standard)} <= set(local_standards())


def test_every_standard_has_its_code_and_its_words() -> None:
    known = {code.code for code in codeset("setting").codes}
    assert [key for key in local_standards() if key not in known] == []


def test_no_code_stands_for_a_standard_that_there_is_not() -> None:
    assert [code.code for code in codeset("setting").codes if code.code not in local_standards()] == []


def test_a_length_of_the_law_can_be_made_shorter_and_never_longer() -> None:
    adviser = local_standard("personal_adviser_age")
    assert adviser.refused(15) == ""
    assert adviser.refused(17).startswith("The law gives age 16 at most")


def test_a_length_that_no_law_sets_can_be_made_longer() -> None:
    assert local_standard("child_protection_visit_days").refused(42) == ""


def test_a_length_is_a_whole_number_of_at_least_one() -> None:
    visits = local_standard("child_protection_visit_days")
    assert visits.refused(27.5) == "Give a whole number."
    assert visits.refused(0) == "The least that can be set is 1 day."


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("child_protection_visit_days", 28, "28 days"),
        ("short_package_visit_weeks", 1, "1 week"),
        ("personal_adviser_age", 16, "age 16"),
        ("front_door_opens_hour", 8.5, "8.30am"),
        ("front_door_closes_hour", 17, "5pm"),
        ("caseload_target_newly_qualified_share", 0.9, "90%"),
    ],
)
def test_a_standard_is_said_with_its_unit(setting: str, value: float, said: str) -> None:
    assert local_standard(setting).in_words(value) == said


def test_one_that_was_withdrawn_before_it_began_never_held_and_ends_no_other() -> None:
    began, coming = date(2026, 1, 1), date(2026, 12, 1)
    setting = "child_protection_visit_days"
    rows = [row(setting, 14, coming, coming), row(setting, 21, began)]
    assert read_standards(rows) == (in_force(setting, 21, began),)


def test_an_hour_of_the_day_is_no_length_of_a_duty() -> None:
    assert read_standards([row("front_door_opens_hour", 8.5, TODAY), row("working_hours_a_day", 7.4, TODAY)]) == ()


def test_a_plans_own_interval_is_shorter_than_the_councils() -> None:
    visit = clock("child-protection-visit")
    set_here = (in_force("child_protection_visit_days", 20, date(2026, 12, 1)),)
    assert most_days(visit, standards=set_here, on=date(2026, 11, 30)) == 27
    assert most_days(visit, standards=set_here, on=date(2026, 12, 1)) == 19
    assert most_days(clock("looked-after-review"), standards=(), on=TODAY) == 0


@EVERY
def test_a_duty_shows_amber_on_or_before_its_day(one: Clock) -> None:
    assert amber_days(one) >= 0
    assert amber_from(date(2026, 11, 20), one) <= date(2026, 11, 20)


def test_amber_is_the_clocks_own_length_where_it_has_one() -> None:
    assert amber_from(date(2026, 11, 20), clock("child-protection-visit")) == date(2026, 11, 13)


def test_amber_counts_working_days_where_the_clock_does() -> None:
    conference = clock("initial-child-protection-conference")
    due = date(2027, 1, 8)
    assert working_days_between(amber_from(due, conference), due) == amber_days(conference) > 0


def test_the_councils_own_window_goes_first_on_the_days_it_is_in_force() -> None:
    visit = clock("child-protection-visit")
    set_here = (in_force(amber_setting(visit), 3, date(2026, 12, 1)),)
    assert amber_from(date(2026, 11, 30), visit, set_here) == date(2026, 11, 23)
    assert amber_from(date(2026, 12, 1), visit, set_here) == date(2026, 11, 28)


def test_amber_never_shows_before_the_duty_began() -> None:
    visit = clock("child-protection-visit")
    assert amber_from(date(2026, 11, 20), visit, started_on=date(2026, 11, 18)) == date(2026, 11, 18)


def test_amber_of_a_clock_of_hours_is_a_moment() -> None:
    hours = clock("police-protection")
    assert amber_at(datetime(2026, 11, 20, 15, tzinfo=UTC), hours) < datetime(2026, 11, 20, 15, tzinfo=UTC)


@EVERY
def test_an_example_is_counted_as_the_engine_counts(one: Clock) -> None:
    turns = example_of(one, today=TODAY)
    assert [turn.due_on for turn in turns] == [add(turn.started_on, turn.within) for turn in turns]
    assert all(turn.amber_on <= max(turn.due_on, turn.started_on) for turn in turns)


def test_the_next_turn_of_an_example_is_counted_from_when_the_first_was_done() -> None:
    first, second = example_of(clock("child-protection-visit"), today=TODAY)
    assert first.done_on == second.started_on
    assert working_days_between(second.started_on, first.due_on) >= DONE_EARLY - 1


def test_an_example_of_hours_runs_through_the_change_of_the_clocks() -> None:
    found = hours_example_of(clock("police-protection"), today=TODAY)
    assert found
    assert found.turned == 1
    assert found.due_at.astimezone(UTC) - found.started_at.astimezone(UTC) == timedelta(hours=72)
    assert (found.started_at.hour, found.due_at.hour) == (15, 16)


def test_every_clock_has_an_example_but_those_of_school_days_and_those_that_nothing_is_set_for() -> None:
    without = [
        one.key
        for one in CLOCKS
        if not example_of(one, today=TODAY) and not hours_example_of(one, today=TODAY) and _is_counted(one)
    ]
    assert without == []


def _is_counted(one: Clock) -> bool:
    lengths = [length for rule in one.rules if rule.during is None for length in rule.lengths]
    unset = any(isinstance(length, Standard) and length.default is None for length in lengths)
    in_school = any(getattr(length, "unit", "") == "school_day" for length in lengths)
    return not unset and not in_school and not (isinstance(one, HoursClock) and unset)
