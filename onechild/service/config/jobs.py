"""What the job process does: the timetable, and the jobs that pages ask for by name. Read the two tables first.

A job calls one function further down, imported when it runs; the moment, which nothing below may read from a clock, is
given here. A job that was under way when its process was killed is taken up again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.module_loading import import_string
from procrastinate import BaseRetryStrategy, JobContext, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.jobs import Job, Status

from onechild.service.config import moment

log = logging.getLogger("onechild.jobs")

EACH_MINUTE, EACH_HOUR = "* * * * *", "7 * * * *"
MOST_ATTEMPTS = 10  # a load that found another under way has counted each time
KEPT_HOURS = 24 * 30


def at(hour: int, *, days: str = "*") -> str:
    """This function will return the cron line, in UTC, of an hour of London's day, summer and winter."""
    return f"0 {(hour - 1) % 24},{hour} {days} * *"


@dataclass(frozen=True)
class Timed:
    """A job of the timetable: its name, when (UTC, as cron has it), the function it calls, and what for.

    `gives` are the keywords that the function takes of now and today. `hour` is one of London's day: the cron line then
    names both hours of UTC that it may be, and the other is let go.
    """

    name: str
    when: str
    calls: str
    words: str
    gives: tuple[str, ...] = ("now",)
    hour: int | None = None


@dataclass(frozen=True)
class Asked:
    """A job that a page asks for: its name, the function it calls with the keywords it was given, and what for."""

    name: str
    calls: str
    words: str
    gives: tuple[str, ...] = ("now",)


TIMETABLE = (
    Timed(
        "seal-access-log",
        EACH_MINUTE,
        "onechild.service.access.actions.seals.seal",
        "chain the last minute of the access log",
    ),
    Timed(
        "catch-up-clocks",
        EACH_MINUTE,
        "onechild.service.record.actions.clocks.catch_up",
        "work out all duties again where a setting, the law or the program changed",
        gives=(),
    ),
    Timed(
        "check-clocks",
        at(2),
        "onechild.service.record.actions.clocks.check_clocks",
        "work out all duties again, and find nothing to change",
        gives=(),
        hour=2,
    ),
    Timed(
        "look-for-silence",
        "37 * * * *",
        "onechild.service.journeys.silence.actions.look",
        "find what has not happened",
        gives=("today",),
    ),
    Timed(
        "work-out-figures",
        at(6),
        "onechild.service.exchange.figures.computing.compute_today",
        "work out the figures of the performance pages",
        hour=6,
    ),
    Timed(
        "work-out-figures-again",
        "*/10 * * * *",
        "onechild.service.exchange.figures.computing.compute_if_moved",
        "work out the figures again after a load, a changed setting, or many edits",
    ),
    Timed(
        "keep-month-end",
        at(1),
        "onechild.service.config.jobs.keep_month_end",
        "keep the record as it was known at the end of the last month",
        gives=("now", "today"),
        hour=1,
    ),
    Timed(
        "forget-parked-forms",
        EACH_HOUR,
        "onechild.service.access.drafts.parking.forget_parked",
        "take away forms that nobody came back for",
    ),
    Timed(
        "scan-documents",
        EACH_MINUTE,
        "onechild.service.config.jobs.scan_documents",
        "have the documents that wait looked at by the virus scanner",
    ),
    Timed(
        "forget-uploads",
        EACH_HOUR,
        "onechild.service.exchange.uploads.forget",
        "take away files that nobody took in for a week",
    ),
    Timed(
        "forget-rates",
        EACH_HOUR,
        "onechild.service.access.sign_in.rates.forget_counts",
        "take away counts of requests whose time is over",
    ),
    Timed(
        "end-old-sessions",
        EACH_HOUR,
        "onechild.service.config.jobs.end_old_sessions",
        "take away sessions whose time is over",
        gives=(),
    ),
    Timed(
        "set-retention-dates",
        at(3),
        "onechild.service.config.jobs.set_retention_dates",
        "write down until when each record is kept",
        gives=(),
        hour=3,
    ),
    Timed(
        "pass-on-promises",
        at(1),
        "onechild.service.record.actions.promises.following.pass_on_begun",
        "pass open promises on where a change of worker made ahead begins today",
        gives=("now", "today"),
        hour=1,
    ),
    Timed(
        "draw-second-looks",
        "0 3,4 * * 1",
        "onechild.service.journeys.decisions.second_looks.drawing.draw_weekly",
        "draw last week’s decisions that somebody else reads",
        gives=("today",),
        hour=4,
    ),
    Timed(
        "draw-supervisions",
        "0 3,4 1 * *",
        "onechild.service.journeys.supervision.quality.drawing.draw_monthly",
        "draw last month’s supervisions that somebody else reads",
        gives=("today",),
        hour=4,
    ),
    Timed(
        "erase-from-extracts",
        EACH_HOUR,
        "onechild.service.config.jobs.erase_from_extracts",
        "write kept extracts again without the children who were erased",
        gives=("now",),
    ),
)
ASKED = (
    Asked("run-load", "onechild.service.exchange.loads.run_load", "run a load that was asked for, by its `load_id`"),
    Asked("look-into-upload", "onechild.service.exchange.uploads.look", "say what the files of an `upload_id` hold"),
)


