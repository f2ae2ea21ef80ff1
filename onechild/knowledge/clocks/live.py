"""The clocks inside PostgreSQL: a child's obligations worked out again in the transaction that changed its record.

One definition, the journey and the engine that `building.py` runs over an extract, written as SQL and installed as
functions of the schema `clocks`, which also holds the law as tables. The record must have the contract's tables in the
schema `contract` and the table `public.obligations`.

    install(cursor)                       once a migration, and again whenever `behind` names "functions"
    load_law(cursor, standards)           after a change of the council's settings; True: queue a rebuild
    renew(cursor, [child.child_id])       in every action that writes rows of children; False in `.complete`: the same
    rebuild(cursor)                       all children, set by set
    differences(cursor)                   what a rebuild would change: nothing, on every night
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from onechild.knowledge.clocks.standards import InForce


@dataclass(frozen=True)
class Changes:
    """Rows of `obligations` put in, changed and taken out; `complete` is False where a rebuild of all is now needed.

    It is, the first time that the record holds what some clock needs (see `Clock.needs`): that clock, so far not asked
    of anybody, is from then on asked of every child.
    """

    inserted: int
    updated: int
    deleted: int
    complete: bool = True


def install_sql() -> str:
    """This function will return the statements that make the schema `clocks`, its tables and its functions.

    They can be run again at any time: tables are kept, functions replaced. The functions run with the rights of whoever
    installs them (so that no row is hidden from them), and only that role may call them until others are granted it:
    GRANT EXECUTE ON FUNCTION clocks.renew(text[]) TO onechild_web, and USAGE on the schema clocks.
    """
    raise NotImplementedError


def install(cursor: Any) -> None:
    """Run `install_sql()`; the law must be loaded after the first time."""


def law_tables(standards: Iterable[InForce]) -> dict[str, pa.Table]:
    """This function will return what the schema `clocks` holds of the law, by table, with the council's standards."""
    raise NotImplementedError


def load_law(cursor: Any, standards: Iterable[InForce]) -> bool:
    """Make the schema `clocks` hold the law with these standards; True where it held another, so that all must be
    rebuilt. `standards` is what `standards.read_standards` makes of the rows of the table `settings`."""
    raise NotImplementedError


def behind(cursor: Any) -> tuple[str, ...]:
    """What is not as this program would make it: "functions" (install again), "law" (load it again), "obligations"
    (rebuild: pages say so until it is done)."""
    raise NotImplementedError


def renew(cursor: Any, child_ids: Iterable[str]) -> Changes:
    """Work out the obligations of these children again, and write only the rows that differ.

    The caller has locked the children, in the order of their ids, and is in a transaction. A child who is gone loses
    all obligations. One statement, so one snapshot.
    """
    raise NotImplementedError


def rebuild(cursor: Any) -> Changes:
    """Decide which clocks are asked, and work out the obligations of all children again, writing only rows that differ.

    One transaction at REPEATABLE READ, or one in which nobody else can write: it is several statements.
    """
    raise NotImplementedError


def differences(cursor: Any, child_ids: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """What a rebuild would change, for these children or for all, without writing: one row for each obligation.

    `difference` is "missing", "surplus" or "different"; the other columns are the obligation's as a rebuild would have
    it (as it is kept, where it is surplus).
    """
    raise NotImplementedError
