"""The manager's board: its numbers are those of the duties behind them, each with whoever leads the case."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import Bar, Event
from onechild.service.desk.board.asking import AHEAD, BACK, WHICH
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Child, Obligation
from onechild.service.record.queries.caseload import held_by
from tests.service.conftest import TODAY
from tests.service.desk.conftest import FRAME, a_day_that_stands_still, asked_of_the_database, holder
from tests.service.people import a_worker, child_of, child_of_other_team, give, sign_in, team_of
from tests.service.walk.world import NOW

__all__ = ["a_day_that_stands_still", "asked_of_the_database", "holder"]
pytestmark = pytest.mark.django_db
VISIT = "child-in-need-visit"
DAY = timedelta(days=1)


@pytest.fixture
def alone(holder: str) -> str:
    """The worker's children, of whom nothing is due but what a test says."""
    Obligation.objects.filter(child_id__in=[one.child_id for one in held_by(holder, today=TODAY)]).delete()
    return holder


def duty(child: Child, *, due_on: date, met_on: date | None = None, clock: str = VISIT, sequence: int = 1) -> None:
    """A duty of a child, begun three months ago."""
    Obligation.objects.create(
        subject_kind="child",
        subject_id=child.pk,
        child=child,
        clock=clock,
        spell_id="a test",
        sequence=sequence,
        within="20 working days",
        version="CIN-02 1990-01-01",
        started_on=TODAY - timedelta(days=90),
        due_on=due_on,
        met_on=met_on,
    )


def numbers(client: Client, worker: str, **asked: str) -> list[str]:
    """The four numbers of the worker's row."""
    table = client.get(f"/teams/{team_of(worker)}/board/", asked).context["first_table"]
    row = next(
        row for row in table.rows if getattr(row[0], "href", "").endswith(f"worker={worker.replace(':', '%3A')}")
    )
    return [str(getattr(cell, "text", cell)) for cell in row[1:]]


def test_each_number_counts_its_own(client: Client, alone: str) -> None:
    child = child_of(alone)
    duty(child, due_on=TODAY, sequence=1)
    duty(child, due_on=TODAY + AHEAD, sequence=2)
    duty(child, due_on=TODAY + AHEAD + DAY, sequence=3)
    duty(child, due_on=TODAY - DAY, sequence=4)
    duty(child, due_on=TODAY, met_on=TODAY, sequence=5)
    duty(child, due_on=TODAY - BACK, met_on=TODAY - BACK, sequence=6)
    duty(child, due_on=TODAY, met_on=TODAY - BACK - DAY, sequence=7)
    duty(child, due_on=TODAY - DAY, met_on=TODAY, sequence=8)
    sign_in(client, "team_manager", team_id=team_of(alone))
    assert numbers(client, alone) == ["2", "1 late", "2", "1"]


def test_a_part_of_the_work_can_be_asked_for_alone(client: Client, alone: str) -> None:
    duty(child_of(alone), due_on=TODAY - DAY)
    duty(child_of(alone), due_on=TODAY - DAY, clock="looked-after-review")
    sign_in(client, "team_manager", team_id=team_of(alone))
    assert numbers(client, alone) == ["0", "2 late", "0", "0"]
    topics = client.get(f"/teams/{team_of(alone)}/board/", {"worker": alone}).context["topics_table"]
    asked = topics.rows[0][0].href
    assert "topic=" in asked
    assert client.get(asked).status_code == 200


def test_what_was_done_stands_with_who_led_the_case_that_day(client: Client, alone: str) -> None:
    child, team_id = child_of(alone), team_of(alone)
    later = a_worker(team_id)
    duty(child, due_on=date(2026, 11, 1), met_on=date(2026, 11, 1), sequence=1)
    duty(child, due_on=TODAY - DAY, sequence=2)
    give(child, worker_id=later, team_id=team_id)
    sign_in(client, "team_manager", team_id=team_id)
    assert numbers(client, later) == ["0", "1 late", "1", "0"]


def test_one_assessment_counted_by_two_clocks_stands_once(client: Client, alone: str) -> None:
    duty(child_of(alone), due_on=TODAY - DAY, clock="assessment-from-referral")
    duty(child_of(alone), due_on=TODAY - DAY, clock="assessment-from-start")
    sign_in(client, "team_manager", team_id=team_of(alone))
    assert numbers(client, alone)[1] == "1 late"


