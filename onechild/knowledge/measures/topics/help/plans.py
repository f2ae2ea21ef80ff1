"""Measures of child protection plans: how many, how long, whether the first, how reviewed, in how many hands."""

from __future__ import annotations

from typing import Any

from ibis import _

from onechild.knowledge.clocks.rules.protection import CORE_GROUP, FIRST_CORE_GROUP, REVIEW_CONFERENCE
from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Source
from onechild.knowledge.measures.topics.help.words import (
    LOCAL,
    NEITHER_WAY,
    OUT_OF_THE_POPULATION,
    POPULATION,
    PROTECTED,
    RATE_UNIT,
    lait,
    percent,
    rate,
)
from onechild.knowledge.measures.topics.timeliness import duties_in_time, of_clock

NOT_OURS = "Another council's plan held here for a time."
OUT_OF_PLANS = "share of children on plans"
DRIFT = "A plan that lasts for years is not protecting, or is not ending what it should."
UNREVIEWED = "At a review others ask whether the child is safer. Until it is held nobody does."
ON_PLANS: dict[str, Any] = {
    "basis": Basis.AS_AT,
    "rows": "children on plans, in full",
    "breakdowns": PROTECTED,
    "excludes": NOT_OURS,
    "needs": ("child_protection_plans",),
}
PLANS: dict[str, Any] = {
    "basis": Basis.PERIOD,
    "rows": "child protection plans",
    "unit": "row_id",
    "breakdowns": PROTECTED,
    "excludes": NOT_OURS,
    "needs": ("child_protection_plans",),
}
STARTED: dict[str, Any] = {**PLANS, "counted_on": "started_on"}
ENDED: dict[str, Any] = {**PLANS, "counted_on": "ended_on", "value_unit": "share of plans ended"}

TWO_YEARS = 729  # as the DfE counts them; no clock says so

CHILDREN_ON_PLANS = Measure(
    key="children-on-plans",
    title="Children on a child protection plan",
    reference="CP06",
    basis=Basis.AS_AT,
    shape=Shape.COUNT,
    rows="children on plans",
    better=Better.NEITHER,
    value_unit="children",
    breakdowns=PROTECTED,
    says="Children with an open child protection plan of this council; another council's plan held here is not in it.",
    why_it_matters=NEITHER_WAY,
    sources=(lait("CPP"),),
    excludes=NOT_OURS,
    needs=("child_protection_plans",),
    standing="DfE statistic",
)

CHILDREN_ON_PLANS_RATE = Measure(
    key="children-on-plans-rate",
    title="Children on a child protection plan, for each 10,000 children",
    reference="CP06",
    shape=Shape.RATE,
    better=Better.NEITHER,
    value_unit=RATE_UNIT,
    population=POPULATION,
    says=f"Children with an open child protection plan of this council.{OUT_OF_THE_POPULATION}",
    why_it_matters=f"Beside other councils it shows how readily plans are made and ended. {NEITHER_WAY}",
    sources=(lait("CPP_rate"),),
    standing="DfE statistic",
    twin=rate("CPP_rate"),
    **ON_PLANS,
)

PLANS_STARTED_RATE = Measure(
    key="plans-started-rate",
    title="Child protection plans started, for each 10,000 children",
    reference="CP07",
    shape=Shape.RATE,
    better=Better.NEITHER,
    value_unit=RATE_UNIT,
    population=POPULATION,
    says=f"Child protection plans that started in the period; a child with two counts twice.{OUT_OF_THE_POPULATION}",
    why_it_matters=f"It is the demand on everybody who protects children. {NEITHER_WAY}",
    sources=(lait("CPP_Abuse_Rate"),),
    standing="DfE statistic",
    twin=rate("CPP_Abuse_Rate"),
    **STARTED,
)

SECOND_PLANS = Measure(
    key="second-or-subsequent-plans",
    title="Plans started for a child who had a plan before, ever",
    reference="CP08",
    shape=Shape.SHARE,
    counts=_.again,
    better=Better.LOWER,
    value_unit="share of plans started",
    says="Of child protection plans that started in the period, those of a child who had one before, however long ago: "
    "on record here, or as the plan itself says. A child can count twice.",
    why_it_matters="Being put on a plan again says that the first one did not last.",
    sources=(lait("PrevRegCPR"),),
    standing="DfE statistic",
    twin=percent(
        "PrevRegCPR",
        "DfE counts earlier plans of the same council; ours also those that the plan says were elsewhere.",
    ),
    **STARTED,
)

