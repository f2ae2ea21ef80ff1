"""`onechild report caseload`: caseload per worker, staff over target and visits in time, now against then."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from onechild.cli.opening import day_of, extract_in, store_on
from onechild.errors import CannotProceed

FORMATS = ("text", "json", "html")

reports = typer.Typer(no_args_is_help=True, help="Reports: figures with the sentences that go with them.")


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.add_typer(reports, name="report")


@reports.callback()
def report() -> None:
    """Reports: figures with the sentences that go with them."""


@reports.command()
def caseload(
    extract: Annotated[Path, typer.Option(help="The folder of the extract.")],
    as_at: Annotated[str, typer.Option(help="Counted at the end of this day, YYYY-MM-DD.")],
    against: Annotated[str, typer.Option(help="Set against the end of this earlier day.")],
    target: Annotated[
        float | None, typer.Option(help="Cases a full-time worker should hold at most; else the council's own setting.")
    ] = None,
    format: Annotated[str, typer.Option(help="text, json or html.")] = "text",
    out: Annotated[Path | None, typer.Option(help="The file to write; else it is printed.")] = None,
    without_children: Annotated[
        bool, typer.Option("--without-children", help="For publication: no ids, and small numbers kept back.")
    ] = False,
) -> None:
    """Caseload by team and visits within their timescale, now against an earlier day."""
    from onechild.knowledge.reports.caseload import caseload_report
    from onechild.knowledge.reports.rendering import RENDERERS

    if format not in FORMATS:
        raise CannotProceed(f"there is no format called {format}; the formats are {', '.join(FORMATS)}")
    if target is not None and not 0 < target < float("inf"):
        raise CannotProceed(f"--target {target:g} is not a number of cases above nought")
    now, then = day_of(as_at, option="--as-at"), day_of(against, option="--against")
    opened = extract_in(extract)
    with store_on("duckdb", opened) as store:
        found = caseload_report(
            store,
            about=opened.about,
            fingerprint=opened.fingerprint,
            as_at=now,
            against=then,
            target=target,
            publish=without_children,
        )
    give(RENDERERS[format](found), out, private=not without_children)


def give(text: str, out: Path | None, *, private: bool) -> None:
    """Print a report, or write it to a file that, where it is private, only its owner may open."""
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        # Whoever may open the file may open the children behind the figures: the owner alone.
        with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
        out.chmod(0o600 if private else 0o644)
    except OSError as fault:
        raise CannotProceed(f"{out} can't be written: {fault.strerror}") from None
    typer.echo(f"written: {out}", err=True)
