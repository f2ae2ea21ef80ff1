"""The examples of measures, pooled into one question an engine: PostgreSQL and Spark give what DuckDB gives."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import psycopg
import pyarrow as pa
import pytest

from onechild.knowledge.engines import duckdb, postgres
from onechild.knowledge.engines.record import open_record
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.behind import behind
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.cuts import CUTS
from onechild.knowledge.measures.engine import together
from onechild.knowledge.measures.model import Basis, Measure
from onechild.knowledge.measures.preparing import prepare
from onechild.knowledge.measures.question import Question, moments_of
from tests.knowledge.clocks import plain_record
from tests.spec.measures.examples import Example, tables_of
from tests.spec.measures.test_measures import EXAMPLES

# A setting holds for a whole council, so an example that has one keeps a pool of its own.
POOLED = tuple(example for example in EXAMPLES if "settings" not in example.holds)
ALONE = tuple(example for example in EXAMPLES if "settings" in example.holds)


def test_postgres_gives_what_duckdb_gives_for_all_examples_in_one_pool(postgres_url: str) -> None:
    tables = _pool(POOLED)
    with duckdb.open_memory(tables) as expected, postgres.open_memory(tables, url=postgres_url) as store:
        assert _answers(store, POOLED) == _answers(expected, POOLED)


@pytest.mark.slow
def test_postgres_gives_what_duckdb_gives_by_every_cut(postgres_url: str) -> None:
    tables = _pool(POOLED)
    with duckdb.open_memory(tables) as expected, postgres.open_memory(tables, url=postgres_url) as store:
        assert _by_cuts(store, POOLED) == _by_cuts(expected, POOLED)


@pytest.mark.parametrize("example", ALONE, ids=lambda example: example.says)
def test_postgres_gives_what_duckdb_gives_under_settings(example: Example, postgres_url: str) -> None:
    tables = _pool([example])
    with duckdb.open_memory(tables) as expected, postgres.open_memory(tables, url=postgres_url) as store:
        assert _answers(store, [example]) == _answers(expected, [example])


@pytest.mark.slow
def test_record_gives_what_duckdb_gives_for_all_examples_in_one_pool(postgres_url: str) -> None:
    tables = _pool(POOLED)
    with psycopg.connect(postgres_url, autocommit=True) as connection, connection.cursor() as cursor:
        plain_record.make_tables(cursor)
        plain_record.put(cursor, {name: rows.to_pylist() for name, rows in tables.items()})
        with duckdb.open_memory(tables) as expected, open_record(postgres_url) as store:
            assert _answers(store, POOLED) == _answers(expected, POOLED)
        cursor.execute("DROP SCHEMA contract CASCADE")
        cursor.execute("DROP TABLE public.obligations")


@pytest.mark.spark
@pytest.mark.slow
def test_spark_gives_what_duckdb_gives_for_all_examples_in_one_pool() -> None:
    from onechild.knowledge.engines import spark

    tables = _pool(POOLED)
    with duckdb.open_memory(tables) as expected, spark.open_memory(tables) as store:
        assert _answers(store, POOLED) == _answers(expected, POOLED)


def _pool(examples: Any) -> dict[str, pa.Table]:
    pooled: dict[str, list[pa.Table]] = defaultdict(list)
    for number, example in enumerate(examples):
        for name, rows in tables_of(example.holds, prefix=f"{number}-").items():
            pooled[name].append(rows)
    return {name: pa.concat_tables(rows) for name, rows in pooled.items()}


def _answers(store: Store, examples: Any) -> dict[str, Any]:
    """Every measure at every day or period that an example asks for: figures in all, and the rows behind them."""
    found: dict[str, Any] = {}
    for question, measures in _asked(store, examples):
        found |= {f"{key} in all": figures for key, figures in together(question, measures).items()}
        found |= {f"{key} rows": rows for key, rows in behind(question, *measures).items()}
    return found


def _by_cuts(store: Store, examples: Any) -> dict[str, Any]:
    """The same by each cut that a measure has."""
    found: dict[str, Any] = {}
    for question, measures in _asked(store, examples):
        for cut in CUTS:
            cutting = [measure for measure in measures if cut in measure.breakdowns]
            found |= {f"{key} by {cut}": figures for key, figures in together(question, cutting, by=cut).items()}
    return found


def _asked(store: Store, examples: Any) -> list[tuple[Question, list[Measure]]]:
    """The measures of examples that are counted as at a day, and those over a period, each with one question."""
    keys = {one.measure.key for one in examples}
    measures = [measure for measure in MEASURES.values() if measure.key in keys]
    prepare(store, measures)
    days = sorted({one.asked["as_ats"][0] for one in examples if one.as_at})
    periods = sorted({one.asked["periods"][0] for one in examples if not one.as_at})
    asked = {Basis.AS_AT: moments_of(as_ats=days), Basis.PERIOD: moments_of(periods=periods)}
    return [
        (Question(store, moments), [measure for measure in measures if measure.basis is basis])
        for basis, moments in asked.items()
    ]
