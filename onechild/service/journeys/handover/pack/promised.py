"""The promises that are open for a child, as the pack lists them: what, who keeps it, by when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import date_only
from onechild.service.record.queries.promises import Promise


def promises_table(found: Sequence[Promise], *, today: date) -> Table:
    """This function will return the open promises, the most urgent first."""
    return Table(
        label="Promises that are open",
        columns=[Column("What must be done"), Column("Who keeps it"), Column("By when"), Column("Given in")],
        rows=[[Cell(text=one.words or "Words not recorded"), _owner(one), _when(one, today), one.source_words]
              for one in found],
        kind="stack",
        empty="No promise is open for this child.",
    )  # fmt: skip


def _owner(one: Promise) -> Cell:
    if not one.owner:
        return Cell(tag=Tag("Nobody named", "missing"))
    return Cell(text=one.owner, note="no longer works with the child" if one.astray else "")


def _when(one: Promise, today: date) -> Cell:
    if one.due_on is None:
        return Cell(tag=Tag("No day set", "missing"))
    late = one.days_late(today)
    words = date_only(one.due_on, today)
    return Cell(text=words, tag=Tag(f"{late} day{'' if late == 1 else 's'} late", "late") if late else None)
