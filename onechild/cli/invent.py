"""`onechild invent`: makes Hatterton, the invented council, as an extract."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onechild.errors import CannotProceed

if TYPE_CHECKING:  # the other commands need none of it, and would each wait a second for it
    from onechild.knowledge.invented.inventing import Step
    from onechild.knowledge.tables.extract import Extract


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("invent")(invent)


def invent(
    out: Annotated[Path, typer.Option("--out", help="The folder to write the extract to.")],
    scale: Annotated[
        float, typer.Option(help="0.1 is a tenth of the families; 2 is two of them; 196 is England.")
    ] = 1.0,
    seed: Annotated[int | None, typer.Option(help="Another number gives another council of the same kind.")] = None,
    until: Annotated[str | None, typer.Option(help="The last day, as 2026-03-31; today where none is given.")] = None,
) -> None:
    """Invent Hatterton, a town of 62,280 children, from 2016 on, with its ten teams. Nobody in it is real."""
    extract = make(out, scale=scale, seed=seed, until=_day(until) if until else datetime.now().astimezone().date())
    rows, tables = sum(extract.rows.values()), len(extract.rows)
    typer.echo(f"Hatterton is in {out}: {extract.rows['children']:,} children, {rows:,} rows in {tables} tables.")
    typer.echo("It is invented. No child or worker here is real.")


def make(out: Path, *, scale: float, seed: int | None, until: date) -> Extract:
    """Write the extract with a progress bar on stderr; without a seed, the one that everybody's Hatterton has."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from onechild.knowledge.invented.inventing import DEFAULT_SEED, write_hatterton

    seed = DEFAULT_SEED if seed is None else seed
    columns = (TextColumn("Inventing Hatterton: {task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("opening the doors", total=None)

        def shown(step: Step) -> None:
            progress.update(task, description=step.doing, completed=step.done, total=step.of)

        try:
            return write_hatterton(out, until=until, seed=seed, scale=scale, on_step=shown)
        except OSError as fault:  # all England takes gigabytes: the disk may be full
            raise CannotProceed(f"{out} can't be written ({fault.strerror or fault})") from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CannotProceed(f"--until must be a date like 2026-03-31, not {text!r}") from None
