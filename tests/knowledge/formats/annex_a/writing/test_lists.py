"""Whom each list of Annex A takes in, and what its cells say as at a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from onechild.knowledge.formats.annex_a.writing import Annex
from onechild.knowledge.formats.annex_a.writing.values import cells

Put = Callable[..., Annex]
AS_AT = date(2026, 3, 31)
SIX_MONTHS = date(2025, 10, 1)
GIRL = {"child_id": "1", "born_on": date(2014, 6, 1), "sex": "F", "ethnicity": "WBRI", "disabled": False}
REFERRAL = {"referral_id": "R", "child_id": "1", "started_on": date(2025, 11, 3), "source_kind": "6",
            "primary_need": "N1"}  # fmt: skip
CARE = {"care_id": "L", "child_id": "1", "started_on": date(2026, 1, 5), "need": "N1"}


def row(annex: Annex, number: int) -> dict[str, Any]:
    """The only row of a list, as it is written, by column."""
    made = annex.lists[number]
    [told] = cells(made)
    return dict(zip((column.heading for column in made.layout.columns), told, strict=True))


def contact(on: date) -> dict[str, Any]:
    return {"contact_id": f"C{on}", "child_id": "1", "happened_on": on, "source_kind": "2A"}


def test_a_contact_is_written_with_the_drop_downs_own_words(put: Put) -> None:
    told = row(put(children=[GIRL], contacts=[contact(AS_AT)]), 1)
    assert list(told.values()) == [
        "1", "b) Female", "a) WBRI", date(2014, 6, 1), 11, AS_AT, "e) 2A: Schools",
    ]  # fmt: skip


def test_six_months_take_in_their_first_day_and_not_the_day_before(put: Put) -> None:
    rows = [contact(SIX_MONTHS), contact(SIX_MONTHS - timedelta(days=1))]
    assert put(children=[GIRL], contacts=rows).lists[1].rows["on"].to_list() == [SIX_MONTHS]


def test_a_contact_of_the_day_after_is_not_known_yet(put: Put) -> None:
    assert len(put(children=[GIRL], contacts=[contact(AS_AT + timedelta(days=1))]).lists[1]) == 0


def test_an_unborn_child_has_the_expected_date_and_no_age(put: Put) -> None:
    unborn = {**GIRL, "born_on": None, "expected_on": date(2026, 5, 4)}
    told = row(put(children=[unborn], contacts=[contact(AS_AT)]), 1)
    assert (told["Date of Birth"], told["Age of Child (Years)"]) == (date(2026, 5, 4), None)


def test_a_child_is_a_year_older_on_the_birthday(put: Put) -> None:
    born = {**GIRL, "born_on": date(2014, 3, 31)}
    eve = put(as_at=AS_AT - timedelta(days=1), children=[born], contacts=[contact(AS_AT - timedelta(days=1))])
    day = put(children=[born], contacts=[contact(AS_AT)])
    assert (row(eve, 1)["Age of Child (Years)"], row(day, 1)["Age of Child (Years)"]) == (11, 12)


def test_referrals_of_twelve_months_are_counted_on_each_row(put: Put) -> None:
    earlier = {**REFERRAL, "referral_id": "R0", "started_on": date(2025, 4, 1), "ended_on": date(2025, 5, 1)}
    told = row(put(children=[GIRL], referrals=[earlier, REFERRAL]), 3)
    assert told["Number of Referrals in Last 12 Months"] == 2


def test_a_referral_without_a_team_of_its_own_has_the_lead_workers(put: Put) -> None:
    lead = {"allocation_id": "A", "child_id": "1", "role": "lead", "started_on": date(2025, 11, 4), "team_id": "T",
            "worker_id": "W"}  # fmt: skip
    annex = put(
        children=[GIRL],
        referrals=[REFERRAL],
        allocations=[lead],
        teams=[{"team_id": "T", "name": "North"}],
        worker_names=[{"worker_name_id": "N", "worker_id": "W", "name": "Sam Example"}],
    )
    told = row(annex, 3)
    assert (told["Allocated Team"], told["Allocated Worker"]) == ("North", "Sam Example")


def test_an_open_case_whose_worker_left_is_nobodys_and_a_closed_one_was_the_last_workers(put: Put) -> None:
    lead = {"allocation_id": "A", "child_id": "1", "role": "lead", "started_on": date(2025, 11, 4),
            "ended_on": date(2026, 2, 1), "team_id": "T", "worker_id": "W"}  # fmt: skip
    plan = {"plan_id": "P", "child_id": "1", "started_on": date(2026, 1, 5)}
    is_open = put(children=[GIRL], child_protection_plans=[plan], allocations=[lead])
    closed = put(children=[GIRL], child_protection_plans=[{**plan, "ended_on": date(2026, 2, 1)}], allocations=[lead])
    assert (row(is_open, 7)["Allocated Worker"], row(closed, 7)["Allocated Worker"]) == (None, "W")


def test_an_assessment_authorised_after_the_day_is_open_and_says_nothing_of_its_end(put: Put) -> None:
    assessment = {"assessment_id": "S", "child_id": "1", "started_on": date(2026, 3, 1), "child_seen": True,
                  "ended_on": date(2026, 4, 1), "needs_support": True}  # fmt: skip
    told = row(put(children=[GIRL], assessments=[assessment]), 4)
    assert told["Continuous Assessment Date of Authorisation"] is None
    assert told["Was the child assessed as requiring LA children's social care support?"] is None


def test_an_enquiry_has_its_conference_and_whether_it_made_a_plan(put: Put) -> None:
    enquiry = {"enquiry_id": "E", "child_id": "1", "started_on": date(2026, 1, 7)}
    conference = {"conference_id": "F", "child_id": "1", "happened_on": date(2026, 1, 27), "enquiry_id": "E",
                  "conference_kind": "initial", "led_to_plan": True}  # fmt: skip
    told = row(put(children=[GIRL], section_47_enquiries=[enquiry], conferences=[conference]), 5)
    assert told["Date of Initial Child Protection Conference"] == date(2026, 1, 27)
    assert told["Did the Initial Child Protection Conference Result in a Child Protection Plan"] == "a) Yes"
    assert (
        told["Number of Section 47 Enquiries in the last 12 months"],
        told["Number of ICPCs in the last 12 months"],
    ) == (1, 1)


def test_a_child_who_was_only_referred_is_no_child_in_need(put: Put) -> None:
    assert len(put(children=[GIRL], referrals=[REFERRAL]).lists[6]) == 0


@pytest.mark.parametrize(
    ("held", "status"),
    [
        ({"periods_of_care": [CARE]}, "a) Looked after child"),
        (
            {"child_protection_plans": [{"plan_id": "P", "child_id": "1", "started_on": date(2026, 1, 5)}]},
            "b) Child Protection plan",
        ),
        (
            {"child_in_need_plans": [{"plan_id": "N", "child_id": "1", "started_on": date(2026, 1, 5)}]},
            "c) Child in need plan",
        ),
        (
            {"assessments": [{"assessment_id": "S", "child_id": "1", "started_on": date(2026, 1, 5)}]},
            "d) Open assessment",
        ),
    ],
)
def test_the_status_of_a_child_in_need_is_the_first_that_holds(
    put: Put, held: dict[str, list[dict[str, Any]]], status: str
) -> None:
    need = {"child_in_need_plans": [{"plan_id": "N", "child_id": "1", "started_on": date(2026, 1, 2)}]}
    over = need if status < "c" else {}
    assert row(put(children=[GIRL], referrals=[REFERRAL], **{**over, **held}), 6)["Case Status"] == status


def test_an_episode_closed_in_the_six_months_is_closed(put: Put) -> None:
    closed = {**REFERRAL, "ended_on": date(2026, 2, 1), "end_reason": "RC8"}
    seen = {"assessment_id": "S", "child_id": "1", "started_on": date(2025, 11, 4), "ended_on": date(2026, 1, 30)}
    told = row(put(children=[GIRL], referrals=[closed], assessments=[seen]), 6)
    assert told["Case Status"] == "e) Closed episode"
    assert told["Reason for Closure"] == "RC8 - Case closed after assessment, no further action"


def test_a_plan_counts_earlier_plans_and_takes_the_last_visit_on_which_the_child_was_seen(put: Put) -> None:
    plans = [
        {"plan_id": "P0", "child_id": "1", "started_on": date(2019, 1, 5), "ended_on": date(2019, 9, 1)},
        {"plan_id": "P", "child_id": "1", "started_on": date(2026, 1, 5), "latest_category": "NEG"},
    ]
    visit = {"child_id": "1", "purpose": "child_protection", "seen_alone": False}
    visits = [
        {**visit, "visit_id": "V1", "happened_on": date(2026, 3, 2), "seen": True},
        {**visit, "visit_id": "V2", "happened_on": date(2026, 3, 20), "seen": False},
    ]
    told = row(put(children=[GIRL], child_protection_plans=plans, visits=visits), 7)
    assert told["Number of Previous Child Protection Plans"] == 1
    assert (told["Date of the Last Statutory Visit"], told["Was the Child Seen Alone?"]) == (date(2026, 3, 2), "b) No")
    assert told["Latest Category of Abuse"] == "a) Neglect"


def test_police_protection_in_the_six_months_is_told_on_the_plan(put: Put) -> None:
    power = {"timed_power_id": "T", "child_id": "1", "started_on": date(2025, 12, 1), "ended_on": date(2025, 12, 2),
             "power": "police_protection"}  # fmt: skip
    plan = {"plan_id": "P", "child_id": "1", "started_on": date(2026, 1, 5)}
    told = row(put(children=[GIRL], child_protection_plans=[plan], timed_powers=[power]), 7)
    heading = "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)"
    assert told[heading] == "a) Yes"


def placement(key: str, started_on: date, ended_on: date | None = None, **more: Any) -> dict[str, Any]:
    return {"placement_id": key, "child_id": "1", "care_id": "L", "started_on": started_on, "ended_on": ended_on,
            "placement_kind": "U6", "provider": "PR1", "location": "in", **more}  # fmt: skip


def test_a_child_in_care_has_the_placement_now_and_how_many_there_were(put: Put) -> None:
    held = [placement("P1", date(2026, 1, 5), date(2026, 2, 1)), placement("P2", date(2026, 2, 1), placement_kind="K2")]
    told = row(put(children=[GIRL], periods_of_care=[CARE], placements=held), 8)
    assert told["Start Date of Most Recent Placement"] == date(2026, 2, 1)
    assert told["Placement Type"] == "p) K2: Children's Homes"
    assert told["Number of Placements in the Last 12 months"] == 2
    assert told["LA of Placement"] == "Hatterton"


def test_a_placement_kind_that_no_drop_down_has_is_written_with_its_words(put: Put) -> None:
    held = [placement("P1", date(2026, 1, 5), placement_kind="K3")]
    assert row(put(children=[GIRL], periods_of_care=[CARE], placements=held), 8)["Placement Type"] == (
        "K3: Supported accommodation"
    )


def test_a_legal_status_that_began_before_care_is_the_current_one(put: Put) -> None:
    status = {"legal_status_id": "S", "child_id": "1", "started_on": date(2025, 12, 1), "status": "C2"}
    told = row(put(children=[GIRL], periods_of_care=[CARE], legal_statuses=[status]), 8)
    assert (told["Start date of current legal status"], told["Child's Legal Status"]) == (date(2025, 12, 1), "C2: FCO")


def test_children_on_short_breaks_alone_are_left_out_and_said_so(put: Put) -> None:
    status = {"legal_status_id": "S", "child_id": "1", "started_on": date(2026, 1, 5), "status": "V4"}
    annex = put(children=[GIRL], periods_of_care=[CARE], legal_statuses=[status])
    assert len(annex.lists[8]) == 0
    assert annex.left_out == ("1 of children on short breaks alone are left out of list 8.",)


def test_a_second_period_of_care_within_a_year_is_told(put: Put) -> None:
    before = {**CARE, "care_id": "L0", "started_on": date(2025, 3, 1), "ended_on": date(2025, 6, 1)}
    told = row(put(children=[GIRL], periods_of_care=[before, CARE]), 8)
    heading = "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)"
    assert told[heading] == "a) Yes"


def test_who_left_care_more_than_six_months_ago_is_not_in_the_list(put: Put) -> None:
    left = {**CARE, "started_on": date(2025, 1, 1), "ended_on": SIX_MONTHS - timedelta(days=1)}
    assert len(put(children=[GIRL], periods_of_care=[left]).lists[8]) == 0


def test_a_care_leaver_is_once_in_the_list_with_the_latest_that_is_known(put: Put) -> None:
    held = [
        {"eligibility_id": "E1", "child_id": "1", "started_on": date(2022, 6, 1), "eligibility": "Relevant"},
        {"eligibility_id": "E2", "child_id": "1", "started_on": date(2024, 6, 1), "eligibility": "Former Relevant"},
    ]
    said = [
        {"circumstance_id": f"O{year}", "child_id": "1", "happened_on": date(year, 6, 1), "in_touch": "YES",
         "accommodation": kind, "suitable": "1", "activity": "F2"}
        for year, kind in ((2024, "B"), (2025, "U"))
    ]  # fmt: skip
    old = {**GIRL, "born_on": date(2006, 6, 1)}
    told = row(put(children=[old], leaving_care_eligibility=held, leaving_care_circumstances=said), 9)
    assert (told["Eligibility Category"], told["Type of Accommodation"], told["Suitability of Accommodation"]) == (
        "b) Former relevant child", "U: Independent living", "a) Suitable",
    )  # fmt: skip


def case(**days: date) -> dict[str, Any]:
    return {"permanence_case_id": "A", "child_id": "1", "entered_care_on": date(2024, 1, 1),
            "decided_on": date(2024, 6, 1), **days}  # fmt: skip


@pytest.mark.parametrize(
    ("days", "listed"),
    [
        ({}, 1),
        ({"ordered_on": date(2025, 4, 1)}, 1),
        ({"ordered_on": date(2025, 3, 31)}, 0),
        ({"reversed_on": date(2025, 4, 1)}, 1),
        ({"reversed_on": date(2025, 3, 31)}, 0),
        ({"ordered_on": date(2026, 4, 1)}, 1),
    ],
    ids=["waits", "adopted in the year", "adopted before", "reversed in the year", "reversed before", "adopted later"],
)
def test_adoption_looks_back_twelve_months(put: Put, days: dict[str, date], listed: int) -> None:
    assert len(put(children=[GIRL], permanence_cases=[case(**days)]).lists[10]) == listed


def test_an_adopter_who_left_years_ago_is_in_contact_no_more(put: Put) -> None:
    adopter = {"adopter_id": "A", "enquired_on": date(2022, 1, 1), "left_on": date(2022, 6, 1)}
    waits = {"adopter_id": "B", "enquired_on": date(2022, 1, 1), "approved_on": date(2022, 9, 1)}
    assert put(adopters=[adopter, waits]).lists[11].rows["adopter"].to_list() == ["B"]
