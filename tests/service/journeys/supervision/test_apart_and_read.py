"""A worker's own supervision is for the two alone; those about children are drawn by chance and read by a third."""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import pytest
from django.db.models import Q
from django.test import Client

from onechild.service.access.entering import as_viewer
from onechild.service.journeys.supervision.quality.drawing import draw_monthly, sample
from onechild.service.journeys.supervision.quality.drawing import signed as signed_notes
from onechild.service.journeys.supervision.quality.rubric import LINES
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Child,
    Obligation,
    PersonalSupervision,
    Supervision,
    SupervisionNote,
    SupervisionReading,
    SupervisionSession,
)
from tests.service.journeys.supervision.conftest import NOW, TODAY, Two, browser_of
from tests.service.journeys.supervision.test_supervising import signed
from tests.service.people import a_worker, make_user

pytestmark = pytest.mark.django_db
OWN = {
    "edit_version": "0",
    "wellbeing": "I sleep badly after the removal.",
    "agreed": "A day of leave. Maud, by Friday.",
}
RUBRIC = {**dict.fromkeys(LINES, "yes"), "risk": "partly", "strength": "Zadie is in it.", "better": "Name the risk."}


def own_due(two: Two) -> date:
    """The day by which the worker's own supervision is owed."""
    rows = Obligation.objects.filter(Q(ended_on=None), clock="worker-supervision", met_on=None)
    return rows.filter(subject_id=two.worker_id).latest("due_on").due_on


def drawn(two: Two) -> SupervisionReading:
    """A supervision about Zadie of last month, drawn to be read."""
    signed(two)
    signed_on(datetime(2026, 10, 12, 9, 0, tzinfo=UTC))
    draw_monthly(today=TODAY)
    return SupervisionReading.objects.get()


def signed_on(at: datetime) -> None:
    """Every supervision was signed at this moment."""
    with change_set(by="a test", kind="edit", words="signed then"):
        SupervisionSession.objects.update(supervisor_signed_at=at)


def read(client: Client, two: Two, reading: SupervisionReading, sent: dict[str, Any]) -> Any:
    """What the page of the reading answers to what is sent."""
    return client.post(f"/supervision/readings/{two.zadie.la_child_id}/{reading.pk}/", sent)


def test_a_workers_own_supervision_meets_their_clock_and_names_no_child(two: Two) -> None:
    before = own_due(two)
    address = two.begin("personal", two.zadie)
    assert two.manages.post(f"{address}write/", OWN).status_code == 302
    row = Supervision.objects.get(worker_id=two.worker_id, recorded_on=TODAY)
    assert (row.supervision_kind, row.child_id, row.supervisor_id) == ("own", None, two.manager_id)
    assert own_due(two) > max(before, TODAY)
    assert not SupervisionNote.objects.exists()


def test_nobody_but_the_two_finds_a_workers_own_supervision(two: Two) -> None:
    address = two.begin("personal")
    two.manages.post(f"{address}write/", OWN)
    deputy = make_user("team_manager", worker_id=a_worker(two.family.team_id, "team_manager"))
    others = [browser_of(one) for one in (deputy, make_user("director"), make_user("auditor"))]
    assert [one.get(address).status_code for one in others] == [404, 404, 404]
    assert [one.get(f"{address}sign/").status_code for one in others] == [404, 404, 404]
    assert "I sleep badly" in two.works.get(address).content.decode()
    with as_viewer(deputy, now=NOW):
        assert not PersonalSupervision.objects.exists()
    assert "sleep badly" not in two.works.get(f"/children/{two.zadie.la_child_id}/supervisions/").content.decode()


def test_the_workers_words_on_their_own_supervision_stay_with_it(two: Two) -> None:
    address = two.begin("personal")
    two.manages.post(f"{address}write/", OWN)
    two.manages.post(f"{address}sign/", {"next_on": "2026-12-18"})
    assert two.works.post(f"{address}sign/", {"agrees": "yes", "said": "Thank you."}).status_code == 302
    assert PersonalSupervision.objects.get().worker_words == "Thank you."
    assert SupervisionSession.objects.get().worker_words == ""
    refused = two.manages.post(f"{address}write/", {**OWN, "edit_version": "9"})
    assert "is signed" in refused.content.decode()


def test_a_group_meets_no_clock_and_waits_for_each_signature(two: Two) -> None:
    before = own_due(two)
    sent = {"happened_on": "2026-11-20", "workers": [two.worker_id], "said": "What makes a visit count."}
    assert two.manages.post("/supervision/group/", sent).status_code == 302
    assert Supervision.objects.get(worker_id=two.worker_id, recorded_on=TODAY).supervision_kind == "group"
    assert own_due(two) == before
    session = SupervisionSession.objects.get()
    assert two.works.post(f"/supervision/session/{session.pk}/sign/", {"agrees": "yes"}).status_code == 302


