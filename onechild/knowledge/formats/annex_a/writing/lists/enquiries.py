"""Lists 4 and 5: assessments, section 47 enquiries and first conferences."""

from __future__ import annotations

import polars as pl

from onechild.knowledge.formats.annex_a.writing.asking import Asking, marked
from onechild.knowledge.formats.annex_a.writing.lists.front_door import with_own_or_lead
from onechild.knowledge.formats.annex_a.writing.model import Layout, Origin, count, day, yes_no
from onechild.knowledge.formats.annex_a.writing.people import ALLOCATED, DISABLED, WHO, with_who

LIST_4 = Layout(
    4,
    "Assessments",
    "Assessments that were open at any time in the last six months.",
    (
        *WHO,
        DISABLED,
        day("Continuous Assessment Start Date", "on", Origin("assessments", "started_on"), filled=True),
        yes_no("Child Seen During Continuous Assessment", "seen", Origin("assessments", "child_seen")),
        day("Continuous Assessment Date of Authorisation", "authorised", Origin("assessments", "ended_on")),
        yes_no(
            "Was the child assessed as requiring LA children's social care support?",
            "needs_support",
            Origin("assessments", "needs_support"),
        ),
        *ALLOCATED,
    ),
)
LIST_5 = Layout(
    5,
    "Section 47 enquiries and first conferences",
    "Section 47 enquiries begun in the last six months, and those that are open.",
    (
        *WHO,
        DISABLED,
        day(
            "Strategy discussion initiating Section 47 Enquiry Start Date",
            "on",
            Origin("section_47_enquiries", "started_on"),
            filled=True,
        ),
        yes_no(
            "Was an Initial Child Protection Conference deemed unnecessary?",
            "unnecessary",
            Origin("section_47_enquiries", "conference_not_required"),
        ),
        day("Date of Initial Child Protection Conference", "conference", Origin("conferences", "happened_on")),
        yes_no(
            "Did the Initial Child Protection Conference Result in a Child Protection Plan",
            "plan",
            Origin("conferences", "led_to_plan"),
        ),
        count(
            "Number of Section 47 Enquiries in the last 12 months",
            "enquiries",
            Origin("section_47_enquiries", "started_on", "counted#"),
            worked="enquiries of the child in the 12 months to the day, this one among them",
        ),
        count(
            "Number of ICPCs in the last 12 months",
            "conferences",
            Origin("conferences", "happened_on", "conferences_counted#"),
            worked="initial and transfer-in conferences of the child in the 12 months to the day",
        ),
        *ALLOCATED,
    ),
)
FIRST = ("initial", "transfer_in")


def assessments(asking: Asking) -> pl.DataFrame:
    """This function will return the rows of list 4."""
    rows = marked(
        asking.open_or_ended(asking.deciding("assessments")),
        "assessments",
        on="started_on",
        seen="child_seen",
        authorised="ended_on",
        needs_support="needs_support",
        own_team="team_id",
        own_worker="worker_id",
    )
    return with_own_or_lead(asking, with_who(asking, rows), "assessments").sort("on", "assessments#")


def enquiries(asking: Asking) -> pl.DataFrame:
    """This function will return the rows of list 5."""
    every = asking.deciding("section_47_enquiries")
    held = asking.of_children("conferences").filter(pl.col("conference_kind").is_in(FIRST))
    year = asking.lately(every, "started_on", 12)
    counted = year.group_by("child_id").agg(pl.len().alias("enquiries"), pl.col("enquiry_id").alias("counted#"))
    conferences = (
        asking.lately(held, "happened_on", 12)
        .group_by("child_id")
        .agg(pl.len().alias("conferences"), pl.col("conference_id").alias("conferences_counted#"))
    )
    rows = every.filter(pl.col("ended_on").is_null() | (pl.col("started_on") >= asking.back(6)))
    rows = marked(
        rows,
        "section_47_enquiries",
        on="started_on",
        unnecessary="conference_not_required",
        own_team="team_id",
        own_worker="worker_id",
    )
    met = held.sort("happened_on", "conference_id").unique("enquiry_id", keep="first", maintain_order=True)
    met = met.drop_nulls("enquiry_id").select(
        pl.col("enquiry_id").alias("section_47_enquiries#"),
        pl.col("conference_id").alias("conferences#"),
        pl.col("happened_on").alias("conference"),
        pl.col("led_to_plan").alias("plan"),
    )
    found = rows.join(met, "section_47_enquiries#", "left").join(counted, "child_id", "left")
    found = found.join(conferences, "child_id", "left").with_columns(pl.col("enquiries", "conferences").fill_null(0))
    found = with_own_or_lead(asking, with_who(asking, found), "section_47_enquiries")
    return found.sort("on", "section_47_enquiries#")


LISTS = ((LIST_4, assessments), (LIST_5, enquiries))
