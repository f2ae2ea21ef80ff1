"""Cuts serialised XML into rows and columns with array arithmetic: no Python is run for an element, only for a name.

lxml has parsed the XML and written it out again, so the text is known to be well-formed, without comments, and every
"<" and ">" in it is the edge of a tag. The n-th tag's text is what lies between it and the next. An element's parent is
the last one opened a level higher; what an element means follows from its parent's meaning and its name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.formats.cin_census.layout import Part
from onechild.knowledge.formats.cin_census.parsing import bare

_LESS, _MORE, _BUT_BIT_2 = 60, 62, 0b11111101
_ROOT, _STRAY = 0, 1
_OPENS, _CLOSES, _EMPTY = 1, -1, 0
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#13;", "\r"), ("&#9;", "\t"), ("&#10;", "\n"))

Ints = np.ndarray[Any, np.dtype[Any]]


@dataclass
class Raw:
    """The rows of one repeating element as text columns, with each row's parent row, place among siblings and line."""

    part: Part
    columns: dict[str, pa.ChunkedArray]
    parent: pa.Array
    ordinal: pa.Array
    line: pa.Array


@dataclass
class _Tokens:
    """The tags of a chunk and the text after each: elements, their names, levels, parents, meanings and rows."""

    texts: pa.Array
    sizes: Ints
    names: tuple[str, ...]
    after: Ints
    name: Ints
    level: Ints
    parent: Ints
    state: Ints
    owner: Ints
    tail_of: Ints
    by_state: Ints
    starts: Ints

    def of(self, state: int) -> Ints:
        """The elements of one meaning, in the order of the file."""
        return self.by_state[self.starts[state] : self.starts[state + 1]]


