"""Forms half filled are kept, for who filled them and for nobody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client
from django.utils import timezone

from onechild.service.access.drafts.actions import save_draft
from onechild.service.access.drafts.models import Draft, ParkedForm
from onechild.service.access.drafts.others import others_typing
from onechild.service.access.drafts.place import place_of
from onechild.service.access.entering import as_viewer
from onechild.service.access.models import Event, User
from onechild.service.access.sign_in.models import Session
from onechild.service.access.sign_in.sealing import digest
from onechild.service.record.models import Child
from tests.service.markup import page_of, pick
from tests.service.people import a_worker_with_children, child_of, child_of_other_team, sign_in
from tests.service.sign_in.helping import PASSWORD, a_person, code_of, sign_in_by_hand, with_authenticator

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.service.drafts.pages_for_tests")]
TYPED = {"note": "Seen at school,\nin good spirits", "seen_on_day": "19", "seen_on_month": "", "seen_on_year": "2026"}
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def worker() -> str:
    return a_worker_with_children()


@pytest.fixture
def child(worker: str) -> Child:
    return child_of(worker)


def page(child: Child) -> str:
    return f"/children/{child.la_child_id}/try-note/"


def shown(client: Client, child: Child) -> str:
    """What the form of the page has in its note."""
    (note,) = pick(page_of(client.get(page(child)).content), "textarea")
    return str(note.text_content()).strip().replace("\r", "")


def keep(client: Client, child: Child, **more: str) -> Any:
    return client.post("/drafts/try-note/", {**TYPED, "draft_page": page(child)}, **more)  # type: ignore[arg-type]


def idle(client: Client) -> None:
    """Let half an hour go by without use."""
    held = Session.objects.filter(digest=digest(client.session.session_key or ""))
    assert held.update(last_used_at=timezone.now() - timedelta(minutes=31))


def test_button_without_javascript_keeps_the_form_as_typed(client: Client, worker: str, child: Child) -> None:
    sign_in(client, worker_id=worker)
    assert "Draft saved" in keep(client, child).content.decode()
    html = client.get(page(child)).content.decode()
    assert "Seen at school" in html
    assert 'value="19"' in html
    assert "There is a problem" not in html
    assert "Nothing of it is in the record yet" in html


def test_page_offers_the_button_and_the_keeping_while_typing(client: Client, worker: str, child: Child) -> None:
    sign_in(client, worker_id=worker)
    tree = page_of(client.get(page(child)).content)
    assert pick(tree, "button[formaction=/drafts/try-note/]")
    (line,) = pick(tree, "div[data-draft=/drafts/try-note/]")
    assert line.text_content() == "What you type is kept when you press Save draft or go on."


def test_keeping_while_typing_answers_with_one_line(client: Client, worker: str, child: Child) -> None:
    sign_in(client, worker_id=worker)
    answer = keep(client, child, headers={"HX-Request": "true"})  # type: ignore[arg-type]
    assert "<html" not in answer.content.decode()
    assert "Draft saved at" in answer.content.decode()


def test_draft_goes_when_the_form_is_taken_in(client: Client, worker: str, child: Child) -> None:
    sign_in(client, worker_id=worker)
    keep(client, child)
    assert client.post(page(child), {**TYPED, "seen_on_month": "11"}).content == b"taken in"
    assert not Draft.objects.exists()


def test_one_form_has_one_draft(client: Client, worker: str, child: Child) -> None:
    sign_in(client, worker_id=worker)
    keep(client, child)
    client.post("/drafts/try-note/", {"note": "Later words", "draft_page": page(child)})
    assert [draft.values["note"] for draft in Draft.objects.all()] == [["Later words"]]


def test_nobody_else_sees_a_draft(client: Client, worker: str, child: Child) -> None:
    sign_in(client, worker_id=worker)
    keep(client, child)
    colleague = Client()
    sign_in(colleague, worker_id=worker)
    draft = Draft.objects.get()
    assert shown(colleague, child) == ""
    assert colleague.get(f"/drafts/{draft.pk}/").status_code == 404
    colleague.post(f"/drafts/{draft.pk}/drop/")
    assert Draft.objects.filter(pk=draft.pk).exists()


def test_database_itself_shows_a_draft_to_its_writer_only(client: Client, worker: str, child: Child) -> None:
    writer = sign_in(client, worker_id=worker)
    keep(client, child)
    other = sign_in(Client(), worker_id=worker)
    assert drafts_seen_by(writer) == 1
    assert drafts_seen_by(other) == 0


def test_draft_is_out_of_sight_once_the_child_is(client: Client, worker: str, child: Child) -> None:
    writer = sign_in(client, worker_id=worker)
    keep(client, child)
    User.objects.filter(pk=writer.pk).update(worker_id=None)
    assert drafts_seen_by(writer) == 0
    assert child.la_child_id not in client.get("/drafts/").content.decode()


def test_draft_about_a_child_out_of_reach_is_not_kept(client: Client, worker: str) -> None:
    writer = sign_in(client, worker_id=worker)
    other = child_of_other_team(worker)
    answer = client.post("/drafts/try-note/", {**TYPED, "draft_page": page(other)})
    assert "Draft saved" not in answer.content.decode()
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic(), as_viewer(writer, now=NOW):
        save_draft(user=writer, kind="try-note", values={"note": ["x"]}, child=other, now=NOW)


def test_draft_of_a_made_up_page_is_refused(client: Client, worker: str) -> None:
    sign_in(client, worker_id=worker)
    assert client.post("/drafts/try-note/", {**TYPED, "draft_page": "/sign-in/"}).status_code == 400
    assert client.post("/drafts/try-note/", {**TYPED, "draft_page": "https://a.example/"}).status_code == 400


def test_tokens_and_passwords_are_never_kept(client: Client, worker: str, child: Child) -> None:
    sign_in(client, worker_id=worker)
    client.post(
        "/drafts/try-note/",
        {**TYPED, "csrfmiddlewaretoken": "t", "new_password": "p", "postcode": "ZZ1 1ZZ", "draft_page": page(child)},
    )
    assert set(Draft.objects.get().values) == {*TYPED, "postcode"}


def test_list_of_drafts_leads_back_and_is_in_the_access_log(client: Client, worker: str, child: Child) -> None:
    sign_in(client, worker_id=worker)
    keep(client, child)
    tree = page_of(client.get("/drafts/").content)
    assert pick(tree, f"a[href={page(child)}]")
    assert Event.objects.order_by("-pk").first().children == [child.pk]


def test_form_sent_after_the_session_ended_is_found_as_typed_by_who_signs_in_again(
    client: Client, worker: str, child: Child
) -> None:
    person = a_person(worker_id=worker)
    key = with_authenticator(person)
    sign_in_by_hand(client, person, key)
    idle(client)
    answer = client.post(page(child), TYPED)
    assert answer["Location"].startswith("/sign-in/?next=")
    assert "Seen at school" not in client.get(answer["Location"]).content.decode()
    again(client, person, key, then=page(child))
    assert shown(client, child) == TYPED["note"]
    assert not ParkedForm.objects.exists()


def test_form_is_kept_even_if_another_page_of_the_ended_session_was_asked_for_first(
    client: Client, worker: str, child: Child
) -> None:
    person = a_person(worker_id=worker)
    key = with_authenticator(person)
    sign_in_by_hand(client, person, key)
    idle(client)
    client.get("/account/")
    client.post(page(child), TYPED)
    again(client, person, key, then=page(child))
    assert shown(client, child) == TYPED["note"]


def test_another_person_who_signs_in_there_never_sees_the_form(client: Client, worker: str, child: Child) -> None:
    person, other = a_person(worker_id=worker), a_person(worker_id=worker)
    sign_in_by_hand(client, person, with_authenticator(person))
    idle(client)
    client.post(page(child), TYPED)
    sign_in_by_hand(client, other, with_authenticator(other))
    assert shown(client, child) == ""
    assert not Draft.objects.exists()


def test_what_waits_is_sealed_and_gone_after_an_hour(client: Client, worker: str, child: Child) -> None:
    person = a_person(worker_id=worker)
    key = with_authenticator(person)
    sign_in_by_hand(client, person, key)
    idle(client)
    client.post(page(child), TYPED)
    parked = ParkedForm.objects.get()
    assert "school" not in parked.sealed
    assert child.la_child_id not in parked.sealed
    ParkedForm.objects.update(parked_at=parked.parked_at - timedelta(hours=2))
    again(client, person, key, then=page(child))
    assert shown(client, child) == ""


def test_nothing_is_parked_for_who_was_never_signed_in_or_signed_out(client: Client, worker: str, child: Child) -> None:
    assert client.post(page(child), TYPED).status_code == 302
    sign_in(client, worker_id=worker)
    client.post("/sign-out/")
    client.post(page(child), TYPED)
    assert not ParkedForm.objects.exists()


def test_part_of_a_page_asked_for_after_the_end_leads_the_whole_page_to_sign_in(
    client: Client, worker: str, child: Child
) -> None:
    person = a_person(worker_id=worker)
    sign_in_by_hand(client, person, with_authenticator(person))
    idle(client)
    answer = keep(client, child, headers={"HX-Request": "true"})  # type: ignore[arg-type]
    assert answer["HX-Redirect"].startswith("/sign-in/?next=")
    assert ParkedForm.objects.count() == 1


@pytest.mark.parametrize(("site", "kept"), [("same-origin", 1), ("cross-site", 0), ("", 0)])
def test_form_with_the_token_of_an_earlier_session_is_kept_only_if_a_page_of_ours_sent_it(
    worker: str, child: Child, site: str, kept: int
) -> None:
    client = Client(enforce_csrf_checks=True)
    sign_in(client, worker_id=worker)
    answer = client.post(page(child), TYPED, headers={"Sec-Fetch-Site": site})
    assert answer.status_code == 403
    assert ("kept as a draft" in answer.content.decode()) is bool(kept)
    assert Draft.objects.count() == kept


def test_answer_refused_for_one_field_is_kept_as_typed_without_any_script(
    client: Client, worker: str, child: Child
) -> None:
    sign_in(client, worker_id=worker)
    client.post(page(child), TYPED)
    assert shown(client, child) == TYPED["note"]


def test_form_emptied_again_leaves_no_draft(client: Client, worker: str, child: Child) -> None:
    sign_in(client, worker_id=worker)
    keep(client, child)
    client.post("/drafts/try-note/", {"note": " ", "draft_page": page(child)})
    assert not Draft.objects.exists()


def test_two_people_on_one_form_are_told_of_each_other_and_of_no_word(
    client: Client, worker: str, child: Child
) -> None:
    first = sign_in(client, worker_id=worker)
    keep(client, child)
    colleague = Client()
    second = sign_in(colleague, worker_id=worker)
    opened = colleague.get(page(child)).content.decode()
    assert f"{first.name} (since " in opened
    assert "Seen at school" not in opened
    assert second.name not in client.get(page(child)).content.decode()
    keep(colleague, child)
    told = keep(client, child, headers={"HX-Request": "true"})  # type: ignore[arg-type]
    assert f"{second.name} (since " in told.content.decode()
    assert told["X-Draft-Kept"] == "yes"


def test_who_got_up_from_a_form_or_may_not_be_seen_through_is_not_named(
    client: Client, worker: str, child: Child
) -> None:
    first = sign_in(client, worker_id=worker)
    keep(client, child)
    place = place_of(page(child))
    stranger, colleague = sign_in(Client()), sign_in(Client(), worker_id=worker)
    with as_viewer(stranger, now=timezone.now()):
        assert others_typing(place, now=timezone.now()) == []
    with as_viewer(colleague, now=timezone.now()):
        assert [one.name for one in others_typing(place, now=timezone.now())] == [first.name]
        assert others_typing(place, now=timezone.now() + timedelta(minutes=16)) == []


def again(client: Client, person: User, key: str, *, then: str) -> None:
    """Sign in again, with the next code."""
    client.post("/sign-in/", {"email": person.email, "password": PASSWORD, "next": then})
    answer = client.post("/sign-in/code/", {"code": code_of(key, timezone.now() + timedelta(seconds=30))})
    assert answer["Location"] == then


def drafts_seen_by(user: User) -> int:
    with as_viewer(user, now=NOW):
        return Draft.objects.count()
