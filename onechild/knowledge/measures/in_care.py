"""Measures of looked-after children and of those about to leave care."""

from __future__ import annotations

from ibis import _

from onechild.knowledge.clocks.rules.leaving_care import PERSONAL_ADVISER
from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Source
from onechild.knowledge.measures.timeliness import of_clock

CHILDREN_LOOKED_AFTER = Measure(
    key="children-looked-after",
    title="Children looked after",
    basis=Basis.AS_AT,
    shape=Shape.COUNT,
    rows="children looked after",
    better=Better.NEITHER,
    value_unit="children",
    says="Children in a period of care; those in a series of short breaks (legal statuses V3 and V4) are not in it.",
    why_it_matters="Neither more nor fewer is good in itself: a target here would push the wrong decision.",
    sources=(Source("DfE, Local Authority Interactive Tool data dictionary, LACnum", "V"),),
)

PERSONAL_ADVISER_BY_16 = Measure(
    key="personal-adviser-by-16",
    title="Young people with a personal adviser when they became entitled to one",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="duties",
    counted_on="due_on",
    out_of=(_.clock == PERSONAL_ADVISER.key) & _.required,
    counts=_.outcome == "met",
    better=Better.HIGHER,
    value_unit="share of young people",
    says="Of young people to whom an adviser became owed in the period (at 16, or on the later day of becoming "
    "eligible), those who had one by then.",
    why_it_matters="Leaving care is planned in years, with somebody the young person knows.",
    **of_clock(PERSONAL_ADVISER),
)

MEASURES: tuple[Measure, ...] = (CHILDREN_LOOKED_AFTER, PERSONAL_ADVISER_BY_16)
