"""The birthdays on which something begins or ends for a child, counted once for all kinds that need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ibis import _

from onechild.knowledge.clocks.journey.reading import Journey, with_due
from onechild.knowledge.workdays.lengths import Length

if TYPE_CHECKING:
    import ibis.expr.types as ir

AGES = (3, 4, 5, 14, 15, 16, 17, 18, 21, 25)


def birthdays(journey: Journey) -> ir.Table:
    """Children whose birth is known: child_id, born_on and aged_3 to aged_25, null where it can't be counted."""
    rows = journey.table("children").filter(_.born_on.notnull()).select("child_id", "born_on")
    for age in AGES:
        rows = with_due(journey, rows, Length(age, "birthday"), of="born_on", into=f"aged_{age}")
    return rows
