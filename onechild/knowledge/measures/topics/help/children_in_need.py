"""Measures of children in need: how many, how well their plans are kept, and what becomes of them."""

from __future__ import annotations

from typing import Any

from ibis import _

from onechild.knowledge.clocks.rules.child_in_need import CHILD_IN_NEED_REVIEW, CHILD_IN_NEED_VISIT
from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Source
from onechild.knowledge.measures.topics.help.words import (
    LOCAL,
    NEITHER_WAY,
    OUT_OF_THE_POPULATION,
    PEOPLE,
    POPULATION,
    RATE_UNIT,
    kept_locally,
    lait,
    percent,
    rate,
)
from onechild.knowledge.measures.topics.timeliness import default_of, duties_in_time, of_clock

EVERY_CASE = (
    "Children with an open case: a referral that was taken on, a plan of protection or of need, a period of care, or a "
    "leaving-care status other than qualifying. Disabled and unborn children are in it."
)
CIN_DIFFERS = (
    "DfE counts open episodes of need in the census. Ours adds a child on a plan, in care or leaving care whose "
    "referral is missing from the record."
)
UNSEEN = "A plan that nobody visits helps nobody."
AS_AT: dict[str, Any] = {"basis": Basis.AS_AT, "breakdowns": (*PEOPLE, "need"), "standing": "DfE statistic"}
OPEN_CASES: dict[str, Any] = {**AS_AT, "rows": "children in need", "needs": ("referrals",)}
ON_PLANS: dict[str, Any] = {
    **AS_AT,
    "rows": "children on child in need plans",
    "needs": ("child_in_need_plans",),
    "standing": "none",
}
NOT_PROTECTED = "Children who are on a child protection plan or looked after; series of short breaks are no care here."

CHILDREN_IN_NEED = Measure(
    key="children-in-need",
    title="Children in need: every open case",
    reference="CN01",
    shape=Shape.COUNT,
    better=Better.NEITHER,
    value_unit="children",
    says=f"{EVERY_CASE} Not to be taken for children on child in need plans.",
    why_it_matters=f"It is the size of the work, and what every other figure is part of. {NEITHER_WAY}",
    sources=(lait("CIN"),),
    **OPEN_CASES,
)

CHILDREN_IN_NEED_RATE = Measure(
    key="children-in-need-rate",
    title="Children in need: every open case, for each 10,000 children",
    reference="CN01",
    shape=Shape.RATE,
    better=Better.NEITHER,
    value_unit=RATE_UNIT,
    population=POPULATION,
    says=f"{EVERY_CASE}{OUT_OF_THE_POPULATION}",
    why_it_matters=f"Beside other councils it shows how far help reaches. {NEITHER_WAY}",
    sources=(lait("CIN"),),
    twin=rate("CIN", CIN_DIFFERS),
    **OPEN_CASES,
)

CHILDREN_IN_NEED_ONLY = Measure(
    key="children-in-need-only",
    title="Children in need who are neither on a protection plan nor looked after",
    reference="CN01",
    shape=Shape.COUNT,
    out_of=~_.protected & ~_.in_care,
    better=Better.NEITHER,
    value_unit="children",
    says="Children with an open case, less those on a child protection plan of this council and those looked after.",
    why_it_matters=f"The large, quiet part of the work, where drift is easiest. {NEITHER_WAY}",
    sources=(lait("CIN"), LOCAL),
    excludes=NOT_PROTECTED,
    **(OPEN_CASES | {"standing": "none"}),
)

ON_CHILD_IN_NEED_PLANS = Measure(
    key="children-on-child-in-need-plans",
    title="Children on a child in need plan",
    reference="CN02",
    shape=Shape.COUNT,
    better=Better.NEITHER,
    value_unit="children",
    says="Children with an open child in need plan, who are neither on a child protection plan nor looked after.",
    why_it_matters=f"A plan says what should change and by when; a case with none only stays open. {NEITHER_WAY}",
    sources=(Source("DfE, children in need census, its validation rules", "V2"),),
    excludes=NOT_PROTECTED,
    **ON_PLANS,
)

VISITS_IN_TIME = Measure(
    key="child-in-need-visits-in-time",
    title="Children on a child in need plan seen within the council's interval",
    reference="CN03",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="children on child in need plans, seen",
    out_of=_.long_enough,
    counts=_.seen,
    better=Better.HIGHER,
    value_unit="share of children",
    breakdowns=("team", "worker"),
    says="Of children on a child in need plan for the council's visit interval or longer "
    f"({default_of(CHILD_IN_NEED_VISIT)} where it has set none), those seen within it. Newer plans are not yet due.",
    why_it_matters=UNSEEN,
    excludes=f"{NOT_PROTECTED} Lower-level packages for disabled children, which have an interval of their own.",
    **(of_clock(CHILD_IN_NEED_VISIT) | {"sources": kept_locally(CHILD_IN_NEED_VISIT)}),
)

