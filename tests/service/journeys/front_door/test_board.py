"""The board: what is needed first stands first, red runs on the clock, and nothing hidden shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from onechild.service.access.actions.bars import bar
from onechild.service.access.actions.restrict import restrict
from onechild.service.journeys.front_door.demonstration import fill_board
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Child, Contact, FrontDoorDecision, Intake, OutOfHoursHolder, Referral
from tests.service.journeys.front_door.at_the_door import FRIDAY, a_colleague, a_contact, siblings
from tests.service.people import make_user, sign_in

pytestmark = pytest.mark.django_db
At = Callable[[datetime], None]
BOARD = reverse("front-door")


@pytest.fixture(autouse=True)
def at(monkeypatch: pytest.MonkeyPatch) -> At:
    """Sets the moment; it starts ten minutes after the contact, on a Friday at five."""

    def stand(moment: datetime) -> None:
        monkeypatch.setattr("onechild.service.config.moment.now", lambda: moment)

    stand(FRIDAY + timedelta(minutes=10))
    return stand


def shown(client: Client, asked: str = "") -> str:
    answer = client.get(BOARD + asked)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split('id="main"')[1].split())


def test_on_saturday_red_is_over_on_the_clock_and_amber_still_has_its_hours(client: Client, at: At) -> None:
    decider = a_colleague("emergency_duty")
    sign_in(client, user=decider)
    with change_set(by="a test", kind="edit", words="on duty"):
        OutOfHoursHolder.objects.create(
            worker_id=str(decider.worker_id),
            name="Rosa Quill",
            phone="01632 960999",
            starts_at=FRIDAY,
            ends_at=FRIDAY + timedelta(days=3),
        )
    a_contact(siblings("Ada", "Bea", "Cy"), priority="red")
    a_contact(siblings("Dot"), priority="amber")
    a_contact(siblings("Eve"))
    at(datetime(2026, 11, 21, 9, 0, tzinfo=UTC))
    page = shown(client)
    assert "Three contacts are waiting. <strong>One is over its time</strong>." in page
    assert "<strong>12 hr 10 min over</strong><span>was due 8.50pm yesterday</span>" in page
    assert "<strong>8 hr 20 min left</strong><span>by 9.20am Tuesday 24 Nov</span>" in page
    assert "<strong>8 hr left</strong><span>by 5pm Monday 23 Nov</span>" in page
    assert "Ada, Bea and Cy Quillfeather" in page
    assert "<strong>Rosa Quill</strong> holds it until Monday 23 November, 4.50pm: ring 01632 960999" in page


def test_what_a_child_needs_before_a_moment_stands_before_any_colour(client: Client) -> None:
    sign_in(client, user=a_colleague("front_door"))
    a_contact(siblings("Ada"), priority="red")
    a_contact(
        siblings("Bea"),
        priority="green",
        needed_before=FRIDAY + timedelta(hours=5),
        needed_before_words="she will not go home",
    )
    page = shown(client)
    assert page.index("Bea Quillfeather") < page.index("Ada Quillfeather")
    assert "<strong>4 hr 50 min left</strong><span>needed by 9.50pm</span>" in page
    assert "Needed before: she will not go home" in page


def test_a_priority_raised_later_counts_from_the_raising_and_never_makes_it_due_later(client: Client, at: At) -> None:
    sign_in(client, user=a_colleague("front_door"))
    intake = a_contact(siblings("Ada"), priority="green")
    at(datetime(2026, 11, 23, 15, 0, tzinfo=UTC))
    with change_set(by="a test", kind="edit", words="raised"):
        Intake.objects.filter(pk=intake.pk).update(
            priority="red", priority_at=datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
        )
    assert "<strong>2 hr left</strong><span>by 5pm</span>" in shown(client)


def test_a_contact_that_nobody_has_says_who_is_free_and_can_be_taken_from_the_board(client: Client) -> None:
    mine = a_colleague("triage_officer", name="Aaron Free")
    sign_in(client, user=a_colleague("triage_officer", name="Zara Free"))
    intake = a_contact(siblings("Ada"), stage="contact", priority="amber", holder_id=None)
    a_contact(siblings("Bea"), stage="contact", priority="amber", holder_id=mine.worker_id)
    page = shown(client)
    assert "Nobody has this." in page
    assert "With Aaron Free" in page
    client.post(reverse("contact-take", args=[intake.pk]))
    assert "<strong>With you</strong>" in shown(client)
    assert "Ada Quillfeather" not in shown(client, "?held=nobody")
    assert "Bea Quillfeather" not in shown(client, "?held=me")


def test_only_those_who_may_decide_are_offered_a_decision(client: Client) -> None:
    a_colleague("triage_officer", name="Aaron Triage")
    other = a_colleague("front_door", name="Zara Decides")
    sign_in(client, user=a_colleague("front_door"))
    intake = a_contact(siblings("Ada"), stage="initial")
    assert "Zara Decides is free." in shown(client)
    offered = client.get(reverse("contact-hand", args=[intake.pk])).content.decode()
    assert f'value="{other.worker_id}"' in offered
    assert "Aaron Triage" not in offered


def test_the_board_of_a_demonstration_has_contacts_at_every_stage(client: Client, at: At) -> None:
    decider = a_colleague("front_door")
    a_colleague("triage_officer")
    fill_board(today=FRIDAY.date(), now=FRIDAY)
    stages = Counter(Intake.objects.values_list("stage", flat=True))
    assert stages == {"contact": 3, "initial": 2, "screening": 2, "final": 2}
    sign_in(client, user=decider)
    assert "Nine contacts are waiting." in shown(client)
    at(datetime(2026, 11, 21, 12, 0, tzinfo=UTC))
    assert "holds it until Monday 23 November, 9am: ring 01632 960555" in shown(client)


def test_a_child_sent_away_before_is_said_to_have_come_back(client: Client) -> None:
    sign_in(client, user=a_colleague("front_door"))
    [child] = siblings("Ada")
    with change_set(by="a test", kind="edit", words="a redirect"):
        contact = Contact.objects.create(child=child, happened_on=date(2026, 6, 8), source_kind="2A")
        FrontDoorDecision.objects.create(
            child=child, contact=contact, happened_on=date(2026, 6, 8), stage="final", outcome="early_help"
        )
        Referral.objects.create(child=child, started_on=date(2026, 7, 1), ended_on=date(2026, 8, 1))
    before = shown(client)
    a_contact([child], stage="final", suggested="early_help")
    page = shown(client)
    assert "Sent to early help in June and came back." in page
    assert "Screener suggests: early help." in page
    assert "came back as a referral within 3 months" in before


def test_a_hidden_contact_is_a_restricted_card_and_to_a_barred_person_not_there(client: Client) -> None:
    [restricted, barred] = siblings("Zebedee", "Quentin")
    a_contact([None], stage="contact", priority="red", sensitive="forced_marriage", words="Zigzag to be married")
    a_contact([restricted], stage="final", priority="amber", words="Zigzag of a restricted child")
    a_contact([barred], stage="final", priority="amber", words="Zigzag of a relative")
    director, user = make_user("director"), a_colleague("triage_officer")
    restrict(child_id=restricted.pk, restriction="ordinary", people=[director], reason="A test", by=director, at=FRIDAY)
    bar(child_id=barred.pk, public_id=barred.la_child_id, user=user, reason="A relative", by=director, at=FRIDAY)
    sign_in(client, user=user)
    page = shown(client)
    assert "Two contacts are waiting." in page
    assert page.count("Restricted contact") == 2
    assert "Zigzag" not in page
    assert "Zebedee" not in page
    assert "Quentin" not in page
    assert [card for card in ("<strong>3 hr 50 min left</strong>", "8 hr 30 min left") if card in page]
    [hidden] = Intake.objects.filter(sensitive="forced_marriage")
    assert client.get(reverse("front-door-decide", args=[hidden.pk])).status_code == 404
    assert client.post(reverse("contact-strategy", args=[hidden.pk]), {"why": "x"}).status_code == 404


def test_the_board_is_for_the_front_door(client: Client) -> None:
    sign_in(client, "social_worker")
    assert client.get(BOARD).status_code == 403
    assert client.get(reverse("contacts-to-tell")).status_code == 403


def test_an_empty_board_says_so(client: Client) -> None:
    sign_in(client, user=a_colleague("front_door"))
    assert "No contacts waiting." in shown(client)


def test_a_hundred_contacts_cost_no_more_queries_than_one(client: Client) -> None:
    sign_in(client, user=a_colleague("front_door"))
    children = list(Child.objects.filter(restricted=None).order_by("pk")[:60])
    a_contact(children[:1], priority="red")
    shown(client)
    with CaptureQueriesContext(
        connection,
    ) as few:
        shown(client)
    with change_set(by="a test", kind="edit", words="many"):
        Intake.objects.bulk_create(
            Intake(acknowledgement=f"HF-MANY-{n}", received_at=FRIDAY, channel="import", stage="screening", words="x")
            for n in range(100)
        )
    with CaptureQueriesContext(connection) as many:
        page = shown(client)
    assert len(many) <= len(few)
    assert len(few) < 45
    assert "92 more in screening" in page
