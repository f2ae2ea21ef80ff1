"""The addresses of sharing work out and following it through: allocation, planner, supervision, promises, workforce.

CHILD are pages of a child, POSTED take a POST alone, LISTS are pages that may name children (whole addresses made of
the world), NO_CHILD name none, and say why.
"""

from __future__ import annotations

from collections.abc import Callable

from onechild.service.record.models import Child
from tests.service.walk.world import World

Arguments = Callable[[Child], dict[str, object]]


def _alone(child: Child) -> dict[str, object]:
    return {"la_child_id": child.la_child_id}


def _with(name: str, value: object) -> Arguments:
    return lambda child: {"la_child_id": child.la_child_id, name: value}


CHILD: dict[str, tuple[Arguments, str]] = {}
# What takes a POST alone.
POSTED: set[str] = set()
# What is about one row of a child's, which may not be there.
OF_A_ROW: set[str] = set()
LISTS: dict[str, Callable[[World], list[str]]] = {}
NO_CHILD: dict[str, str] = {}
