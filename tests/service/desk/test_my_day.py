"""My day and my children: the viewer's own, what is late, and a home that suits whoever holds no child."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.drafts.actions import save_draft
from onechild.service.access.models import Notice
from onechild.service.desk.my_day.saying import held_sentence, lead_sentence
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Allocation, Obligation, Visit
from onechild.service.record.queries.caseload import held_by, open_allocations
from onechild.service.record.queries.names import heads
from tests.service.conftest import TODAY
from tests.service.desk.conftest import FRAME
from tests.service.people import child_of, child_of_other_team, sign_in, team_of

pytestmark = pytest.mark.django_db
WAITING = 40  # what waits for somebody is asked of fifteen journeys, two or three questions each


def owe(child_id: str, clock: str, due_on: object, **changes: object) -> None:
    """A duty that stands open, in place of all the child's others."""
    Obligation.objects.filter(child_id=child_id).delete()
    facts = {"version": "X-1", "within": "28 days", "started_on": TODAY - timedelta(days=40), "sequence": 1}
    Obligation.objects.create(
        subject_kind="child", subject_id=child_id, child_id=child_id, clock=clock, spell_id="S1", due_on=due_on,
        **(facts | changes),
    )  # fmt: skip


def text_of(response: Any) -> str:
    """The words of a page, with single spaces."""
    return " ".join(response.content.decode().split())


def test_a_late_visit_stands_under_late_with_its_words(client: Client, holder: str) -> None:
    child = child_of(holder)
    owe(child.pk, "child-protection-visit", TODAY - timedelta(days=2))
    sign_in(client, "social_worker", worker_id=holder)
    page = text_of(client.get("/"))
    assert f"Visit {heads([child.pk], today=TODAY)[child.pk].name}" in page
    assert "2 days late" in page
    assert "Local standard." in page
    assert f"/children/{child.la_child_id}/" in page


def test_what_is_due_today_stands_apart_from_what_is_late(client: Client, holder: str) -> None:
    owe(child_of(holder).pk, "child-in-need-visit", TODAY)
    sign_in(client, "social_worker", worker_id=holder)
    response = client.get("/")
    assert len(response.context["day"].today) == 1


def test_a_duty_that_another_owes_names_who_does(client: Client, holder: str) -> None:
    child = child_of(holder)
    owe(child.pk, "review-child-protection-conference", TODAY, within="6 months")
    sign_in(client, "social_worker", worker_id=holder)
    assert "Owed by the conference chair" in text_of(client.get("/"))


def test_ones_own_duty_names_nobody(client: Client, holder: str) -> None:
    for_child = child_of(holder).pk
    Obligation.objects.filter(child_id__in=[one.child_id for one in held_by(holder, today=TODAY)]).delete()
    owe(for_child, "child-protection-visit", TODAY)
    sign_in(client, "social_worker", worker_id=holder)
    assert "Owed by" not in text_of(client.get("/"))


def test_my_day_shows_no_child_of_another_team(client: Client, holder: str) -> None:
    other = child_of_other_team(holder)
    owe(other.pk, "child-protection-visit", TODAY)
    sign_in(client, "social_worker", worker_id=holder)
    assert other.la_child_id not in text_of(client.get("/"))


def test_a_reviewing_officer_is_shown_reviews_and_no_visits(client: Client, holder: str) -> None:
    child = child_of(holder)
    owe(child.pk, "child-protection-visit", TODAY)
    officer = str(open_allocations(TODAY).filter(role="reviewing_officer").values_list("worker_id", flat=True)[0])
    with change_set(by="a test", kind="edit", words="a reviewing officer"):
        Allocation.objects.create(
            child=child, worker_id=officer, team_id="TIRO", role="reviewing_officer", started_on=TODAY
        )
    sign_in(client, "reviewing_officer", worker_id=officer)
    assert child.la_child_id not in text_of(client.get("/"))


def test_a_visit_planned_elsewhere_with_nothing_written_counts_as_not_seen(client: Client, holder: str) -> None:
    child, on = child_of(holder), TODAY - timedelta(days=1)
    with change_set(by="a test", kind="edit", words="a visit planned"):
        Visit.objects.create(
            child=child, happened_on=on, planned_on=on, purpose="child_in_need", worker_id=holder, seen=None
        )
    sign_in(client, "social_worker", worker_id=holder)
    response = client.get("/")
    assert len(response.context["day"].unwritten) == 1
    assert "One visit that was planned is not written up yet, and counts as not seen." in text_of(response)


