"""The step-down contract: never without a named worker, nothing unmet left behind, and the clocks of it right."""

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
    ChildInNeedPlan,
    ChildProtectionCategory,
    ChildProtectionPlan,
    Conference,
    ConferenceArrangement,
    Decision,
    DecisionExplained,
    EarlyHelpEpisode,
    Handover,
    Obligation,
    PlanAction,
    PlanOutcome,
    Proceedings,
    StepDown,
    StepTaken,
    VisitInterval,
    Watch,
    Worker,
)
from tests.service.our_own import Family, a_family, boxes, protected
from tests.service.people import a_worker, make_user, sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
ON = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def family() -> Family:
    return a_family()


@pytest.fixture
def manager(client: Client, family: Family) -> User:
    return sign_in(client, user=make_user("team_manager", team_id=family.team_id))


def contract(family: Family, **answers: str) -> dict[str, str]:
    """What a manager answers for Zadie with one unmet outcome, and Zeb with none."""
    return {
        "to": "need",
        **boxes("on", ON),
        "worker": family.worker_id,
        "visit_every_days": "14",
        **boxes("first_visit_by", date(2026, 11, 27)),
        **boxes("first_review_by", date(2026, 12, 18)),
        "if_worse": "Ring the worker; a strategy discussion the same day.",
        "reason": "The house is safe and school is steady.",
        "seen": "The conference record, the last visit.",
        "decided_by": "The review conference of 19 November.",
        "becomes_0_0": "carried",
        "voice_0": "I still want you to come.",
        "explanation_0": "You are safer now, so fewer people meet about you.",
        "too_1": "True",
        "voice_1": "Okay.",
        "explanation_1": "We will still visit.",
        **answers,
    }


def page(family: Family) -> str:
    return f"/children/{family.children[0].la_child_id}/step-down/"


def test_nothing_is_chosen_and_without_a_named_worker_nobody_steps_down(
    client: Client, family: Family, manager: User
) -> None:
    protected(family, outcomes={"Zadie": 1})
    asked = client.get(page(family)).content.decode().split("<main")[1]
    assert "checked" not in asked
    assert "selected" not in asked.replace('value="" selected', "")
    shown = client.post(page(family), contract(family, worker="")).content.decode()
    assert "a child is not stepped down to nobody" in shown
    assert not StepDown.objects.exists()
    assert ChildProtectionPlan.objects.filter(child__in=family.children, ended_on=None).count() == 2


def test_an_unmet_outcome_that_nobody_answered_for_stops_the_step_down(
    client: Client, family: Family, manager: User
) -> None:
    protected(family, outcomes={"Zadie": 2})
    shown = client.post(page(family), contract(family)).content.decode()
    assert "Say what becomes of this for Zadie" in shown
    dropped = {"becomes_0_1": "dropped"}
    assert "why it is dropped" in client.post(page(family), contract(family, **dropped)).content.decode()
    assert not StepDown.objects.exists()


def test_brothers_and_sisters_step_down_together_and_every_clock_of_it_is_right(
    client: Client, family: Family, manager: User
) -> None:
    plans = protected(family, outcomes={"Zadie": 2})
    answers = contract(family, becomes_0_1="dropped", because_0_1="He has left the house for good.")
    client.post(page(family), answers)
    zadie, zeb = family.children
    old = ChildProtectionPlan.objects.get(pk=plans["Zadie"].pk)
    new = ChildInNeedPlan.objects.get(child=zadie)
    assert (old.ended_on, old.end_reason, old.end_recorded_on) == (ON, "stepped_down", TODAY)
    assert ChildProtectionCategory.objects.get(plan=old).ended_on == ON
    assert (new.started_on, new.stepped_down, new.visit_every_days) == (ON, True, 14)
    assert new.referral_id == family.referrals[0].pk
    carried = PlanOutcome.objects.get(plan_kind="need", plan_id=new.pk)
    assert carried.carried_from.outcome == "Zadie is at school every day, part 0"
    assert PlanAction.objects.get(plan_outcome=carried).owner_words == "The school"
    assert PlanOutcome.objects.get(dropped_on=ON).dropped_reason == "He has left the house for good."
    said = dict(DecisionExplained.objects.filter(child__in=family.children).values_list("child_id", "childs_words"))
    assert said == {zadie.pk: "You are safer now, so fewer people meet about you.", zeb.pk: "We will still visit."}
    due = dict(
        Obligation.objects.filter(child=zadie, clock__startswith="step-down-", met_on=None).values_list(
            "clock", "due_on"
        )
    )
    assert due == {
        "step-down-meeting": date(2026, 12, 4),
        "step-down-visit": date(2026, 12, 4),
        "step-down-review": date(2027, 1, 1),
        "step-down-oversight": date(2027, 2, 20),
    }
    visit = Obligation.objects.get(child=zadie, clock="child-in-need-visit", met_on=None)
    assert visit.due_on == date(2026, 12, 4)
    open_protection = Obligation.objects.filter(child=zadie, clock="child-protection-visit", met_on=None)
    assert not open_protection.filter(ended_on=None).exists()
    assert Decision.objects.filter(kind="step_down").values("group_id").distinct().count() == 1
    watches = Watch.objects.filter(kind="step_down", started_on=ON, recorded_on=TODAY)
    assert {watch.child_id for watch in watches} == {zadie.pk, zeb.pk}


