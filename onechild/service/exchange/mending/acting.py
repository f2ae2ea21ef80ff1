"""Mends what could not be read and takes it in, as a change-set of its own; or leaves it, with a reason.

How a mend outlives the next load of the same file: a value is written over what the source's row lacks, and a load
spares a row that was edited here as long as the source says what it said then; where the source itself has put it
right, its version is taken and a finding says so. A row that a load had to refuse for its child keeps its key and its
source, and a load that brings it again leaves the mended one. A row that no key could be worked out for is OneChild's
own from then on, which no load touches. That it was decided is kept by file, place and what stood there, so nobody is
asked twice for the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, ProgrammingError, transaction

from onechild.errors import CannotProceed
from onechild.knowledge.tables.contract import TABLES
from onechild.service.exchange.mending.finding import alike, belonging, hidden, model_of, waiting
from onechild.service.exchange.models import AsideDecision
from onechild.service.exchange.models.aside_decision import LEFT, MENDED
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import QuarantineRow

BY_A_LOAD = "load/"


class CannotMend(CannotProceed):
    """This can't be taken in as it was mended; the message says why."""


def mend(*, aside: QuarantineRow, given: Mapping[str, Any], by: Person, now: datetime) -> AsideDecision:
    """Take in a value or a row as it was mended. Raises CannotMend, with nothing written."""
    try:
        with change_set(by=by, kind="mend", words=f"Mended: {aside.file}, {aside.place}") as number:
            _still_waits(aside)
            key = _take_row(aside, given, now) if aside.row_refused else _put_value(aside, given)
            return _decide(aside, MENDED, by=by, now=now, given=given, row_key=key, change_set_id=number)
    except IntegrityError:
        raise CannotMend("it can't stand beside what the record holds for these days or this key") from None
    except ProgrammingError:  # the database's own policies: the child is none of the viewer's
        raise CannotMend("it is about a child whose record you may not open: ask somebody who can") from None


def mend_alike(*, aside: QuarantineRow, given: Mapping[str, Any], by: Person, now: datetime) -> tuple[int, int]:
    """Mend every value that waits for the same reason in the same column; how many were, and how many could not be."""
    done = 0
    some = list(alike(aside))
    with change_set(by=by, kind="mend", words=f"Mended alike: {aside.column_name}, {len(some)} places"):
        for one in some:
            try:
                with transaction.atomic():
                    mend(aside=one, given=given, by=by, now=now)
            except CannotMend:
                continue
            done += 1
    return done, len(some) - done


def leave(*, aside: QuarantineRow, reason: str, by: Person, now: datetime) -> AsideDecision:
    """Leave it as it is, with a reason. Raises CannotMend where somebody has decided meanwhile."""
    if not reason.strip():
        raise CannotMend("say why it is left as it is")
    with transaction.atomic():
        _still_waits(aside)
        return _decide(aside, LEFT, by=by, now=now, words=reason)


def _still_waits(aside: QuarantineRow) -> None:
    list(QuarantineRow.every.select_for_update().filter(pk=aside.pk).values_list("pk"))
    if not waiting().filter(pk=aside.pk).exists():
        raise CannotMend("somebody has decided on this meanwhile")


def _put_value(aside: QuarantineRow, given: Mapping[str, Any]) -> str:
    """Write the value into the row it belongs to, and work out the child's clocks."""
    if hidden([aside]):
        raise CannotMend("it is about a child whose record you may not open: ask somebody who can")
    found = belonging([aside]).get(aside.pk)
    if found is None or found.row is None:
        raise CannotMend("the row it belongs to is not in the record, or is not the only one from its place")
    children = [found.child_id] if found.child_id else []
    locked(children)
    row = found.row
    for name, value in given.items():
        setattr(row, attribute(name, row), value)
    row.save(update_fields=[attribute(name, row) for name in given])
    clocks.renew(children)
    return str(row.pk)


def _take_row(aside: QuarantineRow, given: Mapping[str, Any], now: datetime) -> str:
    """Write the row: with its source's own key where a load refused it, else as a row of OneChild's own."""
    model = model_of(aside.table_name)
    if model is None:
        raise CannotMend("no table of the record takes this row")
    key = _own_key(aside)
    row = model(source=aside.source, source_row=aside.source_row, recorded_on=now.date())
    if key:
        row.pk, row.origin_id = key, aside.origin_id
    for name, value in given.items():
        if value is not None:
            setattr(row, attribute(name, row), value)
    _in_order(given)
    children = [str(given["child_id"])] if given.get("child_id") else []
    locked(children)
    try:
        row.save(force_insert=True)
    except ValidationError as fault:
        raise CannotMend("; ".join(fault.messages)) from None
    clocks.renew(children or ([str(row.pk)] if aside.table_name == "children" else []))
    return str(row.pk)


def _in_order(given: Mapping[str, Any]) -> None:
    begins, ends = given.get("started_on"), given.get("ended_on")
    if isinstance(begins, date) and isinstance(ends, date) and ends < begins:
        raise CannotMend("it can't end before it starts")


def _own_key(aside: QuarantineRow) -> str | None:
    """The source's key of a row that a load refused, which stands among its values; none for one that reading did."""
    if f"{BY_A_LOAD}{aside.table_name}/" not in aside.pk or not aside.row_values:
        return None
    stood = json.loads(aside.row_values)
    return stood.get(TABLES[str(aside.table_name)].key) if isinstance(stood, dict) else None


def attribute(column: str, row: Any) -> str:
    """This function will return the name under which a model keeps a column: a reference by its key."""
    names = {field.column: field.attname for field in row._meta.concrete_fields}
    return str(names.get(column, column))


def _decide(
    aside: QuarantineRow,
    decision: str,
    *,
    by: Person,
    now: datetime,
    words: str = "",
    given: Mapping[str, Any] | None = None,
    row_key: str = "",
    change_set_id: int | None = None,
) -> AsideDecision:
    return AsideDecision.objects.create(
        quarantine_id=aside.pk, value=aside.value, reason=aside.reason, row_values=aside.row_values,
        decision=decision, words=words, table_name=aside.table_name or "", row_key=row_key,
        given={name: _plain(value) for name, value in (given or {}).items() if value is not None},
        change_set_id=change_set_id, decided_by=by.name, user_id=by.pk, decided_at=now,
    )  # fmt: skip


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
