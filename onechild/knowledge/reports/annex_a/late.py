"""The duties that were overdue at the end of a day, for the check report to ask about."""

from __future__ import annotations

from datetime import date

import polars as pl

from onechild.knowledge.clocks import catalogue
from onechild.knowledge.clocks.engine import outcome
from onechild.knowledge.clocks.parts import build_in_parts
from onechild.knowledge.engines.store import Store
from onechild.knowledge.formats.annex_a.checks.asking import CLOCKS

KEYS = tuple(sorted({key for clocks in CLOCKS.values() for key in clocks}))


def overdue_in(store: Store, as_at: date) -> pl.DataFrame:
    """This function will return the overdue duties of the clocks that Annex A shows: child_id, clock, due_on.

    It builds those clocks' obligations in the store.
    """
    build_in_parts(store, clocks=[catalogue.clock(key) for key in KEYS])
    rows = outcome(store.table("obligations"), as_at)
    late = rows.filter((rows.outcome == "overdue") & rows.child_id.notnull())
    frame = pl.from_arrow(late.select("child_id", "clock", "due_on").to_pyarrow())
    assert isinstance(frame, pl.DataFrame)  # noqa: S101  a table gives a frame, a column a series
    return frame
