"""Works out periods of care, placements and legal statuses from the episodes that the SSDA903 is made of.

An episode is an unbroken run of one legal status in one placement; any change ends it (X1) and begins the next on the
same day. Source: DfE, Children looked-after by local authorities in England: guide to the SSDA903.
"""

from __future__ import annotations

from datetime import date

import polars as pl
import pyarrow as pa

from onechild.knowledge.formats.keys import natural_keys
from onechild.knowledge.formats.mapping import Mapped
from onechild.knowledge.formats.model import Finding
from onechild.knowledge.formats.tabular.frames import arrow_of, frame_of
from onechild.knowledge.tables.conform import conform

_GOES_ON = "X1"
_STARTS_CARE = "S"
_STATUS_ONLY = "L"
_FOR_EVER = date(9999, 12, 31)
_SAME_PLACE = ("placement_kind", "provider", "urn", "postcode")

_EPISODES = "Episodes"
_WORKED_OUT = "worked out from each unbroken run of episodes"
WORKED_OUT: tuple[Mapped, ...] = tuple(
    Mapped(_EPISODES, column, table, to, _WORKED_OUT)
    for table, columns in {
        "periods_of_care": {"DECOM": "started_on", "DEC": "ended_on", "CIN": "need", "REC": "end_reason"},
        "placements": {
            "DECOM": "started_on",
            "DEC": "ended_on",
            "PLACE": "placement_kind",
            "PLACE_PROVIDER": "provider",
            "URN": "urn",
            "REASON_PLACE_CHANGE": "change_reason",
        },
        "legal_statuses": {"DECOM": "started_on", "DEC": "ended_on", "LS": "status"},
        "addresses": {"PL_POST": "postcode"},
    }.items()
    for column, to in columns.items()
)


def work_out(episodes: pa.Table, postcodes: pl.DataFrame) -> tuple[list[tuple[str, pa.Table]], list[Finding]]:
    """This function will return episodes with their period and placement, and the spells worked out from them.

    `postcodes` holds episode_id and postcode. An episode that begins on the day the one before it ended with X1 goes on
    with the same period; S, or a day without care before it, begins a new one. Episodes that overlap stay in one
    period; a period whose last episode ended with X1 is left open.
    """
    frame = frame_of(episodes)
    runs = _runs(frame.drop("care_id", "placement_id").join(postcodes, on="episode_id", how="left"))
    cares = _keyed("periods_of_care", _periods(runs), "care_run")
    places = _keyed("placements", _placements(runs), "place_run")
    statuses = _keyed("legal_statuses", _statuses(runs), "status_run")
    keys = {"care_run": "care_id", "place_run": "placement_id"}
    runs = runs.join(cares.select("child_id", "care_run", "care_id"), on=["child_id", "care_run"])
    runs = runs.join(places.select("child_id", "place_run", "placement_id"), on=["child_id", "place_run"])
    first = runs.group_by("child_id", "place_run").agg(pl.col("care_id").first())
    places = places.join(first, on=["child_id", "place_run"])
    made = [
        ("care_episodes", runs.select(pl.exclude(*keys, "status_run", "postcode", "row"))),
        ("periods_of_care", cares.drop("care_run")),
        ("placements", places.drop("place_run", "postcode")),
        ("legal_statuses", statuses.drop("status_run")),
        ("addresses", _addresses(places)),
    ]
    return [(name, _arrow(name, rows)) for name, rows in made if rows.height], _findings(runs)


def _runs(frame: pl.DataFrame) -> pl.DataFrame:
    """Number each child's periods, placements and statuses: a number for each unbroken run of episodes."""
    frame = frame.sort("child_id", "started_on", maintain_order=True).with_row_index("row")
    before = {name: pl.col(name).shift(1).over("child_id") for name in (*_SAME_PLACE, "legal_status")}
    ended = pl.col("ended_on").shift(1).over("child_id")
    why_ended = pl.col("end_reason").shift(1).over("child_id").fill_null(_GOES_ON)
    goes_on = ((ended == pl.col("started_on")) & (why_ended == _GOES_ON)).fill_null(False)
    until = pl.col("ended_on").fill_null(_FOR_EVER).cum_max().shift(1).over("child_id")
    overlaps = (until > pl.col("started_on")).fill_null(False)
    starts = pl.col("start_reason").eq(_STARTS_CARE).fill_null(False)
    care = ~goes_on & (starts | ~overlaps)
    same_place = pl.all_horizontal([pl.col(name).eq_missing(before[name]) for name in _SAME_PLACE])
    stays = goes_on & pl.col("start_reason").eq(_STATUS_ONLY).fill_null(True) & same_place
    same_status = goes_on & pl.col("legal_status").eq_missing(before["legal_status"])
    return frame.with_columns(
        care_run=care.cum_sum().over("child_id"),
        place_run=(~stays).cum_sum().over("child_id"),
        status_run=(~same_status).cum_sum().over("child_id"),
    )


