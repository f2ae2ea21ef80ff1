"""`onechild doctor`: is this machine, this data folder, this database fit to hold children's records?"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from onechild.errors import CannotProceed


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(doctor)


def doctor(
    data: Annotated[Path | None, typer.Option(help="The data folder of `onechild serve`.")] = None,
    backups: Annotated[Path | None, typer.Option(help="Where backups are kept; else ONECHILD_BACKUPS.")] = None,
) -> None:
    """Check what OneChild needs, a line each. Ends with 0 (all ok), 1 (something should be better) or 2 (it fails)."""
    from onechild.service.config.running import checks

    place = data.resolve() if data else None
    kept = backups or (Path(os.environ["ONECHILD_BACKUPS"]) if os.environ.get("ONECHILD_BACKUPS") else None)
    checks.given_environment(place)
    states = []
    with _database(place) as (url, missing):
        questions: list[Callable[[], Iterator[checks.Line]]] = [
            checks.machine,
            *([partial(checks.folder, place), partial(checks.cluster, _postgres_of(place))] if place else []),
            *([partial(checks.database, url)] if url else [partial(checks.no_database, missing)]),
            checks.settings,
            *([checks.work] if url else []),
            partial(checks.backups, kept),
        ]
        for line in checks.asked(questions):
            typer.echo(f"{line.state:<5}{line.words}")
            states.append(line.state)
    if failed := states.count(checks.FAIL):
        raise CannotProceed(f"{failed} of {len(states)} checks failed")
    raise typer.Exit(1 if checks.WARN in states else 0)


@contextmanager
def _database(place: Path | None) -> Iterator[tuple[str | None, str]]:
    """The database's address, or none and why; a PostgreSQL of its own that doesn't run is started for the while."""
    from onechild.knowledge.engines.own_postgres import own_postgres
    from onechild.service.config.running.launcher import DATABASE

    if given := os.environ.get("DATABASE_URL"):
        yield given, ""
        return
    if place is None or not (_postgres_of(place) / "data").exists():
        yield None, "there is no database to ask: set DATABASE_URL, or name a data folder with --data"
        return
    with own_postgres(_postgres_of(place), database=DATABASE) as url:
        os.environ["DATABASE_URL"] = url
        yield url, ""


def _postgres_of(place: Path) -> Path:
    from onechild.service.config.running.launcher import Place

    return Place(place).postgres_folder
