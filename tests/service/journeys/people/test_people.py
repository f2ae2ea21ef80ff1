"""The people around a child: looked for before they are recorded, said both ways, corrected without loss, ended."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from onechild.service.access.models import User
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Adult,
    AdultContact,
    AdultName,
    Allocation,
    Child,
    FamilyMember,
    Relationship,
    RelationshipNote,
)
from tests.service.people import a_worker_with_children, sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
NEW = {
    "kind": "adult",
    "forename": "Quillon",
    "surname": "Zarathrustian",
    "relation": "grandparent",
    "parental_responsibility": "no",
    "same_household": "unknown",
}


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def worker(client: Client) -> User:
    """A social worker who holds children, signed in."""
    return sign_in(client, worker_id=a_worker_with_children())


@pytest.fixture
def children(worker: User) -> list[Child]:
    """Two children whom the worker holds, of two families, with somebody around each."""
    held = Allocation.objects.filter(worker_id=worker.worker_id, ended_on=None).values("child_id")
    loaded = Relationship.objects.filter(origin__isnull=False, related_adult__isnull=False, ended_on=None)
    found = Child.objects.filter(pk__in=held, restricted=None).filter(pk__in=loaded.values("child_id")).order_by("pk")
    first = found[0]
    family = Relationship.objects.filter(child=first, related_child__isnull=False).values("related_child_id")
    return [first, found.exclude(pk=first.pk).exclude(pk__in=family)[0]]


def page(child: Child, more: str = "") -> str:
    """An address among the people around a child."""
    return f"/children/{child.la_child_id}/family/{more}"


def as_if_committed() -> None:
    """What waits for the end of a transaction happens now: search learns of whoever is new."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def ours(child: Child) -> Relationship:
    """The one relationship of OneChild's own."""
    return Relationship.objects.get(child=child, origin=None)


def test_somebody_new_is_recorded_with_how_parental_responsibility_is_known(
    client: Client, children: list[Child]
) -> None:
    child = children[0]
    answers = {
        "relation": "father",
        "parental_responsibility": "yes",
        "ground": "registered",
        "responsible_from_day": "3",
        "responsible_from_month": "5",
        "responsible_from_year": "2019",
        "known_how": "Birth certificate seen.",
    }
    assert client.post(page(child, "new/"), NEW | answers)["Location"].endswith("saved=added")
    row, note = ours(child), RelationshipNote.objects.get(child=child)
    assert AdultName.objects.get(adult_id=row.related_adult_id).surname == "Zarathrustian"
    assert (row.parental_responsibility, row.same_household, row.recorded_on) == (True, None, TODAY)
    assert (note.ground, note.responsible_from) == ("registered", date(2019, 5, 3))
    shown = client.get(page(child)).content.decode()
    assert "On the birth certificate, registered since 1 December 2003" in shown
    assert "How we know: Birth certificate seen." in shown
    assert "Quillon Zarathrustian" in client.get(f"/children/{child.la_child_id}/people/").content.decode()


def test_an_adult_of_the_same_name_is_shown_first_and_linked_not_recorded_twice(
    client: Client, children: list[Child]
) -> None:
    first, second = children
    client.post(page(first, "new/"), NEW)
    as_if_committed()
    adult_id = str(ours(first).related_adult_id)
    count = Adult.objects.count()
    asked = client.post(page(second, "new/"), NEW)
    assert "Is it one of these?" in asked.content.decode()
    assert "Say whether it is one of these" in asked.content.decode()
    assert not Relationship.objects.filter(child=second, origin=None).exists()
    client.post(page(second, "new/"), NEW | {"person": adult_id})
    assert ours(second).related_adult_id == adult_id
    assert Adult.objects.count() == count
    again = client.post(page(second, "new/"), NEW | {"person": adult_id}).content.decode()
    assert "This stands on the record already" in again


def test_a_sister_is_said_on_both_records_and_worked_as_one_family(client: Client, children: list[Child]) -> None:
    first, second = children
    with change_set(by="a test", kind="edit", words="no groups"):
        FamilyMember.objects.filter(child__in=children).update(ended_on=date(2026, 1, 1))
    words = {**NEW, "kind": "child", "forename": second.la_child_id, "surname": "", "relation": "sibling"}
    words |= {"person": second.pk, "same_household": "yes", "together": "on"}
    assert client.post(page(first, "new/"), words)["Location"].endswith("saved=added")
    assert ours(first).related_child_id == second.pk
    back = ours(second)
    assert (back.related_child_id, back.relation, back.same_household) == (first.pk, "sibling", True)
    groups = FamilyMember.objects.filter(child__in=children, ended_on=None).values_list("family_id", flat=True)
    assert len(groups) == 2
    assert len(set(groups)) == 1
    row = ours(first)
    typed = {"edit_version": row.edit_version, "why": "Recorded by mistake.",
             "ended_on_day": "20", "ended_on_month": "11", "ended_on_year": "2026"}  # fmt: skip
    client.post(page(first, f"{row.pk}/end/"), typed)
    assert {ours(one).ended_on for one in children} == {date(2026, 11, 20)}


