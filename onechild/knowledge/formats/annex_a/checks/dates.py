"""What can't be: ends before beginnings, events before births, ages no list can hold; and what is said too little."""

from __future__ import annotations

from itertools import pairwise

import polars as pl

from onechild.knowledge.formats.annex_a.checks.model import Kind, Rule

BEFORE_BIRTH = 300  # days: the longest that a child is known before birth
ADULT, LEAVER_LEAST, LEAVER_MOST = 18, 15, 25
MAIN = (1, 2, 3, 4, 5, 6, 7)
SPANS = {2: "ended", 4: "authorised", 6: "closed", 7: "ended", 8: "ceased"}
ADOPTION = ("entered", "decided", "placement_order", "placed", "ordered")
ADOPTERS = ("enquired", "stage_1", "stage_2", "approved", "ordered")
LATER = {
    "decided": "the decision",
    "placement_order": "the placement order",
    "placed": "the placement",
    "ordered": "the order",
    "stage_1": "stage 1",
    "stage_2": "stage 2",
    "approved": "the approval",
}


def _impossible(number: int, column: str, where: pl.Expr, words: str) -> Rule:
    return Rule(Kind.IMPOSSIBLE, number, column, where, words)


def _order(number: int, steps: tuple[str, ...]) -> tuple[Rule, ...]:
    return tuple(
        _impossible(
            number, after, pl.col(after) < pl.col(before), f"{LATER[after].capitalize()} is before what leads to it"
        )
        for before, after in pairwise(steps)
    )


def _blank_though(number: int, column: str, where: pl.Expr, words: str) -> Rule:
    return Rule(Kind.MISSING, number, column, pl.col(column).is_null() & where, words)


_CONCEIVED = pl.col("born") - pl.duration(days=BEFORE_BIRTH)

RULES: tuple[Rule, ...] = (
    *(
        _impossible(number, "on", pl.col("on") < _CONCEIVED, "It is before the child can have been known of")
        for number in MAIN
    ),
    _impossible(8, "on", ~pl.col("unborn") & (pl.col("on") < pl.col("born")), "Care began before the child was born"),
    *(
        _impossible(number, "on", pl.col("on") > pl.col("died_on"), "It is after the child died")
        for number in (*MAIN, 8)
    ),
    *(
        _impossible(number, end, pl.col(end) < pl.col("on"), "It ends before it begins")
        for number, end in SPANS.items()
    ),
    _impossible(5, "conference", pl.col("conference") < pl.col("on"), "The conference is before the enquiry"),
    _impossible(
        7,
        "age",
        pl.col("ended").is_null() & (pl.col("age") >= ADULT),
        "A young person of 18 or more can be on no child protection plan",
    ),
    _impossible(
        8,
        "age",
        pl.col("ceased").is_null() & (pl.col("age") >= ADULT),
        "A young person of 18 or more is not looked after",
    ),
    _impossible(
        9,
        "age",
        ~pl.col("age").is_between(LEAVER_LEAST, LEAVER_MOST),
        "Nobody of that age is owed leaving care services",
    ),
    *_order(10, ADOPTION),
    *_order(11, ADOPTERS),
    _impossible(11, "left", pl.col("left") < pl.col("enquired"), "The adopter left before the enquiry"),
    _blank_though(4, "seen", pl.col("authorised").is_not_null(), "The assessment is authorised, and does not say so"),
    _blank_though(
        4, "needs_support", pl.col("authorised").is_not_null(), "The assessment is authorised, and does not say so"
    ),
    _blank_though(5, "plan", pl.col("conference").is_not_null(), "The conference was held, and does not say so"),
    _blank_though(6, "reason", pl.col("closed").is_not_null(), "The case is closed without a reason"),
    _blank_though(7, "alone", pl.col("visited").is_not_null(), "The visit does not say so"),
    _blank_though(8, "reason", pl.col("ceased").is_not_null(), "Care ended without a reason"),
    _blank_though(9, "accommodation", pl.col("in_touch") == "YES", "The council is in touch and does not say so"),
    _blank_though(9, "activity", pl.col("in_touch") == "YES", "The council is in touch and does not say so"),
    _blank_though(10, "reason", pl.col("reversed").is_not_null(), "The decision was reversed without a reason"),
    _blank_though(11, "reason", pl.col("left").is_not_null(), "The adopter left without a reason"),
    _blank_though(6, "born", pl.lit(True), "Neither born nor expected on any day"),
    _blank_though(7, "born", pl.lit(True), "Neither born nor expected on any day"),
    _blank_though(8, "born", pl.lit(True), "Neither born nor expected on any day"),
)
