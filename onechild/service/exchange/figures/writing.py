"""Writes what was counted: a day whose content is the same is left alone, and so is a drawing of the same words."""

from __future__ import annotations

import hashlib
import io
import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

import pyarrow as pa
import pyarrow.csv
from django.db import connection
from psycopg import sql

from onechild.knowledge.workdays.years import month_end
from onechild.service.exchange.figures.counting import LISTED, Counting, Result
from onechild.service.exchange.figures.days import KEPT_DAYS
from onechild.service.exchange.figures.documents import TREND, Document
from onechild.service.record.models import Figure, FigureChild, FigureDay, FigureDocument

Period = tuple[date | None, date]
AT_A_TIME = 2000
WITHOUT_HEADER = pyarrow.csv.WriteOptions(include_header=False)
COLUMNS = ("figure_day_id", "measure", *LISTED)


def write_days(counting: Counting, *, variant: str, now: datetime) -> int:
    """This function will write the figures of each day with the rows behind them, and return how many days changed."""
    results = _by_period(counting.results)
    behind = _behind(counting)
    there = {(day.from_on, day.to_on): day for day in FigureDay.objects.filter(variant=variant)}
    written = 0
    for period, found in results.items():
        content = _content(found, behind.get(period, {}))
        kept = there.get(period)
        if kept and kept.content == content:
            continue
        if kept:
            _forget([kept.pk])
        day = FigureDay.objects.create(
            variant=variant, from_on=period[0], to_on=period[1], known_at=now, content=content
        )
        Figure.objects.bulk_create([_figure(day, one) for one in found], batch_size=AT_A_TIME)
        _copy_children(day, behind.get(period, {}))
        written += 1
    return written


def write_documents(found: Iterable[Document], *, variant: str) -> int:
    """This function will keep each document, drawn anew only where it says something new; returns how many did."""
    kept = {
        (one.kind, one.measure, one.as_at, one.against, one.published): one
        for one in FigureDocument.objects.filter(variant=variant).defer("facts", "wide", "narrow")
    }
    told: list[FigureDocument] = []
    wanted = set()
    for one in found:
        key = (one.kind, one.measure, one.as_at, one.against, one.published)
        wanted.add(key)
        if key in kept and kept[key].content == one.content:
            continue
        wide, narrow = _drawn_before(one, variant) or one.draw()
        told.append(
            FigureDocument(
                variant=variant,
                kind=one.kind,
                measure=one.measure,
                as_at=one.as_at,
                against=one.against,
                published=one.published,
                content=one.content,
                facts=one.facts,
                wide=wide,
                narrow=narrow,
            )
        )
    stale = [row.pk for key, row in kept.items() if key not in wanted or key in {_key(one) for one in told}]
    FigureDocument.objects.filter(pk__in=stale).delete()
    FigureDocument.objects.bulk_create(told, batch_size=AT_A_TIME)
    return len(told)


def forget_old(*, as_at: date) -> None:
    """Take away the children behind days that end no month and are long past, and variants' days that nobody needs."""
    limit = as_at - timedelta(days=KEPT_DAYS)
    old = [
        day.pk
        for day in FigureDay.objects.filter(to_on__lt=limit, from_on__isnull=True)
        if day.to_on != month_end(day.to_on)
    ]
    FigureChild.objects.filter(day_id__in=old).delete()


def forget_variants(needed: Iterable[str]) -> None:
    """Take away what was worked out for somebody who is barred no more."""
    _forget(list(FigureDay.objects.exclude(variant__in=list(needed)).values_list("pk", flat=True)))
    FigureDocument.objects.exclude(variant__in=list(needed)).delete()


def _by_period(results: Iterable[Result]) -> dict[Period, list[Result]]:
    found: dict[Period, list[Result]] = defaultdict(list)
    for one in results:
        found[one.figure.from_on, one.figure.to_on].append(one)
    return found


def _behind(counting: Counting) -> dict[Period, dict[str, pa.Table]]:
    """The rows behind each measure by period: cut from tables that are in the order of their moments."""
    found: dict[Period, dict[str, pa.Table]] = defaultdict(dict)
    for measure in counting.measures:
        rows, start = counting.behind[measure.key], 0
        lengths = {row["moment"]: row["moment_count"] for row in _lengths(rows)}
        for number, moment in enumerate(counting.question(measure).moments):
            length = lengths.get(number, 0)
            found[moment.from_on, moment.to_on][measure.key] = rows.slice(start, length).select(LISTED)
            start += length
    return found


def _lengths(rows: pa.Table) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rows.group_by("moment").aggregate([("moment", "count")]).to_pylist()
    return found


def _content(results: list[Result], behind: dict[str, pa.Table]) -> str:
    """A fingerprint of a day: every figure, and every row behind it."""
    digest = hashlib.sha256()
    for one in results:
        facts = (one.measure.key, one.measure.version, one.by, one.team_id, one.worker_id, one.label, one.adds)
        digest.update(json.dumps([*facts, one.figure.numerator, one.figure.denominator, one.figure.value]).encode())
    for key, rows in behind.items():
        lines = io.BytesIO()
        pyarrow.csv.write_csv(rows.combine_chunks(), lines, WITHOUT_HEADER)
        digest.update(key.encode() + lines.getbuffer())
    return digest.hexdigest()[:32]


def _figure(day: FigureDay, one: Result) -> Figure:
    return Figure(
        day=day,
        measure=one.measure.key,
        version=one.measure.version,
        by=one.by,
        team_id=one.team_id,
        worker_id=one.worker_id,
        label=one.label,
        numerator=one.figure.numerator,
        denominator=one.figure.denominator,
        value=one.figure.value,
        adds=one.adds,
    )


def _copy_children(day: FigureDay, behind: dict[str, pa.Table]) -> None:
    copy = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv)").format(
        sql.Identifier("figure_children"), sql.SQL(", ").join(map(sql.Identifier, COLUMNS))
    )
    with connection.cursor() as cursor, cursor.copy(copy) as target:
        for key, rows in behind.items():
            if not rows.num_rows:
                continue
            whose = pa.table(
                {
                    "figure_day_id": pa.array([day.pk] * rows.num_rows, pa.int64()),
                    "measure": pa.array([key] * rows.num_rows, pa.string()),
                    **{name: rows[name] for name in LISTED},
                }
            )
            lines = io.BytesIO()
            pyarrow.csv.write_csv(whose.combine_chunks(), lines, WITHOUT_HEADER)
            target.write(lines.getbuffer())


def _forget(days: list[int]) -> None:
    """Rows first, in one statement each; nothing is fetched to be deleted."""
    for model in (FigureChild, Figure):
        model.objects.filter(day_id__in=days)._raw_delete(model.objects.db)
    FigureDay.objects.filter(pk__in=days)._raw_delete(FigureDay.objects.db)


def _drawn_before(one: Document, variant: str) -> tuple[str, str] | None:
    """A trend says the same tomorrow: its drawing goes along to the new day."""
    if one.kind != TREND:
        return None
    same = FigureDocument.objects.filter(
        variant=variant, kind=TREND, measure=one.measure, published=one.published, content=one.content
    )
    return same.values_list("wide", "narrow").first()


def _key(one: FigureDocument) -> tuple[str, str, date, date | None, bool]:
    return one.kind, one.measure, one.as_at, one.against, one.published