VISITS_IN_OWN_INTERVAL = Measure(
    key="child-in-need-visits-in-own-interval",
    title="Children on a child in need plan whose visit is not overdue, by the plan's own interval",
    reference="CN03",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="child in need visits owed",
    out_of=~_.too_new,
    counts=~_.late,
    better=Better.HIGHER,
    value_unit="share of children",
    breakdowns=("team", "worker"),
    says="Of children on a child in need plan past their first due visit, those whose next visit is not overdue: by "
    "the plan's own interval where it is shorter, and by that of a lower-level package where it is one.",
    why_it_matters=UNSEEN,
    excludes="Children while on a child protection plan or looked after.",
    **(of_clock(CHILD_IN_NEED_VISIT) | {"sources": kept_locally(CHILD_IN_NEED_VISIT)}),
)

VISITS_DUE = duties_in_time(
    CHILD_IN_NEED_VISIT,
    key="child-in-need-visits-due-in-time",
    title="Child in need visits due in a period and made in time",
    reference="CN03",
    breakdowns=("team", "worker"),
    sources=kept_locally(CHILD_IN_NEED_VISIT),
    why=UNSEEN,
)

REVIEWS_ON_TIME = Measure(
    key="child-in-need-reviews-on-time",
    title="Children on a child in need plan whose latest review was on time",
    reference="CN04",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="child in need plans reviewed",
    out_of=_.begun,
    counts=_.on_time,
    better=Better.HIGHER,
    value_unit="share of children",
    breakdowns=("team", "worker"),
    says="Of children on a child in need plan whose first review has fallen due or been held, those whose latest was "
    "held in time and who have none overdue.",
    why_it_matters="A plan that nobody looks at again goes on because it goes on.",
    excludes="Children while on a child protection plan or looked after; plans whose first review is still to come.",
    **of_clock(CHILD_IN_NEED_REVIEW),
)

IN_NEED_TWO_YEARS = Measure(
    key="children-in-need-two-years",
    title="Children in need whose case has been open for two years or more",
    reference="CN05",
    shape=Shape.SHARE,
    counts=_.two_years,
    better=Better.NEITHER,
    value_unit="share of children in need",
    says="Of children with an open case, those whose case has been open for two years or more, counted from the oldest "
    "of the referral, plan, period of care or status that is open.",
    why_it_matters="Children in care and disabled children rightly stay, so that this is high; the share of children "
    f"on plans alone stands beside it. {NEITHER_WAY}",
    sources=(lait("CINTime2more"),),
    twin=percent("CINTime2more", CIN_DIFFERS),
    **OPEN_CASES,
)

ON_NEED_PLANS_TWO_YEARS = Measure(
    key="child-in-need-plans-two-years",
    title="Children whose child in need plan has lasted two years or more",
    reference="CN05",
    shape=Shape.SHARE,
    counts=_.two_years,
    better=Better.NEITHER,
    value_unit="share of children on plans",
    says="Of children on a child in need plan, neither protected nor looked after, those whose plan began two years "
    "ago or more.",
    why_it_matters=f"Help that has lasted so long should be asked what it is still for. {NEITHER_WAY}",
    sources=(lait("CINTime2more"), LOCAL),
    excludes=NOT_PROTECTED,
    **ON_PLANS,
)

ENDED_WITHIN_3_MONTHS = Measure(
    key="children-in-need-ended-in-3-months",
    title="Cases closed in less than three months",
    reference="CN06",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="episodes of need",
    unit="row_id",
    counted_on="ended_on",
    counts=_.short,
    better=Better.NEITHER,
    value_unit="share of cases closed",
    breakdowns=PEOPLE,
    says="Of episodes of need that ended in the period, those that lasted less than three months. An episode of need "
    "is a referral that was taken on, until its case closes.",
    why_it_matters=f"Short cases may be quick help, or families who needed none. {NEITHER_WAY}",
    sources=(lait("CINCease3months"),),
    excludes="Referrals that ended in no further action.",
    needs=("referrals",),
    standing="DfE statistic",
    twin=percent("CINCease3months"),
)

MEASURES: tuple[Measure, ...] = (
    CHILDREN_IN_NEED,
    CHILDREN_IN_NEED_RATE,
    CHILDREN_IN_NEED_ONLY,
    ON_CHILD_IN_NEED_PLANS,
    VISITS_IN_TIME,
    VISITS_IN_OWN_INTERVAL,
    VISITS_DUE,
    REVIEWS_ON_TIME,
    IN_NEED_TWO_YEARS,
    ON_NEED_PLANS_TWO_YEARS,
    ENDED_WITHIN_3_MONTHS,
)
