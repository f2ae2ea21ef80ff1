"""The calendar: a month as a true table and as an agenda, with what is due, planned and one's own leave."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import Event
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Absence, Obligation
from onechild.service.record.queries.caseload import held_by
from tests.service.conftest import TODAY
from tests.service.desk.conftest import FRAME
from tests.service.desk.planning import plan
from tests.service.desk.test_my_day import owe, text_of
from tests.service.people import child_of, child_of_other_team, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(client: Client, holder: str) -> str:
    """A worker, signed in, of whose children nothing is owed."""
    Obligation.objects.filter(child_id__in=[one.child_id for one in held_by(holder, today=TODAY)]).delete()
    sign_in(client, "social_worker", worker_id=holder)
    return holder


def items(client: Client, query: str = "") -> dict[date, list[Any]]:
    """What stands on each day that has something."""
    weeks = client.get(f"/my-day/calendar/{query}").context["weeks"]
    return {square.on: list(square.items) for week in weeks for square in week if square.items}


def test_a_month_is_whole_weeks_from_monday(client: Client, worker: str) -> None:
    weeks = client.get("/my-day/calendar/").context["weeks"]
    assert (weeks[0][0].on, weeks[-1][-1].on) == (date(2026, 10, 26), date(2026, 12, 6))


def test_what_is_due_stands_on_its_day(client: Client, worker: str) -> None:
    owe(child_of(worker).pk, "child-protection-visit", TODAY + timedelta(days=2))
    found = items(client)
    assert [(on, one.mark) for on, held in found.items() for one in held] == [(TODAY + timedelta(days=2), "Due")]


def test_what_is_late_stands_on_the_day_it_was_due_with_the_word(client: Client, worker: str) -> None:
    owe(child_of(worker).pk, "child-protection-visit", TODAY - timedelta(days=2))
    [[item]] = items(client).values()
    assert (item.mark, item.late) == ("Late", True)


def test_a_plan_has_its_hour_and_leads_to_itself(client: Client, worker: str) -> None:
    [entry] = plan(worker, child_of(worker), on=TODAY + timedelta(days=1), at=time(9, 30))
    [[item]] = items(client).values()
    assert (item.at, item.href, item.mark) == ("9.30am", f"/diary/{entry.round_id}/", "Planned")


def test_a_plan_of_which_nothing_is_written_says_that_it_counts_as_not_seen(client: Client, worker: str) -> None:
    plan(worker, child_of(worker), on=TODAY - timedelta(days=1))
    [[item]] = items(client).values()
    assert item.mark == "Not recorded: counts as not seen"


def test_an_entry_not_written_up_stays_in_its_own_month(client: Client, worker: str) -> None:
    plan(worker, child_of(worker), on=date(2026, 10, 6))
    assert items(client) == {}
    assert list(items(client, "?month=2026-10")) == [date(2026, 10, 6)]


def test_ones_own_leave_is_there_without_why(client: Client, worker: str) -> None:
    with change_set(by="a test", kind="edit", words="away"):
        Absence.objects.create(
            worker_id=worker, started_on=date(2026, 11, 26), ended_on=date(2026, 11, 28), absence_kind="sickness"
        )
    assert list(items(client)) == [date(2026, 11, 26), date(2026, 11, 27)]
    assert "ickness" not in text_of(client.get("/my-day/calendar/"))


@pytest.mark.parametrize("month", ["", "nonsense", "2026-13", "0001-01", "9999-12", "2026-11-21"])
def test_nonsense_asks_for_this_month(client: Client, worker: str, month: str) -> None:
    assert client.get(f"/my-day/calendar/?month={month}").context["title"] == "November 2026"


def test_the_months_beside_are_links(client: Client, worker: str) -> None:
    context = client.get("/my-day/calendar/?month=2026-12&as=agenda").context
    assert context["before"].href == "/my-day/calendar/?month=2026-11&as=agenda"
    assert context["after"].href == "/my-day/calendar/?month=2027-01&as=agenda"


def test_a_bank_holiday_is_named(client: Client, worker: str) -> None:
    assert "Christmas Day" in text_of(client.get("/my-day/calendar/?month=2026-12"))


def test_an_agenda_has_no_table(client: Client, worker: str) -> None:
    assert "<table" not in text_of(client.get("/my-day/calendar/?as=agenda"))


def test_no_child_of_another_team_is_named(client: Client, worker: str) -> None:
    owe(child_of_other_team(worker).pk, "child-protection-visit", TODAY)
    assert items(client) == {}


def test_the_children_on_it_are_one_event_in_the_log(client: Client, worker: str) -> None:
    child = child_of(worker)
    owe(child.pk, "child-protection-visit", TODAY)
    client.get("/my-day/calendar/")
    [event] = Event.objects.filter(what="my calendar")
    assert event.children == [child.pk]


def test_whoever_sees_no_child_has_no_calendar(client: Client) -> None:
    sign_in(client, "scrutiny")
    assert client.get("/my-day/calendar/").status_code == 403


def test_it_asks_the_database_little(client: Client, worker: str, asked_of_the_database: Any) -> None:
    owe(child_of(worker).pk, "child-protection-visit", TODAY)
    with asked_of_the_database() as questions:
        client.get("/my-day/calendar/")
    assert len(questions) <= 8 + FRAME
