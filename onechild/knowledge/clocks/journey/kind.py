"""What a journey module declares of each kind that it reads: how, and from which tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onechild.knowledge.clocks.journey.reading import Reader


@dataclass(frozen=True)
class Kind:
    """How a kind is read, and the tables of which one at least must have a row for there to be any.

    With `of_family` one reading gives several kinds at once, and only those asked for are kept of it. A kind that
    `outlives` the child is not ended with a child's life: what is owed because a child died, or of no child at all.
    """

    read: Reader
    tables: tuple[str, ...]
    of_family: bool = False
    outlives: bool = False


Kinds = Mapping[str, Kind]


def kind(read: Reader, *tables: str, outlives: bool = False) -> Kinds:
    """This function will return a kind that bears the name of its reader."""
    return {read.__name__: Kind(read, tables, outlives=outlives)}


def family(read: Reader, names: Iterable[str], *tables: str) -> Kinds:
    """This function will return several kinds that one reader yields together."""
    return {name: Kind(read, tables, of_family=True) for name in names}


def joined(*declared: Kinds) -> Kinds:
    """This function will return all kinds declared as one mapping; a name given twice is an error."""
    found: dict[str, Kind] = {}
    for kinds in declared:
        if twice := sorted(set(found) & set(kinds)):
            raise ValueError(f"declared twice: {', '.join(twice)}")
        found.update(kinds)
    return found
