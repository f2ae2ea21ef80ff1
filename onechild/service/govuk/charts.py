"""Lets a drawing of knowledge.reports into a page, if it keeps the content security policy. Draws nothing itself."""

from __future__ import annotations

import re

from django.utils.safestring import SafeString, mark_safe

FORBIDDEN = re.compile(r"<script|<style|<foreignObject|\sstyle=|\son\w+=|href=|url\((?!#)", re.IGNORECASE)
TAG = re.compile(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")


class NotADrawing(ValueError):
    """What was handed over as a chart is not an SVG element that a strict policy allows."""


def safe_drawing(svg: str) -> SafeString:
    """This function will return an SVG element as markup for a page.

    Raises NotADrawing for anything else, and for an element with a script, a style or an address outside the page.
    """
    svg = svg.strip()
    if not svg:
        return SafeString("")
    if not svg.startswith("<svg") or not svg.endswith("</svg>"):
        raise NotADrawing("A chart is one SVG element.")
    if FORBIDDEN.search(svg):
        _refuse(svg)
    return mark_safe(svg)  # noqa: S308  drawn by our own engine from escaped words, and looked over just above


def _refuse(svg: str) -> None:
    """Raise NotADrawing where what is forbidden stands in a tag; as words, such as somebody's name, it harms nobody.

    What opens and never closes as a tag is no words of ours, and is refused too.
    """
    if "<" in TAG.sub("", svg):
        raise NotADrawing("A chart may not hold a tag that isn't whole.")
    for tag in TAG.findall(svg):
        if found := FORBIDDEN.search(tag):
            raise NotADrawing(f"A chart may not hold {found.group().strip()!r}.")
