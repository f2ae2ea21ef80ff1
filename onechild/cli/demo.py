"""What `make demo` does: invents Hatterton, writes its caseload report, reads the sample files where they are."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import typer

from onechild.cli import invent, read, report
from onechild.errors import CannotProceed
from onechild.knowledge.engines import duckdb
from onechild.knowledge.invented.inventing import DEFAULT_SEED, is_written
from onechild.knowledge.reports.caseload import CaseloadReport, caseload_report
from onechild.knowledge.reports.rendering import RENDERERS
from onechild.knowledge.tables.extract import Extract, read_extract

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / "demo"
SAMPLES = PROJECT.parent / "shared" / "data" / "samples"
AS_AT, AGAINST = date(2021, 5, 31), date(2020, 5, 31)
# The samples come from made-up councils of their own; 000 stands in where a file does not say which.
READS = (
    ("annex-a", "annex_a.xlsx", "000"),
    ("cin-census-2021-shape", "cin_census_2021.xml", None),
    ("cin-census-2026-shape", "cin_census_2026.xml", None),
    ("ssda903", "ssda903", "000"),
)


def main() -> int:
    """Run the demonstration from start to end; a second run on the same day reuses the council of the first."""
    try:
        extract = _hatterton(until=datetime.now().astimezone().date())
        found = _report(extract)
        _read_samples()
    except CannotProceed as problem:
        sys.stderr.write(f"onechild: {problem}\n")
        return 2
    page = FOLDER / "caseload-may-2021.html"
    report.give(RENDERERS["html"](found), page, private=True)
    _say(f"\nThe report as a page, with its charts and the children behind every figure: {_near(page)}")
    _say(f"The council it counts, as standard tables: {_near(extract.folder)}")
    return 0


def _hatterton(*, until: date) -> Extract:
    folder = FOLDER / "hatterton"
    if is_written(folder, until=until):
        _say(f"Hatterton is there from earlier today: {_near(folder)}\n")
        return read_extract(folder, trusting=True)
    _say("Inventing Hatterton, a town with 62,280 children, from 2016 to today.\n")
    return invent.make(folder, scale=1.0, seed=DEFAULT_SEED, until=until)


def _report(extract: Extract) -> CaseloadReport:
    with duckdb.open_store(extract) as store:
        found = caseload_report(
            store, about=extract.about, fingerprint=extract.fingerprint, as_at=AS_AT, against=AGAINST
        )
    _say(RENDERERS["text"](found))
    return found


def _read_samples() -> None:
    if not SAMPLES.is_dir():
        _say("No sample files are at hand (../shared/data/samples), so none were read.")
        return
    _say("The sector's sample files, each of a different made-up council, read into standard tables:\n")
    for name, file, council in READS:
        _say(f"--- {file}")
        try:
            read.read([SAMPLES / file], out=FOLDER / "samples" / name, council=council)
        except typer.Exit:
            _say("(Some of it was refused: that is what the samples are for.)\n")


def _near(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
