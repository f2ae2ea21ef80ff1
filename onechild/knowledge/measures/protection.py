"""Measures of assessment, initial conferences, and children on protection plans."""

from __future__ import annotations

from onechild.knowledge.clocks.rules.assessment import ASSESSMENT_FROM_REFERRAL, ASSESSMENT_FROM_START
from onechild.knowledge.clocks.rules.protection import INITIAL_CONFERENCE
from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Source
from onechild.knowledge.measures.timeliness import completed_in_time, duties_in_time

DRIFT = "While an assessment drifts a child waits for help; and late ones left open make the completed ones look good."
RISK = "A late conference leaves a child at risk without a plan."

ASSESSMENTS_COMPLETED = completed_in_time(
    ASSESSMENT_FROM_START,
    key="assessments-in-45-working-days",
    title="Assessments completed within 45 working days, as the Department for Education counts them",
    says="Of assessments authorised in the period, those authorised within the limit of their start. Assessments still "
    "open are not in it.",
    why=DRIFT,
    source=Source("DfE, Local Authority Interactive Tool data dictionary, Continue_Assess_Comp", "V"),
)

ASSESSMENTS_DUE = duties_in_time(
    ASSESSMENT_FROM_REFERRAL,
    key="assessments-in-45-working-days-of-referral",
    title="Assessments due in a period and concluded within 45 working days of referral",
    why=DRIFT,
)

CONFERENCES_DUE = duties_in_time(
    INITIAL_CONFERENCE,
    key="conferences-in-15-working-days",
    title="Initial child protection conferences due in a period and held in time",
    why=RISK,
)

CONFERENCES_HELD = completed_in_time(
    INITIAL_CONFERENCE,
    key="conferences-held-in-15-working-days",
    title="Initial child protection conferences held in time, as the Department for Education counts them",
    says="Of initial conferences held in the period after a section 47 enquiry, counted for each child, those held "
    "within the limit of the strategy discussion. A conference still owed is not in it.",
    why=RISK,
    source=Source("DfE, Local Authority Interactive Tool data dictionary, CP_conf_15days", "V"),
)

CHILDREN_ON_PLANS = Measure(
    key="children-on-plans",
    title="Children on a child protection plan",
    basis=Basis.AS_AT,
    shape=Shape.COUNT,
    rows="children on plans",
    better=Better.NEITHER,
    value_unit="children",
    says="Children with an open child protection plan of this council; another council's plan held here is not in it.",
    why_it_matters="Neither more nor fewer is good in itself: a target here would push the wrong decision.",
    sources=(Source("DfE, Local Authority Interactive Tool data dictionary, CPP", "V"),),
)

MEASURES: tuple[Measure, ...] = (
    ASSESSMENTS_COMPLETED,
    ASSESSMENTS_DUE,
    CONFERENCES_DUE,
    CONFERENCES_HELD,
    CHILDREN_ON_PLANS,
)
