"""Two children, their worker and the worker's manager, each with an account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.promises import give
from onechild.service.record.models import Child, Direction, Employment, Supervision, WorkerName
from tests.service.our_own import Family, a_family
from tests.service.people import a_worker, make_user

TODAY, NOW = date(2026, 11, 21), datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@dataclass(frozen=True)
class Two:
    """A worker and the manager who supervises them, with their children and their browsers."""

    family: Family
    worker_id: str
    manager_id: str
    worker: User
    manager: User
    works: Client
    manages: Client

    @property
    def zadie(self) -> Child:
        """The elder child."""
        return self.family.children[0]

    @property
    def zeb(self) -> Child:
        """The younger child."""
        return self.family.children[1]

    def begin(self, kind: str = "case", *children: Child, on: str = "2026-11-21") -> str:
        """The address of a supervision that the manager begins."""
        sent = {"kind": kind, "happened_on": on, "children": [child.pk for child in children]}
        return str(self.manages.post(f"/supervision/{self.worker_id}/new/", sent)["Location"])


@pytest.fixture
def two() -> Two:
    """They are in post since 2024, and Zadie was last talked about in September: the clocks run."""
    family = a_family()
    manager_id = a_worker(family.team_id, "team_manager")
    with change_set(by="a test", kind="edit", words="in post"):
        for key, role, name in (
            (family.worker_id, "social_worker", "Wren Ashdown"),
            (manager_id, "team_manager", "Maud Tellwright"),
        ):
            Employment.objects.create(worker_id=key, role=role, fte=1.0, started_on=date(2024, 1, 8))
            WorkerName.objects.create(worker_id=key, name=name)
        Supervision.objects.create(
            child=family.children[0],
            worker_id=family.worker_id,
            supervisor_id=manager_id,
            supervision_kind="case",
            happened_on=date(2026, 9, 1),
            recorded_on=date(2026, 9, 2),
        )
        clocks.renew([child.pk for child in family.children])
        clocks.renew_others([family.worker_id, manager_id])
    worker = User.objects.get(pk=family.writer.pk)
    manager = make_user("team_manager", worker_id=manager_id, team_id=family.team_id)
    return Two(family, family.worker_id, manager_id, worker, manager, browser_of(worker), browser_of(manager))


@pytest.fixture
def promised(two: Two) -> Direction:
    """A promise for Zadie whose day is past."""
    with change_set(by=two.manager, kind="edit", words="a promise"):
        return give(
            child=two.zadie,
            words="Ask the school how Zadie is at dinner",
            owner_id=two.worker_id,
            due_on=date(2026, 11, 2),
            given_in="supervision",
            given_by_id=two.manager_id,
            by=two.manager,
            by_worker_id=two.manager_id,
            now=NOW,
            today=date(2026, 10, 19),
        )


def browser_of(user: User) -> Client:
    """A browser that somebody is signed in with."""
    client = Client()
    client.force_login(user, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    return client
