"""What the job process does: the timetable, and the jobs that pages ask for by name. Read the two tables first.

A job calls one function further down, imported when it runs; the moment, which nothing below may read from a clock, is
given here. A job that was under way when its process was killed is taken up again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.module_loading import import_string
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from onechild.service.config import moment

log = logging.getLogger("onechild.jobs")

EACH_MINUTE = "* * * * *"
MOST_ATTEMPTS = 3
KEPT_HOURS = 24 * 30


@dataclass(frozen=True)
class Timed:
    """A job of the timetable: its name, when (UTC, as cron has it), the function it calls, and what for.

    `hour` is one of London's day: the cron line then names both hours of UTC that it may be, and the other is let go.
    """

    name: str
    when: str
    calls: str
    words: str
    hour: int | None = None


@dataclass(frozen=True)
class Asked:
    """A job that a page asks for: its name, the function it calls with the keywords it was given, and what for."""

    name: str
    calls: str
    words: str


TIMETABLE = (
    Timed("seal-access-log", EACH_MINUTE, "onechild.service.access.log.seal", "chain the last minute's views"),
)
ASKED: tuple[Asked, ...] = ()


def at(hour: int, *, days: str = "*") -> str:
    """This function will return the cron line, in UTC, of an hour of London's day, summer and winter."""
    return f"0 {(hour - 1) % 24},{hour} {days} * *"


def run_timed(job: Timed, *, now: datetime) -> bool:
    """This function will run a job of the timetable unless it is the other of its two hours; says whether it ran."""
    if job.hour is not None and now.hour != job.hour:
        return False
    import_string(job.calls)(now=now)
    return True


def _timed(job: Timed) -> None:
    def run(timestamp: int) -> None:
        run_timed(job, now=moment.now())

    task = app.task(name=job.name, queueing_lock=job.name, lock=job.name, pass_context=False)(run)
    app.periodic(cron=job.when, periodic_id=job.name)(task)


def _asked(job: Asked) -> None:
    def run(**given: Any) -> None:
        import_string(job.calls)(**given, now=moment.now())

    app.task(name=job.name, retry=RetryStrategy(max_attempts=MOST_ATTEMPTS, wait=30))(run)


async def take_up_again(context: JobContext, timestamp: int) -> None:
    """Hand back what a killed process was doing; what has now failed so often is called failed, for people to see."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        tired = job.attempts >= MOST_ATTEMPTS
        log.warning("job was left behind", extra={"job": job.task_name, "job_id": job.id, "count": job.attempts})
        if tired:
            await manager.finish_job(job, status=Status.FAILED, delete_job=False)
        else:
            await manager.retry_job(job)


async def forget_old(context: JobContext, timestamp: int) -> None:
    """Take away jobs done more than a month ago; those that failed stay until somebody has looked."""
    await context.app.job_manager.delete_old_jobs(nb_hours=KEPT_HOURS)


def _own(function: Callable[..., Any], *, name: str, when: str) -> None:
    task = app.task(name=name, queueing_lock=name, pass_context=True)(function)
    app.periodic(cron=when, periodic_id=name)(task)


for _job in TIMETABLE:
    _timed(_job)
for _one in ASKED:
    _asked(_one)
_own(take_up_again, name="take-up-again", when=EACH_MINUTE)
_own(forget_old, name="forget-old-jobs", when="20 3 * * *")
