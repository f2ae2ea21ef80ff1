"""A figure as known then against as known now: which rows differ, and why, child by child."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from onechild.knowledge.measures.published.again import Row


class Did(StrEnum):
    """What a row did between then and now."""

    ENTERED = "was not behind the figure and now is"
    LEFT = "was behind the figure and no longer is"
    COUNTED = "was not counted and now is"
    COUNTED_NO_MORE = "was counted and no longer is"
    OTHER_NUMBER = "adds another number now"
    OTHER_RECORD = "stands under another record now"
    OTHER_TEAM = "stands under another team or worker now"


class Why(StrEnum):
    """Why: the kinds of change that a reader asks about."""

    LATE = "late entry"
    CORRECTED = "correction"
    LINKED = "records linked"
    UNLINKED = "records parted again"
    GONE = "gone from its source"
    BACK = "back in its source"
    ERASED = "record erased"
    SETTING = "a setting of the council changed"
    DEFINITION = "the definition changed"
    UNKNOWN = "not known"


@dataclass(frozen=True)
class Change:
    """One change to a row of the record since a figure was told."""

    table: str
    child_ids: tuple[str, ...]
    why: Why
    changed: tuple[str, ...] = ()
    words: str = ""
    by: str = ""
    at: datetime | None = None
    change_set: int = 0


@dataclass(frozen=True)
class Changed:
    """One child (or, without one, one row) whose part in the figure is another now."""

    child_id: str
    did: tuple[Did, ...]
    rows: int
    why: tuple[Why, ...] = ()
    changes: tuple[Change, ...] = field(default=())


def differing(then: Iterable[Row], now: Iterable[Row], *, teams: bool = False) -> dict[str, list[tuple[Did, Row]]]:
    """This function will return what each child's rows did between then and now; `teams` tells teams apart too.

    A row is the same row by its id; the key of a row without a child is empty.
    """
    before, after = _by_id(then), _by_id(now)
    found: dict[str, list[tuple[Did, Row]]] = defaultdict(list)
    for row_id in sorted(before.keys() | after.keys()):
        old, new = before.get(row_id, []), after.get(row_id, [])
        for one, other in _pairs(old, new):
            for did, row in _did(one, other, teams=teams):
                found[row.child_id].append((did, row))
    return dict(found)


def explained(
    found: Mapping[str, Sequence[tuple[Did, Row]]],
    changes: Iterable[Change],
    *,
    erased: frozenset[str] = frozenset(),
    otherwise: Sequence[Why] = (),
) -> list[Changed]:
    """This function will return each child who differs with why: the changes to that child's rows since.

    `otherwise` is what may be why where no row of the child changed: a setting or the definition; where it is empty
    nobody knows.
    """
    by_child: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        for child_id in change.child_ids:
            by_child[child_id].append(change)
    result = []
    for child_id, rows in sorted(found.items()):
        mine = by_child.get(child_id, [])
        why = [Why.ERASED] if child_id in erased else list(dict.fromkeys(change.why for change in mine))
        why = why or list(otherwise) or [Why.UNKNOWN]
        did = tuple(dict.fromkeys(one for one, _row in rows))
        result.append(Changed(child_id, did, len(rows), tuple(why), tuple(mine)))
    return result


def _by_id(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.row_id].append(row)
    return found


def _pairs(old: list[Row], new: list[Row]) -> list[tuple[Row | None, Row | None]]:
    """Rows of one id side by side; those that are equal first, whatever their order."""
    left = [row for row in old if row not in new]
    right = [row for row in new if row not in old]
    many = max(len(left), len(right))
    return [(left[n] if n < len(left) else None, right[n] if n < len(right) else None) for n in range(many)]


def _did(one: Row | None, other: Row | None, *, teams: bool) -> list[tuple[Did, Row]]:
    if one is None or other is None:
        return [(Did.ENTERED, other)] if other else [(Did.LEFT, one)] if one else []
    if one.child_id != other.child_id:
        return [(Did.OTHER_RECORD, one), (Did.OTHER_RECORD, other)]
    if one.counted != other.counted:
        return [(Did.COUNTED if other.counted else Did.COUNTED_NO_MORE, other)]
    if one.adds != other.adds:
        return [(Did.OTHER_NUMBER, other)]
    moved = (one.team_id, one.worker_id) != (other.team_id, other.worker_id)
    return [(Did.OTHER_TEAM, other)] if moved and teams else []
