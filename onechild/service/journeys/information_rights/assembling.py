"""A person's record, line by line, from every table of the record, with what may be about somebody else marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db import models

from onechild.knowledge.tables.contract import SUBJECTS
from onechild.knowledge.tables.model import Column, Kind, Table
from onechild.service.journeys.information_rights.assembling_own import (
    A_WORKER,
    OTHERS_WORDS,
    day_of,
    facts_of,
    own_rows,
)
from onechild.service.record.models import AdultName, Relationship
from onechild.service.record.models.fields import CodeField, code_in_words

BOOKKEEPING = {"source", "source_row", "restricted", "recorded_on", "end_recorded_on", "child_id"}
ABOUT_OTHERS = {
    "relationships": "says who somebody else is",
    "family_members": "names a family group",
    "mothers": "is about her child",
}
WRITTEN = "What was written"


@dataclass(frozen=True)
class Line:
    """One fact of the record: where it stands, what it says, and why somebody must look at it before it is sent."""

    key: str
    subject: str
    table: str
    on: date | None
    says: str
    value: str
    marked: str = ""


def lines_of(child_id: str) -> list[Line]:
    """This function will return every fact of a child's record, oldest first: the contract's tables, then our own."""
    return [
        *(
            line
            for subject, tables in SUBJECTS.items()
            for table in tables
            for line in _of_table(subject, table, child_id)
        ),
        *_written(child_id),
    ]


def _written(child_id: str) -> Iterator[Line]:
    """What was written in the work itself: notes, assessments, plans, letters, and what the council was told."""
    for table, row, told in own_rows(child_id):
        for column, value, marked in facts_of(row, told=told):
            key, says = f"{table}/{row.pk}/{column}", _words(column.removesuffix("_id"))
            yield Line(key, WRITTEN, _words(table), day_of(row), says, value, marked)


def _of_table(subject: str, table: Table, child_id: str) -> Iterator[Line]:
    if "child_id" not in table.names or table.name == "findings":
        return
    model = MODELS[table.name]
    rows = model.objects.filter(child_id=child_id)
    for row in sorted(rows, key=lambda row: (_day(row) or date.min, str(row.pk))):
        for column in table.columns:
            value = getattr(row, column.name)
            if value is None or value == "" or column.name in BOOKKEEPING or column.name == table.key:
                continue
            yield Line(
                key=f"{table.name}/{row.pk}/{column.name}",
                subject=subject,
                table=_words(table.name),
                on=_day(row),
                says=_words(column.name.removesuffix("_id")),
                value=_shown(column, value),
                marked=_marked(table, column, row),
            )
        yield from _named_adult(subject, table, row)


def _named_adult(subject: str, table: Table, row: models.Model) -> Iterator[Line]:
    """The name of an adult around the child, which is always somebody else's."""
    if not isinstance(row, Relationship) or not row.related_adult_id:
        return
    for name in AdultName.objects.filter(adult_id=row.related_adult_id):
        yield Line(
            key=f"adult_names/{name.pk}/{row.pk}",
            subject=subject,
            table=_words(table.name),
            on=row.started_on,
            says="name",
            value=" ".join(part for part in (name.forename, name.surname) if part),
            marked=ABOUT_OTHERS["relationships"],
        )


def _marked(table: Table, column: Column, row: models.Model) -> str:
    if getattr(row, "restricted", None):
        return "is restricted"
    if table.name in ABOUT_OTHERS:
        return ABOUT_OTHERS[table.name]
    if column.refers in {"workers"}:
        return A_WORKER
    free = (
        column.kind is Kind.TEXT
        and column.refers is None
        and not column.name.endswith(("_id", "urn", "uprn", "postcode"))
    )
    return OTHERS_WORDS if free and table.name not in {"child_names", "identifiers", "children"} else ""


def _shown(column: Column, value: object) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return f"{value:%-d %B %Y, %H:%M}"
    if isinstance(value, date):
        return f"{value:%-d %B %Y}"
    return code_in_words(column.codes, str(value)) if column.codes else str(value)


def _day(row: models.Model) -> date | None:
    return getattr(row, "happened_on", None) or getattr(row, "started_on", None)


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


MODELS: dict[str, Any] = {
    model._meta.db_table: model
    for model in apps.get_app_config("record").get_models()
    if any(isinstance(field, models.ForeignKey | CodeField | models.TextField) for field in model._meta.concrete_fields)
}
