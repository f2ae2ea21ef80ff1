"""Lists 1 to 3: contacts, early help and referrals of the last six months."""

from __future__ import annotations

import polars as pl

from onechild.knowledge.formats.annex_a.writing.asking import Asking, marked
from onechild.knowledge.formats.annex_a.writing.model import Layout, Origin, code, count, day, text, yes_no
from onechild.knowledge.formats.annex_a.writing.people import ALLOCATED, WHO, with_lead, with_names, with_who

LIST_1 = Layout(
    1,
    "Contacts",
    "Contacts in the last six months, a row for each child in the contact.",
    (
        *WHO,
        day("Date of Contact", "on", Origin("contacts", "happened_on"), filled=True),
        code("Contact Source", "source", "contact_source", Origin("contacts", "source_kind"), filled=True),
    ),
)
LIST_2 = Layout(
    2,
    "Early help",
    "Early help assessments begun in the last six months, and early help that goes on.",
    (
        *WHO,
        day("Assessment start date", "on", Origin("early_help_episodes", "started_on"), filled=True),
        day("Assessment completion date", "ended", Origin("early_help_episodes", "ended_on")),
        text(
            "Organisation completing assessment",
            "organisation",
            Origin("early_help_episodes", "organisation"),
            filled=True,
        ),
    ),
)
LIST_3 = Layout(
    3,
    "Referrals",
    "Referrals in the last six months; a child may be in it more than once.",
    (
        *WHO,
        day("Date of referral", "on", Origin("referrals", "started_on"), filled=True),
        code("Referral Source", "source", "contact_source", Origin("referrals", "source_kind"), filled=True),
        yes_no("Referral NFA?", "no_action", Origin("referrals", "no_further_action"), filled=True),
        count(
            "Number of Referrals in Last 12 Months",
            "referrals",
            Origin("referrals", "started_on", "counted#"),
            worked="referrals of the child in the 12 months to the day, this one among them",
        ),
        *ALLOCATED,
    ),
)


def contacts(asking: Asking) -> pl.DataFrame:
    """This function will return the rows of list 1."""
    rows = asking.lately(asking.deciding("contacts"), "happened_on")
    return with_who(asking, marked(rows, "contacts", on="happened_on", source="source_kind")).sort("on", "contacts#")


def early_help(asking: Asking) -> pl.DataFrame:
    """This function will return the rows of list 2."""
    every = asking.deciding("early_help_episodes")
    rows = every.filter(pl.col("ended_on").is_null() | (pl.col("started_on") >= asking.back(6)))
    rows = marked(rows, "early_help_episodes", on="started_on", ended="ended_on", organisation="organisation")
    return with_who(asking, rows).sort("on", "early_help_episodes#")


def referrals(asking: Asking) -> pl.DataFrame:
    """This function will return the rows of list 3."""
    every = asking.lately(asking.deciding("referrals"), "started_on", 12)
    counted = every.group_by("child_id").agg(pl.len().alias("referrals"), pl.col("referral_id").alias("counted#"))
    rows = marked(
        asking.lately(every, "started_on"),
        "referrals",
        on="started_on",
        source="source_kind",
        no_action="no_further_action",
        own_team="team_id",
        own_worker="worker_id",
    )
    found = with_own_or_lead(asking, with_who(asking, rows.join(counted, "child_id", "left")), "referrals")
    return found.sort("on", "referrals#")


def with_own_or_lead(asking: Asking, rows: pl.DataFrame, table: str) -> pl.DataFrame:
    """This function will add the row's own team and worker, or where it names neither, those who hold the child."""
    own = rows.select(
        "own_team", "own_worker", key=pl.col(f"{table}#"), team_id=pl.col("own_team"), worker_id=pl.col("own_worker")
    )
    named = with_names(asking, own).select(
        pl.col("key").alias(f"{table}#"),
        pl.col("team").alias("t"),
        pl.col("worker").alias("w"),
        pl.col("teams#").alias("t#"),
        pl.col("worker_names#").alias("w#"),
    )
    found = with_lead(asking, rows).join(named, f"{table}#", "left")
    return found.with_columns(
        team=pl.coalesce("t", "team"),
        worker=pl.coalesce("w", "worker"),
        **{
            "teams#": pl.when(pl.col("t").is_null()).then("teams#").otherwise("t#"),
            "worker_names#": pl.when(pl.col("w").is_null()).then("worker_names#").otherwise("w#"),
            "allocations#": pl.when(pl.col("t").is_null() | pl.col("w").is_null()).then("allocations#"),
        },
    ).drop("t", "w", "t#", "w#", "own_team", "own_worker")


LISTS = ((LIST_1, contacts), (LIST_2, early_help), (LIST_3, referrals))
