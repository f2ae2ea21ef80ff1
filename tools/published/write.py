"""Writes the tidy tables of published figures: `python -m tools.published.write FOLDER`, FOLDER as downloaded.

Run again with a newer edition, it writes the tables anew; Ofsted's earlier judgements are kept.
docs/how-to/add-published-figures.md says where the files come from, and what to check.
"""

from __future__ import annotations

import sys
from pathlib import Path

import polars as pl

from tools.published.areas import areas
from tools.published.councils import grades, neighbours
from tools.published.figures import figures
from tools.published.measures import measures

TABLES = Path(__file__).resolve().parents[2] / "onechild" / "knowledge" / "benchmarks" / "tables"


def main(folder: Path, tables: Path = TABLES) -> None:
    """Write every table, and say how many rows each has."""
    found = figures(folder)
    sheets = {
        "measures": measures(folder, found),
        "areas": areas(folder),
        "neighbours": neighbours(folder),
        "grades": grades(folder, tables / "grades.csv"),
    }
    tables.mkdir(parents=True, exist_ok=True)
    for name, sheet in sheets.items():
        sheet.write_csv(tables / f"{name}.csv", line_terminator="\n")
    compact = found.with_columns(pl.col("table", "code", "area", "shown").cast(pl.Categorical))
    compact.write_parquet(tables / "figures.parquet", compression="zstd", compression_level=19, statistics=False)
    for name, sheet in {"figures": found, **sheets}.items():
        print(f"{name}: {sheet.height:,} rows")


if __name__ == "__main__":
    if len(sys.argv) != len(("write.py", "FOLDER")):
        sys.exit("Give the folder with the published files: python -m tools.published.write FOLDER")
    main(Path(sys.argv[1]))
