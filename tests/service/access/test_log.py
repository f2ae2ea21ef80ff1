"""Every view of a child is in a log that takes no change, and whose seals show any that was made all the same."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test import Client
from django.utils import timezone

from onechild.service.access.actions import glass, seals
from onechild.service.access.entering import as_viewer
from onechild.service.access.models import Event, Seal
from onechild.service.access.queries.looked import who_looked
from onechild.service.record.models import Child
from tests.service.people import a_worker_with_children, child_of, child_of_other_team, make_user, sign_in, team_of

pytestmark = pytest.mark.django_db
OFF, ON = "DISABLE", "ENABLE ALWAYS"


def triggers(turn: str) -> None:
    """What only a superuser can do: turn the log's triggers off and on."""
    with connection.cursor() as cursor:
        for table in ("access_events", "access_log_seals"):
            for trigger in ("refuse_change", "stamp_event") if table == "access_events" else ("refuse_change",):
                cursor.execute(f"ALTER TABLE {table} {turn} TRIGGER {trigger}")


def written(*minutes_ago: int) -> list[Event]:
    """Events of some minutes ago, put in as only a superuser could."""
    now = timezone.now().replace(second=20, microsecond=0)
    triggers(OFF)
    made = [
        Event.objects.create(
            at=now - timedelta(minutes=ago), user=make_user("auditor"), kind="page", what="overview", method="GET",
            status=200, children=[f"C{ago}"], reason="auditor",
        )
        for ago in minutes_ago
    ]  # fmt: skip
    triggers(ON)
    return made


def minute_of(event: Event) -> datetime:
    """The minute in which an event is sealed."""
    return event.at.replace(second=0, microsecond=0)


def tampered(change: str, *values: object) -> None:
    """Change the log past its triggers."""
    triggers(OFF)
    with connection.cursor() as cursor:
        cursor.execute(change, values)
    triggers(ON)


def test_a_page_is_one_event_with_its_children_its_reader_and_their_role(client: Client) -> None:
    worker = a_worker_with_children()
    manager = sign_in(client, "team_manager", team_id=team_of(worker))
    child = child_of(worker)
    client.get(f"/children/{child.la_child_id}/looked/")
    event = Event.objects.get()
    assert (event.user_id, event.children, event.status, event.method) == (manager.pk, [child.pk], 200, "GET")
    assert (event.page, event.reason, event.what) == ("child-looked", "team_manager", "who looked")
    assert len(event.session) == 16


def test_a_refused_record_is_in_the_log(client: Client) -> None:
    worker = a_worker_with_children()
    sign_in(client, "team_manager", team_id=team_of(worker))
    other = child_of_other_team(worker)
    assert client.get(f"/children/{other.la_child_id}/looked/").status_code == 403
    assert (Event.objects.get().kind, Event.objects.get().children) == ("refused", [other.pk])


def test_what_was_opened_in_an_emergency_says_so_in_the_log(client: Client) -> None:
    worker = a_worker_with_children()
    other, manager = child_of_other_team(worker), sign_in(client, "team_manager", team_id=team_of(worker))
    now = timezone.now()
    with as_viewer(manager, now=now):
        glass.ask(
            child_id=other.pk, public_id=other.la_child_id, reason="court", words="x", hours=2, by=manager, at=now
        )
    client.get(f"/children/{other.la_child_id}/looked/")
    assert Event.objects.latest("event_id").reason == "glass, team_manager"


def test_who_looked_is_listed_between_two_days_and_taken_out_as_a_file(client: Client) -> None:
    worker = a_worker_with_children()
    child = child_of(worker)
    reader = sign_in(client, "director")
    client.get(f"/children/{child.la_child_id}/looked/")
    page = client.get(f"/children/{child.la_child_id}/looked/").content.decode()
    assert reader.name in page
    long_ago = client.get(f"/children/{child.la_child_id}/looked/?until=2020-01-01").content.decode()
    assert "Nobody looked at this record between these days." in long_ago
    file = client.get(f"/children/{child.la_child_id}/looked/?as=csv")
    assert file.headers["Content-Type"].startswith("text/csv")
    assert file.content.decode().count(reader.name) == 3


def test_whoever_may_not_see_the_log_is_refused(client: Client) -> None:
    worker = a_worker_with_children()
    sign_in(client, "social_worker", worker_id=worker)
    assert client.get(f"/children/{child_of(worker).la_child_id}/looked/").status_code == 403


def test_each_sees_their_own_views_and_not_anothers() -> None:
    mine, other = make_user("social_worker"), make_user("social_worker")
    for user in (mine, other):
        with as_viewer(user, now=timezone.now()), connection.cursor() as cursor:
            cursor.callproc("access_note", ["", "page", "x", "", "GET", 200, [], ""])
    with as_viewer(mine, now=timezone.now()):
        assert [event.user_id for event in Event.objects.all()] == [mine.pk]


