"""What has changed between two extracts of one council, child by child: why a figure told from one is another now."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.measures.published.comparing import Change, Why
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import Extract

BOOKKEEPING = {"recorded_on", "end_recorded_on", "source", "source_row", "child_id"}


def changes_between(
    then: Extract | None, now: Extract, child_ids: Collection[str], *, since: date | None, tables: Iterable[str]
) -> list[Change]:
    """This function will return the changes to rows of children between two extracts, in some tables.

    Where the earlier extract is not at hand, only what says that it was recorded after `since` can be told.
    """
    found = []
    for name in tables:
        if "child_id" not in TABLES[name].names:
            continue
        after = _rows(now, name, child_ids)
        if then is None:
            found += [_late(name, row) for row in after.values() if since and (row["recorded_on"] or since) > since]
            continue
        before = _rows(then, name, child_ids)
        for key in sorted(before.keys() | after.keys()):
            found += _change(name, before.get(key), after.get(key), now, key)
    return found


def _change(
    name: str, one: dict[str, Any] | None, other: dict[str, Any] | None, now: Extract, key: str
) -> list[Change]:
    if one is None and other is not None:
        return [_late(name, other)]
    if one is not None and other is None:
        moved = _owner(now, name, key)
        if moved:
            return [Change(name, (one["child_id"], moved), Why.LINKED)]
        return [Change(name, (one["child_id"],), Why.GONE)]
    assert one is not None  # noqa: S101  one of the two is there
    assert other is not None  # noqa: S101
    if one["child_id"] != other["child_id"]:
        return [Change(name, (one["child_id"], other["child_id"]), Why.LINKED)]
    changed = tuple(sorted(c for c in one if c not in BOOKKEEPING and one[c] != other.get(c)))
    return [Change(name, (other["child_id"],), Why.CORRECTED, changed)] if changed else []


def _late(name: str, row: dict[str, Any]) -> Change:
    words = f"recorded on {row['recorded_on']}" if row["recorded_on"] else "not in the earlier extract"
    return Change(name, (row["child_id"],), Why.LATE, words=words, by=row.get("source") or "the source")


def _rows(extract: Extract, name: str, child_ids: Collection[str]) -> dict[str, dict[str, Any]]:
    table = extract.table(name)
    mine = table.filter(pc.is_in(table["child_id"], value_set=pa.array(sorted(child_ids), pa.string())))
    key = TABLES[name].key
    return {row[key]: row for row in mine.to_pylist()}


def _owner(extract: Extract, name: str, key: str) -> str | None:
    table = extract.table(name)
    mine = table.filter(pc.equal(table[TABLES[name].key], key))["child_id"].to_pylist()
    return mine[0] if mine else None
