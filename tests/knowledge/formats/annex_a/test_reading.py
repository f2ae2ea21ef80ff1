"""Annex A workbooks become standard tables, in whatever spelling they come."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from onechild.errors import CannotProceed
from onechild.knowledge.formats import annex_a
from onechild.knowledge.formats.annex_a import workbook
from onechild.knowledge.formats.model import Reading
from onechild.knowledge.tables.conform import check

Write = Callable[..., Path]
Read = Callable[..., Reading]

WHO = ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)"]
ONE = ["C1", "b) Female", "a) WBRI", date(2012, 3, 4), 14]
CONTACTS = [*WHO, "Date of Contact", "Contact Source"]
PLANS = [
    *WHO,
    "Does the Child have a Disability",
    "Child Protection Plan Start Date",
    "Initial Category of Abuse",
    "Latest Category of Abuse",
    "Date of the Last Statutory Visit",
    "Was the Child Seen Alone?",
    "Date of latest review conference",
    "Child Protection Plan End Date",
    "Number of Previous Child Protection Plans",
    "Allocated Team",
    "Allocated Worker",
]
PLAN = [
    *ONE,
    "b) No",
    date(2026, 5, 1),
    "a) Neglect",
    "Neglect",
    date(2026, 6, 1),
    "a) Yes",
    "",
    "",
    0,
    "North",
    "Sam Example",
]
NEED = [
    *WHO,
    "CIN Start Date",
    "Primary Need Code",
    "Date Child Was Last Seen",
    "CIN Closure Date",
    "Reason for Closure",
    "Case Status",
    "Allocated Team",
    "Allocated Worker",
]
IN_NEED = [
    *ONE,
    date(2026, 4, 1),
    "N1 - Abuse or neglect",
    date(2026, 6, 2),
    "",
    "",
    "b) Child Protection plan",
    "South",
    "Kim Example",
]
CARE = [
    *WHO,
    "Date Started to be Looked After",
    "Child's Category of Need",
    "Start date of current legal status",
    "Child's Legal Status",
    "Date of Last Social Work Visit",
    "Date Ceased to be Looked After",
    "Start Date of Most Recent Placement",
    "Placement Type",
    "Placement Provider",
    "Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months",
    "Date of Latest Statutory Review",
    "What is the permanence plan for this child?",
    "Date of Last Health Assessment",
    "Date of Last Dental Check",
    "LA of Placement",
    "Placement postcode",
    "Date of Last IRO Visit / Contact to the Child",
    "Number of Placements in the Last 12 months",
]
LEAVERS = [
    *WHO,
    "Allocated Team",
    "Allocated Worker",
    "Eligibility Category",
    "LA in Touch",
    "Type of Accommodation",
    "Suitability of Accommodation",
    "Activity Status",
]


def test_contact_gives_a_contact_and_a_child(write: Write, read: Read) -> None:
    reading = read(write({"List 1": [CONTACTS, [*ONE, date(2026, 5, 1), "q) 6: Police"]]}))
    contact = reading.tables["contacts"].to_pylist()[0]
    child = reading.tables["children"].to_pylist()[0]
    assert (contact["child_id"], contact["happened_on"], contact["source_kind"]) == ("C1", date(2026, 5, 1), "6")
    assert (child["sex"], child["ethnicity"], child["born_on"]) == ("F", "WBRI", date(2012, 3, 4))


@pytest.mark.parametrize(
    "headings",
    [
        ["child unique id ", "SEX", "ethnicity", "Date  of Birth", "Age", "date of contact", "Contact source"],
        ["Child Unique ID", "Sex", "Ethnicity", "DOB", "Age of Child (Years)", "Date of contact?", "Contact Source*"],
        ["CHILD UNIQUE ID", "Gender", "Ethnicity:", "Date of birth", "Age", "Date of the Contact", "CONTACT\nSOURCE"],
    ],
)
def test_headings_are_found_in_any_spelling(write: Write, read: Read, headings: list[str]) -> None:
    reading = read(write({"Contacts": [headings, [*ONE, date(2026, 5, 1), "Police"]]}))
    assert reading.tables["contacts"].num_rows == 1
    assert (reading.warnings, reading.counts[0].whole) == ([], 1)


@pytest.mark.parametrize(
    "written",
    [
        date(2026, 5, 1),
        datetime(2026, 5, 1, 14, 30),  # noqa: DTZ001 - as Excel keeps it
        "01/05/2026",
        "2026-05-01",
        "2026-05-01 14:30",
        46143,
        "46143",
        " 1/5/2026 ",
    ],
)
def test_dates_are_read_in_any_form(write: Write, read: Read, written: object) -> None:
    reading = read(write({"List 1": [CONTACTS, [*ONE, written, "Police"]]}))
    assert reading.tables["contacts"].to_pylist()[0]["happened_on"] == date(2026, 5, 1)


@pytest.mark.parametrize("written", ["a) Male", "Male", "M", "a)Male", "male"])
def test_sex_is_read_as_letter_code_or_label(write: Write, read: Read, written: str) -> None:
    reading = read(write({"List 1": [CONTACTS, ["C1", written, *ONE[2:], date(2026, 5, 1), "Police"]]}))
    assert reading.tables["children"].to_pylist()[0]["sex"] == "M"


def test_headings_further_down_and_blank_rows_are_passed_over(write: Write, read: Read) -> None:
    title = ["Hatterton Council", "", "", "", "", "", ""]
    rows = [title, [], CONTACTS, [], [*ONE, date(2026, 5, 1), "Police"], ["", "", "", "", "", " ", ""]]
    reading = read(write({"Sheet1": rows}))
    assert (reading.counts[0].rows, reading.tables["contacts"].num_rows) == (1, 1)
    assert reading.tables["contacts"].to_pylist()[0]["source_row"] == "annex_a.xlsx Sheet1 row 5"


def test_sheets_are_told_by_their_headings_and_not_by_their_names(write: Write, read: Read) -> None:
    reading = read(write({"List 7": [CONTACTS, [*ONE, date(2026, 5, 1), "Police"]], "List 1": [PLANS, PLAN]}))
    assert reading.tables["contacts"].num_rows == 1
    assert reading.tables["child_protection_plans"].num_rows == 1


def test_column_of_the_councils_own_is_a_finding(write: Write, read: Read) -> None:
    reading = read(write({"List 1": [[*CONTACTS, "Ward"], [*ONE, date(2026, 5, 1), "Police", "Mill"]]}))
    assert any(f.kind == "not_carried" and "Ward: 1 value not" in f.words for f in reading.findings)


def test_row_without_a_child_is_refused_and_kept_as_it_stood(write: Write, read: Read) -> None:
    reading = read(write({"List 1": [CONTACTS, ["", *ONE[1:], date(2026, 5, 1), "Police"]]}))
    assert (reading.counts[0].refused, "contacts" in reading.tables) == (1, False)
    assert "Police" in str(reading.quarantine[0]["row_values"])
    assert reading.quarantine[0]["place"] == "List 1 row 2"


def test_value_that_cannot_be_read_is_put_aside_and_its_row_kept(write: Write, read: Read) -> None:
    reading = read(write({"List 1": [CONTACTS, [*ONE, date(2026, 5, 1), "The postman"]]}))
    assert (reading.counts[0].part, reading.counts[0].values_refused) == (1, 1)
    assert reading.tables["contacts"].to_pylist()[0]["source_kind"] is None
    assert (reading.quarantine[0]["column_name"], reading.quarantine[0]["value"]) == ("Contact Source", "The postman")


def test_unborn_child_has_an_expected_day_and_no_birth(write: Write, read: Read) -> None:
    unborn = ["C1", "", "", "Unborn, EDD 12/09/2026", ""]
    later = ["C2", "", "", date(2026, 9, 14), ""]
    rows = [CONTACTS, [*unborn, date(2026, 5, 1), "Police"], [*later, date(2026, 5, 1), "Police"]]
    children = read(write({"List 1": rows})).tables["children"].to_pylist()
    assert [child["expected_on"] for child in children] == [date(2026, 9, 12), date(2026, 9, 14)]
    assert [child["born_on"] for child in children] == [None, None]


def test_plan_gives_plan_visit_and_lead_allocation(write: Write, read: Read) -> None:
    reading = read(write({"List 7": [PLANS, PLAN]}))
    plan = reading.tables["child_protection_plans"].to_pylist()[0]
    visit = reading.tables["visits"].to_pylist()[0]
    lead = reading.tables["allocations"].to_pylist()[0]
    assert (plan["initial_category"], plan["latest_category"], plan["previous_plans"]) == ("NEG", "NEG", 0)
    assert (visit["plan_id"], visit["seen"], visit["seen_alone"]) == (plan["plan_id"], True, True)
    assert (lead["role"], lead["started_on"], lead["team_id"]) == ("lead", date(2026, 5, 1), "north")


def test_team_that_leads_for_a_child_holds_cases(write: Write, read: Read) -> None:
    teams = read(write({"List 7": [PLANS, PLAN]})).tables["teams"].to_pylist()
    assert [(team["team_id"], team["name"], team["caseholding"]) for team in teams] == [("north", "North", True)]


def test_team_without_a_worker_is_a_waiting_list(write: Write, read: Read) -> None:
    reading = read(write({"List 7": [PLANS, [*PLAN[:-1], ""]]}))
    lead = reading.tables["allocations"].to_pylist()[0]
    assert (lead["team_id"], lead["worker_id"]) == ("north", None)


def test_lists_cut_up_into_workbooks_are_one_workbook(write: Write, read: Read) -> None:
    need = write({"Sheet1": [NEED, [*IN_NEED[:5], date(2026, 5, 1), *IN_NEED[6:]]]}, name="need.xlsx")
    contacts = write({"Sheet1": [CONTACTS, [*ONE, date(2026, 9, 1), "Police"]]}, name="contacts.xlsx")
    reading = read(contacts, need)
    assert reading.tables["children"].num_rows == 1
    assert {name: reading.tables[name].num_rows for name in ("contacts", "referrals")} == {
        "contacts": 1,
        "referrals": 1,
    }


def test_name_of_a_worker_stands_only_in_the_table_of_names(write: Write, read: Read) -> None:
    reading = read(write({"List 7": [PLANS, PLAN]}))
    holding = [name for name, table in reading.tables.items() if "Sam Example" in str(table.to_pylist())]
    assert holding == ["worker_names"]


def test_child_in_two_lists_is_one_child_with_one_lead_and_the_other_worker_is_a_finding(
    write: Write, read: Read
) -> None:
    reading = read(write({"List 6": [NEED, IN_NEED], "List 7": [PLANS, PLAN]}))
    assert reading.tables["children"].num_rows == 1
    assert [row["team_id"] for row in reading.tables["allocations"].to_pylist()] == ["north"]
    assert any(f.kind == "conflict" and f.table == "allocations" and f.child_id == "C1" for f in reading.findings)


def test_lists_that_disagree_on_a_child_are_a_finding_and_the_first_list_is_kept(write: Write, read: Read) -> None:
    other = [*PLAN[:3], date(2013, 3, 4), *PLAN[4:]]
    reading = read(write({"List 1": [CONTACTS, [*ONE, date(2026, 5, 1), "Police"]], "List 7": [PLANS, other]}))
    assert reading.tables["children"].to_pylist()[0]["born_on"] == date(2012, 3, 4)
    assert [f.child_id for f in reading.findings if f.kind == "conflict"] == ["C1"]


def test_child_in_care_gives_care_status_placement_and_what_has_a_date(write: Write, read: Read) -> None:
    row = [
        *ONE,
        date(2025, 1, 2),
        "N1 - Abuse or neglect",
        date(2025, 6, 1),
        "C2: FCO",
        date(2026, 6, 3),
        "",
        date(2025, 7, 1),
        "f) U6: Foster placement - not FFA",
        "b) PR1: Own provision",
        3,
        date(2026, 4, 1),
        "f) Long-term fostering",
        date(2026, 2, 1),
        "",
        "Otherton",
        "zz991aa",
        "",
        1,
    ]
    reading = read(write({"List 8": [CARE, row]}))
    placement = reading.tables["placements"].to_pylist()[0]
    assert (placement["placement_kind"], placement["provider"]) == ("U6", "PR1")
    assert (placement["located_in"], placement["located_in_words"]) == (None, "Otherton")
    assert reading.tables["legal_statuses"].to_pylist()[0]["status"] == "C2"
    assert reading.tables["visits"].to_pylist()[0]["purpose"] == "looked_after"
    assert reading.tables["permanence_plans"].to_pylist()[0]["permanence"] == "long_term_fostering"
    assert reading.counts[0].whole == 1


def test_count_of_missing_episodes_is_not_carried_and_makes_no_episodes(write: Write, read: Read) -> None:
    row = [*ONE, date(2025, 1, 2), *[""] * 8, 3, *[""] * 8]
    reading = read(write({"List 8": [CARE, row]}))
    assert "missing_episodes" not in reading.tables
    assert any("Missing" in f.words for f in reading.findings if f.kind == "not_carried")


def test_placement_without_a_start_is_said_to_be_lost_and_not_guessed(write: Write, read: Read) -> None:
    row = [*ONE, date(2025, 1, 2), *[""] * 6, "U6", "", 0, *[""] * 8]
    reading = read(write({"List 8": [CARE, row]}))
    assert "placements" not in reading.tables
    assert any("gave no row of placements: no started_on" in f.words for f in reading.findings)


def test_older_list_of_care_leavers_is_read_with_a_warning(write: Write, read: Read) -> None:
    row = [
        "C1",
        "a) Male",
        "a) WBRI",
        date(2006, 1, 9),
        20,
        "Leaving care",
        "Sam Example",
        "b) Former relevant child",
        "a) Yes",
        "U: Independent living",
        "a) Suitable",
        "F5",
    ]
    reading = read(write({"List 9": [LEAVERS, row]}), known_at=date(2026, 6, 30))
    said = reading.tables["leaving_care_circumstances"].to_pylist()[0]
    assert reading.tables["leaving_care_eligibility"].to_pylist()[0]["started_on"] == date(2024, 1, 9)
    assert (said["happened_on"], said["accommodation"], said["suitable"], said["in_touch"]) == (
        date(2026, 6, 30),
        "U",
        "1",
        "YES",
    )
    assert "Latest Date of Contact" in reading.warnings[0]


def test_value_that_two_columns_are_made_of_is_refused_once(write: Write, read: Read) -> None:
    row = ["C1", "a) Male", "", "31/02/2006", 20, "", "", "b) Former relevant child", "", "", "", ""]
    reading = read(write({"List 9": [LEAVERS, row]}))
    assert (reading.counts[0].values_refused, len(reading.quarantine)) == (1, 1)
    assert any("1 row gave no row of leaving_care_eligibility" in finding.words for finding in reading.findings)


def test_two_workbooks_are_read_together_and_the_newer_is_believed(write: Write, read: Read) -> None:
    older = write({"List 7": [PLANS, PLAN]}, name="may.xlsx")
    newer = write(
        {"List 7": [PLANS, [*PLAN[:9], date(2026, 8, 1), *PLAN[10:12], date(2026, 9, 1), *PLAN[13:]]]},
        name="september.xlsx",
    )
    reading = read(older, newer)
    assert reading.tables["child_protection_plans"].to_pylist()[0]["ended_on"] == date(2026, 9, 1)
    assert reading.tables["visits"].num_rows == 2
    assert [count.file for count in reading.counts] == ["may.xlsx", "september.xlsx"]


def test_workbook_of_something_else_is_not_recognised(write: Write) -> None:
    path = write({"Budget": [["Cost centre", "Amount"], ["A1", 3]]})
    assert annex_a.recognise(path, path.read_bytes()[:4096]) is None


def test_damaged_workbook_is_refused_in_one_line(write: Write, tmp_path: Path) -> None:
    whole = write({"List 1": [CONTACTS, [*ONE, date(2026, 5, 1), "Police"]]}).read_bytes()
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CannotProceed, match=r"cut\.xlsx can't be opened as a workbook"):
        annex_a.recognise(cut, whole[:4096])


def test_workbook_that_unpacks_to_too_much_is_refused(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write({"List 1": [CONTACTS, [*ONE, date(2026, 5, 1), "Police"]]})
    monkeypatch.setattr(workbook, "_MOST_BYTES", 100)
    with pytest.raises(CannotProceed, match="more than any Annex A workbook"):
        annex_a.recognise(path, path.read_bytes()[:4096])


def test_sample_workbook_is_read_whole(shared_data: Path, read: Read) -> None:
    reading = read(shared_data / "samples" / "annex_a.xlsx")
    count = reading.counts[0]
    for name, table in reading.tables.items():
        check(name, table)
    assert (count.rows, count.refused, count.whole + count.part) == (59, 0, 59)
    assert {name: reading.tables[name].num_rows for name in ("contacts", "referrals", "adopters")} == {
        "contacts": 5,
        "referrals": 11,
        "adopters": 5,
    }


def test_cell_filled_by_mistake_in_the_last_corner_is_refused_before_it_is_opened(write: Write, tmp_path: Path) -> None:
    good, path = write({"List 1": [CONTACTS, [*ONE, date(2026, 5, 1), "Police"]]}), tmp_path / "stray.xlsx"
    with zipfile.ZipFile(good) as packed, zipfile.ZipFile(path, "w") as stray:
        for name in packed.namelist():
            far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
            stray.writestr(name, packed.read(name).replace(b"</sheetData>", far))
    with pytest.raises(CannotProceed, match="1,048,576 rows by 16,384 columns, too large to be a list"):
        annex_a.recognise(path, path.read_bytes()[:4096])


def test_cell_that_is_coloured_and_empty_takes_no_room(write: Write, read: Read, tmp_path: Path) -> None:
    good, path = write({"List 1": [CONTACTS, [*ONE, date(2026, 5, 1), "Police"]]}), tmp_path / "coloured.xlsx"
    with zipfile.ZipFile(good) as packed, zipfile.ZipFile(path, "w") as coloured:
        for name in packed.namelist():
            far = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
            coloured.writestr(name, packed.read(name).replace(b"</sheetData>", far))
    assert read(path).counts[0].rows == 1
