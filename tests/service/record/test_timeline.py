"""The timeline: every table of the record stands in it, in one order, with what did not happen."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from onechild.knowledge.tables.contract import TABLES
from onechild.service.record.models import Conference, Obligation, Visit
from onechild.service.record.operations import SQL
from onechild.service.record.queries.decisions import decisions, footprints
from onechild.service.record.queries.timeline import PARTS, timeline

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
# What is no happening: who the child and the people are, and what repeats a row that is there.
TOLD_IN = ("happenings.sql", "every_clock.sql", "intervals_told.sql", "new_facts.sql")
NOT_HAPPENINGS = {
    "children",
    "identifiers",
    "relationships",
    "family_members",
    "mothers",
    "disabilities",
    "care_episodes",
    "care_year_outcomes",
    "ehc_needs",
    "findings",
}


@pytest.fixture
def child_id() -> str:
    """A child with a long story: a conference and visits."""
    return str(Conference.objects.filter(child__in=Visit.objects.values("child")).order_by("child_id")[0].child_id)


def test_every_table_about_a_child_is_a_part_of_the_timeline() -> None:
    told = "".join((SQL / name).read_text(encoding="utf-8") for name in TOLD_IN)
    named = set(re.findall(r"FROM (\w+)", told))
    of_child = {name for name, table in TABLES.items() if "child_id" in table.names}
    assert of_child - named == NOT_HAPPENINGS


def test_the_newest_is_first_and_all_are_counted(child_id: str) -> None:
    found = timeline(child_id, today=TODAY, many=5)
    days = [one.on for one in found.items]
    assert days == sorted(days, reverse=True)
    assert len(found.items) == 5 < found.total == len(timeline(child_id, today=TODAY).items)


def test_pages_of_it_are_the_whole_of_it(child_id: str) -> None:
    whole = timeline(child_id, today=TODAY)
    half = whole.total // 2
    first, second = timeline(child_id, today=TODAY, many=half), timeline(child_id, today=TODAY, after=half)
    assert first.items + second.items == whole.items


def test_a_part_and_two_days_narrow_it(child_id: str) -> None:
    on = Visit.objects.filter(child_id=child_id).order_by("happened_on")[0].happened_on
    found = timeline(child_id, today=TODAY, parts=["visits"], since=on, until=on)
    assert {(one.part, one.on) for one in found.items} == {("visits", on)}


def test_parts_are_those_that_a_reader_can_ask_for(child_id: str) -> None:
    assert {one.part for one in timeline(child_id, today=TODAY).items} <= set(PARTS)


def test_nothing_after_the_day_is_shown(child_id: str) -> None:
    last = timeline(child_id, today=TODAY).items[0].on
    assert all(one.on < last for one in timeline(child_id, today=last - timedelta(days=1)).items)


def test_a_visit_that_was_due_and_not_made_is_a_silence() -> None:
    owed = Obligation.objects.filter(clock="child-protection-visit", met_on=None, ended_on=None)
    row = owed.order_by("due_on")[0]
    found = timeline(str(row.child_id), today=row.due_on + timedelta(days=1), kinds=["not_seen"])
    assert found.items[0].silent
    assert found.items[0].on == row.due_on + timedelta(days=1)
    assert found.items[0].detail["clock"] == "child-protection-visit"


def test_decisions_and_footprints_are_drawn_from_it(child_id: str) -> None:
    assert "conference" in {one.what for one in decisions(child_id, today=TODAY).items}
    assert {one.what for one in footprints(child_id, today=TODAY).items} <= {
        "supervision",
        "direction_given",
        "direction_done",
        "direction_withdrawn",
        "audit",
        "front_door_decision",
        "warning_began",
    }
