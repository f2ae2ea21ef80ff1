"""The areas that figures are of: councils with their regions, councils of the past, regions and England."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polars as pl

AREA_COLUMNS = ("code", "name", "kind", "region", "ons_code", "first_year", "last_year", "became")
# Councils that came and went in these years: the last year of figures of the old, the first of the new.
GONE = {
    "835": (2019, "838"),
    "836": (2019, "839"),
    "837": (2019, "839"),
    "928": (2021, "940 941"),
    "909": (2023, "942 943"),
}
NEW = {"838": 2019, "839": 2019, "940": 2021, "941": 2021, "942": 2023, "943": 2023}
# Two councils whose social workers one organisation employs, published as one row.
JOINT = {"314 / 318": ("314", "318"), "940 / 941": ("940", "941")}
NAMES = {
    "342": "St Helens",
    "801": "Bristol",
    "810": "Kingston upon Hull",
    "822": "Bedford",
    "840": "County Durham",
    "835": "Dorset (before 2019)",
    "836": "Poole (before 2019)",
    "837": "Bournemouth (before 2019)",
    "909": "Cumbria (before 2023)",
    "928": "Northamptonshire (before 2021)",
    "982": "Yorkshire and The Humber",
    "987": "Inner London",
    "988": "Outer London",
}
LONDON, INNER_AND_OUTER = "986", {"987", "988"}
ENGLAND, FIRST_REGION = 970, 980
NOT_COUNCILS_OF_LAIT = {"970", *(str(code) for code in range(980, 991))}


def window(area: str, year: int) -> bool:
    """This function will say whether a council may have figures of that year."""
    return year >= NEW.get(area, 0) and year <= GONE.get(area, (9999, ""))[0]


def areas(folder: Path) -> pl.DataFrame:
    """This function will return every area that LAIT names, with ONS's codes from the population table."""
    return pl.DataFrame(list(_rows(folder)), schema=list(AREA_COLUMNS), orient="row", strict=False).sort("code")


def _rows(folder: Path) -> Iterator[tuple[str, ...]]:
    lait = pl.read_parquet(folder / "dfe_lait_figures.parquet").select("la_number", "area", "region").unique()
    ons = _ons_codes(folder)
    regions = {name: str(code) for code, name, _region in lait.rows() if code >= FIRST_REGION}
    regions |= {"Inner London": LONDON, "Outer London": LONDON, "Yorkshire and The Humber": "982"}
    for number, name, region in lait.rows():
        code = str(number)
        first = str(NEW[code]) if code in NEW else ""
        last, became = (str(GONE[code][0]), GONE[code][1]) if code in GONE else ("", "")
        place = regions[region] if number < ENGLAND else ""
        yield code, NAMES.get(code, name), _kind(code, number), place, ons.get(code, ""), first, last, became


def _kind(code: str, number: int) -> str:
    if number == ENGLAND:
        return "country"
    if number >= FIRST_REGION:
        return "part of a region" if code in INNER_AND_OUTER else "region"
    return "former council" if code in GONE else "council"


def _ons_codes(folder: Path) -> dict[str, str]:
    found = pl.read_csv(folder / "ons_population_0_17.csv", infer_schema_length=0)
    some = found.filter(pl.col("geographic_level") == "Local authority").sort("time_period")
    return dict(some.select("old_la_code", "new_la_code").rows())
