"""`onechild write cin-census`: the children in need census of a year, from the work itself, with no further keying."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from onechild.cli.write.source import opened_of
from onechild.errors import CannotProceed

NOT_CHECKED = (
    "Check it with the DfE's own validation before it is sent: which assessments and plans go with an episode that was "
    "open in the year is confidence K (local standard, check).\n"
)


def cin_census(
    year: Annotated[int, typer.Option(help="The year the census ends in: 2026 is April 2025 to March 2026.")],
    out: Annotated[Path, typer.Option(help="The XML file to write.")],
    extract: Annotated[Path | None, typer.Option(help="The folder of the extract.")] = None,
    record: Annotated[bool, typer.Option("--record", help="Of the record that DATABASE_URL names.")] = False,
    by: Annotated[str | None, typer.Option(help="Who takes it out of the record; you, unless said.")] = None,
) -> None:
    """The children in need census: every episode of need open in the year, and what happened under it."""
    from onechild.knowledge.formats.cin_census.writing import choose, write_census
    from onechild.knowledge.workdays.years import year_bounds

    if out.suffix != ".xml":
        raise CannotProceed(f"--out {str(out)!r} is not a census: let it end in .xml")
    with opened_of(extract, by, record=record) as opened:
        known, first = opened.about.known_at, year_bounds(year, "cin")[0]
        if known is not None and first > known:
            raise CannotProceed(f"the extract was known at {known}: the year begins on {first}")
        chosen = choose(opened, year=year)
        children = write_census(chosen, out, council=opened.about.council or "", made_at=datetime.now(UTC))
    typer.echo(
        f"{out}: {children:,} children and {sum(map(len, chosen.inside['CINdetails'].values())):,} episodes of need"
    )
    typer.echo("\n".join(chosen.left_out))
    sys.stderr.write(NOT_CHECKED if opened.about.invented else f"These are children's records. {NOT_CHECKED}")
