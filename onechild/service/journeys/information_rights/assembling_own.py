"""The lines of a person’s record in OneChild’s own tables, beside those of the contract: what was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db import models

from onechild.knowledge.tables.contract import TABLES
from onechild.service.record.models import Intake, IntakeAdult, IntakeChild, PartnerCheck, Worker
from onechild.service.record.models.fields import CodeField, code_in_words
from onechild.service.record.models.row import ChildRow

# What a row carries of its own making, and keys that say nothing to the person.
NOT_TOLD = {
    *("source", "source_row", "origin_id", "gone_at", "edit_version", "change_set_id", "restricted", "recorded_on"),
    *("end_recorded_on", "child_id", "group_id", "meeting_id", "about_id", "digest", "open_to_ids", "number"),
    *("batch_id", "before", "evidence_id"),  # what joins moves and undoes them, and a key
}
ABOUT = "about"  # in most tables the name of another; where it has choices, it is said in words
NO_LINES = {"document_contents"}  # the bytes: each document is read and sent apart
OTHERS_WORDS = "may hold the words of, or words about, somebody else"
A_WORKER = "names a member of staff"
WHO_TOLD = "may say who told the council"
LISTS_OF_WORDS = ("reasons",)  # why a plan gave a child to somebody: it may name a brother or sister
STAFF_NAMES = ("by_name", "manager_name", "reader_name", "supervisor_name", "signed_name")


def own_rows(child_id: str) -> Iterator[tuple[str, models.Model, bool]]:
    """This function will yield the table, the row and whether it is what somebody told the council, oldest first."""
    for model in OWN:
        rows: Sequence[Any] = model.objects.filter(child_id=child_id)
        for row in sorted(rows, key=lambda row: (day_of(row) or date.min, str(row.pk))):
            yield model._meta.db_table, row, False
    told = IntakeChild.objects.filter(child_id=child_id).values("intake_id")
    for kind, key in ((Intake, "intake_id__in"), (IntakeAdult, "intake_id__in"), (PartnerCheck, "intake_id__in")):
        for row in kind.objects.filter(**{key: told}).order_by("pk"):
            yield kind._meta.db_table, row, True


def facts_of(row: models.Model, *, told: bool) -> Iterator[tuple[str, str, str]]:
    """This function will yield the column, its value in words, and why it must be looked at before it is sent."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if field.primary_key or field.attname in NOT_TOLD or value is None or value in ("", [], {}):
            continue
        if field.attname == ABOUT and not field.choices:
            continue
        if isinstance(field, models.ForeignKey):
            if _names_a_worker(field):
                yield field.attname, str(value), A_WORKER
            continue
        yield field.attname, _shown(row, field, value), _marked(row, field, told=told)


def day_of(row: models.Model) -> date | None:
    """The day of a row, where it has one."""
    return getattr(row, "happened_on", None) or getattr(row, "started_on", None) or getattr(row, "recorded_on", None)


def _names_a_worker(field: models.ForeignKey[Any, Any]) -> bool:
    return field.related_model is Worker


def _marked(row: models.Model, field: models.Field[Any, Any], *, told: bool) -> str:
    if getattr(row, "restricted", None):
        return "is restricted"
    if told:
        return WHO_TOLD
    if field.attname.endswith(STAFF_NAMES):
        return A_WORKER
    free = isinstance(field, models.TextField) and not isinstance(field, CodeField) and not field.choices
    listed = isinstance(field, models.JSONField) or field.attname in LISTS_OF_WORDS
    return OTHERS_WORDS if free or listed else ""


def _shown(row: models.Model, field: models.Field[Any, Any], value: object) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return f"{value:%-d %B %Y, %H:%M}"
    if isinstance(value, date):
        return f"{value:%-d %B %Y}"
    if isinstance(field, CodeField):
        return code_in_words(field.codes, str(value))
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _plainly(value)


def _plainly(value: object) -> str:
    """A list, or what is kept as names and values, such as a line of an agenda, as a person reads it."""
    if isinstance(value, dict):
        told = ((name, _plainly(one)) for name, one in value.items() if name not in ("href", "key"))
        return "; ".join(f"{name.replace('_', ' ')}: {words}" for name, words in told if words)
    if isinstance(value, list):
        return ", ".join(_plainly(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


OWN: tuple[Any, ...] = tuple(
    sorted(
        (
            model
            for model in apps.get_app_config("record").get_models()
            if issubclass(model, ChildRow)
            and model._meta.db_table not in TABLES
            and model._meta.db_table not in NO_LINES
        ),
        key=lambda model: model._meta.db_table,
    )
)
