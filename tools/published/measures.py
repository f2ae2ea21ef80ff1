"""What each published measure is: our own plain title and definition, its unit, its year, and which way is better."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl

from tools.published.figures import SAME

MEASURE_COLUMNS = (
    "table",
    "code",
    "key",
    "topic",
    "title",
    "counts",
    "unit",
    "decimals",
    "better",
    "year_type",
    "same_as",
    "source",
)
WORDS = Path(__file__).with_name("words.psv")
YEAR_TYPES = {
    "Financial Year": "financial year",
    "Annual": "financial year",
    "Academic Year": "school year",
    "Calendar Year": "calendar year",
    "Annual (end of Sept)": "year to 30 September",
    "Annual - January": "January",
}
BETTER = {"High": "higher", "Low": "lower"}
MOST_DECIMALS = 2
# A figure is shown with as many decimals as this share of its values needs.
NEARLY_ALL = 0.9


def measures(folder: Path, figures: pl.DataFrame) -> pl.DataFrame:
    """This function will return one row for each measure that has figures; raises where one has no words of ours."""
    lait = {row["measure"]: row for row in pl.read_csv(folder / "dfe_lait_measures.csv").iter_rows(named=True)}
    words = pl.read_csv(WORDS, separator="|", quote_char=None)
    found = figures.select("table", "code").unique().rows()
    if missing := sorted({code for _table, code in found} - set(words["code"])):
        raise ValueError(f"words.psv has no words for {missing[0]}")
    tables = {code: table for table, code in found}
    rows = [
        _row(row, tables[row["code"]], lait.get(row["code"], {}), figures)
        for row in words.iter_rows(named=True)
        if row["code"] in tables
    ]
    table = pl.DataFrame(rows, schema=list(MEASURE_COLUMNS), orient="row")
    if twice := table.filter(pl.col("key").is_duplicated())["key"].to_list():
        raise ValueError(f"two measures go by {twice[0]}")
    return table


def _row(row: dict[str, str], table: str, lait: dict[str, str], figures: pl.DataFrame) -> tuple[object, ...]:
    code = row["code"]
    values = figures.filter((pl.col("table") == table) & (pl.col("code") == code))["value"].drop_nulls()
    return (
        table,
        code,
        _key(table, code),
        row["topic"],
        row["title"],
        row["counts"],
        row["unit"],
        _decimals(values),
        BETTER.get(lait.get("polarity", ""), "neither"),
        YEAR_TYPES[lait["year_type"]] if lait else _own_year(table),
        SAME.get(code, "") if table == "workforce" else "",
        table,
    )


def _own_year(table: str) -> str:
    return "mid-year" if table == "population" else "year to 30 September"


def _key(table: str, code: str) -> str:
    """The measure's name in an address: its code in small letters, with nothing but letters, digits and hyphens."""
    bare = code.replace("%", " pc ").replace("+", " plus ").lower()
    name = "-".join(re.findall(r"[a-z0-9]+", bare))
    return f"workforce-{name}" if table == "workforce" else name


def _decimals(values: pl.Series) -> int:
    for places in range(MOST_DECIMALS):
        exact = ((values.round(places) - values).abs() < 1e-6).sum()
        if exact >= NEARLY_ALL * len(values):
            return places
    return MOST_DECIMALS
