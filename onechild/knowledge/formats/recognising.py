"""Finds the files to read and tells their formats apart by what they hold, never by how they are called."""

from __future__ import annotations

import importlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from onechild.errors import CannotProceed
from onechild.knowledge.formats.model import Format, Recognised
from onechild.knowledge.formats.wording import shown

# The order of precedence where two formats say different things of one real-world thing (ARCHITECTURE, Reading files).
PRECEDENCE = ("ssd", "cin_census", "ssda903", "annex_a")

HEAD_BYTES = 64 * 1024
_ABOUT_AN_EXTRACT = "extract.json"
_OURS = "an extract that OneChild wrote, not a sector file"
_ZIP, _OLE, _PARQUET = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Unrecognised:
    """A file or folder that was not read, and why."""

    file: str
    why: str

    @property
    def is_loss(self) -> bool:
        """Whether something was not taken: an extract of ours, met inside a folder, is nothing to take."""
        return self.why != _OURS


@dataclass
class Found:
    """The files to read, in the order found, and those that are of no format we know."""

    files: list[Recognised] = field(default_factory=list)
    unrecognised: list[Unrecognised] = field(default_factory=list)


def format_of(name: str) -> Format:
    """This function will return the package of a format; each is imported only when a file calls for it."""
    return cast(Format, importlib.import_module(f"onechild.knowledge.formats.{name}"))


def find_files(paths: Iterable[Path]) -> Found:
    """This function will look through files and folders, each file once, and say what each is.

    Files that begin with a dot, and the lock files of office programs, are passed over inside a folder. Raises
    CannotProceed for a path that is not there or can't be opened, and for a workbook that is damaged.
    """
    found = Found()
    for path in _each_once(paths, found):
        why = _look_into(path, found)
        if why:
            found.unrecognised.append(Unrecognised(shown(str(path)), why))
    found.files = _told_apart(found.files)
    return found


def _each_once(paths: Iterable[Path], found: Found) -> Iterator[Path]:
    seen: set[str] = set()
    for given in paths:
        if not given.exists():
            raise CannotProceed(f"{given} is not there")
        for path in _walk(given, found) if given.is_dir() else (given,):
            real = os.path.realpath(path)  # unlike resolve(), takes links that lead round in a circle
            if real not in seen:
                seen.add(real)
                yield path


def _walk(folder: Path, found: Found) -> Iterator[Path]:
    """Every file below a folder, in order; a link to a folder is not followed, so that no circle is walked."""
    for place, folders, files in os.walk(folder, onerror=_stop):
        if _ABOUT_AN_EXTRACT in files:
            found.unrecognised.append(Unrecognised(shown(place), _OURS))
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith((".", "~$")):
                yield Path(place) / name


def _stop(fault: OSError) -> None:
    raise CannotProceed(f"{fault.filename} can't be looked through ({fault.strerror})")


def _look_into(path: Path, found: Found) -> str:
    """Add the file to those found, or say why it is none of ours."""
    if not path.is_file():
        return "not a regular file"
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as fault:
        raise CannotProceed(f"{path} can't be opened ({fault.strerror})") from None
    if not head:
        return "it is empty"
    for name in _could_be(head):
        if recognised := format_of(name).recognise(path, head):
            found.files.append(recognised)
            return ""
    return _what_else(head)


def _could_be(head: bytes) -> tuple[str, ...]:
    """The formats worth asking, by the first bytes."""
    if head.startswith((_ZIP, _OLE)):
        return ("annex_a",)
    if head.startswith(_PARQUET):
        return ("ssd",)
    if _looks_like_xml(head):
        return ("cin_census",)
    return ("ssda903", "ssd")


def _looks_like_xml(head: bytes) -> bool:
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.lstrip(b" \t\r\n\x00").startswith(b"<")


def _what_else(head: bytes) -> str:
    if head.startswith((_ZIP, _OLE)):
        return "a workbook or archive that holds no list of Annex A"
    if _looks_like_xml(head):
        return "XML or HTML, but not a children in need census"
    if head.startswith(_PARQUET):
        return "a Parquet file, but no table of the SSD"
    return "of no format that OneChild reads"


def _told_apart(files: list[Recognised]) -> list[Recognised]:
    """Label files of one name by as many of their folders as tell them apart."""
    labels = {index: file.path.name for index, file in enumerate(files)}
    for depth in range(2, 12):
        often = {label for label, times in Counter(labels.values()).items() if times > 1}
        if not often:
            break
        for index, label in labels.items():
            if label in often:
                labels[index] = "/".join(files[index].path.resolve().parts[-depth:])
    return [replace(file, label=shown(labels[index])) for index, file in enumerate(files)]
