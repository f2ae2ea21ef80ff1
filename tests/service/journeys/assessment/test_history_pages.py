"""The history of a child as somebody may see it, its questions, and the record of an adult's own childhood."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.actions.bars import bar
from onechild.service.access.actions.restrict import restrict
from onechild.service.access.models import Event
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.people import NewAdult, NewChild, new_adult, new_child, relate
from onechild.service.record.models import (
    Adult,
    AdultHistoryOpening,
    Assessment,
    AssessmentWork,
    Child,
    ChildProtectionPlan,
    Contact,
    Decision,
    HistoryAnswer,
)
from tests.service.journeys.assessment.making import TODAY, Team, a_team_with_a_child_to_assess, page, start
from tests.service.people import a_worker, give, make_user, sign_in

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def team() -> Team:
    """A worker with a child to assess, and their manager."""
    return a_team_with_a_child_to_assess()


def a_partner(team: Team, *, childhood: Child | None = None) -> Adult:
    """A new adult in the child's household, known as a child where that is given."""
    with change_set(by="a test", kind="edit", words="a partner"):
        adult = new_adult(NewAdult(forename="Dan", surname="Zzpartner"), today=TODAY)
        Adult.objects.filter(pk=adult.pk).update(known_as_child=childhood)
        relate(
            child=team.child,
            relation="parents_partner",
            adult_id=adult.pk,
            same_household=True,
            started_on=date(2026, 5, 1),
            today=TODAY,
        )
    return adult


def another_child(adult: Adult | None, *, forename: str = "Zzother") -> Child:
    """A child elsewhere, of the adult given, who was on a plan in 2019."""
    with change_set(by="a test", kind="edit", words="a child elsewhere"):
        child = new_child(NewChild(forename=forename, surname="Zzhill", born_on=date(2012, 1, 1)), today=TODAY)
        if adult is not None:
            relate(child=child, relation="father", adult_id=adult.pk, today=TODAY)
        ChildProtectionPlan.objects.create(
            child=child,
            started_on=date(2019, 3, 1),
            ended_on=date(2020, 3, 1),
            initial_category="NEG",
            recorded_on=TODAY,
        )
    return child


