"""My day by child and by visit round: who lives together is seen in one journey, and plans stand beside duties."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.test import Client

from onechild.service.desk.duties import children_of
from onechild.service.desk.my_day.lines import Line
from onechild.service.desk.my_day.rounds import by_child, by_round
from onechild.service.govuk.parts import Duty
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Address, Child, FosteringHousehold, PeriodOfCare, Placement
from onechild.service.record.queries.caseload import held_by
from onechild.service.record.queries.diary.planned import places
from tests.service.conftest import TODAY
from tests.service.desk.planning import one_family, plan
from tests.service.desk.test_my_day import owe, text_of
from tests.service.people import child_of, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(holder: str) -> list[Child]:
    """Three children of one worker, of whom nothing is known but that they are one family."""
    ids = [one.child_id for one in held_by(holder, today=TODAY)][:3]
    with change_set(by="a test", kind="edit", words="nobody knows where they live"):
        Address.objects.filter(child_id__in=ids).update(ended_on=date(2020, 1, 1))
        Placement.objects.filter(child_id__in=ids).update(ended_on=date(2020, 1, 2))
    children = list(Child.objects.filter(pk__in=ids).order_by("pk"))
    one_family(*children)
    return children


def at_home(*children: Child, lines: str) -> None:
    """Have these children live at one address."""
    with change_set(by="a test", kind="edit", words="an address"):
        for child in children:
            Address.objects.create(child=child, lines=lines, postcode="HA1 1AA", started_on=date(2021, 1, 1))


def placed(*children: Child, household: str) -> None:
    """Have these children live with one fostering household."""
    with change_set(by="a test", kind="edit", words="a placement"):
        FosteringHousehold.objects.get_or_create(pk=household, defaults={"started_on": date(2020, 1, 1)})
        for child in children:
            care = PeriodOfCare.objects.filter(child=child).first()
            Placement.objects.create(
                child=child, household_id=household, care_id=care.pk if care else None, started_on=date(2026, 1, 1)
            )


def visit(child: Child, on: date) -> Line:
    """The line of a visit."""
    part = "late" if on < TODAY else "today" if on == TODAY else "next"
    return Line(part=part, on=on, child_ids=(child.pk,), duty=Duty(what="Visit"), visit=True)


def test_children_at_one_address_are_one_journey(three: list[Child]) -> None:
    at_home(*three, lines="1 Zigzag Lane")
    children = children_of([child.pk for child in three], today=TODAY)
    [found] = by_round([visit(child, TODAY) for child in three], children, today=TODAY)
    assert found.note == "One journey: 3 children, by today."


def test_a_brother_who_lives_elsewhere_is_another_journey(three: list[Child]) -> None:
    at_home(*three[:2], lines="1 Zigzag Lane")
    placed(three[2], household="H-TEST")
    children = children_of([child.pk for child in three], today=TODAY)
    found = by_round([visit(child, TODAY) for child in three], children, today=TODAY)
    assert sorted(len(one.duties) for one in found) == [1, 2]


def test_children_of_two_families_in_one_fostering_household_are_one_journey(three: list[Child]) -> None:
    one_family(three[0])
    placed(*three[:2], household="H-TEST")
    known = places([child.pk for child in three[:2]], today=TODAY)
    assert set(known.values()) == {"household H-TEST"}


def test_where_no_place_is_known_a_family_is_one_journey(three: list[Child]) -> None:
    children = children_of([child.pk for child in three], today=TODAY)
    assert len(by_round([visit(child, TODAY) for child in three], children, today=TODAY)) == 1


def test_visits_more_than_a_week_apart_are_two_journeys(three: list[Child]) -> None:
    children = children_of([child.pk for child in three], today=TODAY)
    lines = [
        visit(three[0], TODAY),
        visit(three[1], TODAY + timedelta(days=7)),
        visit(three[2], TODAY + timedelta(days=8)),
    ]
    assert [len(one.duties) for one in by_round(lines, children, today=TODAY)] == [2, 1]


def test_a_late_visit_and_one_due_within_a_week_of_today_are_one_journey(three: list[Child]) -> None:
    children = children_of([child.pk for child in three], today=TODAY)
    lines = [visit(three[0], TODAY - timedelta(days=30)), visit(three[1], TODAY + timedelta(days=7))]
    [found] = by_round(lines, children, today=TODAY)
    assert found.note == "One journey: 2 children, 1 visit late."


def test_by_child_each_child_has_a_block_with_what_is_late_counted(three: list[Child]) -> None:
    children = children_of([child.pk for child in three], today=TODAY)
    lines = [visit(three[0], TODAY - timedelta(days=1)), visit(three[0], TODAY), visit(three[1], TODAY)]
    first, second = by_child(lines, children, today=TODAY)
    assert first.note == "1 late, 1 today."
    assert second.note == "1 today."


@pytest.mark.parametrize("by", ["child", "round"])
def test_each_way_of_putting_the_day_together_shows_the_same_children(client: Client, holder: str, by: str) -> None:
    owe(child_of(holder).pk, "child-protection-visit", TODAY)
    sign_in(client, "social_worker", worker_id=holder)
    assert client.get(f"/?by={by}").context["day"].shown == client.get("/").context["day"].shown


def test_nonsense_asks_for_the_day(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    assert client.get("/?by=surname").context["by"] == "day"


def test_a_visit_planned_before_it_is_due_is_said_on_its_line_and_not_twice(client: Client, holder: str) -> None:
    child = child_of(holder)
    owe(child.pk, "child-protection-visit", TODAY + timedelta(days=1))
    plan(holder, child, on=TODAY + timedelta(days=1), at=time(14))
    sign_in(client, "social_worker", worker_id=holder)
    response = client.get("/")
    assert "Planned for Sunday 22 November, 2pm." in text_of(response)
    assert len([one for one in response.context["day"].lines if child.pk in one.child_ids]) == 1


def test_a_plan_for_a_day_after_the_visit_is_due_is_said_to_be_too_late(client: Client, holder: str) -> None:
    child = child_of(holder)
    owe(child.pk, "child-protection-visit", TODAY + timedelta(days=1))
    plan(holder, child, on=TODAY + timedelta(days=3))
    sign_in(client, "social_worker", worker_id=holder)
    assert "Planned for Tuesday 24 November, after it is due." in text_of(client.get("/"))


def test_a_diary_entry_of_yesterday_with_nothing_written_counts_as_not_seen(client: Client, holder: str) -> None:
    plan(holder, child_of(holder), on=TODAY - timedelta(days=1))
    sign_in(client, "social_worker", worker_id=holder)
    response = client.get("/")
    assert len(response.context["day"].unwritten) == 1
    assert "nothing is written, so it counts as not seen" in text_of(response)


def test_a_meeting_of_yesterday_asks_for_nothing(client: Client, holder: str) -> None:
    plan(holder, child_of(holder), on=TODAY - timedelta(days=1), kind="meeting")
    sign_in(client, "social_worker", worker_id=holder)
    assert client.get("/").context["day"].unwritten == ()


def test_what_is_planned_for_today_stands_under_today_with_its_hour(client: Client, holder: str) -> None:
    plan(holder, child_of(holder), on=TODAY, at=time(9, 30))
    sign_in(client, "social_worker", worker_id=holder)
    [line] = [one for one in client.get("/").context["day"].today if one.note == "today, planned"]
    assert line.when == "9.30am"
