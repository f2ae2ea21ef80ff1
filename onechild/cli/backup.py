"""`onechild backup` and `onechild restore`: a whole OneChild into one file, and back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from onechild.errors import CannotProceed


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(backup)
    app.command()(restore)


def backup(
    out: Annotated[
        Path, typer.Option(help="The file to write; an older one there is replaced once this one is whole.")
    ],
    data: Annotated[
        Path | None, typer.Option(help="The data folder of `onechild serve`; else DATABASE_URL and ONECHILD_FILES.")
    ] = None,
) -> None:
    """Back up the record with its history, the access log and the files, as at one moment; the service may go on."""
    from onechild.service.config.running.backups import back_up

    with _database(data) as (url, files):
        manifest = back_up(url=url, files=files, out=out.resolve(), now=datetime.now(UTC))
    rows = sum(count for count, _ in manifest.tables.values())
    size = out.stat().st_size / 1e6
    typer.echo(f"{out}: {rows:,} rows in {len(manifest.tables)} tables, {len(manifest.files)} files, {size:,.1f} MB")
    typer.echo("It holds children's records in the clear: encrypt it before it leaves this machine.")


def restore(
    bundle: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `onechild backup` wrote.")],
    into: Annotated[str, typer.Option(help="A data folder, or the address of an empty database (postgresql://...).")],
    files: Annotated[
        Path | None, typer.Option(help="Where the files go, with an address; else ONECHILD_FILES.")
    ] = None,
) -> None:
    """Restore a backup into an empty database, and compare every table with what was backed up."""
    from onechild.service.config.running.backups import read_manifest
    from onechild.service.config.running.backups import restore as put_back

    read_manifest(bundle)
    if "://" in into:
        kept = files or _files_setting()
        manifest = put_back(bundle_at=bundle, url=into, files=kept)
    else:
        with _database(Path(into), new=True) as (url, kept):
            manifest = put_back(bundle_at=bundle, url=url, files=kept)
    rows = sum(count for count, _ in manifest.tables.values())
    typer.echo(f"Restored as at {manifest.made_at}: {rows:,} rows in {len(manifest.tables)} tables, each as backed up.")


@contextmanager
def _database(data: Path | None, *, new: bool = False) -> Iterator[tuple[str, Path]]:
    """The database's address and the folder of files; a PostgreSQL of its own runs for the time of the block."""
    from onechild.knowledge.engines.own_postgres import own_postgres
    from onechild.service.config.running.launcher import DATABASE, Place

    if data is None:
        url = os.environ.get("DATABASE_URL")
        if not url:
            raise CannotProceed("say which: --data and the data folder of `onechild serve`, or DATABASE_URL")
        yield url, _files_setting()
        return
    place = Place(data.resolve())
    if not new and not (place.postgres_folder / "data").exists():
        raise CannotProceed(f"no OneChild with a PostgreSQL of its own lives in {data}")
    place.make_folders()
    with own_postgres(place.postgres_folder, database=DATABASE) as url:
        yield url, place.files


def _files_setting() -> Path:
    given = os.environ.get("ONECHILD_FILES")
    if not given:
        raise CannotProceed("ONECHILD_FILES says where the files are kept, and it is not set")
    return Path(given).resolve()
