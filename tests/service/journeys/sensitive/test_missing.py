"""A missing child: gone, back, heard within 72 hours; the third time the agencies meet."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.models import (
    Child,
    InterviewNote,
    MissingEpisode,
    Obligation,
    PathwayEntry,
    ReturnInterview,
)

pytestmark = pytest.mark.django_db
GONE = {
    "kind": "M",
    "started_on_day": "19",
    "started_on_month": "11",
    "started_on_year": "2026",
    "words": "Left after tea in a grey coat.",
    "police": "Told at 9pm, reference 88",
}
BACK = {"on_day": "20", "on_month": "11", "on_year": "2026", "at": "10.05am", "words": "By taxi, tired."}


@pytest.fixture
def gone(client: Client, worker: User, child: Child) -> MissingEpisode:
    """The child has been missing for two days."""
    client.post(f"/children/{child.la_child_id}/missing/new/", GONE)
    return MissingEpisode.objects.get(child=child, started_on=date(2026, 11, 19))


def page(row: MissingEpisode, name: str = "") -> str:
    """A page of the episode."""
    return f"/children/{row.child.la_child_id}/missing/{row.pk}/{name}"


def owed(row: MissingEpisode, clock: str) -> Obligation:
    """What a clock says of an episode."""
    return Obligation.objects.get(child=row.child, clock=clock, spell_id=row.pk)


def test_a_missing_child_is_on_the_list_and_is_not_recorded_missing_twice(client: Client, gone: MissingEpisode) -> None:
    assert gone.missing_kind == "M"
    assert "Left after tea in a grey coat." in client.get(page(gone)).content.decode()
    listed = client.get("/missing/").content.decode()
    assert gone.child.la_child_id in listed
    twice = client.post(f"/children/{gone.child.la_child_id}/missing/new/", GONE).content.decode()
    assert "recorded as missing already" in twice
    assert MissingEpisode.objects.filter(child=gone.child, ended_on=None).count() == 1


def test_the_interview_is_owed_72_hours_from_the_moment_of_return(client: Client, gone: MissingEpisode) -> None:
    client.post(page(gone, "back/"), BACK)
    gone.refresh_from_db()
    assert (gone.ended_on, gone.interview_offered) == (date(2026, 11, 20), "N")
    assert gone.returned_at == datetime(2026, 11, 20, 10, 5, tzinfo=UTC)
    assert owed(gone, "return-interview-held").due_at == datetime(2026, 11, 23, 10, 5, tzinfo=UTC)
    assert "Not offered yet" in client.get("/missing/").content.decode()


def test_an_interview_that_was_held_meets_both_clocks_and_keeps_what_the_child_said(
    client: Client, gone: MissingEpisode
) -> None:
    client.post(page(gone, "back/"), BACK)
    held = {
        "outcome": "held",
        "on_day": "20",
        "on_month": "11",
        "on_year": "2026",
        "at": "3pm",
        "childs_words": "I was with friends.",
    }
    assert "Say who held it" in client.post(page(gone, "interview/"), held).content.decode()
    held |= {"interviewer_words": "Rory Dunn, of the youth charity"}
    assert "before the child came back" in client.post(page(gone, "interview/"), held | {"at": "9am"}).content.decode()
    client.post(page(gone, "interview/"), held)
    gone.refresh_from_db()
    assert (gone.interview_offered, gone.interview_accepted) == ("Y", "Y")
    assert InterviewNote.objects.get(child=gone.child).childs_words == "I was with friends."
    assert owed(gone, "return-interview-offered").met_on == date(2026, 11, 20)
    assert owed(gone, "return-interview-held").met_on == date(2026, 11, 20)


def test_an_offer_and_then_a_refusal_are_one_interview_with_its_reason(client: Client, gone: MissingEpisode) -> None:
    client.post(page(gone, "back/"), BACK)
    offer = {"outcome": "offered", "offered_on_day": "20", "offered_on_month": "11", "offered_on_year": "2026"}
    client.post(page(gone, "interview/"), offer)
    assert ReturnInterview.objects.get(missing=gone).accepted is None
    refused = client.post(page(gone, "interview/"), offer | {"outcome": "refused"}).content.decode()
    assert "Say why, and what was offered instead" in refused
    client.post(page(gone, "interview/"), offer | {"outcome": "refused", "not_held_reason": "Wants to talk at school."})
    found = ReturnInterview.objects.get(missing=gone)
    assert (found.accepted, found.not_held_reason) == (False, "Wants to talk at school.")
    assert owed(gone, "return-interview-offered").met_on == date(2026, 11, 20)
    assert not Obligation.objects.filter(clock="return-interview-held", spell_id=gone.pk, ended_on=None).exists()


def test_no_child_comes_back_before_they_went_or_on_a_day_to_come(client: Client, gone: MissingEpisode) -> None:
    assert "before they went missing" in client.post(page(gone, "back/"), BACK | {"on_day": "18"}).content.decode()
    assert "in the future" in client.post(page(gone, "back/"), BACK | {"on_day": "22"}).content.decode()
    assert "still missing" in client.get(page(gone)).content.decode()


def test_the_third_time_in_90_days_the_agencies_meet(client: Client, worker: User, child: Child) -> None:
    with change_set(by="a test", kind="edit", words="earlier episodes"):
        MissingEpisode.objects.create(child=child, started_on=date(2026, 10, 1), ended_on=date(2026, 10, 1))
        MissingEpisode.objects.create(child=child, started_on=date(2026, 11, 1), ended_on=date(2026, 11, 1))
        renew([child.pk])
    client.post(f"/children/{child.la_child_id}/missing/new/", GONE)
    gone = MissingEpisode.objects.get(child=child, started_on=date(2026, 11, 19))
    assert owed(gone, "missing-meeting").due_on == date(2026, 11, 26)
    assert "The agencies must meet" in client.get(page(gone)).content.decode()
    path = PathwayEntry.objects.get(about_id=gone.pk).pathway_id
    on = {"happened_on_day": "21", "happened_on_month": "11", "happened_on_year": "2026"}
    met = {"kind": "missing_meeting", "words": "A plan for the weekend.", "whom": "Police, school, home", **on}
    client.post(f"/children/{child.la_child_id}/pathways/{path}/done/", met)
    assert owed(gone, "missing-meeting").met_on == date(2026, 11, 21)


def test_an_episode_of_the_case_system_is_ended_there_and_its_interview_is_recorded_here(
    client: Client, worker: User, child: Child
) -> None:
    with change_set(by="a test", kind="edit", words="loaded"):
        theirs = MissingEpisode.objects.create(
            child=child, started_on=date(2026, 11, 18), missing_kind="M", origin_id=_a_source()
        )
    assert "Say there that" in client.get(page(theirs)).content.decode()
    assert "kept in the case system" in client.post(page(theirs, "back/"), BACK).content.decode()
    with change_set(by="a test", kind="edit", words="loaded again"):
        MissingEpisode.objects.filter(pk=theirs.pk).update(ended_on=date(2026, 11, 19), interview_offered="N")
        renew([child.pk])
    offer = {"outcome": "offered", "offered_on_day": "20", "offered_on_month": "11", "offered_on_year": "2026"}
    client.post(page(theirs, "interview/"), offer)
    assert ReturnInterview.objects.get(missing=theirs).origin_id is None
    theirs.refresh_from_db()
    assert theirs.interview_offered == "N"


def test_a_place_that_two_children_name_is_told_in_their_words_and_scores_nobody(
    client: Client, gone: MissingEpisode, worker: User
) -> None:
    client.post(page(gone, "back/"), BACK)
    with change_set(by="a test", kind="edit", words="another interview"):
        for where in ("Mill Retail Park, the canal", "mill retail park"):
            talk = ReturnInterview.objects.create(child=gone.child, happened_on=date(2026, 11, 10), accepted=True)
            InterviewNote.objects.create(child=gone.child, interview=talk, where_words=where)
    shown = client.get("/missing/").content.decode()
    assert "Mill Retail Park</strong>: 2 times, by 1 child" in shown
    assert "canal" not in shown


def _a_source() -> Any:
    return MissingEpisode.every.filter(origin__isnull=False).values_list("origin_id", flat=True)[0]
