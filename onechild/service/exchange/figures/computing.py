"""Works out the council's figures: the one call that jobs, a demonstration and the command line make."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, Max, Min

from onechild.knowledge.clocks.building import build, build_events
from onechild.knowledge.clocks.catalogue import CLOCKS, clock
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.tables.extract import About
from onechild.service.exchange.figures.counting import Counting
from onechild.service.exchange.figures.days import MONTHS, days_for
from onechild.service.exchange.figures.documents import documents
from onechild.service.exchange.figures.reading import Reader, RecordInMemory
from onechild.service.exchange.figures.writing import FORM, forget_old, forget_variants, write_days, write_documents
from onechild.service.record.actions import clocks
from onechild.service.record.models import Allocation, ChangeSet, FigureRun

log = logging.getLogger("onechild.figures")
EDITS = 200  # so many small changes to the record have its figures worked out again before the next morning
LITTLE = ("edit", "mend")  # kinds of change that alone move a figure by a child or two
LOCK = 1_504_077_611  # one working-out at a time


@dataclass(frozen=True)
class Worked:
    """What a working-out wrote. `variants` is how many it had to count; 0 where nothing had changed."""

    variants: int = 0
    days: int = 0
    documents: int = 0


EVERY = tuple(MEASURES.values())


def compute(*, as_at: date, now: datetime, months: int = MONTHS, measures: Sequence[Measure] = EVERY) -> Worked:
    """Work out measures as at a day and for the month ends before it, and store what changed.

    For jobs and the command line, which own the database. All is read in one snapshot. Where neither the record nor a
    definition changed since the last time, nothing is done. Months past are counted as known now.
    """
    fresh = not connection.in_atomic_block
    with transaction.atomic():
        with connection.cursor() as cursor:
            if fresh:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.callproc("pg_advisory_xact_lock", [LOCK])
        worked = _compute(as_at=as_at, now=now, months=months, measures=measures)
    log.info("figures worked out", extra={"count": worked.days})
    return worked


def compute_today(*, now: datetime) -> Worked:
    """As `compute`, as at the London day of a moment: for the timetable."""
    return compute(as_at=now.date(), now=now)


def compute_if_moved(*, now: datetime) -> Worked:
    """As `compute_today`, where enough has changed since figures were last worked out: for the timetable.

    A load, a link and a setting of the council are enough by themselves; of edits it takes `EDITS`.
    """
    run = FigureRun.objects.filter(variant="").first()
    since = ChangeSet.objects.filter(change_set_id__gt=run.change_set_id if run else 0, took_effect_at__isnull=False)
    if since.exclude(kind__in=LITTLE).exists() or since.count() >= EDITS:
        return compute_today(now=now)
    return Worked()


def compute_after_loading(*, today: date, now: datetime) -> Worked:
    """As `compute`, for a demonstration, where the day may stand still."""
    return compute(as_at=today, now=now)


def _compute(*, as_at: date, now: datetime, months: int, measures: Sequence[Measure]) -> Worked:
    variants, made_from, known = _variants(), _made_from(months, measures), _known()
    last = known["change_set_id"] or 0
    due = [
        (variant, left_out)
        for variant, left_out in sorted(variants.items())
        if not FigureRun.objects.filter(variant=variant, as_at=as_at, change_set_id=last, made_from=made_from).exists()
    ]
    forget_variants(variants)
    FigureRun.objects.exclude(variant__in=list(variants)).delete()
    read, written, told = Reader(), 0, 0
    for variant, left_out in due:
        days, documents_written = _one_variant(
            read, variant, left_out, as_at=as_at, now=now, months=months, measures=measures
        )
        written, told = written + days, told + documents_written
        FigureRun.objects.filter(variant=variant).delete()
        FigureRun.objects.create(
            variant=variant,
            as_at=as_at,
            computed_at=now,
            change_set_id=last,
            change_sets=known["change_sets"],
            known_at=known["known_at"],
            made_from=made_from,
            days_written=days,
        )
    forget_old(as_at=as_at)
    return Worked(len(due), written, told)


def _one_variant(
    read: Reader,
    variant: str,
    left_out: Collection[str],
    *,
    as_at: date,
    now: datetime,
    months: int,
    measures: Sequence[Measure],
) -> tuple[int, int]:
    first = Allocation.objects.aggregate(first=Min("started_on"))["first"]
    with RecordInMemory(read, without=left_out) as store:
        _bring_clocks(store, measures)
        counting = Counting(store, days_for(as_at, first=first or as_at, months=months), measures)
        days = write_days(counting, variant=variant, now=now)
        about = About(council="", known_at=now.date())
        return days, write_documents(documents(counting, about=about), variant=variant)


def _bring_clocks(store: RecordInMemory, measures: Sequence[Measure]) -> None:
    """The record's own obligations where they are as they should be, so that figures and pages never disagree."""
    wanted = [clock(key) for key in sorted({key for measure in measures for key in measure.all_clocks})]
    if clocks.rebuild_needed():
        build(store, clocks=wanted)
        return
    store.take_obligations()
    build_events(store, clocks=wanted)


def _variants() -> dict[str, list[str]]:
    with connection.cursor() as cursor:
        cursor.callproc("figure_variants")
        return {variant: list(children) for variant, children in cursor.fetchall()}


def _known() -> dict[str, Any]:
    """The last change that this snapshot holds, how many there are, and when the last of them took effect."""
    return ChangeSet.objects.aggregate(
        change_set_id=Max("change_set_id"), change_sets=Count("took_effect_at"), known_at=Max("took_effect_at")
    )


def _made_from(months: int, measures: Sequence[Measure]) -> str:
    """A fingerprint of what figures are counted by: the measures, the clocks, and the form they are stored in."""
    return hashlib.sha256(repr((FORM, months, tuple(measures), CLOCKS)).encode()).hexdigest()[:32]
