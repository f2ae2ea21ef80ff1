"""Takes an extract of the record, and notes in the access log who took it and every child in it."""

from __future__ import annotations

import shutil
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from onechild.knowledge.tables.extract import Extract
from onechild.service.access.models import Event
from onechild.service.record.models import ChangeSet
from onechild.service.record.queries.as_extract import write_record_extract

LONDON = ZoneInfo("Europe/London")


def take_extract(
    folder: Path,
    *,
    by: str,
    council: str,
    council_name: str,
    invented: bool,
    now: datetime,
    known_at: datetime | None = None,
    user_id: int | None = None,
) -> Extract:
    """Write the record as an extract, for the command line and jobs, which see every child.

    It is one event in the access log, a view of each child it holds; where that can't be noted, nothing is left. The
    arguments and refusals besides are those of `write_record_extract`.
    """
    made = write_record_extract(
        folder, council=council, council_name=council_name, invented=invented, now=now, known_at=known_at
    )
    when = f", as known at {known_at:%Y-%m-%d %H:%M}" if known_at else ""
    try:
        Event.objects.create(
            user_id=user_id,
            kind="export",
            what=f"an extract of the record{when}, taken by {by}",
            method="command",
            status=200,
            children=made.table("children")["child_id"].to_pylist(),
        )
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return made


def keep_month_end(
    *, kept: Path, today: date, now: datetime, council: str, council_name: str, invented: bool
) -> Extract | None:
    """Keep the record as it was known at the end of the last month, once; for the timetable.

    The extract lies in a folder named by the day, `2026-10-31`, that only its owner may open. Nothing is written, and
    None returned, where it is kept already or nothing was known by then.
    """
    end = today.replace(day=1) - timedelta(days=1)
    known_at = datetime.combine(end + timedelta(days=1), time(), LONDON) - timedelta(microseconds=1)
    folder = kept / end.isoformat()
    if folder.exists() or not ChangeSet.objects.filter(took_effect_at__lte=known_at).exists():
        return None
    kept.mkdir(mode=0o700, parents=True, exist_ok=True)
    return take_extract(
        folder,
        by="the timetable",
        council=council,
        council_name=council_name,
        invented=invented,
        now=now,
        known_at=known_at,
    )
