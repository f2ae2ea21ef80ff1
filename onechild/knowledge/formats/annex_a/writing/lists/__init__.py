"""The eleven lists: what each takes in, and how its columns are filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import polars as pl

from onechild.knowledge.formats.annex_a.writing.asking import Asking
from onechild.knowledge.formats.annex_a.writing.lists import (
    adoption,
    care_leavers,
    enquiries,
    front_door,
    in_care,
    in_need,
    protection,
)
from onechild.knowledge.formats.annex_a.writing.model import Layout

Fills = Callable[[Asking], pl.DataFrame]

LISTS: Mapping[int, tuple[Layout, Fills]] = {
    layout.number: (layout, fills)
    for module in (front_door, enquiries, in_need, protection, in_care, care_leavers, adoption)
    for layout, fills in module.LISTS
}
