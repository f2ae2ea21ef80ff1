"""What if says a range for each team, changes it with what is supposed, and names nobody."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.models import Allocation, Child
from tests.service.journeys.planner.test_planner import TODAY, a_team_too_full
from tests.service.people import a_worker, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(client: Client, settings: Any) -> str:
    """The worst team, its manager signed in."""
    settings.TODAY = TODAY.isoformat()
    team_id = a_team_too_full()
    sign_in(client, "team_manager", worker_id=a_worker(team_id, "team_manager"), team_id=team_id)
    return team_id


def in_26_weeks(page: str) -> list[float]:
    """The middles of the last week's cells: as things are, then as supposed."""
    return [float(one) for one in re.findall(r"(\d+\.\d) \(\d+\.\d to \d+\.\d\)", page)][1:]


def test_two_more_workers_bring_a_team_down_and_the_page_names_nobody(client: Client, team: str) -> None:
    page = client.get(f"/planner/what-if/?team={team}&joiners=2").content.decode()
    as_is, supposed = in_26_weeks(page)
    assert supposed < as_is
    assert "2 more workers" in page
    assert "<svg" in page
    assert "What brings every team under" in page
    theirs = Allocation.objects.filter(team_id=team, ended_on=None).values("child_id")
    assert [one for one in Child.objects.filter(pk__in=theirs) if one.la_child_id in page] == []
    assert "Ana Reis" not in page
    assert "where about eight of ten runs lie" in page
    assert "76 of 100 ranges held what came" in page
    assert "on average for each full-time worker" in page


def test_as_things_are_a_split_and_nonsense_are_answered(client: Client, team: str) -> None:
    assert client.get("/planner/what-if/").status_code == 200
    halves = client.get(f"/planner/what-if/?team={team}&split=on").content.decode()
    assert halves.count("oc-figure__wide") == 2
    refused = client.get(f"/planner/what-if/?team={team}&joiners=400").content.decode()
    assert "There is a problem" in refused


def test_a_social_worker_does_not_plan(client: Client, team: str) -> None:
    sign_in(client, "social_worker", worker_id=a_worker(team), team_id=team)
    assert client.get("/planner/what-if/").status_code == 403
