"""The committed lists: complete against the shared reference, consistent in themselves, right in their years."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from onechild.knowledge.codesets import UnknownCode, UnknownCodeSet, all_codesets, codeset
from onechild.knowledge.codesets.load import rows_of

# Labels that we mended: what the reference says about a code stands in our note instead, or was debris.
MENDED = {
    ("assessment_factor", "18A"),
    ("assessment_factor", "19A"),
    ("placement_type", "K3"),
    ("upn_unknown", "UN4"),
    ("upn_unknown", "UN6"),
    ("annexa_legal_status", "L2: EPO"),
}


@pytest.fixture(scope="module")
def reference(project_root: Path) -> dict[str, dict]:
    """The code lists of the shared reference; where it isn't at hand, the test is skipped."""
    path = project_root.parent / "shared" / "reference" / "codelists.yaml"
    if not path.is_file():
        pytest.skip("the reference is not at hand: ../shared/reference/codelists.yaml")
    return yaml.safe_load(path.read_text(encoding="utf-8"))["codelists"]


def published() -> set[str]:
    return {row["list"] for row in rows_of("lists.csv")}


def test_all_73_published_lists_are_here(reference):
    assert published() == set(reference)
    assert len(reference) == 73


def test_every_code_of_the_reference_is_here(reference):
    wanted = {(key, str(code["code"])) for key, codes in reference.items() for code in codes["codes"]}
    assert not wanted - {(key, row.code) for key in published() for row in codeset(key).codes}


def test_every_label_is_the_one_of_the_reference_but_for_those_mended(reference):
    wanted = {(key, str(code["code"])): code["label"] for key, codes in reference.items() for code in codes["codes"]}
    differing = {at for at, label in wanted.items() if codeset(at[0]).label(at[1]) != label}
    assert differing == MENDED


def test_every_source_is_carried_with_its_list(reference):
    ours = {key: codeset(key).source for key in reference}
    assert ours == {key: " ".join(codes["source"].split()) for key, codes in reference.items()}


@pytest.mark.parametrize(
    ("key", "code", "last_valid", "first_invalid"),
    [
        ("placement_type", "P2", date(2023, 10, 27), date(2023, 10, 28)),
        ("placement_type", "H5", date(2024, 3, 31), date(2024, 4, 1)),
        ("placement_type", "Z1", date(2025, 3, 31), date(2025, 4, 1)),
        ("sex", "1", date(2024, 3, 31), date(2024, 4, 1)),
        ("sex", "2", date(2024, 3, 31), date(2024, 4, 1)),
        ("reason_episode_ceased", "E43", date(2018, 3, 31), date(2018, 4, 1)),
        ("reason_episode_ceased", "E44", date(2018, 3, 31), date(2018, 4, 1)),
        ("care_leaver_activity", "F3", date(2021, 3, 31), date(2021, 4, 1)),
        ("care_leaver_activity", "P3", date(2021, 3, 31), date(2021, 4, 1)),
        ("assessment_factor", "18A", date(2020, 3, 31), date(2020, 4, 1)),
        ("assessment_factor", "19A", date(2020, 3, 31), date(2020, 4, 1)),
    ],
)
def test_a_withdrawn_code_is_valid_to_its_last_day(key, code, last_valid, first_invalid):
    assert codeset(key).valid(code, last_valid)
    assert not codeset(key).valid(code, first_invalid)


@pytest.mark.parametrize(
    ("key", "codes", "first"),
    [
        ("placement_type", "K3", date(2024, 4, 1)),
        ("placement_type", "Z11 Z12 Z13 Z14", date(2025, 4, 1)),
        ("sex", "M F U", date(2024, 4, 1)),
        ("reason_episode_ceased", "E45 E46 E47 E48", date(2018, 4, 1)),
        ("placement_change_reason", "CUSTOD", date(2018, 4, 1)),
        ("care_leaver_activity", "F4 P4 F5 P5", date(2021, 4, 1)),
        ("assessment_factor", "18B 18C 19B 19C", date(2020, 4, 1)),
        ("assessment_factor", "24A", date(2021, 4, 1)),
        ("referral_source", "5D", date(2022, 4, 1)),
        ("cin_closure_reason", "RC9", date(2022, 4, 1)),
    ],
)
def test_a_new_code_is_valid_from_its_first_day(key, codes, first):
    day_before = date.fromordinal(first.toordinal() - 1)
    assert all(codeset(key).valid(code, first) for code in codes.split())
    assert not any(codeset(key).valid(code, day_before) for code in codes.split())


