"""A stricter visit interval for one child: set by whoever approves work, never looser, and the past stays as it was."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.clocks import differences, renew
from onechild.service.record.models import (
    ChangeSet,
    Child,
    ChildInNeedPlan,
    ChildProtectionPlan,
    Obligation,
    PeriodOfCare,
    VisitInterval,
)
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still, holder
from tests.service.people import child_of, child_of_other_team, sign_in, team_of

__all__ = ["a_day_that_stands_still", "holder"]
pytestmark = pytest.mark.django_db
BEGAN = TODAY - timedelta(days=7)


@pytest.fixture
def plan(holder: str) -> ChildProtectionPlan:
    """A plan of a week ago of a child whom the worker holds."""
    child = child_of(holder)
    with change_set(by="a test", kind="edit", words="a plan"):
        PeriodOfCare.objects.filter(child=child).update(ended_on=BEGAN)
        ChildProtectionPlan.objects.filter(child=child).update(gone_at="2026-11-01T00:00Z")
        ChildInNeedPlan.objects.filter(child=child).update(gone_at="2026-11-01T00:00Z")
        made = ChildProtectionPlan.objects.create(child=child, started_on=BEGAN)
        renew([child.pk])
    return made


def page_of(plan: ChildProtectionPlan, end: str = "") -> str:
    """The form's address."""
    return f"/children/{plan.child.la_child_id}/plans/protection/{plan.pk}/interval/{end}"


def due(plan: ChildProtectionPlan) -> date:
    """When the child is next to be seen under the plan."""
    return Obligation.objects.get(child=plan.child, clock="child-protection-visit", spell_id=plan.pk).due_on


def typed(days: int, on: date = TODAY, reason: str = "Agreed at the conference") -> dict[str, object]:
    """What the form sends."""
    return {"every_days": days, "from_on": on.isoformat(), "reason": reason}


def test_a_manager_sets_a_stricter_interval_and_the_next_visit_falls_due_sooner(
    client: Client, holder: str, plan: ChildProtectionPlan
) -> None:
    sign_in(client, "team_manager", team_id=team_of(holder))
    assert due(plan) == BEGAN + timedelta(days=28)
    assert client.post(page_of(plan), typed(14)).status_code == 302
    assert due(plan) == BEGAN + timedelta(days=14)
    assert differences([plan.child_id]) == []
    shown = client.get(f"/children/{plan.child.la_child_id}/plans/").content.decode()
    assert "14 days" in shown
    assert "Agreed at the conference" in shown
    assert ChangeSet.objects.filter(words__startswith="Stricter visit interval: every 14 days").exists()


def test_one_no_stricter_than_the_councils_is_refused_in_a_sentence(
    client: Client, holder: str, plan: ChildProtectionPlan
) -> None:
    sign_in(client, "team_manager", team_id=team_of(holder))
    said = client.post(page_of(plan), typed(28)).content.decode()
    assert "A plan may only ask for more visits than the council does: 1 to 27 days." in said
    assert client.post(page_of(plan), typed(0)).status_code == 200
    assert not VisitInterval.objects.filter(child=plan.child).exists()


def test_a_day_in_the_past_and_no_reason_are_refused(client: Client, holder: str, plan: ChildProtectionPlan) -> None:
    sign_in(client, "team_manager", team_id=team_of(holder))
    assert "The past keeps its answers" in client.post(page_of(plan), typed(14, BEGAN)).content.decode()
    assert client.post(page_of(plan), typed(14, reason="")).status_code == 200
    assert not VisitInterval.objects.filter(child=plan.child).exists()


def test_a_later_interval_ends_the_one_before_and_ending_it_goes_back_to_the_councils(
    client: Client, holder: str, plan: ChildProtectionPlan
) -> None:
    sign_in(client, "team_manager", team_id=team_of(holder))
    client.post(page_of(plan), typed(14))
    client.post(page_of(plan), typed(10, TODAY + timedelta(days=2)))
    ended = VisitInterval.objects.order_by("started_on").values_list("every_days", "ended_on")
    assert list(ended) == [(14, TODAY + timedelta(days=2)), (10, None)]
    client.post(page_of(plan, "end/"), {"from_on": TODAY.isoformat(), "reason": "Reviewed"})
    assert due(plan) == BEGAN + timedelta(days=28)


def test_a_social_worker_reads_it_and_sets_none(client: Client, holder: str, plan: ChildProtectionPlan) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    assert "How often the child is seen" in client.get(f"/children/{plan.child.la_child_id}/plans/").content.decode()
    assert client.post(page_of(plan), typed(14)).status_code == 403
    assert not VisitInterval.objects.filter(child=plan.child).exists()


def test_a_plan_of_another_child_is_not_there(client: Client, holder: str, plan: ChildProtectionPlan) -> None:
    sign_in(client, "director")
    sign_in(client, "team_manager", team_id=team_of(holder))
    other: Child = child_of_other_team(holder)
    address = f"/children/{other.la_child_id}/plans/protection/{plan.pk}/interval/"
    assert client.post(address, typed(14)).status_code in (403, 404)
    assert not VisitInterval.objects.filter(child=plan.child).exists()
