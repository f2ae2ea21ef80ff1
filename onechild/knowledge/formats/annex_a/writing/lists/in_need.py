"""List 6: children in need now, or in the last six months."""

from __future__ import annotations

import polars as pl

from onechild.knowledge.formats.annex_a.writing.asking import Asking, latest, marked
from onechild.knowledge.formats.annex_a.writing.model import Layout, Origin, code, day
from onechild.knowledge.formats.annex_a.writing.people import ALLOCATED, DISABLED, WHO, with_lead, with_who

STATUSES = {
    "periods_of_care": "a) Looked after child",
    "child_protection_plans": "b) Child Protection plan",
    "child_in_need_plans": "c) Child in need plan",
    "assessments": "d) Open assessment",
}
CLOSED = "e) Closed episode"
LEFT_CARE = ("Former Relevant", "Qualifying")
SHORT_BREAKS = ("V3", "V4")

LIST_6 = Layout(
    6,
    "Children in need",
    "Children in need now or in the last six months: not care leavers, and none who was only referred.",
    (
        *WHO,
        DISABLED,
        day("CIN Start Date", "on", Origin("referrals", "started_on")),
        code("Primary Need Code", "need", "need", Origin("referrals", "primary_need"), filled=True),
        day("Date Child Was Last Seen", "seen", Origin("visits", "happened_on")),
        day("CIN Closure Date", "closed", Origin("referrals", "ended_on")),
        code("Reason for Closure", "reason", "closure_reason", Origin("referrals", "end_reason")),
        code(
            "Case Status",
            "status",
            "case_status",
            *(Origin(table, "started_on", f"{table}#open") for table in STATUSES),
            Origin("referrals", "ended_on", "closed#"),
            filled=True,
            worked="the first that holds: looked after, child protection plan, child in need plan, open assessment",
        ),
        *ALLOCATED,
    ),
)


def children_in_need(asking: Asking) -> pl.DataFrame:
    """This function will return the rows of list 6: of each child the latest episode of need."""
    rows = asking.open_or_ended(asking.deciding("referrals"))
    rows = rows.filter(pl.col("no_further_action").is_null() | ~pl.col("no_further_action"))
    rows = rows.join(_worked_with(asking), "child_id", "semi").join(_only_left_care(asking), "child_id", "anti")
    last = latest(rows, on="started_on")
    found = marked(
        last, "referrals", on="started_on", need="primary_need", closed="ended_on", reason="end_reason"
    ).join(last_seen(asking), "child_id", "left")
    found = _with_status(asking, found)
    return with_lead(asking, with_who(asking, found), ends="closed").sort("on", "referrals#")


def last_seen(asking: Asking, purposes: tuple[str, ...] = ()) -> pl.DataFrame:
    """This function will return the last visit of each child on which the child was seen, of these purposes or any."""
    visits = asking.of_children("visits").filter(pl.col("seen"))
    if purposes:
        visits = visits.filter(pl.col("purpose").is_in(purposes))
    return marked(latest(visits, on="happened_on"), "visits", seen="happened_on", alone="seen_alone")


def in_care_now(asking: Asking) -> pl.DataFrame:
    """This function will return the periods of care that are no short break and hold on the day."""
    return asking.open_on(care_but_breaks(asking))


def care_but_breaks(asking: Asking) -> pl.DataFrame:
    """This function will return periods of care, without those in which every legal status is one of short breaks."""
    care = asking.deciding("periods_of_care")
    statuses = asking.of_children("legal_statuses").select("child_id", "status", "started_on", "ended_on")
    within = care.select("care_id", "child_id", "started_on", "ended_on").join(statuses, "child_id", suffix="_status")
    last = pl.col("ended_on").is_null() | (pl.col("started_on_status") < pl.col("ended_on"))
    first = pl.col("ended_on_status").is_null() | (pl.col("ended_on_status") > pl.col("started_on"))
    within = within.filter(last & first)
    breaks = within.group_by("care_id").agg(only=pl.col("status").is_in(SHORT_BREAKS).all()).filter("only")
    return care.join(breaks, "care_id", "anti")


def _worked_with(asking: Asking) -> pl.DataFrame:
    """Children with an assessment, an enquiry, a plan or a period of care: more than a referral."""
    names = ("assessments", "section_47_enquiries", "child_protection_plans", "child_in_need_plans", "periods_of_care")
    return pl.concat([asking.of_children(name).select("child_id") for name in names]).unique()


def _only_left_care(asking: Asking) -> pl.DataFrame:
    """Care leavers who are on no child protection plan and not looked after."""
    leavers = asking.open_on(asking.deciding("leaving_care_eligibility")).filter(pl.col("eligibility").is_in(LEFT_CARE))
    plans = asking.open_on(asking.deciding("child_protection_plans"))
    held = pl.concat([in_care_now(asking).select("child_id"), plans.select("child_id")])
    return leavers.select("child_id").join(held, "child_id", "anti")


def _with_status(asking: Asking, rows: pl.DataFrame) -> pl.DataFrame:
    held = {
        "periods_of_care": in_care_now(asking),
        "child_protection_plans": asking.open_on(asking.deciding("child_protection_plans")),
        "child_in_need_plans": asking.open_on(asking.of_children("child_in_need_plans")),
        "assessments": asking.open_on(asking.deciding("assessments")),
    }
    said, before = pl.lit(None, pl.String), pl.col("closed").is_not_null() & False
    for table, frame in held.items():
        key = f"{table}#open"
        rows = rows.join(marked(latest(frame, on="started_on"), table, key), "child_id", "left")
        here = pl.col(key).is_not_null() & ~before
        said = pl.when(here).then(pl.lit(STATUSES[table])).otherwise(said)
        before = before | pl.col(key).is_not_null()
    rows = rows.with_columns(status=said, held=before)
    first_only = {
        f"{table}#open": pl.when(pl.col("status") == words).then(f"{table}#open") for table, words in STATUSES.items()
    }
    closed = ~pl.col("held") & pl.col("closed").is_not_null()
    return rows.with_columns(
        status=pl.when(closed).then(pl.lit(CLOSED)).otherwise("status"),
        **{"closed#": pl.when(closed).then("referrals#")},
        **first_only,
    ).drop("held", "alone")


LISTS = ((LIST_6, children_in_need),)
