"""Streams a census: its children are parsed a chunk at a time and forgotten, their rows kept as columns of raw text."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onechild.errors import CannotProceed
from onechild.knowledge.formats.cin_census import parsing
from onechild.knowledge.formats.cin_census.layout import PARTS
from onechild.knowledge.formats.cin_census.shredding import Raw, Shredder

# Parsing and shredding take about as long as each other: a large file is worth a second process, a small one is not.
LARGE = 16 * 2**20


@dataclass
class Streamed:
    """A census as it stands: its header's leaves by name, its rows by element, and what no column takes, counted."""

    header: dict[str, list[str]] = field(default_factory=dict)
    raw: dict[str, Raw] = field(default_factory=dict)
    strays: Counter[tuple[str, str]] = field(default_factory=Counter)


def stream(path: Path, *, name: str, told: Callable[[int], None] | None = None) -> Streamed:
    """Read a census file without ever holding its tree; `told` hears the bytes read, chunk by chunk.

    This function will raise CannotProceed for all that `parsing.pieces` calls broken.
    """
    found, shredder = Streamed(), Shredder(PARTS)
    try:
        for piece, content in _apart(path) if path.stat().st_size > LARGE else parsing.pieces(path):
            if "header" in piece:
                for leaf, texts in piece["header"].items():
                    found.header.setdefault(leaf, []).extend(texts)
            elif "lines" in piece:
                shredder.shred(content, piece["lines"])
                if told:
                    told(piece["read"])
            else:
                found.strays.update({(kind, what): times for kind, what, times in piece["strays"]})
    except parsing.Broken as fault:
        raise CannotProceed(f"{name}: {fault}") from None
    found.strays.update(shredder.strays)
    found.raw = shredder.raw()
    return found


def _apart(path: Path) -> Iterator[parsing.Piece]:
    """The pieces of a file, parsed by a process of its own; where one can't be started, by this one."""
    command = [sys.executable, "-I", str(Path(parsing.__file__)), str(path)]
    try:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603 - our own file
    except OSError:
        yield from parsing.pieces(path)
        return
    with process:
        assert process.stdout is not None  # noqa: S101 - a pipe was asked for
        try:
            while line := process.stdout.readline():
                piece = json.loads(line)
                if "broken" in piece:
                    raise parsing.Broken(piece["broken"])
                yield piece, process.stdout.read(piece["bytes"])
                if "strays" in piece:
                    return
            raise parsing.Broken("its parser was stopped before the end of the file")
        finally:
            process.kill()
