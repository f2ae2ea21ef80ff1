"""What rows say that cannot all be true is a finding each, and the rows stay."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from onechild.knowledge.formats.contradictions import ONE_AT_A_TIME, contradictions
from onechild.knowledge.formats.model import Finding
from onechild.knowledge.tables.contract import TABLES

Row = dict[str, Any]


def tables(**rows: list[Row]) -> dict[str, pa.Table]:
    return {
        name: pa.Table.from_pylist(
            [{TABLES[name].key: f"{name} {number}", **row} for number, row in enumerate(some, 1)],
            schema=TABLES[name].schema,
        )
        for name, some in rows.items()
    }


def spell(start: date, end: date | None = None, child: str = "C1", **more: object) -> Row:
    return {"child_id": child, "started_on": start, "ended_on": end, **more}


def found(kind: str, across: bool = False, year: int | None = None, **rows: list[Row]) -> list[Finding]:
    return [one for one in contradictions(tables(**rows), across=across, year=year) if one.kind == kind]


@pytest.mark.parametrize("name", ONE_AT_A_TIME)
def test_two_spells_at_once_overlap(name: str) -> None:
    some = [spell(date(2026, 1, 1), date(2026, 3, 1)), spell(date(2026, 2, 1), date(2026, 4, 1))]
    (finding,) = found("overlap", across=True, **{name: some})
    assert (finding.row_id, finding.other_row_id) == (f"{name} 2", f"{name} 1")


def test_a_spell_that_begins_the_day_another_ends_does_not_overlap() -> None:
    some = [spell(date(2026, 1, 1), date(2026, 3, 1)), spell(date(2026, 3, 1))]
    assert found("overlap", across=True, placements=some) == []


def test_an_open_spell_overlaps_all_that_begin_later() -> None:
    some = [spell(date(2026, 1, 1)), spell(date(2026, 3, 1), date(2026, 4, 1)), spell(date(2026, 5, 1))]
    assert len(found("overlap", across=True, placements=some)) == 2


def test_a_short_spell_inside_a_long_one_does_not_hide_the_long_one() -> None:
    some = [
        spell(date(2026, 1, 1), date(2026, 12, 1)),
        spell(date(2026, 2, 1), date(2026, 3, 1)),
        spell(date(2026, 6, 1), date(2026, 7, 1)),
    ]
    assert [finding.other_row_id for finding in found("overlap", across=True, placements=some)] == ["placements 1"] * 2


def test_spells_of_two_children_do_not_overlap() -> None:
    assert (
        found("overlap", across=True, placements=[spell(date(2026, 1, 1)), spell(date(2026, 1, 1), child="C2")]) == []
    )


def test_a_child_on_no_list_is_one_orphan_with_all_its_rows() -> None:
    (finding,) = found(
        "orphan",
        across=True,
        children=[{"child_id": "C1"}],
        referrals=[spell(date(2026, 1, 1), child="C9"), spell(date(2026, 2, 1), child="C9")],
        placements=[spell(date(2026, 1, 1), child="C9")],
    )
    assert finding.child_id == "C9"
    assert "2 of referrals, 1 of placements" in finding.words


def test_a_reference_that_leads_nowhere_is_unlinked() -> None:
    (finding,) = found("unlinked", across=True, assessments=[spell(date(2026, 1, 1), referral_id="gone")])
    assert finding.words == "referral_id leads to no row of referrals: gone"


def test_an_end_before_its_start_is_out_of_order() -> None:
    assert len(found("impossible_order", referrals=[spell(date(2026, 2, 1), date(2026, 1, 1))])) == 1


def test_an_end_on_the_day_of_the_start_is_in_order() -> None:
    assert found("impossible_order", referrals=[spell(date(2026, 2, 1), date(2026, 2, 1))]) == []


def test_a_death_before_the_birth_is_out_of_order() -> None:
    child = {"child_id": "C1", "born_on": date(2026, 2, 1), "died_on": date(2026, 1, 1)}
    assert len(found("impossible_order", children=[child])) == 1


def test_a_date_outside_the_calendar_is_found_and_a_birth_is_not() -> None:
    assert len(found("outside_calendar", referrals=[spell(date(1989, 12, 31))])) == 1
    assert found("outside_calendar", children=[{"child_id": "C1", "born_on": date(1985, 1, 1)}]) == []


def test_the_last_day_of_the_year_is_in_it_and_the_next_is_not() -> None:
    assert found("outside_year", year=2026, referrals=[spell(date(2026, 3, 31))]) == []
    assert len(found("outside_year", year=2026, referrals=[spell(date(2026, 4, 1))])) == 1


def test_a_row_said_twice_in_one_file_is_a_duplicate_and_both_are_kept() -> None:
    same = [spell(date(2026, 1, 1), referral_id=key) for key in ("a", "a/2")]
    (finding,) = found("duplicate", referrals=same)
    assert (finding.row_id, finding.other_row_id) == ("a/2", "a")


def test_two_rows_of_one_day_that_say_different_things_are_no_duplicate() -> None:
    differ = [spell(date(2026, 1, 1), referral_id=key, primary_need=need) for key, need in (("a", "N1"), ("a/2", "N2"))]
    assert found("duplicate", referrals=differ) == []


def test_an_asylum_status_that_ends_on_a_birthday_to_come_is_no_finding() -> None:
    some = [spell(date(2025, 5, 1), date(2030, 7, 6), status="uasc")]
    assert found("outside_year", year=2026, immigration_statuses=some) == []
    assert len(found("outside_year", year=2026, placements=[spell(date(2025, 5, 1), date(2030, 7, 6))])) == 1
