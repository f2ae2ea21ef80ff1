"""The timetable names functions that are there, in London's hours; what a killed process left is taken up again."""

from __future__ import annotations

import inspect
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from asgiref.sync import async_to_sync
from croniter import croniter
from django.db import connection
from django.utils.module_loading import import_string
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from onechild.service.config import jobs
from onechild.service.config.jobs import ASKED, TIMETABLE, Timed

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize("job", [*TIMETABLE, *ASKED], ids=lambda job: job.name)
def test_every_job_calls_a_function_that_takes_what_it_is_given(job: Timed) -> None:
    taken = inspect.signature(import_string(job.calls)).parameters
    assert set(job.gives) <= set(taken)


@pytest.mark.parametrize("job", TIMETABLE, ids=lambda job: job.name)
def test_every_job_of_the_timetable_is_known_to_the_job_process(job: Timed) -> None:
    assert croniter.is_valid(job.when)
    assert (job.name, job.name) in app.periodic_registry.periodic_tasks


@pytest.mark.parametrize(("month", "utc"), [(1, 6), (7, 5)])
def test_six_in_the_morning_is_londons_summer_and_winter(month: int, utc: int) -> None:
    before = datetime(2026, month, 10, tzinfo=UTC)
    times = [
        croniter(jobs.at(6), before).get_next(datetime),
        croniter(jobs.at(6), before + timedelta(hours=5.5)).get_next(datetime),
    ]
    assert utc in [time.hour for time in times]


def test_a_job_of_one_hour_lets_the_other_hour_go(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[datetime] = []
    monkeypatch.setattr(jobs, "end_old_sessions", lambda now: ran.append(now))
    six = Timed("six", jobs.at(6), "onechild.service.config.jobs.end_old_sessions", "a test", hour=6)
    assert not jobs.run_timed(six, now=NOW, london=NOW.replace(hour=5))
    assert jobs.run_timed(six, now=NOW, london=NOW)
    assert ran == [NOW]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("queueing_lock", "attempts", "becomes"),
    [(None, 1, "todo"), (None, 10, "failed"), ("seal-access-log", 1, "failed")],
)
def test_what_a_killed_process_was_doing_is_handed_back_but_not_for_ever(
    queueing_lock: str | None, attempts: int, becomes: str
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, attempts, queueing_lock) "
            "VALUES ('default', 'run-load', '{\"load_id\": 1}', 'doing', %s, %s) RETURNING id",
            [attempts, queueing_lock],
        )
        (number,) = cursor.fetchone()
    async_to_sync(jobs.take_up_again)(SimpleNamespace(app=app), 0)
    assert ProcrastinateJob.objects.get(pk=number).status == becomes
