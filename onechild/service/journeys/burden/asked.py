"""Which questions a form's page asks: the names of its fields, without the numbers that tell children apart."""

from __future__ import annotations

import re

FORM = re.compile(r"<form\b(?P<inside>(?:(?!</form>).)*?name=\"draft_page\".*?)</form>", re.DOTALL)
FIELD = re.compile(r"<(?:input|select|textarea)\b[^>]*?>", re.DOTALL)
NAME = re.compile(r"\bname=\"(?P<name>[^\"]+)\"")
KIND = re.compile(r"\btype=\"(?P<kind>[^\"]+)\"")
NOT_ASKED = {"hidden", "submit", "button"}
# What a child, a row or a part of a date adds to the name of a question: seen_0, row-3-words, born_on_day, oc:123.
ADDED = re.compile(r"(?:[-_](?:\d+|day|month|year|oc:?\w+))+$|^(?:\w+-)?\d+-")
PLAIN = re.compile(r"[a-z][a-z_]{1,39}")


def questions_of(page: str) -> frozenset[str]:
    """This function will return the questions of the form on a page of HTML; nothing where it has no such form."""
    found = FORM.search(page)
    if found is None:
        return frozenset()
    return frozenset(filter(None, (_question(tag) for tag in FIELD.findall(found["inside"]))))


def plain(name: str) -> str:
    """This function will return the question that a field belongs to: "seen" of "seen_0"; nothing for no plain word.

    A name that is no plain word might hold a key of somebody's, and is not kept.
    """
    question = ADDED.sub("", name)
    return question if PLAIN.fullmatch(question) else ""


def _question(tag: str) -> str:
    kind, name = KIND.search(tag), NAME.search(tag)
    return "" if name is None or (kind and kind["kind"] in NOT_ASKED) else plain(name["name"])
