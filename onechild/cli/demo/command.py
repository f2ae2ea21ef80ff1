"""The command and its options."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from onechild.errors import CannotProceed

PROJECT = Path(__file__).resolve().parents[3]
FOLDER = PROJECT / "demo"


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("demo")(demo)


def demo(
    data: Annotated[
        Path, typer.Option(help="The folder of the demonstration; two can run side by side in two folders.")
    ] = FOLDER / "service",
    port: Annotated[int, typer.Option(help="The port of the web, on this machine alone.", min=1, max=65535)] = 8000,
    database_port: Annotated[
        int, typer.Option(help="The port of its own PostgreSQL, which names a socket only.", min=1, max=65535)
    ] = 5432,
    scale: Annotated[float, typer.Option(help="0.1 is a tenth of Hatterton's families.")] = 1.0,
    until: Annotated[str | None, typer.Option(help="The day on which Hatterton stands still; today at first.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Begin again: what was done in it goes.")] = False,
    without_reports: Annotated[bool, typer.Option("--without-reports", help="The service alone.")] = False,
) -> None:
    """Invent Hatterton, write its caseload report, read the sample files where they are, and serve it until Ctrl-C."""
    from onechild.cli.demo.showing import Demonstration, show

    data = data.resolve()
    show(
        Demonstration(
            data=data,
            hatterton=FOLDER / "hatterton" if data == FOLDER / "service" else data / "hatterton",
            reports=None if without_reports else FOLDER if data == FOLDER / "service" else data / "reports",
            port=port,
            database_port=database_port,
            scale=scale,
            until=_day(until) if until else None,
            today=datetime.now().astimezone().date(),
            fresh=fresh,
        )
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CannotProceed(f"--until must be a date like 2026-03-31, not {text!r}") from None
