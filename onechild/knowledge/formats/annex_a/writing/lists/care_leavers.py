"""List 9: everybody who is entitled to leaving care services on the day."""

from __future__ import annotations

import polars as pl

from onechild.knowledge.formats.annex_a.writing.asking import Asking, latest, marked
from onechild.knowledge.formats.annex_a.writing.model import Layout, Origin, code, day, text, yes_no
from onechild.knowledge.formats.annex_a.writing.people import (
    ALLOCATED,
    DISABLED,
    WHO,
    with_asylum,
    with_lead,
    with_names,
    with_who,
)

_SAID = "leaving_care_circumstances"
# Of two that hold on one day, the one that says more of what is owed.
ORDER = ("Eligible", "Qualifying", "Relevant", "Former Relevant")

LIST_9 = Layout(
    9,
    "Care leavers",
    "Young people who are eligible, relevant, former relevant or qualifying on the day; a row for each.",
    (
        *WHO,
        yes_no(
            "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
            "uasc",
            Origin("immigration_statuses", "status"),
            filled=True,
            worked="yes where the status was ever held",
        ),
        DISABLED,
        *ALLOCATED,
        text(
            "Allocated Personal Advisor",
            "adviser",
            Origin("allocations", "worker_id", "adviser#"),
            Origin("worker_names", "name", "adviser#names"),
            filled=True,
        ),
        code(
            "Eligibility Category",
            "eligibility",
            "eligibility",
            Origin("leaving_care_eligibility", "eligibility"),
            filled=True,
        ),
        day("Latest Pathway Plan Review Date", "pathway", Origin("pathway_steps", "happened_on")),
        code("LA in Touch", "in_touch", "in_touch", Origin(_SAID, "in_touch"), filled=True),
        day("Latest Date of Contact", "contact", Origin("leaving_care_contacts", "happened_on")),
        code("Type of Accommodation", "accommodation", "accommodation", Origin(_SAID, "accommodation")),
        code("Suitability of Accommodation", "suitable", "suitability", Origin(_SAID, "suitable")),
        code("Activity Status", "activity", "activity", Origin(_SAID, "activity")),
    ),
)


def care_leavers(asking: Asking) -> pl.DataFrame:
    """This function will return the rows of list 9."""
    held = asking.open_on(asking.deciding("leaving_care_eligibility")).filter(pl.col("eligibility").is_in(ORDER))
    rank = pl.col("eligibility").replace_strict({one: place for place, one in enumerate(ORDER)}, default=0)
    rows = held.with_columns(rank=rank).sort("rank", "started_on").unique("child_id", keep="last", maintain_order=True)
    found = marked(rows, "leaving_care_eligibility", eligibility="eligibility")
    made = asking.of_children("pathway_steps").filter(pl.col("step").is_in(("plan", "review")))
    latest_of = (
        (made, "pathway_steps", {"pathway": "happened_on"}),
        (asking.of_children("leaving_care_contacts"), "leaving_care_contacts", {"contact": "happened_on"}),
        (
            asking.of_children(_SAID),
            _SAID,
            {name: name for name in ("in_touch", "accommodation", "suitable", "activity")},
        ),
    )
    for frame, table, named in latest_of:
        found = found.join(marked(latest(frame, on="happened_on"), table, **named), "child_id", "left")
    found = _with_adviser(asking, with_asylum(asking, found, months=0))
    return with_lead(asking, with_who(asking, found)).sort("child_id")


def _with_adviser(asking: Asking, rows: pl.DataFrame) -> pl.DataFrame:
    advisers = asking.of_children("allocations").filter(pl.col("role") == "personal_adviser")
    last = latest(asking.open_on(advisers), on="started_on")
    named = with_names(asking, marked(last, "allocations", "adviser#", worker_id="worker_id"), "adviser")
    return rows.join(named.drop("worker_id"), "child_id", "left")


LISTS = ((LIST_9, care_leavers),)
