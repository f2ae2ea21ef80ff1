"""`onechild serve`: the service of a real council, on the PostgreSQL of DATABASE_URL or on one of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onechild.errors import CannotProceed

if TYPE_CHECKING:
    from onechild.service.config.running.launcher import Place

PARTS = ("all", "web", "jobs", "tables")


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("serve")(serve)


def serve(
    data: Annotated[Path, typer.Option(help="Its folder: files, the key of sessions, its own PostgreSQL.")] = Path(
        "onechild-data"
    ),
    port: Annotated[int, typer.Option(help="The port of the web.", min=1, max=65535)] = 8000,
    host: Annotated[
        str, typer.Option(help="The address it listens on; a reverse proxy stands before it.")
    ] = "127.0.0.1",
    database_port: Annotated[
        int, typer.Option(help="The port of its own PostgreSQL, which names a socket only.", min=1, max=65535)
    ] = 5432,
    only: Annotated[str, typer.Option(help="all, web, jobs, or tables (make or update them, and end).")] = "all",
) -> None:
    """Serve one council. Nothing is invented and nobody has an account until `onechild account` makes the first."""
    from onechild.service.config.running.launcher import DEMONSTRATION, Place

    if only not in PARTS:
        raise CannotProceed(f"there is no part called {only}; the parts are {', '.join(PARTS)}")
    url = os.environ.get("DATABASE_URL")
    place = Place(data.resolve(), port=port, host=host, database_port=database_port, database_url=url)
    if (place.data / DEMONSTRATION).exists():
        raise CannotProceed(f"{data} holds a demonstration with invented children: name another folder with --data")
    if only == "all":
        _all(place)
    elif url is None:
        raise CannotProceed(f"--only {only} needs DATABASE_URL: a PostgreSQL of its own runs with all parts together")
    else:
        _one(only, place, url)


def _all(place: Place) -> None:
    from onechild.service.config.running import launcher
    from onechild.service.config.running.processes import processes

    steps = launcher.Steps(say=typer.echo)
    with launcher.claimed(place), processes() as held:
        url = place.database_url
        if url is None:
            with steps.step("PostgreSQL started"):
                url = held.postgres(place.postgres_folder, port=place.database_port, database=launcher.DATABASE)
        env = launcher.environment(place, url=url, more={})
        with steps.step("tables made, or up to date"):
            held.finish(launcher.migrate(held, env=env, says=place.logs / "tables.log"))
        with steps.step("web and job process started"):
            launcher.serve(held, place, env=env, logs=None)
        typer.echo(f"OneChild answers at {place.address} (Ctrl-C stops it)")
        held.watch()


def _one(part: str, place: Place, url: str) -> None:
    """Become that part: under systemd each is a unit of its own, and nothing of ours stands between."""
    from onechild.service.config.running import launcher

    place.make_folders()
    command = {
        "web": launcher.web_command(),
        "jobs": launcher.jobs_command(),
        "tables": launcher.django("migrate", "--skip-checks"),
    }[part]
    sys.stdout.flush()
    os.execve(command[0], command, launcher.environment(place, url=url, more={}))  # noqa: S606  our own command
