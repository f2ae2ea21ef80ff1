"""Closing a case: asked by one and decided by another, with nothing open left behind, and the child followed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Allocation,
    ChildProtectionPlan,
    Closure,
    Decision,
    Direction,
    Referral,
    StepTaken,
    Watch,
)
from tests.service.our_own import Family, a_family, boxes, protected
from tests.service.people import make_user, sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
ASKED = {
    "end_reason": "RC7",
    "words": "School and home are steady.",
    "childs_voice": "I am fine now.",
    "who_watches": "The school nurse.",
    **boxes("family_told_on", date(2026, 11, 18)),
    "childs_explanation": "You do not need us now. You can always ring.",
}


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def family() -> Family:
    return a_family()


@pytest.fixture
def asker(client: Client, family: Family) -> User:
    return sign_in(client, user=User.objects.get(pk=family.writer.pk))


def page(family: Family) -> str:
    return f"/children/{family.children[0].la_child_id}/closure/"


def test_a_case_with_a_plan_open_is_not_closed_over_it(client: Client, family: Family, asker: User) -> None:
    protected(family)
    assert "a child protection plan is open" in client.get(page(family)).content.decode()
    client.post(page(family), ASKED)
    assert not Closure.objects.exists()


def test_what_is_left_is_named_and_who_asked_does_not_decide(client: Client, family: Family, asker: User) -> None:
    with change_set(by=family.writer, kind="edit", words="a direction"):
        Direction.objects.create(child=family.children[0], happened_on=TODAY, words="Ask the school again.")
    shown = client.post(page(family), ASKED).content.decode()
    assert "Say who takes on what is left" in shown
    assert "Ask the school again." in shown
    address = client.post(page(family), {**ASKED, "what_is_left": "The nurse asks the school."})["Location"]
    assert "Record this decision" not in client.get(address).content.decode()
    own = make_user("team_manager", team_id=family.team_id, worker_id=family.worker_id)
    sign_in(client, user=own)
    assert "another manager decides" in client.get(address).content.decode()


def test_a_manager_closes_the_case_and_the_child_is_followed(client: Client, family: Family, asker: User) -> None:
    # What is late under the first days of the referral is named with the request.
    address = client.post(page(family), {**ASKED, "what_is_left": "Nothing that matters now."})["Location"]
    sign_in(client, user=make_user("team_manager", team_id=family.team_id))
    client.post(address, {"answer": "approve", "reason": "He is safe.", "seen": "The last visit."})
    child = family.children[0]
    referral = Referral.objects.get(child=child)
    assert (referral.ended_on, referral.end_reason, referral.end_recorded_on) == (TODAY, "RC7", TODAY)
    assert not Allocation.objects.filter(child=child, ended_on=None).exists()
    assert Decision.objects.get(kind="closure").child_id == child.pk
    assert Watch.objects.get(kind="closure").started_on == TODAY
    assert StepTaken.objects.get(child=child, step="closure_decided").happened_on == TODAY
    assert clocks.differences([child.pk]) == []


def test_nothing_is_asked_of_a_child_who_died_and_nobody_is_followed(
    client: Client, family: Family, asker: User
) -> None:
    died = {"end_reason": "RC2", "words": "In hospital, on 1 November.", **boxes("family_told_on", TODAY)}
    assert "Say what the child says of it" in client.post(page(family), died | {"end_reason": "RC7"}).content.decode()
    address = client.post(page(family), died | {"what_is_left": "Nothing."})["Location"]
    sign_in(client, user=make_user("team_manager", team_id=family.team_id))
    client.post(address, {"answer": "approve", "reason": "With sorrow.", "seen": "The notice."})
    assert Referral.objects.get(child=family.children[0]).end_reason == "RC2"
    assert not Watch.objects.filter(child=family.children[0]).exists()


def test_a_case_of_the_case_system_is_closed_there(client: Client) -> None:
    sign_in(client, "front_door")
    plan = ChildProtectionPlan.objects.filter(ended_on=None, child__restricted=None).order_by("pk")[0]
    shown = client.get(f"/children/{plan.child.la_child_id}/closure/").content.decode()
    assert "kept in the case system; close it there" in shown or "no open case" in shown