def test_a_relabelled_code_has_each_label_in_its_years():
    needs = codeset("primary_need")
    assert needs.label("N1", date(2025, 3, 31)) == "Abuse or neglect"
    assert needs.label("N1", date(2025, 4, 1)) == "Abuse, neglect and exploitation"
    assert needs.label("N1") == "Abuse, neglect and exploitation"


def test_a_relabelled_code_is_listed_once_on_any_day():
    assert [row.code for row in codeset("primary_need").codes_on(date(2025, 3, 31))].count("N1") == 1
    assert [row.code for row in codeset("primary_need").codes_on(date(2025, 4, 1))].count("N1") == 1


def test_codes_on_a_day_leave_out_those_before_and_after_their_years():
    codes = {row.code for row in codeset("sex").codes_on(date(2026, 1, 1))}
    assert codes == {"M", "F", "U"}


def test_a_code_out_of_its_years_keeps_its_label():
    assert codeset("placement_type").label("Z1", date(2026, 1, 1)) == "Other placement"


def test_a_code_whose_meaning_nobody_published_has_no_label():
    assert codeset("placement_type").label("Z12") is None
    assert codeset("pre_proceedings_outcome").label("A") is None


def test_a_code_that_is_not_in_the_set_is_refused_in_one_plain_line():
    with pytest.raises(UnknownCode, match='The code set "sex" has no code "X"'):
        codeset("sex").label("X")


def test_a_code_that_is_not_in_the_set_is_never_valid():
    assert not codeset("sex").valid("X", date(2026, 1, 1))


def test_a_code_set_nobody_knows_is_refused_in_one_plain_line():
    with pytest.raises(UnknownCodeSet, match='There is no code set "shoe_size"'):
        codeset("shoe_size")


def test_codes_that_look_like_numbers_or_nothing_stay_text():
    assert "00" in codeset("ssd_gender")
    assert "NONE" in codeset("disability")
    assert "NO" in codeset("care_leaver_in_touch")


def test_no_code_ends_before_it_starts():
    rows = [row for codes in all_codesets().values() for row in codes.codes]
    assert not [row for row in rows if row.valid_from and row.valid_to and row.valid_to < row.valid_from]


def test_no_code_of_a_set_has_two_labels_on_one_day():
    day = date(2026, 11, 21)
    twice = [
        key
        for key, codes in all_codesets().items()
        if len({row.code for row in codes.codes_on(day)}) < len(codes.codes_on(day))
    ]
    assert not twice


def test_every_list_has_a_title_and_a_source():
    assert not [key for key, codes in all_codesets().items() if not (codes.title and codes.source)]


def test_our_own_lists_stand_beside_the_published_ones():
    assert all_codesets().keys() > published()
    assert codeset("allocation_role").source == "OneChild's own list"


@pytest.mark.parametrize("name", ["spellings.csv", "maps.csv"])
def test_every_spelling_and_map_leads_to_a_code_that_exists(name):
    def target(row: dict[str, str]) -> tuple[str | None, str]:
        key = row["list"] if name == "spellings.csv" else codeset(row["list"]).maps_to
        return key, row["code"] if name == "spellings.csv" else row["to_code"]

    lost = [row for row in rows_of(name) if target(row)[1] not in codeset(target(row)[0] or "")]
    assert not lost


def test_every_code_that_maps_csv_starts_from_exists():
    assert not [row for row in rows_of("maps.csv") if row["code"] not in codeset(row["list"])]
