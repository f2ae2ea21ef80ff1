"""A visit is written once for a group, renews the clocks in the same transaction, and says what it met."""

from __future__ import annotations

from datetime import date

import pytest

from onechild.service.record.actions import visits
from onechild.service.record.actions.visits import Seen
from onechild.service.record.models import Child, ChildProtectionPlan, Obligation, Visit, VisitNote
from tests.service.people import make_user

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


@pytest.fixture
def plan() -> ChildProtectionPlan:
    """A plan under which a visit is owed."""
    owed = Obligation.objects.filter(clock="child-protection-visit", met_on=None, ended_on=None)
    return ChildProtectionPlan.objects.filter(ended_on=None, child__in=owed.values("child_id")).order_by("pk")[0]


def record(plan: ChildProtectionPlan, *, seen: bool = True, method: str = "face_to_face") -> visits.Recorded:
    """A visit under the plan today."""
    return visits.record(
        children=[Seen(child=plan.child, seen=seen, seen_alone=True, not_seen_reason=None if seen else "not_in")],
        on=TODAY,
        purpose="child_protection",
        method=method,
        worker_id=None,
        by=make_user("social_worker"),
        today=TODAY,
        place="home",
    )


def owed(plan: ChildProtectionPlan) -> Obligation:
    """The open visit duty of the plan."""
    return Obligation.objects.get(child=plan.child, clock="child-protection-visit", met_on=None, ended_on=None)


def test_a_visit_meets_the_duty_and_says_when_the_next_is_due(plan: ChildProtectionPlan) -> None:
    due = owed(plan).due_on
    (met,) = record(plan).met
    assert (met.clock, met.due_on, met.met_on) == ("child-protection-visit", due, TODAY)
    assert met.next_due_on == owed(plan).due_on > TODAY


def test_a_child_who_was_not_seen_leaves_the_duty_owed(plan: ChildProtectionPlan) -> None:
    before = owed(plan)
    done = record(plan, seen=False)
    assert done.met == ()
    assert owed(plan).due_on == before.due_on
    assert (done.visits[0].seen_alone, done.visits[0].not_seen_reason) == (None, "not_in")


def test_a_visit_by_video_meets_no_duty_under_a_plan(plan: ChildProtectionPlan) -> None:
    before = owed(plan).due_on
    assert record(plan, method="video").met == ()
    assert owed(plan).due_on == before


def test_a_visit_names_its_plan_and_keeps_where_it_was(plan: ChildProtectionPlan) -> None:
    visit = record(plan).visits[0]
    assert visit.plan_id == plan.pk
    assert VisitNote.objects.get(visit=visit).place == "home"


def test_the_visits_of_a_group_are_one_change_set() -> None:
    children = Child.objects.order_by("pk")[:2]
    done = visits.record(
        children=[Seen(child=child, seen=True) for child in children],
        on=TODAY,
        purpose="child_protection",
        method="face_to_face",
        worker_id=None,
        by=make_user("social_worker"),
        today=TODAY,
    )
    rows = Visit.objects.filter(pk__in=[visit.pk for visit in done.visits])
    assert rows.count() == 2
    assert rows.values("change_set_id").distinct().count() == 1


def test_a_child_seen_twice_on_a_day_is_not_told_twice_that_it_met_the_duty(plan: ChildProtectionPlan) -> None:
    record(plan)
    assert record(plan).met == ()
