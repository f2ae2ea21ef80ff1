"""A family of two children with a worker, a manager and a chair of their own, on days that a test chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.people import NewAdult, NewChild, new_adult, new_child, relate
from onechild.service.record.models import Child, Referral, Team, TeamMembership, Worker, WorkerName
from tests.service.people import a_worker, give, make_user, sign_in

BEGAN = date(2026, 6, 1)


@dataclass(frozen=True)
class Family:
    """Two children, the people who work with them, and their mother."""

    child: Child
    sibling: Child
    worker_id: str
    manager_id: str
    chair_id: str
    team_id: str
    mother_id: str

    def page(self, path: str, *, of: Child | None = None) -> str:
        """An address under the child's own."""
        return f"/children/{(of or self.child).la_child_id}/{path}"


@dataclass
class People:
    """The three, each with a client of their own."""

    worker: Client
    manager: Client
    chair: Client


@pytest.fixture
def family(db: None) -> Family:
    """Two children under one open referral each, with a worker of a family team."""
    team_id = str(Team.objects.filter(team_kind="family_safeguarding").order_by("pk")[0].pk)
    worker_id, manager_id = a_worker(team_id), a_worker(team_id, role="team_manager")
    with change_set(by="a test", kind="edit", words="a family"):
        reviewing = Team.objects.create(name="Conference chairs", team_kind="reviewing")
        chair = Worker.objects.create(registered=True)
        WorkerName.objects.create(worker_id=chair.pk, name="Ines Duarte")
        TeamMembership.objects.create(
            worker_id=chair.pk, team_id=reviewing.pk, role="reviewing_officer", started_on=date(2020, 1, 1)
        )
        kayden = new_child(NewChild(forename="Kayden", surname="Ashdown", born_on=date(2018, 3, 4)), today=BEGAN)
        skye = new_child(NewChild(forename="Skye", surname="Ashdown", born_on=date(2021, 9, 9)), today=BEGAN)
        mother = new_adult(NewAdult(forename="Leanne", surname="Ashdown"), today=BEGAN)
        relate(child=kayden, relation="mother", adult_id=mother.pk, same_household=True, today=BEGAN)
        relate(child=kayden, relation="sibling", related_child_id=skye.pk, today=BEGAN)
        relate(child=skye, relation="sibling", related_child_id=kayden.pk, today=BEGAN)
        for one in (kayden, skye):
            Referral.objects.create(child=one, started_on=BEGAN, decided_on=BEGAN, recorded_on=BEGAN, team_id=team_id)
    for one in (kayden, skye):
        give(one, worker_id=worker_id, team_id=team_id)
    return Family(kayden, skye, worker_id, manager_id, str(chair.pk), team_id, mother.pk)


@pytest.fixture
def people(family: Family) -> People:
    """The worker, the manager and the chair, signed in."""
    worker, manager, chair = Client(), Client(), Client()
    sign_in(worker, user=make_user("social_worker", worker_id=family.worker_id))
    sign_in(manager, user=make_user("team_manager", worker_id=family.manager_id))
    sign_in(chair, user=make_user("conference_chair", worker_id=family.chair_id))
    return People(worker, manager, chair)


@pytest.fixture
def on(settings: Any) -> Callable[[date], None]:
    """Lets a day be today."""

    def choose(day: date) -> None:
        settings.TODAY = day.isoformat()

    return choose


def typed(name: str, day: date) -> dict[str, str]:
    """A day as its three boxes send it."""
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}
