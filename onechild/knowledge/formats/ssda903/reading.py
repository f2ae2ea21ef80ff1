"""Reads the SSDA903 files of one council, this year's and earlier ones, into the standard tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.formats.keys import natural_keys
from onechild.knowledge.formats.model import Asked, FileCount, Finding, Reading, Recognised
from onechild.knowledge.formats.ssda903.layout import EPISODES, FIRST_YEAR, HEADER, LAST_YEAR, OC3, PARTS
from onechild.knowledge.formats.ssda903.modules import Module, open_module, year_of
from onechild.knowledge.formats.ssda903.periods import work_out
from onechild.knowledge.formats.tabular.cells import Sheet, Typed, read_sheet
from onechild.knowledge.formats.tabular.giving import rows_of
from onechild.knowledge.formats.tabular.joining import Piece, join_pieces
from onechild.knowledge.formats.tabular.refusing import refuse_broken
from onechild.knowledge.formats.wording import counted, shown
from onechild.knowledge.workdays.ages import birthday
from onechild.knowledge.workdays.years import year_bounds, year_name

NAME = "ssda903"


def read(files: Sequence[Recognised], *, asked: Asked) -> Reading:
    """This function will read every module; the files of one folder are one return, the newest believed first.

    A return's year is the one asked for, or that of its latest episode. Raises CannotProceed where a file is damaged or
    two files of one module in one folder are of different years.
    """
    reading = Reading(NAME)
    typed = []
    for year, modules in _returns([open_module(file) for file in files], asked, reading):
        typed += [_read_module(module, year, reading) for module in modules]
    pieces: list[Piece] = []
    for part in PARTS:
        for one in (module for module in typed if module.part is part):
            given = rows_of(one, source=NAME)
            pieces += given.pieces
            reading.findings += [*one.findings, *given.findings]
            reading.quarantine += one.quarantine
    headed = _of_the_header(pieces, [one for one in typed if one.part is HEADER])
    reading.tables, joined = join_pieces(headed, years=True)
    reading.findings += joined
    _work_out_spells(reading, [one for one in typed if one.part is EPISODES])
    return reading


def _returns(modules: list[Module], asked: Asked, reading: Reading) -> list[tuple[int | None, list[Module]]]:
    """One return for each folder, the newest first."""
    folders: dict[Path, list[Module]] = {}
    for module in modules:
        folders.setdefault(module.folder, []).append(module)
    only = asked.year if len(folders) == 1 else None
    returns = [(only or year_of(files), files) for files in folders.values()]
    returns.sort(key=lambda one: one[0] or 0, reverse=True)
    reading.year = asked.year or (returns[0][0] if returns else None)
    reading.warnings += [words for year, files in returns for words in _doubts(year, files)]
    return returns


def _doubts(year: int | None, modules: list[Module]) -> list[str]:
    folder = shown(modules[0].folder.name) or "the return"
    if year is None:
        return [f"{folder}: no day tells which year the SSDA903 files are of; give it with --year"]
    doubts = []
    if not FIRST_YEAR <= year <= LAST_YEAR:
        known = f"{year_name(FIRST_YEAR)} to {year_name(LAST_YEAR)}"
        doubts.append(f"{folder}: a return of {year_name(year)}, read as those of {known} are")
    episodes = [module.year() for module in modules if module.part is EPISODES]
    latest = max((found for found in episodes if found), default=year)
    if latest != year:
        doubts.append(f"{folder}: the episodes are of {year_name(latest)}, not of {year_name(year)}")
    return doubts


def _read_module(module: Module, year: int | None, reading: Reading) -> Typed:
    count = FileCount(module.name, NAME)
    reading.counts.append(count)
    reading.warnings += module.cells.warnings
    if missing := [one.column for one in module.found.missing if one.usual]:
        reading.warnings.append(
            f"{module.name}, read as {module.part.name}: no column {', '.join(dict.fromkeys(missing))}"
        )
    reading.findings += _extra(module)
    cells = {name: module.cells.columns[column] for name, column in module.found.columns.items()}
    sheet = Sheet(module.part, module.name, cells, "line", module.cells.lines)
    last = year_bounds(year, "ssda903")[1] if year else None
    typed = read_sheet(sheet, source=NAME, count=count, on=last)
    typed.quarantine += refuse_broken(module.cells.broken, module.name, module.part, source=NAME, count=count)
    return replace(typed, frame=_dated(typed, year, last))


def _extra(module: Module) -> list[Finding]:
    findings = []
    for column in module.found.extra:
        held = len(pc.indices_nonzero(pc.not_equal(pc.fill_null(module.cells.columns[column], ""), "")))
        if held:
            where = f"{module.name}, {module.part.name}, {module.cells.headings[column]}"
            words = f"{where}: {counted(held, 'value')} not carried: the column is not of the SSDA903"
            findings.append(Finding("not_carried", module.part.main, words))
    return findings


def _dated(typed: Typed, year: int | None, last: date | None) -> pl.DataFrame:
    """Give yearly answers their day: 31 March, or the birthday within the year."""
    frame = typed.frame.with_columns(year_end=pl.lit(last, pl.Date))
    if typed.part is not OC3:
        return frame

    def within_year(born: date) -> date | None:
        days = [birthday(born, age) for age in (year - born.year - 1, year - born.year) if age >= 0] if year else []
        first = year_bounds(year, "ssda903")[0] if year else None
        return next((day for day in days if first and last and first <= day <= last), None)

    return frame.with_columns(birthday=pl.col("born").map_elements(within_year, return_dtype=pl.Date))


def _of_the_header(pieces: list[Piece], headers: list[Typed]) -> list[Piece]:
    """The header says who the children are; other modules repeat some of its columns, and are held against it."""
    if not headers:
        return pieces
    listed = pa.array(pl.concat([one.frame["child"] for one in headers]).unique().to_list(), pa.string())
    return [
        (name, rows.filter(pc.is_in(rows.column("child_id"), value_set=listed)) if name == "children" else rows)
        for name, rows in pieces
    ]


def _work_out_spells(reading: Reading, episodes: list[Typed]) -> None:
    if "care_episodes" not in reading.tables:
        return
    postcodes = pl.concat([_postcodes(one) for one in episodes])
    once = postcodes.unique("episode_id", keep="first", maintain_order=True)
    made, findings = work_out(reading.tables["care_episodes"], once)
    for name, rows in made:
        held = [reading.tables[name]] if name == "addresses" and name in reading.tables else []
        reading.tables[name] = pa.concat_tables([*held, rows])
    reading.findings += findings
    words = "periods of care, placements and legal statuses are worked out from the episodes"
    reading.findings.append(Finding("inferred", "periods_of_care", words))


def _postcodes(typed: Typed) -> pl.DataFrame:
    """The placement postcode of each episode, by the key that the episode was given."""
    rows = pa.table({"child_id": typed.frame["child"].to_list(), "started_on": typed.frame["started"].to_arrow()})
    keys = natural_keys("care_episodes", rows).to_pylist()
    return pl.DataFrame(
        {"episode_id": keys, "postcode": typed.frame["postcode"]}, schema_overrides={"episode_id": pl.String}
    )
