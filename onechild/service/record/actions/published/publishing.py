"""Publishes a stored figure: definition, known-at and children are kept as they are, once for all its uses."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from onechild.errors import CannotProceed
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.published.definition import definition_of, mark_of
from onechild.knowledge.measures.question import Moment
from onechild.service.record.actions.change_sets import Person
from onechild.service.record.models import PublishedFigure, PublishedUse

NUMBERS = ("version", "by", "cut", "team_id", "worker_id", "label", "numerator", "denominator", "value", "own_rows")
Ask = tuple[Measure, Moment, str]
Row = dict[str, Any]


class NotKept(CannotProceed):
    """A figure that is not among the stored ones, so that nobody can have read it."""


@dataclass(frozen=True)
class _Stored:
    """The stored figure in all, its groups, and the days that hold its rows."""

    whole: Row
    groups: list[Row]
    days: list[int]
    first: date
    last: date


def publish(
    *, measure: Measure, when: Moment, by: str = "", for_what: str, who: Person | str, now: datetime
) -> PublishedFigure:
    """Keep a stored figure as it is told, for a document or a page; NotKept where it is not stored.

    The same figure told again is not kept twice: it gets another use. It is the council's own figure, whoever asks.
    """
    with transaction.atomic():
        known_at, change_sets = _known()
        found = _stored(measure, when, by)
        content, rows = _call("published_fingerprint", [found.days, found.first, found.last, measure.key])[0]
        number = _number(measure, when, by, found, content)
        kept = PublishedFigure.objects.filter(pk=number).first()
        if kept is None:
            kept = PublishedFigure.objects.create(
                published_id=number,
                measure=measure.key,
                version=measure.version,
                title=measure.title,
                says=measure.says,
                definition=definition_of(measure),
                mark=mark_of(measure),
                from_on=when.from_on,
                to_on=when.to_on,
                by=by,
                numerator=found.whole["numerator"],
                denominator=found.whole["denominator"],
                value=found.whole["value"],
                groups=found.groups,
                known_at=known_at,
                change_sets=change_sets,
                content=content,
                rows=rows,
                published_at=now,
            )
            _call("published_keep_rows", [number, found.days, found.first, found.last, measure.key])
        _use(kept, for_what=for_what, who=who, now=now)
        return kept


def publish_all(*, asked: Iterable[Ask], for_what: str, who: Person | str, now: datetime) -> list[PublishedFigure]:
    """Keep every figure of a document, in one transaction; what is not stored is passed over."""
    found = []
    with transaction.atomic():
        for measure, when, by in dict.fromkeys(_hashable(asked)):
            try:
                found.append(publish(measure=measure.of, when=when, by=by, for_what=for_what, who=who, now=now))
            except NotKept:
                continue
    return found


@dataclass(frozen=True)
class _ByKey:
    """A measure told from others by its key: its expressions have no hash."""

    key: str
    of: Measure

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByKey) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


def _hashable(asked: Iterable[Ask]) -> Iterable[tuple[_ByKey, Moment, str]]:
    return ((_ByKey(measure.key, measure), when, by) for measure, when, by in asked)


def _known() -> tuple[datetime, int]:
    known_at, change_sets = _call("published_known", [])[0]
    if known_at is None:
        raise NotKept("no figures have been worked out yet")
    return known_at, change_sets


def _stored(measure: Measure, when: Moment, by: str) -> _Stored:
    days = [
        dict(zip(("number", "kind", "from_on", "to_on"), row, strict=True))
        for row in _call("published_days", [when.from_on, when.to_on])
    ]
    own = next((one for one in days if (one["from_on"], one["to_on"]) == (when.from_on, when.to_on)), None)
    numbers = _call("published_numbers", [own["number"], measure.key, by]) if own else []
    rows = [dict(zip(NUMBERS, row, strict=True)) for row in numbers]
    whole = next((row for row in rows if not row["by"]), None)
    if own is None or whole is None or whole["version"] != measure.version:
        moment = f"from {when.from_on} to {when.to_on}" if when.from_on else f"as at {when.to_on}"
        raise NotKept(f"the figure {measure.key} {moment} is not stored")
    alone = when.from_on is None or own["kind"] == "month" or whole["own_rows"]
    held = [own["number"]] if alone else [one["number"] for one in days if one["kind"] in ("month", "rows")]
    groups = [_group(row) for row in rows if by and row["by"] == by]
    return _Stored(whole, groups, held, when.from_on or date.min, when.to_on)


def _group(row: Row) -> Row:
    return {name: row[name] for name in ("cut", "team_id", "worker_id", "label", "numerator", "denominator", "value")}


def _number(measure: Measure, when: Moment, by: str, found: _Stored, content: str) -> str:
    """The same figure, told again, has the same number."""
    numbers = [found.whole[name] for name in ("numerator", "denominator", "value")]
    facts = [measure.key, measure.version, mark_of(measure), str(when), by, numbers, found.groups, content]
    stamp = hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:8].upper()
    return f"F-{when.to_on:%Y-%m%d}-{measure.reference or 'OWN'}-{stamp}"


def _use(kept: PublishedFigure, *, for_what: str, who: Person | str, now: datetime) -> None:
    name, user = (who, None) if isinstance(who, str) else (who.name, who.pk)
    uses = PublishedUse.objects.filter(published=kept, for_what=for_what, published_by=name)
    if not uses.exists():
        PublishedUse.objects.create(
            published=kept, for_what=for_what, published_by=name, user_id=user, published_at=now
        )


def _call(function: str, what: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.callproc(function, what)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found