def words(client: Client, address: str) -> str:
    """The page's own words."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode().split("<main")[1]


def begun(client: Client, team: Team) -> tuple[Assessment, str]:
    """An assessment begun by the worker, and the address of its history."""
    sign_in(client, user=team.worker)
    assessment = start(client, team.child)
    return assessment, page(team.child, assessment, "history/")


def test_the_other_child_of_a_new_partner_is_read_with_its_source_and_asks_what_it_means(
    client: Client, team: Team
) -> None:
    other = another_child(a_partner(team))
    give(other, worker_id=team.worker.worker_id, team_id=team.team_id)
    assessment, history = begun(client, team)
    shown = words(client, history)
    assert f"/children/{other.la_child_id}/timeline/?since=2019-03-01" in shown
    assert "Dan Zzpartner, since May 2026" in shown
    asked = f"{history}earlier_plans/"
    assert client.post(asked, {"edit_version": 0, "means_now": ""}).status_code == 200
    assert client.post(asked, {"edit_version": 0, "means_now": "He has done a course."}).status_code == 302
    answer = HistoryAnswer.objects.get(assessment=assessment, pattern="earlier_plans")
    assert ["child_protection_plans", ChildProtectionPlan.objects.get(child=other).pk] in answer.sources
    with change_set(by="a test", kind="edit", words="a second plan"):
        ChildProtectionPlan.objects.create(
            child=team.child, started_on=date(2026, 11, 20), initial_category="NEG", recorded_on=TODAY
        )
    assert "New since it was answered" in words(client, history)
    assert "Say what it means now: Child protection plans before" in words(
        client, page(team.child, assessment, "send/")
    )
    clash = client.post(asked, {"edit_version": 0, "means_now": "Mine."})
    assert clash.status_code == 409
    assert "He has done a course." in clash.content.decode()


def kept(client: Client, history: str) -> dict[str, int]:
    """How many records are kept from the reader, by why."""
    return {one.standing: one.many for one in client.get(history).context["history"].past.kept}


def test_what_the_reader_may_not_open_is_said_and_never_shown(client: Client, team: Team) -> None:
    _, history = begun(client, team)
    before = {"restricted": 0, "elsewhere": 0, **kept(client, history)}
    adult = a_partner(team)
    elsewhere, restricted, adopted, barred = (another_child(adult, forename=f"Zz{n}") for n in range(4))
    manager = make_user("director")
    named: dict[str, Any] = {"people": [manager], "reason": "A test", "by": manager, "at": NOW}
    restrict(child_id=restricted.pk, restriction="ordinary", **named)
    restrict(child_id=adopted.pk, restriction="adoption", **named)
    bar(child_id=barred.pk, public_id=barred.la_child_id, user=team.worker, reason="Kin", by=manager, at=NOW)
    # The adopted child and the one whom this worker is barred from are not so much as counted.
    assert kept(client, history) == {"restricted": before["restricted"] + 1, "elsewhere": before["elsewhere"] + 1}
    shown = words(client, history)
    assert "restricted. Ask your manager" in shown
    assert "of children whom you don’t work with." in shown
    assert "Zzhill" not in shown
    assert elsewhere.la_child_id not in shown


def test_an_answer_is_read_with_what_its_reader_may_see_and_keeps_no_name(client: Client, team: Team) -> None:
    other = another_child(a_partner(team))
    give(other, worker_id=team.worker.worker_id, team_id=team.team_id)
    assessment, history = begun(client, team)
    client.post(f"{history}earlier_plans/", {"edit_version": 0, "means_now": "He has done a course."})
    assert HistoryAnswer.objects.get(assessment=assessment).says == "Child protection plans before"
    with change_set(by="a test", kind="edit", words="authorised"):
        AssessmentWork.objects.filter(assessment=assessment).update(status="approved")
    restrict(child_id=other.pk, restriction="ordinary", people=[team.worker], reason="A test", by=team.worker, at=NOW)
    here = page(team.child, assessment)
    assert "Zzother" in words(client, here)
    sign_in(client, user=team.manager)
    shown = words(client, here)
    assert "Child protection plans before" in shown
    assert "He has done a course." in shown
    assert "Zzother" not in shown


def test_with_nothing_on_record_it_says_so_and_what_was_searched(client: Client, team: Team) -> None:
    with change_set(by="a test", kind="edit", words="a child nobody knew"):
        child = new_child(NewChild(forename="Zznew", surname="Zzborn", born_on=date(2026, 1, 1)), today=TODAY)
        assessment = Assessment.objects.create(child=child, started_on=TODAY, recorded_on=TODAY)
    sign_in(client, "front_door")
    shown = words(client, page(child, assessment, "history/"))
    assert "Nothing is on record from before" in shown
    assert "contacts and what was decided on them" in shown


def test_repeated_contacts_are_counted_from_the_record(client: Client, team: Team) -> None:
    with change_set(by="a test", kind="edit", words="contacts"):
        Contact.objects.bulk_create(
            Contact(child=team.child, happened_on=TODAY - timedelta(days=days), recorded_on=TODAY) for days in (1, 2, 3)
        )
    assessment, _ = begun(client, team)
    shown = words(client, page(team.child, assessment, "history/contacts_unassessed/"))
    assert "contacts about" in shown
    assert f"since={TODAY - timedelta(days=1)}" in shown


def test_an_adults_childhood_opens_by_a_decision_for_who_asked_and_for_a_time(
    client: Client, team: Team, settings: Any
) -> None:
    once = another_child(None, forename="Zzdan")
    adult = a_partner(team, childhood=once)
    assessment, history = begun(client, team)
    here = f"/children/{team.child.la_child_id}/adults/{adult.pk}/childhood/"
    assert here in words(client, history)
    assert "March 2019" not in words(client, here)
    client.post(here, {"why": "He says he was in care here."})
    assert "A manager who did not ask decides" in words(client, here)
    assert client.post(here, {"opens": "yes", "reason": "Mine."}).status_code == 403
    boss = Client()
    sign_in(boss, user=team.manager)
    client_of_colleague = Client()
    sign_in(client_of_colleague, user=make_user("social_worker", worker_id=a_worker(team.team_id)))
    boss.post(here, {"opens": "yes", "reason": "It bears on the child's safety."})
    decision = Decision.objects.get(kind="adult_history")
    assert (decision.outcome, decision.child_id) == ("opened", team.child.pk)
    opening = AdultHistoryOpening.objects.get(adult=adult)
    assert (opening.assessment_id, opening.opened_for_id) == (assessment.pk, team.worker.worker_id)
    read = words(client, here)
    assert "Child protection plan began, neglect." in read
    assert "Zzhill" not in read
    assert set(_logged()) >= {team.child.pk, once.pk}
    assert "Ask for it to be opened" in words(client_of_colleague, here)
    assert "Child protection plan" not in words(boss, here).replace("Child protection plans", "")
    settings.TODAY = (TODAY + timedelta(days=14)).isoformat()
    assert "Ask for it to be opened" in words(client, here)


def test_a_restricted_childhood_stays_closed_and_one_of_a_sealed_kind_is_not_there(client: Client, team: Team) -> None:
    once = another_child(None)
    adult = a_partner(team, childhood=once)
    manager = make_user("director")
    named: dict[str, Any] = {"people": [manager], "reason": "A test", "by": manager, "at": NOW}
    restrict(child_id=once.pk, restriction="ordinary", **named)
    sign_in(client, user=team.worker)
    here = f"/children/{team.child.la_child_id}/adults/{adult.pk}/childhood/"
    assert "it is restricted" in words(client, here)
    sealed = another_child(None, forename="Zzsealed")
    restrict(child_id=sealed.pk, restriction="adoption", **named)
    other = a_partner(team, childhood=sealed)
    assert client.get(here.replace(adult.pk, other.pk)).status_code == 404


def _logged() -> list[str]:
    """The children of the newest event of the access log."""
    return list(Event.objects.order_by("-pk")[0].children)
