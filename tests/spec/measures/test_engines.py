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
from onechild.knowledge.measures.engine import figures
from onechild.knowledge.measures.model import Basis
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


@pytest.mark.parametrize("example", ALONE, ids=lambda example: example.says)
def test_postgres_gives_what_duckdb_gives_under_settings(example: Example, postgres_url: str) -> None:
    tables = _pool([example])
    with duckdb.open_memory(tables) as expected, postgres.open_memory(tables, url=postgres_url) as store:
        assert _answers(store, [example]) == _answers(expected, [example])


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
    """Every measure at every day or period that an example asks for: figures in all and by each cut, and the rows."""
    measures = [measure for measure in MEASURES.values() if any(one.measure.key == measure.key for one in examples)]
    prepare(store, measures)
    days = sorted({one.asked["as_ats"][0] for one in examples if one.as_at})
    periods = sorted({one.asked["periods"][0] for one in examples if not one.as_at})
    asked = {
        Basis.AS_AT: Question(store, moments_of(as_ats=days)),
        Basis.PERIOD: Question(store, moments_of(periods=periods)),
    }
    found: dict[str, Any] = {}
    for measure in measures:
        question = asked[measure.basis]
        found[f"{measure.key} in all"] = figures(question, measure)
        found |= {f"{measure.key} by {cut}": figures(question, measure, by=cut) for cut in measure.breakdowns}
        found[f"{measure.key} rows"] = behind(question, measure)[measure.key]
    return found
