"""The standard tables of the record as the lists ask for them: through the viewer's own policies."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cache
from typing import Any

import polars as pl
from django.apps import apps
from django.db.models import Q, QuerySet

from onechild.knowledge.formats.annex_a.writing.sources import empty
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.model import Kind, Shape, Table

# What no list says.
UNASKED = frozenset({"source", "source_row", "restricted", "recorded_on", "end_recorded_on"})
# Of children many, a comparison with a list is slower than reading all and leaving out.
MANY = 20_000


class RecordTables:
    """Rows that the viewer of this request may see; row-level security leaves out the others."""

    def rows(self, table: str, *, children: Collection[str] | None = None, since: date | None = None) -> pl.DataFrame:
        """As `writing.Tables.rows`; moments are left empty, and what no list asks for."""
        wanted = TABLES[table]
        columns = [
            column.name for column in wanted.columns if column.kind is not Kind.INSTANT and column.name not in UNASKED
        ]
        found = _kept(_model(table).objects.all(), wanted, since)
        if children is not None and len(children) < MANY:
            found = found.filter(child_id__in=list(children))
        frame = empty(wanted)
        rows = list(found.values_list(*columns))
        schema = {name: frame.schema[name] for name in columns}
        told = pl.DataFrame(rows, schema=schema, orient="row")
        if children is not None and len(children) >= MANY:
            told = told.filter(pl.col("child_id").is_in(list(children)))
        return pl.concat([frame, told], how="diagonal")


def _kept(rows: QuerySet[Any], table: Table, since: date | None) -> QuerySet[Any]:
    if table.name == "children":
        rows = rows.filter(linked_to__isnull=True)
    if since is None:
        return rows
    if table.shape is Shape.SPELL:
        return rows.filter(Q(ended_on=None) | Q(ended_on__gte=since))
    return rows.filter(happened_on__gte=since) if table.shape is Shape.EVENT else rows


@cache
def _models() -> dict[str, Any]:
    return {model._meta.db_table: model for model in apps.get_app_config("record").get_models()}


def _model(table: str) -> Any:
    return _models()[table]
