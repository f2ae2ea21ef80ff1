"""Every specification of a check, on every engine: the answers are those of the tables, and the same on both."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from onechild.knowledge.engines import duckdb, postgres
from onechild.knowledge.silence.catalogue import CHECKS
from tests.spec.silence import follow_through, in_care, legal, protection, work, young
from tests.spec.silence.harness import Example, answers, expected, tables_of
from tests.spec.tables import arrow_tables

EXAMPLES = (
    *work.EXAMPLES,
    *follow_through.EXAMPLES,
    *protection.EXAMPLES,
    *in_care.EXAMPLES,
    *legal.EXAMPLES,
    *young.EXAMPLES,
)
Answers = dict[str, list[dict[str, str]]]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_check_finds_the_silences_of_the_table(example: Example) -> None:
    assert _on_duckdb()[example.name] == expected(example)


def test_postgres_finds_the_same_silences(postgres_url: str) -> None:
    assert _pooled(lambda tables: postgres.open_memory(tables, url=postgres_url)) == _on_duckdb()


def test_every_check_has_a_specification_that_finds_one_and_one_that_does_not() -> None:
    assert {example.check for example in EXAMPLES if example.expect} == {check.key for check in CHECKS}


def test_no_two_specifications_have_one_name() -> None:
    assert len({example.name for example in EXAMPLES}) == len(EXAMPLES)


@cache
def _on_duckdb() -> Answers:
    return _pooled(duckdb.open_memory)


def _pooled(open_memory: Any) -> Answers:
    pools: dict[str, list[Example]] = {}
    for example in EXAMPLES:
        pools.setdefault(example.pool, []).append(example)
    found: Answers = {}
    for examples in pools.values():
        with open_memory(arrow_tables(tables_of(examples))) as store:
            found |= answers(store, examples)
    return found
