"""Workers' first years with their reviews and supervision, and the yearly renewal of their registration."""

from __future__ import annotations

from datetime import date

from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import day_of, number, same_or_next_working
from onechild.knowledge.invented.records.steps.taking import done, open_until
from onechild.knowledge.invented.records.timeline import Timelines
from onechild.knowledge.invented.rows import Row

FIRST_RENEWAL = 2020  # the first November of Social Work England
# Weeks between supervisions in the first year: weekly at first, then each fortnight, then each month; to which day.
RHYTHM = ((42, 7), (182, 14), (365, 28))
REVIEWED_AFTER = (91, 182, 273, 360)


def write_working_life(council: Council, times: Timelines, *, until: int) -> None:
    """This function will write first years, their reviews and supervisions, and renewals, up to a day."""
    registered = {row["worker_id"]: row for row in council.book.rows["workers"] if row["registered"]}
    worked: dict[str, list[Row]] = {}
    for row in council.book.rows["employments"]:
        worked.setdefault(row["worker_id"], []).append(row)
    for worker, rows in worked.items():
        if worker in registered:
            if registered[worker].get("newly_qualified_to") is not None:
                _first_year(council, times, rows, registered[worker]["newly_qualified_to"])
            _renewals(council, worker, rows, until)


def _first_year(council: Council, times: Timelines, rows: list[Row], to: int) -> None:
    """It ends when it was passed, mostly on its day; or when the worker leaves before."""
    key, worker, start = rows[0]["employment_id"], rows[0]["worker_id"], rows[0]["started_on"]
    chance = council.stream("first year", worker)
    left = open_until(rows[-1])
    passed_on = to + (chance.randint(10, 90) if chance.random() < 0.12 else chance.randint(-5, 0))
    end = min(passed_on, left)
    assessor = times.someone(council.team_of.get(key), start, chance, manager=True)
    council.book.write(
        "assessed_years",
        assessed_year_id=key + "Y", worker_id=worker, started_on=start, recorded_on=start, ended_on=end,
        end_recorded_on=end, assessor_id=assessor, passed=True if end == passed_on else None,
    )  # fmt: skip
    for place, after in enumerate(REVIEWED_AFTER):
        day = done(chance, start + after - 20, start + after, late=0.13, never=0.05, over=20)
        if day is not None and day < end:
            council.book.write(
                "assessed_year_reviews",
                assessed_year_review_id=f"{key}Q{place}", worker_id=worker, assessed_year_id=key + "Y", happened_on=day,
                recorded_on=day,
            )  # fmt: skip
    _supervised(council, times, rows[0], start, end)


def _supervised(council: Council, times: Timelines, employment: Row, start: int, end: int) -> None:
    """Besides the supervision of every worker, what a first year asks."""
    key = employment["employment_id"]
    chance, team = council.stream("first year supervision", key), council.team_of.get(employment["employment_id"])
    day, count = start, 0
    while True:
        every = next((gap for limit, gap in RHYTHM if day - start < limit), 28)
        late = chance.random() < 0.12
        day, count = (
            same_or_next_working(day + every + (chance.randint(3, 12) if late else -chance.randint(1, 3))),
            count + 1,
        )
        if day >= min(end, start + 365):
            return
        council.book.write(
            "supervisions",
            supervision_id=f"{key}F{count}", happened_on=day, worker_id=employment["worker_id"],
            supervisor_id=times.someone(team, day, chance, manager=True), supervision_kind="own", direction_given=False,
            recorded_on=day,
        )  # fmt: skip


def _renewals(council: Council, worker: str, rows: list[Row], until: int) -> None:
    """Renewed between September and the end of November of each year at work; a few after it, some never."""
    for year in range(FIRST_RENEWAL, day_of(until).year + 1):
        chance = council.stream("renewal", worker, year)
        day = done(chance, number(date(year, 9, 1)), number(date(year, 11, 29)), late=0.04, never=0.02, over=10)
        here = any(row["started_on"] <= number(date(year, 11, 1)) < open_until(row) for row in rows)
        if here and day is not None:
            council.book.write(
                "registration_renewals",
                registration_renewal_id=f"{worker}N{year}", worker_id=worker, happened_on=day, recorded_on=day,
            )  # fmt: skip
