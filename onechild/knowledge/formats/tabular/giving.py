"""Makes the rows of the standard tables that the rows of a sheet give."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.formats.keys import natural_columns, natural_keys
from onechild.knowledge.formats.model import Finding
from onechild.knowledge.formats.tabular.cells import Typed
from onechild.knowledge.formats.tabular.frames import arrow_of
from onechild.knowledge.formats.tabular.layout import (
    Each,
    First,
    Gives,
    Is,
    KeyOf,
    Or,
    Source,
    TeamOf,
    Worked,
    WorkerOf,
)
from onechild.knowledge.formats.wording import counted
from onechild.knowledge.tables.conform import conform
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.model import Column, Kind, Table

_POLARS: dict[Kind, pl.DataType] = {
    Kind.TEXT: pl.String(),
    Kind.CODE: pl.String(),
    Kind.DATE: pl.Date(),
    Kind.INSTANT: pl.Datetime("us", "UTC"),
    Kind.INTEGER: pl.Int64(),
    Kind.NUMBER: pl.Float64(),
    Kind.YES_NO: pl.Boolean(),
}
_NOTHING = ("0", "0.0", "n", "no", "b) no", "false")


@dataclass
class Given:
    """What sheets gave: pieces of standard tables in the order they came, and findings."""

    pieces: list[tuple[str, pa.Table]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def rows_of(typed: Typed, *, source: str) -> Given:
    """This function will return the standard rows of a sheet, table by table in the order of its layout.

    A row is made where all that its table requires is there; each carries `source` and where it stood in the file.
    What a sheet says and no table takes becomes a finding.
    """
    given = Given()
    frame = typed.frame.with_row_index("row")
    for gives in typed.part.gives:
        frame = _give(given, typed, gives, frame, source=source)
    given.findings += [*_word_for_word(typed), *_not_carried(typed)]
    return given


def team_key(name: str) -> str:
    """This function will return a team's key: its name in small letters and hyphens."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or f"team-{_digest(name)}"


def worker_key(name: str) -> str:
    """This function will return a worker's key: the same for the same name, and not to be read back from it."""
    return f"worker-{_digest(name)}"


def _digest(name: str) -> str:
    plain = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    return hashlib.blake2s(plain.encode(), digest_size=6).hexdigest()


def _give(given: Given, typed: Typed, gives: Gives, frame: pl.DataFrame, *, source: str) -> pl.DataFrame:
    """Add the rows of one standard table, and return the frame with their keys beside the rows they came from."""
    contract = TABLES[gives.table]
    wanted = _wanted(gives, frame)
    rows = wanted.select(
        "row",
        *[_expression(wanted, contract[to], one).alias(to) for to, one in gives.columns.items()],
        pl.lit(source).alias("source"),
        (pl.lit(f"{typed.file} ") + pl.col("place")).alias("source_row"),
    )
    for to, one in gives.columns.items():
        rows = rows.explode(to) if isinstance(one, Each) else rows
    required = [one.name for one in contract.columns if one.required and one.name != contract.key]
    rows = rows.drop_nulls([*required, *({contract.key} & set(natural_columns(contract.name)))])
    lost = wanted.join(rows, on="row", how="anti")
    if gives.once:
        rows = rows.unique(list(gives.columns), keep="first", maintain_order=True)
    arrow = _with_key(contract, arrow_of(rows.drop("row")))
    given.pieces.append((gives.table, conform(contract.name, arrow)))
    given.findings += _told(typed, gives, lost, rows.height)
    name = f"key of {gives.table}"
    keys = pl.DataFrame(
        {"row": rows["row"], name: arrow.column(contract.key).to_pylist()}, schema_overrides={name: pl.String}
    )
    return frame.drop(name, strict=False).join(
        keys.unique("row", keep="first"), on="row", how="left", maintain_order="left"
    )


def _wanted(gives: Gives, frame: pl.DataFrame) -> pl.DataFrame:
    for name, value in gives.only.items():
        frame = frame.filter(pl.col(name).eq(pl.lit(value)).fill_null(False))
    if gives.when:
        frame = frame.filter(pl.any_horizontal([pl.col(name).is_not_null() for name in gives.when]))
    return frame


