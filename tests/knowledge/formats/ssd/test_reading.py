"""SSD tables become standard tables: keys kept, flags unfolded, everything counted."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from onechild.errors import CannotProceed
from onechild.knowledge.formats.model import Reading
from onechild.knowledge.tables.conform import check

Write = Callable[..., Path]
Read = Callable[..., Reading]


def test_person_gives_child_name_and_identifiers(person: Path, read: Read) -> None:
    reading = read(person)
    first = reading.tables["children"].to_pylist()[0]
    kinds = {row["identifier_kind"]: row["value"] for row in reading.tables["identifiers"].to_pylist()}
    assert (first["child_id"], first["born_on"], first["is_mother"]) == ("C1", date(2008, 5, 6), True)
    assert kinds == {"upn": "A123456789012", "nhs": "9990000001"}
    assert reading.tables["child_names"].num_rows == 1


def test_text_null_of_sql_server_is_nothing_and_no_fault(person: Path, read: Read) -> None:
    reading = read(person)
    assert reading.tables["children"].to_pylist()[1]["ethnicity"] is None
    assert reading.counts[0].whole == 2


def test_contact_outcome_flags_become_outcome_rows(write: Write, read: Read) -> None:
    flags = json.dumps({"NEW_REFERRAL_FLAG": "Y", "NFA_FLAG": "N", "ADVICE_FLAG": 1})
    reading = read(
        write(
            "ssd_contacts",
            [
                {
                    "cont_contact_id": "K1",
                    "cont_person_id": "C1",
                    "cont_contact_date": "2024-05-01 10:30:00.000",
                    "cont_contact_source_code": "2A",
                    "cont_contact_outcome_json": flags,
                }
            ],
        )
    )
    outcomes = reading.tables["outcomes"].to_pylist()
    assert {row["outcome"] for row in outcomes} == {"new_referral", "advice"}
    assert {(row["outcome_of"], row["outcome_of_id"]) for row in outcomes} == {("contact", "K1")}


def test_flags_that_are_no_json_are_quarantined_and_the_contact_kept(write: Write, read: Read) -> None:
    row = {"cont_contact_id": "K1", "cont_person_id": "C1", "cont_contact_date": "2024-05-01"}
    reading = read(write("ssd_contacts", [{**row, "cont_contact_outcome_json": "{NEW_REFERRAL"}]))
    assert reading.tables["contacts"].num_rows == 1
    assert reading.quarantine[0]["column_name"] == "cont_contact_outcome_json"
    assert reading.counts[0].part == 1


@pytest.mark.parametrize("factors", ['["1A","2B"]', '{"1A": "Yes", "2B": "Yes", "3C": "No"}', "1A, 2B"])
def test_factors_in_any_shape_get_the_child_of_their_assessment(write: Write, read: Read, factors: str) -> None:
    reading = read(_assessment(write), _factors(write, "A1", factors))
    found = reading.tables["assessment_factors"].to_pylist()
    assert {row["factor"] for row in found} == {"1A", "2B"}
    assert {(row["child_id"], row["happened_on"]) for row in found} == {("C1", date(2024, 6, 1))}


def test_factors_of_an_unknown_assessment_are_refused_with_the_reason(write: Write, read: Read) -> None:
    reading = read(_assessment(write), _factors(write, "A9", '["1A"]'))
    assert reading.counts[1].refused == 1
    assert reading.quarantine[0]["reason"] == "no file holds the assessment it belongs to"


def test_no_further_action_of_an_assessment_is_no_need_of_support(write: Write, read: Read) -> None:
    assert read(_assessment(write)).tables["assessments"].to_pylist()[0]["needs_support"] is False


def test_review_without_a_person_gets_the_child_of_its_period_of_care(write: Write, read: Read) -> None:
    review = {"clar_cla_review_id": "V1", "clar_cla_id": "CLA1", "clar_cla_review_date": "2024-03-01"}
    reading = read(_episodes(write), write("ssd_cla_reviews", [review]))
    assert reading.tables["looked_after_reviews"].to_pylist()[0]["child_id"] == "C1"


def test_episodes_of_one_period_become_one_period_of_care(write: Write, read: Read) -> None:
    period = read(_episodes(write)).tables["periods_of_care"].to_pylist()
    assert len(period) == 1
    assert (period[0]["care_id"], period[0]["started_on"]) == ("CLA1", date(2024, 1, 1))
    assert (period[0]["ended_on"], period[0]["end_reason"]) == (date(2024, 9, 1), "E4A")


def test_legal_status_outside_the_list_is_kept_in_words(write: Write, read: Read) -> None:
    row = {"lega_legal_status_id": "L1", "lega_person_id": "C1", "lega_legal_status_start_date": "2024-01-01"}
    reading = read(write("ssd_legal_status", [{**row, "lega_legal_status": "Private fostering"}]))
    status = reading.tables["legal_statuses"].to_pylist()[0]
    assert (status["status"], status["status_words"]) == (None, "Private fostering")


def test_address_json_becomes_lines_uprn_and_postcode(write: Write, read: Read) -> None:
    address = json.dumps({"HOUSE": "4", "STREET": "Mill Lane", "TOWN": "Hatterton", "UPRN": 100023336956})
    row = {"addr_table_id": "D1", "addr_person_id": "C1", "addr_address_json": address, "addr_address_type": "Primary"}
    reading = read(
        write(
            "ssd_address",
            [
                {**row, "addr_address_postcode": "not known"},
                {**row, "addr_table_id": "D2", "addr_address_postcode": "lu12bq"},
            ],
        )
    )
    first, second = reading.tables["addresses"].to_pylist()
    assert (first["lines"], first["uprn"], first["address_kind"]) == ("4\nMill Lane\nHatterton", "100023336956", "home")
    assert (second["postcode"], reading.counts[0].values_refused) == ("LU1 2BQ", 1)


def test_abuse_category_in_words_is_read(write: Write, read: Read) -> None:
    row = {"cppl_cp_plan_id": "P1", "cppl_person_id": "C1", "cppl_cp_plan_start_date": "2024-01-01"}
    categories = {"cppl_cp_plan_initial_category": "Neglect", "cppl_cp_plan_latest_category": "Multiple: NEG, EMO"}
    plan = read(write("ssd_cp_plans", [row | categories])).tables["child_protection_plans"].to_pylist()[0]
    assert (plan["initial_category"], plan["latest_category"]) == ("NEG", "MUL")


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("CW", "lead"),
        ("Allocated Case Worker", "lead"),
        ("Personal Advisor", "personal_adviser"),
        ("IRO", "reviewing_officer"),
        ("Secondary worker", "co_worker"),
        ("Caterer", "other"),
    ],
)
def test_involvement_is_an_allocation_in_its_role(write: Write, read: Read, written: str, role: str) -> None:
    assert read(_involvement(write, written)).tables["allocations"].to_pylist()[0]["role"] == role


def test_involvement_without_a_role_takes_it_from_the_job_title(write: Write, read: Read) -> None:
    worker = {"prof_professional_id": "W1", "prof_professional_job_title": "Personal Adviser"}
    reading = read(_involvement(write, ""), write("ssd_professionals", [worker]))
    assert reading.tables["allocations"].to_pylist()[0]["role"] == "personal_adviser"


def test_team_that_leads_holds_cases_and_is_added_where_no_list_has_it(write: Write, read: Read) -> None:
    reading = read(_involvement(write, "CW"))
    assert [(row["team_id"], row["caseholding"]) for row in reading.tables["teams"].to_pylist()] == [("T1", True)]
    assert any(finding.kind == "inferred" and finding.table == "teams" for finding in reading.findings)


def test_professional_gives_worker_names_employment_and_membership(write: Write, read: Read) -> None:
    worker = {
        "prof_professional_id": "W1",
        "prof_professional_name": "Sam Example",
        "prof_full_time_equivalency": "0.8",
    }
    title = {
        "prof_professional_job_title": "Team Manager",
        "prof_professional_department": "north",
        "prof_agency_worker_flag": "Y",
    }
    team = {"dept_team_id": "T1", "dept_team_name": "North"}
    reading = read(write("ssd_professionals", [worker | title]), write("ssd_department", [team]))
    employment = reading.tables["employments"].to_pylist()[0]
    assert (employment["fte"], employment["role"], employment["employment_kind"]) == (0.8, "team_manager", "agency")
    assert reading.tables["team_memberships"].to_pylist()[0]["team_id"] == "T1"


def test_department_that_is_no_team_is_a_finding_and_makes_no_membership(write: Write, read: Read) -> None:
    worker = {"prof_professional_id": "W1", "prof_professional_department": "NHS"}
    reading = read(write("ssd_professionals", [worker, {"prof_professional_id": "W2"}]))
    assert "team_memberships" not in reading.tables
    assert any("1 row gave no row of team_memberships" in finding.words for finding in reading.findings)


def test_care_leaver_gives_eligibility_circumstances_and_adviser(person: Path, write: Write, read: Read) -> None:
    reading = read(person, _care_leaver(write, worker=""), known_at=date(2026, 11, 21))
    eligibility = reading.tables["leaving_care_eligibility"].to_pylist()[0]
    adviser = reading.tables["allocations"].to_pylist()[0]
    assert (eligibility["eligibility"], eligibility["started_on"]) == ("Former Relevant", date(2026, 5, 6))
    assert reading.tables["leaving_care_circumstances"].to_pylist()[0]["happened_on"] == date(2026, 11, 21)
    assert (adviser["role"], adviser["worker_id"]) == (
        "personal_adviser",
        reading.tables["workers"].to_pylist()[0]["worker_id"],
    )


def test_involvement_and_not_the_care_leaver_table_says_who_leads(person: Path, write: Write, read: Read) -> None:
    reading = read(person, _involvement(write, "CW"), _care_leaver(write, worker="W7"))
    leads = [row["worker_id"] for row in reading.tables["allocations"].to_pylist() if row["role"] == "lead"]
    assert leads == ["W1"]


def test_placeholder_table_is_counted_and_said_not_to_be_carried(write: Write, read: Read) -> None:
    reading = read(write("ssd_send", [{"send_table_id": "1", "send_person_id": "C1", "send_upn": "X"}]))
    assert (reading.counts[0].rows, reading.counts[0].part) == (1, 1)
    assert reading.findings[0].kind == "not_carried"


def test_extra_column_is_a_finding_and_a_missing_one_a_warning(write: Write, read: Read) -> None:
    reading = read(
        write("ssd_disability", [{"disa_person_id": "C1", "disa_disability_code": "MOB", "local_note": "x"}])
    )
    assert any("local_note" in finding.words for finding in reading.findings)
    assert "disa_table_id" in reading.warnings[0]
    assert reading.tables["disabilities"].num_rows == 1


def test_row_that_repeats_word_for_word_is_one_row_and_a_finding(write: Write, read: Read) -> None:
    row = {"disa_person_id": "C1", "disa_table_id": "1", "disa_disability_code": "MOB"}
    reading = read(write("ssd_disability", [row, row]))
    assert reading.tables["disabilities"].num_rows == 1
    assert "1 row said word for word before" in next(
        finding.words for finding in reading.findings if finding.kind == "duplicate"
    )


@pytest.mark.parametrize("delimiter", [",", "|", "\t"])
def test_any_delimiter_and_a_byte_order_mark_are_read(write: Write, read: Read, delimiter: str) -> None:
    row = {"disa_person_id": "C1", "disa_table_id": "1", "disa_disability_code": "MOB"}
    reading = read(write("anything", [row], delimiter=delimiter, mark=True))
    assert reading.tables["disabilities"].num_rows == 1


def test_parquet_with_typed_columns_is_read(tmp_path: Path, read: Read) -> None:
    path = tmp_path / "visits.parquet"
    columns = {
        "cppv_cp_visit_id": ["V1"],
        "cppv_person_id": ["C1"],
        "cppv_cp_visit_date": pa.array([date(2024, 5, 1)], pa.date32()),
        "cppv_cp_visit_seen": [True],
    }
    pq.write_table(pa.table(columns), path)
    visit = read(path).tables["visits"].to_pylist()[0]
    assert (visit["purpose"], visit["happened_on"], visit["seen"]) == ("child_protection", date(2024, 5, 1), True)


def test_damaged_parquet_is_refused_in_one_line(tmp_path: Path, read: Read) -> None:
    path = tmp_path / "person.parquet"
    path.write_bytes(b"PAR1" + b"\0" * 40)
    with pytest.raises(CannotProceed, match="damaged"):
        read(path)


def test_every_table_keeps_the_contract(person: Path, write: Write, read: Read) -> None:
    reading = read(
        person, _assessment(write), _episodes(write), _involvement(write, "CW"), _care_leaver(write, worker="W7")
    )
    for name, table in reading.tables.items():
        check(name, table)
    assert all(count.whole + count.part + count.refused == count.rows for count in reading.counts)


def _assessment(write: Write) -> Path:
    row = {"cina_assessment_id": "A1", "cina_person_id": "C1", "cina_assessment_start_date": "2024-05-01"}
    ended = {"cina_assessment_auth_date": "2024-06-01", "cina_assessment_outcome_nfa": "Y"}
    return write("ssd_cin_assessments", [row | ended])


def _factors(write: Write, assessment: str, factors: str) -> Path:
    row = {"cinf_table_id": "F1", "cinf_assessment_id": assessment, "cinf_assessment_factors_json": factors}
    return write("ssd_assessment_factors", [row])


def _episodes(write: Write) -> Path:
    shared = {"clae_person_id": "C1", "clae_cla_id": "CLA1", "clae_entered_care_date": "2024-01-01"}

    def episode(key: str, start: str, end: str, reason: str) -> dict[str, str]:
        dates = {"clae_cla_episode_start_date": start, "clae_cla_episode_ceased_date": end}
        return {"clae_cla_episode_id": key, **dates, "clae_cla_episode_ceased_reason": reason, **shared}

    rows = [episode("E2", "2024-04-01", "2024-09-01", "E4A"), episode("E1", "2024-01-01", "2024-04-01", "X1")]
    return write("ssd_cla_episodes", rows)


def _involvement(write: Write, role: str) -> Path:
    row = {
        "invo_involvements_id": "I1",
        "invo_person_id": "C1",
        "invo_professional_id": "W1",
        "invo_professional_team": "T1",
    }
    return write(
        "ssd_involvements", [row | {"invo_professional_role_id": role, "invo_involvement_start_date": "2024-01-01"}]
    )


def _care_leaver(write: Write, *, worker: str) -> Path:
    row = {
        "clea_table_id": "Q1",
        "clea_person_id": "C1",
        "clea_care_leaver_eligibility": "Former Relevant",
        "clea_care_leaver_in_touch": "YES",
        "clea_care_leaver_latest_contact": "",
        "clea_care_leaver_personal_advisor": "Alex Example",
        "clea_care_leaver_worker_id": worker,
    }
    return write("ssd_care_leavers", [row])


def test_line_ruled_under_the_headings_makes_no_child(write: Write, read: Read) -> None:
    names = ("pers_person_id", "pers_sex", "pers_dob")
    rows = [dict.fromkeys(names, "-----"), dict(zip(names, ("C1", "F", "2010-01-01"), strict=True))]
    reading = read(write("ssd_person", rows, delimiter="|"))
    assert reading.tables["children"].column("child_id").to_pylist() == ["C1"]
    assert reading.counts[0].refused == 1


def test_null_in_small_letters_is_nothing_and_the_name_null_is_a_name(write: Write, read: Read) -> None:
    row = {"pers_person_id": "C1", "pers_forename": "null", "pers_surname": "Null", "pers_dob": "2010-01-01"}
    (name,) = read(write("ssd_person", [row])).tables["child_names"].to_pylist()
    assert (name["forename"], name["surname"]) == (None, "Null")


def test_episode_without_the_day_care_began_does_not_leave_its_period_open(write: Write, read: Read) -> None:
    row = {
        "clae_person_id": "C1",
        "clae_cla_episode_id": "E1",
        "clae_cla_episode_start_date": "2025-01-01",
        "clae_cla_episode_ceased_date": "2025-03-01",
        "clae_cla_episode_ceased_reason": "E11",
        "clae_entered_care_date": "",
    }
    tables = read(write("ssd_cla_episodes", [row])).tables
    (period,), (episode,) = tables["periods_of_care"].to_pylist(), tables["care_episodes"].to_pylist()
    assert (period["ended_on"], episode["care_id"]) == (date(2025, 3, 1), period["care_id"])
