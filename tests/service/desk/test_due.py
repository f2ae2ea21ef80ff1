"""What is due: the same duties as the clocks' own outcome, said in a practitioner's words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from ibis import _

from onechild.knowledge.clocks.building import build
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.engine import outcome
from onechild.knowledge.engines.duckdb import open_store
from onechild.knowledge.tables.extract import Extract
from onechild.service.record.models import Child
from onechild.service.record.queries.due import LED_BY, Due, due_for, grouped, led, next_visits, unit_of
from onechild.service.record.queries.duty_words import OWNERS, WORDS
from tests.service.conftest import TODAY


def a_due(child_id: str = "C1", clock: str = "child-protection-visit", **changes: object) -> Due:
    """One duty."""
    usual: dict[str, object] = {
        "version": "CP-10 2015-04-01",
        "spell_id": "P1",
        "within": "28 days",
        "counted_from": TODAY - timedelta(days=30),
        "follows_event": True,
        "due_on": TODAY - timedelta(days=2),
        "today": TODAY,
    }
    return Due(child_id=child_id, clock=clock, **(usual | changes))  # type: ignore[arg-type]


@pytest.mark.django_db
def test_what_is_due_is_what_the_clocks_call_open_or_overdue(little_hatterton: Extract) -> None:
    store = open_store(little_hatterton)
    build(store)
    stood = outcome(store.table("obligations"), TODAY).filter(_.outcome.isin(["open", "overdue"]))
    of_children = stood.filter(_.child_id.notnull())
    known = {(row["child_id"], row["clock"], row["due_on"]) for row in of_children.to_pyarrow().to_pylist()}
    owed = {(child, clock) for child, clock, _due in known}
    expected = {one for one in known if (one[0], LED_BY.get(one[1])) not in owed}
    ids = list(Child.objects.values_list("pk", flat=True))
    assert {(due.child_id, due.clock, due.due_on) for due in due_for(ids, today=TODAY)} == expected


@pytest.mark.django_db
def test_horizon_leaves_out_what_falls_due_after_it() -> None:
    ids = list(Child.objects.values_list("pk", flat=True))
    assert all(due.due_on <= TODAY for due in due_for(ids, today=TODAY, until=TODAY))


def test_every_clock_has_words_and_an_owner() -> None:
    assert {clock.key for clock in CLOCKS} == set(WORDS)
    assert {words.owner for words in WORDS.values()} <= set(OWNERS)


def test_a_visit_says_how_often_and_when_the_child_was_last_seen() -> None:
    assert a_due().why() == "Every 28 days; last seen Thursday 22 October."


def test_a_first_visit_says_from_when_nobody_has_seen_the_child() -> None:
    due = a_due(follows_event=False, within="1 week", clock="looked-after-visit", counted_from=date(2026, 11, 2))
    assert due.why() == (
        "Care Planning Regulations 2010, regulation 28: within 1 week; not yet seen there since Monday 2 November."
    )


def test_regulation_is_law_guidance_is_guidance_and_what_the_council_set_is_local() -> None:
    assert a_due(clock="looked-after-visit").basis == "law"
    assert a_due(clock="review-child-protection-conference").basis == "guidance"
    assert a_due(clock="child-in-need-visit").basis == "local"


def test_what_nobody_has_checked_is_local_and_says_so() -> None:
    due = a_due(clock="assessment-from-start", within="45 working days", follows_event=False)
    assert due.basis == "local"
    assert due.why().startswith("Not yet checked against its source.")


def test_lateness_is_said_in_what_the_clock_counts_in() -> None:
    assert a_due().when() == ("2 days late", "was due Thursday 19 Nov")
    working = a_due(clock="child-in-need-visit", within="20 working days", due_on=date(2026, 11, 16))
    assert working.when() == ("4 working days late", "was due Monday 16 Nov")


def test_unit_of_a_length_nobody_can_read_is_days() -> None:
    assert unit_of("16th birthday") == "days"
    assert unit_of("") == "days"


def test_brothers_and_sisters_due_on_one_day_are_one_line() -> None:
    dues = [a_due("C1"), a_due("C2"), a_due("C3", due_on=TODAY), a_due("C4")]
    groups = grouped(dues, {"C1": "F1", "C2": "F1", "C3": "F1", "C4": "F2"})
    assert [group.child_ids for group in groups] == [("C1", "C2"), ("C4",), ("C3",)]


def test_children_of_no_family_stand_alone() -> None:
    assert len(grouped([a_due("C1"), a_due("C2")], {})) == 2


def test_brothers_and_sisters_last_seen_on_different_days_are_told_apart() -> None:
    dues = [a_due("C1"), a_due("C2", counted_from=TODAY - timedelta(days=31))]
    assert len(grouped(dues, {"C1": "F1", "C2": "F1"})) == 2


def test_two_counts_of_one_assessment_are_one_duty() -> None:
    dues = [
        a_due(clock="assessment-from-start"),
        a_due(clock="assessment-from-referral"),
        a_due("C2", "assessment-from-start"),
    ]
    assert [(due.child_id, due.clock) for due in led(dues)] == [
        ("C1", "assessment-from-referral"),
        ("C2", "assessment-from-start"),
    ]


def test_of_two_visit_clocks_the_earlier_leads() -> None:
    dues = [a_due(due_on=TODAY), a_due(clock="looked-after-visit", due_on=TODAY - timedelta(days=1))]
    assert next_visits(dues)["C1"].clock == "looked-after-visit"
