"""The private calendar feed: names nobody, needs no sign-in, and stops with its renewal, its end or the account."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client

from onechild.service.access.actions.bars import bar
from onechild.service.access.actions.restrict import restrict
from onechild.service.access.models import User
from onechild.service.journeys.diary.actions import end_feed, make_feed
from onechild.service.journeys.diary.ics import LONGEST_LINE, calendar
from onechild.service.journeys.diary.models import CalendarFeed
from onechild.service.journeys.diary.queries import Entry, Feed, feed_of
from onechild.service.record.models import Obligation
from onechild.service.record.queries.caseload import held_by
from onechild.service.record.queries.names import heads
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still, holder
from tests.service.desk.planning import plan
from tests.service.desk.test_my_day import owe
from tests.service.people import child_of, make_user, sign_in

__all__ = ["a_day_that_stands_still", "holder"]
pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
ON = TODAY + timedelta(days=3)
LINK = "https://onechild.hatterton.example/"


@pytest.fixture
def user(holder: str) -> User:
    """A worker with one visit due and one planned, of whose children nothing else is owed."""
    Obligation.objects.filter(child_id__in=[one.child_id for one in held_by(holder, today=TODAY)]).delete()
    owe(child_of(holder).pk, "child-protection-visit", ON)
    plan(holder, child_of(holder), on=ON, at=time(14))
    return make_user("social_worker", worker_id=holder)


def read(client: Client, secret: str) -> str:
    """What a calendar program is given, its folded lines put together."""
    return client.get(f"/calendar/{secret}.ics").content.decode().replace("\r\n ", "")


def test_a_feed_says_how_many_visits_are_due_and_when_one_is_planned(client: Client, user: User) -> None:
    text = read(client, make_feed(user=user, now=NOW))
    assert "SUMMARY:1 visit due\r\n" in text
    assert "DTSTART;VALUE=DATE:20261124\r\n" in text
    assert "SUMMARY:Visit\r\n" in text
    assert "DTSTART:20261124T140000Z\r\nDTEND:20261124T150000Z\r\n" in text


def test_a_feed_names_nobody(client: Client, user: User, holder: str) -> None:
    text = read(client, make_feed(user=user, now=NOW))
    child = child_of(holder)
    head = heads([child.pk], today=TODAY)[child.pk]
    given_away = (head.forename, head.surname, child.la_child_id, child.pk, "protection", "need", holder, user.name)
    assert [words for words in given_away if words in text] == []


def test_its_secret_is_kept_nowhere(user: User) -> None:
    secret = make_feed(user=user, now=NOW)
    row = CalendarFeed.objects.get(user=user)
    assert secret not in str(row.__dict__)
    assert len(secret) >= 43


def test_a_wrong_secret_is_no_page(client: Client, user: User) -> None:
    make_feed(user=user, now=NOW)
    assert client.get("/calendar/nothing-like-it.ics").status_code == 404


def test_a_new_address_stops_the_old(client: Client, user: User) -> None:
    old, new = make_feed(user=user, now=NOW), make_feed(user=user, now=NOW)
    assert client.get(f"/calendar/{old}.ics").status_code == 404
    assert client.get(f"/calendar/{new}.ics").status_code == 200


def test_switched_off_it_is_gone(client: Client, user: User) -> None:
    secret = make_feed(user=user, now=NOW)
    end_feed(user=user, now=NOW)
    assert client.get(f"/calendar/{secret}.ics").status_code == 404


def test_it_dies_with_the_account(client: Client, user: User) -> None:
    secret = make_feed(user=user, now=NOW)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.get(f"/calendar/{secret}.ics").status_code == 404


def test_without_a_role_in_force_it_is_empty(client: Client, user: User) -> None:
    secret = make_feed(user=user, now=NOW)
    user.roles_held.update(ended_on=date(2026, 1, 1))
    assert "BEGIN:VEVENT" not in read(client, secret)


def test_a_child_from_whom_the_owner_is_barred_is_not_counted(client: Client, user: User, holder: str) -> None:
    child, manager = child_of(holder), make_user("director")
    bar(child_id=child.pk, public_id=child.la_child_id, user=user, reason="A relative", by=manager, at=NOW)
    assert "BEGIN:VEVENT" not in read(client, make_feed(user=user, now=NOW))


def test_a_child_restricted_to_others_is_not_counted(client: Client, user: User, holder: str) -> None:
    manager = make_user("director")
    restrict(child_id=child_of(holder).pk, restriction="ordinary", people=[manager], reason="T", by=manager, at=NOW)
    assert "BEGIN:VEVENT" not in read(client, make_feed(user=user, now=NOW))


def test_an_entry_keeps_its_mark_from_one_reading_to_the_next(client: Client, user: User) -> None:
    secret = make_feed(user=user, now=NOW)
    marks = [[line for line in read(client, secret).split("\r\n") if line.startswith("UID:")] for _ in range(2)]
    assert marks[0] == marks[1]
    assert len(set(marks[0])) == len(marks[0]) == 2


def test_the_address_is_shown_once(client: Client, user: User) -> None:
    sign_in(client, user=user)
    client.post("/my-day/calendar/feed/new/")
    first, second = (client.get("/my-day/calendar/feed/") for _ in range(2))
    assert ".ics" in first.content.decode()
    assert ".ics" not in second.content.decode()
    address = first.context["address"].removeprefix("http://testserver")
    client.logout()
    assert client.get(address)["Content-Type"] == "text/calendar; charset=utf-8"


def test_it_is_asked_for_too_often_and_has_to_wait(client: Client, user: User, settings: object) -> None:
    settings.RATE_FACTOR = 0.02  # type: ignore[attr-defined]
    secret = make_feed(user=user, now=NOW)
    statuses = {client.get(f"/calendar/{secret}.ics").status_code for _ in range(3)}
    assert 429 in statuses


def test_somebody_signed_out_can_make_none(client: Client) -> None:
    assert client.post("/my-day/calendar/feed/new/").status_code == 302
    assert not CalendarFeed.objects.exists()


def test_nothing_is_there_for_no_feed(db: None) -> None:
    assert feed_of("nothing", today=TODAY) is None


def entry(**changes: object) -> Entry:
    """A visit at 2pm."""
    facts = {"on": ON, "starts_at": time(14), "minutes": None, "kind": "visit", "many": 1, "mark": "oc:1"}
    return Entry(**(facts | changes))  # type: ignore[arg-type]


def test_lines_are_folded_at_75_octets_and_end_as_they_must() -> None:
    text = calendar(Feed(feed_id=1, entries=(entry(),)), link=LINK + "å" * 90, now=NOW)
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= LONGEST_LINE
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert "å" * 90 in text.replace("\r\n ", "")


@pytest.mark.parametrize(
    ("on", "told"), [(date(2026, 7, 1), "20260701T130000Z"), (date(2026, 12, 1), "20261201T140000Z")]
)
def test_london_time_is_told_in_utc_in_summer_and_in_winter(on: date, told: str) -> None:
    assert f"DTSTART:{told}\r\n" in calendar(Feed(feed_id=1, entries=(entry(on=on),)), link=LINK, now=NOW)


def test_an_hour_that_the_clocks_skip_is_still_a_time() -> None:
    text = calendar(Feed(feed_id=1, entries=(entry(on=date(2027, 3, 28), starts_at=time(1, 30)),)), link=LINK, now=NOW)
    assert "DTSTART:20270328T013000Z\r\n" in text


def test_two_duties_are_said_in_the_plural() -> None:
    text = calendar(Feed(feed_id=1, entries=(entry(kind="duties due", many=2, starts_at=None),)), link=LINK, now=NOW)
    assert "SUMMARY:2 other duties due\r\n" in text
    assert "TRANSP:TRANSPARENT\r\n" in text
