"""Puts the eleven lists together as at the end of a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from onechild.knowledge.formats.annex_a.writing.asking import Asking
from onechild.knowledge.formats.annex_a.writing.lists import LISTS
from onechild.knowledge.formats.annex_a.writing.lists.in_need import care_but_breaks
from onechild.knowledge.formats.annex_a.writing.model import Annex, Made
from onechild.knowledge.formats.annex_a.writing.sources import Tables


def put_together(
    tables: Tables, *, as_at: date, council_name: str = "", on_list: Callable[[int], None] = lambda number: None
) -> Annex:
    """This function will return lists 1 to 11 as at the end of a day, of whatever rows the tables hand over.

    Six months back, and twelve for adoption, as Ofsted asks; each list's `scope` says whom it takes in.
    """
    asking, made = Asking(tables, as_at, council_name), {}
    for number, (layout, fills) in LISTS.items():
        on_list(number)
        made[number] = Made(layout, fills(asking))
    breaks = asking.open_or_ended(asking.deciding("periods_of_care")).height - len(made[8])
    kept = asking.open_or_ended(care_but_breaks(asking)).height
    assert kept == len(made[8])  # noqa: S101  a join that doubled a row would count a child twice
    words = (f"{breaks} of children on short breaks alone are left out of list 8.",) if breaks else ()
    return Annex(as_at, council_name, made, words)
