"""Reads a column of raw text by its type, each distinct text once: the cost grows with distinct values, not cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.formats.model import Finding
from onechild.knowledge.formats.values import (
    ANY_FORM,
    Reader,
    code_reader,
    read_day,
    read_instant,
    read_integer,
    read_number,
    read_yes_no,
)
from onechild.knowledge.formats.wording import counted
from onechild.knowledge.tables.model import Kind


@dataclass
class ReadColumn:
    """A column read: typed values, the raw text (the values again, where they came typed), a mask of the cells refused
    (None where none was), why each distinct text was refused, and what is to be noted of it.
    """

    values: pa.Array
    text: pa.Array
    bad: pa.Array | None = None
    why: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def told(self, table: str, where: str) -> list[Finding]:
        """A finding `old_code` for each text with a note, `where` saying in words where it stands."""
        found = []
        for word, note in self.notes.items():
            rows = pc.sum(pc.equal(self.text, word)).as_py()
            found.append(Finding("old_code", table, f"{where}: {word} in {counted(rows, 'row')}; {note}"))
        return found


def reader_of(
    kind: Kind,
    *,
    codes: str | None = None,
    read_by: str | None = None,
    on: date | None = None,
    forms: tuple[str, ...] = ANY_FORM,
) -> Reader | None:
    """This function will return the reader of a kind of value; None where the text is the value."""
    match kind:
        case Kind.CODE:
            return code_reader(codes, read_by=read_by, on=on) if codes else None
        case Kind.DATE:
            return lambda text: read_day(text, forms=forms)
        case Kind.INSTANT:
            return lambda text: read_instant(text, forms=forms)
        case Kind.INTEGER:
            return read_integer
        case Kind.NUMBER:
            return read_number
        case Kind.YES_NO:
            return read_yes_no
        case Kind.TEXT:
            return None


def read_distinct(text: pa.Array, reader: Reader | None, arrow: pa.DataType) -> ReadColumn:
    """This function will read a column of text into the Arrow type that the reader's values have."""
    if reader is None:
        return ReadColumn(text, text)
    coded = text.dictionary_encode()
    words: list[str] = coded.dictionary.to_pylist()
    read = [reader(word) for word in words]
    why = {word: one.refused for word, one in zip(words, read, strict=True) if one.refused}
    bad = None
    if why:
        faulty = pa.array([bool(one.refused) for one in read], pa.bool_())
        bad = pc.fill_null(faulty.take(coded.indices), False)
    return ReadColumn(
        pa.array([one.value for one in read], arrow).take(coded.indices),
        text,
        bad,
        why,
        {word: one.note for word, one in zip(words, read, strict=True) if one.note},
    )
