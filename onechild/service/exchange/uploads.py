"""Keeps files that somebody sends until they are taken in: names of our own choosing, a folder only we can read.

They lie outside the web root, 0600 in a folder 0700. A load takes its files away when it is done; those that nobody
takes in go after a week. A zip is unpacked with care: no path of it is followed, and what it grows to has a limit.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from django.db import transaction

from onechild.errors import CannotProceed
from onechild.knowledge.formats.model import Asked
from onechild.knowledge.tables.extract import ABOUT_FILE
from onechild.service.exchange import loads
from onechild.service.exchange.holding import what_it_holds
from onechild.service.exchange.models import Load, Upload
from onechild.service.exchange.models.upload import DROPPED, LOOKED, LOOKING, REFUSED, TAKEN
from onechild.service.exchange.queueing import queue
from onechild.service.exchange.reading import opened
from onechild.service.record.actions.change_sets import Person

MOST_BYTES = 2 * 1024**3
MOST_UNPACKED = 8 * 1024**3
MOST_FILES = 500
KEPT_DAYS = 7
EXTRACT = "extract"


class Sent(Protocol):
    """A file as the browser sent it."""

    name: str | None
    size: int | None

    def chunks(self) -> Iterable[bytes]: ...


@dataclass(frozen=True, kw_only=True)
class Meant:
    """What somebody says of files they send: whose they are, the year of a return, the day they were known as at."""

    source: str
    source_name: str = ""
    year: int | None = None
    known_at: date | None = None
    older: bool = False


def keep(
    sent: Sequence[Sent], *, meant: Meant, root: Path, by: Person, now: datetime, council: str, real: bool
) -> Upload:
    """Keep the files in a new folder under `root` and ask for them to be looked into.

    This function will raise CannotProceed, with nothing kept, where they are too large or a zip is not to be trusted.
    """
    size = sum(one.size or 0 for one in sent)
    if size > MOST_BYTES:
        raise CannotProceed(
            "these files are more than 2 GB together: ask whoever runs OneChild to load them from there"
        )
    folder = root / secrets.token_hex(16)
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700)
    try:
        files = _write_all(sent, folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    kept = Upload.objects.create(
        folder=str(folder), files=files, size=size, source=meant.source, source_name=meant.source_name,
        year=meant.year, known_at=meant.known_at, older=meant.older, council=council, real=real,
        made_by=by.name, user_id=by.pk, uploaded_at=now,
    )  # fmt: skip
    queue("look-into-upload", upload_id=kept.pk)
    return kept


def look(upload_id: int, *, now: datetime) -> None:
    """Read the files of an upload and note what they hold, or why they can't be read; the record is left alone."""
    upload = Upload.objects.get(pk=upload_id)
    if upload.state != LOOKING:
        return
    folder = Path(upload.folder)
    asked = Asked(upload.council or None, upload.year, upload.known_at)
    try:
        with opened([folder / name for name in upload.files], asked=asked, beside=folder) as found:
            if upload.real and found.extract.about.invented:
                raise CannotProceed("these children are invented, and this record is of real ones")
            upload.holds, upload.state = what_it_holds(found), LOOKED
    except CannotProceed as problem:
        upload.state, upload.message = REFUSED, str(problem).replace(f"{folder}/", "")
    except Exception as fault:  # words of a file may hold what a child's row says
        upload.state, upload.message = REFUSED, f"a fault in OneChild itself ({type(fault).__name__})"
        Upload.objects.filter(pk=upload_id).update(state=REFUSED, message=upload.message)
        raise
    upload.save(update_fields=["holds", "state", "message"])


def take_in(upload: Upload, *, by: Person, now: datetime) -> Load:
    """Ask for the load of an upload that was looked into. Raises CannotProceed where it was taken in or dropped."""
    with transaction.atomic():
        upload = Upload.objects.select_for_update().get(pk=upload.pk)
        if upload.state != LOOKED:
            raise CannotProceed("these files have been taken in or put away already")
        load = loads.ask(
            source=upload.source, source_name=upload.source_name, files=upload.files, folder=Path(upload.folder),
            by=by, now=now, council=upload.council, real=upload.real, year=upload.year, known_at=upload.known_at,
            older=upload.older,
        )  # fmt: skip
        upload.state, upload.load = TAKEN, load
        upload.save(update_fields=["state", "load"])
        queue("run-load", load_id=load.pk)
    return load