def test_anybody_draws_the_same_and_never_what_is_not_signed(two: Two) -> None:
    reading = drawn(two)
    draw_monthly(today=TODAY)
    assert SupervisionReading.objects.get() == reading
    assert (reading.drawn_for, reading.due_on) == ("2026-10", date(2026, 12, 11))
    found = signed_notes(date(2026, 10, 1), date(2026, 11, 1))
    assert sample(found, month="2026-10", many=1) == [reading.note]
    with change_set(by="a test", kind="edit", words="not signed"):
        SupervisionSession.objects.update(supervisor_signed_at=None)
    assert signed_notes(date(2026, 10, 1), date(2026, 11, 1)) == []


def test_a_note_signed_after_the_month_that_it_tells_of_is_drawn_in_the_month_of_its_signing(two: Two) -> None:
    signed(two)
    with change_set(by="a test", kind="edit", words="held in August"):
        SupervisionNote.objects.update(happened_on=date(2026, 8, 28))
    signed_on(datetime(2026, 10, 31, 23, 30, tzinfo=UTC))
    draw_monthly(today=date(2026, 10, 1))
    assert not SupervisionReading.objects.exists()
    draw_monthly(today=TODAY)
    assert SupervisionReading.objects.get().drawn_for == "2026-10"


def test_a_month_is_drawn_once_and_each_reading_shows_how(two: Two) -> None:
    reading = drawn(two)
    keys = sha256(str(reading.note_id).encode()).hexdigest()
    assert reading.answers == {"drawn": {"seed": "2026-10", "taken": 1, "of": 1, "fingerprint": keys}}
    with change_set(by="a test", kind="edit", words="a note turns up"):
        note = reading.note
        SupervisionNote.objects.create(
            child=two.zeb,
            session=note.session,
            supervision=note.supervision,
            worker=note.worker,
            supervisor=note.supervisor,
            happened_on=note.happened_on,
            recorded_on=TODAY,
        )
    assert len(signed_notes(date(2026, 10, 1), date(2026, 11, 1))) == 2
    auditor = browser_of(make_user("auditor"))
    assert auditor.post("/supervision/readings/draw/").status_code == 302
    assert SupervisionReading.objects.count() == 1
    assert read(auditor, two, reading, RUBRIC).status_code == 302
    shown = auditor.get(f"/supervision/readings/{two.zadie.la_child_id}/{reading.pk}/").content.decode()
    assert "1 of 1 notes signed in that month" in shown
    assert keys in shown
    assert "6 of 7 yes" in auditor.get("/supervision/readings/").content.decode()


def test_an_auditor_draws_what_the_timetable_would_with_a_record_that_they_may_not_open(two: Two) -> None:
    signed(two)
    signed_on(datetime(2026, 10, 12, 9, 0, tzinfo=UTC))
    with change_set(by="a test", kind="edit", words="restricted"):
        Child.objects.filter(pk=two.zadie.pk).update(restricted="ordinary")
    auditor = browser_of(make_user("auditor"))
    page = auditor.post("/supervision/readings/draw/", follow=True).content.decode()
    assert SupervisionReading.objects.get().child_id == two.zadie.pk
    assert "Quillfeather" not in page


def test_neither_of_the_two_reads_it_and_what_was_found_goes_back_to_the_supervisor(two: Two) -> None:
    reading = drawn(two)
    assert "Record this reading" not in read(two.manages, two, reading, RUBRIC).content.decode()
    auditor = browser_of(make_user("auditor"))
    assert read(auditor, two, reading, {**RUBRIC, "risk": ""}).status_code == 200
    assert read(auditor, two, reading, RUBRIC).status_code == 302
    reading.refresh_from_db()
    assert (reading.answers["risk"], reading.read_on) == ("partly", TODAY)
    assert read(two.manages, two, reading, {"said": "I will ask what, to whom, how soon."}).status_code == 302
    reading.refresh_from_db()
    assert reading.answered_on == TODAY


def test_how_each_supervisor_reads_is_for_auditors_and_the_director(two: Two) -> None:
    reading = drawn(two)
    auditor = browser_of(make_user("auditor"))
    read(auditor, two, reading, RUBRIC)
    assert "By supervisor" in auditor.get("/supervision/readings/").content.decode()
    assert "By supervisor" in browser_of(make_user("director")).get("/supervision/readings/").content.decode()
    assert "By supervisor" not in two.manages.get("/supervision/readings/").content.decode()
    page = f"/supervision/readings/{two.zadie.la_child_id}/{reading.pk}/"
    assert two.works.get(page).status_code == 403
