"""What a plan leaves out is told: the list on a leaver's day, restricted children, room used up, a first year."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from onechild.service.journeys.planner.reading.picture import picture_of
from onechild.service.journeys.planner.reading.workers import staff_of
from onechild.service.journeys.planner.wishes import Wish
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Allocation, Child, WorkerLimit, WorkerName
from onechild.service.record.queries.workload.first_year import rule_binds
from tests.service.journeys.planner.test_planner import TODAY, a_team_too_full, planned
from tests.service.our_own import boxes
from tests.service.people import a_worker, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(client: Client, settings: Any) -> str:
    """The worst team, its manager signed in."""
    settings.TODAY = TODAY.isoformat()
    team_id = a_team_too_full()
    sign_in(client, "team_manager", worker_id=a_worker(team_id, "team_manager"), team_id=team_id)
    return team_id


def restrict(team_id: str, *, waiting: bool) -> None:
    """Restrict one child of the team."""
    rows = Allocation.objects.filter(role="lead", ended_on=None, team_id=team_id, worker__isnull=waiting)
    with change_set(by="a test", kind="edit", words="restricted"):
        Child.objects.filter(pk=rows[0].child_id).update(restricted="ordinary")


def test_on_a_leavers_day_the_list_stands_aside_and_the_page_says_so(client: Client, team: str) -> None:
    leaver = WorkerName.objects.get(name="Ana Reis").worker_id
    day = boxes("leaves_on", TODAY + timedelta(days=14))
    plan = planned(client, team, kind="leaver", leaver=f"{team}|{leaver}", **day)
    shown = unescape(client.get(f"/planner/{plan.pk}/").content.decode())
    assert plan.rules["aside"] >= 3
    assert "Nobody would be left waiting" not in shown
    assert "children on the list are not in this plan." in shown
    assert "children on the list are not counted in that." in shown


def test_a_restricted_child_who_waits_is_a_number_in_the_plan_of_the_list(client: Client, team: str) -> None:
    restrict(team, waiting=True)
    plan = planned(client, team, kind="waiting")
    shown = unescape(client.get(f"/planner/{plan.pk}/").content.decode())
    assert plan.rules["hidden"] == 1
    assert "The restricted child on the list is not in this plan." in shown
    assert "Nobody would be left waiting" not in shown
    assert "Without moving anybody who has a worker, " in shown


def test_a_restricted_child_of_a_worker_is_counted_once(team: str) -> None:
    picture = picture_of(Wish(kind="team", team_ids=(team,)), today=TODAY)
    worker = next(iter(picture.staff.persons))
    in_hand = replace(picture.in_hand, restricted=(worker, None), hidden=1)
    said = list(replace(picture, in_hand=in_hand, staff=replace(picture.staff, unseen=1)).left_out())
    assert [one.split(" held")[0] for one in said] == [
        "One child",
        "1 restricted child waits on the list and is not in this plan: use their own pages.",
    ]


def test_children_begun_since_a_limit_are_taken_off_what_a_worker_may_still_take(team: str) -> None:
    worker = WorkerName.objects.get(name="Ben Okafor").worker_id
    begun = Allocation.objects.filter(role="lead", worker_id=worker).order_by("started_on")
    with change_set(by="a test", kind="edit", words="a limit"):
        WorkerLimit.objects.create(
            worker_id=worker, at_most_new=begun.count() + 2, started_on=begun[0].started_on, recorded_on=TODAY
        )
    rows = staff_of([team], children=(), takes_none=(), on=TODAY, today=TODAY).rows
    assert [one.at_most_new for one in rows if one.worker_id == worker] == [2]


def test_what_the_councils_standard_refuses_is_neither_offered_nor_proposed(client: Client, team: str) -> None:
    assert rule_binds(today=TODAY)
    shown = unescape(client.get("/planner/").content.decode())
    assert "the planner proposes no such line" in shown
    assert 'value="leads"' not in shown
    asked = picture_of(Wish(kind="team", team_ids=(team,), newly_qualified_lead=True), today=TODAY).gathered.asked
    assert not asked.rules.newly_qualified_lead_statutory


def test_a_link_from_a_workers_page_asks_for_their_day(client: Client, team: str) -> None:
    leaver = WorkerName.objects.get(name="Ana Reis").worker_id
    shown = client.get(f"/planner/?kind=leaver&team={team}&worker={leaver}").content.decode()
    assert f'value="{team}|{leaver}" selected' in shown
    other = client.get(f"/planner/?kind=leaver&team={team}&worker=oc:0").content.decode()
    assert "oc:0" not in other
