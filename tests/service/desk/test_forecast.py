"""The forecast of a team and a worker: hours owed and there, what can't be met and when, and what would mend it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from onechild.service.access.entering import as_viewer
from onechild.service.desk.forecast.gathering import Gathered, gathered
from onechild.service.desk.forecast.outlook import Outlook, outlooks, waiting
from onechild.service.desk.forecast.saying import mends
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Absence, Allocation, Child, Employment, Obligation, Setting
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still
from tests.service.loading import NOW
from tests.service.people import a_worker, a_worker_with_children, child_of, make_user, sign_in, team_of

__all__ = ["a_day_that_stands_still"]
pytestmark = pytest.mark.django_db
MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)


@pytest.fixture
def holder() -> str:
    """A worker whose children are owed nothing but what a test says, in a council that sets the minutes."""
    worker_id = a_worker_with_children()
    Obligation.objects.all().delete()
    with change_set(by="a test", kind="setting", words="minutes and hours"):
        for setting, value in {
            "visit_minutes_child_in_need": 120,
            "working_hours_a_day": 8,
            "working_hours_direct_share": 0.25,
        }.items():
            Setting.objects.create(setting=setting, value=value, started_on=date(2026, 1, 1), reason="a test")
    return worker_id


def owe(child: Child, number: int, due_on: date, within: str = "60 working days") -> None:
    """A visit owed to a child, which comes round after the six weeks."""
    Obligation.objects.create(
        subject_kind="child",
        subject_id=child.pk,
        child=child,
        clock="child-in-need-visit",
        spell_id=f"s{number}",
        sequence=1,
        within=within,
        started_on=date(2026, 10, 1),
        due_on=due_on,
    )


def seen_by(worker_id: str, *colleagues: str) -> tuple[Gathered, Outlook]:
    """The outlook of a worker as the team's manager sees it."""
    team_id = team_of(worker_id)
    manager = make_user("team_manager", worker_id=a_worker(team_id, "team_manager"), team_id=team_id)
    with as_viewer(manager, now=NOW):
        found = gathered({worker_id, *colleagues}, team_id=team_id, today=TODAY)
        rows = outlooks(found, today=TODAY)
    return found, next(one for one in rows if one.worker_id == worker_id)


def test_what_falls_due_and_the_time_there_is_are_counted_by_week(holder: str) -> None:
    owe(child_of(holder), 1, FRIDAY)
    _found, one = seen_by(holder)
    assert (one.weeks[0].first, one.weeks[0].owed, one.weeks[0].there) == (TODAY, 120, 600)
    assert one.unmet == ()


def test_more_than_there_is_time_for_can_not_be_met_and_the_first_day_is_said(holder: str) -> None:
    owe(child_of(holder), 1, MONDAY)
    owe(child_of(holder), 2, MONDAY)
    found, one = seen_by(holder)
    assert (len(one.unmet), one.first_breach) == (1, MONDAY)
    assert "2 hours more by 23 November would meet it." in mends(one, found, TODAY)


def test_a_colleague_with_room_is_named(holder: str) -> None:
    owe(child_of(holder), 1, MONDAY)
    owe(child_of(holder), 2, MONDAY)
    colleague = a_worker(team_of(holder))
    found, one = seen_by(holder, colleague)
    assert [move.to for move in one.moves] == [colleague]
    assert "has room for it and still meets everything else" in mends(one, found, TODAY)[0]


def test_leave_takes_time_and_cover_would_give_it_back(holder: str) -> None:
    with change_set(by="a test", kind="edit", words="leave"):
        Absence.objects.create(
            worker_id=holder, started_on=MONDAY, ended_on=date(2026, 11, 28), absence_kind="sickness"
        )
    owe(child_of(holder), 1, FRIDAY)
    found, one = seen_by(holder)
    said = " ".join(mends(one, found, TODAY))
    assert len(one.unmet) == 1
    assert "Cover for the time away from 23 November to 27 November would meet it." in said
    assert "ickness" not in said


def test_part_time_has_its_share_and_hours_not_recorded_are_said(holder: str) -> None:
    with change_set(by="a test", kind="edit", words="part time"):
        Employment.objects.create(worker_id=holder, started_on=date(2020, 1, 1), fte=0.5)
    found, one = seen_by(holder)
    assert one.weeks[0].there == 300
    assert found.time[holder].hours_known


def test_a_visit_that_comes_round_is_counted_each_time(holder: str) -> None:
    owe(child_of(holder), 1, FRIDAY, within="10 working days")
    _found, one = seen_by(holder)
    days = [item.due_on for item in one.items]
    assert days == [FRIDAY, date(2026, 12, 11), date(2026, 12, 29)]


def test_what_is_late_already_counts_as_due_within_a_week(holder: str) -> None:
    owe(child_of(holder), 1, TODAY - timedelta(days=3))
    _found, one = seen_by(holder)
    assert (one.late, one.items[0].work.due_on) == (1, TODAY + timedelta(days=6))


def test_work_of_children_who_wait_is_in_nobodys_time(holder: str) -> None:
    child, team_id = child_of(holder), team_of(holder)
    with change_set(by="a test", kind="edit", words="waiting"):
        Allocation.objects.filter(child=child, worker_id=holder).update(worker_id=None, team_id=team_id)
    owe(child, 1, FRIDAY)
    found, _one = seen_by(holder)
    assert waiting(found, today=TODAY)[0].owed == 120


def test_the_page_of_a_team_says_what_can_not_be_met_and_that_nothing_is_predicted(client: Client, holder: str) -> None:
    owe(child_of(holder), 1, MONDAY)
    owe(child_of(holder), 2, MONDAY)
    sign_in(client, "team_manager", worker_id=a_worker(team_of(holder), "team_manager"), team_id=team_of(holder))
    page = client.get(f"/teams/{team_of(holder)}/forecast/").content.decode()
    assert "can’t be met in the next six weeks" in page
    assert "What would mend it" in page
    assert "nothing here predicts anything about a child" in page


def test_a_worker_sees_their_own_weeks_and_not_those_of_another_team(client: Client, holder: str) -> None:
    sign_in(client, "family_worker", worker_id=holder)
    assert client.get(f"/workers/{holder}/forecast/").status_code == 200
    assert client.get(f"/workers/{a_worker(team_of(holder))}/forecast/").status_code == 403


def test_a_team_that_is_not_ones_own_is_refused(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder, team_id=team_of(holder))
    assert client.get("/teams/no-such-team/forecast/").status_code == 404


def test_the_page_asks_no_more_questions_with_more_children(
    client: Client, holder: str, asked_of_the_database: Callable[[], CaptureQueriesContext]
) -> None:
    sign_in(client, "team_manager", worker_id=a_worker(team_of(holder), "team_manager"), team_id=team_of(holder))
    with asked_of_the_database() as asked:
        client.get(f"/teams/{team_of(holder)}/forecast/")
    assert len(asked) <= 26
