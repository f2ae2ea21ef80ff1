"""The clocks inside PostgreSQL: a child's obligations worked out again in the transaction that changed its record.

One definition, the journey and the engine that `building.py` runs over an extract, written as SQL and installed as
functions of the schema `clocks`, which also holds the law as tables. The record must have the contract's tables in the
schema `contract`, and the table `public.obligations`.

    install(cursor)                    with the migrations, and again whenever `behind` names "functions"
    load_law(cursor, standards)        after that, and after a change of the council's settings; True: rebuild all
    renew(cursor, [child_id])          in every action that writes rows of children
    rebuild(cursor)                    all children, after a load, a change of the law, or where `complete` was False
    differences(cursor)                what a rebuild would change: nothing, on every night
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.live_law import law_fingerprint, law_tables, load_law
from onechild.knowledge.clocks.live_steps import install_sql
from onechild.knowledge.clocks.standards import InForce
from onechild.knowledge.engines.live_calls import called, fingerprints, made_from

__all__ = [
    "Changes",
    "awaits_rebuild",
    "behind",
    "differences",
    "install",
    "install_sql",
    "law_tables",
    "load_law",
    "rebuild",
    "renew",
    "uncounted",
]

# Above so many children at once, a statement for each step is quicker than one statement for all.
FEW = 100


@dataclass(frozen=True)
class Changes:
    """Rows of `obligations` put in, changed and taken out; `complete` is False where a rebuild of all is now needed.

    It is, from when the record first holds what some clock needs (see `Clock.needs`) to the rebuild: that clock, so far
    asked of nobody, is asked of these children at once and of every other by the rebuild.
    """

    inserted: int
    updated: int
    deleted: int
    complete: bool


def install(cursor: Any) -> None:
    """Make the schema `clocks` and its functions, or bring the functions up to date; the law is loaded apart."""
    cursor.execute(install_sql())
    made_from(cursor, {"functions": _functions()})


def renew(cursor: Any, child_ids: Iterable[str]) -> Changes:
    """Work out the obligations of these children again, and write only the rows that differ.

    The caller is in a transaction, and has locked the children in the order of their ids. A child who is gone loses all
    obligations. Up to 100 children are one statement, and need no right but that of calling `clocks.renew`; more
    are a matter for jobs.
    """
    asked = sorted(set(child_ids))
    return Changes(**called(cursor, "renew" if len(asked) <= FEW else "renew_many", asked)[0])


def rebuild(cursor: Any) -> Changes:
    """Decide which clocks are asked, and work out the obligations of all children again, writing only rows that differ.

    In one transaction at READ COMMITTED, the default: reading goes on, and whoever renews a child waits for its end.
    """
    return Changes(**called(cursor, "renew_many", None)[0])


def differences(cursor: Any, child_ids: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """What a rebuild would change, of these children or of all, without writing: one row for each obligation.

    `difference` is "missing", "surplus" or "different"; the other columns are the obligation's, as a rebuild would have
    it, or as it is kept where it is surplus. Whoever renews a child waits for the end of the transaction.
    """
    return called(cursor, "differences", None if child_ids is None else sorted(set(child_ids)))


def uncounted(cursor: Any, child_ids: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """The duties that are in no obligation because a day lies outside the calendar.

    Columns: what, child_id, spell_id, started_on. `what` is a clock, or a kind of spell that began before the calendar.
    Each is a finding.
    """
    return called(cursor, "uncounted", None if child_ids is None else sorted(set(child_ids)))


def awaits_rebuild(cursor: Any) -> bool:
    """Whether the obligations were made by other functions or another law than there are now; pages then say so."""
    parts = fingerprints(cursor)
    return parts.get("obligations") != f"{parts.get('functions')} {parts.get('law')}"


def behind(cursor: Any, standards: Iterable[InForce]) -> tuple[str, ...]:
    """What is not as this program would make it: "functions" (install), "law" (load it), "obligations" (rebuild)."""
    parts = fingerprints(cursor)
    wanted = {"functions": _functions(), "law": law_fingerprint(standards)}
    old = [part for part, fingerprint in wanted.items() if parts.get(part) != fingerprint]
    return (*old, *(["obligations"] if not parts or awaits_rebuild(cursor) else []))


def _functions() -> str:
    return hashlib.sha256(install_sql().encode()).hexdigest()


if strangers := [clock.key for clock in CLOCKS if clock.subject_kind != "child"]:
    raise NotImplementedError(f"live clocks are renewed by child, and {', '.join(strangers)} has another subject")
