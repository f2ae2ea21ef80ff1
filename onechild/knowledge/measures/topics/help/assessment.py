"""Measures of assessment: how long it takes, who does it, whether the child is seen, and what comes of it."""

from __future__ import annotations

from typing import Any

from ibis import _

from onechild.knowledge.clocks.rules.assessment import ASSESSMENT_FROM_REFERRAL, ASSESSMENT_FROM_START
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
)
from onechild.knowledge.measures.topics.timeliness import completed_in_time, duties_in_time, of_clock

DRIFT = "While an assessment drifts a child waits for help; and late ones left open make the completed ones look good."
FACTORS_PUBLISHED = (Source("DfE, children in need, table C3 (2025)", "V"),)
NO_FACTOR = 'Assessments that name no factor; the code 21, "no factors identified", is none.'
FINISHED: dict[str, Any] = {
    "basis": Basis.PERIOD,
    "rows": "assessments finished",
    "unit": "row_id",
    "counted_on": "ended_on",
    "needs": ("assessments",),
}
SHARE = {**FINISHED, "shape": Shape.SHARE, "value_unit": "share of assessments", "breakdowns": ("team", "worker")}
DAYS = {**FINISHED, "shape": Shape.MEDIAN, "adds": _.days, "better": Better.NEITHER, "value_unit": "working days"}

ASSESSMENTS_COMPLETED = completed_in_time(
    ASSESSMENT_FROM_START,
    key="assessments-in-45-working-days",
    title="Assessments completed within 45 working days, as the Department for Education counts them",
    reference="AS01",
    rows="assessments in time",
    out_of=None,
    counts=_.in_time,
    breakdowns=(*PEOPLE, "outcome"),
    says="Of assessments authorised in the period, those authorised within the limit of their start. Assessments still "
    "open are not in it.",
    why=DRIFT,
    source=lait("Continue_Assess_Comp"),
    excludes="Assessments still open, however late.",
    twin=percent("Continue_Assess_Comp"),
)

ASSESSMENTS_DUE = duties_in_time(
    ASSESSMENT_FROM_REFERRAL,
    key="assessments-in-45-working-days-of-referral",
    title="Assessments due in a period and concluded within 45 working days of referral",
    reference="AS02",
    breakdowns=PEOPLE,
    sources=kept_locally(ASSESSMENT_FROM_REFERRAL),
    why=DRIFT,
    excludes="Assessments of children already open, which follow no new referral; referrals that were found to need "
    "none, or whose case closed before one was due.",
)

ASSESSMENTS_CONCLUDED = completed_in_time(
    ASSESSMENT_FROM_REFERRAL,
    key="assessments-concluded-in-45-working-days-of-referral",
    title="Assessments of new referrals concluded within 45 working days of referral",
    reference="AS02",
    breakdowns=PEOPLE,
    says="Of first assessments of new referrals authorised in the period, those authorised within the limit of the "
    "referral, as statutory guidance runs. Assessments still open are not in it.",
    why=DRIFT,
    source=LOCAL,
    sources=kept_locally(ASSESSMENT_FROM_REFERRAL),
    standing=ASSESSMENT_FROM_REFERRAL.standing.value.replace("_", " "),
    excludes="Assessments still open, however late; those of children already open, which follow no new referral.",
)

ASSESSMENTS_UNDER_WAY_LATE = Measure(
    key="open-assessments-past-45-working-days",
    title="Open assessments past 45 working days",
    reference="AS03",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="assessments under way",
    unit="row_id",
    counts=_.late,
    better=Better.LOWER,
    value_unit="share of open assessments",
    breakdowns=("team", "worker"),
    says="Of assessments not yet authorised, those past the limit from their start. The numerator is how many.",
    why_it_matters="The figure of completed assessments looks good while the late ones stay open; this one shows them.",
    **(of_clock(ASSESSMENT_FROM_START) | {"sources": (LOCAL,)}),
)

DAYS_TO_ASSESS = Measure(
    key="assessment-days",
    title="Working days that an assessment takes, the middle one",
    reference="AS04",
    says="The median of working days from start to authorisation, of assessments authorised in the period: half took "
    "as long or less.",
    why_it_matters="Some children need a short assessment and some a long one; where all take nearly the limit, the "
    f"limit has become the plan. {NEITHER_WAY}",
    sources=(LOCAL,),
    breakdowns=("team", "worker"),
    excludes="Assessments still open.",
    **DAYS,
)

NO_FURTHER_ACTION = Measure(
    key="assessments-no-further-action",
    title="Assessments that ended in no further action",
    reference="AS05",
    counts=_.nothing_more,
    better=Better.LOWER,
    says="Of assessments authorised in the period, those with no outcome but no further action; or, where no outcome "
    "is recorded, those that found the council's support not to be needed.",
    why_it_matters="Many say that families are assessed who need not be, or that help was not found where it was "
    "needed.",
    sources=(LOCAL,),
    **SHARE,
)

