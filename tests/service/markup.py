"""Finds elements of a page by plain CSS selectors: tag, .class, #id, [name=value], :not([name]), descent, commas."""

from __future__ import annotations

import re
from typing import Any

from lxml import html

PART = re.compile(r"\.([\w-]+)|#([\w-]+)|\[([\w-]+)(?:=([^\]]+))?\]|:not\(\[([\w-]+)(?:=([^\]]+))?\]\)|([\w*-]+)")


def page_of(text: str | bytes) -> Any:
    """A whole page, as a tree."""
    return html.document_fromstring(text)


def fragment_of(text: str) -> Any:
    """A part of a page, as a tree under one element."""
    return html.fragment_fromstring(text, create_parent="main")


def pick(root: Any, selector: str) -> list[Any]:
    """Every element below the root that the selector names, in the order of the page."""
    return list(root.xpath(" | ".join(_path(one.strip()) for one in selector.split(","))))


def _path(selector: str) -> str:
    return ".//" + "//".join(_step(step) for step in selector.split())


def _step(step: str) -> str:
    tag, tests = "*", ""
    for cls, id_, name, value, without, but, element in PART.findall(step):
        if element:
            tag = element
        elif cls:
            tests += f"[contains(concat(' ', normalize-space(@class), ' '), ' {cls} ')]"
        elif id_:
            tests += f"[@id='{id_}']"
        elif name:
            tests += f"[@{name}='{value}']" if value else f"[@{name}]"
        else:
            tests += f"[not(@{without}='{but}')]" if but else f"[not(@{without})]"
    return tag + tests
