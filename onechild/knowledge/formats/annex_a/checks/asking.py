"""What an inspector would ask about: duties past their day, read from the clocks, and what is out of the ordinary."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from onechild.knowledge.formats.annex_a.checks.model import Kind, Query, Rule, at
from onechild.knowledge.formats.annex_a.writing.model import Annex

# The clocks that an inspector reads off each list, and the column they are about.
CLOCKS: dict[int, dict[str, str]] = {
    4: {"assessment-from-start": "authorised"},
    5: {"initial-child-protection-conference": "conference"},
    7: {
        "child-protection-visit": "visited",
        "review-child-protection-conference": "reviewed",
    },
    8: {
        "looked-after-visit": "visited",
        "looked-after-review": "reviewed",
        "initial-health-assessment": "health",
        "review-health-assessment": "health",
        "dental-check": "dental",
    },
    9: {"pathway-plan-review": "pathway", "pathway-plan": "pathway", "care-leaver-contact": "contact"},
}
OPEN = {4: "authorised", 7: "ended", 8: "ceased"}
# The bands that the published statistics count by: two years on a plan, three placements in a year.
LONG_PLAN_YEARS, MANY_PLACEMENTS, MANY_REFERRALS, MANY_ENQUIRIES, MANY_MISSING = 2, 3, 3, 3, 3
SUPPORTED, HOMES, YOUNGEST_SUPPORTED, YOUNG_IN_HOME = ("H5", "K3", "P2"), ("K1", "K2"), 16, 10
LATE_BIRTH = 21  # days after the expected day without a birth recorded


def rules(annex: Annex) -> tuple[Rule, ...]:
    """This function will return what is out of the ordinary on that day."""
    day = pl.lit(annex.as_at)
    long_ago = day.dt.offset_by(f"-{LONG_PLAN_YEARS}y")
    still = {number: pl.col(end).is_null() for number, end in OPEN.items()}

    def asked(number: int, column: str, where: pl.Expr, words: str) -> Rule:
        return Rule(Kind.ASKED, number, column, where & still.get(number, True), words)

    unborn = pl.col("unborn") & (pl.col("born") + pl.duration(days=LATE_BIRTH) < day)
    return (
        asked(3, "referrals", pl.col("referrals") >= MANY_REFERRALS, "Referred three times or more in a year"),
        asked(5, "enquiries", pl.col("enquiries") >= MANY_ENQUIRIES, "Three enquiries or more in a year"),
        asked(
            6,
            "seen",
            pl.col("seen").is_null() & pl.col("closed").is_null(),
            "In need, and no visit on which the child was seen",
        ),
        asked(6, "born", unborn, "Expected weeks ago, and no birth is recorded"),
        asked(6, "age", (pl.col("age") >= 18) & pl.col("closed").is_null(), "18 or over, and still a child in need"),
        asked(7, "on", pl.col("on") <= long_ago, "On a plan for two years or more"),
        asked(7, "previous", pl.col("previous") >= 1, "On a plan again"),
        asked(7, "visited", pl.col("visited").is_null(), "On a plan, and no visit on which the child was seen"),
        asked(7, "alone", ~pl.col("alone") & (pl.col("age") >= 4), "Not seen alone on the last visit"),
        asked(8, "placements", pl.col("placements") >= MANY_PLACEMENTS, "Three placements or more in a year"),
        asked(8, "visited", pl.col("visited").is_null(), "In care, and no visit on which the child was seen"),
        asked(8, "permanence", pl.col("permanence").is_null(), "No plan for permanence"),
        asked(8, "again", pl.col("again"), "Came back into care within a year"),
        asked(8, "missing", pl.col("missing") >= MANY_MISSING, "Missing three times or more in a year"),
        asked(8, "offered", ~pl.col("offered"), "No return interview was offered after the last missing episode"),
        asked(
            8,
            "placement",
            pl.col("placement").is_in(SUPPORTED) & (pl.col("age") < YOUNGEST_SUPPORTED),
            "Under 16 and in supported or semi-independent accommodation",
        ),
        asked(
            8,
            "placement",
            pl.col("placement").is_in(HOMES) & (pl.col("age") < YOUNG_IN_HOME),
            "A young child in a children’s home",
        ),
        asked(9, "in_touch", pl.col("in_touch").is_in(("NO",)), "The council is not in touch"),
        asked(9, "suitable", pl.col("suitable") == "2", "Not in suitable accommodation"),
    )


def overdue(annex: Annex, duties: pl.DataFrame, titles: dict[str, str]) -> Iterator[Query]:
    """This function will query rows whose child is owed a duty past its day.

    `duties` has `child_id`, `clock` and `due_on` of every duty that was overdue at the end of the day; `titles` says
    what each clock asks.
    """
    for number, clocks in CLOCKS.items():
        made = annex.lists[number]
        rows = made.rows.with_row_index("place")
        if number in OPEN:
            rows = rows.filter(pl.col(OPEN[number]).is_null())
        for clock, column in clocks.items():
            late = duties.filter(pl.col("clock") == clock).group_by("child_id").agg(pl.col("due_on").min())
            found = rows.join(late, "child_id").sort("place")
            for due_on, row in zip(found["due_on"], found.iter_slices(1), strict=True):
                words = f"{titles.get(clock, clock)}: due {due_on:%-d %B %Y}"
                yield from at(made, row, Kind.OVERDUE, column, words)
