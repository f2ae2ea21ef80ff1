"""Lists 10 and 11: children for whom adoption is or was the plan, and adopters, over twelve months."""

from __future__ import annotations

import polars as pl

from onechild.knowledge.formats.annex_a.writing.asking import Asking, marked
from onechild.knowledge.formats.annex_a.writing.model import (
    Column,
    Holds,
    Layout,
    Origin,
    code,
    count,
    day,
    text,
    yes_no,
)
from onechild.knowledge.formats.annex_a.writing.people import DISABLED, WHO, with_who

_CASE, _ADOPTER = "permanence_cases", "adopters"
_CASE_DAYS = {
    "entered": "entered_care_on",
    "decided": "decided_on",
    "placement_order": "placement_order_on",
    "matched": "matched_on",
    "placed": "placed_on",
    "ordered": "ordered_on",
    "reversed": "reversed_on",
    "early": "early_placed_on",
}
_ADOPTER_DAYS = {
    "enquired": ("Date enquiry received", "enquired_on"),
    "stage_1": ("Date Stage 1 started", "stage_1_started_on"),
    "stage_1_ended": ("Date Stage 1 ended", "stage_1_ended_on"),
    "stage_2": ("Date Stage 2 started", "stage_2_started_on"),
    "stage_2_ended": ("Date Stage 2 ended", "stage_2_ended_on"),
    "applied": ("Date application submitted", "applied_on"),
    "approved": ("Date application approved", "approved_on"),
    "matched": ("Date adopter matched with child(ren)", "matched_on"),
    "placed": ("Date child/children placed with adopter(s)", "placed_on"),
    "ordered": ("Date of Adoption Order", "ordered_on"),
    "left": ("Date of leaving adoption process", "left_on"),
}


def _case_day(heading: str, name: str, *, filled: bool = False) -> Column:
    return day(heading, name, Origin(_CASE, _CASE_DAYS[name]), filled=filled)


def _adopter_day(name: str, *, filled: bool = False) -> Column:
    heading, column = _ADOPTER_DAYS[name]
    return day(heading, name, Origin(_ADOPTER, column), filled=filled)


LIST_10 = Layout(
    10,
    "Adoption: children",
    "Children who were adopted in the last 12 months, for whom adoption was decided and who are not adopted yet, or "
    "for whom the decision was reversed in those months.",
    (
        WHO[0],
        text("Family identifier", "family", Origin(_CASE, "adoptive_family_id")),
        *WHO[1:],
        DISABLED,
        _case_day("Date the Child Entered Care", "entered", filled=True),
        _case_day("Date of Decision that Child Should be Placed for Adoption", "decided", filled=True),
        _case_day("Date of Placement Order", "placement_order"),
        _case_day("Date of Matching Child and Prospective Adopters", "matched"),
        _case_day("Date Placed for Adoption", "placed"),
        _case_day("Date of Adoption Order", "ordered"),
        _case_day("Date of Decision that Child Should No Longer be Placed for Adoption", "reversed"),
        code(
            "Reason Why Child No Longer Placed for Adoption",
            "reason",
            "no_longer_placed",
            Origin(_CASE, "reversed_reason"),
        ),
        _case_day("Date the child was placed for fostering in FFA or concurrent planning placement", "early"),
    ),
    months=12,
)
LIST_11 = Layout(
    11,
    "Adopters",
    "Adopters in contact with the adoption agency in the last 12 months.",
    (
        text("Individual adopter identifier", "adopter", Origin(_ADOPTER, "adopter_id"), filled=True),
        text("Family identifier", "family", Origin(_ADOPTER, "adoptive_family_id")),
        Column(
            "Gender",
            "sex",
            Holds.CODE,
            "annexa_gender",
            filled=True,
            of=(Origin(_ADOPTER, "sex"),),
            since_2026="Sex",
        ),
        code("Ethnicity", "ethnicity", "ethnicity", Origin(_ADOPTER, "ethnicity"), filled=True),
        yes_no("Disability", "disabled", Origin(_ADOPTER, "disabled"), filled=True),
        yes_no(
            "Is the (prospective) adopter fostering for adoption?",
            "early",
            Origin(_ADOPTER, "fostering_for_adoption"),
            filled=True,
        ),
        _adopter_day("enquired", filled=True),
        *(_adopter_day(name) for name in tuple(_ADOPTER_DAYS)[1:9]),
        count(
            "No. of children placed",
            "children",
            Origin(_ADOPTER, "children_placed"),
            worked="",
            filled=False,
        ),
        _adopter_day("ordered"),
        _adopter_day("left"),
        code("Reason for leaving adoption process", "reason", "leaving_adoption", Origin(_ADOPTER, "left_reason")),
    ),
    months=12,
)


def children(asking: Asking) -> pl.DataFrame:
    """This function will return the rows of list 10."""
    every, since = asking.deciding(_CASE), asking.back(12)
    adopted = (pl.col("order_kind").is_null() | (pl.col("order_kind") == "adoption")) & (pl.col("ordered_on") >= since)
    waiting = pl.col("ordered_on").is_null() & pl.col("reversed_on").is_null()
    reversed_lately = pl.col("reversed_on") >= since
    rows = every.filter(pl.col("decided_on").is_not_null() & (adopted | waiting | reversed_lately))
    found = marked(rows, _CASE, family="adoptive_family_id", reason="reversed_reason", **_CASE_DAYS)
    return with_who(asking, found).sort("decided", f"{_CASE}#")


def adopters(asking: Asking) -> pl.DataFrame:
    """This function will return the rows of list 11."""
    days = {name: column for name, (_, column) in _ADOPTER_DAYS.items()}
    rows = asking.deciding(_ADOPTER).drop_nulls("enquired_on")
    lately = pl.any_horizontal(pl.col(column) >= asking.back(12) for column in days.values()).fill_null(False)
    in_process = pl.col("ordered_on").is_null() & pl.col("left_on").is_null()
    found = marked(
        rows.filter(lately | in_process),
        _ADOPTER,
        adopter="adopter_id",
        family="adoptive_family_id",
        sex="sex",
        ethnicity="ethnicity",
        disabled="disabled",
        early="fostering_for_adoption",
        children="children_placed",
        reason="left_reason",
        **days,
    )
    return found.sort("enquired", f"{_ADOPTER}#")


LISTS = ((LIST_10, children), (LIST_11, adopters))
