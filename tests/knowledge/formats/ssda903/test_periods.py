"""Periods of care, placements and legal statuses, worked out from episodes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from onechild.knowledge.formats.model import Reading

Write = Callable[..., Path]
Read = Callable[..., Reading]


def test_new_order_in_the_same_placement_is_a_new_status_and_not_a_new_placement(write: Write, read: Read) -> None:
    first = _episode("01/05/2025", "S", "V2", "U6", "01/07/2025", "X1")
    reading = read(write("episodes", first, _episode("01/07/2025", "L", "C2", "U6")))
    assert _spells(reading, "periods_of_care") == [(date(2025, 5, 1), None)]
    assert _spells(reading, "placements") == [(date(2025, 5, 1), None)]
    assert _spells(reading, "legal_statuses") == [(date(2025, 5, 1), date(2025, 7, 1)), (date(2025, 7, 1), None)]


def test_move_under_the_same_order_is_a_new_placement_and_not_a_new_status(write: Write, read: Read) -> None:
    first = _episode("01/05/2025", "S", "C2", "U6", "01/07/2025", "X1")
    reading = read(write("episodes", first, _episode("01/07/2025", "P", "C2", "U6")))
    assert len(_spells(reading, "placements")) == 2
    assert _spells(reading, "legal_statuses") == [(date(2025, 5, 1), None)]


def test_child_who_left_and_came_back_has_two_periods(write: Write, read: Read) -> None:
    first = _episode("01/05/2025", "S", "C2", "U6", "01/07/2025", "E4A")
    reading = read(write("episodes", _episode("01/09/2025", "S", "V2", "U6"), first))
    assert _spells(reading, "periods_of_care") == [(date(2025, 5, 1), date(2025, 7, 1)), (date(2025, 9, 1), None)]
    assert reading.tables["periods_of_care"].to_pylist()[0]["end_reason"] == "E4A"


def test_child_who_left_and_came_back_on_one_day_has_two_periods(write: Write, read: Read) -> None:
    first = _episode("01/05/2025", "S", "C2", "U6", "01/07/2025", "E4A")
    reading = read(write("episodes", first, _episode("01/07/2025", "S", "V2", "U6")))
    assert len(_spells(reading, "periods_of_care")) == 2


def test_last_episode_that_goes_on_leaves_the_period_open_and_is_a_finding(write: Write, read: Read) -> None:
    reading = read(write("episodes", _episode("01/05/2025", "S", "C2", "U6", "01/07/2025", "X1")))
    assert _spells(reading, "periods_of_care") == [(date(2025, 5, 1), None)]
    assert [f.kind for f in reading.findings if f.child_id == "C1"] == ["unlinked"]


def test_reason_for_ceasing_without_a_day_is_a_finding(write: Write, read: Read) -> None:
    reading = read(write("episodes", _episode("01/05/2025", "S", "C2", "U6", "", "E4A")))
    assert [f.kind for f in reading.findings if f.child_id == "C1"] == ["impossible_order"]


def test_episodes_are_linked_to_their_period_and_placement(write: Write, read: Read) -> None:
    first = _episode("01/05/2025", "S", "V2", "U6", "01/07/2025", "X1")
    reading = read(write("episodes", first, _episode("01/07/2025", "P", "V2", "K2")))
    placed = {row["placement_id"] for row in reading.tables["placements"].to_pylist()}
    episodes = reading.tables["care_episodes"].to_pylist()
    assert {row["placement_id"] for row in episodes} == placed
    assert {row["care_id"] for row in episodes} == {"C1/periods_of_care/2025-05-01"}


def test_postcodes_give_the_home_and_the_placements_address(write: Write, read: Read) -> None:
    addresses = read(write("episodes", _episode("01/05/2025", "S", "C2", "U6"))).tables["addresses"].to_pylist()
    found = {row["address_kind"]: (row["postcode"], row["started_on"]) for row in addresses}
    assert found == {"home": ("ZZ99 1AA", None), "placement": ("ZZ99 2BB", date(2025, 5, 1))}


def _episode(start: str, why: str, status: str, place: str, end: str = "", why_ended: str = "") -> str:
    return f"C1,{start},{why},{status},N1,{place},PR1,{end},{why_ended},,ZZ99 1AA,ZZ99 2BB,SC1"


def _spells(reading: Reading, name: str) -> list[tuple[object, object]]:
    rows = reading.tables[name].sort_by("started_on").to_pylist()
    return [(row["started_on"], row["ended_on"]) for row in rows]
