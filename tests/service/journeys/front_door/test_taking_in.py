"""Taking contacts in: recorded as told, linked to whoever it is about, put right, made urgent, joined, and undone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from onechild.service.access.actions.bars import bar
from onechild.service.access.actions.restrict import restrict
from onechild.service.access.entering import as_viewer
from onechild.service.access.models import Notice, Restriction, User
from onechild.service.record.models import (
    Allocation,
    Child,
    ChildName,
    Contact,
    Intake,
    IntakeAdult,
    IntakeChild,
    Obligation,
    Relationship,
)
from onechild.service.record.queries.versions import versions
from tests.service.people import a_worker_with_children, child_of, child_of_other_team, make_user, sign_in

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 16, 55, tzinfo=UTC)


@pytest.fixture(autouse=True)
def standing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five to five on a Friday."""
    monkeypatch.setattr("onechild.service.config.moment.now", lambda: NOW)


@pytest.fixture
def worker_id() -> str:
    """A worker with children."""
    return a_worker_with_children()


@pytest.fixture
def child(worker_id: str) -> Child:
    """A child whom that worker holds."""
    return child_of(worker_id)


@pytest.fixture
def triage(client: Client) -> User:
    """Somebody who screens contacts."""
    return sign_in(client, "triage_officer", worker_id=free_worker())


def free_worker() -> str:
    """A worker who holds a child."""
    return str(Allocation.objects.exclude(worker_id=None).order_by("-worker_id").values_list("worker_id", flat=True)[0])


def name_of(child: Child) -> ChildName:
    """A name of the child."""
    return ChildName.objects.filter(child=child).order_by("pk")[0]


def told(child: Child | None = None, **others: str) -> dict[str, str]:
    """A telephone contact from the police at 4.50pm, about the child given or one whom nobody knows."""
    named = name_of(child) if child else None
    born = child.born_on if child else None
    dob = {f"child_born_on_0_{box}": str(getattr(born, box)) for box in ("day", "month", "year")} if born else {}
    return {
        "once": "k1",
        "children": "1",
        "adults": "1",
        "channel": "telephone",
        "received_at": "4.50pm",
        "source_kind": "6",
        "referrer_name": "PC Jo Lund",
        "words": "Called to the home at 3pm, the children were frightened and the door was broken.",
        "child_forename_0": (named.forename or "") if named else "Wilhelmina",
        "child_surname_0": (named.surname or "") if named else "Quillfeather",
        "adult_name_0": "Bea Quillfeather",
        "adult_relation_0": "mother",
        **dob,
        **others,
    }


def record(client: Client, child: Child | None = None, **others: str) -> Intake:
    """Record a contact and return it."""
    answer = client.post("/front-door/contacts/new/", told(child, **others))
    assert answer.status_code == 302, answer.content.decode()
    return Intake.objects.get(pk=answer["Location"].split("/contacts/")[1].split("/")[0])


def page(client: Client, intake: Intake) -> str:
    """The page of a contact."""
    return client.get(f"/front-door/contacts/{intake.pk}/").content.decode()


def of(intake: Intake) -> IntakeChild:
    """The first child of a contact."""
    return IntakeChild.objects.filter(intake=intake).order_by("number")[0]


def link(client: Client, intake: Intake, child: Child) -> Any:
    """Link the first child of a contact to a child of the record."""
    where = f"/front-door/contacts/{intake.pk}/children/{of(intake).pk}/link/"
    return client.post(where, {"la_child_id": child.la_child_id})


def test_nothing_is_chosen_on_the_empty_form(client: Client, triage: User) -> None:
    shown = client.get("/front-door/contacts/new/").content.decode().split("<main")[1]
    assert "checked" not in shown
    assert 'value="now"' not in shown


