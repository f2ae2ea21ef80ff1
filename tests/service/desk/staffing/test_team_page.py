"""The team's page whole: families that wait, what needs a look, leave that wants cover, what peers are not told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.models import Absence, Allocation, Child, FamilyMember, Handover, Obligation, WorkerLimit
from tests.service.conftest import TODAY
from tests.service.desk.conftest import FRAME
from tests.service.people import a_worker, give, sign_in, team_of

pytestmark = pytest.mark.django_db


def waits(child: Child, team_id: str, *, since: date, priority: str | None = None, manager: str | None = None) -> None:
    """Put a child on the team's list from a day."""
    give(child, worker_id=None, team_id=team_id)
    with change_set(by="a test", kind="edit", words="on the list"):
        Allocation.objects.filter(child=child, role="lead", ended_on=None).update(
            started_on=since, priority=priority, responsible_manager_id=manager
        )
        renew([child.pk])


def held(worker_id: str) -> list[Child]:
    """The worker's children who are not restricted."""
    ids = Allocation.objects.filter(worker_id=worker_id, role="lead", ended_on=None).values("child_id")
    return list(Child.objects.filter(pk__in=ids, restricted=None).order_by("pk"))


def one_family(children: list[Child]) -> None:
    """Make these children brothers and sisters."""
    with change_set(by="a test", kind="edit", words="a family"):
        FamilyMember.objects.filter(child__in=children).update(ended_on=date(2020, 1, 1))
        FamilyMember.objects.bulk_create(
            [FamilyMember(child=one, family_id="oc:family", started_on=date(2024, 1, 1)) for one in children]
        )


def on_leave(worker_id: str, first: date, last: date, kind: str = "annual_leave") -> None:
    """A worker away from one day to another, both counted."""
    with change_set(by="a test", kind="edit", words="away"):
        Absence.objects.create(
            worker_id=worker_id, absence_kind=kind, started_on=first, ended_on=last + timedelta(days=1)
        )


def test_those_who_wait_stand_by_priority_with_their_family_and_what_is_worth_knowing(
    client: Client, holder: str
) -> None:
    team_id, [first, second, third, *_] = team_of(holder), held(holder)
    one_family([first, second])
    colleague = a_worker(team_id)
    with change_set(by="a test", kind="edit", words="they knew the child"):
        Allocation.objects.create(
            child=third,
            worker_id=colleague,
            team_id=team_id,
            role="lead",
            started_on=date(2024, 2, 1),
            ended_on=date(2024, 8, 1),
        )
        Handover.objects.create(child=third, happened_on=TODAY, childs_words="A man, if there is one")
    waits(first, team_id, since=date(2026, 11, 2), priority="low")
    waits(second, team_id, since=date(2026, 11, 9), priority="urgent")
    waits(third, team_id, since=date(2026, 11, 20), priority="high")
    sign_in(client, "team_manager", team_id=team_id)
    page = client.get(f"/teams/{team_id}/")
    lines = page.context["lines"]
    assert [len(line.family.waits) for line in lines[:2]] == [2, 1]
    assert lines[0].family.since == date(2026, 11, 2)
    assert lines[0].family.wait.tag.text == "13 working days over"
    said = lines[1].family.knowing
    assert any("was their worker, 2024" in words for words in said)
    assert any("A man, if there is one" in words for words in said)
    assert f'value="{second.la_child_id}"' in page.content.decode()


def test_the_last_day_of_the_limit_is_said_and_the_day_after_is_late(
    client: Client, holder: str, settings: Any
) -> None:
    team_id, [child, *_] = team_of(holder), held(holder)
    waits(child, team_id, since=date(2026, 11, 20))
    sign_in(client, "team_manager", team_id=team_id)
    settings.TODAY = "2026-11-23"
    assert "1 working day: the limit is today" in client.get(f"/teams/{team_id}/").content.decode()
    settings.TODAY = "2026-11-24"
    assert "1 working day over" in client.get(f"/teams/{team_id}/").content.decode()


def test_a_visit_that_falls_in_leave_needs_cover_and_peers_are_told_no_more_than_away(
    client: Client, holder: str
) -> None:
    team_id = team_of(holder)
    ids = [child.pk for child in held(holder)]
    visits = Obligation.objects.filter(child_id__in=ids, clock__endswith="visit", met_on=None)
    assert visits.exists()
    on_leave(holder, TODAY + timedelta(days=1), TODAY + timedelta(days=14))
    with change_set(by="a test", kind="edit", words="a limit"):
        WorkerLimit.objects.create(worker_id=holder, started_on=TODAY, at_most_new=0)
    sign_in(client, "team_manager", team_id=team_id)
    page = client.get(f"/teams/{team_id}/").content.decode()
    assert "Needs cover" in page
    assert "Leave 22 November to 5 December" in page
    assert "Takes no new children" in page
    sign_in(client, "social_worker", worker_id=holder)
    peers = client.get(f"/teams/{team_id}/").content.decode()
    assert "Away 22 November to 5 December" in peers
    assert "Leave 22" not in peers
    assert "Takes no new children" not in peers


def test_a_child_for_whom_something_is_late_needs_a_look(client: Client, holder: str) -> None:
    team_id = team_of(holder)
    sign_in(client, "team_manager", team_id=team_id)
    page = client.get(f"/teams/{team_id}/")
    late = {row.child_id for row in page.context["board"].active if row.due_on and row.due_on < TODAY}
    assert late
    assert late <= page.context["looks"].children
    assert "already allocated need" in page.content.decode()


def test_more_children_ask_no_more_questions(client: Client, holder: str, asked_of_the_database: Any) -> None:
    team_id = team_of(holder)
    sign_in(client, "team_manager", team_id=team_id)
    client.get(f"/teams/{team_id}/")
    with asked_of_the_database() as few:
        client.get(f"/teams/{team_id}/")
    on_leave(holder, TODAY + timedelta(days=1), TODAY + timedelta(days=14))
    children = held(holder)[:6]
    [waits(child, team_id, since=date(2026, 11, 16)) for child in children[:4]]
    with asked_of_the_database() as many:
        client.get(f"/teams/{team_id}/")
    assert len(many) <= len(few) + 10
    assert len(many) <= 38 + FRAME
