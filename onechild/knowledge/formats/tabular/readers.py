"""Readers of values that several formats write in the same way and that have no code list."""

from __future__ import annotations

import re

from onechild.knowledge.formats.values import Read

_POSTCODE = re.compile(r"^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$")
_UNKNOWN_UPN = re.compile(r"^UN\d{1,2}$")


def read_postcode(text: str) -> Read:
    """This function will read a postcode in any case and spacing: "lu12bq" is "LU1 2BQ"."""
    found = _POSTCODE.match(re.sub(r"[\s\-]", "", text).upper())
    return Read(f"{found[1]} {found[2]}") if found else Read(refused="is not a postcode")


def read_upn(text: str) -> Read:
    """This function will read a unique pupil number; a reason for having none, such as UN3, is not one."""
    return Read() if _UNKNOWN_UPN.match(text.upper()) else Read(text.upper())


def read_upn_unknown(text: str) -> Read:
    """This function will read the reason that stands in place of a unique pupil number, such as UN3."""
    return Read(text.upper()) if _UNKNOWN_UPN.match(text.upper()) else Read()
