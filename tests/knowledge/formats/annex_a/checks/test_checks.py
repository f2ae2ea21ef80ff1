"""What the check report queries: one thing wrong in a list, one query, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.formats.annex_a.checks import Kind, Measured, Query, queries, write_report
from onechild.knowledge.formats.annex_a.checks import asking as asked_by_clocks
from onechild.knowledge.formats.annex_a.checks.asking import rules
from onechild.knowledge.formats.annex_a.checks.dates import RULES
from onechild.knowledge.formats.annex_a.writing import Annex

Put = Callable[..., Annex]
GIRL = {"child_id": "1", "born_on": date(2014, 6, 1), "sex": "F", "ethnicity": "WBRI", "disabled": False}
CONTACT = {"contact_id": "C", "child_id": "1", "happened_on": date(2026, 3, 2), "source_kind": "2A"}
REFERRAL = {"referral_id": "R", "child_id": "1", "started_on": date(2025, 11, 3), "source_kind": "6",
            "primary_need": "N1", "no_further_action": False, "team_id": "T", "worker_id": "W"}  # fmt: skip
PLAN = {"plan_id": "P", "child_id": "1", "started_on": date(2026, 1, 5), "initial_category": "NEG",
        "latest_category": "NEG"}  # fmt: skip
CARE = {"care_id": "L", "child_id": "1", "started_on": date(2026, 1, 5), "need": "N1"}
LEAD = {"allocation_id": "A", "child_id": "1", "role": "lead", "started_on": date(2025, 11, 4), "team_id": "T",
        "worker_id": "W"}  # fmt: skip


def said(annex: Annex, kind: Kind, number: int) -> list[tuple[int, str, str]]:
    """The queries of a kind about a list: row, column and words."""
    return [(one.row, one.column, one.words) for one in queries(annex) if one.kind is kind and one.list == number]


def on_plan(put: Put, **more: Any) -> Annex:
    """A child in need on a plan, with a lead worker, and whatever is told besides."""
    held = {
        "children": [GIRL],
        "referrals": [REFERRAL],
        "child_protection_plans": [PLAN],
        "allocations": [LEAD],
        **more,
    }
    return put(**held)


def test_a_list_in_which_nothing_is_wrong_has_no_query(put: Put) -> None:
    assert queries(put(children=[GIRL], contacts=[CONTACT])) == []


def test_a_blank_that_may_not_be_is_missing_on_its_row(put: Put) -> None:
    annex = put(children=[{**GIRL, "ethnicity": None}], contacts=[CONTACT])
    assert said(annex, Kind.MISSING, 1) == [(2, "Ethnicity", "It may not be blank")]


def test_yes_and_no_that_nobody_recorded_is_unknown_and_queried(put: Put) -> None:
    annex = put(children=[GIRL], referrals=[{**REFERRAL, "no_further_action": None}])
    assert said(annex, Kind.MISSING, 3) == [(2, "Referral NFA?", "Nothing is recorded, so it says unknown")]


def test_a_value_out_of_the_drop_down_is_queried(put: Put) -> None:
    annex = put(children=[GIRL], contacts=[{**CONTACT, "source_kind": "5D"}])
    [(row, column, words)] = said(annex, Kind.NOT_IN_LIST, 1)
    assert (row, column) == (2, "Contact Source")
    assert "no value for 5D" in words


def test_a_contact_long_before_birth_is_impossible_and_one_in_the_pregnancy_is_not(put: Put) -> None:
    born = {**GIRL, "born_on": date(2026, 3, 30)}
    early = {**CONTACT, "happened_on": date(2025, 10, 1)}
    much_later = {**GIRL, "born_on": None, "expected_on": date(2026, 9, 1)}
    assert said(put(children=[born], contacts=[early]), Kind.IMPOSSIBLE, 1) == []
    assert len(said(put(children=[much_later], contacts=[early]), Kind.IMPOSSIBLE, 1)) == 1


def test_a_plan_that_ends_before_it_begins_is_impossible(put: Put) -> None:
    annex = on_plan(put, child_protection_plans=[{**PLAN, "ended_on": date(2026, 1, 4)}])
    assert (2, "Child Protection Plan End Date", "It ends before it begins") in said(annex, Kind.IMPOSSIBLE, 7)


def test_an_adult_on_a_plan_is_impossible_from_the_18th_birthday(put: Put) -> None:
    words = "A young person of 18 or more can be on no child protection plan"
    adult = on_plan(put, children=[{**GIRL, "born_on": date(2008, 3, 31)}])
    eve = on_plan(put, children=[{**GIRL, "born_on": date(2008, 4, 1)}])
    assert words in [one[2] for one in said(adult, Kind.IMPOSSIBLE, 7)]
    assert said(eve, Kind.IMPOSSIBLE, 7) == []


def test_an_adoption_order_before_the_placement_is_impossible(put: Put) -> None:
    case = {"permanence_case_id": "A", "child_id": "1", "entered_care_on": date(2024, 1, 1),
            "decided_on": date(2024, 6, 1), "placed_on": date(2025, 9, 1), "ordered_on": date(2025, 8, 1),
            "order_kind": "adoption"}  # fmt: skip
    assert said(put(children=[GIRL], permanence_cases=[case]), Kind.IMPOSSIBLE, 10) == [
        (2, "Date of Adoption Order", "The order is before what leads to it")
    ]


def test_a_closed_case_without_a_reason_is_queried(put: Put) -> None:
    annex = on_plan(put, referrals=[{**REFERRAL, "ended_on": date(2026, 2, 1)}])
    assert (2, "Reason for Closure", "The case is closed without a reason") in said(annex, Kind.MISSING, 6)


def test_two_open_plans_of_one_child_stand_twice(put: Put) -> None:
    annex = on_plan(put, child_protection_plans=[PLAN, {**PLAN, "plan_id": "P2", "started_on": date(2026, 2, 1)}])
    assert [row for row, _, _ in said(annex, Kind.TWICE, 7)] == [2, 3]


def test_an_ended_plan_and_an_open_one_do_not(put: Put) -> None:
    ended = {**PLAN, "plan_id": "P0", "started_on": date(2025, 1, 1), "ended_on": date(2025, 11, 1)}
    assert said(on_plan(put, child_protection_plans=[PLAN, ended]), Kind.TWICE, 7) == []


def test_the_same_contact_on_the_same_day_stands_twice(put: Put) -> None:
    annex = put(children=[GIRL], contacts=[CONTACT, {**CONTACT, "contact_id": "C2"}])
    assert len(said(annex, Kind.TWICE, 1)) == 2


def test_a_child_on_a_plan_who_is_not_in_need_disagrees(put: Put) -> None:
    annex = on_plan(put, referrals=[])
    assert said(annex, Kind.DISAGREES, 7) == [
        (2, "Child Protection Plan Start Date", "On a plan, and not in list 6, children in need")
    ]


@pytest.mark.parametrize(("began", "queried"), [(date(2026, 1, 20), 0), (date(2026, 1, 21), 1)])
def test_a_conference_that_made_a_plan_has_one_within_fifteen_days(put: Put, began: date, queried: int) -> None:
    enquiry = {"enquiry_id": "E", "child_id": "1", "started_on": date(2026, 1, 2), "team_id": "T", "worker_id": "W"}
    held = {"conference_id": "F", "child_id": "1", "happened_on": date(2026, 1, 5), "enquiry_id": "E",
            "conference_kind": "initial", "led_to_plan": True}  # fmt: skip
    plans = [{**PLAN, "started_on": began}]
    annex = on_plan(put, section_47_enquiries=[enquiry], conferences=[held], child_protection_plans=plans)
    assert len(said(annex, Kind.DISAGREES, 5)) == queried


def test_sixteen_and_in_care_for_thirteen_weeks_belongs_in_list_9(put: Put) -> None:
    older = {**GIRL, "born_on": date(2009, 6, 1)}
    thirteen = [{**CARE, "started_on": date(2025, 12, 30)}]
    twelve = [{**CARE, "started_on": date(2025, 12, 31)}]
    words = "16 or over and in care for 13 weeks, and not in list 9"
    assert words in [one[2] for one in said(put(children=[older], periods_of_care=thirteen), Kind.DISAGREES, 8)]
    assert words not in [one[2] for one in said(put(children=[older], periods_of_care=twelve), Kind.DISAGREES, 8)]


def test_two_years_on_a_plan_would_be_asked_about(put: Put) -> None:
    two_years = on_plan(put, child_protection_plans=[{**PLAN, "started_on": date(2024, 3, 31)}])
    less = on_plan(put, child_protection_plans=[{**PLAN, "started_on": date(2024, 4, 1)}])
    words = "On a plan for two years or more"
    assert words in [one[2] for one in said(two_years, Kind.ASKED, 7)]
    assert words not in [one[2] for one in said(less, Kind.ASKED, 7)]


def test_an_overdue_duty_is_asked_about_with_its_day(put: Put) -> None:
    annex = on_plan(put)
    duties = pl.DataFrame(
        {"child_id": ["1", "2"], "clock": ["child-protection-visit"] * 2, "due_on": [date(2026, 3, 3)] * 2}
    )
    late = [one for one in queries(annex, duties=duties) if one.kind is Kind.OVERDUE]
    assert [(one.list, one.row, one.column) for one in late] == [(7, 2, "Date of the Last Statutory Visit")]
    assert late[0].words.endswith("due 3 March 2026")


def test_every_clock_that_is_asked_is_a_clock() -> None:
    asked = {key for clocks in asked_by_clocks.CLOCKS.values() for key in clocks}
    assert asked <= {clock.key for clock in CLOCKS}


def test_every_rule_names_a_column_of_its_list(put: Put) -> None:
    annex = put()
    wrong = [
        (rule.list, rule.column)
        for rule in (*RULES, *rules(annex))
        if rule.column not in {column.name for column in annex.lists[rule.list].layout.columns}
    ]
    assert wrong == []


def test_the_report_holds_the_queries_and_what_the_measures_say(put: Put, tmp_path: Path) -> None:
    annex, path = on_plan(put), tmp_path / "checks.xlsx"
    measured = Measured(7, "Children on a plan", 1, "Children on plans", 2, "A reason")
    found = [Query(Kind.MISSING, 7, 2, "1", "Ethnicity", "=1+1")]
    write_report(annex, found, [measured], path)
    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == ["About", "Queries", "Against the measures"]
    assert book.get_sheet_by_name("Queries").to_python()[1] == ["Missing", "List 7", 2.0, "1", "Ethnicity", "=1+1"]
    assert book.get_sheet_by_name("Against the measures").to_python()[1][5] == "A reason"
    assert any("No child’s name" in str(row[1]) for row in book.get_sheet_by_name("About").to_python())
