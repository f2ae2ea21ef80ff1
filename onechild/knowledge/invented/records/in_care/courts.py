"""Courts: the hearings of each set of proceedings, and the few orders that allow a child to be deprived of liberty."""

from __future__ import annotations

from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import YEAR, same_or_next_working
from onechild.knowledge.invented.records.protection_files import last_day

STEPS = (
    (13, "case_management"),
    (75, "further_case_management"),
    (130, "issues_resolution"),
    (200, "further_case_management"),
)
MONTHS_3 = 91


def write_courts(council: Council, *, until: int) -> None:
    """This function will write hearings and orders up to a day."""
    for case in council.book.rows["proceedings"]:
        chance = council.stream("hearings", case["proceedings_id"])
        for count, (after, kind) in enumerate(STEPS):
            day = same_or_next_working(case["started_on"] + after + chance.randint(-4, 14))
            if day < last_day(case, until):
                _hearing(council, case, f"H{count}", day, kind, chance.random() < 0.94)
        if case.get("ended_on") is not None:
            _hearing(council, case, "HF", case["ended_on"], "final", True)
    for placement in council.book.rows["placements"]:
        chance = council.stream("liberty", placement["placement_id"])
        years = (placement["started_on"] - council.born.get(placement["child_id"], 0)) / YEAR
        if placement["placement_kind"] == "K2" and years > 11 and chance.random() < 0.05:
            start = placement["started_on"] + chance.randint(0, 40)
            end = min(placement.get("ended_on") or 10**6, start + MONTHS_3)
            if start < last_day(placement, until):
                council.book.write(
                    "deprivation_of_liberty_orders",
                    order_id=placement["placement_id"] + "D", child_id=placement["child_id"], started_on=start,
                    recorded_on=start,
                    ended_on=max(end, start + 1), end_recorded_on=max(end, start + 1), expires_on=start + MONTHS_3,
                )  # fmt: skip


def _hearing(council: Council, case: dict[str, object], place: str, day: int, kind: str, held: bool) -> None:
    council.book.write(
        "hearings",
        hearing_id=f"{case['proceedings_id']}{place}", child_id=case["child_id"], happened_on=day, recorded_on=day,
        proceedings_id=case["proceedings_id"], hearing_kind=kind, held=held, outcome=None if held else "Adjourned",
    )  # fmt: skip
