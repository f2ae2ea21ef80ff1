"""List 7: child protection plans, open or ended in the last six months."""

from __future__ import annotations

import polars as pl

from onechild.knowledge.formats.annex_a.writing.asking import Asking, latest, marked
from onechild.knowledge.formats.annex_a.writing.model import Layout, Origin, code, count, day, yes_no
from onechild.knowledge.formats.annex_a.writing.people import ALLOCATED, DISABLED, WHO, with_lead, with_who

_PLANS = "child_protection_plans"
POWERS, STATUSES = ("police_protection", "emergency_protection_order"), ("L1", "L2")

LIST_7 = Layout(
    7,
    "Child protection",
    "Children on a child protection plan now, or whose plan ended in the last six months; a row for each plan.",
    (
        *WHO,
        DISABLED,
        day("Child Protection Plan Start Date", "on", Origin(_PLANS, "started_on"), filled=True),
        code("Initial Category of Abuse", "initial", "abuse_category", Origin(_PLANS, "initial_category"), filled=True),
        code(
            "Latest Category of Abuse",
            "latest",
            "abuse_category",
            Origin("child_protection_categories", "category"),
            Origin(_PLANS, "latest_category", "latest#"),
            filled=True,
        ),
        day("Date of the Last Statutory Visit", "visited", Origin("visits", "happened_on")),
        yes_no("Was the Child Seen Alone?", "alone", Origin("visits", "seen_alone")),
        day("Date of latest review conference", "reviewed", Origin("conferences", "happened_on")),
        day("Child Protection Plan End Date", "ended", Origin(_PLANS, "ended_on")),
        yes_no(
            "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
            "emergency",
            Origin("timed_powers", "power"),
            Origin("legal_statuses", "status"),
            filled=True,
            worked="yes where such a power or legal status held in the six months",
        ),
        count(
            "Number of Previous Child Protection Plans",
            "previous",
            Origin(_PLANS, "started_on", "earlier#"),
            Origin(_PLANS, "previous_plans", "told#"),
            worked="earlier plans: those held here, or as many as the source says, whichever is more",
        ),
        *ALLOCATED,
    ),
)


def plans(asking: Asking) -> pl.DataFrame:
    """This function will return the rows of list 7."""
    rows = marked(
        asking.open_or_ended(asking.deciding(_PLANS)),
        _PLANS,
        on="started_on",
        initial="initial_category",
        said="latest_category",
        ended="ended_on",
        told="previous_plans",
    )
    found = _with_category(asking, rows)
    found = _with_last(asking, found, "visits", "visited", alone="seen_alone")
    found = _with_last(asking, found, "conferences", "reviewed")
    found = _with_earlier(asking, _with_powers(asking, found))
    return with_lead(asking, with_who(asking, found), ends="ended").sort("on", f"{_PLANS}#")


def _with_category(asking: Asking, rows: pl.DataFrame) -> pl.DataFrame:
    categories = asking.of_children("child_protection_categories").drop_nulls("plan_id")
    last = latest(categories, by="plan_id", on="started_on").select(
        pl.col("plan_id").alias(f"{_PLANS}#"),
        pl.col("category_id").alias("child_protection_categories#"),
        "category",
    )
    found = rows.join(last, f"{_PLANS}#", "left")
    by_plan = pl.col("category").is_null() & pl.col("said").is_not_null()
    return found.with_columns(
        latest=pl.coalesce("category", "said"), **{"latest#": pl.when(by_plan).then(f"{_PLANS}#")}
    )


def _with_last(asking: Asking, rows: pl.DataFrame, table: str, name: str, **more: str) -> pl.DataFrame:
    """The last visit or review conference between the plan's first day and its end."""
    every = asking.of_children(table)
    if table == "visits":
        kept = every.filter(pl.col("seen") & (pl.col("purpose") == "child_protection"))
    else:
        kept = every.filter(pl.col("conference_kind") == "review")
    events = marked(kept, table, **{name: "happened_on"}, **more)
    plan = rows.select(f"{_PLANS}#", "child_id", "on", "ended")
    within = plan.join(events, "child_id").filter(
        (pl.col(name) >= pl.col("on")) & (pl.col("ended").is_null() | (pl.col(name) <= pl.col("ended")))
    )
    last = within.sort(name, f"{table}#").unique(f"{_PLANS}#", keep="last").drop("child_id", "on", "ended")
    return rows.join(last, f"{_PLANS}#", "left")


def _with_powers(asking: Asking, rows: pl.DataFrame) -> pl.DataFrame:
    powers = asking.open_or_ended(asking.of_children("timed_powers")).filter(pl.col("power").is_in(POWERS))
    statuses = asking.open_or_ended(asking.of_children("legal_statuses")).filter(pl.col("status").is_in(STATUSES))
    found = rows.join(marked(latest(powers, on="started_on"), "timed_powers"), "child_id", "left")
    found = found.join(marked(latest(statuses, on="started_on"), "legal_statuses"), "child_id", "left")
    held = pl.col("timed_powers#").is_not_null() | pl.col("legal_statuses#").is_not_null()
    return found.with_columns(emergency=held)


def _with_earlier(asking: Asking, rows: pl.DataFrame) -> pl.DataFrame:
    every = asking.of_children(_PLANS).select("child_id", pl.col("plan_id").alias("earlier"), began="started_on")
    before = rows.select(f"{_PLANS}#", "child_id", "on").join(every, "child_id")
    before = (
        before.filter(pl.col("began") < pl.col("on"))
        .group_by(f"{_PLANS}#")
        .agg(pl.len().cast(pl.Int64).alias("held_here"), pl.col("earlier").alias("earlier#"))
    )
    found = rows.join(before, f"{_PLANS}#", "left").with_columns(pl.col("held_here").fill_null(0))
    by_source = pl.col("told").fill_null(0) > pl.col("held_here")
    return found.with_columns(
        previous=pl.max_horizontal("held_here", pl.col("told").fill_null(0)),
        **{
            "told#": pl.when(by_source).then(f"{_PLANS}#"),
            "earlier#": pl.when(~by_source).then("earlier#"),
        },
    )


LISTS = ((LIST_7, plans),)