def test_who_may_see_the_log_is_not_shown_it_of_a_child_whom_they_may_not_see() -> None:
    worker = a_worker_with_children()
    other = child_of_other_team(worker)
    auditor, manager = make_user("auditor"), make_user("team_manager", team_id=team_of(worker))
    with as_viewer(auditor, now=timezone.now()), connection.cursor() as cursor:
        cursor.callproc("access_note", ["", "page", "x", "", "GET", 200, [other.pk], ""])
    with as_viewer(manager, now=timezone.now()):
        assert who_looked(other.pk, since=None, until=None) == []
    with as_viewer(make_user("director"), now=timezone.now()):
        assert [event.user for event in who_looked(other.pk, since=None, until=None)] == [auditor]


def test_the_web_can_neither_write_the_log_by_hand_nor_change_it() -> None:
    user = make_user("director")
    with pytest.raises(ProgrammingError, match="permission denied"), as_viewer(user, now=timezone.now()):
        Event.objects.bulk_create([Event(kind="page", what="x", method="GET", status=200, user=user)])
    with pytest.raises(ProgrammingError, match="permission denied"), as_viewer(user, now=timezone.now()):
        Event.objects.update(what="nothing")


def test_the_owner_can_not_change_the_log_either() -> None:
    written(3)
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Event.objects.update(what="nothing")
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Event.objects.all().delete()
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE access_events")


def test_the_moment_of_an_event_is_the_databases_own() -> None:
    event = Event.objects.create(at="2020-01-01T00:00:00Z", kind="page", what="x", method="GET", status=200)
    event.refresh_from_db()
    assert timezone.now() - event.at < timedelta(minutes=1)


def test_whole_minutes_are_sealed_in_a_chain_and_the_present_one_is_not() -> None:
    written(5, 5, 3, 0)
    assert seals.seal() == 2
    assert seals.seal() == 0
    first, second = Seal.objects.order_by("minute")
    assert (first.events, second.events, second.previous) == (2, 1, first.hash)
    verdict = seals.verify()
    assert (verdict.sound, verdict.minutes, verdict.events, verdict.waiting) == (True, 2, 3, 1)
    assert verdict.head == second.hash == seals.head()[1]


def test_a_changed_event_breaks_its_minute_and_is_named() -> None:
    _, changed, _ = written(7, 5, 3)
    seals.seal()
    tampered("UPDATE access_events SET children = '{C999}' WHERE event_id = %s", changed.event_id)
    assert (seals.verify().broken, seals.verify().minutes) == (minute_of(changed), 1)


def test_an_event_taken_out_breaks_its_minute() -> None:
    first, _ = written(5, 3)
    seals.seal()
    tampered("DELETE FROM access_events WHERE event_id = %s", first.event_id)
    assert seals.verify().broken == minute_of(first)


def test_an_event_put_into_a_quiet_minute_is_found() -> None:
    written(9, 3)
    seals.seal()
    (late,) = written(6)
    assert seals.verify().broken == minute_of(late)


def test_an_event_hidden_by_a_new_seal_of_its_minute_breaks_the_next() -> None:
    first, second = written(5, 3)
    seals.seal()
    tampered("DELETE FROM access_events WHERE event_id = %s", first.event_id)
    tampered("DELETE FROM access_log_seals WHERE minute = %s", minute_of(first))
    assert seals.verify().broken == minute_of(second)


def test_a_chain_made_anew_does_not_hold_the_hash_that_was_kept() -> None:
    first, _ = written(5, 3)
    seals.seal()
    kept = seals.head()[1]
    tampered("DELETE FROM access_events WHERE event_id = %s", first.event_id)
    tampered("DELETE FROM access_log_seals")
    seals.seal()
    assert seals.verify().sound
    assert not seals.verify(kept=kept).sound


def test_a_page_that_fails_keeps_nothing_of_what_it_wrote(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    user = sign_in(client, "director")
    child = child_of(a_worker_with_children())

    def fails(*_: object, **__: object) -> None:
        user.name = "changed"
        user.save()
        raise RuntimeError("the page breaks")

    monkeypatch.setattr("onechild.service.access.views.looked.who_looked", fails)
    client.raise_request_exception = False
    assert client.get(f"/children/{child.la_child_id}/looked/").status_code == 500
    user.refresh_from_db()
    assert user.name != "changed"
    assert not Event.objects.exists()


def test_after_a_request_the_connection_is_nobodys_again(client: Client) -> None:
    sign_in(client, "director")
    client.get("/my-powers/")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_setting('onechild.viewer', true)")
        assert cursor.fetchone() == ("onechild", "")


def test_whoever_is_not_signed_in_is_sent_to_sign_in(client: Client) -> None:
    answer = client.get("/my-powers/?page=2")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/sign-in/?next=%2Fmy-powers%2F%3Fpage%3D2"


def test_entering_tells_who_the_viewer_is() -> None:
    with as_viewer(make_user("team_manager", team_id="TFSN"), now=timezone.now()) as viewer:
        assert viewer.may("allocate")
        assert not viewer.may("manage_accounts")
        assert viewer.team_ids == ("TFSN",)


def test_nothing_that_is_streamed_shows_children(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.http import StreamingHttpResponse

    sign_in(client, "director")
    child = child_of(a_worker_with_children())
    streamed = StreamingHttpResponse(iter([b"x"]))
    monkeypatch.setattr("onechild.service.access.views.looked.render", lambda *_, **__: streamed)
    with pytest.raises(RuntimeError, match="not streamed"):
        client.get(f"/children/{child.la_child_id}/looked/")
    assert Child.objects.exists()
