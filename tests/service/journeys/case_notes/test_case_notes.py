"""Case notes: written for one child or several, found again, marked, and taken away with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from onechild.service.access.drafts.models import Draft
from onechild.service.access.models import User
from onechild.service.journeys.case_notes.checking.transcripts import words_of
from onechild.service.record.models import CaseNote, Child, Relationship, SignificantMark, Visit, Worker
from tests.service.people import sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
CALL = {
    "day": "2026-11-20",
    "way": "call_in",
    "with_whom": "Ms Adeyemi, class teacher",
    "subject": "Came to school hungry",
    "words": "Third time this week. Breakfast club from Monday.",
}
VTT = b"""WEBVTT

1
00:00:01.000 --> 00:00:04.000
<v Ana Reis>How was the week?</v>

2
00:00:04.000 --> 00:00:06.000
<v Kayden>I went swimming.</v>
"""


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def practitioner(client: Client) -> User:
    """Somebody who may see every child that is not restricted, and record visits."""
    return sign_in(client, "front_door", worker_id=Worker.objects.order_by("pk")[0].pk)


@pytest.fixture
def siblings() -> tuple[Child, Child]:
    """Two brothers or sisters, under 18."""
    young = {"child__born_on__gt": date(2010, 1, 1), "related_child__born_on__gt": date(2010, 1, 1)}
    rows = Relationship.objects.filter(relation="sibling", ended_on=None, child__restricted=None, **young)
    row = rows.filter(related_child__restricted=None).order_by("pk")[0]
    return row.child, row.related_child


def write(client: Client, child: Child, kind: str = "correspondence", **more: Any) -> Any:
    """Send the form of a note."""
    return client.post(f"/children/{child.la_child_id}/notes/new/{kind}/", {**CALL, **more})


def test_a_note_about_brothers_and_sisters_stands_on_each_record_and_one_childs_words_on_one(
    client: Client, practitioner: User, siblings: tuple[Child, Child]
) -> None:
    first, second = siblings
    answer = write(client, first, also=second.la_child_id, childs_words="I was hungry.")
    mine, theirs = CaseNote.objects.get(child=first), CaseNote.objects.get(child=second)
    assert mine.group_id == theirs.group_id == mine.pk
    assert (mine.childs_words, theirs.childs_words) == ("I was hungry.", "")
    assert mine.happened_on == date(2026, 11, 20)
    assert second.la_child_id in client.get(answer["Location"]).content.decode()
    timeline = client.get(f"/children/{second.la_child_id}/timeline/").content.decode()
    assert "Correspondence: Came to school hungry" in timeline
    assert "They rang: Ms Adeyemi, class teacher" in timeline


def test_an_answer_refused_keeps_the_rest_and_the_same_note_is_not_saved_twice(
    client: Client, practitioner: User, siblings: tuple[Child, Child]
) -> None:
    child = siblings[0]
    shown = write(client, child, day="", significant="on").content.decode()
    assert "Say when it was" in shown
    assert "Say why it is significant" in shown
    assert (
        "Third time this week"
        in client.get(f"/children/{child.la_child_id}/notes/new/correspondence/").content.decode()
    )
    write(client, child)
    assert "Tick if this is another" in write(client, child).content.decode()
    assert CaseNote.objects.filter(child=child).count() == 1
    assert not Draft.objects.filter(
        user=practitioner, saved_at__lt=CaseNote.objects.get(child=child).written_at
    ).exists()


def test_unfinished_notes_are_counted_and_lead_back_to_their_drafts(
    client: Client, practitioner: User, siblings: tuple[Child, Child]
) -> None:
    record = f"/children/{siblings[0].la_child_id}/"
    pages = {"visit-new": "visits/new/", "note-write": "notes/new/other/"}
    client.post("/drafts/visit-new/", {"draft_page": f"{record}{pages['visit-new']}", "words": "half"})
    client.post("/drafts/note-write/", {"draft_page": f"{record}{pages['note-write']}", "words": "half"})
    client.post("/drafts/note-write/", {"draft_page": f"{record}notes/new/correspondence/", "words": "half"})
    shown = client.get(f"{record}notes/").content.decode()
    assert "There are 3 unfinished case notes" in shown
    assert f'href="{record}notes/new/correspondence/"' in shown


def test_a_transcript_becomes_a_draft_under_what_was_typed_and_no_note(
    client: Client, practitioner: User, siblings: tuple[Child, Child]
) -> None:
    record = f"/children/{siblings[0].la_child_id}/"
    client.post("/drafts/visit-new/", {"draft_page": f"{record}visits/new/", "words": "My own words."})
    sent = {"becomes": "visit", "file": SimpleUploadedFile("call.vtt", VTT)}
    answer = client.post(f"{record}notes/transcript/", sent)
    assert answer["Location"] == f"{record}visits/new/"
    shown = client.get(answer["Location"]).content.decode()
    assert "My own words.\n\nAna Reis: How was the week?\nKayden: I went swimming." in shown.replace("\r", "")
    assert "come from a transcript" in shown
    assert not Visit.objects.filter(origin=None).exists()
    assert not CaseNote.objects.exists()


def test_a_transcript_that_can_not_be_read_says_so(
    client: Client, practitioner: User, siblings: tuple[Child, Child]
) -> None:
    page = f"/children/{siblings[0].la_child_id}/notes/transcript/"
    sent = {"becomes": "other", "file": SimpleUploadedFile("call.docx", b"MZ\x90\x00")}
    assert "can’t be read. Paste them instead" in client.post(page, sent).content.decode()
    assert words_of(name="a.txt", content="Caf\u00e9 at 3".encode("utf-16")) == "Café at 3"


def test_a_note_is_taken_away_by_a_manager_with_who_asked_and_why(
    client: Client, practitioner: User, siblings: tuple[Child, Child]
) -> None:
    first, second = siblings
    write(client, first, also=second.la_child_id)
    note = CaseNote.objects.get(child=first)
    page = f"/children/{first.la_child_id}/notes/{note.pk}/remove/"
    social_worker = Client()
    sign_in(social_worker, "triage_officer")
    assert social_worker.get(page).status_code == 403
    sent = {"edit_version": note.edit_version, "asked_by": "Ms Adeyemi", "reason": "About another child"}
    assert client.post(page, {**sent, "asked_by": ""}).status_code == 200
    client.post(page, {**sent, "everywhere": "on"})
    assert set(CaseNote.objects.values_list("removed_reason", flat=True)) == {"About another child"}
    shown = client.get(f"/children/{first.la_child_id}/notes/").content.decode()
    assert "as Ms Adeyemi asked: About another child" in shown
    assert "Third time this week" not in shown
    assert "Came to school hungry" not in client.get(f"/children/{second.la_child_id}/timeline/").content.decode()


def test_a_pinned_note_stands_first_and_the_filter_finds_what_is_significant(
    client: Client, practitioner: User, siblings: tuple[Child, Child]
) -> None:
    child = siblings[0]
    write(client, child, day="2026-11-20", subject="The older one")
    write(client, child, day="2026-11-21", subject="The newer one", significant="on", significance="A change of mind")
    notes = f"/children/{child.la_child_id}/notes/"
    older = CaseNote.objects.get(subject="The older one")
    client.post(f"{notes}{older.pk}/pin/")
    shown = client.get(notes).content.decode()
    assert shown.index("The older one") < shown.index("The newer one")
    only = client.get(f"{notes}?significant=on").content.decode()
    assert "The newer one" in only
    assert "The older one" not in only


def test_the_chronology_holds_what_was_marked_with_why_and_nothing_else(
    client: Client, practitioner: User, siblings: tuple[Child, Child]
) -> None:
    child = Visit.objects.filter(child__restricted=None).order_by("pk")[0].child
    visit = Visit.objects.filter(child=child).order_by("happened_on")[0]
    record = f"/children/{child.la_child_id}/"
    write(client, child, significant="on", significance="First sign of neglect")
    write(client, child, subject="A small thing", words="Nothing much.")
    page = f"{record}chronology/mark/visit/{visit.pk}/"
    assert page in client.get(f"{record}timeline/?all=yes").content.decode().replace("%3A", ":")
    assert client.get(page).status_code == 200
    assert "Say why it is significant" in client.post(page, {"words": ""}).content.decode()
    client.post(page, {"words": "The first time that anybody saw the bedroom."})
    shown = client.get(f"{record}chronology/").content.decode()
    assert "The first time that anybody saw the bedroom." in shown
    assert "First sign of neglect" in shown
    assert "A small thing" not in shown
    assert "A small thing" not in client.get(f"{record}timeline/?significant=on").content.decode()
    client.post(page, {"end": "yes"})
    assert "The first time that" not in client.get(f"{record}chronology/").content.decode()
    assert SignificantMark.objects.get(child=child).ended_on == TODAY


def test_nothing_is_written_by_one_who_may_only_read(client: Client, siblings: tuple[Child, Child]) -> None:
    sign_in(client, "inspector")
    child = siblings[0]
    assert client.get(f"/children/{child.la_child_id}/notes/").status_code == 200
    assert write(client, child).status_code == 403
    assert client.get(f"/children/{child.la_child_id}/documents/new/").status_code == 403
