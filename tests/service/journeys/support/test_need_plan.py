"""A child in need plan: written, sent, returned, approved by somebody else, reviewed; and what clocks make of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.entering import as_viewer
from onechild.service.access.models import User
from onechild.service.journeys.support.queries import waiting_for
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    ChildInNeedPlan,
    ChildInNeedReview,
    Decision,
    MeetingPerson,
    NeedPlanNote,
    Obligation,
    PlanAction,
    PlanOutcome,
    Referral,
    StepTaken,
    VisitInterval,
)
from tests.service.our_own import Family, a_family, boxes, protected
from tests.service.people import make_user, sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
AGREED = date(2026, 11, 16)
WRITTEN = {
    "edit_version": "0",
    "why": "Nan cannot manage the mornings.",
    "childs_voice": "I want to get to school on time.",
    "family_views": "We want help.",
    "agreed_by_family": "True",
    "if_worse": "Ring the worker the same day.",
    "visit_every_days": "14",
    **boxes("begins_on", AGREED),
    **boxes("next_review_on", date(2026, 12, 28)),
}
OUTCOME = {
    "worry": "Late every day.",
    "outcome": "Zadie is at school by nine.",
    "known_by": "The register.",
    **boxes("due_on", date(2027, 1, 29)),
    "what": "Find a breakfast club.",
    "owner_words": "The school",
    **boxes("by_when", date(2026, 12, 4)),
}


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def family() -> Family:
    return a_family()


@pytest.fixture
def manager(family: Family) -> User:
    return make_user("team_manager", team_id=family.team_id)


def start(client: Client, family: Family, **answers: str) -> Any:
    """The family's worker writes a plan for Zadie."""
    sign_in(client, user=User.objects.get(pk=family.writer.pk))
    return client.post(page(family, "need-plan/new/"), {**WRITTEN, **answers})


def page(family: Family, rest: str) -> str:
    return f"/children/{family.children[0].la_child_id}/{rest}"


def sent(client: Client, family: Family) -> str:
    """A plan with an outcome, sent to a manager; its address."""
    address = str(start(client, family)["Location"])
    client.post(f"{address}outcomes/new/", OUTCOME)
    client.post(f"{address}send/")
    return address


def waits(user: User) -> list[str]:
    """What waits for somebody, in verbs."""
    with as_viewer(user, now=NOW) as viewer:
        return [one.does for one in waiting_for(viewer, today=TODAY, now=NOW)]


def decided(client: Client, address: str, user: User, answer: str, reason: str = "It fits.") -> Any:
    sign_in(client, user=user)
    return client.post(f"{address}decide/", {"answer": answer, "reason": reason, "seen": "The plan."})


def test_a_plan_without_an_outcome_is_not_sent_and_its_page_says_what_is_needed(client: Client, family: Family) -> None:
    address = start(client, family, family_views="")["Location"]
    client.post(f"{address}send/")
    shown = client.get(address).content.decode()
    assert "what the family says" in shown
    assert "an outcome: what will be different for the child" in shown
    assert NeedPlanNote.objects.get(child=family.children[0]).status == "open"


def test_a_draft_is_no_plan_until_somebody_else_has_approved_it(client: Client, family: Family, manager: User) -> None:
    address = sent(client, family)
    assert not ChildInNeedPlan.objects.filter(child=family.children[0]).exists()
    assert waits(manager) == ["Decide on it"]
    decided(client, address, manager, "return", "Say who takes Zadie.")
    sign_in(client, user=User.objects.get(pk=family.writer.pk))
    assert "Say who takes Zadie." in client.get(address).content.decode()
    client.post(f"{address}send/")
    decided(client, address, manager, "approve")
    plan = ChildInNeedPlan.objects.get(child=family.children[0])
    assert (plan.started_on, plan.recorded_on, plan.visit_every_days) == (AGREED, TODAY, 14)
    assert (plan.worker_id, plan.referral_id) == (family.worker_id, family.referrals[0].pk)
    assert Decision.objects.get(about_id=plan.pk).decided_by_name == manager.name
    visit = Obligation.objects.get(child=family.children[0], clock="child-in-need-visit", met_on=None)
    assert visit.due_on == date(2026, 11, 30)
    assert PlanAction.objects.get(plan_outcome__plan_id=plan.pk).owner_words == "The school"


def test_nobody_approves_what_they_sent_themselves(client: Client, family: Family) -> None:
    user = make_user("team_manager", team_id=family.team_id, worker_id=family.worker_id)
    address = sent(client, family)
    assert "another manager decides" in decided(client, address, user, "approve").content.decode()
    assert not ChildInNeedPlan.objects.filter(child=family.children[0]).exists()


