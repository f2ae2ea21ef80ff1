"""A report as plain text for a terminal or an e-mail, and as JSON for another program."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from onechild.knowledge.reports.document.model import Cell, Document, Said, Section, Table

WIDTH, LABEL, HEAD = 100, 72, 12


def to_text(document: Document) -> str:
    """This function will return the report as text; numbers in square brackets are those of the definitions below."""
    blocks = [
        f"{document.council}: {document.title}",
        document.days,
        document.mark,
        document.invented,
        *(block for section in document.sections for block in _section(document, section, "=")),
    ]
    if document.terms:
        blocks += ["What the words mean", *(f"{term}: {words}" for term, words in document.terms)]
    if document.footnotes:
        blocks += ["Definitions"]
        blocks += [f"[{note.number}] {note.title}. {note.words} {note.source}" for note in document.footnotes]
    blocks.append(document.foot)
    return "\n\n".join(block if "\n" in block else textwrap.fill(block, WIDTH) for block in blocks if block) + "\n"


def to_json(document: Document) -> str:
    """This function will return the report as JSON: its own shape, without drawings, whose numbers are in tables."""
    return json.dumps(facts(document), indent=1, ensure_ascii=False, default=str) + "\n"


def facts(document: Document) -> dict[str, Any]:
    """This function will return the report as plain values."""
    found = asdict(document)
    _without_drawings(found["sections"])
    return found


def _without_drawings(sections: list[dict[str, Any]]) -> None:
    for section in sections:
        section["charts"] = [{"title": chart["title"]} for chart in section["charts"]]
        _without_drawings(section["sections"])


def _section(document: Document, section: Section, line: str) -> Iterator[str]:
    yield f"{section.title}\n{line * len(section.title)}"
    for said in section.said:
        yield _said(document, said)
    for table in section.tables:
        yield _table(document, table)
        if table.says:
            yield table.says
    for said in section.after:
        yield _said(document, said)
    for inner in section.sections:
        yield from _section(document, inner, "-")


def _said(document: Document, said: Said) -> str:
    return said.text + _references(document, said.notes)


def _references(document: Document, keys: tuple[str, ...]) -> str:
    return "".join(f" [{document.number_of(key)}]" for key in keys)


def _table(document: Document, table: Table) -> str:
    rows = [[_cell(document, cell) for cell in row] for row in table.all_rows]
    widths = [max([HEAD, *(len(row[place]) for row in rows)]) for place in range(len(table.columns))]
    widths[0] = min(widths[0], LABEL)
    heads = [textwrap.wrap(column.title, width) for column, width in zip(table.columns, widths, strict=True)]
    deep = max(len(words) for words in heads)
    lines = [[words[at] if at < len(words) else "" for words in heads] for at in range(deep)] + rows
    drawn = [
        "  ".join(
            _placed(words, width, number=column.number)
            for words, width, column in zip(line, widths, table.columns, strict=True)
        ).rstrip()
        for line in lines
    ]
    return "\n".join([table.title, *drawn])


def _cell(document: Document, cell: Cell) -> str:
    return cell.text + _references(document, cell.notes)


def _placed(words: str, width: int, *, number: bool) -> str:
    short = words if len(words) <= width else f"{words[: width - 1]}…"
    return short.rjust(width) if number else short.ljust(width)
