"""Reads the SSD tables of one council into the standard tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.formats.model import Asked, FileCount, Finding, Reading, Recognised
from onechild.knowledge.formats.ssd.caring import whole_periods
from onechild.knowledge.formats.ssd.linking import departments, link, workers
from onechild.knowledge.formats.ssd.opening import CARRIED, Raw, open_table
from onechild.knowledge.formats.tabular.cells import Sheet, Typed, read_sheet
from onechild.knowledge.formats.tabular.giving import rows_of, worker_key
from onechild.knowledge.formats.tabular.joining import Piece, join_pieces
from onechild.knowledge.formats.tabular.leaving_care import earliest
from onechild.knowledge.formats.tabular.refusing import refuse_broken
from onechild.knowledge.formats.tabular.teams import complete_teams
from onechild.knowledge.formats.wording import counted
from onechild.knowledge.tables.conform import conform

NAME = "ssd"

# Days of work done, by which the files' own last day is told.
_DONE = ("contact_date", "visit_date", "referral_date", "review_date", "latest_contact")


def read(files: Sequence[Recognised], *, asked: Asked) -> Reading:
    """This function will read every table of the dataset.

    Raises CannotProceed where a file is damaged.
    """
    reading = Reading(NAME)
    raws = [open_table(file) for file in files]
    link(raws)
    typed = [_read_table(raw, reading) for raw in raws if raw.part in CARRIED]
    reading.findings += [finding for raw in raws if raw.part not in CARRIED for finding in _not_carried(raw, reading)]
    as_at = asked.known_at or _last_day(typed)
    pieces: list[Piece] = []
    for one in sorted(typed, key=lambda one: CARRIED.index(one.part)):
        given = rows_of(_worked(one, raws, as_at), source=NAME)
        pieces += given.pieces
        reading.findings += [*one.findings, *given.findings]
        reading.quarantine += one.quarantine
    pieces += _advisers_by_name(typed, raws)
    reading.tables, joined = join_pieces(_settled(pieces))
    reading.findings += [*joined, *complete_teams(reading.tables, source=NAME)]
    return reading


def _read_table(raw: Raw, reading: Reading) -> Typed:
    count = FileCount(raw.name, NAME)
    reading.counts.append(count)
    reading.warnings += raw.warnings
    if raw.missing:
        reading.warnings.append(f"{raw.name}, read as {raw.part.name}: no column {', '.join(raw.missing)}")
    for column, held in raw.extra.items():
        if held:
            where = f"{raw.name}, {raw.part.name}, {column}"
            words = f"{where}: {counted(held, 'value')} not carried: the column is not of the SSD"
            reading.findings.append(Finding("not_carried", raw.part.main, words))
    typed = read_sheet(Sheet(raw.part, raw.name, raw.cells, raw.where, raw.lines), source=NAME, count=count)
    typed.quarantine += refuse_broken(raw.broken, raw.name, raw.part, source=NAME, count=count)
    return typed


def _not_carried(raw: Raw, reading: Reading) -> list[Finding]:
    """A table that nothing carries: its rows are counted as read in part, and said."""
    rows = len(raw.lines) + len(raw.broken)
    reading.counts.append(FileCount(raw.name, NAME, rows=rows, part=rows))
    reading.warnings += raw.warnings
    if not rows:
        return []
    why = next(one.not_carried for one in raw.part.fields)
    return [
        Finding("not_carried", "children", f"{raw.name}: {counted(rows, 'row')} of {raw.part.name} not carried: {why}")
    ]


def _last_day(typed: Sequence[Typed]) -> date | None:
    days = [
        one.frame[name].max()
        for one in typed
        for name, kind in one.frame.schema.items()
        if kind == pl.Date and name.endswith(_DONE)
    ]
    return max((day for day in days if isinstance(day, date)), default=None)


def _worked(typed: Typed, raws: Sequence[Raw], as_at: date | None) -> Typed:
    """Add the columns that a table's rows need and its own fields don't hold."""
    frame = typed.frame
    if typed.part.name == "ssd_care_leavers":
        frame = frame.with_columns(
            eligible_on=earliest("clea_care_leaver_eligibility"),
            said_on=pl.coalesce("clea_care_leaver_latest_contact", pl.lit(as_at, pl.Date)),
            adviser_id=_adviser(frame, workers(raws)),
        )
    if typed.part.name == "ssd_professionals":
        known = departments(raws)
        names = frame["prof_professional_department"].drop_nulls().unique().to_list()
        keys = {name: known.get(name, known.get(name.casefold())) for name in names}
        frame = frame.with_columns(
            team=pl.col("prof_professional_department").replace_strict(keys, default=None, return_dtype=pl.String)
        )
    return replace(typed, frame=frame)


def _adviser(frame: pl.DataFrame, known: set[str]) -> pl.Expr:
    """Some systems give the adviser's key and some the name: a name is made into a key."""
    names = frame["clea_care_leaver_personal_advisor"].drop_nulls().unique().to_list()
    keys = {name: name if name in known else worker_key(name) for name in names}
    return pl.col("clea_care_leaver_personal_advisor").replace_strict(keys, default=None, return_dtype=pl.String)


def _advisers_by_name(typed: Sequence[Typed], raws: Sequence[Raw]) -> list[Piece]:
    known = workers(raws)
    frames = [one.frame for one in typed if one.part.name == "ssd_care_leavers"]
    named = {name for frame in frames for name in frame["clea_care_leaver_personal_advisor"].drop_nulls().to_list()}
    rows = [{"worker_id": worker_key(name), "name": name, "source": NAME} for name in sorted(named - known)]
    names = [{"worker_name_id": f"worker_names/{row['worker_id']}", **row} for row in rows]
    keys = [{"worker_id": row["worker_id"], "source": NAME} for row in rows]
    return [("workers", _table("workers", keys)), ("worker_names", _table("worker_names", names))] if rows else []


def _table(name: str, rows: list[dict[str, str]]) -> pa.Table:
    return conform(name, pa.Table.from_pylist(rows))


def _settled(pieces: list[Piece]) -> list[Piece]:
    """Make periods of care whole, and let involvements say who leads where they do."""
    episodes = [rows for name, rows in pieces if name == "care_episodes"]
    periods = [rows for name, rows in pieces if name == "periods_of_care"]
    others = [(name, rows) for name, rows in pieces if name != "periods_of_care"]
    if periods:
        others.append(("periods_of_care", whole_periods(pa.concat_tables(episodes), pa.concat_tables(periods))))
    inferred = [index for index, (name, rows) in enumerate(others) if name == "allocations" and _of_leavers(rows)]
    led = [rows for index, (name, rows) in enumerate(others) if name == "allocations" and index not in inferred]
    if not led:
        return others
    every = pa.concat_tables(led)
    leads = every.filter(pc.and_(pc.equal(every.column("role"), "lead"), pc.is_null(every.column("ended_on"))))
    known = leads.column("child_id").combine_chunks()
    for index in inferred:
        name, rows = others[index]
        repeats = pc.and_(pc.equal(rows.column("role"), "lead"), pc.is_in(rows.column("child_id"), value_set=known))
        others[index] = (name, rows.filter(pc.invert(repeats)))
    return others


def _of_leavers(rows: pa.Table) -> bool:
    """Whether allocations were made from care leavers, not from involvements: those have no key of their own."""
    return bool(rows.num_rows) and "/allocations/" in str(rows.column("allocation_id")[0].as_py())