def test_a_loaded_relationship_is_noted_beside_and_never_changed_or_ended(
    client: Client, children: list[Child]
) -> None:
    child = children[0]
    row = Relationship.objects.filter(child=child, origin__isnull=False, ended_on=None, related_adult__isnull=False)[0]
    refused = client.get(page(child, f"{row.pk}/end/")).content.decode()
    assert "The case system keeps this relationship." in refused
    client.post(page(child, f"{row.pk}/end/"), {"edit_version": row.edit_version, "ended_on": "2026-11-20", "why": "x"})
    client.post(page(child, f"{row.pk}/"), {"words": "Helps with school runs.", "relation": "other"})
    after = Relationship.objects.get(pk=row.pk)
    assert (after.ended_on, after.relation) == (None, row.relation)
    assert RelationshipNote.objects.get(relationship=row).words == "Helps with school runs."


def test_two_people_correcting_one_relationship_are_told_and_nothing_is_lost(
    client: Client, children: list[Child]
) -> None:
    child = children[0]
    client.post(page(child, "new/"), NEW)
    row = ours(child)
    typed = {"relation": "grandparent", "parental_responsibility": "no", "edit_version": row.edit_version}
    client.post(page(child, f"{row.pk}/"), typed | {"same_household": "yes"})
    clash = client.post(page(child, f"{row.pk}/"), typed | {"same_household": "no", "words": "Visits on Sundays."})
    assert clash.status_code == 409
    shown = clash.content.decode()
    assert "Somebody else changed this while you were typing" in shown
    assert "Visits on Sundays." in shown
    assert ours(child).same_household is True


def test_a_secret_address_is_kept_with_its_marks_and_ended_from_a_day(client: Client, children: list[Child]) -> None:
    child = children[0]
    client.post(page(child, "new/"), NEW)
    adult_id = ours(child).related_adult_id
    typed = {"kind": "address", "value": "3 Refuge Row", "postcode": "HX9 1AA", "safe": "no", "do_not_disclose": "no"}
    client.post(page(child, f"adults/{adult_id}/contacts/new/"), typed)
    row = AdultContact.objects.get(adult_id=adult_id)
    assert (row.safe, row.do_not_disclose) == (False, True)
    shown = client.get(page(child)).content.decode()
    assert "Not to be disclosed." in shown
    assert "Not safe to use." in shown
    client.post(page(child, f"contacts/{row.pk}/end/"), {"edit_version": row.edit_version, "ended_on": "2026-11-20"})
    assert "3 Refuge Row" not in client.get(page(child)).content.decode()


def test_the_family_is_drawn_with_a_list_and_a_warning_can_be_started_from_a_person(
    client: Client, children: list[Child]
) -> None:
    child = children[0]
    client.post(page(child, "new/"), NEW)
    shown = client.get(f"/children/{child.la_child_id}/network/").content.decode()
    assert shown.count("<svg") == 2
    assert "Zarathrustian</strong>, Grandparent" in shown
    form = client.get(f"/children/{child.la_child_id}/warnings/new/?adult={ours(child).related_adult_id}")
    assert f'value="{ours(child).related_adult_id}" selected' in form.content.decode()


def test_a_sister_whose_record_is_hidden_is_drawn_for_nobody_and_one_that_is_only_restricted_has_no_name(
    client: Client, children: list[Child]
) -> None:
    first, second = children
    words = {**NEW, "kind": "child", "forename": second.la_child_id, "surname": "", "relation": "half_sibling"}
    client.post(page(first, "new/"), words | {"person": second.pk})
    with change_set(by="a test", kind="edit", words="restricted"):
        Allocation.objects.filter(child=second).update(gone_at=NOW)
        Child.objects.filter(pk=second.pk).update(restricted="ordinary")
    told = client.get(f"/children/{first.la_child_id}/network/").content.decode()
    assert "A child whose record you may not open</strong>, Half-brother or half-sister" in told
    assert second.la_child_id not in told
    with change_set(by="a test", kind="edit", words="restricted more"):
        Child.objects.filter(pk=second.pk).update(restricted="forced_marriage")
    hidden = client.get(f"/children/{first.la_child_id}/network/").content.decode()
    assert "A child whose record you may not open" not in hidden
    assert "half-sister" not in client.get(page(first)).content.decode()


def test_that_an_adult_of_ours_died_is_recorded_and_drawn_and_a_loaded_one_is_put_right_where_it_is_kept(
    client: Client, children: list[Child]
) -> None:
    child = children[0]
    client.post(page(child, "new/"), NEW)
    adult = Adult.objects.get(pk=ours(child).related_adult_id)
    typed = {"edit_version": adult.edit_version, "born_on": "1950-02-01", "died_on": "1949-02-01"}
    assert "must be after the date of birth" in client.post(page(child, f"adults/{adult.pk}/"), typed).content.decode()
    client.post(page(child, f"adults/{adult.pk}/"), typed | {"died_on": "2026-10-03"})
    drawn = client.get(f"/children/{child.la_child_id}/network/").content.decode()
    assert "died 3 October 2026" in drawn
    loaded = Relationship.objects.filter(child=child, related_adult__origin__isnull=False)[0].related_adult_id
    told = client.post(page(child, f"adults/{loaded}/"), typed).content.decode()
    assert "The case system keeps this adult." in told
