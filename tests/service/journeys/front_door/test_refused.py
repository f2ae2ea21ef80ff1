"""What nobody does at the front door: stay on a record opened for a day, or rewrite a contact that was decided."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.actions.glass import ask
from onechild.service.access.actions.restrict import restrict
from onechild.service.access.models import Notice, Restriction, User
from onechild.service.record.models import Intake, IntakeChild
from tests.service.journeys.front_door.at_the_door import FRIDAY, a_colleague, a_contact, siblings
from tests.service.people import make_user, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def triage(client: Client, monkeypatch: pytest.MonkeyPatch) -> User:
    """Somebody who screens contacts, ten minutes after the contact."""
    monkeypatch.setattr("onechild.service.config.moment.now", lambda: FRIDAY + timedelta(minutes=10))
    return sign_in(client, user=a_colleague("triage_officer"))


def test_who_opened_a_restricted_record_in_an_emergency_does_not_stay_on_it_by_linking_a_sensitive_contact(
    client: Client, triage: User
) -> None:
    [child] = siblings("Ada")
    director = make_user("director")
    intake = a_contact([None], stage="contact", sensitive="fgm", open_to_ids=[triage.worker_id])
    restrict(child_id=child.pk, restriction="ordinary", reason="x", people=[director], by=director, at=FRIDAY)
    asked: dict[str, Any] = {"reason": "child_at_risk", "words": "Police at the door", "hours": 24}
    ask(child_id=child.pk, public_id=child.la_child_id, by=triage, at=FRIDAY, **asked)
    row = IntakeChild.objects.get(intake=intake)
    where = f"/front-door/contacts/{intake.pk}/children/{row.pk}/link/"
    answer = client.post(where, {"la_child_id": child.la_child_id})
    assert answer.status_code == 409
    assert "for a time only" in answer.content.decode()
    standing = Restriction.objects.get(child=child, lifted_at=None)
    assert (standing.restriction, standing.people.get().user_id) == ("ordinary", director.pk)
    assert IntakeChild.objects.get(pk=row.pk).child_id is None


def test_a_contact_that_was_decided_is_put_right_no_more_and_what_was_typed_stays_to_be_read(
    client: Client, triage: User
) -> None:
    intake = a_contact([None], stage="decided")
    row = IntakeChild.objects.get(intake=intake)
    where, version = f"/front-door/contacts/{intake.pk}", {"edit_version": intake.edit_version}
    changed = {**version, "words": "Nothing happened.", "source_kind": "6", "sensitive": ""}
    answer = client.post(f"{where}/details/", changed)
    assert (answer.status_code, "Nothing happened." in answer.content.decode()) == (409, True)
    red = {**version, "urgent": "yes", "urgent_words": "Hurt", "priority": "red"}
    assert client.post(f"{where}/urgency/", red).status_code == 409
    finn = {"forename": "Finn", "surname": "Quillfeather", "edit_version": row.edit_version}
    assert client.post(f"{where}/children/new/", finn).status_code == 409
    assert client.post(f"{where}/children/{row.pk}/", finn).status_code == 409
    intake = Intake.objects.get(pk=intake.pk)
    assert (intake.priority, intake.words[:6]) == (None, "Called")
    assert not Notice.objects.filter(words__contains="danger").exists()
    assert list(IntakeChild.objects.filter(intake=intake).values_list("forename", flat=True)) == ["Child1"]