def test_a_child_on_a_protection_plan_gets_no_child_in_need_plan_beside_it(
    client: Client, family: Family, manager: User
) -> None:
    protected(family)
    shown = decided(client, sent(client, family), manager, "approve").content.decode()
    assert "A child is on one plan or the other" in shown
    assert not ChildInNeedPlan.objects.filter(child=family.children[0]).exists()


def test_a_plan_is_not_approved_under_a_referral_that_has_closed(client: Client, family: Family, manager: User) -> None:
    address = sent(client, family)
    with change_set(by=family.writer, kind="edit", words="closed meanwhile"):
        Referral.objects.filter(pk=family.referrals[0].pk).update(ended_on=date(2026, 11, 20))
    assert "No referral is open" in decided(client, address, manager, "approve").content.decode()
    assert not ChildInNeedPlan.objects.filter(child=family.children[0]).exists()


def test_a_plan_agreed_before_its_referral_is_not_sent(client: Client, family: Family) -> None:
    address = start(client, family, **boxes("begins_on", date(2026, 2, 1)))["Location"]
    client.post(f"{address}outcomes/new/", OUTCOME)
    client.post(f"{address}send/")
    assert "not before the referral" in client.get(address).content.decode()
    assert NeedPlanNote.objects.get(child=family.children[0]).status == "open"


def test_a_review_meets_its_duty_and_says_what_became_of_each_outcome(
    client: Client, family: Family, manager: User
) -> None:
    address = sent(client, family)
    decided(client, address, manager, "approve")
    sign_in(client, user=User.objects.get(pk=family.writer.pk))
    held = {
        "kind": "review",
        **boxes("held_on", date(2026, 11, 20)),
        "family_came": ["child", "parent"],
        "came": "Ms Ahmed, school",
        "childs_words": "I like breakfast club.",
        "said": "It goes well.",
        "found_0": "met",
    }
    assert "Say how you know" in client.post(f"{address}review/", held).content.decode()
    client.post(f"{address}review/", {**held, "towards_0": "On time for two weeks.", "plan_continues": "False"})
    plan = ChildInNeedPlan.objects.get(child=family.children[0])
    assert PlanOutcome.objects.get(plan_id=plan.pk).met_on == date(2026, 11, 20)
    assert ChildInNeedReview.objects.get(plan=plan).plan_continues is False
    assert StepTaken.objects.get(child=family.children[0], step="child_in_need_meeting").happened_on == date(
        2026, 11, 20
    )
    assert MeetingPerson.objects.filter(child=family.children[0], attended=True).count() == 3
    met = Obligation.objects.get(child=family.children[0], clock="child-in-need-review", met_on__isnull=False)
    assert met.met_on == date(2026, 11, 20)
    assert waits(manager) == ["Decide whether it ends"]


def test_a_plan_that_goes_to_early_help_names_who_helps_and_is_followed(
    client: Client, family: Family, manager: User
) -> None:
    address = sent(client, family)
    decided(client, address, manager, "approve")
    plan = ChildInNeedPlan.objects.get(child=family.children[0])
    end = {"reason": "early_help", **boxes("on", TODAY), "seen": "The review.", "said": "She is safe."}
    assert "Name who helps the family" in client.post(f"{address}end/", end).content.decode()
    refused = client.post(f"{address}end/", {**end, "organisation": "Jo, Hatterton Family Hub"}).content.decode()
    assert "Say of each outcome that it is met" in refused
    with change_set(by=family.writer, kind="edit", words="a stricter interval"):
        interval = VisitInterval.objects.create(
            child=plan.child, child_in_need_plan=plan, every_days=7, started_on=AGREED
        )
    row = PlanOutcome.objects.get(plan_id=plan.pk)
    settle = {"found": "met", **boxes("on", TODAY), "said": "The register says so."}
    client.post(f"{address}outcomes/{row.pk}/", settle)
    client.post(f"{address}end/", {**end, "organisation": "Jo, Hatterton Family Hub"})
    plan.refresh_from_db()
    assert (plan.ended_on, plan.end_reason) == (TODAY, "early_help")
    interval.refresh_from_db()
    assert (interval.ended_on, interval.end_recorded_on) == (TODAY, TODAY)
    assert Decision.objects.get(outcome="ended_early_help").reason == "She is safe."


def test_two_people_who_edit_one_plan_are_told_and_nothing_is_lost(client: Client, family: Family) -> None:
    address = start(client, family)["Location"]
    client.post(f"{address}edit/", {**WRITTEN, "edit_version": "1", "why": "The first one’s words."})
    shown = client.post(f"{address}edit/", {**WRITTEN, "edit_version": "1", "why": "The second one’s words."})
    assert shown.status_code == 409
    assert "The first one’s words." in shown.content.decode()
    assert "The second one’s words." in shown.content.decode()
