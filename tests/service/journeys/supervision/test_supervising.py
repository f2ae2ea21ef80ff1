"""A supervision from its agenda to both signatures: what is written moves the clocks and gives the promises."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db.models import Q

from onechild.service.access.entering import as_viewer
from onechild.service.journeys.supervision import queries
from onechild.service.record.models import (
    Direction,
    DirectionStep,
    Obligation,
    Supervision,
    SupervisionNote,
    SupervisionSession,
)
from tests.service.journeys.supervision.conftest import NOW, TODAY, Two, browser_of
from tests.service.people import a_worker, make_user, team_of

pytestmark = pytest.mark.django_db
SAID = {
    "talked": "Zadie is quieter since September. It may be the move.",
    "childs_day": "She gets herself up, and walks Zeb to school.",
    "question": "What else could explain what you have seen?",
    "answer": "That she misses her aunt.",
    "decided": "The plan stands; the risk is that she carries too much.",
}
DIRECTED = {"direction_0": "See Zadie alone, away from home", "due_on_0": "2026-12-04"}


def written(two: Two, address: str, **more: Any) -> Any:
    """What the page answers to the manager, who writes of Zadie."""
    note = SupervisionNote.objects.get(child=two.zadie, later=False, gone_at=None)
    sent = {"edit_version": note.edit_version, **SAID, **DIRECTED, "owner_0": two.worker_id, **more}
    return two.manages.post(f"{address}children/{two.zadie.la_child_id}/", sent)


def signed(two: Two) -> str:
    """A supervision about Zadie that the manager has written and signed."""
    address = two.begin("case", two.zadie)
    written(two, address)
    assert two.manages.post(f"{address}sign/", {"next_on": "2026-12-18"}).status_code == 302
    return address


def open_duty(clock: str, **subject: Any) -> date:
    """The day by which a duty is owed next."""
    rows = Obligation.objects.filter(Q(ended_on=None), clock=clock, met_on=None, **subject)
    return rows.latest("due_on").due_on


def test_the_agenda_opens_with_what_was_promised_and_says_that_it_is_late(two: Two, promised: Direction) -> None:
    page = two.manages.get(f"/supervision/{two.worker_id}/agenda/").content.decode()
    zadie = page[page.index("Zadie Quillfeather") :]
    assert "Ask the school how Zadie is at dinner" in zadie
    assert "19 days late" in zadie
    assert zadie.index("What was promised") < zadie.index("When the child was last talked about")


def test_the_child_with_most_that_is_late_is_offered_first(two: Two, promised: Direction) -> None:
    page = two.manages.get(f"/supervision/{two.worker_id}/new/").content.decode()
    assert page.index("1 promise late") < page.index("Zeb Quillfeather")


def test_every_child_overdue_is_chosen_at_once(two: Two) -> None:
    sent = {"kind": "case", "happened_on": "2026-11-21", "overdue": "on"}
    two.manages.post(f"/supervision/{two.worker_id}/new/", sent)
    assert set(SupervisionNote.objects.values_list("child_id", flat=True)) >= {two.zadie.pk, two.zeb.pk}


def test_what_is_written_meets_the_clock_of_the_child_and_gives_the_promise(two: Two) -> None:
    before = open_duty("case-supervision", child_id=two.zadie.pk)
    address = two.begin("case", two.zadie)
    assert written(two, address).status_code == 302
    row = Supervision.objects.get(child=two.zadie, recorded_on=TODAY)
    assert (row.supervision_kind, row.direction_given, row.supervisor_id) == ("case", True, two.manager_id)
    given = Direction.objects.get(given_in_id=row.pk)
    assert (given.owner_id, given.due_on, given.given_in) == (two.worker_id, date(2026, 12, 4), "supervision")
    assert DirectionStep.objects.filter(direction=given, step="given").exists()
    assert open_duty("case-supervision", child_id=two.zadie.pk) > max(before, TODAY)
    page = two.works.get(f"/children/{two.zadie.la_child_id}/supervisions/").content.decode()
    assert "She gets herself up" in page
    assert "See Zadie alone, away from home" in page


def test_what_was_promised_must_be_answered_before_anything_else(two: Two, promised: Direction) -> None:
    address = two.begin("case", two.zadie)
    page = written(two, address)
    assert "Say what has come of what was promised" in page.content.decode()
    assert "It may be the move." in page.content.decode()
    assert written(two, address, promised="The school has not rung back.").status_code == 302


def test_no_direction_needs_a_reason(two: Two) -> None:
    address = two.begin("case", two.zadie)
    none = {"direction_0": "", "owner_0": "", "due_on_0": ""}
    assert "say why there is none" in written(two, address, **none).content.decode()
    assert not Supervision.objects.filter(child=two.zadie, recorded_on=TODAY).exists()
    assert written(two, address, **none, no_direction_words="All is in hand.").status_code == 302
    assert Supervision.objects.get(child=two.zadie, recorded_on=TODAY).direction_given is False


def test_two_who_write_at_once_are_told_and_lose_nothing(two: Two) -> None:
    address = two.begin("case", two.zadie)
    written(two, address)
    page = written(two, address, edit_version="1", talked="Something else.", direction_0="Ring the aunt")
    assert page.status_code == 409
    assert "Something else." in page.content.decode()
    assert "Ring the aunt" in page.content.decode()
    assert Direction.objects.filter(child=two.zadie, words="Ring the aunt").count() == 0


def test_the_supervisor_signs_first_then_the_worker_who_may_disagree_in_words(two: Two) -> None:
    address = two.begin("case", two.zadie)
    too_soon = two.works.post(f"{address}sign/", {"agrees": "yes"})
    assert "signs first" in too_soon.content.decode()
    written(two, address)
    assert two.manages.post(f"{address}sign/", {"next_on": "2026-12-18"}).status_code == 302
    assert "with what" in two.works.get(f"{address}sign/").content.decode()
    assert two.works.post(f"{address}sign/", {"agrees": "no"}).status_code == 200
    assert two.works.post(f"{address}sign/", {"agrees": "no", "said": "Zadie was seen alone."}).status_code == 302
    row = SupervisionSession.objects.get()
    assert row.worker_agrees is False
    assert (row.worker_words, row.worker_signed_name) == ("Zadie was seen alone.", two.worker.name)


def test_after_it_is_signed_nothing_changes_and_a_later_note_stands_beside(two: Two) -> None:
    address = signed(two)
    assert "is signed" in written(two, address, talked="Changed my mind").content.decode()
    assert SupervisionNote.objects.get().talked == SAID["talked"]
    later = f"{address}children/{two.zadie.la_child_id}/later/"
    assert two.manages.post(later, {"said": "The aunt rang."}).status_code == 302
    assert "The aunt rang." in two.works.get(address).content.decode()


def test_a_child_on_the_list_and_not_written_of_holds_the_signature_back(two: Two) -> None:
    address = two.begin("case", two.zadie, two.zeb)
    written(two, address)
    assert "not written of yet" in two.manages.post(f"{address}sign/", {"next_on": "2026-12-18"}).content.decode()
    two.manages.post(f"{address}choose/", {"children": []})
    assert two.manages.post(f"{address}sign/", {"next_on": "2026-12-18"}).status_code == 302


def test_nobody_signs_writes_or_begins_for_another(two: Two) -> None:
    address = two.begin("case", two.zadie)
    other = browser_of(make_user("team_manager", worker_id=a_worker(two.family.team_id, "team_manager")))
    assert other.get(address).status_code == 200
    assert other.get(f"{address}sign/").status_code == 403
    assert other.get(f"{address}children/{two.zadie.la_child_id}/").status_code == 403
    assert two.works.get(f"{address}children/{two.zadie.la_child_id}/").status_code == 403
    assert two.works.get(f"/supervision/{two.worker_id}/new/").status_code == 403
    assert two.manages.get(f"/supervision/{two.manager_id}/new/").status_code == 403
    assert two.manages.get("/supervision/oc:0/new/").status_code == 404


def test_a_planned_one_is_written_from_its_day_on_and_can_be_called_off_in_words(two: Two) -> None:
    address = two.begin("case", two.zadie, on="2026-12-03")
    assert "can be written from that day" in written(two, address).content.decode()
    assert two.works.post(f"{address}off/", {"said": ""}).status_code == 200
    assert two.works.post(f"{address}off/", {"said": "I am at court; we take Friday."}).status_code == 302
    assert "I am at court" in two.manages.get(address).content.decode()


def test_what_waits_is_the_workers_signature_and_the_overdue_supervision(two: Two) -> None:
    signed(two)
    with as_viewer(two.manager, now=NOW) as viewer:
        manages = queries.waiting_for(viewer, today=TODAY, now=NOW)
    assert any("own supervision is overdue" in one.title for one in manages)
    with as_viewer(two.worker, now=NOW) as viewer:
        [mine] = queries.waiting_for(viewer, today=TODAY, now=NOW)
    assert mine.does == "Read and sign it"


def test_the_manager_sees_the_clocks_of_the_whole_team(two: Two) -> None:
    page = two.manages.get("/supervision/").content.decode()
    assert "Wren Ashdown" in page
    assert "workers are overdue" in page or "workers is overdue" in page
    assert team_of(two.worker_id) == two.family.team_id