def test_another_worker_in_post_is_given_the_case_and_one_of_nowhere_is_refused(
    client: Client, family: Family, manager: User
) -> None:
    protected(family)
    elsewhere = a_worker("no such team")
    refused = client.post(page(family), contract(family, worker=elsewhere)).content.decode()
    assert "Choose from the list" in refused
    colleague = a_worker(family.team_id)
    client.post(page(family), contract(family, worker=colleague))
    lead = Allocation.objects.get(child=family.children[0], role="lead", ended_on=None)
    assert (lead.worker_id, lead.started_on) == (colleague, TODAY)
    assert StepDown.objects.filter(worker_id=colleague).count() == 2
    assert Handover.objects.filter(to_worker_id=colleague, from_worker_id=family.worker_id).count() == 2


def test_a_first_year_worker_takes_the_plan_but_no_court_work_that_goes_on(
    client: Client, family: Family, manager: User
) -> None:
    protected(family)
    imogen = a_worker(family.team_id)
    with change_set(by=family.writer, kind="edit", words="first year, and proceedings"):
        Worker.objects.filter(pk=imogen).update(newly_qualified_to=date(2027, 6, 1))
        court = Proceedings.objects.create(child=family.children[0], started_on=date(2026, 9, 1))
    refused = client.post(page(family), contract(family, worker=imogen)).content.decode()
    assert "is in the protected first year" in refused
    assert not StepDown.objects.exists()
    with change_set(by=family.writer, kind="edit", words="the court is done"):
        Proceedings.objects.filter(pk=court.pk).update(ended_on=date(2026, 11, 2))
    client.post(page(family), contract(family, worker=imogen))
    assert StepDown.objects.filter(worker_id=imogen).count() == 2


def test_one_who_may_not_allocate_names_whoever_holds_the_case(client: Client, family: Family, manager: User) -> None:
    protected(family)
    colleague = a_worker(family.team_id)
    sign_in(client, "senior_practitioner", team_id=family.team_id, worker_id=colleague)
    refused = client.post(page(family), contract(family, worker=colleague)).content.decode()
    assert "ask a manager who allocates" in refused
    client.post(page(family), contract(family))
    assert StepDown.objects.filter(worker_id=family.worker_id).count() == 2


def test_a_visit_floor_is_never_looser_than_the_councils_and_the_review_not_later(
    client: Client, family: Family, manager: User
) -> None:
    protected(family)
    loose = contract(family, visit_every_days="90", **boxes("first_review_by", date(2027, 3, 1)))
    shown = client.post(page(family), loose).content.decode()
    assert "within 6 weeks of it" in shown
    loose |= boxes("first_review_by", date(2026, 12, 18))
    assert "can’t be looser" in client.post(page(family), loose).content.decode()
    assert not StepDown.objects.exists()