def drop(upload: Upload) -> None:
    """Take the files away unloaded; an upload that is being taken in keeps them."""
    if Upload.objects.filter(pk=upload.pk).exclude(state=TAKEN).update(state=DROPPED):
        transaction.on_commit(lambda: shutil.rmtree(upload.folder, ignore_errors=True))


def forget(now: datetime) -> None:
    """Take away files that nobody took in for a week, and those whose load never came to be done in that time."""
    old = Upload.objects.filter(uploaded_at__lt=now - timedelta(days=KEPT_DAYS)).exclude(state=DROPPED)
    for upload in old.exclude(load__state="done").exclude(load__state="running"):
        shutil.rmtree(upload.folder, ignore_errors=True)
        Upload.objects.filter(pk=upload.pk).update(state=DROPPED)


def _write_all(sent: Sequence[Sent], folder: Path) -> list[str]:
    names: list[str] = []
    for one in sent:
        path = folder / _free(safe_name(one.name or ""), names)
        with _new(path) as file:
            for part in one.chunks():
                file.write(part)
        if _is_archive(path):
            names += _unpack(path, folder, names)
            path.unlink()
        else:
            names.append(path.name)
    if not names:
        raise CannotProceed("there is no file in what you sent")
    return names


def safe_name(name: str) -> str:
    """This function will return a file's name with nothing in it but letters, digits, spaces, dots, dashes.

    People know their files by name, and what is put aside is found again by it; of the rest, nothing is kept.
    """
    last = re.split(r"[\\/]", name)[-1]
    return re.sub(r"[^A-Za-z0-9 ._-]", "_", last).strip(" .")[-80:].lstrip(" .") or "file"


def _free(name: str, taken: Sequence[str]) -> str:
    number = 2
    while name in (*taken, EXTRACT):
        stem, dot, end = name.rpartition(".")
        name = f"{stem or end} ({number}){dot}{end if stem else ''}"
        number += 1
    return name


def _new(path: Path) -> Any:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _is_archive(path: Path) -> bool:
    """Whether it is a zip that is no workbook (which is one too, and says so inside)."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return "[Content_Types].xml" not in archive.namelist()


def _unpack(path: Path, folder: Path, taken: Sequence[str]) -> list[str]:
    """The files of a zip, flat: an extract's into a folder of its own, any others beside one another."""
    with zipfile.ZipFile(path) as archive:
        entries = [
            one for one in archive.infolist() if not one.is_dir() and not safe_name(one.filename).startswith("__")
        ]
        if len(entries) > MOST_FILES or sum(one.file_size for one in entries) > MOST_UNPACKED:
            raise CannotProceed("this zip holds too much: send its files by themselves")
        about = next((one.filename for one in entries if one.filename.split("/")[-1] == ABOUT_FILE), None)
        if about is not None:
            inside = about[: -len(ABOUT_FILE)]
            (folder / EXTRACT).mkdir(mode=0o700)
            beside = [
                one for one in entries if one.filename.startswith(inside) and "/" not in one.filename[len(inside) :]
            ]
            for one in beside:
                _pour(archive, one, folder / EXTRACT / safe_name(one.filename))
            return [EXTRACT]
        names: list[str] = []
        for one in entries:
            names.append(_free(safe_name(one.filename), [*taken, *names, path.name]))
            _pour(archive, one, folder / names[-1])
        return names


def _pour(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    left = entry.file_size
    try:
        with archive.open(entry) as source, _new(target) as file:
            while part := source.read(1024 * 1024):
                left -= len(part)
                if left < 0:
                    raise CannotProceed("this zip is not what it says it is")
                file.write(part)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError) as fault:
        raise CannotProceed(f"this zip can't be opened ({type(fault).__name__})") from None
