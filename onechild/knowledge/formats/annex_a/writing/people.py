"""Who a row is about: the columns that every list begins with, disability, asylum, and the team and worker."""

from __future__ import annotations

import polars as pl

from onechild.knowledge.formats.annex_a.writing.asking import Asking, latest, marked
from onechild.knowledge.formats.annex_a.writing.model import Column, Holds, Origin, code, text, yes_no

_CHILD = "children"

CHILD = text("Child Unique ID", "child", Origin(_CHILD, "child_id"), filled=True)
SEX = Column("Gender", "sex", Holds.CODE, "annexa_gender", filled=True, of=(Origin(_CHILD, "sex"),), since_2026="Sex")
ETHNICITY = code("Ethnicity", "ethnicity", "ethnicity", Origin(_CHILD, "ethnicity"), filled=True)
BORN = Column(
    "Date of Birth",
    "born",
    Holds.DAY,
    of=(Origin(_CHILD, "born_on", "born#"), Origin(_CHILD, "expected_on", "expected#")),
)
AGE = Column(
    "Age of Child (Years)",
    "age",
    Holds.NUMBER,
    of=(Origin(_CHILD, "born_on", "born#"),),
    worked="whole years on the day of the lists",
)
DISABLED = yes_no(
    "Does the Child have a Disability",
    "disabled",
    Origin("disabilities", "disability"),
    Origin(_CHILD, "disabled", "disabled#"),
    filled=True,
    worked="yes where any disability is recorded",
)
TEAM = text(
    "Allocated Team",
    "team",
    Origin("allocations", "team_id"),
    Origin("teams", "name"),
    filled=True,
)
WORKER = text(
    "Allocated Worker",
    "worker",
    Origin("allocations", "worker_id"),
    Origin("worker_names", "name"),
    filled=True,
)
WHO = (CHILD, SEX, ETHNICITY, BORN, AGE)
ALLOCATED = (TEAM, WORKER)
LEAD = ("team", "worker", "allocations#", "teams#", "worker_names#")


def with_who(asking: Asking, rows: pl.DataFrame) -> pl.DataFrame:
    """This function will add who the child is, and whether the child is known to have a disability."""
    children = asking.of_children("children")
    born = pl.col("born_on")
    age = _years(born, asking)
    who = children.select(
        "child_id",
        pl.col("child_id").alias("child"),
        pl.col("child_id").alias("children#"),
        "sex",
        "ethnicity",
        pl.coalesce(born, "expected_on").alias("born"),
        age.alias("age"),
        born.is_null().alias("unborn"),
        "died_on",
        pl.when(born.is_not_null()).then("child_id").alias("born#"),
        pl.when(born.is_null() & pl.col("expected_on").is_not_null()).then("child_id").alias("expected#"),
        pl.col("disabled").alias("said_disabled"),
    )
    found = rows.join(who, "child_id", "left").join(_disabilities(asking), "child_id", "left")
    return found.with_columns(
        disabled=pl.coalesce("has_disability", "said_disabled"),
        **{
            "disabled#": pl.when(pl.col("has_disability").is_null() & pl.col("said_disabled").is_not_null()).then(
                "child_id"
            )
        },
    )


def with_lead(asking: Asking, rows: pl.DataFrame, *, ends: str = "") -> pl.DataFrame:
    """This function will add the team and worker of the lead allocation: the one that holds, or the last of six months.

    Where `ends` names the column of a row's end and the row is open, an allocation that ended is nobody's.
    """
    leads = asking.open_or_ended(asking.of_children("allocations").filter(pl.col("role") == "lead"))
    held = pl.col("ended_on").is_null()
    last = leads.with_columns(held=held).sort("held", "started_on", "allocation_id")
    last = last.unique("child_id", keep="last", maintain_order=True)
    named = last.select("child_id", "held", pl.col("allocation_id").alias("allocations#"), "team_id", "worker_id")
    found = rows.join(with_names(asking, named).drop("team_id", "worker_id"), "child_id", "left")
    if ends:
        told = pl.col("held") | pl.col(ends).is_not_null()
        found = found.with_columns(pl.when(told).then(name).alias(name) for name in LEAD)
    return found.drop("held")


def with_names(asking: Asking, rows: pl.DataFrame, worker: str = "worker") -> pl.DataFrame:
    """This function will add the names of `team_id` and `worker_id`; the id where no name is known."""
    teams = asking.whole("teams").select("team_id", team="name").with_columns(pl.col("team_id").alias("teams#"))
    names = asking.whole("worker_names").drop_nulls("name").unique("worker_id", keep="last", maintain_order=True)
    known = names.select("worker_id", pl.col("name").alias("said"), pl.col("worker_name_id").alias("worker_names#"))
    found = rows.join(teams, "team_id", "left") if worker == "worker" else rows
    if worker != "worker":
        known = known.rename({"worker_names#": f"{worker}#names"})
    found = found.join(known, "worker_id", "left").with_columns(pl.coalesce("said", "worker_id").alias(worker))
    if worker == "worker":
        found = found.with_columns(team=pl.coalesce("team", "team_id"))
    return found.drop("said")


def with_asylum(asking: Asking, rows: pl.DataFrame, *, months: int) -> pl.DataFrame:
    """This function will say who is or was, in the months to the day, an unaccompanied child; 0 months is ever."""
    held = asking.of_children("immigration_statuses").filter(pl.col("status") == "uasc")
    if months:
        held = held.filter(pl.col("ended_on").is_null() | (pl.col("ended_on") >= asking.back(months)))
    last = marked(
        latest(held.with_columns(pl.col("started_on").fill_null(asking.as_at)), on="started_on"), "immigration_statuses"
    )
    return rows.join(last, "child_id", "left").with_columns(uasc=pl.col("immigration_statuses#").is_not_null())


def _disabilities(asking: Asking) -> pl.DataFrame:
    """Whether a disability is recorded, with the rows that name one; else the row that says that there is none."""
    named, key = pl.col("disability") != "NONE", pl.col("disability_id")
    rows = asking.open_on(asking.of_children("disabilities")).group_by("child_id")
    found = rows.agg(has_disability=named.any(), naming=key.filter(named), every=key)
    rests_on = pl.when("has_disability").then("naming").otherwise("every").alias("disabilities#")
    return found.select("child_id", "has_disability", rests_on)


def _years(born: pl.Expr, asking: Asking) -> pl.Expr:
    day = asking.as_at
    before = (born.dt.month() > day.month) | ((born.dt.month() == day.month) & (born.dt.day() > day.day))
    return pl.when(born <= day).then(day.year - born.dt.year() - before.cast(pl.Int32)).cast(pl.Int64)
