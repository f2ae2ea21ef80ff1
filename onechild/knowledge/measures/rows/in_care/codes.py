"""Codes that measures of care count, each only on the days on which the published list holds it."""

from __future__ import annotations

import ibis.expr.types as ir

from onechild.knowledge.clocks.journey.care.placements import TEMPORARY_MOVES
from onechild.knowledge.clocks.journey.in_care import FOR_ADOPTION, LONG_TERM_FOSTERING
from onechild.knowledge.codesets import codeset

__all__ = ["FOR_ADOPTION", "LONG_TERM_FOSTERING", "TEMPORARY_MOVES", "holds"]

FOSTER = ("U1", "U2", "U3", "U4", "U5", "U6")
FAMILIES = (*FOSTER, *FOR_ADOPTION)
# The child is adopted by the carers he or she lives with: no move.
CURRENT_CARER_ADOPTS = ("A3", "A5")
CHILDRENS_HOMES = ("K1", "K2")
# One place of the list at different times: H5 and P2 were withdrawn as K3 came.
SUPPORTED = ("H5", "K3", "P2")
PARENTS = ("P1",)
ADOPTED = ("E11", "E12")
GUARDIANSHIP = ("E43", "E44", "E45", "E46", "E47", "E48")
HOME_AS_PLANNED = ("E4A",)
DIED = ("E2",)
# Left as an adult: staying put, found to be 18 or over.
AT_18 = ("E15", "E17")


def holds(column: ir.StringValue, on: ir.DateValue, name: str, codes: tuple[str, ...]) -> ir.BooleanValue:
    """This function will say whether the code is one of these and the published list held it on the day."""
    found: ir.BooleanValue = column.isin([])
    for code in codes:
        first, last = codeset(name).validity(code)
        one = column == code
        if first is not None:
            one = one & (on >= first)
        if last is not None:
            one = one & (on <= last)
        found = found | one
    return found.fill_null(False)
