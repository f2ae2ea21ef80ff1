"""The council's own standards: read by anybody, set by those who may, from a day; the past keeps its answers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import ChangeSet, Setting
from onechild.service.record.queries.standards import held
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still
from tests.service.people import sign_in

__all__ = ["a_day_that_stands_still"]
pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
VISITS = "child_protection_visit_days"
PAGE = f"/standards/{VISITS}/"
NEXT_MONTH = date(2026, 12, 21)


def value_on(setting: str, *, day: date) -> float | None:
    """The number of a standard on a day; the default where none is set."""
    [found] = held(today=day, setting=setting)
    return found.now.row.value if found.now else found.standard.default


@pytest.fixture(autouse=True)
def none_set() -> None:
    """Whatever the invented council set for itself, it starts from nothing here."""
    with change_set(by="a test", kind="setting", words="none set"):
        Setting.objects.filter(setting__in=[VISITS, "personal_adviser_age", "front_door_opens_hour"]).update(
            gone_at=NOW
        )


def typed(value: object, on: date, reason: str = "Agreed by the board", **more: str) -> dict[str, Any]:
    """What a form sends."""
    return {"value": str(value), "from_on": on.isoformat(), "reason": reason, **more}


def rows() -> list[tuple[float, date, date | None]]:
    """What is set: number, from, to."""
    found = Setting.objects.filter(setting=VISITS).order_by("started_on", "setting_id")
    return list(found.values_list("value", "started_on", "ended_on"))


def test_anybody_signed_in_reads_the_standards_and_a_social_worker_sets_none(client: Client) -> None:
    sign_in(client, "social_worker")
    assert "Days between child protection visits" in client.get("/standards/").content.decode()
    assert b"Set this standard" not in client.get(PAGE).content
    assert client.post(PAGE, typed(21, TODAY)).status_code == 403
    assert rows() == []


def test_every_standard_that_a_clock_names_stands_on_the_list(client: Client) -> None:
    sign_in(client, "scrutiny")
    page = client.get("/standards/").content.decode()
    named = [one.standard for one in held(today=TODAY) if one.standard.clocks and not one.standard.amber]
    assert len(named) >= 5
    assert [one.setting for one in named if f"/standards/{one.setting}/" not in page] == []


def test_a_standard_set_from_today_is_in_force_and_asks_for_the_duties_to_be_worked_out(client: Client) -> None:
    user = sign_in(client, "director")
    answer = client.post(PAGE, typed(21, TODAY), follow=True).content.decode()
    assert "In force now: 21 days." in answer
    assert "being worked out again" in answer
    assert clocks.rebuild_needed()
    [change] = ChangeSet.objects.filter(kind="setting", user_id=user.pk)
    assert change.words == "Days between child protection visits: 21 days. Agreed by the board"


def test_once_worked_out_duties_from_that_day_run_by_it_and_those_before_do_not(client: Client) -> None:
    sign_in(client, "director")
    client.post(PAGE, typed(21, TODAY))
    clocks.rebuild()
    assert not clocks.rebuild_needed()
    assert b"being worked out" not in client.get(PAGE).content


def test_a_day_in_the_past_is_refused_until_it_is_said_that_answers_may_change(client: Client) -> None:
    sign_in(client, "director")
    before = TODAY - timedelta(days=30)
    refused = client.post(PAGE, typed(21, before))
    assert "The past keeps its answers" in refused.content.decode()
    assert rows() == []
    client.post(PAGE, typed(21, before, past_too="on"))
    assert rows() == [(21.0, before, None)]


def test_a_standard_looser_than_the_law_is_refused_in_a_sentence_and_a_stricter_one_taken(client: Client) -> None:
    sign_in(client, "director")
    page = "/standards/personal_adviser_age/"
    answer = client.post(page, typed(17, TODAY)).content.decode()
    assert "The law gives age 16 at most" in answer
    assert client.post(page, typed(15, TODAY)).status_code == 302
    assert value_on("personal_adviser_age", day=TODAY) == 15


def test_without_a_reason_nothing_is_set(client: Client) -> None:
    sign_in(client, "director")
    assert "Say why" in client.post(PAGE, typed(21, TODAY, reason=" ")).content.decode()
    assert rows() == []


def test_a_later_standard_ends_the_one_before_and_leaves_the_past_as_it_was(client: Client) -> None:
    sign_in(client, "director")
    client.post(PAGE, typed(21, TODAY))
    client.post(PAGE, typed(14, NEXT_MONTH))
    assert rows() == [(21.0, TODAY, NEXT_MONTH), (14.0, NEXT_MONTH, None)]
    assert value_on(VISITS, day=TODAY) == 21
    assert value_on(VISITS, day=NEXT_MONTH) == 14
    assert value_on(VISITS, day=TODAY - timedelta(days=1)) == 28


def test_one_set_between_two_others_lasts_until_the_later_begins(client: Client) -> None:
    sign_in(client, "director")
    client.post(PAGE, typed(14, NEXT_MONTH))
    client.post(PAGE, typed(21, TODAY))
    assert rows() == [(21.0, TODAY, NEXT_MONTH), (14.0, NEXT_MONTH, None)]


def test_set_twice_on_one_day_the_second_holds_and_the_first_never_did(client: Client) -> None:
    sign_in(client, "director")
    client.post(PAGE, typed(21, TODAY))
    client.post(PAGE, typed(20, TODAY))
    assert value_on(VISITS, day=TODAY) == 20
    assert [one.value for one in clocks.standards() if one.setting == VISITS] == [20]


def test_one_to_come_can_be_withdrawn_and_what_held_goes_on(client: Client) -> None:
    sign_in(client, "director")
    client.post(PAGE, typed(21, TODAY))
    client.post(PAGE, typed(14, NEXT_MONTH))
    coming = Setting.objects.get(setting=VISITS, value=14)
    page = f"{PAGE}{coming.pk}/withdraw/"
    assert client.get(page).status_code == 200
    client.post(page, {"reason": "The board changed its mind"})
    assert value_on(VISITS, day=NEXT_MONTH) == 21
    history = client.get(PAGE).content.decode()
    assert "14 days withdrawn before it began. The board changed its mind" in history
    assert client.get(page).status_code == 404


def test_one_that_has_begun_cannot_be_withdrawn(client: Client) -> None:
    sign_in(client, "director")
    client.post(PAGE, typed(21, TODAY))
    row = Setting.objects.get(setting=VISITS)
    assert client.post(f"{PAGE}{row.pk}/withdraw/", {"reason": "x"}).status_code == 404


def test_an_amber_window_changes_no_duty_and_asks_for_nothing_to_be_worked_out(client: Client) -> None:
    clocks.rebuild()
    sign_in(client, "director")
    client.post("/standards/amber_child_protection_visit_days/", typed(10, TODAY))
    assert value_on("amber_child_protection_visit_days", day=TODAY) == 10
    assert not clocks.rebuild_needed()


def test_an_hour_of_the_day_is_typed_and_read_as_it_is_said(client: Client) -> None:
    sign_in(client, "director")
    page = "/standards/front_door_opens_hour/"
    assert "In force now: 8.30am." in client.post(page, typed("8.30am", TODAY), follow=True).content.decode()
    assert "Enter it as a number" in client.post(page, typed("early", TODAY)).content.decode()


def test_hours_of_the_front_door_do_not_stop_the_clocks_from_being_read(client: Client) -> None:
    sign_in(client, "director")
    client.post("/standards/front_door_opens_hour/", typed("8:30", TODAY))
    client.post("/standards/working_hours_a_day/", typed("7.2", TODAY))
    assert {one.setting for one in clocks.standards()} & {"front_door_opens_hour", "working_hours_a_day"} == set()


def test_a_standard_that_there_is_not_is_not_there(client: Client) -> None:
    sign_in(client, "director")
    assert client.get("/standards/nonsense/").status_code == 404