def test_a_telephone_contact_is_recorded_as_told_and_twice_sent_is_once(client: Client, triage: User) -> None:
    intake = record(client)
    assert (intake.channel, intake.professional, intake.out_of_hours) == ("telephone", True, False)
    assert intake.received_at == datetime(2026, 11, 20, 16, 50, tzinfo=UTC)
    assert record(client) == intake
    assert Intake.objects.count() == 1


def test_a_contact_is_linked_to_the_child_found_and_counts_for_them_at_once(
    client: Client, triage: User, child: Child
) -> None:
    intake = record(client, child)
    assert child.la_child_id in page(client, intake)
    link(client, intake, child)
    contact = Contact.objects.get(pk=of(intake).contact_id)
    assert (contact.child_id, contact.happened_on, contact.source_kind) == (child.pk, FRIDAY, "6")
    assert contact.received_at == intake.received_at
    assert contact.source_words == "PC Jo Lund"
    shown = page(client, intake)
    assert "Undo this link" in shown
    assert "before this" in shown


def test_a_red_contact_of_a_linked_child_starts_the_clock_of_immediate_protection(
    client: Client, triage: User, child: Child
) -> None:
    intake = record(client, child)
    link(client, intake, child)
    decider = make_user("front_door")
    before = Obligation.objects.filter(child=child, spell_id=of(intake).contact_id).count()
    sent = {"edit_version": intake.edit_version, "urgent": "yes", "urgent_words": "Hurt", "priority": "red"}
    assert client.post(f"/front-door/contacts/{intake.pk}/urgency/", sent).status_code == 302
    intake.refresh_from_db()
    assert (intake.priority, intake.priority_at) == ("red", NOW)
    assert Contact.objects.get(pk=of(intake).contact_id).priority == "red"
    assert Obligation.objects.filter(child=child, spell_id=of(intake).contact_id).count() > before
    assert "danger" in Notice.objects.get(user=decider).words


def test_a_contact_recorded_from_a_childs_page_is_linked_as_it_is_recorded(
    client: Client, triage: User, child: Child
) -> None:
    where = f"/children/{child.la_child_id}/contacts/new/"
    surname = name_of(child).surname
    assert surname
    assert f'value="{surname}"' in client.get(where).content.decode()
    client.post(where, told(child))
    assert IntakeChild.objects.get().child_id == child.pk


def test_undoing_a_link_needs_a_reason_and_takes_the_contact_off_the_childs_record(
    client: Client, triage: User, child: Child
) -> None:
    intake = record(client, child)
    link(client, intake, child)
    contact_id = of(intake).contact_id
    where = f"/front-door/contacts/{intake.pk}/children/{of(intake).pk}/unlink/"
    assert client.post(where, {"reason": ""}).status_code == 200
    assert Contact.objects.filter(pk=contact_id).exists()
    client.post(where, {"reason": "It is her cousin"})
    assert not Contact.objects.filter(pk=contact_id).exists()
    assert not Obligation.objects.filter(child=child, spell_id=contact_id).exists()
    assert "It is her cousin" in page(client, intake)


def test_a_new_record_is_made_of_a_child_whom_nobody_knows(client: Client, triage: User) -> None:
    intake = record(client, child_born_on_0_day="3", child_born_on_0_month="4", child_born_on_0_year="2015")
    assert "Nobody whom you may see is like this child" in page(client, intake)
    client.post(f"/front-door/contacts/{intake.pk}/children/{of(intake).pk}/make/")
    made = of(intake)
    assert made.made_new
    assert made.child is not None
    assert made.child.born_on == date(2015, 4, 3)
    assert name_of(made.child).surname == "Quillfeather"
    assert Contact.objects.filter(child=made.child).count() == 1


def test_children_of_one_contact_are_brothers_and_sisters_once_somebody_says_so(
    client: Client, triage: User, child: Child
) -> None:
    intake = record(client, child, children="2", child_forename_1="Finn")
    where = f"/front-door/contacts/{intake.pk}"
    assert client.post(f"{where}/siblings/").status_code == 409
    link(client, intake, child)
    second = IntakeChild.objects.get(intake=intake, number=2)
    client.post(f"{where}/children/{second.pk}/make/")
    second.refresh_from_db()
    client.post(f"{where}/siblings/")
    assert Relationship.objects.filter(child=child, related_child_id=second.child_id, relation="sibling").count() == 1


