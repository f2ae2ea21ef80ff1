"""The files of a child in care: episodes as the SSDA903 counts them, and the visits that each placement asks for."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.records.timeline import Timelines
from onechild.knowledge.invented.rows import Row


def write_care_files(council: Council, times: Timelines, *, until: int) -> None:
    """This function will write the care episodes, and note on each period of care which visits it asks for."""
    placements, statuses = defaultdict(list), defaultdict(list)
    for row in council.book.rows["placements"]:
        placements[row["care_id"]].append(row)
    for row in council.book.rows["legal_statuses"]:
        statuses[row["_care"]["care_id"]].append(row)
    conditions = defaultdict(list)
    for row in council.book.rows["placement_conditions"]:
        conditions[row["placement_id"]].append(row)
    for care in council.book.rows["periods_of_care"]:
        _end_with(care, statuses[care["care_id"]])
        _episodes(council, care, placements[care["care_id"]], statuses[care["care_id"]])
        care["_rules"] = _rules(placements[care["care_id"]], conditions)


LIMITS = {"temporary_approval": 7, "parents_before_assessment": 7, "fewer_visits_agreed": 170, "intended_to_18": 84}


def _rules(placements: list[Row], conditions: dict[str, list[Row]]) -> list[tuple[int, int | None, int]]:
    """The gaps between visits that a condition allows, strictest first; a week until the first review, then four."""
    found: list[tuple[int, int | None, int]] = []
    for placement in placements:
        for row in conditions[placement["placement_id"]]:
            limit = LIMITS.get(row["condition"])
            if limit == 7:
                first = row["started_on"] + 26
                found += [(row["started_on"], first, 7), (first, row.get("ended_on"), 27)]
            elif limit:
                found.append((row["started_on"], row.get("ended_on"), limit))
    return sorted(found, key=lambda one: one[2] if one[2] < 100 else 60)


def _end_with(care: Row, statuses: list[Row]) -> None:
    if care.get("ended_on") is not None and statuses and statuses[-1].get("ended_on") is None:
        statuses[-1].update(ended_on=care["ended_on"], end_recorded_on=care["ended_on"])


def _episodes(council: Council, care: Row, placements: list[Row], statuses: list[Row]) -> None:
    """A new episode on each day that the placement or the legal status changed."""
    days = sorted({row["started_on"] for row in (*placements, *statuses)})
    if not days or not placements or not statuses:
        return
    steps = [*days, care.get("ended_on")]
    before: tuple[Row, Row] | None = None
    for count, (start, end) in enumerate(pairwise(steps)):
        placement = _on(placements, start)
        status = _on(statuses, start)
        last = end is not None and end == care.get("ended_on")
        council.book.write(
            "care_episodes",
            episode_id=f"{care['care_id']}E{count + 1}", child_id=care["child_id"], started_on=start, ended_on=end,
            care_id=care["care_id"], placement_id=placement["placement_id"], legal_status=status["status"],
            start_reason=_reason(before, placement, status), need=care["need"], provider=placement["provider"],
            placement_kind=placement["placement_kind"], urn=placement["urn"], recorded_on=start, end_recorded_on=end,
            end_reason=None if end is None else care.get("end_reason") if last else "X1",
            change_reason=placement.get("change_reason") if end == placement.get("ended_on") and not last else None,
        )  # fmt: skip
        before = (placement, status)


def _on(rows: list[Row], day: int) -> Row:
    begun = [row for row in rows if row["started_on"] <= day]
    return begun[-1] if begun else rows[0]


def _reason(before: tuple[Row, Row] | None, placement: Row, status: Row) -> str:
    if before is None:
        return "S"
    moved, changed = before[0] is not placement, before[1] is not status
    return "B" if moved and changed else "P" if moved else "L"
