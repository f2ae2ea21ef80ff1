"""Whether some words stand in a text, however they are spaced, spelt large or small, or broken over lines."""

from __future__ import annotations

import re
import unicodedata

MARKS = re.compile(r"[’‘'`]")
WORDS = re.compile(r"[^\W_]+")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
A_NUMBER = re.compile(r"\d")
LONG_ENOUGH = 5


def occurs(words: str, text: str) -> bool:
    """This function will say whether the words stand in the text, as whole words in their order.

    Words with a figure in them, such as postcodes and telephone numbers, are found however they are broken up.
    """
    sought, there = tokens(words), tokens(text)
    if not sought:
        return False
    if any(there[place : place + len(sought)] == sought for place in range(len(there) - len(sought) + 1)):
        return True
    together = "".join(sought)
    return len(together) >= LONG_ENOUGH and bool(A_NUMBER.search(together)) and together in "".join(there)


def tokens(text: str) -> list[str]:
    """This function will return the words of a text, plain and small, without accents and marks."""
    plain = unicodedata.normalize("NFKD", MARKS.sub("", text))
    return WORDS.findall("".join(one for one in plain if not unicodedata.combining(one)).casefold())


def postcode_of(text: str) -> str:
    """This function will return the first postcode in a text, written close; empty where there is none."""
    found = POSTCODE.search(text)
    return re.sub(r"\s", "", found.group()).upper() if found else ""


def first_line(lines: str) -> str:
    """This function will return the line of an address that tells the house and the street."""
    parts = [part.strip() for part in lines.replace("\n", ",").split(",") if part.strip()]
    if len(parts) > 1 and (parts[0].isdigit() or parts[0].casefold().startswith("flat")):
        return f"{parts[0]} {parts[1]}" if parts[0].isdigit() else parts[1]
    return parts[0] if parts else ""


def same_place(lines: str, postcode: str, other_lines: str, other_postcode: str) -> bool:
    """This function will say whether two addresses may be one: the postcode and a number, else the first line.

    Where one of two with the same postcode has no number, that is enough: better asked once too often.
    """
    mine, theirs = _postcode(postcode, lines), _postcode(other_postcode, other_lines)
    if mine and theirs:
        here, there = _numbers(lines), _numbers(other_lines)
        return mine == theirs and (not here or not there or bool(here & there))
    return bool(_first(lines)) and _first(lines) == _first(other_lines)


def _postcode(postcode: str, lines: str) -> str:
    return re.sub(r"\s", "", postcode).upper() or postcode_of(lines)


def _numbers(lines: str) -> set[str]:
    """The house and flat numbers of an address."""
    return {one for one in tokens(POSTCODE.sub(" ", lines)) if A_NUMBER.search(one)}


def _first(lines: str) -> list[str]:
    """The words of the first line; of the first two where the first is a number alone."""
    parts = [part for part in re.split(r"[,\n]", lines) if part.strip()]
    first = tokens(parts[0]) if parts else []
    return first + tokens(parts[1]) if len(first) == 1 and len(parts) > 1 and A_NUMBER.search(first[0]) else first
