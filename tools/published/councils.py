"""Who a council is like, and what Ofsted found: statistical neighbours, and judgements of inspections."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import polars as pl

NEIGHBOUR_COLUMNS = ("area", "place", "neighbour", "closeness")
GRADE_COLUMNS = (
    "area",
    "published_on",
    "inspected_from",
    "inspected_to",
    "kind",
    "overall",
    "leaders",
    "protection",
    "in_care",
    "care_leavers",
    "edition",
)
NEIGHBOURS = 10
# Since then care leavers have a judgement of their own; what the overview has of earlier ones is that of all in care.
CARE_LEAVERS_APART = "2023-01-01"
NOT_SAID = {"nan", "None", "", "inspection_pre_dates_judgement"}


def neighbours(folder: Path) -> pl.DataFrame:
    """This function will return ten rows for each council: DfE's model of 2025, the nearest first."""
    found = pl.read_csv(folder / "dfe_statistical_neighbours_2025.csv", infer_schema_length=0)
    rows = [
        (row["old_la_code"], place, row[f"SN_{place}"], row[f"SN_{place}P"].strip().lower())
        for row in found.iter_rows(named=True)
        for place in range(1, NEIGHBOURS + 1)
    ]
    return pl.DataFrame(rows, schema=list(NEIGHBOUR_COLUMNS), orient="row").sort("area", "place")


def grades(folder: Path, kept: Path) -> pl.DataFrame:
    """This function will return the judgements of the file, and those that `kept` holds already of other inspections.

    The overview has each council's latest inspection alone: the history grows with each edition taken in. Of one
    inspection, the newest edition's word counts.
    """
    found = pl.read_csv(folder / "ofsted_ilacs.csv", infer_schema_length=0)
    edition = f"{date.fromisoformat(max(_day(text) for text in found['publication_date'])):%B %Y}"
    rows = [(*_judgement(row), edition) for row in found.iter_rows(named=True)]
    fresh = pl.DataFrame(rows, schema=list(GRADE_COLUMNS), orient="row", strict=False)
    before = pl.read_csv(kept, infer_schema_length=0).fill_null("") if kept.exists() else fresh.clear()
    both = pl.concat([fresh, before.select(GRADE_COLUMNS)]).with_columns(
        on=pl.when(pl.col("inspected_from") == "").then(pl.col("published_on")).otherwise(pl.col("inspected_from"))
    )
    apart = pl.when(pl.col("on") < CARE_LEAVERS_APART).then(pl.lit("")).otherwise(pl.col("care_leavers"))
    both = both.with_columns(care_leavers=apart)
    return both.unique(["area", "on"], keep="first").sort("area", "on").drop("on")


def _judgement(row: dict[str, str | None]) -> tuple[str, ...]:
    return (
        row["la_code"] or "",
        _day(row["publication_date"]),
        _day(row["inspection_start_date"]),
        _day(row["inspection_end_date"]),
        _said(row["inspection_framework"]),
        _said(row["overall_effectiveness_grade"]),
        _said(row["impact_of_leaders_grade"]),
        _said(row["help_and_protection_grade"]),
        _said(row["in_care_grade"]),
        _said(row["care_leavers_grade"]),
    )


def _said(text: str | None) -> str:
    return "" if text is None or text in NOT_SAID else text


def _day(text: str | None) -> str:
    if not text:
        return ""
    form = "%d/%m/%y" if len(text) == len("27/10/23") else "%d/%m/%Y"
    day: date = datetime.strptime(text, form).date()  # noqa: DTZ007  a day, without a time
    return day.isoformat()
