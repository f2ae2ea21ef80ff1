"""`onechild audit verify` says whether the access log is as it was written; `onechild audit seal` seals it."""

from __future__ import annotations

from typing import Annotated

import typer

from onechild.cli.record import open_service

audit = typer.Typer(no_args_is_help=True, help="The access log: seal it, and find out whether anybody changed it.")


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.add_typer(audit, name="audit")


@audit.command()
def seal() -> None:
    """Seal every whole minute of the access log that is not sealed yet, and print the head of the chain."""
    open_service()
    from onechild.service.access.actions import seals

    minutes = seals.seal()
    typer.echo(f"{minutes} minutes sealed.")
    _print_head()


@audit.command()
def verify(
    kept: Annotated[str, typer.Option(help="A hash of the chain that was kept elsewhere.")] = "",
) -> int:
    """Work out the seals of the access log again; exit code 1 and the first broken minute where one was changed."""
    open_service()
    from onechild.service.access.actions import seals

    verdict = seals.verify(kept=kept)
    typer.echo(
        f"{verdict.minutes} sealed minutes hold, with {verdict.events} events; {verdict.waiting} wait for a seal."
    )
    if verdict.sound:
        _print_head()
        return 0
    at = f"{verdict.broken:%A} {verdict.broken.day} {verdict.broken:%B %Y, %H:%M} UTC: " if verdict.broken else ""
    typer.echo(f"BROKEN. {at}{verdict.why}.")
    return 1


def _print_head() -> None:
    from onechild.service.access.actions import seals

    head = seals.head()
    if head is None:
        typer.echo("Nothing is sealed yet.")
        return
    typer.echo(f"Head of the chain, to keep on another machine: {head[1]} ({head[0]:%Y-%m-%d %H:%M} UTC)")
