"""The census of children's social workers: by hand, written and read back, and against the measures of a council."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from onechild.cli.opening import store_on
from onechild.errors import CannotProceed
from onechild.knowledge.formats.workforce_census import (
    Census,
    Totals,
    Workforce,
    check,
    choose,
    read_census,
    totals_of,
    written,
)
from onechild.knowledge.formats.workforce_census.codes import NOT_SOCIAL_WORKERS, STAYED
from onechild.knowledge.formats.workforce_census.sources import TABLES, census_of
from onechild.knowledge.invented.inventing import write_hatterton
from onechild.knowledge.measures.answers import Asked
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.measures.rows.roles import NOT_SOCIAL_WORKERS as MEASURED
from onechild.knowledge.measures.rows.workforce.over_a_year import STAYED as MEASURED_STAYED
from onechild.knowledge.tables.extract import Extract

MADE = datetime(2026, 10, 5, 9, tzinfo=UTC)
FIRST, DAY = date(2025, 10, 1), date(2026, 9, 30)
THE_YEAR, THE_DAY = Moment(FIRST, DAY), Moment(None, DAY)


def _engaged(key: str, worker: str, kind: str, fte: float | None, start: date, end: date | None = None, **more: Any):  # type: ignore[no-untyped-def]
    said = {"post_id": None, "role": "social_worker", "end_reason": None}
    row = {"employment_id": key, "worker_id": worker, "employment_kind": kind, "fte": fte}
    return {**said, **row, "started_on": start, "ended_on": end, **more}


@pytest.fixture
def by_hand() -> Census:
    """Ann (hours cut in March), Ben (agency on a post), Cy (left), Di (became permanent), Eve (no hours told)."""
    employments = [
        _engaged(
            "a1", "ann", "permanent", 1.0, date(2020, 1, 6), date(2026, 3, 2), end_reason="moved_post", post_id="p1"
        ),
        _engaged("a2", "ann", "permanent", 0.6, date(2026, 3, 2), post_id="p1"),
        _engaged("b1", "ben", "agency", 1.0, date(2026, 8, 19), post_id="p2"),
        _engaged("c1", "cy", "permanent", 0.8, date(2021, 5, 3), date(2026, 6, 1), end_reason="resigned"),
        _engaged("d1", "di", "agency", 1.0, date(2025, 11, 3), date(2026, 4, 1), end_reason="became_permanent"),
        _engaged("d2", "di", "permanent", 1.0, date(2026, 4, 1), role="team_manager"),
        _engaged("e1", "eve", "fixed_term", None, date(2026, 1, 5)),
        _engaged("f1", "fay", "permanent", 1.0, date(2026, 1, 5), role="family_worker"),
    ]
    posts = [
        {"post_id": key, "team_id": "t", "role": "social_worker", "fte": 1.0, "started_on": FIRST, "ended_on": None}
        for key in ("p1", "p2")
    ]
    absences = [
        # Friday 25 September to Thursday 1 October: four working days of it in the year.
        {
            "absence_id": "x",
            "worker_id": "ann",
            "absence_kind": "sickness",
            "started_on": date(2026, 9, 25),
            "ended_on": date(2026, 10, 2),
        }
    ]
    tables = {"employments": employments, "posts": posts, "absences": absences, "workers": []}
    return choose(
        Workforce.of(tables),
        year=2026,
        cases={"ann": 12, "ben": 18, "gil": 3},
        numbers={"ann": "SW1001", "ben": "SW1002", "cy": "SWE 1001", "di": "1004"},
        details={"ann": {"born_on": date(1985, 2, 3), "sex": "F", "ethnicity": "WROM", "route": "step_up"}},
        notes={"c1": {"leaver_destination": "3", "reason_leave": ""}, "d2": {"start_origin": "4"}},
    )


def _told(census: Census, employment: str) -> dict[str, str]:
    return dict(next(one.told for one in census.entries if one.employment_id == employment))


def test_who_changed_hours_has_one_row_that_began_with_the_first_of_them(by_hand: Census) -> None:
    ann = _told(by_hand, "a2")
    assert (ann["RoleStartDate"], ann["FTE30"], ann["Cases30"]) == ("2020-01-06", "0.600000", "12")
    assert (ann["OrgRole"], ann["Ethnicity"], ann["StepUpGrad"], ann["FrontlineGrad"]) == ("5", "WOTH", "1", "0")
    assert (ann["WorkingDaysLost"], ann["Absat30Sept"], ann["ReasonAbsence"]) == ("4.00", "1", "SIC")
    assert "StartOrigin" not in ann
    assert [one.employment_id for one in by_hand.entries] == ["a2", "d2", "e1", "b1", "c1"]


def test_a_leaver_has_destination_and_reason_and_no_cases(by_hand: Census) -> None:
    cy = _told(by_hand, "c1")
    assert (cy["RoleEndDate"], cy["LeaverDestination"], cy["ReasonLeave"]) == ("2026-06-01", "3", "1")
    assert not {"FTE30", "Cases30", "Absat30Sept"} & cy.keys()


def test_an_agency_worker_who_became_permanent_came_from_an_agency_and_has_one_row(by_hand: Census) -> None:
    assert (_told(by_hand, "d2")["StartOrigin"], _told(by_hand, "d2")["OrgRole"]) == ("4", "3")
    assert _told(by_hand, "b1")["ContractWeeks"] == "6.0"


def test_the_council_s_own_figures_count_what_nobody_of_ours_fills(by_hand: Census) -> None:
    assert (by_hand.vacancies, by_hand.cover_fte, by_hand.cover_heads) == (1.4, 1.0, 1)


def test_the_check_says_what_is_missing_and_what_contradicts_and_of_whom(by_hand: Census) -> None:
    found = {(one.worker_id, one.element, one.kind) for one in check(by_hand)}
    assert {
        ("ann", "QualLevel", "missing"),
        ("ben", "PersonBirthDate", "missing"),
        ("eve", "SWENo", "missing"),
        ("eve", "FTE", "missing"),
        ("eve", "StartOrigin", "missing"),
        ("di", "SWENo", "contradictory"),  # no letters before the figures
        ("ann", "SWENo", "contradictory"),  # cy has the same
        ("gil", "Cases30", "contradictory"),  # holds cases, and is in no employment
    } <= found
    assert ("ann", "PersonBirthDate", "missing") not in found
    assert ("di", "StartOrigin", "missing") not in found


def test_what_is_written_is_read_back_and_adds_up_to_the_same(by_hand: Census) -> None:
    read = read_census(written(by_hand, council="999", made_at=MADE))
    assert [dict(one.told) for one in by_hand.entries] == list(read.workers)
    assert read.whole == {"NumberOfVacancies": 1.4, "NoAgencyFTE": 1.0, "NoAgencyHeadcount": 1.0}
    totals = totals_of(read.workers, vacant=read.whole["NumberOfVacancies"])
    assert totals == Totals(
        in_post=1.6, agency=1.0, vacant=1.4, left=0.8, began=2, holders=1.6, cases=30, days_lost=4.0
    )
    assert (totals.turnover, totals.cases_each) == (0.5, 18.75)


def test_a_file_that_is_no_census_is_refused() -> None:
    with pytest.raises(CannotProceed):
        read_census(b"<Message><Header/></Message>")
    with pytest.raises(CannotProceed):
        read_census(b"not XML")


@pytest.fixture(scope="module")
def hatterton(tmp_path_factory: pytest.TempPathFactory) -> Extract:
    """A very small council a little beyond the census day."""
    return write_hatterton(tmp_path_factory.mktemp("workforce") / "extract", scale=0.05, until=date(2026, 10, 31))


def test_the_census_adds_up_to_the_measures_as_at_its_day(hatterton: Extract, tmp_path: Path) -> None:
    census = census_of(hatterton, year=2026)
    assert len(census.entries) > 20
    totals = totals_of((one.told for one in census.entries), vacant=census.vacancies)
    workforce = Workforce.of({name: hatterton.table(name).to_pylist() for name in TABLES})
    keys = ("agency-rate", "vacancy-rate", "social-worker-turnover", "social-workers-in-post", "sickness-absence")
    with store_on("duckdb", hatterton) as store:
        asked = Asked(store, [MEASURES[key] for key in (*keys, "average-caseload-dfe", "agency-to-permanent")])
        agency, vacancy = (asked.figures(MEASURES[key], THE_DAY)[0] for key in keys[:2])
        turnover = asked.figures(MEASURES[keys[2]], THE_YEAR)[0]
        in_post = asked.figures(MEASURES[keys[3]], THE_DAY)[0]
        sickness = asked.figures(MEASURES[keys[4]], THE_YEAR)[0]
        caseload = asked.figures(MEASURES["average-caseload-dfe"], THE_DAY)[0]
    assert totals.agency_rate == pytest.approx(agency.value, abs=1e-6)
    assert totals.vacancy_rate == pytest.approx(vacancy.value, abs=1e-6)
    assert totals.turnover == pytest.approx(turnover.value, abs=1e-6)
    assert totals.in_post == pytest.approx(in_post.numerator, abs=1e-4)
    # Cases of holders who are in no employment that day are in the measure, and here in the check instead of a row.
    assert totals.cases + sum(census.uncounted.values()) == caseload.numerator
    # By the same arithmetic on any day: what the pages show.
    assert workforce.agency_rate(DAY).value == pytest.approx(agency.value)
    assert workforce.vacancy_rate(DAY).value == pytest.approx(vacancy.value)
    assert workforce.turnover(FIRST, DAY).value == pytest.approx(turnover.value)
    lost = sum(
        workforce.days_lost(one, FIRST, DAY) for one in workforce.employments if one.social_worker and not one.agency
    )
    assert lost == pytest.approx(sickness.numerator)


def test_social_workers_and_leavings_are_those_of_the_measures() -> None:
    assert tuple(NOT_SOCIAL_WORKERS) == tuple(MEASURED)
    assert tuple(STAYED) == tuple(MEASURED_STAYED)
