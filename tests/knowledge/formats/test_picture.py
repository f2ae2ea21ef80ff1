"""One picture of several files: one row for one thing, the first source ruling, and what they disagree on named."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa

from onechild.knowledge.formats.keys import natural_keys
from onechild.knowledge.formats.model import Reading
from onechild.knowledge.formats.picture import Picture, make_picture
from onechild.knowledge.tables.conform import check, conform
from onechild.knowledge.tables.contract import TABLES

FIRST, SECOND = date(2026, 1, 2), date(2026, 2, 3)


def table(name: str, *rows: dict[str, Any], source: str = "test") -> pa.Table:
    """Rows of a standard table; those without a key get their natural one."""
    key = TABLES[name].key
    schema = pa.schema([field.with_nullable(True) for field in TABLES[name].schema])
    told = [{"source": source, "source_row": f"{source} row {number}", **row} for number, row in enumerate(rows, 1)]
    found = pa.Table.from_pylist(told, schema=schema)
    if rows and key not in rows[0]:
        position = found.schema.get_field_index(key)
        found = found.set_column(position, schema.field(key), natural_keys(name, found.drop_columns([key])))
    return conform(name, found)


def reading(format: str, **tables: list[dict[str, Any]]) -> Reading:
    return Reading(format, {name: table(name, *rows, source=format) for name, rows in tables.items()})


def rows(picture: Picture, name: str) -> list[dict[str, Any]]:
    for each, found in picture.tables.items():
        check(each, found)
    listed: list[dict[str, Any]] = picture.tables[name].to_pylist()
    return listed


def kinds(picture: Picture) -> list[str]:
    return [finding.kind for finding in picture.findings]


def test_one_thing_in_two_formats_is_one_row_and_the_ssd_rules() -> None:
    census = reading("cin_census", children=[{"child_id": "C1", "sex": "F", "ethnicity": "WBRI"}])
    ssd = reading("ssd", children=[{"child_id": "C1", "sex": "M"}])
    (child,) = rows(make_picture([census, ssd]), "children")
    assert (child["sex"], child["ethnicity"], child["source"]) == ("M", "WBRI", "ssd")


def test_what_two_sources_disagree_on_is_a_conflict() -> None:
    census = reading("cin_census", children=[{"child_id": "C1", "sex": "F"}])
    ssd = reading("ssd", children=[{"child_id": "C1", "sex": "M"}])
    picture = make_picture([census, ssd])
    (finding,) = picture.findings
    assert (finding.kind, finding.child_id) == ("conflict", "C1")
    assert finding.words == "sex is M in ssd row 1 and F in cin_census row 1; the first is kept"


def test_a_thing_only_the_lower_source_has_is_added() -> None:
    first = reading("ssd", children=[{"child_id": "C1"}])
    second = reading("annex_a", children=[{"child_id": "C2"}])
    assert [child["child_id"] for child in rows(make_picture([second, first]), "children")] == ["C1", "C2"]


def test_references_follow_a_row_that_was_joined_to_another() -> None:
    child = [{"child_id": "C1"}]
    ssd = reading("ssd", children=child, referrals=[{"referral_id": "77", "child_id": "C1", "started_on": FIRST}])
    census = reading(
        "cin_census",
        children=child,
        referrals=[{"child_id": "C1", "started_on": FIRST}],
        assessments=[{"child_id": "C1", "started_on": SECOND, "referral_id": "C1/referrals/2026-01-02"}],
    )
    picture = make_picture([ssd, census])
    assert [row["referral_id"] for row in rows(picture, "referrals")] == ["77"]
    assert rows(picture, "assessments")[0]["referral_id"] == "77"
    assert "unlinked" not in kinds(picture)


def test_a_factor_is_matched_through_its_assessment() -> None:
    child = [{"child_id": "C1"}]
    ssd = reading(
        "ssd",
        children=child,
        assessments=[{"assessment_id": "5", "child_id": "C1", "started_on": FIRST}],
        assessment_factors=[{"factor_id": "9", "child_id": "C1", "assessment_id": "5", "factor": "2A"}],
    )
    own = "C1/assessments/2026-01-02"
    census = reading(
        "cin_census",
        children=child,
        assessments=[{"child_id": "C1", "started_on": FIRST}],
        assessment_factors=[
            {"child_id": "C1", "assessment_id": own, "factor": "2A"},
            {"child_id": "C1", "assessment_id": own, "factor": "3B"},
        ],
    )
    found = [(row["assessment_id"], row["factor"]) for row in rows(make_picture([ssd, census]), "assessment_factors")]
    assert found == [("5", "2A"), ("5", "3B")]


def test_two_things_of_one_child_and_day_stay_two() -> None:
    twice = [{"child_id": "C1", "started_on": FIRST}] * 2
    first = reading("ssd", children=[{"child_id": "C1"}], referrals=twice)
    second = reading("cin_census", children=[{"child_id": "C1"}], referrals=twice)
    assert len(rows(make_picture([first, second]), "referrals")) == 2


def test_a_key_that_two_sources_use_for_two_things_is_told_apart() -> None:
    ssd = reading(
        "ssd", children=[{"child_id": "C1"}], referrals=[{"referral_id": "7", "child_id": "C1", "started_on": FIRST}]
    )
    other = reading(
        "annex_a",
        children=[{"child_id": "C1"}],
        referrals=[{"referral_id": "7", "child_id": "C1", "started_on": SECOND}],
    )
    assert [row["referral_id"] for row in rows(make_picture([ssd, other]), "referrals")] == ["7", "7/annex_a"]


def test_the_newest_file_of_a_return_rules_and_its_open_end_stays_open() -> None:
    newest = {"child_id": "C1", "started_on": FIRST, "primary_need": "N2"}
    oldest = {"child_id": "C1", "started_on": FIRST, "primary_need": "N1", "source_kind": "1A", "ended_on": SECOND}
    both = Reading("cin_census", {"referrals": pa.concat_tables([table("referrals", row) for row in (newest, oldest)])})
    picture = make_picture([both])
    (row,) = rows(picture, "referrals")
    assert (row["primary_need"], row["source_kind"], row["ended_on"]) == ("N2", "1A", None)
    assert "conflict" in kinds(picture)


def test_ids_that_differ_by_case_are_one_child_spelled_as_first_met() -> None:
    ssd = reading("ssd", children=[{"child_id": "Hat1"}])
    census = reading(
        "cin_census", children=[{"child_id": "HAT1"}], referrals=[{"child_id": "HAT1", "started_on": FIRST}]
    )
    picture = make_picture([census, ssd])
    assert [child["child_id"] for child in rows(picture, "children")] == ["Hat1"]
    assert [row["child_id"] for row in rows(picture, "referrals")] == ["Hat1"]


def test_reading_the_same_files_in_another_order_gives_the_same_picture() -> None:
    ssd = reading("ssd", children=[{"child_id": "C1"}], referrals=[{"child_id": "C1", "started_on": FIRST}])
    census = reading("cin_census", children=[{"child_id": "C2"}], referrals=[{"child_id": "C2", "started_on": FIRST}])
    assert make_picture([ssd, census]).tables == make_picture([census, ssd]).tables
