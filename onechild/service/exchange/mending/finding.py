"""Finds what waits to be mended, and the row of the record that a refused value belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Exists, F, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Coalesce

from onechild.knowledge.tables.contract import TABLES
from onechild.service.exchange.models import AsideDecision
from onechild.service.record.models import QuarantineRow
from onechild.service.record.models.row import RecordRow

AS_IT_STOOD = ("value", "reason", "row_values")


@dataclass(frozen=True)
class Belongs:
    """The row of the record that a refused value belongs to; none where it is not there or not told apart."""

    row: RecordRow | None
    child_id: str | None


def waiting() -> QuerySet[QuarantineRow]:
    """This function will return what nobody has decided on yet, as far as the viewer may see it.

    A decision stands as long as the source says the same at the same place.
    """
    said = AsideDecision.objects.annotate(**{f"{name}_": _or_nothing(F(name)) for name in AS_IT_STOOD})
    same = {f"{name}_": _or_nothing(OuterRef(name)) for name in AS_IT_STOOD}
    decided = said.filter(quarantine_id=OuterRef("quarantine_id"), **same)
    return QuarantineRow.objects.filter(~Exists(decided)).order_by("file", F("line").asc(nulls_last=True), "pk")


def _or_nothing(said: F) -> Coalesce:
    """An empty text where there is none, so that two that are empty are the same."""
    return Coalesce(said, Value(""), output_field=TextField())


def alike(aside: QuarantineRow) -> QuerySet[QuarantineRow]:
    """This function will return the values that wait for the same reason in the same column: it is one of them."""
    same = {name: getattr(aside, name) for name in ("table_name", "column_name", "value", "reason")}
    nothing = {f"{name}__isnull": True for name, value in same.items() if value is None}
    given = {name: value for name, value in same.items() if value is not None}
    return waiting().filter(row_refused=False, origin_id=aside.origin_id, **given, **nothing)


def model_of(table_name: str | None) -> type[RecordRow] | None:
    """This function will return the model of a table of the contract; none where it has none."""
    return _models().get(table_name or "") if table_name in TABLES else None


@cache
def _models() -> dict[str, Any]:
    return {model._meta.db_table: model for model in apps.get_app_config("record").get_models()}


def belonging(asides: Iterable[QuarantineRow]) -> dict[str, Belongs]:
    """This function will return, by quarantine id, the row that each refused value belongs to: a query a table.

    Only a row that the viewer may see, and that alone came from that place, is said to be the one.
    """
    by_table: dict[str, list[QuarantineRow]] = defaultdict(list)
    for aside in asides:
        if not aside.row_refused and aside.source_row and model_of(aside.table_name):
            by_table[str(aside.table_name)].append(aside)
    found: dict[str, Belongs] = {}
    for table_name, some in by_table.items():
        rows = _rows_at(table_name, {str(aside.source_row) for aside in some})
        for aside in some:
            here = [row for row in rows[str(aside.source_row)] if row.origin_id == aside.origin_id]
            if len(here) == 1:
                child_id = here[0].pk if table_name == "children" else getattr(here[0], "child_id", None)
                found[aside.pk] = Belongs(here[0], child_id)
    return found


def _rows_at(table_name: str, places: set[str]) -> dict[str, list[RecordRow]]:
    found: dict[str, list[RecordRow]] = defaultdict(list)
    model = _models()[table_name]
    for row in model.objects.filter(source_row__in=places).order_by("pk"):
        found[row.source_row].append(row)
    return found


def hidden(asides: Iterable[QuarantineRow]) -> set[str]:
    """This function will return the quarantine ids of values about children whom the viewer may not see."""
    by_table: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for aside in asides:
        if aside.source_row and model_of(aside.table_name):
            by_table[str(aside.table_name)][aside.source_row].add(aside.pk)
    found: set[str] = set()
    with connection.cursor() as cursor:
        for table_name, places in by_table.items():
            cursor.callproc("exchange_hidden_places", [table_name, list(places)])
            found.update(key for (place,) in cursor.fetchall() for key in places[place])
    return found
