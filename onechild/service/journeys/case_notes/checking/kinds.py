"""Tells what kind a file is from its bytes, and refuses one whose name says otherwise. Nothing in it is ever run.

It tells kinds apart; it is no virus scanner. Whatever passes is still only handed out as a file to be saved.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

MOST_BYTES = 10 * 1024**2
LONGEST_NAME = 120
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PROGRAMS = {
    b"MZ": "a Windows program",
    b"\x7fELF": "a program",
    b"\xcf\xfa\xed\xfe": "a program",
    b"\xca\xfe\xba\xbe": "a program",
    b"#!": "a script",
}
HEADERS = re.compile(rb"^(From|Received|Return-Path|Date|Subject|MIME-Version|Message-ID|Delivered-To):", re.I | re.M)


class Refused(ValueError):
    """The file is not kept, for the reason in words, which the page shows."""


@dataclass(frozen=True)
class Kind:
    """A kind of file that is kept: what people call it, and what its bytes look like."""

    words: str
    media_type: str
    looks_like: Callable[[bytes], bool]


def check(*, name: str, content: bytes) -> Kind:
    """This function will return what kind a file is, or raise Refused with what to do about it."""
    if not content:
        raise Refused("The file is empty")
    if len(content) > MOST_BYTES:
        raise Refused(f"The file is {len(content) / 1024**2:.1f} MB. It can be 10 MB at most")
    ending = PurePosixPath(name).suffix.lower().lstrip(".")
    kind = KINDS.get(ending)
    if kind is None:
        named = f"A file ending .{ending}" if ending else "A file with no ending to its name"
        raise Refused(f"{named} can’t be kept. These can: {endings()}")
    if not kind.looks_like(content):
        raise Refused(f"This file is named .{ending}, but it is not {kind.words}{_truly(content)}. It was not kept")
    if ending in ("docx", "xlsx") and _has_macros(content):
        raise Refused("This file holds macros, which are programs. Save it without them and send it again")
    return kind


def endings() -> str:
    """This function will return the endings of the kinds that are kept, as a sentence names them."""
    return ", ".join(KINDS)


def safe_name(name: str) -> str:
    """This function will return a file's own name without folders, hidden characters or what a system may misread."""
    bare = PureWindowsPath(PurePosixPath(name).name).name
    plain = "".join(letter for letter in unicodedata.normalize("NFC", bare) if unicodedata.category(letter)[0] != "C")
    cleaned = re.sub(r'[<>:"/\\|?*;]+', "-", plain).strip(" .")
    stem, dot, ending = cleaned.rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{ending[:8]}" if dot else cleaned[:LONGEST_NAME] or "document"


def is_text(content: bytes) -> bool:
    """Whether it is plain text: it can be read as such and has no control characters but those of lines."""
    return not content.startswith(tuple(PROGRAMS)) and read_text(content) is not None


def read_text(content: bytes) -> str | None:
    """This function will return the words of a text file, in whichever of three encodings; None where it is none."""
    encodings = ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            words = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not re.search(r"[\x00-\x08\x0e-\x1f]", words):
            return words
    return None


def _truly(content: bytes) -> str:
    """What it is instead, where that is known."""
    program = next((words for head, words in PROGRAMS.items() if content.startswith(head)), "")
    if program:
        return f": it is {program}"
    other = next((kind.words for kind in KINDS.values() if kind.looks_like(content)), "")
    return f": it is {other}" if other else ""


def _starts(*heads: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(heads)


def _holds(part: str) -> Callable[[bytes], bool]:
    return lambda content: part in _parts(content)


def _parts(content: bytes) -> set[str]:
    """The names inside a zip, from its list alone: nothing is unpacked."""
    if not content.startswith(b"PK\x03\x04"):
        return set()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return set()


def _has_macros(content: bytes) -> bool:
    return any(name.lower().endswith(("vbaproject.bin", ".exe", ".js", ".vbs")) for name in _parts(content))


def _is_heic(content: bytes) -> bool:
    return content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"hevc", b"mif1", b"msf1")


def _is_message(content: bytes) -> bool:
    return content.startswith(OLE) and "__substg1.0_".encode("utf-16-le") in content


def _is_mail(content: bytes) -> bool:
    return is_text(content[:4096]) and HEADERS.search(content[:4096]) is not None


KINDS: dict[str, Kind] = {
    "pdf": Kind("a PDF", "application/pdf", _starts(b"%PDF-")),
    "docx": Kind("a Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                 _holds("word/document.xml")),
    "xlsx": Kind("an Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                 _holds("xl/workbook.xml")),
    "png": Kind("a PNG picture", "image/png", _starts(b"\x89PNG\r\n\x1a\n")),
    "jpg": Kind("a JPEG picture", "image/jpeg", _starts(b"\xff\xd8\xff")),
    "jpeg": Kind("a JPEG picture", "image/jpeg", _starts(b"\xff\xd8\xff")),
    "heic": Kind("a HEIC picture", "image/heic", _is_heic),
    "msg": Kind("an Outlook message", "application/vnd.ms-outlook", _is_message),
    "eml": Kind("an e-mail message", "message/rfc822", _is_mail),
    "txt": Kind("plain text", "text/plain", is_text),
}  # fmt: skip
