"""Short breaks: series of stays for some disabled children, which count apart from being looked after."""

from __future__ import annotations

from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.rows import Row

SHARE, LONGEST = 0.07, 900


def write_short_breaks(council: Council) -> None:
    """This function will give some children with a short package a series of short breaks (legal status V4)."""
    for plan in council.book.rows["child_in_need_plans"]:
        if plan.get("short_package"):
            chance = council.stream("breaks", plan["plan_id"])
            start = plan["started_on"] + chance.randint(30, 150)
            end = min(plan.get("ended_on") or 10**6, start + chance.randint(200, LONGEST))
            if chance.random() < SHARE and end > start + 60 and start >= council.first_day:
                _series(council, plan, start, end)


def _series(council: Council, plan: Row, start: int, end: int) -> None:
    key, child = plan["plan_id"], plan["child_id"]
    shared = {"child_id": child, "started_on": start, "recorded_on": start, "ended_on": end, "end_recorded_on": end}
    care = council.book.write(
        "periods_of_care",
        care_id=key + "B",
        referral_id=plan["referral_id"],
        need="N2",
        end_reason="E4A",
        _breaks=True,
        **shared,
    )
    council.book.write(
        "placements",
        placement_id=key + "BP", care_id=key + "B", placement_kind="U6", provider="PR1", distance_miles=2.4,
        location="in", urn=None, **shared,
    )  # fmt: skip
    council.book.write(
        "placement_conditions", condition_id=key + "BC", placement_id=key + "BP", condition="short_breaks", **shared
    )
    council.book.write("legal_statuses", legal_status_id=key + "BL", status="V4", _care=care, **shared)
