"""The day of the little council, a worker with children, and the manager of their team."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Allocation, Child, MissingEpisode, Pathway, PeriodOfCare
from tests.service.people import a_worker, a_worker_with_children, make_user, sign_in, team_of

TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def worker(client: Client) -> User:
    """A social worker, signed in, who holds children."""
    return sign_in(client, "social_worker", worker_id=a_worker_with_children())


@pytest.fixture
def child(worker: User) -> Child:
    """One of the worker's children, who was never in care nor missing."""
    held = Allocation.objects.filter(worker_id=worker.worker_id, role="lead", ended_on=None, child__restricted=None)
    away = (PeriodOfCare.objects.values("child_id"), MissingEpisode.objects.values("child_id"))
    return held.exclude(child_id__in=away[0]).exclude(child_id__in=away[1]).order_by("child_id")[0].child


@pytest.fixture
def manager(worker: User) -> User:
    """The manager of the worker's team."""
    return make_user("team_manager", worker_id=a_worker(team_of(str(worker.worker_id)), role="team_manager"))


@pytest.fixture
def born(child: Child) -> Any:
    """Gives the child a day of birth."""

    def give(on: date) -> Child:
        with change_set(by="a test", kind="edit", words="born"):
            Child.objects.filter(pk=child.pk).update(born_on=on)
        child.refresh_from_db()
        return child

    return give


@pytest.fixture
def begin(client: Client, child: Child) -> Any:
    """Sends the page that begins a pathway, and returns the pathway."""

    def send(kind: str, overseer: User | None = None, on: Client = client) -> Pathway:
        answers = {"kind": kind, "overseer": str(overseer.pk) if overseer else "nobody"}
        on.post(f"/children/{child.la_child_id}/pathways/new/", answers)
        return Pathway.objects.get(child=child, kind=kind, ended_on=None)

    return send