def end_old_sessions() -> None:
    """Take away sessions and links whose time is over; a session is kept for a day, for a form that is sent late."""
    from django.utils import timezone

    from onechild.service.access.sign_in.actions.tidying import tidy
    from onechild.service.config.security.sessions import rules

    tidy(now=timezone.now(), rules=rules())


def scan_documents(now: datetime) -> list[str]:
    """Have the documents that wait looked at by the scanner of the settings; says how many were held back."""
    from django.conf import settings

    from onechild.service.journeys.case_notes.checking import scanning

    return scanning.scan_waiting(scanner=settings.SCANNER, now=now)


def set_retention_dates() -> None:
    """Write down until when each record is kept, by the schedule."""
    from onechild.service.journeys.information_rights.actions import keeping

    keeping.set_retention_dates(by="the retention schedule")


def erase_from_extracts(now: datetime) -> None:
    """Take erased children out of the extracts kept under the service's own files."""
    from django.conf import settings

    from onechild.service.journeys.information_rights.actions import keeping

    keeping.erase_from_extracts(kept=settings.FILES / "extracts", now=now)


def keep_month_end(now: datetime, today: date) -> None:
    """Keep an extract of the record as it was known at the end of the last month, under the service's own files."""
    from django.conf import settings

    from onechild.service.exchange import extracts

    extracts.keep_month_end(
        kept=settings.FILES / "extracts" / "month-ends",
        today=today,
        now=now,
        council=settings.COUNCIL_CODE,
        council_name=settings.COUNCIL_NAME,
        invented=settings.INVENTED,
    )


def run_timed(job: Timed, *, now: datetime, london: datetime) -> bool:
    """This function will run a job of the timetable unless this is the other of its two hours; says whether it ran.

    `now` is the moment that the job is told, which stands still in a demonstration; `london` is London's own time.
    """
    if job.hour is not None and london.hour != job.hour:
        return False
    found = import_string(job.calls)(**_given(job.gives, now))
    if isinstance(found, list) and found:
        log.warning("job found something", extra={"job": job.name, "count": len(found)})
    return True


def _given(names: tuple[str, ...], now: datetime) -> dict[str, Any]:
    known = {"now": now, "today": now.date()}
    return {name: known[name] for name in names}


class InTurn(BaseRetryStrategy):
    """A job that found another of its kind under way is tried again soon; any other failure is for people to see."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """This function will say when the job is tried again, if it is."""
        from onechild.service.record.actions.loading import Busy

        return RetryDecision(retry_in={"seconds": 15}) if isinstance(exception, Busy) else None


def _timed(job: Timed) -> None:
    def run(timestamp: int) -> None:
        run_timed(job, now=moment.now(), london=timezone.localtime())

    task = app.task(name=job.name, queueing_lock=job.name, lock=job.name)(run)
    app.periodic(cron=job.when, periodic_id=job.name)(task)


def _asked(job: Asked) -> None:
    def run(**given: Any) -> None:
        import_string(job.calls)(**given, **_given(job.gives, moment.now()))

    app.task(name=job.name, lock=job.name, retry=InTurn())(run)  # one of a kind at a time: a second load waits


async def take_up_again(context: JobContext, timestamp: int) -> None:
    """Hand back what a killed process was doing; what was begun so often is called failed, for people to see."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        log.warning("job was left behind", extra={"job": job.task_name, "job_id": job.id, "count": job.attempts})
        # A job of the timetable comes again by itself; handed back, it would meet its successor in the queue.
        if job.queueing_lock or job.attempts >= MOST_ATTEMPTS:
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
