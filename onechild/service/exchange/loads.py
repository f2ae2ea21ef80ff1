"""Asks for a load, runs it, and keeps account of it. A load is done, with its account, or nothing of it is kept."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.db import DatabaseError, models

from onechild.errors import CannotProceed
from onechild.knowledge.formats.model import Asked
from onechild.service.exchange.models import Load, LoadTable
from onechild.service.exchange.models.load import DONE, FAILED, WAITING
from onechild.service.exchange.progress import OnStep, Progress
from onechild.service.exchange.reading import ToLoad, opened
from onechild.service.exchange.speaking import speaks_for
from onechild.service.record.actions import loading
from onechild.service.record.actions.change_sets import Person
from onechild.service.record.actions.loading import Busy, Loaded
from onechild.service.record.models import SourceSystem


@dataclass
class Maker:
    """Who asked for a load, as its change-set names them."""

    pk: int
    name: str


class ClockTime(models.Func):
    """This very moment, and not the beginning of the transaction."""

    function = "clock_timestamp"
    output_field = models.DateTimeField()


def ask(
    *,
    source: str,
    files: Sequence[str],
    by: Person | str,
    now: datetime,
    council: str,
    real: bool,
    source_name: str = "",
    folder: Path | None = None,
    year: int | None = None,
    known_at: date | None = None,
    older: bool = False,
    keep_files: bool = False,
) -> Load:
    """Note that files of a source are to be loaded; `run_load` with the load's id then does it.

    `files` are paths, or names in `folder`, which is taken away once they are loaded (unless `keep_files`). `council`
    is the code that this copy serves, `real` whether its children are; `older` lets an extract be loaded that was
    known before the last one.
    """
    name, user = (by, None) if isinstance(by, str) else (by.name, by.pk)
    return Load.objects.create(
        source=source,
        source_name=source_name,
        files=list(files),
        folder=str(folder or ""),
        council=council,
        real=real,
        year=year,
        known_at=known_at,
        older=older,
        keep_files=keep_files,
        made_by=name,
        user_id=user,
        asked_at=now,
    )


def run_load(load_id: int, *, now: datetime, on_step: OnStep | None = None) -> Load:
    """Run a load that was asked for, whether for the first time or again; one that is done is left alone.

    This function will raise Busy, the load still waiting, where another is under way, and CannotProceed where it
    can't be done, having noted why.
    """
    load = Load.objects.get(pk=load_id)
    if load.state == DONE:
        return load
    try:
        _run(load, now=now, on_step=on_step)
    except Busy:
        _ended(load, WAITING, "another load is under way: this one waits its turn")
        raise
    except CannotProceed as problem:
        _ended(load, FAILED, str(problem))
        raise
    except Exception as fault:  # words of the database or of a file may hold what a child's row says
        _ended(load, FAILED, f"a fault in OneChild itself ({type(fault).__name__}); nothing of it was kept")
        raise
    if load.folder and not load.keep_files:
        shutil.rmtree(load.folder, ignore_errors=True)
    load.refresh_from_db()
    return load


def _run(load: Load, *, now: datetime, on_step: OnStep | None) -> None:
    asked = Asked(load.council or None, load.year, load.known_at)
    beside = Path(load.folder) if load.folder else None
    paths = [Path(load.folder) / name for name in load.files]
    with opened(paths, asked=asked, beside=beside) as found, Progress(load.pk, also=on_step) as progress:
        if load.real and found.extract.about.invented:
            raise CannotProceed("these children are invented, and this record is of real ones: it takes none of them")
        progress.total = sum(found.extract.rows.values())
        loading.load(
            found.extract,
            source=load.source,
            name=load.source_name,
            by=load.made_by if load.user_id is None else Maker(load.user_id, load.made_by),
            now=now,
            speaks=speaks_for(found.formats, year=found.year),
            skip=lambda origin: _begin(load, found, progress),
            on_step=progress.step,
            on_end=lambda loaded, origin: _done(load, found, loaded, origin),
        )


def _begin(load: Load, found: ToLoad, progress: Progress) -> dict[str, int]:
    """Once this load is the only one under way: refuse what is older, and say what the source has brought before."""
    progress.began()
    last = Load.objects.filter(source=load.source, state=DONE, whole=True, known_at__isnull=False).order_by("-load_id")
    before, known_at = last.first(), found.extract.about.known_at
    if before and known_at and not found.formats and not load.older and before.known_at and known_at < before.known_at:
        raise CannotProceed(
            f"this extract was known as at {known_at}, before the one of {before.known_at} that is loaded: it would "
            "take the record back. Ask for an older one in so many words if that is meant"
        )
    return _unchanged(load.source, found.hashes)


def _unchanged(source: str, hashes: Mapping[str, str]) -> dict[str, int]:
    """Tables that this source brought in the same bytes when it last did, and none of whose rows was refused."""
    latest: dict[str, LoadTable] = {}
    for table in LoadTable.objects.filter(load__source=source, load__state=DONE).order_by("load_id"):
        latest[table.table_name] = table
    same = {name: table for name, table in latest.items() if table.sha256 and table.sha256 == hashes.get(name)}
    return {name: table.rows for name, table in same.items() if not table.refused}


def _done(load: Load, found: ToLoad, loaded: Loaded, origin: SourceSystem) -> None:
    """In the transaction of the load itself, so that the account and the rows are kept together."""
    about = found.extract.about
    Load.objects.filter(pk=load.pk).update(
        state=DONE,
        fingerprint=found.extract.fingerprint,
        whole=not found.formats,
        known_at=about.known_at,
        year=found.year,
        council=about.council,
        change_set_id=loaded.change_set,
        children=loaded.children,
        seconds=round(loaded.seconds, 3),
        clock_seconds=round(loaded.clock_seconds, 3),
        ended_at=ClockTime(),
        table_now="",
        message="",
        warnings=found.warnings,
        rows_done=sum(counts.rows for counts in loaded.tables.values()),
        rows_total=sum(found.extract.rows.values()),
    )
    LoadTable.objects.filter(load=load).delete()
    LoadTable.objects.bulk_create(
        LoadTable(
            load=load,
            table_name=name,
            sha256=found.hashes.get(name, ""),
            skipped=name in loaded.skipped,
            rows=counts.rows,
            new=counts.new,
            changed=counts.changed,
            gone=counts.gone,
            back=counts.back,
            spared=counts.spared,
            refused=counts.refused,
        )
        for name, counts in loaded.tables.items()
    )


def _ended(load: Load, state: str, message: str) -> None:
    """Note how it ended; where the database itself is gone, the load stays "running" and is found as stopped."""
    try:
        Load.objects.filter(pk=load.pk).update(state=state, message=message, ended_at=ClockTime(), table_now="")
    except DatabaseError:
        return