SECOND_PLANS_WITHIN_2_YEARS = Measure(
    key="second-plans-within-2-years",
    title="Plans started within 2 years of the end of the plan before",
    reference="CP08",
    shape=Shape.SHARE,
    counts=_.again_within_two_years,
    better=Better.LOWER,
    value_unit="share of plans started",
    says="Of child protection plans that started in the period, those that started within two years of the end of the "
    "child's plan before, as inspectors' analysis and many councils count it. Plans elsewhere are not known.",
    why_it_matters="A plan soon made again was ended too soon; one of ten years ago is another story.",
    sources=(Source("Analysis of Annex A for inspectors; councils' own practice", "K"),),
    **STARTED,
)

TWO_YEARS_NOW = Measure(
    key="plans-two-years-current",
    title="Children whose child protection plan has lasted two years or more",
    reference="CP09",
    shape=Shape.SHARE,
    counts=_.two_years,
    better=Better.LOWER,
    value_unit=OUT_OF_PLANS,
    says="Of children on a child protection plan, those whose plan began two years ago or more.",
    why_it_matters=DRIFT,
    sources=(lait("CPPlans2yrsActive"),),
    standing="DfE statistic",
    twin=percent("CPPlans2yrsActive"),
    **ON_PLANS,
)

TWO_YEARS_ENDED = Measure(
    key="plans-two-years-ended",
    title="Child protection plans ended after two years or more",
    reference="CP10",
    shape=Shape.SHARE,
    counts=_.days > TWO_YEARS,
    better=Better.LOWER,
    says=f"Of child protection plans that ended in the period, those that lasted more than {TWO_YEARS} days, the first "
    "day and the last both counted.",
    why_it_matters=DRIFT,
    sources=(lait("CPPlans2yrs"),),
    standing="DfE statistic",
    twin=percent("CPPlans2yrs"),
    **ENDED,
)

ENDED_WITHIN_3_MONTHS = Measure(
    key="plans-ended-in-3-months",
    title="Child protection plans ended within three months",
    reference="CP11",
    shape=Shape.SHARE,
    counts=_.short,
    better=Better.NEITHER,
    says="Of child protection plans that ended in the period, those that lasted three months or less: they ended at "
    "the first review or before.",
    why_it_matters=f"The danger passed quickly, or the plan was not needed, or ended too soon. {NEITHER_WAY}",
    sources=(LOCAL,),
    **ENDED,
)

REVIEWED_IN_TIME = Measure(
    key="children-on-plans-reviewed-in-time",
    title="Children on a child protection plan whose every review was in time",
    reference="CP12",
    shape=Shape.SHARE,
    out_of=_.long_enough,
    counts=_.every_one_in_time,
    better=Better.HIGHER,
    value_unit=OUT_OF_PLANS,
    says="Of children on a plan whose first review has fallen due, those whose every review under it was held in time "
    "and who have none overdue. One late review counts for as long as the plan lasts. That is how we read DfE's words, "
    '"reviews carried out within the required timescales".',
    why_it_matters=UNREVIEWED,
    **(
        ON_PLANS
        | of_clock(REVIEW_CONFERENCE)
        | {
            "rows": "children on plans, reviewed",
            "sources": (lait("RevCP"),),
            "twin": percent("RevCP"),
            "excludes": f"Plans whose first review is still to come. {NOT_OURS}",
        }
    ),
)

REVIEWS_DUE = duties_in_time(
    REVIEW_CONFERENCE,
    key="review-conferences-due-in-time",
    title="Review child protection conferences due in a period and held in time",
    reference="CP12",
    breakdowns=PROTECTED,
    why=UNREVIEWED,
    excludes=NOT_OURS,
)

SEEN_ALONE = Measure(
    key="children-on-plans-seen-alone",
    title="Children on a child protection plan seen alone at the latest visit",
    reference="CP15",
    shape=Shape.SHARE,
    out_of=_.old_enough,
    counts=_.alone,
    better=Better.HIGHER,
    value_unit=OUT_OF_PLANS,
    says="Of children on a plan who are old enough (four, where the council has set no other age), those seen alone on "
    "the latest day on which they were seen under it. A child not seen since the plan began was not.",
    why_it_matters="Some things a child says only when no parent is in the room.",
    sources=(LOCAL,),
    **(ON_PLANS | {"needs": ("child_protection_plans", "visits")}),
)

