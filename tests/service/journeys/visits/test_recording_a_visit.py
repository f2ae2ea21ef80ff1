"""The form of a visit: nothing is chosen for anybody, nothing is saved twice, and it says what was met."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.record.actions import diary
from onechild.service.record.models import (
    Child,
    ChildProtectionPlan,
    DiaryEntry,
    Relationship,
    Visit,
    VisitNote,
    Worker,
)
from tests.service.people import sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
DAY = {"happened_on_day": "21", "happened_on_month": "11", "happened_on_year": "2026"}
VISIT = {**DAY, "purpose": "child_protection", "place": "home", "aim": "See how the week went"}


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def practitioner(client: Client) -> User:
    """Somebody who may see every child that is not restricted, and record visits."""
    return sign_in(client, "front_door", worker_id=Worker.objects.order_by("pk")[0].pk)


@pytest.fixture
def child() -> Child:
    """A child on a plan."""
    plans = ChildProtectionPlan.objects.filter(ended_on=None, child__restricted=None)
    return plans.select_related("child").order_by("child_id")[0].child


def address(child: Child) -> str:
    """The page that records a visit to a child."""
    return f"/children/{child.la_child_id}/visits/new/"


def siblings_not_there(client: Client, child: Child) -> dict[str, str]:
    """The answer that the visit was not to the brothers and sisters, for each that the form asks of."""
    asked = client.get(address(child)).content.decode()
    return {f"seen_{number}": "not_there" for number in range(1, 9) if f'name="seen_{number}"' in asked}


def send(client: Client, child: Child, **answers: str) -> Any:
    """Send the form, of which the brothers and sisters were no part."""
    return client.post(address(child), {**VISIT, **siblings_not_there(client, child), **answers})


def test_nothing_is_chosen_on_the_empty_form(client: Client, practitioner: User, child: Child) -> None:
    assert "checked" not in client.get(address(child)).content.decode().split("<main")[1]


def test_an_empty_form_saves_nothing_and_names_what_is_missing(
    client: Client, practitioner: User, child: Child
) -> None:
    shown = client.post(address(child), {}).content.decode()
    assert "Say when the visit was" in shown
    assert "Say what the visit was for" in shown
    assert not Visit.objects.filter(child=child, origin=None).exists()


def test_a_visit_is_recorded_by_the_worker_and_says_what_it_met(
    client: Client, practitioner: User, child: Child
) -> None:
    answer = send(client, child, seen_0="alone", bedroom_0="yes", said_0="I like my bed.")
    visit = Visit.objects.get(child=child, origin=None)
    assert (visit.seen, visit.seen_alone, visit.bedroom_seen) == (True, True, True)
    assert visit.worker_id == practitioner.worker_id
    shown = client.get(answer["Location"]).content.decode()
    assert "this met the visit due" in shown
    assert "The next is due" in shown
    overview = client.get(f"/children/{child.la_child_id}/").content.decode()
    assert "I like my bed." in overview
    assert "alone, at home, bedroom seen" in overview


def test_a_child_who_was_not_seen_needs_a_reason(client: Client, practitioner: User, child: Child) -> None:
    assert "was not seen" in send(client, child, seen_0="not_seen").content.decode()
    answer = send(client, child, seen_0="not_seen", why_0="refused")
    assert "this meets no duty" in client.get(answer["Location"]).content.decode()


def test_a_visit_to_come_is_refused(client: Client, practitioner: User, child: Child) -> None:
    answer = send(client, child, seen_0="seen", happened_on_day="22")
    assert "can’t be in the future" in answer.content.decode()


def test_a_form_sent_twice_is_saved_once_and_asks(client: Client, practitioner: User, child: Child) -> None:
    send(client, child, seen_0="seen")
    again = send(client, child, seen_0="seen")
    assert "Say whether this was another visit" in again.content.decode()
    assert Visit.objects.filter(child=child, origin=None).count() == 1
    send(client, child, seen_0="seen", again="yes")
    assert Visit.objects.filter(child=child, origin=None).count() == 2


def test_brothers_and_sisters_are_recorded_together(client: Client, practitioner: User) -> None:
    young = {"child__born_on__gt": date(2010, 1, 1), "related_child__born_on__gt": date(2010, 1, 1)}
    rows = Relationship.objects.filter(relation="sibling", ended_on=None, child__restricted=None, **young)
    row = rows.filter(related_child__restricted=None).order_by("pk")[0]
    asked = dict.fromkeys(siblings_not_there(client, row.child), "seen")
    client.post(address(row.child), {**VISIT, "seen_0": "alone", **asked})
    made = Visit.objects.filter(origin=None)
    assert made.count() == len(asked) + 1 >= 2
    assert made.values("change_set_id").distinct().count() == 1


def test_one_who_may_not_record_visits_is_refused(client: Client, child: Child) -> None:
    sign_in(client, "inspector")
    assert client.get(address(child)).status_code == 403
    assert client.post(address(child), VISIT).status_code == 403


def test_a_draft_is_kept_and_found_again(client: Client, practitioner: User, child: Child) -> None:
    client.post("/drafts/visit-new/", {"draft_page": address(child), "words": "She was at the door."})
    assert "She was at the door." in client.get(address(child)).content.decode()
    send(client, child, seen_0="seen")
    assert "She was at the door." not in client.get(address(child)).content.decode()


def test_a_visit_made_late_by_video_says_so_and_puts_the_next_in_the_diary(
    client: Client, practitioner: User, child: Child
) -> None:
    worker = practitioner.worker_id or ""
    [entry] = diary.plan(
        children=[child], worker_id=worker, kind="visit", purpose="child_protection", on=date(2026, 11, 18),
        by=practitioner, today=date(2026, 11, 10),
    )  # fmt: skip
    shown = client.get(address(child)).content.decode()
    assert "Owed: " in shown
    assert "Yes, the one planned for Wednesday 18 Nov" in shown
    afar = {"day": "2026-11-20", "happened_on_day": "", "planned": entry.round_id, "place": "video", "seen_0": "seen"}
    assert "Say why it was not face to face" in send(client, child, **afar).content.decode()
    answer = send(client, child, **afar, video_reason="Chickenpox", next_day="2026-12-05", direct_work="Three houses")
    visit = Visit.objects.get(child=child, origin=None)
    assert (visit.happened_on, visit.planned_on) == (date(2026, 11, 20), date(2026, 11, 18))
    assert (visit.method, visit.video_reason) == ("video", "Chickenpox")
    note = VisitNote.objects.get(visit=visit)
    assert (note.aim, note.direct_work, note.place) == ("See how the week went", "Three houses", "")
    assert DiaryEntry.objects.get(pk=entry.pk).visit_id == visit.pk
    assert DiaryEntry.objects.get(child=child, planned_on=date(2026, 12, 5)).purpose == "child_protection"
    said = client.get(answer["Location"]).content.decode()
    assert "It was planned for Wednesday 18 November" in said
    assert "The next visit is in your diary" in said
    assert "For: See how the week went" in client.get(f"/children/{child.la_child_id}/timeline/").content.decode()
