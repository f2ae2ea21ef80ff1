"""Runs every check over the lists, in the order of the report."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import polars as pl

from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.formats.annex_a.checks.asking import overdue, rules
from onechild.knowledge.formats.annex_a.checks.between import disagreements
from onechild.knowledge.formats.annex_a.checks.dates import RULES
from onechild.knowledge.formats.annex_a.checks.filling import missing_and_unlisted, twice
from onechild.knowledge.formats.annex_a.checks.model import Kind, Query, found
from onechild.knowledge.formats.annex_a.writing.model import Annex

ORDER = {kind: place for place, kind in enumerate(Kind)}


def queries(annex: Annex, *, duties: pl.DataFrame | None = None) -> list[Query]:
    """This function will return every query about the lists: by kind, list and row.

    `duties` are those overdue at the end of the day (child_id, clock, due_on); without them nothing is said of what is
    overdue.
    """
    ruled = chain.from_iterable(found(annex.lists[rule.list], rule) for rule in (*RULES, *rules(annex)))
    every = chain(missing_and_unlisted(annex), ruled, twice(annex), disagreements(annex), _late(annex, duties))
    return sorted(set(every), key=lambda one: (ORDER[one.kind], one.list, one.row, one.column, one.words))


def _late(annex: Annex, duties: pl.DataFrame | None) -> Iterator[Query]:
    if duties is None:
        return iter(())
    return overdue(annex, duties, {clock.key: clock.title for clock in CLOCKS})
