"""Reads published figures and the rows that stood behind them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from onechild.errors import CannotProceed
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.published.again import Row, number
from onechild.knowledge.measures.question import Moment
from onechild.service.record.models import FigureChild, PublishedFigure, PublishedFigureChild
from onechild.service.record.queries.figures import Many


def published_figure(published_id: str) -> PublishedFigure:
    """This function will return the published figure of that number; CannotProceed where there is none."""
    found = PublishedFigure.objects.filter(pk=published_id).first()
    if found is None:
        raise CannotProceed(f"no figure has been published as {published_id}")
    return found


def published_of(measure: Measure, when: Moment) -> list[PublishedFigure]:
    """This function will return what has been published of a measure at a moment, the latest first: one query."""
    found = PublishedFigure.objects.filter(measure=measure.key, to_on=when.to_on, from_on=when.from_on)
    return list(found.order_by("-published_at"))


def rows_then(published: PublishedFigure) -> tuple[Row, ...]:
    """This function will return the rows kept with a published figure, those that the asker may open: one query."""
    return _rows(PublishedFigureChild.objects.filter(published=published))


def how_many(published: PublishedFigure) -> Many:
    """This function will return how many rows are kept with it, and how many the viewer may not open: one query."""
    with connection.cursor() as cursor:
        cursor.callproc("published_rows_behind", [published.pk])
        behind, hidden = cursor.fetchone()
    return Many(behind or 0, hidden or 0)


def _rows(found: Iterable[PublishedFigureChild | FigureChild]) -> tuple[Row, ...]:
    return tuple(
        sorted(
            Row(
                row_id=row.row_id,
                child_id=row.child_id or "",
                worker_id=row.worker_id,
                team_id=row.team_id,
                counted_on=row.counted_on,
                counted=row.counted,
                adds=number(row.adds),
            )
            for row in found
        )
    )
