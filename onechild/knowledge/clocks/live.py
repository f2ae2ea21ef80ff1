"""The clocks inside PostgreSQL: a child's obligations worked out again in the transaction that changed its record.

One definition, the journey and the engine that `building.py` runs over an extract, written as SQL and installed as
functions of the schema `clocks`, which also holds the law as tables. The record must have the contract's tables in the
schema `contract`, and the table `public.obligations`.

    install(cursor)                    with the migrations, and again whenever `behind` names "functions"
    load_law(cursor, standards)        after that, and after a change of the council's settings; True: rebuild all
    renew(cursor, [child_id])          in every action that writes rows of children
    renew_others(cursor, [id])         in every action that writes rows of households, workers, applications, requests
    rebuild(cursor)                    all of them, after a load, a change of the law, or where `complete` was False
    differences(cursor)                what a rebuild would change: nothing, on every night
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from onechild.knowledge.clocks.live_law import law_fingerprint, law_tables, load_law
from onechild.knowledge.clocks.live_steps import install_sql
from onechild.knowledge.clocks.standards import InForce
from onechild.knowledge.engines.live_calls import called, fingerprints, made_from
from onechild.knowledge.workdays.schools import SchoolTerms

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
    "rebuild_others",
    "renew",
    "renew_others",
    "uncounted",
]

# Above so many children at once, a statement for each step is quicker than one statement for all.
FEW = 100
TOGETHER = 10
KNOWLEDGE = Path(__file__).resolve().parent.parent
FAMILIES = ("", "_others")  # children, and all other subjects


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
    obligations. Up to 100 children need no right but that of calling `clocks.renew`, ten to a statement; more are a
    matter for jobs.
    """
    return _renewed(cursor, child_ids, family="")


def renew_others(cursor: Any, ids: Iterable[str]) -> Changes:
    """The same for subjects that are no children: households, workers, applications and the rest, by their ids.

    The caller has locked the rows of these subjects themselves in the order of their ids.
    """
    return _renewed(cursor, ids, family="_others")


def _renewed(cursor: Any, ids: Iterable[str], *, family: str) -> Changes:
    """A few at a time: the planner knows nothing of what a step holds, and compares all of it with all of it."""
    asked = sorted(set(ids))
    if len(asked) > FEW:
        return Changes(**called(cursor, f"renew_many{family}", asked)[0])
    parts = [asked[first : first + TOGETHER] for first in range(0, len(asked), TOGETHER)]
    done = [called(cursor, f"renew{family}", part)[0] for part in parts]
    counted = {name: sum(one[name] for one in done) for name in ("inserted", "updated", "deleted")}
    return Changes(**counted, complete=all(one["complete"] for one in done))


def rebuild(cursor: Any) -> Changes:
    """Decide which clocks are asked, and work out all obligations again, writing only rows that differ.

    In one transaction at READ COMMITTED, the default: reading goes on, and whoever renews a child waits for its end.
    """
    children, others = (called(cursor, f"renew_many{family}", None)[0] for family in FAMILIES)
    counted = {name: children[name] + others[name] for name in ("inserted", "updated", "deleted")}
    return Changes(**counted, complete=True)


def rebuild_others(cursor: Any) -> Changes:
    """As `rebuild`, of all subjects that are no children: there are few of them."""
    return Changes(**called(cursor, "renew_many_others", None)[0])


def differences(cursor: Any, child_ids: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """What a rebuild would change, of these children or of all subjects, without writing: one row for each obligation.

    `difference` is "missing", "surplus" or "different"; the other columns are the obligation's, as a rebuild would have
    it, or as it is kept where it is surplus. Whoever renews a child waits for the end of the transaction.
    """
    return _of_all_or(cursor, "differences", child_ids)


def uncounted(cursor: Any, child_ids: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """The duties that are in no obligation because a day lies outside the calendar.

    Of these children, or of all subjects. Columns: what, subject_id, child_id, spell_id, started_on. `what` is a clock,
    or a kind of spell that began before the calendar. Each is a finding.
    """
    return _of_all_or(cursor, "uncounted", child_ids)


def awaits_rebuild(cursor: Any) -> bool:
    """Whether the obligations were made by other functions or another law than there are now; pages then say so."""
    parts = fingerprints(cursor)
    return parts.get("obligations") != f"{parts.get('functions')} {parts.get('law')}"


def behind(cursor: Any, standards: Iterable[InForce], *, terms: SchoolTerms | None = None) -> tuple[str, ...]:
    """What is not as this program would make it: "functions" (install), "law" (load it), "obligations" (rebuild)."""
    parts = fingerprints(cursor)
    wanted = {"functions": _functions(), "law": law_fingerprint(standards, terms=terms)}
    old = [part for part, fingerprint in wanted.items() if parts.get(part) != fingerprint]
    return (*old, *(["obligations"] if not parts or awaits_rebuild(cursor) else []))


def _of_all_or(cursor: Any, function: str, child_ids: Iterable[str] | None) -> list[dict[str, Any]]:
    if child_ids is not None:
        return called(cursor, function, sorted(set(child_ids)))
    return [row for family in FAMILIES for row in called(cursor, f"{function}{family}", None)]


@cache
def _functions() -> str:
    """What the functions are made from: the text of the program's knowledge, and what compiles it.

    To compile them, only to see whether they are others, would take ten seconds of every start.
    """
    content = hashlib.sha256("".join(version(name) for name in ("ibis-framework", "sqlglot")).encode())
    for folder in ("clocks", "engines", "tables", "workdays", "codesets"):
        for path in sorted((KNOWLEDGE / folder).rglob("*")):
            if path.suffix in (".py", ".sql", ".csv"):
                content.update(path.read_bytes())
    return content.hexdigest()