class Shredder:
    """Takes chunks of serialised children and gives, at the end, the raw rows of every part."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.strays: Counter[tuple[str, str]] = Counter()
        self.slots = {part.element: part.columns or (f".{part.text}",) for part in parts}
        self.meaning, self.leaves, self.rows_of = _meanings(parts, self.slots)
        self.states = 2 + max(max(self.meaning.values()), 1)
        self.is_part = np.zeros(self.states, dtype=bool)
        self.is_part[list(self.rows_of.values())] = True
        self.holds_text = np.zeros(self.states, dtype=bool)
        self.holds_text[[state for _, _, state in self.leaves]] = True
        self.steps: dict[str, Ints] = {}
        self.count = dict.fromkeys(self.slots, 0)
        self.chunks: dict[str, list[list[pa.Array]]] = {element: [] for element in self.slots}

    def shred(self, chunk: bytes, lines: Sequence[int]) -> None:
        """Take the rows of a chunk: whole elements, one after another; `lines` says on which line each began."""
        tokens = self._tokens(chunk)
        numbers = np.full(len(tokens.state), -1, dtype=np.int64)
        rows = {element: tokens.of(state) for element, state in self.rows_of.items()}
        for found in rows.values():
            numbers[found] = np.arange(len(found))
        top = np.flatnonzero(tokens.level == 1)
        line = np.asarray(lines, dtype=np.int32)[np.searchsorted(top, np.arange(len(tokens.level)), side="right") - 1]
        for part in self.parts:
            self._take(part, rows[part.element], numbers, tokens, line)
        self._note_strays(tokens)
        for element, found in rows.items():
            self.count[element] += len(found)

    def raw(self) -> dict[str, Raw]:
        """Give the rows of every part, and forget them."""
        return {part.element: self._raw(part) for part in self.parts}

    def _raw(self, part: Part) -> Raw:
        slots, chunks = self.slots[part.element], self.chunks.pop(part.element)
        kinds = [pa.string()] * len(slots) + [pa.int32()] * 3
        columns = [pa.chunked_array([chunk[i] for chunk in chunks], kind) for i, kind in enumerate(kinds)]
        parent, ordinal, line = (column.combine_chunks() for column in columns[len(slots) :])
        return Raw(part, dict(zip(slots, columns, strict=False)), parent, ordinal, line)

    def _tokens(self, chunk: bytes) -> _Tokens:
        buffer = np.frombuffer(chunk, dtype=np.uint8)
        edges = np.flatnonzero((buffer & _BUT_BIT_2) == _LESS).astype(np.int32)  # "<" and ">" differ in that bit alone
        if len(edges) % 2 or (buffer[edges[::2]] != _LESS).any() or (buffer[edges[1::2]] != _MORE).any():
            raise ValueError("the serialised census has an edge of a tag inside a text")
        offsets = np.append(edges, np.int32(len(chunk)))
        texts = pa.StringArray.from_buffers(len(edges), pa.py_buffer(offsets), pa.py_buffer(chunk))
        tags = texts.take(_arrow(np.arange(0, len(edges), 2, dtype=np.int32))).dictionary_encode()
        names, kinds = zip(*(_tag(tag) for tag in tags.dictionary.to_pylist()), strict=True)
        code = np.frombuffer(tags.indices.buffers()[1], dtype=np.int32, count=len(tags))
        kind = np.asarray(kinds, dtype=np.int8)[code]
        opened = np.flatnonzero(kind != _CLOSES)
        level = np.cumsum(kind, dtype=np.int32)[opened] + (kind[opened] == _EMPTY)
        steps = np.stack([self._step(name) for name in names])
        found = self._understand(code[opened], level, steps)
        after = np.where(kind[opened] == _OPENS, 2 * opened + 1, -1)
        tails = 2 * np.flatnonzero(kind != _OPENS) + 1
        by_state = np.argsort(found[1], kind="stable")
        starts = np.searchsorted(found[1][by_state], np.arange(self.states + 1, dtype=np.int16))
        return _Tokens(texts, np.diff(offsets), names, after, code[opened], level, *found, tails, by_state, starts)

    def _understand(self, name: Ints, level: Ints, steps: Ints) -> tuple[Ints, Ints, Ints]:
        """Work down the levels: the parent of each element, what it means, and the row that it belongs to."""
        every = np.arange(len(name), dtype=np.int32)
        parent, owner = (np.full(len(name), -1, dtype=np.int32) for _ in range(2))
        state = np.full(len(name), _STRAY, dtype=np.int16)
        for depth in range(1, int(level.max(initial=0)) + 1):
            here = np.flatnonzero(level == depth)
            if depth == 1:
                state[here], owner[here] = steps[name[here], _ROOT], here
                continue
            above = np.maximum.accumulate(np.where(level == depth - 1, every, np.int32(-1)))[here]
            parent[here] = above
            state[here] = steps[name[here], state[above]]
            owner[here] = np.where(self.is_part[state[here]], here, owner[above])
        return parent, state, owner

    def _step(self, name: str) -> Ints:
        """What an element of this name means, by the meaning of its parent."""
        if name not in self.steps:
            bared = bare(name)
            meanings = [self.meaning.get((state, bared), _STRAY) for state in range(self.states)]
            self.steps[name] = np.asarray(meanings, dtype=np.int16)
        return self.steps[name]

    def _take(self, part: Part, rows: Ints, numbers: Ints, tokens: _Tokens, line: Ints) -> None:
        if not len(rows):
            return
        columns = [self._column(part, slot, rows, numbers, tokens) for slot in self.slots[part.element]]
        if part.parent:
            parent = numbers[tokens.owner[tokens.parent[rows]]]
            first = np.flatnonzero(np.diff(parent, prepend=-1))
            ordinal = np.arange(len(rows)) - np.repeat(first, np.diff(first, append=len(rows))) + 1
            parent = parent + self.count[part.parent]
        else:
            parent, ordinal = np.full(len(rows), -1), np.arange(len(rows)) + self.count[part.element] + 1
        tail = [_arrow(values.astype(np.int32)) for values in (parent, ordinal, line[rows])]
        self.chunks[part.element].append([*columns, *tail])

    def _column(self, part: Part, slot: str, rows: Ints, numbers: Ints, tokens: _Tokens) -> pa.Array:
        """The texts of one slot, one a row; the first where an element is said twice, the others noted as strays."""
        place = np.full(len(rows), -1, dtype=np.int32)
        for element, of, state in self.leaves:
            if element == part.element and of == slot:
                found = tokens.of(state)
                row = numbers[tokens.owner[found]]
                again = np.flatnonzero(np.diff(row) == 0) + 1
                place[row[::-1]] = tokens.after[found[::-1]]
                self._note_repeated(slot, tokens, found[again])
        texts = tokens.texts.take(_arrow(place, given=place >= 0))
        return _unescaped(pc.utf8_slice_codeunits(texts, 1))

    def _note_repeated(self, slot: str, tokens: _Tokens, found: Ints) -> None:
        for after in tokens.after[found].tolist():
            texts = tokens.texts.slice(max(after, 0), int(after >= 0))
            for text in filter(None, (said[1:].strip() for said in _unescaped(texts).to_pylist())):
                self.strays["repeated", f"{slot.partition('.')[2]} {text}"] += 1

    def _note_strays(self, tokens: _Tokens) -> None:
        """Count elements that have no meaning, outermost only, and texts that stand where none should."""
        above = tokens.state[tokens.parent]
        strays = tokens.of(_STRAY)
        strays = strays[(above[strays] != _STRAY) | (tokens.level[strays] == 1)]
        for code, times in zip(*np.unique(tokens.name[strays], return_counts=True), strict=True):
            self.strays["element", tokens.names[code]] += int(times)
        loose = ~self.holds_text[tokens.state] & (tokens.state != _STRAY) & (tokens.after >= 0)
        places = np.concatenate([tokens.after[loose], tokens.tail_of])
        places = places[tokens.sizes[places] > 1]
        texts = pc.utf8_slice_codeunits(tokens.texts.take(_arrow(places.astype(np.int32))), 1)
        texts = pc.utf8_trim_whitespace(_unescaped(texts))
        for item in pc.value_counts(texts.filter(pc.greater(pc.binary_length(texts), 0))).to_pylist():
            self.strays["text", item["values"]] += item["counts"]


def _meanings(
    parts: Sequence[Part], slots: dict[str, tuple[str, ...]]
) -> tuple[dict[tuple[int, str], int], list[tuple[str, str, int]], dict[str, int]]:
    """Number what an element can mean, and say what it means by its parent's meaning and its own bare name."""
    rows = {part.element: number for number, part in enumerate(parts, _STRAY + 1)}
    meaning: dict[tuple[int, str], int] = {}
    leaves: list[tuple[str, str, int]] = []
    following = len(rows) + _STRAY + 1
    for part in parts:
        homes = [rows[part.element]]
        for container in part.inside:
            for home in tuple(homes):
                meaning[home, bare(container)] = following
            homes.append(following)
            following += 1
        for home in homes:
            meaning |= {(home, bare(sub.element)): rows[sub.element] for sub in parts if sub.parent == part.element}
        for slot in slots[part.element]:
            state = rows[part.element] if part.text else following
            leaves.append((part.element, slot, state))
            following += state == following
            names = [leaf.element for leaf in part.leaves if f"{leaf.table}.{leaf.column}" == slot]
            meaning |= {(home, bare(name)): state for home in homes for name in names}
        if not part.parent:
            meaning[_ROOT, bare(part.element)] = rows[part.element]
    return meaning, leaves, rows


def _tag(tag: str) -> tuple[str, int]:
    """The name of a tag and whether it opens, closes or is empty: "<a", "</a", "<a/", "<a b='1'"."""
    if tag.startswith("</"):
        return tag[2:].strip(), _CLOSES
    words = tag[1:].rstrip("/").split(maxsplit=1)
    return words[0], _EMPTY if tag.endswith("/") else _OPENS


def _unescaped(texts: pa.Array) -> pa.Array:
    if not pc.any(pc.match_substring(texts, "&")).as_py():
        return texts
    for escaped, plain in (*_ENTITIES, ("&amp;", "&")):
        texts = pc.replace_substring(texts, escaped, plain)
    return texts


def _arrow(values: Ints, *, given: Ints | None = None) -> pa.Array:
    """32-bit numbers as Arrow, null where not `given`; by their buffers, since pa.array() would import pandas first."""
    bits = None if given is None else pa.py_buffer(np.packbits(given, bitorder="little"))
    return pa.Array.from_buffers(pa.int32(), len(values), [bits, pa.py_buffer(np.ascontiguousarray(values))])
