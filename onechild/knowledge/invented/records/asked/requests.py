"""Requests for information: people's own data, and freedom of information, with the pauses they have."""

from __future__ import annotations

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import working_after
from onechild.knowledge.invented.records.asked.arriving import arriving
from onechild.knowledge.invented.records.steps.taking import done

OWN_DATA_A_YEAR, FREEDOM_A_YEAR = 72, 130
PAUSED, PROVED, EXTENDED, WITHDRAWN, FEE = 0.18, 0.4, 0.22, 0.04, 0.01
WAITS_FOR = (("clarification", 55), ("identity", 45))


def write_requests(council: Council, *, until: int) -> None:
    """This function will write requests for information and their pauses, up to a day."""
    for count, day in arriving(council, "own data", OWN_DATA_A_YEAR, until=until):
        _own_data(council, f"SA{count:05d}", day)
    for count, day in arriving(council, "freedom of information", FREEDOM_A_YEAR, until=until):
        _freedom(council, f"FI{count:05d}", day)


def _own_data(council: Council, key: str, day: int) -> None:
    chance = council.stream("own data", key)
    paused = choose(chance, WAITS_FOR) if chance.random() < PAUSED else None
    proved = day + chance.randint(0, 4) if chance.random() < PROVED and paused != "identity" else None
    extended = chance.random() < EXTENDED
    start, waited = working_after(day, chance.randint(1, 5)), chance.randint(3, 30)
    identity = start + waited if paused == "identity" else proved
    if paused:
        _pause(council, key, paused, start, start + waited)
    owed = (identity or day) + (89 if extended else 29) + (waited if paused == "clarification" else 0)
    told = (identity or day) + 24 + (waited if paused == "clarification" else 0) if extended else None
    answered = done(chance, day + 12, owed, late=0.15, never=0.05, over=40)
    withdrawn = day + waited + 5 if chance.random() < WITHDRAWN else None
    _write(council, key, "subject_access", day, identity, told, None if withdrawn else answered, withdrawn)


def _freedom(council: Council, key: str, day: int) -> None:
    chance = council.stream("freedom", key)
    waited = 0
    if chance.random() < FEE:
        start, waited = working_after(day, chance.randint(2, 12)), chance.randint(5, 40)
        _pause(council, key, "fee", start, start + waited)
    answered = done(chance, day + 4, working_after(day, 20) + waited, late=0.11, never=0.03, over=25)
    _write(council, key, "freedom_of_information", day, None, None, answered, None)


def _write(
    council: Council,
    key: str,
    kind: str,
    day: int,
    identity: int | None,
    extended: int | None,
    answered: int | None,
    withdrawn: int | None,
) -> None:
    early = extended is not None and answered is not None and answered <= extended
    council.book.write(
        "information_requests",
        information_request_id=key, happened_on=day, recorded_on=day, request_kind=kind, identity_on=identity,
        extended_on=None if early else extended, answered_on=answered, withdrawn_on=withdrawn,
    )  # fmt: skip


def _pause(council: Council, key: str, kind: str, start: int, end: int) -> None:
    council.book.write(
        "request_pauses",
        request_pause_id=key + "P", information_request_id=key, started_on=start, recorded_on=start, ended_on=end,
        end_recorded_on=end, pause_kind=kind,
    )  # fmt: skip
