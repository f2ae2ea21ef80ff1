"""The figures themselves: DfE's LAIT, the social work workforce census and ONS's population, as one tidy table.

Columns: table, code, area, year, value, shown. `shown` says why a value is missing, or what to know of one that is
there; it is empty for most. A row is left out where the council did not exist in that year, and where nothing at all
was published of a measure in a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from tools.published.areas import JOINT, NOT_COUNCILS_OF_LAIT, window

FIGURE_COLUMNS = ("table", "code", "area", "year", "value", "shown")
# What DfE's marks mean. LAIT has a dash alone, which does not say why.
MARKS = {
    "c": "hidden",
    "low": "almost nought",
    "u": "unreliable",
    "x": "not available",
    "z": "not applicable",
    "-": "not shown",
}
# The workforce census measures that LAIT has too: compared figure by figure, the two agree, so that the census says
# why LAIT shows a dash.
SAME = {
    "caseload_fte": "Work_Force_AvgNumCase_SW",
    "agency_rate_fte": "Work_Force_Agecy_Rate",
    "turnover_rate_fte": "Work_Force_TO_Rate",
    "vacancy_rate_fte": "Work_Force_Vac_Rate",
    "absence_rate_fte": "Work_Force_SWAbsence",
    "inpost_fte": "Work_Force_NoSW",
    "vacancy_agency_cover_rate_fte": "Vacancies_cover",
    "agency_cover_rate_fte": "Work_Force_AgencyCover",
    "cases": "Work_Force_Num_CaseHeld",
    "leavers_fte": "Social_Work_Leavers",
    "starters_fte": "Social_Work_Starters",
}
FIRST_WORKFORCE_COLUMN = "inpost_fte"
REGIONS = {
    "E12000001": "980",
    "E12000002": "981",
    "E12000003": "982",
    "E12000004": "983",
    "E12000005": "984",
    "E12000006": "985",
    "E12000007": "986",
    "E13000001": "987",
    "E13000002": "988",
    "E12000008": "989",
    "E12000009": "990",
}
ENGLAND = "970"


def figures(folder: Path) -> pl.DataFrame:
    """This function will return every figure of the published folder, sorted, with no two of one key."""
    census = _workforce(folder)
    lait = _lait(folder, reasons={(code, area, year): shown for code, area, year, _value, shown in census if shown})
    rows = [
        *(("lait", *row) for row in lait),
        *(("workforce", *row) for row in census),
        *(("population", "population_0_17", *row) for row in population(folder)),
    ]
    table = pl.DataFrame(rows, schema=list(FIGURE_COLUMNS), orient="row", strict=False)
    table = table.with_columns(pl.col("year").cast(pl.Int16)).sort("table", "code", "year", "area")
    if twice := table.filter(table.select(FIGURE_COLUMNS[:4]).is_duplicated()).rows():
        raise ValueError(f"two figures of one key: {twice[0]}")
    said = table.filter(pl.col("value").is_not_null()).select("table", "code", "year").unique()
    return table.join(said, on=["table", "code", "year"], how="semi").sort("table", "code", "year", "area")


def _lait(folder: Path, *, reasons: dict[tuple[str, str, int], str]) -> Iterator[tuple[str, str, int, object, str]]:
    same = {lait: census for census, lait in SAME.items()}
    found = pl.read_parquet(folder / "dfe_lait_figures.parquet")
    for code, label, area, text in found.select("measure", "year", "la_number", "value").rows():
        year, key = _ends_in(label), str(area)
        if year is None or not (text != "-" or key in NOT_COUNCILS_OF_LAIT or window(key, year)):
            continue
        value, shown = _read(text)
        yield code, key, year, value, reasons.get((same.get(code, ""), key, year), shown)


def _workforce(folder: Path) -> list[tuple[str, str, int, object, str]]:
    found = pl.read_csv(folder / "dfe_workforce.csv", infer_schema_length=0)
    codes = found.columns[found.columns.index(FIRST_WORKFORCE_COLUMN) :]
    rows: list[tuple[str, str, int, object, str]] = []
    for row in found.iter_rows(named=True):
        for area, joint in _areas_of(row):
            for code in codes:
                value, shown = _read(row[code])
                rows.append((code, area, int(row["time_period"]), value, shown or joint))
    return rows


def population(folder: Path) -> list[tuple[str, int, object, str]]:
    """This function will return (area, year, children aged 0 to 17 at mid-year, mark) of every area."""
    found = pl.read_csv(folder / "ons_population_0_17.csv", infer_schema_length=0)
    rows: list[tuple[str, int, object, str]] = []
    for row in found.iter_rows(named=True):
        for area, joint in _areas_of(row):
            value, shown = _read(row["population_estimate"])
            if value is not None:
                rows.append((area, int(row["time_period"]), value, shown or joint))
    return rows


def _areas_of(row: dict[str, str]) -> list[tuple[str, str]]:
    """The areas that a row is about: two where two councils are published as one, each marked so."""
    if row["geographic_level"] == "National":
        return [(ENGLAND, "")]
    if row["geographic_level"] == "Regional":
        return [(REGIONS[row["region_code"]], "")]
    code = row["old_la_code"]
    return [(one, "joint") for one in JOINT[code]] if code in JOINT else [(code, "")]


def _read(text: str) -> tuple[float | None, str]:
    if text in MARKS:
        return (0.0 if text == "low" else None), MARKS[text]
    # Eleven digits and six decimals are more than any figure has; what is beyond is noise of binary fractions.
    return round(float(text), 6), ""


def _ends_in(label: str) -> int | None:
    """The year that a period ends in: 2025 of "2025" and of "2024-25 (OT)"; none where the source names none."""
    if found := re.match(r"(\d{4})-(\d{2})\b", label):
        return int(found[1][:2] + found[2])
    return int(label) if label != "0" else None
