"""SSDA903 modules become standard tables, this year's and last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from onechild.errors import CannotProceed
from onechild.knowledge.formats import ssda903
from onechild.knowledge.formats.model import Reading
from onechild.knowledge.tables.conform import check

Write = Callable[..., Path]
Read = Callable[..., Reading]

CHILD = "C1,F,05/06/2010,WBRI,A123456789012,0,"
EPISODE = "C1,03/05/2025,S,V2,N1,U6,PR1,,,,ZZ99 1AA,ZZ99 2BB,SC123456"


def test_header_gives_child_and_pupil_number(write: Write, read: Read) -> None:
    reading = read(write("header", CHILD))
    child = reading.tables["children"].to_pylist()[0]
    assert (child["sex"], child["born_on"], child["is_mother"]) == ("F", date(2010, 6, 5), False)
    assert reading.tables["identifiers"].to_pylist()[0]["value"] == "A123456789012"


def test_reason_in_place_of_a_pupil_number_is_no_number(write: Write, read: Read) -> None:
    reading = read(write("header", "C1,2,05/06/2010,WBRI,UN2,,"))
    child = reading.tables["children"].to_pylist()[0]
    assert (child["upn_unknown"], child["sex"]) == ("UN2", "F")
    assert "identifiers" not in reading.tables


def test_mother_gives_a_row_with_her_childs_birth(write: Write, read: Read) -> None:
    reading = read(write("header", "C1,F,05/06/2006,WBRI,UN2,1.0,01/02/2025"))
    assert reading.tables["mothers"].to_pylist()[0]["her_child_born_on"] == date(2025, 2, 1)
    assert reading.tables["children"].to_pylist()[0]["is_mother"] is True


def test_columns_in_any_order_and_spelling_are_found(write: Write, read: Read) -> None:
    path = write("x", "05/06/2010,UN1,F,WBRI,C1", headings="dob, UPN ,Sex,ethnic,Child", name="some export.txt")
    reading = read(path)
    assert reading.tables["children"].to_pylist()[0]["ethnicity"] == "WBRI"
    assert "MOTHER, MC_DOB" in " ".join(reading.warnings)


@pytest.mark.parametrize(
    ("written", "letter", "suitable", "part"),
    [("U1", "U", "1", 0), ("T2", "T", "2", 0), ("0", None, None, 0), ("01", None, None, 1), ("Q1", None, None, 1)],
)
def test_accommodation_is_a_letter_and_whether_it_suits(
    write: Write, read: Read, written: str, letter: str | None, suitable: str | None, part: int
) -> None:
    reading = read(write("oc3", f"C1,05/06/2006,YES,F1,{written}"), year=2026)
    said = reading.tables["leaving_care_circumstances"].to_pylist()[0]
    assert (said["accommodation"], reading.counts[0].part) == (letter, part)
    assert said["suitable"] == suitable or part


def test_circumstances_are_as_at_the_birthday_within_the_year(write: Write, read: Read) -> None:
    reading = read(write("oc3", "C1,05/06/2006,YES,F1,U1", "C2,05/02/2006,YES,F1,U1"), year=2026)
    days = [row["happened_on"] for row in reading.tables["leaving_care_circumstances"].to_pylist()]
    assert days == [date(2025, 6, 5), date(2026, 2, 5)]


def test_yearly_outcomes_are_as_at_31_march(write: Write, read: Read) -> None:
    reading = read(write("oc2", "C1,05/06/2010,12,,0,,1,1,1,0,,"), year=2026)
    outcome = reading.tables["care_year_outcomes"].to_pylist()[0]
    assert (outcome["happened_on"], outcome["sdq_score"], outcome["immunised"]) == (date(2026, 3, 31), 12, True)


def test_adoption_modules_of_one_decision_are_one_case(write: Write, read: Read) -> None:
    adopted = write("ad1", "C1,05/06/2023,01/02/2025,01/03/2025,0,2,FF,L12")
    placed = write("placed", "C1,05/06/2023,01/02/2025,01/05/2025,RD4")
    case = read(adopted, placed).tables["permanence_cases"].to_pylist()
    assert len(case) == 1
    assert (case[0]["matched_on"], case[0]["reversed_reason"]) == (date(2025, 3, 1), "RD4")


@pytest.mark.parametrize(
    ("written", "day", "words"),
    [("04/05/2019", date(2019, 5, 4), None), ("zz/05/2019", None, "zz/05/2019"), ("ZZ/ZZ/ZZZZ", None, "zz/zz/zzzz")],
)
def test_earlier_order_keeps_a_date_of_which_parts_are_unknown(
    write: Write, read: Read, written: str, day: date | None, words: str | None
) -> None:
    row = read(write("permanence", f"C1,05/06/2010,P1,999,{written}")).tables["previous_permanence"].to_pylist()[0]
    assert (row["ordered_on"], row["ordered_words"]) == (day, words)


def test_social_worker_episode_is_a_lead_allocation(write: Write, read: Read) -> None:
    reading = read(write("workers", "C1,05/06/2010,SW12345,01/04/2025,01/07/2025,LEFTRL"))
    lead = reading.tables["allocations"].to_pylist()[0]
    assert (lead["role"], lead["worker_id"], lead["end_reason"]) == ("lead", "SW12345", "LEFTRL")


def test_deprivation_of_liberty_is_an_order(write: Write, read: Read) -> None:
    reading = read(write("dolo", "C1,05/06/2010,01/05/2026,01/08/2026"))
    assert reading.tables["deprivation_of_liberty_orders"].to_pylist()[0]["ended_on"] == date(2026, 8, 1)


def test_child_of_another_module_is_not_added_to_the_header(write: Write, read: Read) -> None:
    reading = read(write("header", CHILD), write("missing", "C9,05/06/2010,M,01/05/2025,02/05/2025"))
    assert reading.tables["children"].column("child_id").to_pylist() == ["C1"]
    assert reading.tables["missing_episodes"].num_rows == 1


def test_module_that_disagrees_with_the_header_on_a_birth_is_a_finding(write: Write, read: Read) -> None:
    reading = read(write("header", CHILD), write("reviews", "C1,06/06/2010,01/05/2025,PN1"))
    assert reading.tables["children"].to_pylist()[0]["born_on"] == date(2010, 6, 5)
    assert [(f.kind, f.child_id) for f in reading.findings if f.kind == "conflict"] == [("conflict", "C1")]


def test_year_is_that_of_the_latest_episode(write: Write, read: Read) -> None:
    assert read(write("episodes", EPISODE)).year == 2026


def test_older_year_is_read_with_a_warning(write: Write, read: Read) -> None:
    reading = read(write("episodes", EPISODE.replace("2025", "2017")))
    assert "a return of 2017/18" in reading.warnings[0]
    assert reading.tables["care_episodes"].num_rows == 1


def test_year_given_that_the_episodes_belie_is_a_warning(write: Write, read: Read) -> None:
    reading = read(write("episodes", EPISODE), year=2025)
    assert any("episodes are of 2025/26, not of 2024/25" in words for words in reading.warnings)


def test_this_years_return_is_believed_over_last_years(write: Write, read: Read) -> None:
    last = write("episodes", "C1,03/05/2024,S,V2,N1,H5,PR4,,,,,,", folder="2025")
    this = write("episodes", "C1,03/05/2024,S,V2,N1,K3,PR4,01/06/2025,E4A,,,,", folder="2026")
    reading = read(last, this)
    episode = reading.tables["care_episodes"].to_pylist()
    assert [(row["placement_kind"], row["end_reason"]) for row in episode] == [("K3", "E4A")]
    assert any(f.kind == "conflict" and "H5" in f.words for f in reading.findings)
    assert reading.year == 2026


def test_two_files_of_one_module_and_two_years_in_one_folder_are_refused(write: Write, read: Read) -> None:
    last = write("episodes", EPISODE.replace("2025", "2024"), name="old.csv")
    this = write("episodes", EPISODE, name="new.csv")
    with pytest.raises(CannotProceed, match="disagree on their year"):
        read(last, this)


def test_row_of_too_few_cells_is_refused_and_kept(write: Write, read: Read) -> None:
    reading = read(write("reviews", "C1,05/06/2010,01/05/2025,PN1", "C2,05/06/20"))
    count = reading.counts[0]
    assert (count.rows, count.whole, count.refused) == (2, 1, 1)
    assert reading.quarantine[0]["reason"] == "has 2 cells, and the headings are 4"


def test_code_not_valid_in_the_returns_year_is_read_with_a_finding(write: Write, read: Read) -> None:
    reading = read(write("episodes", EPISODE.replace("U6", "Z1")))
    assert reading.tables["care_episodes"].to_pylist()[0]["placement_kind"] == "Z1"
    assert [f.kind for f in reading.findings if "Z1" in f.words] == ["old_code"]


def test_csv_of_other_columns_is_not_recognised(write: Write) -> None:
    path = write("x", "1,2", headings="CHILD,AMOUNT")
    assert ssda903.recognise(path, path.read_bytes()) is None


def test_sample_return_gives_its_children_episodes_and_every_row(shared_data: Path, read: Read) -> None:
    reading = read(*sorted((shared_data / "samples" / "ssda903").glob("*.csv")))
    for name, table in reading.tables.items():
        check(name, table)
    rows = {name: table.num_rows for name, table in reading.tables.items()}
    assert (rows["children"], rows["care_episodes"], rows["looked_after_reviews"]) == (2675, 5050, 12582)
    assert all(count.whole + count.part + count.refused == count.rows for count in reading.counts)
    assert sum(count.rows for count in reading.counts) == 25945
    assert {row["value"] for row in reading.quarantine} == {"XXX", "SWLAZY", "01", "02"}


def test_headings_repeated_further_down_make_no_child(write: Write, read: Read) -> None:
    path = write("header", "C1,M,01/02/2010,WBRI,UN3,0,", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB")
    reading = read(path, year=2026)
    assert reading.tables["children"].column("child_id").to_pylist() == ["C1"]
    assert [(count.whole, count.refused) for count in reading.counts] == [(1, 1)]
    assert "belongs to the headings and is no row" in {row["reason"] for row in reading.quarantine}
