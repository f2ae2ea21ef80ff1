"""Lists that should tell the same story of one child, and where they do not."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from onechild.knowledge.formats.annex_a.checks.model import Kind, Query, at
from onechild.knowledge.formats.annex_a.writing.model import Annex

A_PLAN_WITHIN = 15  # days from a conference to the first day of the plan it made
ADOPTED = ("E11", "E12")
WEEKS_13 = 91


def disagreements(annex: Annex) -> Iterator[Query]:
    """This function will query children whom one list names and another, which should, does not."""
    rows = {number: made.rows.with_row_index("place") for number, made in annex.lists.items()}
    on_plan = rows[7].filter(pl.col("ended").is_null())
    in_care = rows[8].filter(pl.col("ceased").is_null())
    leavers = rows[9]

    def query(number: int, found: pl.DataFrame, column: str, words: str) -> Iterator[Query]:
        return at(annex.lists[number], found, Kind.DISAGREES, column, words)

    yield from query(7, _not_in(on_plan, rows[6]), "on", "On a plan, and not in list 6, children in need")
    yield from query(8, _not_in(in_care, rows[6]), "on", "In care, and not in list 6, children in need")
    yield from query(5, _without_plan(rows[5], rows[7]), "plan", "The conference made a plan that list 7 does not have")
    eligible = leavers.filter(pl.col("eligibility") == "Eligible")
    yield from query(9, _not_in(eligible, in_care), "eligibility", "Eligible means in care, and list 8 does not say so")
    left = leavers.filter(pl.col("eligibility") != "Eligible")
    yield from query(
        9, left.join(in_care, "child", "semi"), "eligibility", "Has left care by list 9, and is in care by list 8"
    )
    old_enough = in_care.filter((pl.col("age") >= 16) & (pl.col("on") <= annex.as_at - pl.duration(days=WEEKS_13)))
    yield from query(8, _not_in(old_enough, leavers), "age", "16 or over and in care for 13 weeks, and not in list 9")
    placed = rows[10].filter(
        pl.col("placed").is_not_null() & pl.col("ordered").is_null() & pl.col("reversed").is_null()
    )
    yield from query(10, _not_in(placed, in_care), "placed", "Placed for adoption, and not in care by list 8")
    adopted = rows[8].filter(pl.col("reason").is_in(ADOPTED))
    ordered = rows[10].drop_nulls("ordered")
    yield from query(8, _not_in(adopted, ordered), "reason", "Left care by adoption, and list 10 has no order")
    yield from query(3, _assessed(rows[3], rows[4]), "no_action", "No further action, and yet assessed (list 4)")


def _not_in(rows: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    return rows.join(others.select("child"), "child", "anti")


def _without_plan(enquiries: pl.DataFrame, plans: pl.DataFrame) -> pl.DataFrame:
    made = enquiries.filter(pl.col("plan") & pl.col("conference").is_not_null())
    begun = plans.select("child", began="on")
    near = made.join(begun, "child").filter(
        pl.col("began").is_between(pl.col("conference"), pl.col("conference") + pl.duration(days=A_PLAN_WITHIN))
    )
    return made.join(near, "place", "anti")


def _assessed(referrals: pl.DataFrame, assessments: pl.DataFrame) -> pl.DataFrame:
    ended = referrals.filter(pl.col("no_action"))
    begun = assessments.select("child", began="on")
    near = ended.join(begun, "child").filter(
        pl.col("began").is_between(pl.col("on"), pl.col("on") + pl.duration(days=A_PLAN_WITHIN))
    )
    return ended.join(near.select("place").unique(), "place", "semi")
