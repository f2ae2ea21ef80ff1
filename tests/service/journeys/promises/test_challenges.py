"""Formal challenges: put to one person by name, answered by them alone, taken up the stages, ended in words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.actions.bars import bar
from onechild.service.access.models import User
from onechild.service.access.viewer import viewer_of
from onechild.service.journeys.promises.queries import waiting_for
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work import challenges as actions
from onechild.service.record.models import Allocation, Child, Escalation, EscalationStep, PeriodOfCare
from tests.service.our_own import Family, a_family
from tests.service.people import a_worker, make_user, sign_in

pytestmark = pytest.mark.django_db
TODAY, NOW = date(2026, 11, 21), datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
RAISED = {
    "about": "drift",
    "direction": "",
    "words": "The quokka plan has not moved since July.",
    "wanted": "A permanence plan by Christmas.",
    "childs_view": "I want to know where I will live.",
    "stage": "team_manager",
}


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def family() -> Family:
    return a_family()


@pytest.fixture
def child(family: Family) -> Child:
    return family.children[0]


@pytest.fixture
def manager(family: Family) -> User:
    return make_user("team_manager", worker_id=a_worker(family.team_id, "team_manager"), team_id=family.team_id)


@pytest.fixture
def officer(family: Family, child: Child) -> User:
    """The child's reviewing officer."""
    user = make_user("reviewing_officer", worker_id=a_worker(family.team_id, "reviewing_officer"))
    with change_set(by="a test", kind="edit", words="a reviewing officer"):
        Allocation.objects.create(
            child=child, worker_id=user.worker_id, role="reviewing_officer", started_on=date(2026, 3, 2)
        )
    return user


def page(child: Child, rest: str = "") -> str:
    return f"/children/{child.la_child_id}/challenges/{rest}"


def raised(client: Client, child: Child, officer: User, manager: User, **more: str) -> Escalation:
    """The officer challenges, and puts it to the manager."""
    sign_in(client, user=officer)
    answer = client.post(page(child, "new/"), RAISED | {"to": f"worker:{manager.worker_id}"} | more)
    assert answer.status_code == 302
    return Escalation.objects.get(child=child)


def waits(user: User, role: str, team_id: str | None = None) -> list[str]:
    viewer = viewer_of(user, roles=[(role, team_id)], team_ids=[team_id] if team_id else [])
    return [one.does for one in waiting_for(viewer, today=TODAY, now=NOW)]


def test_a_challenge_goes_from_the_team_manager_up_a_stage_to_its_end_and_only_the_one_named_answers(
    client: Client, family: Family, child: Child, manager: User, officer: User
) -> None:
    row = raised(client, child, officer, manager)
    step = EscalationStep.objects.get(escalation=row)
    assert (step.to_worker_id, step.to_words, step.due_on) == (manager.worker_id, manager.name, date(2026, 11, 27))
    assert waits(manager, "team_manager", family.team_id) == ["Answer"]

    other = make_user("deputy_manager", worker_id=a_worker(family.team_id, "deputy_manager"), team_id=family.team_id)
    sign_in(client, user=other)
    told = client.get(page(child, f"{row.pk}/answer/"))
    assert told.status_code == 403
    assert f"This was put to {manager.name}" in told.content.decode()

    sign_in(client, user=manager)
    answered = {"answer": "The plan goes to panel in March."}
    assert client.post(page(child, f"{row.pk}/answer/"), answered).status_code == 302
    assert client.get(page(child, f"{row.pk}/end/")).status_code == 403
    assert waits(officer, "reviewing_officer") == ["Accept it or take it further"]

    above = make_user("director")
    sign_in(client, user=officer)
    lower = {"why": "March is too late.", "stage": "informal", "to": f"user:{above.pk}"}
    assert client.post(page(child, f"{row.pk}/further/"), lower).status_code == 200
    higher = lower | {"stage": "director"}
    assert client.post(page(child, f"{row.pk}/further/"), higher).status_code == 302
    assert waits(above, "director") == ["Answer"]
    sign_in(client, user=above)
    assert client.post(page(child, f"{row.pk}/answer/"), {"answer": "Panel hears it on 9 December."}).status_code == 302
    sign_in(client, user=officer)
    ended = {"outcome": "resolved", "words": "Panel on 9 December; she is told this week."}
    assert client.post(page(child, f"{row.pk}/end/"), ended).status_code == 302

    whole = client.get(page(child, f"{row.pk}/")).content.decode()
    assert "The plan goes to panel in March." in whole
    assert "Not enough: March is too late." in whole
    assert "I want to know where I will live." in whole
    assert child.la_child_id in client.get("/challenges/?show=ended").content.decode()
    assert waits(officer, "reviewing_officer") == waits(manager, "team_manager", family.team_id) == []


def test_a_stage_with_no_answer_by_its_day_is_late_for_both_and_may_go_further(
    client: Client, family: Family, child: Child, manager: User, officer: User
) -> None:
    row = raised(client, child, officer, manager)
    above = make_user("director")
    further = {"why": "No answer came.", "stage": "director", "to": f"user:{above.pk}"}
    early = client.post(page(child, f"{row.pk}/further/"), further)
    assert early.status_code == 409
    assert "its day has not passed" in early.content.decode()
    with change_set(by="a test", kind="edit", words="a week passes"):
        EscalationStep.objects.filter(escalation=row).update(due_on=date(2026, 11, 20))
    assert "Answer late" in client.get("/challenges/").content.decode()
    assert waits(officer, "reviewing_officer") == ["Take it further"]
    assert client.post(page(child, f"{row.pk}/further/"), further).status_code == 302
    assert EscalationStep.objects.filter(escalation=row).count() == 2


