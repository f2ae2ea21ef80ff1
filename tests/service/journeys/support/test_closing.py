"""Closing a case: asked by one and decided by another, with nothing open left behind, and the child followed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Allocation,
    Assessment,
    Child,
    ChildInNeedPlan,
    ChildProtectionPlan,
    Closure,
    Conference,
    ConferenceArrangement,
    Decision,
    Direction,
    Referral,
    Section47Enquiry,
    StepTaken,
    StrategyNote,
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
    assert "No day of death is recorded" in client.post(page(family), died).content.decode()
    with change_set(by=family.writer, kind="edit", words="a death"):
        Child.objects.filter(pk=family.children[0].pk).update(died_on=date(2026, 11, 1))
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


def test_a_case_does_not_close_over_a_conference_that_is_owed_or_arranged(
    client: Client, family: Family, asker: User
) -> None:
    child, at = family.children[0], datetime(2026, 11, 25, 10, tzinfo=UTC)
    with change_set(by=family.writer, kind="edit", words="an enquiry with a continuing risk"):
        enquiry = Section47Enquiry.objects.create(
            child=child,
            referral=family.referrals[0],
            started_on=date(2026, 11, 2),
            ended_on=date(2026, 11, 16),
            conference_not_required=False,
            no_further_action=False,
        )
    assert "leads to a conference that was not held" in client.get(page(family)).content.decode()
    with change_set(by=family.writer, kind="edit", words="held, and another one arranged"):
        Conference.objects.create(child=child, conference_kind="initial", enquiry=enquiry, happened_on=TODAY)
        row = ConferenceArrangement.objects.create(child=child, conference_kind="initial", planned_for=at)
    shown = client.get(page(family)).content.decode()
    assert "leads to a conference" not in shown
    assert "neither held nor called off" in shown
    with change_set(by=family.writer, kind="edit", words="called off"):
        row.cancelled_on, row.cancelled_reason = TODAY, "Held already."
        row.save()
    assert "Ask a manager to close it" in client.get(page(family)).content.decode()


def test_a_case_does_not_close_over_a_strategy_discussion_that_nobody_decided(
    client: Client, family: Family, asker: User
) -> None:
    address = client.post(page(family), {**ASKED, "what_is_left": "Nothing."})["Location"]
    with change_set(by=family.writer, kind="edit", words="a strategy discussion"):
        StrategyNote.objects.create(child=family.children[0], discussion_id="not yet held", why="A bruise.")
    sign_in(client, user=make_user("team_manager", team_id=family.team_id))
    decided = client.post(address, {"answer": "approve", "reason": "He is safe.", "seen": "The last visit."})
    assert "a strategy discussion is not decided" in decided.content.decode()
    assert Referral.objects.get(child=family.children[0]).ended_on is None


def test_closed_after_assessment_needs_an_assessment_and_no_plan_after_it(
    client: Client, family: Family, asker: User
) -> None:
    after, child = {**ASKED, "end_reason": "RC8", "what_is_left": "Nothing."}, family.children[0]
    assert "No assessment was finished" in client.post(page(family), after).content.decode()
    with change_set(by=family.writer, kind="edit", words="an assessment"):
        Assessment.objects.create(
            child=child, referral=family.referrals[0], started_on=date(2026, 2, 3), ended_on=date(2026, 3, 3)
        )
    address = client.post(page(family), after)["Location"]
    with change_set(by=family.writer, kind="edit", words="a plan that nobody told of"):
        ChildInNeedPlan.objects.create(
            child=child, referral=family.referrals[0], started_on=date(2026, 3, 4), ended_on=date(2026, 9, 1)
        )
    sign_in(client, user=make_user("team_manager", team_id=family.team_id))
    decided = client.post(address, {"answer": "approve", "reason": "He is safe.", "seen": "The last visit."})
    assert "A plan was in force after the last assessment" in decided.content.decode()
    assert Referral.objects.get(child=child).ended_on is None
