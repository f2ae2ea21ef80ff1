"""Since when a young person can have been eligible for support on leaving care, for sources that don't say."""

from __future__ import annotations

from datetime import date

import polars as pl

from onechild.knowledge.workdays.ages import birthday


def earliest(eligibility: str, *, born: str = "born") -> pl.Expr:
    """This function will return the first day that each young person can have had an eligibility, from two columns.

    The 18th birthday for a former relevant child, and the 16th for any other: Children Act 1989, sections 23A to 24
    and Schedule 2, paragraph 19B.
    """
    former = pl.col(eligibility) == "Former Relevant"
    return pl.when(former).then(_turned(18, born)).otherwise(_turned(16, born))


def _turned(age: int, born: str) -> pl.Expr:
    def nth(day: date) -> date:
        return birthday(day, age)

    return pl.col(born).map_elements(nth, return_dtype=pl.Date)
