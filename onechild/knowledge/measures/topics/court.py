"""Measures of the time before court, of care proceedings, and of work at the edge of care."""

from __future__ import annotations

from dataclasses import replace

from ibis import _

from onechild.knowledge.clocks.rules.court import FIRST_TIME, PRE_PROCEEDINGS_CONCLUDED
from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Source, Target, Twin
from onechild.knowledge.measures.topics.timeliness import default_of, of_clock

BY_CASE = ("team", "worker")
IN_DETAIL = ("team", "worker", "age", "sex", "ethnicity")
PRACTICE = Source("Local practice in following pre-proceedings", "K")
SCRUTINY = Source("Report to a council's scrutiny review group, May 2021: pre-proceedings used well to divert", "V")
COURT_STATISTICS = Source("Ministry of Justice, Family Court Statistics: care proceedings", "K")
NEITHER_WAY = "Neither more nor fewer is good in itself: a target here would push the wrong decision. "
LIMIT = default_of(PRE_PROCEEDINGS_CONCLUDED)

IN_PRE_PROCEEDINGS = Measure(
    key="children-in-pre-proceedings",
    title="Children in pre-proceedings",
    basis=Basis.AS_AT,
    shape=Shape.COUNT,
    rows="pre-proceedings",
    better=Better.NEITHER,
    value_unit="children",
    says="Children in pre-proceedings under the Public Law Outline, from the decision to begin them to the decision to "
    "step down or to go to court, or to the application itself where that came first.",
    why_it_matters=f"{NEITHER_WAY}It is how many families are close to a court, and still have time to change.",
    sources=(PRACTICE,),
    reference="PL01",
    breakdowns=BY_CASE,
    needs=("pre_proceedings",),
)

FAMILIES_IN_PRE_PROCEEDINGS = replace(
    IN_PRE_PROCEEDINGS,
    key="families-in-pre-proceedings",
    title="Families in pre-proceedings",
    rows="families in pre-proceedings",
    unit="row_id",
    value_unit="families",
    says="The families of the children in pre-proceedings; brothers and sisters of one family group are one, and stand "
    "here under one of their names. A child in no family group counts as a family.",
)

PRE_PROCEEDINGS_WEEKS = Measure(
    key="pre-proceedings-weeks",
    title="How long pre-proceedings lasted",
    basis=Basis.PERIOD,
    shape=Shape.MEDIAN,
    rows="pre-proceedings ended",
    unit="row_id",
    counted_on="ended_on",
    adds=_.weeks,
    better=Better.LOWER,
    value_unit="weeks",
    says="Of children whose pre-proceedings ended in the period, the median weeks from the decision to begin them to "
    "the decision to step down or to go to court, or to the application itself where that came first.",
    why_it_matters="Months under threat of court without a decision are months of a child's life; yet too short a time "
    "gives a family no chance. Read it with what came after.",
    excludes="Pre-proceedings still open.",
    reference="PL02",
    breakdowns=BY_CASE,
    target=Target(LIMIT.n, f"{LIMIT}: the council's own limit where it has set none other (local norm)"),
    needs=("pre_proceedings",),
    **of_clock(PRE_PROCEEDINGS_CONCLUDED),
)

PRE_PROCEEDINGS_OVER_TIME = Measure(
    key="pre-proceedings-over-time",
    title="Open pre-proceedings past their limit",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="pre-proceedings owed an end",
    unit="row_id",
    counts=_.late,
    better=Better.LOWER,
    value_unit="share of open pre-proceedings",
    says=f"Of children in pre-proceedings, those for whom the limit ({LIMIT}, or what the council has set) has passed "
    "since the decision to begin them.",
    why_it_matters="Drift here is seen by nobody outside: there is no judge yet to ask.",
    reference="PL03",
    breakdowns=BY_CASE,
    **of_clock(PRE_PROCEEDINGS_CONCLUDED),
)

DIVERTED = Measure(
    key="diverted-from-proceedings",
    title="Children diverted from care proceedings",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="pre-proceedings ended",
    unit="row_id",
    counted_on="a_year_on",
    counts=_.stepped_down & ~_.applied,
    better=Better.NEITHER,
    value_unit="share of pre-proceedings",
    says="Of pre-proceedings that had ended twelve months before a day of the period, those that ended by stepping "
    "down and were followed by no application for a care or supervision order in those twelve months.",
    why_it_matters=f"{NEITHER_WAY}A child kept at home who is harmed is no success, and a child saved from court by "
    "good work is.",
    excludes="Pre-proceedings that ended less than twelve months before.",
    sources=(SCRUTINY,),
    reference="PL04",
    breakdowns=BY_CASE,
    needs=("pre_proceedings", "proceedings"),
)

STEPPED_DOWN = replace(
    DIVERTED,
    key="pre-proceedings-stepped-down",
    title="Pre-proceedings that ended by stepping down",
    counted_on="ended_on",
    counts=_.stepped_down,
    says="Of pre-proceedings that ended in the period, those that ended by stepping down; whether court followed "
    "within twelve months is not yet known of all, and not asked.",
    excludes="",
    needs=("pre_proceedings",),
)

