"""Long lists: which order and which page a reader asked for, kept to what the page offers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.core.paginator import Page, Paginator


class Listable(Protocol):
    """What can be counted and cut: a queryset or a sequence."""

    def __getitem__(self, key: Any, /) -> Any: ...
    def __len__(self) -> int: ...


@dataclass(frozen=True)
class Sort:
    """The column that a list is in the order of, and whether from the greatest down."""

    key: str
    down: bool = False

    def __str__(self) -> str:
        return f"-{self.key}" if self.down else self.key


def sort_asked(query: Mapping[str, Any], *, of: Collection[str], usual: str) -> Sort:
    """This function will return the order asked for in `?sort=name` or `?sort=-name`, else the usual one."""
    asked = str(query.get("sort", ""))
    chosen = asked if asked.removeprefix("-") in of else usual
    return Sort(chosen.removeprefix("-"), down=chosen.startswith("-"))


def page_asked(query: Mapping[str, Any], things: Listable | Sequence[Any], *, size: int = 50) -> Page[Any]:
    """This function will return the page asked for in `?page=2`: the first for nonsense, the last for one too far."""
    return Paginator(things, size).get_page(query.get("page"))  # type: ignore[arg-type]