def test_the_reviewing_officer_of_a_looked_after_child_may_refer_to_cafcass_at_any_time_and_nobody_else(
    client: Client, child: Child, manager: User, officer: User
) -> None:
    cafcass = RAISED | {"stage": "cafcass", "cafcass": "Duty officer, Cafcass"}
    sign_in(client, user=officer)
    assert "Cafcass" not in client.get(page(child, "new/")).content.decode().partition("<form")[2]
    assert client.post(page(child, "new/"), cafcass).status_code == 200
    with change_set(by="a test", kind="edit", words="in care"):
        PeriodOfCare.objects.create(child=child, started_on=date(2026, 9, 1))
    row = raised(client, child, officer, manager)
    referred = {"why": "It can’t wait.", "stage": "cafcass", "cafcass": "Duty officer, Cafcass", "to": ""}
    assert client.post(page(child, f"{row.pk}/further/"), referred).status_code == 302
    told = {"answered_by": "Duty officer", "answered_on_day": "21", "answered_on_month": "11"}
    told |= {"answered_on_year": "2026", "answer": "Cafcass takes it up with the council."}
    assert client.post(page(child, f"{row.pk}/answer/"), told).status_code == 302
    ended = {"outcome": "referred", "words": "Referred, and taken up."}
    assert client.post(page(child, f"{row.pk}/end/"), ended).status_code == 302
    assert Escalation.objects.get(pk=row.pk).outcome == "referred"


def test_nobody_puts_a_challenge_to_themselves_and_a_team_manager_raises_none(
    client: Client, child: Child, manager: User, officer: User
) -> None:
    sign_in(client, user=officer)
    mine = RAISED | {"to": f"worker:{officer.worker_id}"}
    assert client.post(page(child, "new/"), mine).status_code == 200
    sign_in(client, user=manager)
    assert client.get(page(child, "new/")).status_code == 403
    assert not Escalation.objects.filter(child=child).exists()


def test_a_challenge_is_not_put_to_somebody_who_can_never_open_the_record(
    client: Client, family: Family, child: Child, manager: User, officer: User
) -> None:
    row = raised(client, child, officer, manager)
    no_account = a_worker(family.team_id, "team_manager")
    barred = make_user("director")
    bar(child_id=child.pk, public_id=child.la_child_id, user=barred, reason="Uncle", by=make_user("director"), at=NOW)
    further = {"why": "No answer came.", "stage": "director"}
    with change_set(by="a test", kind="edit", words="a week passes"):
        EscalationStep.objects.filter(escalation=row).update(due_on=date(2026, 11, 20))
    sign_in(client, user=officer)
    told = client.post(page(child, f"{row.pk}/further/"), further | {"to": f"user:{barred.pk}"})
    assert f"{barred.name} can’t open this record: choose somebody who can" in told.content.decode()
    told = client.post(page(child, f"{row.pk}/further/"), further | {"to": f"worker:{no_account}"})
    assert "can’t open this record: choose somebody who can" in told.content.decode()
    assert EscalationStep.objects.filter(escalation=row).count() == 1
    above = make_user("director")
    assert client.post(page(child, f"{row.pk}/further/"), further | {"to": f"user:{above.pk}"}).status_code == 302


def test_only_the_raiser_goes_on_with_a_challenge_unless_their_account_has_ended_and_never_one_it_was_put_to(
    client: Client, family: Family, child: Child, officer: User
) -> None:
    named, other = _chair_of(child, family), _chair_of(child, family)
    row = _put_to(child, officer, named)
    ended = {"outcome": "withdrawn", "words": "Put right in the quokka meeting."}

    sign_in(client, user=other)
    told = client.post(page(child, f"{row.pk}/end/"), ended)
    assert told.status_code == 403
    assert f"{officer.name} raised this" in told.content.decode()
    assert client.get(page(child, f"{row.pk}/further/")).status_code == 403

    User.objects.filter(pk=officer.pk).update(is_active=False)
    sign_in(client, user=named)
    told = client.post(page(child, f"{row.pk}/end/"), ended)
    assert told.status_code == 403
    assert "This was put to you" in told.content.decode()
    sign_in(client, user=other)
    assert client.post(page(child, f"{row.pk}/end/"), ended).status_code == 302


def _put_to(child: Child, officer: User, named: User) -> Escalation:
    put = actions.Put(stage="team_manager", to_worker_id=named.worker_id, to_words=named.name, words="Drift.")
    return actions.raise_challenge(
        child=child,
        about="drift",
        words=RAISED["words"],
        wanted=RAISED["wanted"],
        childs_view="",
        put=put,
        by=officer,
        by_worker_id=officer.worker_id,
        reviews=True,
        today=TODAY,
    )


def _chair_of(child: Child, family: Family) -> User:
    """Another who sees the child and may raise a challenge."""
    user = make_user("reviewing_officer", worker_id=a_worker(family.team_id, "reviewing_officer"))
    with change_set(by="a test", kind="edit", words="another reviewing officer"):
        Allocation.objects.create(child=child, worker_id=user.worker_id, role="other", started_on=date(2026, 3, 2))
    return user
