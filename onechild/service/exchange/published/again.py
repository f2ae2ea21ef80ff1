"""Runs a published figure again over the record, as known when it was told or as known now, and compares."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from onechild.errors import CannotProceed
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Figure, Measure
from onechild.knowledge.measures.published.again import Again, Row, count_again, same_figure
from onechild.knowledge.measures.published.comparing import Changed, Why, differing, explained
from onechild.knowledge.measures.published.definition import changed_since
from onechild.knowledge.measures.published.reading import tables_read
from onechild.knowledge.measures.question import Moment
from onechild.service.access.models import Event
from onechild.service.exchange.figures.reading import Reader, RecordInMemory
from onechild.service.record.models import Child, PublishedFigure
from onechild.service.record.queries.published.changes import changes_since, known_then, settings_changed_since
from onechild.service.record.queries.published.reading import rows_then

BY_TEAM = ("team", "worker", "team and worker")


class DefinitionChanged(CannotProceed):
    """A figure that can't be run again as it was, because the measure counts otherwise now."""


@dataclass(frozen=True)
class Reproduced:
    """A published figure run again as known then: the same to the child, or what differs."""

    published: PublishedFigure
    again: Again
    erased: int
    missing: tuple[Row, ...]
    added: tuple[Row, ...]

    @property
    def same_rows(self) -> bool:
        """Whether the very same rows stand behind it; rows of records erased since stand behind neither."""
        return not self.missing and not self.added

    @property
    def same(self) -> bool:
        """Whether the figure and its rows are those that were told; after an erasure only the rows can be."""
        told = self.published
        numbers = (told.numerator, told.denominator, told.value)
        return self.same_rows and (bool(self.erased) or same_figure(numbers, self.again.whole))


@dataclass(frozen=True)
class Compared:
    """A published figure against the same one as known now, with each child who differs."""

    published: PublishedFigure
    now: Figure
    changed: tuple[Changed, ...]
    erased: int
    definition: str


def reproduce(published: PublishedFigure) -> Reproduced:
    """Run a published figure again over the record as it was known when the figure was counted.

    For the command line and jobs, which see every child. DefinitionChanged where the measure counts otherwise now;
    CannotProceed where what was known then can't be told for certain.
    """
    measure = _measure(published)
    if words := changed_since(measure, version=published.version, mark=published.mark):
        raise DefinitionChanged(f"{published.pk} can't be run again as it was. {words} `compare` sets the two together")
    if published.extract:
        raise CannotProceed(f"{published.pk} was counted from an extract: name the folder that holds it")
    assert measure is not None  # noqa: S101  `changed_since` speaks where there is none
    with _snapshot():
        if known_then(published.known_at) != published.change_sets:
            raise CannotProceed(
                f"what was known at {published.known_at:%Y-%m-%d %H:%M:%S} is not what {published.pk} came from: "
                "a change was being written at that very moment"
            )
        again = _counted(measure, published, known_at=published.known_at)
        then = set(rows_then(published))
    found = set(again.rows)
    return Reproduced(
        published, again, published.rows - len(then), tuple(sorted(then - found)), tuple(sorted(found - then))
    )


def compare(published: PublishedFigure, *, today: date) -> Compared:
    """Set a published figure beside the same one as known now, and say of each child who differs why.

    For the command line and jobs, which see every child.
    """
    measure = _measure(published)
    if measure is None:
        raise CannotProceed(
            f"the measure {published.measure} is no longer in the catalogue: there is nothing to compare"
        )
    definition = changed_since(measure, version=published.version, mark=published.mark)
    teams = published.by in BY_TEAM
    with _snapshot():
        again = _counted(measure, published)
        then = rows_then(published)
        found = differing(then, again.rows, teams=teams)
        children = {child_id for child_id in found if child_id}
        changes = changes_since(children, published.known_at, tables=tables_read(measure, today=today, teams=teams))
        there = set(Child.every.filter(pk__in=children).values_list("pk", flat=True))
        otherwise = [Why.DEFINITION] if definition else []
        otherwise += [Why.SETTING] if settings_changed_since(published.known_at) else []
    changed = explained(found, changes, erased=frozenset(children - there), otherwise=otherwise)
    return Compared(published, again.whole, tuple(changed), published.rows - len(then), definition)


def note_view(published: PublishedFigure, *, by: str, what: str, child_ids: list[str]) -> None:
    """Write into the access log that the children behind a published figure were named on the command line."""
    Event.objects.create(
        user_id=None,
        kind="list",
        what=f"{what} of published figure {published.pk}, by {by}",
        method="command",
        status=200,
        children=child_ids,
    )


def _measure(published: PublishedFigure) -> Measure | None:
    return MEASURES.get(published.measure)


def _counted(measure: Measure, published: PublishedFigure, *, known_at: datetime | None = None) -> Again:
    by = published.by if published.by in measure.breakdowns else ""
    with RecordInMemory(Reader(known_at=known_at)) as store:
        return count_again(store, measure, Moment(published.from_on, published.to_on), by=by)


@contextmanager
def _snapshot() -> Iterator[None]:
    """All of one moment, where this is not part of a transaction already."""
    fresh = not connection.in_atomic_block
    with transaction.atomic():
        if fresh:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield
