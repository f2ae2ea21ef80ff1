"""List 8: children in care now, or who left care in the last six months."""

from __future__ import annotations

import polars as pl

from onechild.knowledge.formats.annex_a.writing.asking import Asking, marked
from onechild.knowledge.formats.annex_a.writing.lists.in_care_columns import LIST_8
from onechild.knowledge.formats.annex_a.writing.lists.in_need import care_but_breaks
from onechild.knowledge.formats.annex_a.writing.people import with_asylum, with_lead, with_who

_CARE = "periods_of_care"
ASSESSED = ("health_assessment", "initial_health_assessment", "review_health_assessment")
VISITS = ("looked_after", "placed_for_adoption")
AWAY = {"missing": "M", "absent": "A"}


def children_in_care(asking: Asking) -> pl.DataFrame:
    """This function will return the rows of list 8: a row for each period of care."""
    rows = marked(
        asking.open_or_ended(care_but_breaks(asking)),
        _CARE,
        on="started_on",
        need="need",
        ceased="ended_on",
        reason="end_reason",
    )
    found = with_asylum(asking, _with_again(asking, rows), months=12)
    found = _last_within(asking, found, "legal_statuses", status_on="started_on", status="status")
    found = _last_within(asking, found, "looked_after_reviews", reviewed="happened_on")
    found = _last_within(asking, found, "visits", visited="happened_on")
    found = _last_within(asking, found, "permanence_plans", planned_on="started_on", permanence="permanence")
    found = _last_within(asking, found, "independent_reviewing_contacts", iro="happened_on")
    found = _with_checks(asking, found)
    found = _with_placement(asking, found)
    found = _with_missing(asking, found)
    return with_lead(asking, with_who(asking, found), ends="ceased").sort("on", f"{_CARE}#")


def _with_again(asking: Asking, rows: pl.DataFrame) -> pl.DataFrame:
    """Whether another period of care ended in the twelve months to the day, before this one began."""
    earlier = care_but_breaks(asking).drop_nulls("ended_on").filter(pl.col("ended_on") >= asking.back(12))
    before = rows.select(f"{_CARE}#", "child_id", "on").join(
        marked(earlier, _CARE, "again#", left="ended_on"), "child_id"
    )
    before = before.filter((pl.col("again#") != pl.col(f"{_CARE}#")) & (pl.col("left") <= pl.col("on")))
    keys = before.group_by(f"{_CARE}#").agg(pl.col("again#"))
    return rows.join(keys, f"{_CARE}#", "left").with_columns(again=pl.col("again#").is_not_null())


def _last_within(asking: Asking, rows: pl.DataFrame, table: str, **named: str) -> pl.DataFrame:
    """Add the latest row of a table that lies within the period of care, under new names.

    A spell that began before the child came into care and goes on counts too: a status, a plan.
    """
    on, kept = next(iter(named)), _kept(asking, table)
    more = {"until": "ended_on"} if "ended_on" in kept.columns else {}
    last = _within(rows, marked(kept, table, **named, **more), on)
    last = last.unique(f"{_CARE}#", keep="last", maintain_order=True).drop("child_id", "until", strict=False)
    return rows.join(last, f"{_CARE}#", "left")


def _kept(asking: Asking, table: str) -> pl.DataFrame:
    rows = asking.of_children(table)
    if table == "visits":
        return rows.filter(pl.col("seen") & pl.col("purpose").is_in(VISITS))
    if table == "looked_after_reviews":
        return rows.filter(pl.col("cancelled").is_null() | ~pl.col("cancelled"))
    return rows


def _within(rows: pl.DataFrame, events: pl.DataFrame, on: str) -> pl.DataFrame:
    """The events of each period of care, in order of time."""
    key = next(name for name in events.columns if name.endswith("#"))
    both = rows.select(f"{_CARE}#", "child_id", first="on", last="ceased").join(events.drop_nulls(on), "child_id")
    since = pl.col(on) >= pl.col("first")
    if "until" in events.columns:
        since |= pl.col("until").is_null() | (pl.col("until") > pl.col("first"))
    inside = since & (pl.col("last").is_null() | (pl.col(on) <= pl.col("last")))
    return both.filter(inside).sort(on, key).drop("first", "last")


def _with_checks(asking: Asking, rows: pl.DataFrame) -> pl.DataFrame:
    checks = asking.of_children("health_checks")
    done = checks.filter(pl.col("check_status").is_null() | (pl.col("check_status") == "Completed"))
    kinds = {
        "health": done.filter(pl.col("check_kind").is_in(ASSESSED)),
        "dental": done.filter(pl.col("check_kind") == "dental"),
    }
    for name, frame in kinds.items():
        events = marked(frame, "health_checks", f"{name}#", **{name: "happened_on"})
        last = _within(rows, events, name).unique(f"{_CARE}#", keep="last", maintain_order=True)
        rows = rows.join(last.drop("child_id"), f"{_CARE}#", "left")
    return rows


def _with_placement(asking: Asking, rows: pl.DataFrame) -> pl.DataFrame:
    """The placement now or at the end of care, its address, and how many there were in twelve months."""
    placements = asking.of_children("placements")
    named = marked(
        placements,
        "placements",
        placed_on="started_on",
        placement="placement_kind",
        provider="provider",
        urn="urn",
        location="location",
        nation="located_in",
        council="located_in_words",
    )
    last = _within(rows, named, "placed_on").unique(f"{_CARE}#", keep="last", maintain_order=True)
    found = rows.join(last.drop("child_id"), f"{_CARE}#", "left")
    year = marked(asking.open_or_ended(placements, 12), "placements", "counted#", placed="started_on")
    counted = (
        _within(rows, year, "placed")
        .group_by(f"{_CARE}#")
        .agg(pl.len().cast(pl.Int64).alias("placements"), pl.col("counted#"))
    )
    found = found.join(counted, f"{_CARE}#", "left").with_columns(pl.col("placements").fill_null(0))
    lives = asking.of_children("addresses").drop_nulls(["placement_id", "postcode"]).sort("started_on", "address_id")
    lives = lives.unique("placement_id", keep="last", maintain_order=True).select(
        pl.col("placement_id").alias("placements#"), pl.col("address_id").alias("addresses#"), "postcode"
    )
    return _with_council(found.join(lives, "placements#", "left"), asking.council_name)


def _with_council(rows: pl.DataFrame, ours: str) -> pl.DataFrame:
    """Where the placement lies: a nation outside England as its code, else the council in words; ours where inside."""
    abroad, named, inside = pl.col("nation").is_not_null(), pl.col("council").is_not_null(), pl.col("location") == "in"
    here = ~abroad & ~named & inside & bool(ours)
    return rows.with_columns(
        council=pl.when(here).then(pl.lit(ours)).otherwise("council"),
        **{
            "nation#": pl.when(abroad).then("placements#"),
            "council#": pl.when(~abroad & named).then("placements#"),
            "inside#": pl.when(here).then("placements#"),
        },
    )


def _with_missing(asking: Asking, rows: pl.DataFrame) -> pl.DataFrame:
    episodes = asking.of_children("missing_episodes")
    for name, kind in AWAY.items():
        held = asking.open_or_ended(episodes, 12).filter(pl.col("missing_kind") == kind)
        counted = _within(rows, marked(held, "missing_episodes", f"{name}#", began="started_on"), "began")
        counted = counted.group_by(f"{_CARE}#").agg(pl.len().cast(pl.Int64).alias(name), pl.col(f"{name}#"))
        rows = rows.join(counted, f"{_CARE}#", "left").with_columns(pl.col(name).fill_null(0))
    year = asking.lately(episodes.drop_nulls("ended_on"), "ended_on", 12).filter(pl.col("missing_kind") == "M")
    last = _within(
        rows,
        marked(year, "missing_episodes", came="ended_on", offered="interview_offered", accepted="interview_accepted"),
        "came",
    )
    last = last.unique(f"{_CARE}#", keep="last", maintain_order=True).drop("child_id", "came")
    said = {"Y": True, "N": False}
    return rows.join(last, f"{_CARE}#", "left").with_columns(
        pl.col("offered", "accepted").replace_strict(said, default=None, return_dtype=pl.Boolean)
    )


LISTS = ((LIST_8, children_in_care),)
