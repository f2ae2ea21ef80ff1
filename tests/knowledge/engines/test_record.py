"""The record as a store: read in one snapshot, with what is put kept for as long as it is open and no longer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pyarrow as pa
import pytest

from onechild.errors import CannotProceed
from onechild.knowledge.engines.record import open_record

VISITS = "visit_id text, child_id text, happened_on date, seen boolean"


@pytest.fixture
def record(url: str) -> Iterator[Any]:
    """Two tables of a record, one of them without a row, and its obligations; gone after the test."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            f"CREATE SCHEMA contract; CREATE TABLE contract.visits ({VISITS}); "  # noqa: S608
            "CREATE TABLE contract.contacts (contact_id text); CREATE TABLE public.obligations (child_id text); "
            "INSERT INTO contract.visits VALUES ('v1', '1', '2026-03-29', true), ('v2', '2', '2026-03-30', NULL); "
            "INSERT INTO public.obligations VALUES ('1'); CREATE SCHEMA known; CREATE VIEW known.visits AS "
            "SELECT * FROM contract.visits WHERE happened_on <= current_setting('onechild.known_at')::date"
        )
        yield connection
        connection.execute("DROP SCHEMA contract, known CASCADE; DROP TABLE public.obligations")


def test_tables_are_those_of_the_record(record: Any, url: str) -> None:
    with open_record(url) as store:
        assert ids(store, "visits", "visit_id") == ["v1", "v2"]
        assert ids(store, "obligations", "child_id") == ["1"]


def test_table_without_a_row_is_told_from_one_that_has_some(record: Any, url: str) -> None:
    with open_record(url) as store:
        assert (store.has("visits"), store.has("contacts"), store.has("nothing")) == (True, False, False)
        assert (store.empty("visits"), store.empty("contacts")) == (False, True)


def test_name_that_is_no_table_is_refused(record: Any, url: str) -> None:
    with open_record(url) as store, pytest.raises(KeyError):
        store.table("no_such_table")


def test_record_is_read_as_it_was_when_it_was_opened(record: Any, url: str) -> None:
    with open_record(url) as store:
        assert store.has("visits")
        record.execute("INSERT INTO contract.visits VALUES ('v3', '1', '2026-03-31', true)")
        assert ids(store, "visits", "visit_id") == ["v1", "v2"]


def test_record_as_it_was_known_is_read_by_a_setting_of_the_session(record: Any, url: str) -> None:
    with open_record(url, schema="known", settings={"onechild.known_at": "2026-03-29 23:59:59"}) as store:
        assert ids(store, "visits", "visit_id") == ["v1"]
        with pytest.raises(KeyError):
            store.table("obligations")


def test_what_is_put_takes_the_place_of_what_it_is_made_from(record: Any, url: str) -> None:
    with open_record(url) as store:
        visits = store.table("visits")
        store.put("visits", visits.filter(visits.seen))
        store.put("visits", store.table("visits").mutate(again=store.table("visits").visit_id))
        assert ids(store, "visits", "again") == ["v1"]
        assert store.has("visits")


def test_rows_from_memory_keep_nulls_and_empty_words_apart(record: Any, url: str) -> None:
    rows = pa.table({"key": ["a", "b"], "words": ["", None], "day": [date(2026, 1, 1), None]})
    with open_record(url) as store:
        kept = store.put("kept", rows).order_by("key").to_pyarrow()
        assert kept.to_pylist() == rows.to_pylist()


def test_parts_are_gathered_one_after_the_other(record: Any, url: str) -> None:
    with open_record(url) as store:
        visits = store.table("visits").select("visit_id")
        store.gather("both", [visits.filter(visits.visit_id == key) for key in ("v1", "v2")])
        assert ids(store, "both", "visit_id") == ["v1", "v2"]


def test_nothing_is_left_in_the_record(record: Any, url: str) -> None:
    with open_record(url) as store:
        store.put("kept", pa.table({"key": ["a"]}))
    assert record.execute("SELECT count(*) FROM pg_class WHERE relname LIKE 'kept%'").fetchone() == (0,)


def test_record_that_does_not_answer_is_refused_in_a_plain_line(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed, match="PostgreSQL can't be reached"):
        open_record(f"postgresql:///postgres?host={tmp_path}")


def ids(store: Any, table: str, column: str) -> list[str]:
    return sorted(store.table(table).to_pyarrow().column(column).to_pylist())
