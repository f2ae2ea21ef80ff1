"""`onechild load`: an extract, or files of any format, into the record; all of it or nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onechild.cli.opening import day_of
from onechild.cli.record import open_service, who
from onechild.errors import CannotProceed

if TYPE_CHECKING:
    from onechild.service.exchange.models import Load, LoadTable


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(load)


def load(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="One extract, or files and folders of them.")],
    source: Annotated[str, typer.Option(help="The code of the system they come from; the first is the main one.")],
    name: Annotated[str, typer.Option(help="What that system is called.")] = "",
    by: Annotated[str | None, typer.Option(help="Who loads; you, unless said.")] = None,
    year: Annotated[int | None, typer.Option(help="The year the return ends in: 2026 is 2025/26.")] = None,
    known_at: Annotated[str | None, typer.Option(help="The day the facts were known as at, YYYY-MM-DD.")] = None,
    older: Annotated[bool, typer.Option("--older", help="Though a later one is loaded already.")] = False,
) -> None:
    """Load an extract or sector files into the record: only what differs is written, and nothing is lost."""
    for path in paths:
        if not path.exists():
            raise CannotProceed(f"{path} is not there")
    open_service()
    from django.conf import settings

    from onechild.service.config import moment
    from onechild.service.exchange.loads import ask, run_load

    now = moment.now()
    asked = ask(
        source=source,
        source_name=name,
        files=[str(path.resolve()) for path in paths],
        by=who(by),
        now=now,
        council=settings.COUNCIL_CODE,
        real=not settings.INVENTED,
        year=year,
        known_at=day_of(known_at, option="--known-at") if known_at else None,
        older=older,
        keep_files=True,
    )
    with _Bar() as bar:
        done = run_load(asked.pk, now=now, on_step=bar.step)
    tables = list(done.tables.all())
    typer.echo("\n".join(_words(done, tables)))
    if any(table.refused for table in tables) or any(table.new for table in tables if table.table_name == "quarantine"):
        raise typer.Exit(1)


def _words(load: Load, tables: list[LoadTable]) -> list[str]:
    sums = {name: sum(getattr(table, name) for table in tables) for name in COLUMNS}
    lines = [f"warning: {warning}" for warning in load.warnings]
    lines += [_fared(table.table_name, {name: getattr(table, name) for name in COLUMNS}) for table in _moved(tables)]
    lines.append(_fared("in all", sums))
    rate = sums["rows"] / load.seconds if load.seconds else 0
    lines.append(
        f"{sums['rows']:,} rows in {load.seconds or 0:.1f} s ({rate:,.0f} a second); duties of {load.children:,} "
        f"children in {load.clock_seconds or 0:.1f} s. Load {load.pk}, change-set {load.change_set_id}."
    )
    if sums["refused"]:
        lines.append("What was refused waits in the quarantine, with reasons.")
    return lines


COLUMNS = ("rows", "new", "changed", "gone", "back", "spared", "refused", "same")
WORDS = {"spared": "edited here and left", "same": "as they were"}


def _moved(tables: list[LoadTable]) -> list[LoadTable]:
    return [table for table in tables if table.new or table.changed or table.gone or table.back or table.refused]


def _fared(name: str, counts: dict[str, int]) -> str:
    said = [f"{counts[kind]:,} {WORDS.get(kind, kind)}" for kind in COLUMNS[1:] if counts[kind]]
    return f"{name}: {', '.join(said) or 'no row'}"


class _Bar:
    """A progress bar on stderr, in a terminal only."""

    def __init__(self) -> None:
        self.bar: Any = None
        self.task: Any = None

    def __enter__(self) -> _Bar:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress

            self.bar = Progress(console=Console(stderr=True), transient=True)
            self.bar.start()
            self.task = self.bar.add_task("reading", total=None)
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()

    def step(self, table: str, done: int, total: int) -> None:
        """Show the table that is read and how far it is."""
        if self.bar is not None:
            self.bar.update(self.task, description=table, completed=done, total=total)
