"""A person's record: assembled, decided on line by line, sent without what is others'."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from onechild.service.journeys.information_rights.actions import requests as actions
from onechild.service.journeys.information_rights.actions.entries import disclose
from onechild.service.journeys.information_rights.actions.requests import NotPossible
from onechild.service.journeys.information_rights.assembling import lines_of
from onechild.service.journeys.information_rights.models import Disclosure, SubjectAccess
from onechild.service.journeys.information_rights.redacting import decisions, sort
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import AdultName, CaseNote, Child, Intake, IntakeChild, Relationship
from tests.service.people import make_user, sign_in

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)


def _child() -> Child:
    found = Relationship.objects.exclude(related_adult=None).filter(child__restricted=None).order_by("pk")[0]
    return found.child


def _request(child: Child) -> SubjectAccess:
    officer = make_user("head_of_data")
    return actions.take_in(
        child_id=child.pk, asked_by="The person", on_behalf_of="", received_on=date(2026, 11, 2), by=officer
    )


def _parent(child: Child) -> str:
    related = Relationship.objects.filter(child=child).exclude(related_adult=None)[0]
    name = AdultName.objects.filter(adult_id=related.related_adult_id)[0]
    return f"{name.forename} {name.surname}"


def test_the_record_holds_the_childs_own_facts_and_marks_other_people() -> None:
    child = _child()
    lines = lines_of(child.pk)
    assert any(line.table == "Child names" and not line.marked for line in lines)
    assert all(line.marked for line in lines if line.table == "Relationships")


def test_what_nobody_decided_on_is_not_sent() -> None:
    child = _child()
    found = sort(lines_of(child.pk), decisions(_request(child)))
    assert found.undecided
    assert _parent(child) not in {line.value for line in found.sent}
    assert _parent(child) in {line.value for line in found.undecided}


def test_the_redacted_answer_has_no_byte_of_what_was_left_out(client: Client) -> None:
    child = _child()
    sign_in(client, "head_of_data")
    request = _request(child)
    marked = [line for line in lines_of(child.pk) if line.marked]
    decided = {line.key: ("redact", "Somebody else") for line in marked}
    actions.decide(request=request, lines=decided, by=make_user("head_of_data"), at=NOW)
    for kind in ("", "json", "html"):
        answer = client.get(reverse("rights-answer", args=[request.pk]), {"as": kind} if kind else {})
        assert answer.status_code == 200
        assert not [line.value for line in marked if len(line.value) > 12 and line.value.encode() in answer.content]


def test_a_line_is_left_out_only_with_a_reason() -> None:
    child = _child()
    request = _request(child)
    [line, *_rest] = [line for line in lines_of(child.pk) if line.marked]
    with pytest.raises(NotPossible, match="Say why"):
        actions.decide(request=request, lines={line.key: ("redact", " ")}, by=make_user("head_of_data"), at=NOW)


def test_a_request_closes_only_when_every_marked_line_is_decided() -> None:
    request = _request(_child())
    with pytest.raises(NotPossible, match="3 lines"):
        actions.close(request=request, undecided=3, sent_words="By post", by=make_user("director"), on=TODAY, at=NOW)


def test_closing_enters_what_was_sent_in_the_register() -> None:
    child = _child()
    request = _request(child)
    actions.close(request=request, undecided=0, sent_words="By post", by=make_user("director"), on=TODAY, at=NOW)
    [entry] = Disclosure.objects.filter(child=child)
    assert (entry.told_to, entry.told_what, entry.basis) == ("The person", "By post", "subject_access")


def test_a_disclosure_is_never_changed() -> None:
    child = _child()
    disclose(
        child=child, told_to="The court", told_what="A report", basis="court_order", basis_words="", left_out="",
        told_on=TODAY, by=make_user("head_of_data"), at=NOW,
    )  # fmt: skip
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Disclosure.objects.filter(child=child).update(told_to="Somebody else")


def test_the_clock_stops_once_at_a_time() -> None:
    request = _request(_child())
    actions.ask(request=request, asked_for="Who are you?", on=date(2026, 11, 4))
    with pytest.raises(NotPossible, match="stands still already"):
        actions.ask(request=request, asked_for="Who are you?", on=date(2026, 11, 5))


def test_time_is_extended_only_within_the_first_month() -> None:
    request = _request(_child())
    with pytest.raises(NotPossible, match="too late"):
        actions.extend(request=request, reason="Ten years of files", on=date(2026, 12, 20), due_on=date(2026, 12, 2))


def test_a_page_takes_in_a_request_and_leads_to_it(client: Client) -> None:
    child = _child()
    sign_in(client, "head_of_data")
    given = {
        "child": child.la_child_id, "asked_by": "The person", "received_on_day": "2", "received_on_month": "11",
        "received_on_year": "2026",
    }  # fmt: skip
    answer = client.post(reverse("rights"), given, follow=True)
    assert "The answer is due" in answer.content.decode()


def test_the_pages_are_closed_to_a_social_worker(client: Client) -> None:
    sign_in(client, "social_worker")
    assert client.get(reverse("rights")).status_code == 403


def test_what_was_written_and_what_the_council_was_told_are_in_it_and_marked() -> None:
    child = _child()
    with change_set(by="a test", kind="edit", words="a note, and a contact"):
        CaseNote.objects.create(
            child=child, happened_on=TODAY, kind="other", subject="A call", words="She was glad.", written_at=NOW,
            written_by_name="A worker",
        )  # fmt: skip
        told = Intake.objects.create(
            acknowledgement="HT-1",
            received_at=NOW,
            channel="telephone",
            words="Loud at night.",
            referrer_name="Next door",
        )
        IntakeChild.objects.create(intake=told, child=child, linked_at=NOW, forename="K")
    lines = {line.value: line for line in lines_of(child.pk)}
    assert lines["She was glad."].marked == "may hold the words of, or words about, somebody else"
    assert lines["Next door"].marked == "may say who told the council"
    assert lines["A worker"].marked == "names a member of staff"
