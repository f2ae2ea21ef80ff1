"""Who led a case since it was last opened, and the times at which nobody did."""

from __future__ import annotations

from datetime import date

from onechild.service.record.queries.people import Gap, Holding, gaps, this_time

TODAY = date(2026, 11, 21)


def held(worker: str | None, started_on: date, ended_on: date | None = None, role: str = "lead") -> Holding:
    """One time in somebody's hands."""
    return Holding(
        allocation_id=f"{worker} {started_on}",
        role=role,
        role_words="",
        worker_id=worker,
        worker=worker or "",
        team_id="east",
        team="Safeguarding East",
        manager_id=None,
        manager="",
        started_on=started_on,
        ended_on=ended_on,
        why="",
    )


ANA = held("Ana", date(2025, 7, 1), date(2026, 2, 1))
BEN = held("Ben", date(2026, 2, 11))


def test_workers_of_a_case_that_was_closed_between_are_not_of_this_time() -> None:
    before = held("Cas", date(2020, 1, 1), date(2021, 1, 1))
    assert this_time([BEN, ANA, before], TODAY) == [ANA, BEN]


def test_a_case_closed_long_ago_has_nobody_this_time() -> None:
    assert this_time([held("Cas", date(2020, 1, 1), date(2021, 1, 1))], TODAY) == []


def test_a_co_worker_does_not_lead() -> None:
    assert this_time([BEN, held("Dee", date(2026, 1, 1), role="co_worker")], TODAY) == [BEN]


def test_days_between_two_workers_are_a_gap() -> None:
    assert gaps([BEN, ANA], TODAY) == [Gap(date(2026, 2, 1), date(2026, 2, 11), "")]


def test_waiting_on_a_list_is_a_gap_that_names_the_team() -> None:
    waiting = held(None, date(2026, 2, 1), date(2026, 2, 11))
    assert gaps([BEN, waiting, ANA], TODAY) == [Gap(date(2026, 2, 1), date(2026, 2, 11), "Safeguarding East")]


def test_one_who_still_waits_has_waited_until_today() -> None:
    (gap,) = gaps([held(None, date(2026, 11, 1))], TODAY)
    assert gap.days == 20
