"""The shredder against a plain walk of the tree, on trees that nobody would write by hand."""

from __future__ import annotations

from collections import Counter
from typing import Any
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from onechild.knowledge.formats.cin_census.layout import PARTS
from onechild.knowledge.formats.cin_census.parsing import bare
from onechild.knowledge.formats.cin_census.shredding import Shredder

NAMES = [
    *(part.element for part in PARTS if part.parent),
    *(container for part in PARTS for container in part.inside),
    *(leaf.element for part in PARTS for leaf in part.leaves),
    "Odd",
]
TEXTS = st.sampled_from(["", "2025-05-06", "A&B", "<1>", "Zoë", 'say "so"', "  "])


def element(name: str, text: str, inside: list[str], tail: str) -> str:
    return f"<{name}>{escape(text)}{''.join(inside)}</{name}>{escape(tail)}"


ELEMENTS = st.recursive(
    st.builds(element, st.sampled_from(NAMES), TEXTS, st.just([]), TEXTS),
    lambda inner: st.builds(element, st.sampled_from(NAMES), TEXTS, st.lists(inner, max_size=6), TEXTS),
    max_leaves=16,
)


def plainly(children: list[Any]) -> tuple[dict[str, list[tuple[Any, ...]]], Counter[tuple[str, str]]]:
    """Walk each child's tree: the rows of every part with their parent's number and place, and what has no place."""
    by_name = {part.element: part for part in PARTS}
    rows: dict[str, list[tuple[Any, ...]]] = {part.element: [] for part in PARTS}
    strays: Counter[tuple[str, str]] = Counter()

    def loose(text: str | None) -> None:
        if text and text.strip():
            strays["text", text.strip()] += 1

    def walk(node: Any, part: Any, slots: dict[str, Any], number: int) -> None:
        loose(node.text)
        for below in node:
            inner = next((sub for sub in PARTS if sub.element == below.tag and sub.parent == part.element), None)
            leaf = next((leaf for leaf in part.leaves if leaf.element == below.tag), None)
            if inner:
                begin(below, inner, number)
            elif leaf:
                slot = f"{leaf.table}.{leaf.column}"
                if slot in slots:
                    if (below.text or "").strip():
                        strays["repeated", f"{leaf.column} {below.text.strip()}"] += 1
                else:
                    slots[slot] = below.text
                for odd in below:
                    strays["element", odd.tag] += 1
                    tails(odd)
            elif below.tag in part.inside[part.inside.index(node.tag) + 1 if node.tag in part.inside else 0 :]:
                walk(below, part, slots, number)
            else:
                strays["element", below.tag] += 1
                for odd in below.iter():
                    if odd is not below:
                        tails_of(odd)
            loose(below.tail)

    def tails(odd: Any) -> None:
        for each in odd.iter():
            tails_of(each)

    def tails_of(odd: Any) -> None:
        loose(odd.tail)

    def begin(node: Any, part: Any, parent: int) -> None:
        ordinal = 1 + sum(row[-1][0] == parent for row in rows[part.element]) if part.parent else len(rows["Child"]) + 1
        slots: dict[str, Any] = {}
        place = (parent, ordinal)
        number = len(rows[part.element])
        rows[part.element].append(((), place))
        if part.text:
            slots[f".{part.text}"] = node.text
            for odd in node:
                strays["element", odd.tag] += 1
                tails(odd)
        else:
            walk(node, part, slots, number)
        columns = part.columns or (f".{part.text}",)
        rows[part.element][number] = (tuple(slots.get(slot) for slot in columns), place)

    for child in children:
        begin(child, by_name["Child"], -1)
    return rows, strays


@settings(max_examples=60)
@given(st.lists(st.lists(ELEMENTS, max_size=5), min_size=1, max_size=4), st.integers(1, 4))
def test_shredding_gives_what_a_plain_walk_of_the_tree_gives(trees: list[list[str]], chunk: int) -> None:
    children = [etree.fromstring(f"<Child>{''.join(inside)}</Child>") for inside in trees]
    shredder = Shredder(PARTS)
    written = [etree.tostring(child, encoding="utf-8") for child in children]
    for start in range(0, len(written), chunk):
        some = written[start : start + chunk]
        shredder.shred(b"".join(some), [1] * len(some))
    rows, strays = plainly(children)
    for name, raw in shredder.raw().items():
        texts = list(zip(*(column.to_pylist() for column in raw.columns.values()), strict=True))
        places = list(zip(raw.parent.to_pylist(), raw.ordinal.to_pylist(), strict=True))
        expected = [(tuple(text or None for text in texts), place) for texts, place in rows[name]]
        assert [
            (tuple(text or None for text in row), place) for row, place in zip(texts, places, strict=True)
        ] == expected
    assert shredder.strays == strays


def test_a_tag_is_bared_of_its_namespace_and_case() -> None:
    assert [bare(tag) for tag in ("{urn:x}CINdetails", "c:CINdetails", "CINdetails")] == ["cindetails"] * 3
