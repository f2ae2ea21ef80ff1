"""`onechild write workforce-census`: the census of children's social workers, from the work itself, and its check."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onechild.cli.write.source import opened_of, refuse_the_unknown
from onechild.errors import CannotProceed

if TYPE_CHECKING:
    from onechild.knowledge.formats.workforce_census import Totals


def workforce_census(
    year: Annotated[int, typer.Option(help="The year of the census day: 2026 is 30 September 2026.")],
    out: Annotated[Path, typer.Option(help="The XML file to write; what is missing stands beside it.")],
    extract: Annotated[Path | None, typer.Option(help="The folder of the extract.")] = None,
    record: Annotated[bool, typer.Option("--record", help="Of the record that DATABASE_URL names.")] = False,
    by: Annotated[str | None, typer.Option(help="Who takes it out of the record; you, unless said.")] = None,
) -> None:
    """The census of children's social workers: who is in post on 30 September, who left, and what is missing."""
    from onechild.knowledge.formats.workforce_census import check, totals_of, write_census
    from onechild.knowledge.formats.workforce_census.choosing import SAID_ELSEWHERE
    from onechild.knowledge.formats.workforce_census.sources import census_of
    from onechild.knowledge.workdays.years import year_bounds

    if out.suffix != ".xml":
        raise CannotProceed(f"--out {str(out)!r} is not a census: let it end in .xml")
    with opened_of(extract, by, record=record) as opened:
        refuse_the_unknown(opened, year_bounds(year, "workforce")[1])
        census = census_of(opened, year=year)
        council, invented = opened.about.council or "", opened.about.invented
    workers = write_census(census, out, council=council, made_at=datetime.now(UTC))
    found = check(census)
    report = out.with_name(f"{out.stem}-check.csv")
    report.touch(mode=0o600)
    lines = [f"{one.worker_id},{one.element},{one.kind},{_quoted(one.words)}" for one in found]
    report.write_text("\n".join(["worker,element,kind,what", *lines, ""]), encoding="utf-8")
    typer.echo(f"{out}: {workers:,} social workers as at {census.day}\n{report}: {len(found):,} things to put right")
    typer.echo(_words(totals_of((entry.told for entry in census.entries), vacant=census.vacancies)))
    sys.stderr.write(f"{SAID_ELSEWHERE}\n")
    if not invented:
        sys.stderr.write("These are records of people who work for the council. Send it by DfE's own way only.\n")


def _words(totals: Totals) -> str:
    rates = (
        ("agency", totals.agency_rate),
        ("vacant", totals.vacancy_rate),
        ("left in the year", totals.turnover),
    )
    said = [f"{name} {100 * rate:.1f}%" for name, rate in rates if rate is not None]
    said += [f"cases each {totals.cases_each:.1f}"] if totals.cases_each is not None else []
    return f"{totals.in_post:.1f} full-time equivalents of our own; {', '.join(said)}."


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