def test_a_sensitive_contact_restricts_the_childs_record_to_those_who_work_on_it(
    client: Client, triage: User, child: Child
) -> None:
    intake = record(client, child, sensitive="forced_marriage")
    assert intake.open_to_ids == [triage.worker_id]
    link(client, intake, child)
    assert Restriction.objects.get(child=child, lifted_at=None).restriction == "forced_marriage"
    assert page(client, intake).count("Forced marriage")
    elsewhere = Client()
    sign_in(elsewhere, "triage_officer")
    assert elsewhere.get(f"/front-door/contacts/{intake.pk}/").status_code == 404
    assert elsewhere.get(f"/children/{child.la_child_id}/").status_code == 404


def test_who_holds_such_work_and_who_works_with_the_child_can_open_the_sensitive_contact(
    client: Client, triage: User, child: Child, worker_id: str
) -> None:
    decider, theirs = Client(), Client()
    sign_in(decider, "front_door")
    sign_in(theirs, "social_worker", worker_id=worker_id)
    intake = record(client, child, sensitive="fgm")
    link(client, intake, child)
    assert decider.get(f"/front-door/contacts/{intake.pk}/").status_code == 200
    assert theirs.get(f"/children/{child.la_child_id}/").status_code == 200


def test_an_ordinary_restriction_gives_way_to_that_of_a_sensitive_contact(
    client: Client, triage: User, child: Child
) -> None:
    manager = make_user("director")
    restrict(child_id=child.pk, restriction="ordinary", reason="x", people=[triage, manager], by=manager, at=NOW)
    intake = record(client, child, sensitive="fgm")
    link(client, intake, child)
    standing = Restriction.objects.get(child=child, lifted_at=None)
    assert standing.restriction == "fgm"
    assert manager.pk in set(standing.people.values_list("user_id", flat=True))


def test_a_worker_of_the_linked_child_reads_the_contact_and_nobody_else_learns_that_it_is_there(
    client: Client, triage: User, child: Child, worker_id: str
) -> None:
    intake = record(client, child)
    link(client, intake, child)
    theirs, other = Client(), Client()
    sign_in(theirs, "social_worker", worker_id=worker_id)
    sign_in(other, "social_worker")
    shown = theirs.get(f"/front-door/contacts/{intake.pk}/")
    assert shown.status_code == 200
    assert "Undo this link" not in shown.content.decode()
    assert theirs.get(f"/front-door/contacts/{intake.pk}/details/").status_code == 403
    there, not_there = (other.get(f"/front-door/contacts/{key}/") for key in (intake.pk, "oc:0"))
    assert there.status_code == not_there.status_code == 403


def test_for_somebody_barred_from_a_linked_child_the_contact_is_not_there(
    client: Client, triage: User, child: Child
) -> None:
    intake = record(client, child)
    link(client, intake, child)
    bar(
        child_id=child.pk,
        public_id=child.la_child_id,
        user=triage,
        reason="A relative",
        by=make_user("director"),
        at=NOW,
    )
    assert client.get(f"/front-door/contacts/{intake.pk}/").status_code == 404
    assert link(client, intake, child).status_code == 404


def test_what_another_saved_meanwhile_is_shown_and_nothing_typed_is_lost(client: Client, triage: User) -> None:
    intake = record(client)
    first = {"edit_version": intake.edit_version, "words": "First said", "source_kind": "6"}
    client.post(f"/front-door/contacts/{intake.pk}/details/", first)
    answer = client.post(f"/front-door/contacts/{intake.pk}/details/", first | {"words": "Second said"})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "First said" in shown
    assert "Second said" in shown