NEVER_SEEN = Measure(
    key="children-on-plans-never-seen",
    title="Children on a child protection plan not seen since it began",
    reference="CP13",
    shape=Shape.COUNT,
    out_of=~_.seen,
    better=Better.LOWER,
    value_unit="children",
    says="Children on a plan with no visit under it at which they were seen. A plan of a few days may rightly be among "
    "them; the list says since when each has been on it.",
    why_it_matters="A share can hide one child whom nobody has seen at all. This names each.",
    sources=(LOCAL,),
    **(ON_PLANS | {"needs": ("child_protection_plans", "visits")}),
)

CORE_GROUPS_ON_TIME = Measure(
    key="core-groups-on-time",
    title="Children on a child protection plan whose first and latest core groups were on time",
    reference="CP16",
    shape=Shape.SHARE,
    out_of=_.long_enough,
    counts=_.on_time,
    better=Better.HIGHER,
    value_unit=OUT_OF_PLANS,
    says="Of children on a plan whose first core group has fallen due, those whose first was on time, whose latest was "
    "too, and who have none overdue.",
    why_it_matters="The core group turns a plan into who does what by when; without it a plan is paper.",
    clocks=(CORE_GROUP.key,),
    **(
        ON_PLANS
        | of_clock(FIRST_CORE_GROUP)
        | {
            "rows": "children on plans, core groups",
            "sources": (LOCAL,),
            "excludes": f"Plans whose first core group is still to come. {NOT_OURS}",
        }
    ),
)

ALSO_LOOKED_AFTER = Measure(
    key="children-on-plans-looked-after",
    title="Children on a child protection plan who are looked after too",
    reference="CP17",
    shape=Shape.SHARE,
    counts=_.in_care,
    better=Better.LOWER,
    value_unit=OUT_OF_PLANS,
    says="Of children on a child protection plan, those who are looked after on the same day; series of short breaks "
    "are no care here.",
    why_it_matters="Two plans and two sets of visits for one child: one of them should end.",
    sources=(LOCAL,),
    **(ON_PLANS | {"needs": ("child_protection_plans", "periods_of_care")}),
)

THREE_WORKERS = Measure(
    key="children-on-plans-three-workers",
    title="Children on a child protection plan with three or more workers in a year",
    reference="CP18",
    shape=Shape.SHARE,
    counts=_.workers >= 3,
    better=Better.LOWER,
    value_unit=OUT_OF_PLANS,
    says="Of children on a child protection plan, those with three or more different lead workers in the twelve months "
    "to the day: two changes at least. Coming back to an earlier worker adds none.",
    why_it_matters="A child who must tell it all again to a third stranger may stop telling.",
    sources=(LOCAL,),
    **(ON_PLANS | {"needs": ("child_protection_plans", "allocations")}),
)

CATEGORIES = Measure(
    key="plans-by-category",
    title="Child protection plans, by category of abuse",
    reference="CP20",
    shape=Shape.COUNT,
    unit="row_id",
    better=Better.NEITHER,
    value_unit="plans",
    says="Open child protection plans by their latest category of abuse: in all, and for each category. Each "
    "category's share is out of the number in all.",
    why_it_matters=f"It says what children here are protected from, and what help must be good at. {NEITHER_WAY}",
    sources=(Source("DfE, children in need census", "K"),),
    standing="DfE statistic",
    **ON_PLANS,
)

MEASURES: tuple[Measure, ...] = (
    CHILDREN_ON_PLANS,
    CHILDREN_ON_PLANS_RATE,
    PLANS_STARTED_RATE,
    SECOND_PLANS,
    SECOND_PLANS_WITHIN_2_YEARS,
    TWO_YEARS_NOW,
    TWO_YEARS_ENDED,
    ENDED_WITHIN_3_MONTHS,
    REVIEWED_IN_TIME,
    REVIEWS_DUE,
    SEEN_ALONE,
    NEVER_SEEN,
    CORE_GROUPS_ON_TIME,
    ALSO_LOOKED_AFTER,
    THREE_WORKERS,
    CATEGORIES,
)
