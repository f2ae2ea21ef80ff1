"""`onechild write annex-a`: Ofsted's workbook from an extract, as at any day, what would be queried and origins."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onechild.cli.opening import day_of, store_on
from onechild.cli.write.source import opened_of, refuse_the_unknown
from onechild.errors import CannotProceed

if TYPE_CHECKING:
    from datetime import date

    from onechild.knowledge.formats.annex_a.checks import Measured, Query
    from onechild.knowledge.formats.annex_a.writing import Annex
    from onechild.knowledge.tables.extract import Extract


def annex_a(
    as_at: Annotated[str, typer.Option(help="As at the end of this day, YYYY-MM-DD.")],
    out: Annotated[Path, typer.Option(help="The workbook to write; the check report and the cells stand beside it.")],
    extract: Annotated[Path | None, typer.Option(help="The folder of the extract.")] = None,
    record: Annotated[bool, typer.Option("--record", help="Of the record that DATABASE_URL names.")] = False,
    by: Annotated[str | None, typer.Option(help="Who takes it out of the record; you, unless said.")] = None,
) -> None:
    """Annex A, lists 1 to 11: six months back, twelve for adoption; and what would be queried in it."""
    from onechild.knowledge.formats.annex_a.checks import write_report
    from onechild.knowledge.formats.annex_a.checks.report import HOLDS
    from onechild.knowledge.formats.annex_a.writing import write_cells, write_workbook

    if out.suffix != ".xlsx":
        raise CannotProceed(f"--out {str(out)!r} is not a workbook: let it end in .xlsx")
    day = day_of(as_at, option="--as-at")
    with opened_of(extract, by, record=record) as opened:
        refuse_the_unknown(opened, day)
        annex, found, measured = _made(opened, day)
    checks, cells = out.with_name(f"{out.stem}-checks.xlsx"), out.with_name(f"{out.stem}-cells.csv")
    write_workbook(annex, out)
    write_report(annex, found, measured, checks)
    write_cells(annex, cells)
    typer.echo("\n".join(_words(annex, found, measured)))
    typer.echo(f"\n{out}: the workbook\n{checks}: what would be queried\n{cells}: where each cell came from")
    if not opened.about.invented:
        sys.stderr.write(f"These are children's records. {HOLDS.replace('’', chr(39))}\n")


def _made(opened: Extract, day: date) -> tuple[Annex, list[Query], list[Measured]]:
    from onechild.knowledge.formats.annex_a.checks import queries
    from onechild.knowledge.formats.annex_a.writing import ExtractTables, put_together
    from onechild.knowledge.measures.answers import Asked
    from onechild.knowledge.measures.catalogue import MEASURES
    from onechild.knowledge.reports.annex_a import COUNTS, against_measures, overdue_in

    annex = put_together(ExtractTables(opened), as_at=day, council_name=opened.about.council_name or "")
    with store_on("duckdb", opened) as store:
        duties = overdue_in(store, day)
        asked = [MEASURES[count.measure] for count in COUNTS if count.measure in MEASURES]
        measured = against_measures(annex, Asked(store, asked))
    return annex, queries(annex, duties=duties), measured


def _words(annex: Annex, found: list[Query], measured: list[Measured]) -> list[str]:
    from onechild.knowledge.formats.annex_a.checks.report import counts

    each = counts(found)
    lines = [f"Annex A as at the end of {annex.as_at}.", ""]
    lines += [
        f"{made.layout.sheet:<8} {made.layout.title:<44} {len(made):>8,} rows {sum(each[number].values()):>7,} queries"
        for number, made in annex.lists.items()
    ]
    lines += ["", *annex.left_out]
    for one in measured:
        said = "as many as" if one.agrees else f"and not the {one.measured:,} of"
        why = f" {one.why}" if one.why and not one.agrees else ""
        lines.append(f"List {one.list}, {one.what.lower()}: {one.listed:,}, {said} the measure “{one.measure}”.{why}")
    return lines
