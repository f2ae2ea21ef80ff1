"""A store, on each engine: the contract's tables by name, and what is put there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pytest

from onechild.errors import CannotProceed
from onechild.knowledge.engines import duckdb, postgres, spark
from onechild.knowledge.engines.store import Store
from onechild.knowledge.tables.conform import conform
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import About, Extract, write_extract

CONTACTS = [
    {
        "contact_id": "c1",
        "child_id": "1",
        "happened_on": date(2026, 3, 29),
        "received_at": datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
        "source_words": 'said "come", twice,\nand waited',
        "already_open": True,
    },
    {"contact_id": "c2", "child_id": "2", "happened_on": date(2026, 3, 30), "source_words": ""},
]
ENGINES = ("duckdb", "postgres", pytest.param("spark", marks=[pytest.mark.spark, pytest.mark.slow]))


@pytest.fixture
def extract(tmp_path: Path) -> Extract:
    tables = {"contacts": conform("contacts", pa.Table.from_pylist(CONTACTS))}
    return write_extract(tmp_path / "extract", tables, about=About(council="999"))


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, extract: Extract) -> Iterator[Store]:
    if request.param == "duckdb":
        opened = duckdb.open_store(extract)
    elif request.param == "postgres":
        opened = postgres.open_store(extract, url=request.getfixturevalue("url"))
    else:
        opened = spark.open_store(extract)
    with opened:
        yield opened


def test_table_of_the_extract_comes_back_as_it_was_written(store: Store, extract: Extract) -> None:
    found = store.table("contacts").order_by("contact_id").to_pyarrow()
    assert _plain(found) == _plain(extract.table("contacts"))


def test_table_that_the_extract_lacks_is_empty_and_typed(store: Store) -> None:
    found = store.table("visits").to_pyarrow()
    assert found.num_rows == 0
    assert found.schema.names == list(TABLES["visits"].names)
    assert found.schema.field("happened_on").type == pa.date32()


def test_name_that_is_no_table_is_refused(store: Store) -> None:
    with pytest.raises(KeyError):
        store.table("no_such_table")


def test_put_keeps_an_expression_and_may_be_made_of_what_it_replaces(store: Store) -> None:
    contacts = store.table("contacts")
    store.put("chosen", contacts.filter(contacts.already_open).select("child_id"))
    chosen = store.table("chosen")
    store.put("chosen", chosen.mutate(again=chosen.child_id))
    assert store.table("chosen").to_pyarrow().to_pylist() == [{"child_id": "1", "again": "1"}]


def test_put_keeps_rows_from_memory_with_nulls_and_empty_words_apart(store: Store) -> None:
    rows = pa.table({"key": ["a", "b"], "words": ["", None], "number": [1, None]})
    store.put("kept", rows)
    assert sorted(store.table("kept").to_pyarrow().to_pylist(), key=str) == sorted(rows.to_pylist(), key=str)


def test_gather_keeps_the_rows_of_every_part(store: Store) -> None:
    contacts = store.table("contacts").select("contact_id")
    kept = store.gather("both", [contacts.filter(contacts.contact_id == name) for name in ("c1", "c2")])
    assert sorted(kept.to_pyarrow().column("contact_id").to_pylist()) == ["c1", "c2"]


def test_has_tells_what_is_there_from_what_is_only_empty(store: Store) -> None:
    store.put("kept", pa.table({"key": ["a"]}))
    assert (store.has("contacts"), store.has("kept"), store.has("visits")) == (True, True, False)
    assert (store.empty("contacts"), store.empty("visits")) == (False, True)


def test_postgres_leaves_nothing_behind(extract: Extract, url: str) -> None:
    import psycopg

    with postgres.open_store(extract, url=url) as store:
        store.table("contacts")
    with psycopg.connect(url) as connection:
        found = connection.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'onechild%'").fetchall()
    assert found == []


def test_postgres_that_does_not_answer_is_refused_in_a_plain_line(extract: Extract, tmp_path: Path) -> None:
    with pytest.raises(CannotProceed, match="PostgreSQL can't be reached"):
        postgres.open_store(extract, url=f"postgresql:///postgres?host={tmp_path}")


def _plain(rows: pa.Table) -> list[dict[str, object]]:
    """Spark hands instants over in UTC, but without saying so."""
    return [
        {name: cell.replace(tzinfo=None) if isinstance(cell, datetime) else cell for name, cell in row.items()}
        for row in rows.to_pylist()
    ]
