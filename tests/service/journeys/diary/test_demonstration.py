"""The diary of a demonstration: plans for whoever holds children, once, and one visit that was never written up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from onechild.knowledge.workdays import is_working_day
from onechild.service.journeys.diary.demonstration import plan_for_demonstration
from onechild.service.record.models import DiaryEntry
from onechild.service.record.queries.diary.planned import planned
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still, holder
from tests.service.desk.test_my_day import owe
from tests.service.people import child_of, make_user

__all__ = ["a_day_that_stands_still", "holder"]
pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.fixture
def worker(holder: str) -> str:
    """A worker with an account, and a visit to make."""
    owe(child_of(holder).pk, "child-protection-visit", TODAY + timedelta(days=10))
    make_user("social_worker", worker_id=holder)
    plan_for_demonstration(today=TODAY, now=NOW)
    return holder


def test_a_visit_is_planned_on_a_working_day_by_the_day_it_is_due(worker: str) -> None:
    ahead = [one for one in planned([worker], since=TODAY, until=TODAY + timedelta(days=40)) if one.planned_on >= TODAY]
    assert ahead
    assert [one.planned_on for one in ahead if not is_working_day(one.planned_on)] == []


def test_one_visit_of_last_week_was_not_written_up(worker: str) -> None:
    assert [one for one in planned([worker], since=TODAY, until=TODAY) if one.unwritten(TODAY)]


def test_a_diary_that_is_kept_is_left_alone(worker: str) -> None:
    before = DiaryEntry.objects.count()
    plan_for_demonstration(today=TODAY, now=NOW)
    assert DiaryEntry.objects.count() == before
