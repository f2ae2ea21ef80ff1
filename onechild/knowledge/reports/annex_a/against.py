"""The counts of Annex A's lists against the measures that count the same: two ways to one number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import polars as pl

from onechild.errors import CannotProceed
from onechild.knowledge.formats.annex_a.checks import Measured
from onechild.knowledge.formats.annex_a.writing import Annex
from onechild.knowledge.measures.answers import Answers
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Basis, Measure
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.workdays.lengths import Length, add

SIX_MONTHS_BACK = Length(-6, "month")
NEED = (
    "The list leaves out care leavers and those only referred, and has a child once; the measure counts every open "
    "episode of need."
)


@dataclass(frozen=True)
class Count:
    """A count of a list and the measure that should give the same; `out_of` takes the measure's denominator."""

    list: int
    what: str
    where: pl.Expr
    measure: str
    out_of: bool = False
    why: str = ""


COUNTS: tuple[Count, ...] = (
    Count(1, "Contacts in six months", pl.lit(True), "contacts"),
    Count(3, "Referrals in six months", pl.lit(True), "referrals"),
    Count(
        4,
        "Open assessments",
        pl.col("authorised").is_null(),
        "open-assessments-past-45-working-days",
        out_of=True,
        why="The measure counts assessments that the 45 working days run for.",
    ),
    Count(6, "Children in need on the day", pl.col("closed").is_null(), "children-in-need", why=NEED),
    Count(7, "Children on a plan on the day", pl.col("ended").is_null(), "children-on-plans"),
    Count(8, "Children in care on the day", pl.col("ceased").is_null(), "children-looked-after"),
)


def against_measures(annex: Annex, answers: Answers) -> list[Measured]:
    """This function will set each count beside its measure's figure; a measure that can't be told is left out."""
    return list(_each(annex, answers))


def _each(annex: Annex, answers: Answers) -> Iterator[Measured]:
    six_months = Moment(add(annex.as_at + timedelta(days=1), SIX_MONTHS_BACK), annex.as_at)
    for count in COUNTS:
        measure = MEASURES.get(count.measure)
        if measure is None:
            continue
        when = Moment(None, annex.as_at) if measure.basis is Basis.AS_AT else six_months
        told = _figure(answers, measure, when, out_of=count.out_of)
        if told is not None:
            listed = annex.lists[count.list].rows.filter(count.where).height
            yield Measured(count.list, count.what, listed, measure.title, told, count.why)


def _figure(answers: Answers, measure: Measure, when: Moment, *, out_of: bool) -> int | None:
    try:
        found = answers.figures(measure, when)
    except CannotProceed:
        return None
    number = (found[0].denominator if out_of else found[0].numerator) if found else None
    return None if number is None else round(number)