PROCEEDINGS_CONCLUDED_IN_TIME = Measure(
    key="care-proceedings-concluded-in-time",
    title="Children whose care proceedings concluded within 26 weeks",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="care proceedings",
    unit="row_id",
    counted_on="concluded_on",
    counts=_.in_time,
    better=Better.HIGHER,
    value_unit="share of children",
    says="Of children whose proceedings for a care or supervision order ended in the period, those whose proceedings "
    "ended within the limit of the law, the day of issue being day 1. An extension by the court does not make a case "
    "timely here.",
    why_it_matters="A child waits to hear where they will grow up.",
    excludes="Proceedings still open; applications for other orders.",
    reference="PL05",
    breakdowns=BY_CASE,
    needs=("proceedings",),
    **of_clock(FIRST_TIME, COURT_STATISTICS),
)

PROCEEDINGS_DUE_IN_TIME = replace(
    PROCEEDINGS_CONCLUDED_IN_TIME,
    key="care-proceedings-due-in-time",
    title="Children whose 26 weeks ran out in the period and whose care proceedings had concluded",
    counted_on="limit_on",
    says="Of children for whom the law's limit on care proceedings fell in the period, counted with the day of issue "
    "as day 1, those whose proceedings had ended by then. Those still going on count as late.",
    excludes="Applications for other orders.",
)

CARE_APPLICATIONS = Measure(
    key="care-applications-rate",
    title="Children subject of an application for a care or supervision order",
    basis=Basis.PERIOD,
    shape=Shape.RATE,
    rows="care proceedings",
    unit="row_id",
    counted_on="issued_on",
    better=Better.NEITHER,
    value_unit="children per 10,000",
    says="Children for whom the council applied for a care or supervision order in the period, for every 10,000 "
    "children of 0 to 17 who live in the area. A child for whom it applied twice counts twice.",
    why_it_matters=f"{NEITHER_WAY}A sharp turn says that practice changed, and asks why.",
    excludes="Applications for other orders.",
    population="population_0_17",
    sources=(Source("DfE, Local Authority Interactive Tool data dictionary, CareApplications (Cafcass)", "V"),),
    standing="DfE statistic",
    reference="PL06",
    breakdowns=("team",),
    twin=Twin(
        "CareApplications",
        differs="Cafcass counts care applications as it received them, and an older estimate of the population; ours "
        "counts children, supervision orders included, from the council's own record.",
    ),
    needs=("proceedings",),
)

PANEL = Source("Report to a council's scrutiny review group, May 2021: young people kept from coming into care", "V")

NOT_ENTERED_IN_SIX_MONTHS = Measure(
    key="edge-of-care-not-entered-in-6-months",
    title="Young people at risk of care who had not come into care after six months",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="edge of care",
    unit="row_id",
    counted_on="six_months_on",
    out_of=_.at_risk & ~_.in_care_already,
    counts=~_.entered_by_six,
    better=Better.HIGHER,
    value_unit="share of young people",
    says="Of young people rated at risk of coming into care when edge of care work began, and whose six months were up "
    "in the period, those looked after on no day of those six months. It says not entered, and not prevented: nobody "
    "knows what would have happened.",
    why_it_matters="Most families, given help in time, can keep their child safely.",
    excludes="Young people not rated at risk at the start; those already looked after when the work began.",
    sources=(PANEL,),
    reference="PL07",
    breakdowns=("age", "team"),
    needs=("edge_of_care_episodes", "periods_of_care"),
)

NOT_ENTERED_IN_TWELVE_MONTHS = replace(
    NOT_ENTERED_IN_SIX_MONTHS,
    key="edge-of-care-not-entered-in-12-months",
    title="Young people at risk of care who had not come into care after twelve months",
    counted_on="twelve_months_on",
    counts=~_.entered_by_twelve,
    says=NOT_ENTERED_IN_SIX_MONTHS.says.replace("six months", "twelve months"),
)

ENTRY_PREVENTED = replace(
    NOT_ENTERED_IN_TWELVE_MONTHS,
    key="edge-of-care-prevented-in-12-months",
    title="Young people kept from coming into care, as the panel confirmed",
    counts=~_.entered_by_twelve & _.confirmed,
    says="Of the same young people, those who had not come into care after twelve months and of whom the panel "
    "confirmed that they would have without the work. Only these may be called prevented.",
)

MEASURES: tuple[Measure, ...] = (
    IN_PRE_PROCEEDINGS,
    FAMILIES_IN_PRE_PROCEEDINGS,
    PRE_PROCEEDINGS_WEEKS,
    PRE_PROCEEDINGS_OVER_TIME,
    DIVERTED,
    STEPPED_DOWN,
    PROCEEDINGS_CONCLUDED_IN_TIME,
    PROCEEDINGS_DUE_IN_TIME,
    CARE_APPLICATIONS,
)
EDGE_OF_CARE: tuple[Measure, ...] = (
    NOT_ENTERED_IN_SIX_MONTHS,
    NOT_ENTERED_IN_TWELVE_MONTHS,
    ENTRY_PREVENTED,
)
