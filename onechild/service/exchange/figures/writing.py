"""Writes what was counted: a day whose content is the same is left alone, and so is a document of the same words."""

from __future__ import annotations

import hashlib
import io
import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta

import pyarrow as pa
import pyarrow.csv
from django.db import connection
from psycopg import sql

from onechild.knowledge.measures.question import Moment
from onechild.knowledge.workdays.years import month_end
from onechild.service.exchange.figures.counting import Counting, Result
from onechild.service.exchange.figures.days import KEPT_DAYS
from onechild.service.exchange.figures.documents import Document
from onechild.service.exchange.figures.rows_behind import COLUMNS
from onechild.service.record.models import Figure, FigureChild, FigureDay, FigureDocument
from onechild.service.record.queries.figures import ALL, ALL_TEAMS, DAY, MONTH, ROWS, TEAM, YEAR

AT_A_TIME = 2000
FORM = 2  # of what is stored: counted up where its shape changes, so that every day is written anew
WITHOUT_HEADER = pyarrow.csv.WriteOptions(include_header=False)
FIGURE = ("measure", "version", "by", "team_id", "worker_id", "cut", "label")
NUMBERS = ("numerator", "denominator", "value", "adds", "own_rows")


def write_days(counting: Counting, *, variant: str, now: datetime) -> int:
    """This function will write the figures of each moment with the rows behind them; returns how many changed."""
    results: dict[Moment, list[Result]] = defaultdict(list)
    for one in counting.results:
        results[Moment(one.figure.from_on, one.figure.to_on)].append(one)
    behind: dict[Moment, dict[str, pa.Table]] = defaultdict(dict)
    for (measure, moment), rows in counting.behind.items():
        behind[moment][measure] = rows
    there = {Moment(day.from_on, day.to_on): day for day in FigureDay.objects.filter(variant=variant)}
    kinds = _kinds(counting)
    _forget([day.pk for moment, day in there.items() if day.kind == ROWS and moment not in kinds])
    written = 0
    for moment, kind in kinds.items():
        found, rows = results.get(moment, []), behind.get(moment, {})
        content = _content(kind, found, rows)
        kept = there.get(moment)
        if kept and kept.content == content:
            continue
        if kept:
            _forget([kept.pk])
        day = FigureDay.objects.create(
            variant=variant, kind=kind, from_on=moment.from_on, to_on=moment.to_on, known_at=now, content=content
        )
        _copy_figures(day, found)
        _copy_children(day, rows)
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
        wide, narrow = one.draw()
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
    """Take away the children behind days long past that end no month, and all their figures but those by team."""
    limit = as_at - timedelta(days=KEPT_DAYS)
    past = FigureDay.objects.filter(to_on__lt=limit, kind__in=(DAY, YEAR))
    old = [day.pk for day in past if day.to_on != month_end(day.to_on)]
    FigureChild.objects.filter(day_id__in=old)._raw_delete(FigureChild.objects.db)
    Figure.objects.filter(day_id__in=old).exclude(by__in=(ALL, ALL_TEAMS, TEAM))._raw_delete(Figure.objects.db)


def forget_variants(needed: Iterable[str]) -> None:
    """Take away what was worked out for somebody who is barred no more."""
    _forget(list(FigureDay.objects.exclude(variant__in=list(needed)).values_list("pk", flat=True)))
    FigureDocument.objects.exclude(variant__in=list(needed)).delete()


def _kinds(counting: Counting) -> dict[Moment, str]:
    days = counting.days
    kinds = [(days.parts, ROWS), (days.years, YEAR), (days.months, MONTH), (days.as_ats, DAY)]
    return {moment: kind for moments, kind in kinds for moment in moments}


def _content(kind: str, results: list[Result], behind: dict[str, pa.Table]) -> str:
    """A fingerprint of a day: every figure, and every row behind it."""
    digest = hashlib.sha256(f"{FORM} {kind}".encode())
    for one in results:
        digest.update(json.dumps(_cells(one)).encode())
    for key, rows in sorted(behind.items()):
        if rows.num_rows:
            digest.update(key.encode() + _lines(rows))
    return digest.hexdigest()[:32]


def _cells(one: Result) -> list[object]:
    """A figure as its columns are written."""
    figure = one.figure
    names = [one.measure.key, one.measure.version, one.by, one.team_id, one.worker_id, one.cut, one.label]
    return [*names, figure.numerator, figure.denominator, figure.value, one.adds, one.own_rows]


def _copy_figures(day: FigureDay, found: list[Result]) -> None:
    copy = sql.SQL("COPY figures (figure_day_id, {}) FROM STDIN").format(
        sql.SQL(", ").join(map(sql.Identifier, (*FIGURE, *NUMBERS)))
    )
    with connection.cursor() as cursor, cursor.copy(copy) as target:
        for one in found:
            target.write_row([day.pk, *_cells(one)])


def _copy_children(day: FigureDay, behind: dict[str, pa.Table]) -> None:
    copy = sql.SQL("COPY figure_children (figure_day_id, measure, {}) FROM STDIN (FORMAT csv)").format(
        sql.SQL(", ").join(map(sql.Identifier, COLUMNS))
    )
    with connection.cursor() as cursor, cursor.copy(copy) as target:
        for key, rows in behind.items():
            if not rows.num_rows:
                continue
            whose = {
                "figure_day_id": pa.repeat(pa.scalar(day.pk, pa.int64()), rows.num_rows),
                "measure": pa.repeat(pa.scalar(key), rows.num_rows),
            }
            target.write(_lines(pa.table(whose | {name: rows[name] for name in COLUMNS})))


def _lines(rows: pa.Table) -> memoryview:
    lines = io.BytesIO()
    pyarrow.csv.write_csv(rows.combine_chunks(), lines, WITHOUT_HEADER)
    return lines.getbuffer()


def _forget(days: list[int]) -> None:
    """Rows first, in one statement each; nothing is fetched to be deleted."""
    for model in (FigureChild, Figure):
        model.objects.filter(day_id__in=days)._raw_delete(model.objects.db)
    FigureDay.objects.filter(pk__in=days)._raw_delete(FigureDay.objects.db)


def _key(one: FigureDocument) -> tuple[str, str, date, date | None, bool]:
    return one.kind, one.measure, one.as_at, one.against, one.published
