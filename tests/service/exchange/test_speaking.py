"""What is gone from its source is said only by a file that speaks for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onechild.service.exchange.speaking import speaks_for
from onechild.service.record.actions.loading import ALL_ROWS, Spoken
from onechild.service.record.models import Child, Visit
from tests.service.exchange.tiny import CHILD, OTHER, load_of, visit


def test_an_extract_of_a_whole_system_speaks_for_all_rows_of_its_tables() -> None:
    assert speaks_for([], year=None)("visits") == ALL_ROWS


def test_a_census_speaks_for_its_own_rows_of_its_year() -> None:
    spoken = speaks_for(["cin_census"], year=2026)("referrals")
    assert spoken == Spoken(said_by=("cin_census",), since=date(2025, 4, 1), until=date(2026, 3, 31))


def test_a_return_of_an_unknown_year_speaks_for_nothing() -> None:
    assert speaks_for(["ssda903"], year=None)("placements") is None


def test_annex_a_speaks_for_nothing() -> None:
    assert speaks_for(["annex_a"], year=2026)("visits") is None


def test_the_safeguarding_dataset_speaks_as_far_back_as_it_reaches() -> None:
    assert speaks_for(["ssd"], year=None)("visits") == Spoken(said_by=("ssd",), reach=True)


@pytest.mark.django_db
def test_a_return_marks_gone_only_its_own_rows_of_its_year(tmp_path: Path) -> None:
    before = [
        visit("of-the-year", source="cin_census"),
        visit("of-another", source="cin_census") | {"happened_on": date(2025, 6, 1)},
        visit("of-annex-a", source="annex_a"),
        visit("kept", day=9, source="cin_census"),
    ]
    load_of(tmp_path, children=[CHILD, OTHER], visits=before)
    load_of(tmp_path, children=[CHILD], visits=before[-1:], speaks=speaks_for(["cin_census"], year=2027))
    kept = set(Visit.objects.filter(child_id="tiny:K1").values_list("pk", flat=True))
    assert kept == {"tiny:of-another", "tiny:of-annex-a", "tiny:kept"}
    assert Child.objects.filter(pk="tiny:K2").exists()


@pytest.mark.django_db
def test_a_dataset_made_anew_says_nothing_of_days_before_its_first(tmp_path: Path) -> None:
    rows = [
        visit("old", source="ssd") | {"happened_on": date(2019, 1, 1)},
        *(visit(f"v{n}", day=n, source="ssd") for n in (1, 2, 3)),
    ]
    load_of(tmp_path, children=[CHILD], visits=rows)
    load_of(tmp_path, children=[CHILD], visits=[rows[1], rows[3]], speaks=speaks_for(["ssd"], year=None))
    assert set(Visit.objects.filter(child_id="tiny:K1").values_list("pk", flat=True)) == {
        "tiny:old",
        "tiny:v1",
        "tiny:v3",
    }
