"""When a subject access request must be answered."""

from __future__ import annotations

from datetime import date

from onechild.service.journeys.information_rights.clock import answer

TODAY = date(2026, 11, 21)


def test_an_answer_is_due_on_the_same_day_of_the_next_month() -> None:
    assert answer(received_on=date(2026, 9, 3), extended=False, pauses=[], today=TODAY).due_on == date(2026, 10, 5)


def test_a_month_without_that_day_ends_on_its_last() -> None:
    assert answer(received_on=date(2026, 8, 31), extended=False, pauses=[], today=TODAY).due_on == date(2026, 9, 30)


def test_an_answer_due_on_christmas_day_is_due_on_the_next_working_day() -> None:
    assert answer(received_on=date(2026, 11, 25), extended=False, pauses=[], today=TODAY).due_on == date(2026, 12, 29)


def test_the_days_of_waiting_are_added() -> None:
    found = answer(
        received_on=date(2026, 9, 1), extended=False, pauses=[(date(2026, 9, 7), date(2026, 9, 14))], today=TODAY
    )
    assert (found.due_on, found.paused_days, found.waiting) == (date(2026, 10, 8), 7, False)


def test_a_clock_that_stands_still_moves_on_with_today() -> None:
    found = answer(received_on=date(2026, 11, 2), extended=False, pauses=[(date(2026, 11, 11), None)], today=TODAY)
    assert (found.paused_days, found.waiting) == (10, True)


def test_a_complex_request_has_two_months_more() -> None:
    assert answer(received_on=date(2026, 9, 1), extended=True, pauses=[], today=TODAY).due_on == date(2026, 12, 1)