def test_early_help_is_a_named_practitioner_and_begins_no_plan_of_ours(
    client: Client, family: Family, manager: User
) -> None:
    protected(family)
    early = contract(family, to="early_help", too_1="False")
    assert "Name the practitioner" in client.post(page(family), early).content.decode()
    client.post(page(family), {**early, "practitioner": "Jo Marl", "organisation": "Family Hub"})
    plan = ChildProtectionPlan.objects.get(child=family.children[0])
    assert (plan.ended_on, plan.end_reason) == (ON, "early_help")
    assert EarlyHelpEpisode.objects.get(child=family.children[0]).organisation == "Family Hub"
    assert not ChildInNeedPlan.objects.filter(child=family.children[0]).exists()
    assert ChildProtectionPlan.objects.get(child=family.children[1]).ended_on is None


def reviewed(family: Family, plan: ChildProtectionPlan, on: date, *, continues: bool) -> None:
    """A review conference of a plan."""
    with change_set(by=family.writer, kind="edit", words="a conference"):
        Conference.objects.create(
            child=plan.child, conference_kind="review", plan=plan, happened_on=on, plan_continues=continues
        )


def test_the_page_asks_who_decided_unless_the_last_review_of_every_plan_did(
    client: Client, family: Family, manager: User
) -> None:
    plans = protected(family)
    assert "No review conference is recorded" in client.get(page(family)).content.decode()
    reviewed(family, plans["Zadie"], date(2026, 11, 19), continues=False)
    shown = client.get(page(family)).content.decode()
    assert "The review conference of 19 November decided that it ends" in shown
    assert "For Zeb, no review conference is recorded" in shown
    nobody = contract(family, decided_by="")
    assert "Say who decided that the plan ends" in client.post(page(family), nobody).content.decode()
    reviewed(family, plans["Zeb"], date(2026, 11, 19), continues=False)
    assert 'name="decided_by"' not in client.get(page(family)).content.decode()
    reviewed(family, plans["Zadie"], ON, continues=True)
    assert "did not decide that it ends" in client.get(page(family)).content.decode()
    assert "Say who decided that the plan ends" in client.post(page(family), nobody).content.decode()
    assert not StepDown.objects.exists()


def test_one_child_alone_is_not_asked_about_the_review_of_another(
    client: Client, family: Family, manager: User
) -> None:
    plans = protected(family)
    reviewed(family, plans["Zadie"], date(2026, 11, 19), continues=False)
    client.post(page(family), contract(family, decided_by="", too_1="False", becomes_0_0=""))
    assert StepDown.objects.get().child_id == family.children[0].pk


def test_no_plan_ends_before_the_day_of_its_last_review(client: Client, family: Family, manager: User) -> None:
    plans = protected(family)
    reviewed(family, plans["Zeb"], TODAY, continues=False)
    shown = client.post(page(family), contract(family)).content.decode()
    assert "Zeb’s plan was reviewed on 21 November 2026: choose that day or later" in shown
    assert not StepDown.objects.exists()


def test_what_hangs_on_the_plan_ends_with_it(client: Client, family: Family, manager: User) -> None:
    plan = protected(family)["Zadie"]
    with change_set(by=family.writer, kind="edit", words="a review to come, and a stricter interval"):
        at = datetime(2026, 12, 9, 10, tzinfo=UTC)
        coming = ConferenceArrangement.objects.create(
            child=plan.child, conference_kind="review", plan=plan, planned_for=at
        )
        StepTaken.objects.create(
            child=plan.child,
            step="conference_planned",
            about_id=coming.pk,
            happened_on=date(2026, 11, 2),
            set_for_on=date(2026, 12, 9),
        )
        interval = VisitInterval.objects.create(
            child=plan.child, child_protection_plan=plan, every_days=5, started_on=date(2026, 4, 1)
        )
    client.post(page(family), contract(family))
    coming.refresh_from_db()
    interval.refresh_from_db()
    assert (coming.cancelled_on, coming.cancelled_reason) == (TODAY, "The plan ended: stepped down")
    assert (interval.ended_on, interval.end_recorded_on) == (ON, TODAY)
    assert not StepTaken.objects.filter(step="conference_planned", about_id=coming.pk).exists()
    assert clocks.differences([plan.child_id]) == []


def test_a_plan_of_the_case_system_is_ended_there(client: Client) -> None:
    sign_in(client, "front_door")
    plan = ChildProtectionPlan.objects.filter(ended_on=None, child__restricted=None).order_by("pk")[0]
    shown = client.get(f"/children/{plan.child.la_child_id}/step-down/").content.decode()
    assert "kept in the case system; step it down there" in shown
