"""What commands over an extract share: the extract itself, the engine it is asked on, and days as people type them."""

from __future__ import annotations

import importlib.util
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from onechild.errors import CannotProceed

if TYPE_CHECKING:
    from onechild.knowledge.engines.store import Store
    from onechild.knowledge.tables.extract import Extract

ENGINES = ("duckdb", "postgres", "spark")


def extract_in(folder: Path) -> Extract:
    """The extract in a folder; its tables were checked when it was written, and are not all read again here."""
    from onechild.knowledge.tables.extract import read_extract

    return read_extract(folder, trusting=True)


@contextmanager
def store_on(engine: str, extract: Extract, *, work: Path | None = None) -> Iterator[Store]:
    """The extract opened on an engine for the time of the block.

    `work` is where Spark keeps what it works out on the way: on a cluster, a place that every worker can reach.
    PostgreSQL is the one that DATABASE_URL names, or else one of our own in a folder that goes when the block ends.
    """
    if engine == "duckdb":
        from onechild.knowledge.engines import duckdb

        with duckdb.open_store(extract) as store:
            yield store
    elif engine == "postgres":
        with _on_postgres(extract) as store:
            yield store
    elif engine == "spark":
        _refuse_without_spark()
        from onechild.knowledge.engines import spark

        with spark.open_store(extract, folder=work) as store:
            yield store
    else:
        raise CannotProceed(f"there is no engine called {engine}; the engines are {', '.join(ENGINES)}")


def day_of(text: str, *, option: str) -> date:
    """A day as typed, 2026-03-31; CannotProceed, naming the option, for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CannotProceed(f"{option} {text!r} is not a day such as 2026-03-31") from None


@contextmanager
def _on_postgres(extract: Extract) -> Iterator[Store]:
    from onechild.knowledge.engines import postgres
    from onechild.knowledge.engines.own_postgres import own_postgres

    if url := os.environ.get("DATABASE_URL"):
        with postgres.open_store(extract, url=url) as store:
            yield store
        return
    folder = Path(tempfile.mkdtemp(prefix="onechild-postgres-"))
    folder.chmod(0o711)  # run as root, the server runs as another user, who must pass through to a folder of its own
    try:
        with own_postgres(folder / "data", durable=False) as url, postgres.open_store(extract, url=url) as store:
            yield store
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _refuse_without_spark() -> None:
    if importlib.util.find_spec("pyspark") is None:
        raise CannotProceed("Spark is not installed: install onechild[spark] (it needs Java 17), or leave --engine out")
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        raise CannotProceed("Spark needs Java 17 or later, which is not on this machine; leave --engine out")
