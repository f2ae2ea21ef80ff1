"""Tables and anchors in Markdown."""

from __future__ import annotations

from collections.abc import Iterable


def grid(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """The lines of a Markdown table."""
    return [_row(head), _row(("---",) * len(head)), *(_row(row) for row in rows)]


def anchor(words: str) -> str:
    """The anchor that a Markdown reader gives a heading."""
    return "".join(letter for letter in words.lower().replace(" ", "-") if letter.isalnum() or letter in "-_")


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "/").replace("\n", " ") for cell in cells) + " |"