@pytest.mark.parametrize("which", WHICH)
def test_every_number_is_the_count_of_the_list_it_opens(client: Client, alone: str, which: str) -> None:
    days = {"due": (TODAY, None), "late": (TODAY - DAY, None), "met": (TODAY, TODAY), "met_late": (TODAY - DAY, TODAY)}
    due_on, met_on = days[which]
    duty(child_of(alone), due_on=due_on, met_on=met_on)
    sign_in(client, "director")
    table = client.get("/board/").context["first_table"]
    cell = next(row for row in table.rows if f"/{team_of(alone)}/" in row[0].href)[1 + WHICH.index(which)]
    found = client.get(cell.href).context["found"]
    assert len(found.duties) + found.hidden == int(cell.text.removesuffix(" late").replace(",", "")) >= 1


def test_a_barred_person_is_told_of_nothing_and_a_restricted_child_is_counted_and_not_named(
    client: Client, alone: str
) -> None:
    barred, restricted, *_ = [Child.objects.get(pk=one.child_id) for one in held_by(alone, today=TODAY)]
    user = sign_in(client, "team_manager", team_id=team_of(alone))
    duty(barred, due_on=TODAY - DAY)
    duty(restricted, due_on=TODAY - DAY)
    with change_set(by="a test", kind="edit", words="restricted at its source"):
        Child.objects.filter(pk=restricted.pk).update(restricted="ordinary")
    Bar.objects.create(child=barred, user=user, reason="a test", began_at=NOW, began_by=user)
    page = client.get(f"/teams/{team_of(alone)}/board/duties/?which=late&worker={alone}")
    assert numbers(client, alone)[1] == "1 late"
    assert (len(page.context["found"].duties), page.context["found"].hidden) == (0, 1)
    assert restricted.la_child_id not in page.content.decode()
    assert barred.la_child_id not in page.content.decode()


def test_late_is_said_with_its_word_and_number(client: Client, alone: str) -> None:
    duty(child_of(alone), due_on=date(2026, 11, 17))
    sign_in(client, "team_manager", team_id=team_of(alone))
    page = client.get(f"/teams/{team_of(alone)}/board/duties/?which=late").content.decode()
    assert "4 working days late" in page or "days late" in page
    assert f"/rules/{VISIT}/" in page


def test_the_file_needs_its_permission_and_stands_in_the_access_log_as_an_export(client: Client, alone: str) -> None:
    child = child_of(alone)
    duty(child, due_on=TODAY - DAY)
    address = f"/teams/{team_of(alone)}/board/duties/?which=late&as=csv"
    sign_in(client, "team_manager", team_id=team_of(alone))
    assert client.get(address).status_code == 403
    user = sign_in(client, "head_of_data")
    answer = client.get(address)
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["Child id"], row["Due"], row["Days late"]) for row in rows] == [
        (child.la_child_id, (TODAY - DAY).isoformat(), "1")
    ]
    event = Event.objects.filter(user_id=user.pk).latest("pk")
    assert event.kind == "export"
    assert child.pk in event.children


def test_another_teams_board_is_refused_and_that_of_all_is_for_those_who_see_all(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    assert client.get("/board/").status_code == 403
    assert client.get("/board/duties/").status_code == 403
    other = child_of_other_team(holder)
    theirs = other.pk and _team_of_child(other)
    assert client.get(f"/teams/{theirs}/board/").status_code == 403
    assert client.get(f"/teams/{theirs}/board/duties/").status_code == 403
    assert client.get("/teams/NONE/board/").status_code == 404


def test_the_board_asks_the_database_little(
    client: Client, holder: str, asked_of_the_database: Callable[[], Any]
) -> None:
    sign_in(client, "team_manager", team_id=team_of(holder))
    with asked_of_the_database() as questions:
        assert client.get(f"/teams/{team_of(holder)}/board/").status_code == 200
    assert len(questions) <= 5 + FRAME
    with asked_of_the_database() as questions:
        assert client.get(f"/teams/{team_of(holder)}/board/duties/?which=late").status_code == 200
    assert len(questions) <= 8 + FRAME


def _team_of_child(child: Child) -> str:
    from onechild.service.record.models import Allocation

    return str(Allocation.objects.get(child=child, role="lead", ended_on=None).team_id)
