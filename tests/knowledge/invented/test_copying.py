"""Copies of the council are whole, and share nothing that tells a child or a worker apart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pyarrow as pa
import pytest

from onechild.knowledge.invented.copying import COUNCIL_WIDE, copies, copy, together
from onechild.knowledge.invented.inventing import invent

Tables = Mapping[str, pa.Table]


def test_two_councils_hold_twice_the_rows(small: Tables) -> None:
    both = together([copy(small, count=0), copy(small, count=1)])
    counted = {name: rows.num_rows for name, rows in both.items() if name not in COUNCIL_WIDE}
    assert counted == {name: 2 * rows.num_rows for name, rows in small.items() if name not in COUNCIL_WIDE}


def test_school_terms_and_standards_of_the_whole_council_are_said_once_and_sums_added_up() -> None:
    words = ("setting_id", "setting", "value", "team_id")
    rows = [("s1", "caseload_target", 18.0, None), ("s2", "population_0_17", 100.0, None), ("s3", "x", 9.0, "t1")]
    held = [dict(zip(words, row, strict=True)) | {"started_on": date(2026, 4, 1)} for row in rows]
    one = {"settings": pa.Table.from_pylist(held), "school_terms": pa.table({"name": ["Autumn"]})}
    both = together([copy(one, count=0), copy(one, count=1)])
    assert both["school_terms"].to_pylist() == [{"name": "Autumn"}]
    assert [(row["setting"], row["value"], row["team_id"]) for row in both["settings"].to_pylist()] == [
        ("caseload_target", 18, None),
        ("population_0_17", 200, None),
        ("x", 9, "t1"),
        ("x", 9, "K1t1"),
    ]
    streamed = pa.concat_tables(copies("settings", [(one, 0), (one, 1)]))
    assert streamed == both["settings"]


def test_a_copy_shares_no_child_with_the_original(small: Tables) -> None:
    fresh = copy(small, count=1)
    assert not set(fresh["children"]["child_id"].to_pylist()) & set(small["children"]["child_id"].to_pylist())


def test_a_copied_row_still_refers_to_its_own_council(small: Tables) -> None:
    fresh = copy(small, count=3)
    children = set(fresh["children"]["child_id"].to_pylist())
    assert set(fresh["visits"]["child_id"].to_pylist()) <= children


@pytest.mark.parametrize("kind", ["upn", "nhs"])
def test_a_copied_child_has_another_number(kind: str, small: Tables) -> None:
    both = _numbers(copy(small, count=2), kind) & _numbers(small, kind)
    assert not both


def test_an_id_of_the_farthest_copy_fits_twenty_letters_and_digits(small: Tables) -> None:
    longest = max(copy(small, count=999)["children"]["child_id"].to_pylist(), key=len)
    assert len(longest) <= 20
    assert longest.isalnum()


def test_copies_of_a_table_are_those_of_the_whole_council(small: Tables) -> None:
    streamed = pa.concat_tables(copies("identifiers", [(small, 0), (small, 1), (small, 2)]))
    at_once = together([copy(small, count=count) for count in range(3)])
    assert streamed.equals(at_once["identifiers"])


def test_a_council_without_a_table_has_no_copy_of_it(small: Tables) -> None:
    assert [rows.num_rows for rows in copies("teams", [({}, 0), (small, 1)])] == [small["teams"].num_rows]


def test_a_part_of_a_council_has_about_its_share_of_referrals(small: Tables) -> None:
    half = invent(until=date(2018, 6, 30), scale=0.05)
    assert half["referrals"].num_rows / small["referrals"].num_rows == pytest.approx(0.5, abs=0.08)


def _numbers(tables: Tables, kind: str) -> set[str]:
    rows = zip(
        tables["identifiers"]["identifier_kind"].to_pylist(), tables["identifiers"]["value"].to_pylist(), strict=True
    )
    return {value for found, value in rows if found == kind}