def _periods(runs: pl.DataFrame) -> pl.DataFrame:
    last_run = pl.col("care_run") == pl.col("care_run").max().over("child_id")
    went_on = pl.col("end_reason").eq(_GOES_ON).fill_null(False)
    whole = runs.with_columns(
        ended_on=pl.when(last_run & went_on).then(None).otherwise(pl.col("ended_on")),
        end_reason=pl.when(went_on | pl.col("ended_on").is_null()).then(None).otherwise(pl.col("end_reason")),
    )
    return whole.group_by("child_id", "care_run", maintain_order=True).agg(
        pl.col("started_on", "need", "source", "source_row").first(), pl.col("ended_on", "end_reason").last()
    )


def _placements(runs: pl.DataFrame) -> pl.DataFrame:
    return runs.group_by("child_id", "place_run", maintain_order=True).agg(
        pl.col("started_on", "placement_kind", "provider", "urn", "postcode", "source", "source_row").first(),
        pl.col("ended_on", "change_reason").last(),
    )


def _statuses(runs: pl.DataFrame) -> pl.DataFrame:
    known = runs.filter(pl.col("legal_status").is_not_null())
    return known.group_by("child_id", "status_run", maintain_order=True).agg(
        pl.col("started_on", "source", "source_row").first(),
        pl.col("legal_status").first().alias("status"),
        pl.col("ended_on").last(),
    )


def _addresses(places: pl.DataFrame) -> pl.DataFrame:
    columns = ("child_id", "started_on", "ended_on", "postcode", "placement_id", "source", "source_row")
    placed = places.filter(pl.col("postcode").is_not_null()).select(columns)
    return placed.with_columns(address_kind=pl.lit("placement"))


def _keyed(name: str, rows: pl.DataFrame, run: str) -> pl.DataFrame:
    key = {"periods_of_care": "care_id", "placements": "placement_id", "legal_statuses": "legal_status_id"}[name]
    keys = natural_keys(name, arrow_of(rows.drop(run)))
    return rows.with_columns(pl.Series(key, keys.to_pylist(), dtype=pl.String))


def _arrow(name: str, rows: pl.DataFrame) -> pa.Table:
    arrow = arrow_of(rows)
    if name == "addresses":
        arrow = arrow.append_column("address_id", natural_keys(name, arrow))
    return conform(name, arrow)


def _findings(runs: pl.DataFrame) -> list[Finding]:
    """Episodes whose own columns, or whose next episode, don't bear them out."""
    follows = pl.col("started_on").shift(-1).over("child_id")
    said = runs.with_columns(next=follows)
    no_day = said.filter(
        pl.col("ended_on").is_null() & pl.col("end_reason").is_not_null() & (pl.col("end_reason") != _GOES_ON)
    )
    left = said.filter(
        pl.col("ended_on").is_not_null()
        & (pl.col("end_reason") == _GOES_ON)
        & (pl.col("next").is_null() | (pl.col("next") > pl.col("ended_on")))
    )
    return [
        *_each(no_day, "impossible_order", "the episode has a reason for ceasing and no day that it ceased"),
        *_each(left, "unlinked", "the episode ends with X1, care going on, and no episode begins on that day"),
    ]


def _each(rows: pl.DataFrame, kind: str, words: str) -> list[Finding]:
    return [
        Finding(kind, "care_episodes", f"{row['source_row']}: {words}", row["child_id"], row["episode_id"])
        for row in rows.iter_rows(named=True)
    ]
