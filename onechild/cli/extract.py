"""`onechild extract --record`: the record as an extract, as it stands or as it was known at a past moment."""

from __future__ import annotations

import sys
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from onechild.cli.record import open_service, who
from onechild.errors import CannotProceed


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(extract)


def extract(
    out: Annotated[Path, typer.Option(help="The folder of the extract; an older extract there is replaced.")],
    record: Annotated[bool, typer.Option("--record", help="Of the record that DATABASE_URL names.")] = False,
    known_at: Annotated[
        str | None, typer.Option(help="As it was known then: 2026-03-31 (its end) or 2026-03-31T14:30.")
    ] = None,
    by: Annotated[str | None, typer.Option(help="Who takes it; you, unless said.")] = None,
) -> None:
    """Write the standard tables from the record."""
    if not record:
        raise CannotProceed("say of what: --record is the one source so far (files are read by `onechild read`)")
    moment_asked = _moment(known_at) if known_at else None
    open_service()
    from django.conf import settings

    from onechild.service.config import moment
    from onechild.service.exchange.extracts import take_extract

    made = take_extract(
        out,
        by=who(by),
        council=settings.COUNCIL_CODE,
        council_name=settings.COUNCIL_NAME,
        invented=settings.INVENTED,
        now=moment.now(),
        known_at=moment_asked,
    )
    typer.echo(f"{sum(made.rows.values()):,} rows in {len(made.rows)} tables: {out}, taken by {who(by)}")
    if not settings.INVENTED:
        sys.stderr.write("These are children's records: the folder is for your eyes only; erase it when done.\n")


def _moment(text: str) -> datetime:
    """A day is its end, London time; a time without a zone is London's."""
    try:
        asked = datetime.fromisoformat(text)
    except ValueError:
        raise CannotProceed(f"--known-at {text!r} is not a day such as 2026-03-31, or a time of it") from None
    london = ZoneInfo("Europe/London")
    if len(text) == len("2026-03-31"):
        return datetime.combine(asked.date() + timedelta(days=1), time(), london) - timedelta(microseconds=1)
    return asked.replace(tzinfo=london) if asked.tzinfo is None else asked
