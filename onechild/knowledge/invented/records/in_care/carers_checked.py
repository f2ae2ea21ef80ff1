"""Applications to foster and the checks that households are given again; and people who wish to adopt."""

from __future__ import annotations

from onechild.knowledge.invented.chance import choose
from onechild.knowledge.invented.council.families import HERITAGES
from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import working_after
from onechild.knowledge.invented.records.asked.arriving import arriving
from onechild.knowledge.invented.records.in_care.carers import ETHNIC, openings
from onechild.knowledge.invented.records.steps.taking import done, open_until
from onechild.knowledge.invented.rows import Row

WITHDRAWN_A_YEAR, ADOPTERS_A_YEAR = 22, 15
EVERY = (("certificate", 1096), ("medical", 730))
TO_APPROVE, LONGEST = 240, 420  # days from application to panel, and the longest there is


def write_carers_checked(council: Council, *, until: int) -> None:
    """This function will write applications, checks, and adopters who are not matched yet, up to a day."""
    for household in council.book.rows["fostering_households"]:
        _checks(council, household)
    for key, start in openings(council, until=until + LONGEST):
        _approved(council, key, start)
    for count, day in arriving(council, "foster withdrawn", WITHDRAWN_A_YEAR, until=until):
        chance = council.stream("foster withdrawn", count)
        _application(council, f"FW{count:04d}", day, withdrawn=working_after(day, chance.randint(10, 120)))
    for count, day in arriving(council, "wish to adopt", ADOPTERS_A_YEAR, until=until):
        _adopters(council, f"AW{count:04d}", day)


def _checks(council: Council, household: Row) -> None:
    key, start, end = household["household_id"], household["started_on"], open_until(household)
    for kind, every in EVERY:
        chance, day, count = council.stream("household check", key, kind), start - 70, 0
        while day < end and day <= council.day:
            _check(council, key, kind, count, day, recorded=max(day, start))
            due, count = day + every, count + 1
            day = done(chance, due - 60, due - 1, late=0.13, never=0.02, over=40) or due + 120
    chance = council.stream("household training", key)
    within = 545 if household["household_kind"] == "connected" else 363
    day = done(chance, start + 150, start + within, late=0.14, never=0.05, over=50) or end
    if day < end:
        _check(council, key, "training_standards", 0, day, recorded=day)


def _check(council: Council, key: str, kind: str, count: int, day: int, *, recorded: int) -> None:
    council.book.write(
        "household_checks",
        household_check_id=f"{key}{kind[0].upper()}{count}", household_id=key, happened_on=day, recorded_on=recorded,
        check_kind=kind,
    )  # fmt: skip


def _approved(council: Council, key: str, approved: int) -> None:
    """The household is approved on the agency's decision, some days after the panel's minutes."""
    chance = council.stream("foster application", key)
    minutes = working_after(approved, -(chance.randint(2, 7) if chance.random() < 0.86 else chance.randint(8, 20)))
    panel = working_after(minutes, -chance.randint(3, 8))
    took = chance.randint(130, TO_APPROVE - 5) if chance.random() < 0.83 else chance.randint(TO_APPROVE + 5, 330)
    _application(council, "FA" + key, panel - took, household=key, panel=panel, minutes=minutes, decided=approved)


def _application(
    council: Council,
    key: str,
    day: int,
    *,
    household: str | None = None,
    panel: int | None = None,
    minutes: int | None = None,
    decided: int | None = None,
    withdrawn: int | None = None,
) -> None:
    council.book.write(
        "fostering_applications",
        fostering_application_id=key, household_id=household, happened_on=day, recorded_on=day, panel_on=panel,
        panel_minutes_on=minutes, decided_on=decided, withdrawn_on=withdrawn,
    )  # fmt: skip


def _adopters(council: Council, key: str, asked: int) -> None:
    """Two months of finding out and four of assessment, where all goes well; one family in four leaves on the way."""
    chance = council.stream("wish to adopt", key)
    first = asked + chance.randint(5, 30)
    second = first + (chance.randint(40, 57) if chance.random() < 0.83 else chance.randint(63, 130))
    begins = second + chance.randint(0, 20)
    approved = begins + (chance.randint(90, 118) if chance.random() < 0.8 else chance.randint(124, 220))
    left = working_after(asked, chance.randint(20, 130)) if chance.random() < 0.25 else None
    reason = choose(chance, (("1", 7), ("2", 2), ("3", 1))) if left else None
    ethnicity = ETHNIC.get(choose(chance, HERITAGES), "WBRI")
    matched = approved + chance.randint(60, 420)  # with a child of another council
    days = (asked, first, second, begins, approved, approved, matched, matched + 30, matched + chance.randint(200, 400))
    for place in range(2 if chance.random() < 0.8 else 1):
        row: Row = {"adopter_id": f"{key}{place}", "adoptive_family_id": key, "ethnicity": ethnicity}
        row |= dict(zip(STAGES, _known(days, left), strict=True)) | {"left_on": left, "left_reason": reason}
        row |= {"applied_on": row["stage_2_started_on"], "sex": choose(chance, (("F", 11), ("M", 9)))}
        council.book.write("adopters", recorded_on=asked, disabled=False, fostering_for_adoption=False, **row)


STAGES = (
    "enquired_on", "stage_1_started_on", "stage_1_ended_on", "stage_2_started_on", "stage_2_ended_on", "approved_on",
    "matched_on", "placed_on", "ordered_on",
)  # fmt: skip


def _known(days: tuple[int, ...], left: int | None) -> list[int | None]:
    return [day if left is None or day < left else None for day in days]