CHILD_SEEN = Measure(
    key="assessments-child-seen",
    title="Assessments in which the child was seen",
    reference="AS06",
    counts=_.child_seen,
    better=Better.HIGHER,
    says="Of assessments authorised in the period, those that say the child was seen; where nothing is said the child "
    "was not.",
    why_it_matters="Nobody can say how a child lives who has not met the child.",
    sources=(LOCAL,),
    **SHARE,
)

CHILD_SEEN_ALONE = Measure(
    key="assessments-child-seen-alone",
    title="Assessments in which the child was seen alone",
    reference="AS06",
    counts=_.seen_alone,
    better=Better.HIGHER,
    says="Of assessments authorised in the period, those during which a visit saw the child alone, in person, whatever "
    "the visit was for. Babies count too, so that it never reaches the whole.",
    why_it_matters="Some things a child says only when no parent is in the room.",
    sources=(LOCAL,),
    **SHARE,
)

CHANGED_HANDS = Measure(
    key="assessments-with-a-change",
    title="Assessments with a change of worker or manager",
    reference="AS07",
    counts=_.changed,
    better=Better.LOWER,
    says="Of assessments authorised in the period, those in whose time the child's lead worker changed, or a new "
    "manager came to the team that held the child.",
    why_it_matters="Each change starts the family's story again, and makes the assessment longer. Its length with and "
    "without a change stands beside it.",
    sources=(Source("A council's own review of its assessments", "V"),),
    excludes="A change on the day it was authorised.",
    **SHARE,
)

DAYS_WITH_A_CHANGE = Measure(
    key="assessment-days-with-a-change",
    title="Working days that an assessment takes with a change of worker or manager, the middle one",
    reference="AS07",
    out_of=_.changed,
    says="The median of working days from start to authorisation, of assessments in whose time worker or manager "
    "changed.",
    why_it_matters=f"Beside the same without a change it shows what a change costs. {NEITHER_WAY}",
    sources=(Source("A council's own review of its assessments", "V"),),
    breakdowns=("team", "worker"),
    **DAYS,
)

DAYS_WITHOUT_A_CHANGE = Measure(
    key="assessment-days-without-a-change",
    title="Working days that an assessment takes with no change of worker or manager, the middle one",
    reference="AS07",
    out_of=~_.changed,
    says="The median of working days from start to authorisation, of assessments with one worker and manager.",
    why_it_matters=f"Beside the same with a change it shows what a change costs. {NEITHER_WAY}",
    sources=(Source("A council's own review of its assessments", "V"),),
    breakdowns=("team", "worker"),
    **DAYS,
)

ASSESSMENTS_RATE = Measure(
    key="assessments-rate",
    title="Assessments completed, for each 10,000 children",
    reference="AS08",
    shape=Shape.RATE,
    better=Better.NEITHER,
    value_unit=RATE_UNIT,
    population=POPULATION,
    breakdowns=PEOPLE,
    says=f"Assessments authorised in the period; each of one child counts.{OUT_OF_THE_POPULATION}",
    why_it_matters=f"It shows how much of the town's need is looked into. {NEITHER_WAY}",
    sources=(Source("DfE, children in need census", "K"),),
    **FINISHED,
)

WITH_FACTORS = Measure(
    key="assessments-with-factors",
    title="Assessments that found a factor",
    reference="AS09",
    shape=Shape.COUNT,
    out_of=_.factors,
    better=Better.NEITHER,
    value_unit="assessments",
    breakdowns=PEOPLE,
    says="Assessments authorised in the period that found any factor. It is what each factor's share is out of.",
    why_it_matters=f"Without it the number of a factor says little. {NEITHER_WAY}",
    sources=FACTORS_PUBLISHED,
    excludes=NO_FACTOR,
    standing="DfE statistic",
    **(FINISHED | {"needs": ("assessments", "assessment_factors")}),
)

FACTORS = Measure(
    key="assessment-factors",
    title="Factors found by assessments, and which",
    reference="AS09",
    shape=Shape.COUNT,
    better=Better.NEITHER,
    value_unit="factors",
    breakdowns=("team", "factor"),
    says="Factors found by assessments authorised in the period, each once for an assessment: by factor, the number of "
    "assessments that found it. An assessment may find several, so that the shares, out of the assessments that found "
    "any, add up to more than the whole.",
    why_it_matters=f"It says what families here live with, and what help must be there for. {NEITHER_WAY}",
    sources=FACTORS_PUBLISHED,
    excludes=NO_FACTOR,
    standing="DfE statistic",
    **(FINISHED | {"rows": "assessment factors", "needs": ("assessments", "assessment_factors")}),
)

MEASURES: tuple[Measure, ...] = (
    ASSESSMENTS_COMPLETED,
    ASSESSMENTS_DUE,
    ASSESSMENTS_CONCLUDED,
    ASSESSMENTS_UNDER_WAY_LATE,
    DAYS_TO_ASSESS,
    NO_FURTHER_ACTION,
    CHILD_SEEN,
    CHILD_SEEN_ALONE,
    CHANGED_HANDS,
    DAYS_WITH_A_CHANGE,
    DAYS_WITHOUT_A_CHANGE,
    ASSESSMENTS_RATE,
    WITH_FACTORS,
    FACTORS,
)
