"""Spellings met in real files, and those that must not be guessed at."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.codesets import Reading, all_codesets, codeset, plain_code, read_code

TODAY = date(2026, 11, 21)
CODES = [
    (key, row.code)
    for key, codes in all_codesets().items()
    # An old code of a sex is stored as the new one: tested apart.
    if key != "sex"
    for row in codes.codes
]


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("placement_type", "U6", "U6"),
        ("placement_type", " u6 ", "U6"),
        ("placement_type", "U 6", "U6"),
        ("placement_type", "f) U6: Foster placement - not FFA", "U6"),
        ("placement_type", "zz) T4: Temporary placement - seven days or less", "T4"),
        ("placement_type", "A) u6 – foster", "U6"),  # the letter of another drop-down is passed over
        ("placement_provider", "e) PR4 - Private provision", "PR4"),
        ("missing_type", "a) M", "M"),
        ("adopter_sex", "a) M1", "M1"),
        ("abuse_category", "Neglect", "NEG"),
        ("abuse_category", "b) Physical abuse", "PHY"),
        ("abuse_category", "Multiple/not recommended", "MUL"),
        ("ethnicity", "a) WBRI", "WBRI"),
        ("ethnicity", "WBRI - White British", "WBRI"),
        ("ethnicity", "WBRI White British", "WBRI"),
        ("ethnicity", "s) NOBT", "NOBT"),  # one supplier's letter for it
        ("ethnicity", "White – British", "WBRI"),
        ("primary_need", "N1 - Abuse or Neglect", "N1"),
        ("primary_need", "N1 - Abuse, neglect and exploitation", "N1"),
        ("primary_need", "Child’s disability", "N2"),
        ("legal_status", "C1: ICO", "C1"),
        ("legal_status", "L2: EPO", "L2"),
        ("reason_episode_ceased", "k) E47: Special Guardianship Orders - relative/friend", "E47"),
        ("referral_source", "a) 1A: Individual", "1A"),
        ("referral_source", "Police", "6"),
        ("referral_source", "6.0", "6"),  # a number from a workbook
        ("care_leaver_activity", "F1: Full time in higher education", "F1"),
        ("care_leaver_accommodation", "U: Independent living", "U"),
        ("care_leaver_accommodation_suitability", "b) Unsuitable", "2"),
        ("care_leaver_in_touch", "d) Refu", "REFU"),
        ("care_leaver_eligibility", "b) Former relevant child", "Former Relevant"),
        ("permanence_plan", "f) Long-term fostering", "long_term_fostering"),
        ("adopter_left_reason", "1 - Adopter withdrew from process", "1"),
        ("placement_location", "a) In", "in"),
        ("placement_council", "WAL - Child placed in Wales", "WAL"),
        ("annexa_contact_source", "q) 6: Police", "q) 6: Police"),
        ("annexa_contact_source", "1B", "b) 1B: Individual"),
        ("annexa_yes_no", "No", "b) No"),
        ("annexa_ethnicity", "s) NOBT", "t) NOBT"),
        ("annexa_no_longer_placed", "RD2", "RD2 - The Court did not make a placement order"),
        ("ssd_gender", "1", "01"),  # a workbook drops the nought
        ("ssd_s47_outcome", "nfa - continue with family assessment", "NFA - Continue With Family Assessment"),
    ],
)
def test_a_spelling_from_a_real_file_is_read(key, text, code):
    assert read_code(key, text, TODAY) == Reading(code)


@pytest.mark.parametrize("key", ["cin_yes_no", "flag_0_1"])
@pytest.mark.parametrize(
    ("spellings", "code"),
    [("1 1.0 Y y Yes YES true TRUE", "1"), ("0 0.0 N n No NO false False", "0")],
)
def test_yes_and_no_are_read_however_they_are_written(key, spellings, code):
    assert {read_code(key, text) for text in [*spellings.split(), f"a) {spellings.split()[3]}"]} == {Reading(code)}


@pytest.mark.parametrize(
    ("spellings", "code"),
    [
        (["M", "m", "Male", "a) Male", "1", "1.0"], "M"),
        (["F", "Female", "b) Female", "2"], "F"),
        (["U", "Unknown", "c) Not stated/recorded", "0"], "U"),
    ],
)
def test_a_sex_is_stored_as_m_f_or_u_however_it_is_written(spellings, code):
    readings = [read_code("sex", text) for text in spellings]
    assert readings == [Reading(code)] * len(spellings)


@pytest.mark.parametrize("text", ["d) Neither", "9"])
def test_a_sex_that_the_list_has_no_code_for_is_unknown_and_says_so(text):
    reading = read_code("sex", text, TODAY)
    assert reading is not None
    assert reading.code == "U"
    assert "has no code for" in (reading.note or "")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("placement_type", ""),
        ("placement_type", "   "),
        ("placement_type", "Foster"),
        ("placement_type", "f)"),
        ("placement_type", "U7"),
        ("primary_need", "N1 - Low income"),  # two different needs
        ("primary_need", "PSRMEM - Support with memory and cognition"),
        ("sex", "2 - Male"),
        ("annexa_yes_no", "a"),
        ("annexa_yes_no", "CS Assessment Updated"),
        ("annexa_contact_source", "Individual"),  # four codes begin with that word
        ("annexa_permanence_plan", "Long"),
        ("annexa_eligibility", "Y: Other accommodation"),  # a value from the column beside it
        ("ssd_s47_outcome", "NFA"),
        ("ethnicity", "WBRI African"),
        ("ethnicity", "White"),
    ],
)
def test_a_text_that_means_no_code_or_two_is_not_guessed_at(key, text):
    assert read_code(key, text, TODAY) is None


@pytest.mark.parametrize(
    ("key", "text", "on", "note"),
    [
        ("placement_type", "P2", date(2023, 10, 28), "P2 is valid only until 27 October 2023, not on 28 October 2023"),
        ("placement_type", "K3", date(2024, 3, 31), "K3 is valid only from 1 April 2024, not on 31 March 2024"),
        ("sex", "1", date(2026, 3, 31), "1 is valid only until 31 March 2024, not on 31 March 2026"),
        ("placement_type", "P2", date(2023, 10, 27), None),
        ("placement_type", "P2", None, None),
        ("sex", "1", date(2023, 3, 31), None),
        ("sex", "a) Male", date(2023, 3, 31), None),
        ("sex", "Male", date(2026, 3, 31), None),
    ],
)
def test_a_code_out_of_its_years_is_read_with_a_note(key, text, on, note):
    reading = read_code(key, text, on)
    assert reading is not None
    assert reading.note == note


@given(st.sampled_from(CODES))
def test_every_code_is_read_as_itself(at):
    key, code = at
    assert read_code(key, code) == Reading(code)


@given(st.sampled_from(CODES), st.sampled_from([str.lower, str.upper, lambda text: f"  {text} "]))
def test_no_code_depends_on_case_or_spacing(at, respell):
    key, code = at
    assert read_code(key, respell(code)) == Reading(code)


@given(st.sampled_from(sorted(all_codesets())), st.text(max_size=30))
def test_whatever_the_text_the_answer_is_a_code_of_the_set_or_none(key, text):
    reading = read_code(key, text, TODAY)
    assert reading is None or reading.code in codeset(key)


@pytest.mark.parametrize(
    ("key", "code", "plain"),
    [
        ("annexa_abuse_category", "b) Physical abuse", "PHY"),
        ("annexa_need", "N1 - Abuse or neglect", "N1"),
        ("annexa_gender", "b) Female", "F"),
        ("annexa_gender", "c) Not stated/recorded", "U"),
        ("annexa_placement_type", "n) H5: Residential accommodation", "H5"),
        ("annexa_ethnicity", "t) NOBT", "NOBT"),
        ("annexa_contact_source", "u) 10: Unknown", "10"),
        ("annexa_closure_reason", "RC8 - Case closed after assessment, no further action", "RC8"),
        ("annexa_yes_no", "c) Unknown", "Unknown"),
        ("annexa_legal_status", "V3: Short term breaks, episodes recorded", "V3"),
        ("annexa_permanence_plan", "c) SGO/CAO", "special_guardianship"),
        ("annexa_in_touch", "a) Yes", "YES"),
        ("annexa_eligibility", "d) Eligible child", "Eligible"),
        ("annexa_leaving_adoption", "2 - Process put on hold", "2"),
        ("annexa_suitability", "a) Suitable", "1"),
        ("ssd_permanence_plan", "RETURN6M", "return_6_months"),
        ("ssd_immigration_status", "Refugee Status", "refugee"),
    ],
)
def test_a_drop_down_maps_to_its_plain_code(key, code, plain):
    assert plain_code(key, code) == Reading(plain)


def test_every_code_of_a_list_that_maps_to_another_has_its_plain_code():
    lost = [
        (key, row.code)
        for key, codes in all_codesets().items()
        if codes.maps_to
        for row in codes.codes
        if plain_code(key, row.code) is None
    ]
    assert not lost


def test_every_annex_a_list_maps_to_a_plain_one_but_for_the_case_status():
    without = {key for key, codes in all_codesets().items() if key.startswith("annexa_") and not codes.maps_to}
    assert without == {"annexa_case_status"}


def test_a_plain_list_and_a_code_nobody_knows_map_to_nothing():
    assert plain_code("sex", "M") is None
    assert plain_code("annexa_gender", "e) Other") is None


def test_a_drop_down_with_no_counterpart_says_what_was_lost():
    reading = plain_code("annexa_gender", "d) Neither")
    assert reading == Reading("U", "The file says Neither, which the list of sexes has no code for")