def test_where_every_planned_visit_is_written_up_the_page_says_so(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    assert "Every visit that was planned for a day now past is written up." in text_of(client.get("/"))


def test_drafts_and_notices_stand_at_the_side(client: Client, holder: str) -> None:
    user = sign_in(client, "social_worker", worker_id=holder)
    now = datetime(2026, 11, 21, 8, tzinfo=UTC)
    save_draft(user=user, kind="visit-new", values={}, now=now, child=child_of(holder), page="/draft/")
    Notice.objects.create(user=user, words="Somebody opened a restricted record of your team.", made_at=now)
    page = text_of(client.get("/"))
    assert "Drafts to resume" in page
    assert "Somebody opened a restricted record" in page


def test_my_day_says_how_many_children_are_held_and_the_target(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    cases = sum(1 for one in held_by(holder, today=TODAY) if one.leads)
    assert f"You hold {cases} children" in text_of(client.get("/"))


def test_my_day_asks_the_database_little(client: Client, holder: str, asked_of_the_database: Any) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    with asked_of_the_database() as questions:
        client.get("/")
    assert len(questions) <= 17 + WAITING + FRAME


def test_my_day_is_one_event_in_the_log_with_the_children_on_it(client: Client, holder: str) -> None:
    from onechild.service.access.models import Event

    child = child_of(holder)
    owe(child.pk, "child-protection-visit", TODAY)
    user = sign_in(client, "social_worker", worker_id=holder)
    client.get("/")
    [event] = Event.objects.filter(user=user)
    assert child.pk in event.children


def test_a_manager_is_shown_what_is_late_in_the_team(client: Client, holder: str) -> None:
    child = child_of(holder)
    owe(child.pk, "child-protection-visit", TODAY - timedelta(days=400))
    sign_in(client, "team_manager", team_id=team_of(holder))
    page = text_of(client.get("/"))
    assert "Late in the team" in page
    assert child.la_child_id in page


def test_an_initial_conference_is_the_managers_to_hold(client: Client, holder: str) -> None:
    child = child_of(holder)
    owe(child.pk, "initial-child-protection-conference", TODAY, within="15 working days")
    sign_in(client, "team_manager", team_id=team_of(holder))
    assert child.pk in client.get("/").context["teams"].shown


def test_a_decision_maker_is_shown_the_contacts_that_wait(client: Client, holder: str) -> None:
    child = child_of(holder)
    owe(child.pk, "contact-decision", TODAY, within="1 working day")
    sign_in(client, "front_door")
    page = text_of(client.get("/"))
    assert "Contacts to decide" in page
    assert child.la_child_id in page


@pytest.mark.parametrize("role", ["performance_analyst", "director", "administrator", "scrutiny", "inspector"])
def test_a_role_without_children_has_a_home_of_its_own(client: Client, role: str) -> None:
    sign_in(client, role)
    page = text_of(client.get("/"))
    assert "What you can do here" in page
    assert "Due today" not in page


def test_scrutiny_is_offered_no_search(client: Client) -> None:
    sign_in(client, "scrutiny")
    assert "Find a child, adult or worker" not in text_of(client.get("/"))


def test_whoever_may_see_no_child_has_no_list(client: Client) -> None:
    sign_in(client, "administrator")
    assert client.get("/my-children/").status_code == 403


def test_nothing_due_and_nothing_late_is_said_without_praise() -> None:
    said = lead_sentence(today=0, late=0, unwritten=0, soon=5)
    assert said == "Nothing is due today and nothing recorded is late. Five things are due by the end of next week."


def test_what_is_due_and_late_is_counted_in_words() -> None:
    assert lead_sentence(today=4, late=2, unwritten=0, soon=0) == "Four things are due today and two are late."
    assert lead_sentence(today=0, late=1, unwritten=0, soon=0) == "Nothing is due today and one thing is late."


def test_a_load_without_a_target_names_none() -> None:
    assert held_sentence(cases=1, families=1, target=None) == "You hold 1 child in 1 family."
