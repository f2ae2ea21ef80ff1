"""PostgreSQL text without a connection: what is made of the standard tables, as named steps in the order of need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa

from onechild.knowledge.engines.store import empty_table, nullable

if TYPE_CHECKING:
    import ibis.expr.types as ir


@dataclass(frozen=True)
class Step:
    """A query over tables and over earlier steps, each by its plain name."""

    name: str
    query: str


class Compiled:
    """Hands out tables that are only names, and writes down what is made of them.

    `table`, `keep` and `gather` stand where `Store.table`, `Store.put` and `Store.gather` do when there is a store. All
    names begin with `prefix`, so that they are nobody else's; `leaves` says which table of the contract each is.
    """

    def __init__(self, *, prefix: str) -> None:
        self.steps: list[Step] = []
        self.leaves: dict[str, str] = {}
        self._prefix = prefix

    def table(self, name: str) -> ir.Table:
        """A table of the contract; KeyError where the contract has none."""
        self.leaves[self._prefix + name] = name
        return named(self._prefix + name, nullable(empty_table(name)).schema)

    def keep(self, name: str, rows: ir.Table) -> ir.Table:
        """Make the rows a step, and hand back that step as a table."""
        return self.gather(name, [rows])

    def gather(self, name: str, parts: Sequence[ir.Table]) -> ir.Table:
        """Make the rows of all parts one step."""
        # In brackets: a part may begin with steps of its own.
        query = "\nUNION ALL\n".join(f"({ibis.to_sql(part, dialect='postgres', pretty=False)})" for part in parts)
        self.steps.append(Step(self._prefix + name, query))
        return ibis.table(parts[0].schema(), name=self._prefix + name)


def named(name: str, columns: pa.Schema, *, schema: str | None = None) -> ir.Table:
    """This function will return a table that is only a name, in a schema where one is given."""
    return ibis.table(ibis.schema(columns), name=name, database=schema)
