"""Opens what is to be loaded: an extract as it lies, or sector files read into one in a folder of their own."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from onechild.errors import CannotProceed
from onechild.knowledge.formats.model import Asked
from onechild.knowledge.formats.reading import Outcome, read_paths
from onechild.knowledge.tables.extract import ABOUT_FILE, Extract, read_extract, write_extract

Watch = Callable[[str, int, int], None]


@dataclass(frozen=True)
class ToLoad:
    """An extract with what is known of its files: formats (none: a whole system's), the year of a return, warnings."""

    extract: Extract
    formats: frozenset[str]
    year: int | None = None
    warnings: list[str] = field(default_factory=list)
    hashes: dict[str, str] = field(default_factory=dict)


@contextmanager
def opened(paths: Sequence[Path], *, asked: Asked, beside: Path | None = None) -> Iterator[ToLoad]:
    """Check an extract, or read sector files into one that lives as long as the block, in a folder of its own.

    `beside` is where that folder is made (default: the system's for such). This function will raise CannotProceed, with
    one plain line, for what can't be read.
    """
    extracts = [path for path in paths if (path / ABOUT_FILE).is_file()]
    if extracts and len(paths) > 1:
        raise CannotProceed(f"{extracts[0]} is an extract: load it by itself")
    if extracts:
        yield _whole(extracts[0], asked)
        return
    with tempfile.TemporaryDirectory(prefix="onechild-load-", dir=beside) as folder:
        outcome = read_paths(paths, asked)
        extract = write_extract(Path(folder) / "extract", outcome.tables, about=outcome.about)
        yield _of_files(outcome, extract)


def _whole(folder: Path, asked: Asked) -> ToLoad:
    extract = read_extract(folder)
    if asked.council and asked.council != extract.about.council:
        raise CannotProceed(f"{folder} is of the council {extract.about.council}, and not of {asked.council}")
    formats = frozenset(source.format for source in extract.about.sources)
    return ToLoad(extract, formats, asked.year, hashes=_hashes(extract))


def _of_files(outcome: Outcome, extract: Extract) -> ToLoad:
    formats = frozenset(source.format for source in outcome.about.sources)
    warnings = [*outcome.warnings, *(f"not read: {one.file}: {one.why}" for one in outcome.unrecognised)]
    return ToLoad(extract, formats, outcome.year, warnings, _hashes(extract))


def _hashes(extract: Extract) -> dict[str, str]:
    tables = json.loads((extract.folder / ABOUT_FILE).read_text(encoding="utf-8"))["tables"]
    return {name: kept["sha256"] for name, kept in tables.items()}
