"""Reads the words of a transcript: plain text, the captions of a call (VTT), or a Word document."""

from __future__ import annotations

import io
import re
from pathlib import PurePosixPath

from onechild.service.journeys.case_notes.checking.kinds import KINDS, MOST_BYTES, Refused, read_text

ENDINGS = ("txt", "vtt", "docx")
TIMES = re.compile(r"^\s*(\d+|[\d:.,]+\s*-->.*|WEBVTT.*|NOTE.*|[0-9a-f-]{30,}(/\d+-\d+)?)\s*$", re.I)
SPEAKER = re.compile(r"<v ([^>]+)>(.*?)(</v>)?$")
MOST_UNPACKED = 50 * 1024**2
MOST_WORDS = 100_000


def words_of(*, name: str, content: bytes) -> str:
    """This function will return the words of a transcript, or raise Refused with what to do about it."""
    ending = PurePosixPath(name).suffix.lower().lstrip(".")
    if ending not in ENDINGS:
        raise Refused(f"A transcript is a file ending {', '.join(ENDINGS)}. You can also paste its words")
    if len(content) > MOST_BYTES:
        raise Refused("The file is larger than 10 MB. Paste the words instead")
    words = _of_word(content) if ending == "docx" else read_text(content)
    if words is None:
        raise Refused("The words of this file can’t be read. Paste them instead")
    words = _of_captions(words) if ending == "vtt" else words.strip()
    if not words:
        raise Refused("There are no words in this file")
    if len(words) > MOST_WORDS:
        raise Refused(f"The transcript has {len(words):,} characters. It can have {MOST_WORDS:,} at most: cut it first")
    return words


def _of_captions(text: str) -> str:
    """Captions without their times and numbers; one who goes on speaking is named once."""
    lines: list[str] = []
    last = ""
    for line in (line.strip() for line in text.splitlines()):
        if not line or TIMES.match(line):
            continue
        if found := SPEAKER.match(line):
            who, said = found[1].strip(), found[2].strip()
            lines.append(said if who == last else f"{who}: {said}")
            last = who
        else:
            lines.append(re.sub(r"</?[^>]+>", "", line))
    return "\n".join(lines).strip()


def _of_word(content: bytes) -> str | None:
    """The paragraphs of a Word document; None where it is none, or unpacks to more than anybody says."""
    import zipfile

    import docx

    if not KINDS["docx"].looks_like(content):
        return None
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(one.file_size for one in archive.infolist()) > MOST_UNPACKED:
            return None
    try:
        document = docx.Document(io.BytesIO(content))
    except Exception:  # a damaged file can fail anywhere in the library
        return None
    return "\n".join(paragraph.text for paragraph in document.paragraphs).strip()