def test_a_contact_sent_twice_is_joined_with_a_reason_and_the_join_can_be_undone(
    client: Client, triage: User, child: Child
) -> None:
    first, second = record(client, child), record(client, child, once="k2")
    link(client, first, child)
    link(client, second, child)
    contact_id = of(second).contact_id
    assert second.acknowledgement in page(client, first)
    where = f"/front-door/contacts/{second.pk}/join/"
    client.post(where, {"number": first.acknowledgement, "reason": "Rung and sent"})
    second.refresh_from_db()
    assert (second.stage, second.joined_to_id) == ("joined", first.pk)
    assert not Contact.objects.filter(pk=contact_id).exists()
    assert second.acknowledgement in page(client, first)
    client.post(f"/front-door/contacts/{second.pk}/unjoin/", {"reason": "Another day"})
    second.refresh_from_db()
    assert second.stage == "contact"
    assert Contact.objects.filter(pk=contact_id).exists()


def test_a_contact_with_a_child_whom_the_other_lacks_is_not_joined(
    client: Client, triage: User, child: Child, worker_id: str
) -> None:
    first, second = record(client, child), record(client, child, once="k2")
    link(client, first, child)
    link(client, second, child_of_other_team(worker_id))
    where = f"/front-door/contacts/{second.pk}/join/"
    shown = client.post(where, {"number": first.acknowledgement, "reason": "Rung and sent"}).content.decode()
    assert "Add and link them there first" in shown
    assert Intake.objects.get(pk=second.pk).stage == "contact"


def test_an_adult_of_a_contact_becomes_a_relation_only_when_somebody_says_so(
    client: Client, triage: User, child: Child
) -> None:
    intake = record(client, child)
    link(client, intake, child)
    adult = IntakeAdult.objects.get(intake=intake)
    assert adult.adult_id is None
    sent = {"who": "new", "relation": "mother", "same_household": "yes"}
    client.post(f"/front-door/contacts/{intake.pk}/adults/{adult.pk}/", sent)
    adult.refresh_from_db()
    assert Relationship.objects.get(child=child, related_adult_id=adult.adult_id).relation == "mother"


def test_a_draft_of_a_contact_is_the_writers_own(client: Client, triage: User) -> None:
    page = "/front-door/contacts/new/"
    client.post("/drafts/contact-new/", {"draft_page": page, "words": "Half a sentence", "children": "2"})
    assert "Half a sentence" in client.get(page).content.decode()
    assert 'name="child_forename_1"' in client.get(page).content.decode()
    other = Client()
    sign_in(other, "triage_officer")
    assert "Half a sentence" not in other.get(page).content.decode()
    with as_viewer(triage, now=NOW):
        assert not Intake.objects.exists()


def test_a_contact_goes_with_the_last_child_it_was_about_when_their_record_is_erased(
    client: Client, triage: User, child: Child
) -> None:
    intake = record(client, child, children="2", child_forename_1="Finn")
    link(client, intake, child)
    with connection.cursor() as cursor:
        cursor.callproc("set_config", ["onechild.erasing", "on", True])
        IntakeChild.every.filter(child=child).delete()
        cursor.callproc("set_config", ["onechild.erasing", "", True])
    assert not Intake.every.filter(pk=intake.pk).exists()
    assert not IntakeChild.every.filter(intake_id=intake.pk).exists()
    assert versions(intake) == []


def test_only_who_holds_such_work_says_that_a_contact_is_no_longer_sensitive(client: Client, triage: User) -> None:
    intake = record(client, sensitive="fgm")
    sent = {"edit_version": intake.edit_version, "words": intake.words, "source_kind": "6", "sensitive": ""}
    shown = client.post(f"/front-door/contacts/{intake.pk}/details/", sent).content.decode()
    assert "Only somebody who holds such work can say that" in shown
    assert Intake.objects.get(pk=intake.pk).sensitive == "fgm"
