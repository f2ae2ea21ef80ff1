"""Where the days of an assessment went: each working day has one cause at most."""

from __future__ import annotations

from datetime import date

from onechild.service.journeys.assessment.delay import Spell, split

MONDAY, NEXT_MONDAY = date(2026, 11, 2), date(2026, 11, 9)


def given(cause: str, began: int, ended: int | None, *, by_hand: bool = False) -> Spell:
    """A spell in November 2026."""
    until = date(2026, 11, ended) if ended else None
    return Spell(cause=cause, started_on=date(2026, 11, began), ended_on=until, from_the_record=not by_hand)


def shared(*spells: Spell) -> dict[str, int]:
    """The working days of the first full week of November, by cause."""
    found = split(spells, started_on=MONDAY, until=NEXT_MONDAY)
    assert found.waited + found.worked == found.days == 5
    return {share.cause: share.days for share in found.shares}


def test_days_that_nothing_claims_were_worked() -> None:
    assert shared() == {}


def test_a_weekend_counts_for_nobody() -> None:
    assert shared(given("family", 7, 9, by_hand=True)) == {}


def test_a_day_that_two_causes_claim_goes_to_the_record_first() -> None:
    assert shared(given("family", 3, 6, by_hand=True), given("no_worker", 4, 5)) == {"family": 2, "no_worker": 1}


def test_what_goes_on_takes_the_days_to_the_end_and_never_more() -> None:
    assert shared(given("no_worker", 1, None), given("worker_changed", 5, None), given("partner", 1, None)) == {
        "no_worker": 5
    }
