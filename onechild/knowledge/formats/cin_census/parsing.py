"""Parses a census with lxml, one child at a time, into pieces: its header, and chunks of children written out again.

It stands alone (standard library and lxml) so that streaming.py can run it as a program of its own, on another core.
Pieces travel as a line of JSON, then as many bytes as the line says.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from lxml import etree

CHUNK_BYTES = 6 * 2**20
# Far more than any child fills: a file that goes on so long without one is no census, or means harm.
MOST_BYTES_WITHOUT_A_CHILD = 64 * 2**20

Piece = tuple[dict[str, Any], bytes]


class Broken(Exception):
    """The file is no census, or a broken one; the message says how."""


def bare(tag: str) -> str:
    """This function will return a tag without its namespace and in small letters."""
    return tag.rpartition("}")[2].rpartition(":")[2].casefold()


def pieces(path: Path) -> Iterator[Piece]:
    """This function will give, in the order of the file: {"header": …}; {"lines": …, "read": …} with the bytes of the
    children that begin on those lines; at the end {"strays": …}, what stands where a census has nothing.

    It raises Broken, naming the line, for a file that is broken, cut short, holds a document type or entities, is
    nested beyond reason, holds bytes that are not of the encoding it claims, or is no census.
    """
    try:
        with path.open("rb") as file:
            yield from _pieces(_Reader(file))
    except etree.XMLSyntaxError as fault:
        raise Broken(_in_words(fault, cut=_lacks_its_end(path))) from None
    except OSError as fault:
        raise Broken(f"it can't be read ({fault.strerror or fault})") from None


def main(arguments: list[str], out: IO[bytes]) -> None:
    """Write the pieces of the file named, and {"broken": …} where it is."""
    try:
        for told, content in pieces(Path(arguments[0])):
            out.write(json.dumps(told | {"bytes": len(content)}).encode() + b"\n")
            out.write(content)
            out.flush()
    except Broken as fault:
        out.write(json.dumps({"broken": str(fault), "bytes": 0}).encode() + b"\n")
        out.flush()


class _Reader:
    """A file that counts what is read of it, and stops a flood that holds no child."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.count = self.since = 0

    def read(self, size: int) -> bytes:
        block = self.file.read(size)
        self.count += len(block)
        self.since += len(block)
        if self.since > MOST_BYTES_WITHOUT_A_CHILD:
            raise Broken(f"it goes on for {self.since // 2**20} MB without a child; not a census")
        return block


def _pieces(reader: _Reader) -> Iterator[Piece]:
    strays: Counter[tuple[str, str]] = Counter()
    events = _events(reader)
    children: list[bytes] = []
    lines: list[int] = []
    size, met = 0, False
    for _, element in events:
        if bare(element.tag) == "header":
            _refuse_document_type(element)
            yield {"header": _leaves(element)}, b""
            continue
        if not met:
            _refuse_document_type(element)
            met = True
        children.append(etree.tostring(element, encoding="utf-8", with_tail=False))
        lines.append(element.sourceline)
        size += len(children[-1])
        reader.since = 0
        element.clear()
        if size >= CHUNK_BYTES:
            _forget(element.getparent(), strays)
            yield {"lines": lines, "read": reader.count}, b"".join(children)
            children, lines, size = [], [], 0
    _check_root(events.root, any_child=met)
    if children:
        yield {"lines": lines, "read": reader.count}, b"".join(children)
    _note_outside(events.root, strays)
    yield {"strays": [[*key, times] for key, times in strays.items()]}, b""


def _events(reader: _Reader) -> Any:
    return etree.iterparse(
        reader,
        tag=("{*}Child", "{*}Header"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_blank_text=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _leaves(header: Any) -> dict[str, list[str]]:
    leaves: dict[str, list[str]] = {}
    for leaf in header.iter():
        if isinstance(leaf.tag, str) and leaf.text and leaf.text.strip():
            leaves.setdefault(bare(leaf.tag), []).append(leaf.text.strip())
    return leaves


def _forget(children: Any, strays: Counter[tuple[str, str]]) -> None:
    """Drop the emptied children behind the parser, so that the tree never grows; note what else stood among them."""
    if children is None or bare(children.tag) != "children":
        return
    for element in children:
        if bare(element.tag) != "child":
            strays["element", element.tag] += 1
        if element.tail and element.tail.strip():
            strays["text", element.tail.strip()] += 1
    del children[:-1]


def _note_outside(root: Any, strays: Counter[tuple[str, str]]) -> None:
    for element in root:
        _forget(element, strays)
        if bare(element.tag) not in ("children", "header"):
            strays["element", element.tag] += 1


def _refuse_document_type(element: Any) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise Broken("it holds a document type (DOCTYPE), which a census never does; not read")


def _check_root(root: Any, *, any_child: bool) -> None:
    if root is None or bare(root.tag) != "message":
        tag = "" if root is None else f" <{bare(root.tag)}>"
        raise Broken(f"it is not a census: its root{tag} is not <Message>")
    _refuse_document_type(root)
    if not any_child and root.find("{*}Children") is None:
        raise Broken("it is not a census: it has no <Children>")


def _lacks_its_end(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - 400, 0))
        end = file.read().replace(b"\x00", b"")
    return not re.search(rb"</[^<>]*Message\s*>\s*(<!--.*-->\s*)?$", end, re.IGNORECASE | re.DOTALL)


def _in_words(fault: etree.XMLSyntaxError, *, cut: bool) -> str:
    words = " ".join((fault.msg or "").split()).partition(", line ")[0]
    line = fault.lineno or 1
    if "encoding" in words or "not proper" in words:
        return f"line {line}: the bytes are not of the encoding that the file claims ({words})"
    if "depth" in words.casefold():
        return f"line {line}: it is nested more deeply than any census ({words.partition(',')[0]})"
    if cut and "Start tag expected" not in words:
        return f"line {line}: the file is cut short, or damaged here ({words})"
    return f"line {line}: it is not well-formed XML ({words})"


if __name__ == "__main__":
    main(sys.argv[1:], sys.stdout.buffer)
