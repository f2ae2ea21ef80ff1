"""Who leads a case: one at a time, and the refusal says who holds it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError

from onechild.service.record.actions import allocations
from onechild.service.record.actions.allocations import AlreadyHeld
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Allocation, Child, Team, WorkerName
from tests.service.people import make_user

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


@pytest.fixture
def child() -> Child:
    """A child of OneChild's own, whom nobody holds."""
    with change_set(by="a test", kind="edit", words="a child"):
        return Child.objects.create(born_on=date(2020, 1, 1))


def start(child: Child, *, on: date, worker: int = 0) -> Allocation:
    """Give the case to one of the council's workers."""
    named = WorkerName.objects.order_by("pk")[worker]
    team = Team.objects.order_by("pk")[0]
    return allocations.start_lead(
        child=child, worker_id=named.worker_id, team_id=team.pk, on=on, by=make_user("team_manager"), today=TODAY
    )


def end(child: Child, on: date) -> None:
    """End the case's being held."""
    allocations.end_lead(child=child, on=on, by=make_user("team_manager"), today=TODAY, reason="TSPROC")


def test_a_second_lead_is_refused_in_words_that_name_the_first(child: Child) -> None:
    start(child, on=date(2026, 3, 3))
    name = WorkerName.objects.order_by("pk")[0].name
    with pytest.raises(AlreadyHeld, match=f"{name} holds this case from 3 March: end that first."):
        start(child, on=TODAY, worker=1)
    assert Allocation.objects.filter(child=child).count() == 1


def test_the_next_may_start_on_the_day_that_the_last_ends(child: Child) -> None:
    start(child, on=date(2026, 3, 3))
    end(child, TODAY)
    start(child, on=TODAY, worker=1)
    assert Allocation.objects.filter(child=child, ended_on=None).count() == 1


def test_a_case_held_in_the_case_system_is_ended_there() -> None:
    held = Allocation.objects.filter(role="lead", ended_on=None).select_related("child").order_by("pk")[0]
    with pytest.raises(AlreadyHeld, match="in the case system: end it there first"):
        end(held.child, TODAY)
    with pytest.raises(AlreadyHeld, match="in the case system: end it there first"):
        start(held.child, on=TODAY)


def test_the_database_itself_refuses_two_leads(child: Child) -> None:
    first = start(child, on=date(2026, 3, 3))
    with pytest.raises(IntegrityError, match="allocation_one_lead"), change_set(by="a test", kind="edit", words="x"):
        Allocation.objects.create(child=child, role="lead", team_id=first.team_id, started_on=TODAY)
