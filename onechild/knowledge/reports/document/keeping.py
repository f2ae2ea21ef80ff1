"""A report as plain values that JSON can hold, and back again: so that one made once can be had in any form later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from onechild.knowledge.reports.document.model import Cell, Chart, Column, Document, Footnote, Said, Section, Table

Facts = Mapping[str, Any]


def kept(document: Document) -> dict[str, Any]:
    """This function will return the whole report, drawings too, as values that JSON can hold."""
    facts = asdict(document)
    return facts | {name: facts[name].isoformat() for name in ("as_at", "against")}


def restored(facts: Facts) -> Document:
    """This function will return the report that was kept."""
    more = {
        "as_at": date.fromisoformat(facts["as_at"]),
        "against": date.fromisoformat(facts["against"]),
        "sections": tuple(map(_section, facts["sections"])),
        "footnotes": tuple(Footnote(**one) for one in facts["footnotes"]),
        "terms": tuple((term, words) for term, words in facts["terms"]),
    }
    return Document(**{**facts, **more})


def _section(facts: Facts) -> Section:
    return Section(
        facts["key"],
        facts["title"],
        tuple(map(_said, facts["said"])),
        tuple(Chart(**one) for one in facts["charts"]),
        tuple(map(_table, facts["tables"])),
        tuple(map(_said, facts["after"])),
        tuple(map(_section, facts["sections"])),
    )


def _said(facts: Facts) -> Said:
    return Said(facts["text"], tuple(facts["notes"]))


def _table(facts: Facts) -> Table:
    return Table(
        facts["title"],
        tuple(Column(**one) for one in facts["columns"]),
        tuple(tuple(map(_cell, row)) for row in facts["rows"]),
        tuple(map(_cell, facts["total"])),
        facts["says"],
    )


def _cell(facts: Facts) -> Cell:
    return Cell(**{**facts, "notes": tuple(facts["notes"])})
