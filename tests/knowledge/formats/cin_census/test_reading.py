"""The census: what a good file gives, and what becomes of what can't be read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onechild.knowledge.formats import cin_census
from onechild.knowledge.formats.cin_census import streaming
from onechild.knowledge.formats.model import Asked, Reading, Recognised

Make = Callable[..., Any]

ENQUIRY = """<Section47><S47ActualStartDate>2025-05-08</S47ActualStartDate>
<InitialCPCtarget>2025-05-30</InitialCPCtarget>
<DateOfInitialCPC>2025-05-28</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>"""
PLAN = """<ChildProtectionPlans><CPPstartDate>2025-05-28</CPPstartDate>
<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse><NumberOfPreviousCPP>1</NumberOfPreviousCPP>
<Reviews><CPPreviewDate>2025-08-20</CPPreviewDate><CPPreviewDate>2026-02-10</CPPreviewDate></Reviews>
</ChildProtectionPlans>"""
ASSESSMENT = """<Assessments><AssessmentActualStartDate>{start}</AssessmentActualStartDate>
<AssessmentAuthorisationDate>2025-06-20</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>{factors}
</FactorsIdentifiedAtAssessment></Assessments>"""


def assessment(*factors: str, start: str = "2025-05-06") -> str:
    inside = "".join(f"<AssessmentFactors>{factor}</AssessmentFactors>" for factor in factors)
    return ASSESSMENT.format(start=start, factors=inside)


def read(*paths: Path, asked: Asked | None = None) -> Reading:
    return cin_census.read([Recognised(path, cin_census.NAME) for path in paths], asked=asked or Asked())


def rows(reading: Reading, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = reading.tables[table].to_pylist()
    return found


def adds_up(reading: Reading) -> bool:
    return all(count.whole + count.part + count.refused == count.rows for count in reading.counts)


def test_every_repeating_element_of_a_good_census_is_a_whole_row(
    write: Make, make_census: Make, make_child: Make
) -> None:
    inside = assessment("2A", "3B") + ENQUIRY + PLAN
    count = read(write(make_census(make_child(inside=inside)))).counts[0]
    # Child, Disability, CINdetails, Assessments, two factors, Section47, ChildProtectionPlans, two reviews.
    assert (count.rows, count.whole, count.part, count.refused, count.values_refused) == (10, 10, 0, 0, 0)


def test_the_header_gives_council_year_and_the_day_known_at(write: Make, make_census: Make, make_child: Make) -> None:
    reading = read(write(make_census(make_child(), year=2025, council="998")))
    assert (reading.council, reading.year, reading.known_at) == ("998", 2025, date(2025, 7, 1))


def test_a_child_gives_its_number_as_an_identifier(write: Make, make_census: Make, make_child: Make) -> None:
    (number,) = rows(read(write(make_census(make_child()))), "identifiers")
    assert (number["child_id"], number["identifier_kind"], number["value"]) == ("HAT1", "upn", "A12345678901B")


def test_an_unborn_child_has_an_expected_date_of_birth(write: Make, make_census: Make, make_child: Make) -> None:
    unborn = make_child().replace("PersonBirthDate", "ExpectedPersonBirthDate").replace("2015-05-01", "2026-05-01")
    (child,) = rows(read(write(make_census(unborn))), "children")
    assert (child["born_on"], child["expected_on"]) == (None, date(2026, 5, 1))


def test_the_older_shape_with_gender_is_read_as_sex(write: Make, make_census: Make, make_child: Make) -> None:
    older = make_child().replace("<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent>")
    reading = read(write(make_census(older, year=2021)))
    assert rows(reading, "children")[0]["sex"] == "F"
    assert reading.counts[0].values_refused == 0


def test_rows_inside_a_referral_carry_its_key(write: Make, make_census: Make, make_child: Make) -> None:
    reading = read(write(make_census(make_child(inside=assessment("2A") + ENQUIRY + PLAN))))
    key = rows(reading, "referrals")[0]["referral_id"]
    inside = ("assessments", "section_47_enquiries", "child_protection_plans", "conferences")
    assert {row["referral_id"] for table in inside for row in rows(reading, table)} == {key}


def test_factors_carry_their_assessment_and_its_authorisation(write: Make, make_census: Make, make_child: Make) -> None:
    reading = read(write(make_census(make_child(inside=assessment("2A", "3B")))))
    key = rows(reading, "assessments")[0]["assessment_id"]
    found = [(row["assessment_id"], row["factor"], row["happened_on"]) for row in rows(reading, "assessment_factors")]
    assert found == [(key, "2A", date(2025, 6, 20)), (key, "3B", date(2025, 6, 20))]


def test_a_plan_begun_on_the_day_of_the_conference_is_linked_to_it(
    write: Make, make_census: Make, make_child: Make
) -> None:
    reading = read(write(make_census(make_child(inside=ENQUIRY + PLAN))))
    first = next(row for row in rows(reading, "conferences") if row["conference_kind"] == "initial")
    assert rows(reading, "child_protection_plans")[0]["conference_id"] == first["conference_id"]
    assert first["led_to_plan"] is True


def test_a_conference_with_no_plan_says_nothing_of_one(write: Make, make_census: Make, make_child: Make) -> None:
    (held,) = rows(read(write(make_census(make_child(inside=ENQUIRY)))), "conferences")
    assert held["led_to_plan"] is None


def test_a_conference_named_by_enquiry_and_referral_is_one(write: Make, make_census: Make, make_child: Make) -> None:
    inside = "<DateOfInitialCPC>2025-05-28</DateOfInitialCPC>" + ENQUIRY
    (held,) = rows(read(write(make_census(make_child(inside=inside)))), "conferences")
    assert held["enquiry_id"] == "HAT1/section_47_enquiries/2025-05-08"


def test_a_conference_of_the_referral_alone_is_kept_there_and_as_a_row(
    write: Make, make_census: Make, make_child: Make
) -> None:
    reading = read(write(make_census(make_child(inside="<DateOfInitialCPC>2025-06-02</DateOfInitialCPC>"))))
    assert rows(reading, "referrals")[0]["conference_on"] == date(2025, 6, 2)
    assert rows(reading, "conferences")[0]["happened_on"] == date(2025, 6, 2)


def test_keys_are_the_same_when_the_file_is_read_again(write: Make, make_census: Make, make_child: Make) -> None:
    path = write(make_census(make_child(inside=assessment("2A") + assessment("3B"))))
    first, second = ([row["assessment_id"] for row in rows(read(path), "assessments")] for _ in range(2))
    assert first == second == ["HAT1/assessments/2025-05-06", "HAT1/assessments/2025-05-06/2"]


def test_a_date_that_is_no_day_makes_the_row_a_part(write: Make, make_census: Make, make_child: Make) -> None:
    reading = read(write(make_census(make_child().replace("2015-05-01", "2015-02-30"))))
    assert rows(reading, "children")[0]["born_on"] is None
    assert (reading.counts[0].part, reading.counts[0].values_refused) == (1, 1)
    (aside,) = reading.quarantine
    assert (aside["place"], aside["column_name"], aside["value"]) == ("Child[1]", "PersonBirthDate", "2015-02-30")


def test_a_row_without_its_required_date_is_put_aside_whole(write: Make, make_census: Make, make_child: Make) -> None:
    reading = read(write(make_census(make_child(inside=assessment("2A", start="soon")))))
    aside = reading.quarantine[0]
    assert (aside["row_refused"], aside["value"]) == (True, "soon")
    assert '"AssessmentAuthorisationDate": "2025-06-20"' in str(aside["row_values"])
    assert reading.counts[0].refused == 2  # the assessment, and its factor, which has nothing to belong to
    assert adds_up(reading)


def test_a_plan_in_a_referral_put_aside_is_kept_with_a_finding(
    write: Make, make_census: Make, make_child: Make
) -> None:
    reading = read(write(make_census(make_child(inside=PLAN).replace("2025-05-06", ""))))
    assert rows(reading, "child_protection_plans")[0]["referral_id"] is None
    assert any(finding.kind == "unlinked" for finding in reading.findings)


def test_a_bad_conference_date_makes_the_enquiry_a_part(write: Make, make_census: Make, make_child: Make) -> None:
    reading = read(write(make_census(make_child(inside=ENQUIRY.replace("2025-05-28", "28 o'clock")))))
    assert (reading.counts[0].part, reading.counts[0].refused) == (1, 0)
    assert reading.tables["section_47_enquiries"].num_rows == 1
    assert adds_up(reading)


def test_a_child_without_an_id_is_put_aside_with_all_its_rows(write: Make, make_census: Make, make_child: Make) -> None:
    reading = read(write(make_census(make_child(" ", inside=PLAN))))
    assert (reading.counts[0].rows, reading.counts[0].refused) == (6, 6)


def test_unknown_elements_are_named_once_with_their_number(write: Make, make_census: Make, make_child: Make) -> None:
    odd = make_child().replace("<Sex>", "<Shoe>4</Shoe><Shoe>5</Shoe><Sex>")
    findings = [finding for finding in read(write(make_census(odd, odd))).findings if finding.kind == "not_carried"]
    assert [finding.words for finding in findings] == [
        "census.xml: the element <Shoe>, 4 times, which no table carries"
    ]


def test_loose_text_is_a_finding_and_no_loss(write: Make, make_census: Make, make_child: Make) -> None:
    odd = make_child().replace("<Sex>", "stray<Sex>")
    reading = read(write(make_census(odd)))
    assert any("loose text: stray" in finding.words for finding in reading.findings)
    assert rows(reading, "children")[0]["sex"] == "F"


def test_a_leaf_said_twice_keeps_the_first_and_says_so(write: Make, make_census: Make, make_child: Make) -> None:
    odd = make_child().replace("<Sex>F</Sex>", "<Sex>F</Sex><Sex>M</Sex>")
    reading = read(write(make_census(odd)))
    assert rows(reading, "children")[0]["sex"] == "F"
    assert any("sex M" in finding.words for finding in reading.findings)


def test_namespaces_are_passed_over(write: Make, make_census: Make, make_child: Make) -> None:
    text = make_census(make_child(inside=PLAN)).replace("<Message>", '<Message xmlns="urn:census">')
    assert read(write(text)).tables["child_protection_plans"].num_rows == 1


def test_entities_of_xml_itself_are_read(write: Make, make_census: Make, make_child: Make) -> None:
    text = make_census(make_child("A&amp;B&lt;&gt;"))
    assert rows(read(write(text)), "children")[0]["child_id"] == "A&B<>"


def test_a_census_in_utf_16_is_read(write: Make, make_census: Make, make_child: Make) -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + make_census(make_child())
    assert rows(read(write(text.encode("utf-16"))), "children")[0]["child_id"] == "HAT1"


def test_an_outcome_of_no_published_list_is_kept_with_a_finding(
    write: Make, make_census: Make, make_child: Make
) -> None:
    block = (
        "<PreProceedingsandFGDM><PPStartDate>2025-09-01</PPStartDate><PPOutcome>A</PPOutcome></PreProceedingsandFGDM>"
    )
    reading = read(write(make_census(make_child(inside=block))))
    assert rows(reading, "pre_proceedings")[0]["outcome_words"] == "A"
    assert any(finding.kind == "unknown_code" for finding in reading.findings)


def test_a_header_that_disagrees_with_itself_follows_the_reference_date(
    write: Make, make_census: Make, make_child: Make
) -> None:
    text = make_census(make_child()).replace("<Year>2026</Year>", "<Year>2025</Year>")
    reading = read(write(text))
    assert reading.year == 2026
    assert any("2025" in warning for warning in reading.warnings)


def test_the_newest_of_two_files_stands_first(write: Make, make_census: Make, make_child: Make) -> None:
    last = write(make_census(make_child(), year=2025), "last.xml")
    this = write(make_census(make_child(), year=2026), "this.xml")
    reading = read(last, this)
    assert reading.tables["children"].column("source_row").to_pylist() == ["this.xml Child[1]", "last.xml Child[1]"]


def test_a_large_file_read_by_two_processes_gives_the_same(
    write: Make, make_census: Make, make_child: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    children = [make_child(f"HAT{number}", inside=assessment("2A") + PLAN) for number in range(50)]
    path = write(make_census(*children))
    alone = read(path)
    monkeypatch.setattr(streaming, "LARGE", 0)
    apart = read(path)
    assert alone.tables == apart.tables
    assert alone.counts == apart.counts


def test_many_chunks_give_the_same_as_one(
    write: Make, make_census: Make, make_child: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    children = [make_child(f"HAT{number}", inside=assessment("2A", "3B") + PLAN) for number in range(20)]
    path = write(make_census(*children))
    whole = read(path)
    monkeypatch.setattr("onechild.knowledge.formats.cin_census.parsing.CHUNK_BYTES", 1)
    assert read(path).tables == whole.tables


def test_whoever_watches_hears_how_much_was_read(write: Make, make_census: Make, make_child: Make) -> None:
    heard: list[tuple[str, int, int]] = []
    path = write(make_census(make_child()))
    read(path, asked=Asked(watch=lambda name, done, size: heard.append((name, done, size))))
    assert heard == [("census.xml", path.stat().st_size, path.stat().st_size)]


def test_the_sample_of_2026_gives_its_pre_proceedings_row(shared_data: Path) -> None:
    reading = read(shared_data / "samples" / "cin_census_2026.xml")
    (row,) = rows(reading, "pre_proceedings")
    assert (row["started_on"], row["family_group_held"], row["review_meetings"]) == (date(2026, 9, 9), True, 3)
    assert reading.tables["children"].num_rows == 2
    assert adds_up(reading)


def test_the_sample_of_2021_is_read_with_its_impossible_date_put_aside(shared_data: Path) -> None:
    reading = read(shared_data / "samples" / "cin_census_2021.xml")
    assert [row["value"] for row in reading.quarantine] == ["1066-04-13"]
    assert reading.tables["child_protection_plans"].num_rows == 1
    assert adds_up(reading)


def test_a_conference_without_an_enquiry_is_a_transfer_in_that_its_plan_is_linked_to(
    write: Make, make_census: Make, make_child: Make
) -> None:
    plan = (
        "<ChildProtectionPlans><CPPstartDate>2025-06-02</CPPstartDate><InitialCategoryOfAbuse>NEG"
        "</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>"
        "<NumberOfPreviousCPP>0</NumberOfPreviousCPP></ChildProtectionPlans>"
    )
    inside = f"<DateOfInitialCPC>2025-06-02</DateOfInitialCPC>{plan}"
    reading = read(write(make_census(make_child(inside=inside))))
    (held,), (begun,) = rows(reading, "conferences"), rows(reading, "child_protection_plans")
    assert (held["conference_kind"], held["led_to_plan"]) == ("transfer_in", True)
    assert begun["conference_id"] == held["conference_id"] == "HAT1/conferences/transfer_in/2025-06-02"


def test_a_conference_of_a_referral_with_an_enquiry_is_an_initial_one(
    write: Make, make_census: Make, make_child: Make
) -> None:
    inside = "<DateOfInitialCPC>2025-06-02</DateOfInitialCPC>" + ENQUIRY
    reading = read(write(make_census(make_child(inside=inside))))
    assert {row["conference_kind"] for row in rows(reading, "conferences")} == {"initial"}


def test_pre_proceedings_end_with_the_decision_to_step_down_or_to_issue(
    write: Make, make_census: Make, make_child: Make
) -> None:
    block = (
        "<PreProceedingsandFGDM><PPStartDate>2025-06-02</PPStartDate><StepDecisionDate>2025-09-01</StepDecisionDate>"
        "</PreProceedingsandFGDM>"
    )
    (row,) = rows(read(write(make_census(make_child(inside=block)))), "pre_proceedings")
    assert (row["decided_on"], row["ended_on"]) == (date(2025, 9, 1), date(2025, 9, 1))


def test_a_factor_of_an_assessment_put_aside_says_so(write: Make, make_census: Make, make_child: Make) -> None:
    reading = read(write(make_census(make_child(inside=assessment("2A", start="2025-02-30")))))
    assert "the assessment it lies in was put aside" in {row["reason"] for row in reading.quarantine}
