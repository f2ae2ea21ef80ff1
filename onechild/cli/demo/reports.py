"""The reports of a demonstration: Hatterton's caseload, and the sector's sample files read into standard tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import typer

from onechild.cli import read, report
from onechild.knowledge.engines import duckdb
from onechild.knowledge.reports.caseload import caseload_report
from onechild.knowledge.reports.rendering import RENDERERS
from onechild.knowledge.tables.extract import Extract

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "data" / "samples"
AS_AT, AGAINST = date(2021, 5, 31), date(2020, 5, 31)
PAGE, WORDS = "caseload-may-2021.html", "caseload-may-2021.txt"
# The samples come from made-up councils of their own; 000 stands in where a file does not say which.
READS = (
    ("annex-a", "annex_a.xlsx", "000"),
    ("cin-census-2021-shape", "cin_census_2021.xml", None),
    ("cin-census-2026-shape", "cin_census_2026.xml", None),
    ("ssda903", "ssda903", "000"),
)
Say = Callable[[str], None]


def write_reports(extract: Extract, *, folder: Path, say: Say) -> None:
    """Write the caseload report as a page and in words, and read the samples where they are at hand."""
    with duckdb.open_store(extract) as store:
        found = caseload_report(
            store, about=extract.about, fingerprint=extract.fingerprint, as_at=AS_AT, against=AGAINST
        )
    for name, kind in ((PAGE, "html"), (WORDS, "text")):
        report.give(RENDERERS[kind](found), folder / name, private=True)
    say(RENDERERS["text"](found))
    _read_samples(folder, say=say)
    _where(extract, folder, say=say)


def show_reports(extract: Extract, *, folder: Path, say: Say) -> None:
    """Show what an earlier run wrote."""
    say((folder / WORDS).read_text(encoding="utf-8"))
    _where(extract, folder, say=say)


def _where(extract: Extract, folder: Path, *, say: Say) -> None:
    say(f"The report as a page, with its charts and the children behind every figure: {folder / PAGE}")
    say(f"The council it counts, as standard tables: {extract.folder}")


def _read_samples(folder: Path, *, say: Say) -> None:
    if not SAMPLES.is_dir():
        say("No sample files are at hand (../shared/data/samples), so none were read.")
        return
    say("The sector's sample files, each of a different made-up council, read into standard tables:\n")
    for name, file, council in READS:
        say(f"--- {file}")
        try:
            read.read([SAMPLES / file], out=folder / "samples" / name, council=council)
        except typer.Exit:
            say("(Some of it was refused: that is what the samples are for.)\n")
