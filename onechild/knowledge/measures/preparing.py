"""Builds what measures read from the clocks, and no more than they read."""

from __future__ import annotations

from collections.abc import Iterable

from onechild.knowledge.clocks.building import build
from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.model import Measure


def prepare(store: Store, measures: Iterable[Measure]) -> None:
    """Put into the store the obligations of the clocks that the measures read; nothing where they read none."""
    keys = sorted({key for measure in measures for key in measure.all_clocks})
    if keys:
        build(store, clocks=[clock(key) for key in keys])
