"""What a standard value is in the workbook's drop-downs; the reverse of what reading does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from onechild.knowledge.codesets import codeset
from onechild.knowledge.codesets.reading import plain_code

# Finer than the drop-down is: the value that takes them in.
TAKEN_IN: Mapping[str, Mapping[str, str]] = {
    "annexa_permanence_plan": {
        "return_1_month": "a) Return to family",
        "return_6_months": "a) Return to family",
        "shared_care": "g) other",
        "relatives": "g) other",
    },
}
YES, NO, UNKNOWN = "a) Yes", "b) No", "c) Unknown"


@cache
def drop_downs(codes: str) -> Mapping[str, str]:
    """This function will return what each standard code is in a drop-down such as `annexa_placement_type`."""
    found: dict[str, str] = {}
    for one in codeset(codes).codes:
        if plain := plain_code(codes, one.code):
            found.setdefault(plain.code, one.code)
    return {**found, **TAKEN_IN.get(codes, {})}


def as_written(codes: str, value: object, *, filled: bool = False) -> str | None:
    """This function will return a value as the workbook writes it; a code that no drop-down has, with its words.

    Yes, no and unknown are written out; unknown is blank where the column may be.
    """
    if codes == "annexa_yes_no":
        return (UNKNOWN if filled else None) if value is None else YES if value else NO
    if value is None or not isinstance(value, str):
        return None
    if value in codeset(codes):
        return value
    return drop_downs(codes).get(value) or _with_words(codes, value)


def in_the_list(codes: str, written: str) -> bool:
    """This function will say whether a written value is one of the drop-down's own."""
    return written in codeset(codes)


def _with_words(codes: str, value: str) -> str:
    plain = codeset(codes).maps_to
    known = codeset(plain) if plain else None
    label = known.label(value) if known is not None and value in known else None
    return f"{value}: {label}" if label else value
