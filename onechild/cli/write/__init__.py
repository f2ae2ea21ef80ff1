"""`onechild write …`: files that others ask for, written from the standard tables."""

from __future__ import annotations

import typer

from onechild.cli.write.annex_a import annex_a
from onechild.cli.write.cin_census import cin_census
from onechild.cli.write.workforce_census import workforce_census

writes = typer.Typer(no_args_is_help=True, help="Files that others ask for, written from the standard tables.")


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.add_typer(writes, name="write")


@writes.callback()
def write() -> None:
    """Files that others ask for, written from the standard tables."""


writes.command("annex-a")(annex_a)
writes.command("cin-census")(cin_census)
writes.command("workforce-census")(workforce_census)