def _expression(frame: pl.DataFrame, column: Column, source: Source) -> pl.Expr:
    kind = _POLARS[column.kind]
    match source:
        case str():
            return pl.col(source).cast(kind)
        case Is(value):
            return pl.lit(value, kind)
        case KeyOf(table):
            name = f"key of {table}"
            return pl.col(name) if name in frame.columns else pl.lit(None, pl.String)
        case TeamOf(name):
            return _keyed(frame, name, team_key)
        case WorkerOf(name):
            return _keyed(frame, name, worker_key)
        case First(names):
            return pl.coalesce([pl.col(name).cast(kind) for name in names])
        case Each(name):
            return pl.col(name)
        case Or(name, value):
            return pl.col(name).cast(kind).fill_null(pl.lit(value, kind))
        case Worked(name):
            return pl.col(name).cast(kind)


def _keyed(frame: pl.DataFrame, column: str, key: Callable[[str], str]) -> pl.Expr:
    keys = {name: key(name) for name in frame[column].unique().drop_nulls().to_list()}
    return pl.col(column).replace_strict(keys, default=None, return_dtype=pl.String)


def _with_key(contract: Table, rows: pa.Table) -> pa.Table:
    """The source's own key where it has one, else one made of the natural key."""
    key = contract.key
    if key in rows.column_names and rows.column(key).null_count == 0:
        return rows
    if key not in rows.column_names:
        return rows.append_column(key, natural_keys(contract.name, rows))
    made = natural_keys(contract.name, rows.drop_columns([key]))
    number = rows.column_names.index(key)
    return rows.set_column(number, key, pc.coalesce(rows.column(key), pa.chunked_array([made])))


def _told(typed: Typed, gives: Gives, lost: pl.DataFrame, made: int) -> list[Finding]:
    """What was worked out, and what rows say in vain because something that the table requires is empty."""
    findings = []
    if gives.inferred and made:
        words = f"{typed.file}, {typed.part.name}: {counted(made, 'row')} of {gives.table}: {gives.inferred}"
        findings.append(Finding("inferred", gives.table, words))
    contract = TABLES[gives.table]
    # A list may well be empty: a row that gives one for each item says nothing in vain.
    each = any(isinstance(one, Each) for one in gives.columns.values())
    said = [] if each else [one for to, one in gives.columns.items() if isinstance(one, str) and to != "child_id"]
    vain = lost.filter(pl.any_horizontal([_holds(name) for name in said])).height if said else 0
    if vain:
        must = [to for to in gives.columns if contract[to].required and to != contract.key]
        names = [to for to in must if to != "child_id"] or must
        where, lacking = f"{typed.file}, {typed.part.name}", " or ".join(names)
        words = f"{where}: {counted(vain, 'row')} gave no row of {gives.table}: no {lacking}"
        findings.append(Finding("not_carried", gives.table, words))
    return findings


def _word_for_word(typed: Typed) -> list[Finding]:
    """One finding where rows with a key of their own stand more than once, word for word: they become one."""
    main = next((gives for gives in typed.part.gives if gives.table == typed.part.main), None)
    if main is None or TABLES[main.table].key not in main.columns:
        return []
    names = [one.name for one in typed.part.fields if not one.many]
    again = typed.frame.height - typed.frame.select(names).unique().height
    words = f"{typed.file}, {typed.part.name}: {counted(again, 'row')} said word for word before; kept once"
    return [Finding("duplicate", main.table, words)] if again else []


def _not_carried(typed: Typed) -> list[Finding]:
    """One finding for each field that holds something and that no table carries."""
    findings = []
    for one in typed.part.fields:
        held = typed.frame.filter(_holds(one.name)).height if one.not_carried and not one.derived else 0
        if held:
            where = f"{typed.file}, {typed.part.name}, {one.column}"
            words = f"{where}: {counted(held, 'value')} not carried: {one.not_carried}"
            findings.append(Finding("not_carried", typed.part.main, words))
    return findings


def _holds(name: str) -> pl.Expr:
    """Whether a cell says more than nothing: a count of 0 and a "No" say nothing."""
    return pl.col(name).is_not_null() & ~pl.col(name).cast(pl.String).str.to_lowercase().is_in(_NOTHING)
