"""A PostgreSQL that waits for no disk, with a record that has its law but no row."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from onechild.knowledge.clocks import live
from onechild.knowledge.engines.own_postgres import own_postgres
from tests.knowledge.clocks import plain_record
from tests.knowledge.clocks.adversarial import council, together


@pytest.fixture(scope="session")
def record_url() -> Iterator[str]:
    """The address of the record. Loading the law takes some seconds, so it is done once."""
    folder = Path(tempfile.mkdtemp(prefix="onechild-tests-"))
    folder.chmod(0o755)
    try:
        with own_postgres(folder / "postgres", durable=False) as url:
            with psycopg.connect(url) as connection, connection.cursor() as cursor:
                plain_record.make(cursor)
                plain_record.put(cursor, {"settings": together(council(seed=1, children=1))["settings"]})
                live.load_law(cursor, plain_record.standards(cursor))
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def record(record_url: str) -> Iterator[Any]:
    """A cursor in a transaction that is given up after the test."""
    with psycopg.connect(record_url) as connection, connection.cursor() as cursor:
        yield cursor
        connection.rollback()
