"""Schooling of looked-after children and of children in need, and education, health and care plans."""

from __future__ import annotations

from typing import Any

from ibis import _

from onechild.knowledge.clocks.rules.care.education import TERMLY_EDUCATION_PLAN
from onechild.knowledge.clocks.rules.education_plans import FINAL_PLAN
from onechild.knowledge.measures.model import Better, Measure, Shape, Source
from onechild.knowledge.measures.rows.in_care.education import FIRST_PLAN, PLAN_IN
from onechild.knowledge.measures.topics.care.shared import (
    IN_CARE,
    LOCAL,
    SCHOOL_HEAD,
    SHORT_BREAKS,
    as_at_share,
    lait,
    limited_by,
    period_share,
    twin,
)
from onechild.knowledge.measures.topics.timeliness import duties_in_time

IN_NEED = ("team", "worker", "age", "sex", "ethnicity")
SCHOOL_YEAR = "of the school year that ended on 31 August in the period"
FOUND = "Children who were not found in the school census."
SCHOOLING = "School is where children in care can catch up, if somebody plans for it every term."
ABSENT = "A child who is not in school is not learning, and is seen by nobody."
SEND_HEAD = "head of special educational needs"
PLAN_LATE = "A child who waits for a plan goes without the help that it would name."


def _school_year(**said: Any) -> dict[str, Any]:
    return (
        period_share("school years", "happened_on")
        | {
            "unit": "row_id",
            "value_unit": "share of pupils",
            "better": Better.LOWER,
            "standing": "DfE statistic",
            "kept_by": SCHOOL_HEAD,
            "needs": ("school_results", "periods_of_care"),
        }
        | said
    )


EDUCATION_PLANS_THIS_TERM = Measure(
    key="education-plans-this-term",
    title="Looked-after pupils with a personal education plan this term",
    reference="HE07",
    **(as_at_share("children looked after, pupils") | {"value_unit": "share of pupils", "kept_by": SCHOOL_HEAD}),
    out_of=_.long_enough,
    counts=_.planned,
    better=Better.HIGHER,
    says=f"Of looked-after children of 3 to 17 who have been in care for {FIRST_PLAN} or longer, those whose personal "
    "education plan was made or reviewed since the latest term began. In holidays that is the term just past; early "
    "in a term few plans can be in yet.",
    excludes=f"{SHORT_BREAKS} Children who came into care too lately for a first plan to be due.",
    why_it_matters=SCHOOLING,
    sources=(LOCAL,),
    standing="local",
    needs=("periods_of_care", "personal_education_plans", "school_terms"),
)

EDUCATION_PLANS_BY_TERM = duties_in_time(
    TERMLY_EDUCATION_PLAN,
    key="education-plans-each-term",
    title="Personal education plans made or reviewed by the end of term",
    why=SCHOOLING,
    reference="HE07",
    breakdowns=IN_CARE,
    kept_by=SCHOOL_HEAD,
    excludes=f"{SHORT_BREAKS} Children who were not in care on the first day of the term.",
)

PERSISTENT_ABSENCE_IN_CARE = Measure(
    key="persistent-absence-in-care",
    title="Looked-after pupils who are persistently absent",
    reference="HE08",
    **_school_year(breakdowns=IN_CARE),
    out_of=_.a_year_in_care & _.of_age & _.absence_known,
    counts=_.persistently_absent,
    says=f"Of pupils of 5 to 15 {SCHOOL_YEAR}, looked after for the twelve months to 31 March of it, those who missed "
    "a tenth or more of the sessions they could have attended.",
    excludes=f"{SHORT_BREAKS} {FOUND}",
    why_it_matters=ABSENT,
    sources=lait("LAC_Pers_Abs"),
    twin=twin("LAC_Pers_Abs", "Published by the school year; here too, by its last day."),
)

ATTAINMENT_8_IN_CARE = Measure(
    key="attainment-8-in-care",
    title="Average Attainment 8 score of looked-after pupils",
    reference="HE09",
    **_school_year(breakdowns=IN_CARE, better=Better.HIGHER, shape=Shape.MEAN, value_unit="score", rows="school years"),
    out_of=_.a_year_in_care & _.attainment.notnull(),
    adds=_.attainment,
    says=f"The mean Attainment 8 score of pupils at the end of key stage 4 {SCHOOL_YEAR}, looked after for the twelve "
    "months to 31 March of it, of whom a score is known.",
    excludes=f"{SHORT_BREAKS} {FOUND}",
    why_it_matters="Results open or close what comes next. A handful of pupils a year: never read it without how many.",
    sources=lait("LAC_KS4_AVG_Attain8"),
    twin=twin("LAC_KS4_AVG_Attain8", "Published by the school year; here too, by its last day.", scale=1),
)

PERSISTENT_ABSENCE_IN_NEED = Measure(
    key="persistent-absence-in-need",
    title="Children in need who are persistently absent from school",
    reference="HE11",
    **_school_year(breakdowns=IN_NEED, needs=("school_results", "referrals", "periods_of_care")),
    out_of=_.in_need & _.of_age & _.absence_known,
    counts=_.persistently_absent,
    says=f"Of pupils of 5 to 15 {SCHOOL_YEAR}, who were in need on 31 March of it, and neither on a child protection "
    "plan nor looked after, those who missed a tenth or more of the sessions they could have attended.",
    excludes=FOUND,
    why_it_matters=ABSENT,
    sources=lait("CINPermAbsent_3Term"),
    twin=twin(
        "CINPermAbsent_3Term",
        "Whether the published group takes in children on plans and looked after was not read: check before comparing.",
    ),
)

PERSISTENT_ABSENCE_ON_PLANS = Measure(
    key="persistent-absence-on-plans",
    title="Children on protection plans who are persistently absent from school",
    reference="HE11",
    **_school_year(breakdowns=IN_NEED, needs=("school_results", "child_protection_plans", "periods_of_care")),
    out_of=_.on_a_plan & _.of_age & _.absence_known,
    counts=_.persistently_absent,
    says=f"Of pupils of 5 to 15 {SCHOOL_YEAR}, who were on a child protection plan of this council on 31 March of it "
    "and not looked after, those who missed a tenth or more of the sessions they could have attended.",
    excludes=FOUND,
    why_it_matters=ABSENT,
    sources=lait("CINPermAbsent_3Term"),
)

EHC_PLANS_DUE = duties_in_time(
    FINAL_PLAN,
    key="ehc-plans-due-in-time",
    title="Education, health and care plans due in a period and made in time",
    why=PLAN_LATE,
    reference="HE10",
    breakdowns=("team",),
    kept_by=SEND_HEAD,
    excludes="Requests to which an exception applies; those refused or withdrawn.",
)


def _plans_made(key: str, *, title: str, says: str, **more: Any) -> Measure:
    """Of education, health and care plans made in a period, those made in time: how the DfE counts."""
    shape = period_share("education plans made", "started_on") | {"unit": "row_id", "value_unit": "share of plans"}
    said = shape | {"breakdowns": ("ehc_need",), "kept_by": SEND_HEAD} | more
    return Measure(
        key=key,
        title=title,
        reference="HE10",
        counts=_.in_time,
        better=Better.HIGHER,
        says=says,
        why_it_matters=PLAN_LATE,
        needs=("ehc_requests", "ehc_plans", "ehc_needs"),
        **limited_by(FINAL_PLAN, sources=(Source("DfE, education, health and care plans (SEN2)", "K"),)),
        **said,
    )


EHC_PLANS_MADE = _plans_made(
    "ehc-plans-in-20-weeks",
    title="New education, health and care plans made in 20 weeks, exceptions left out",
    says=f"Of plans made final in the period on a request whose day is known, those made within {PLAN_IN} of it. A "
    "request still unanswered is not in it.",
    out_of=~_.exception,
    excludes="Plans on requests to which an exception applies.",
)

EHC_PLANS_MADE_ALL = _plans_made(
    "ehc-plans-in-20-weeks-with-exceptions",
    title="New education, health and care plans made in 20 weeks, exceptions included",
    says=f"Of all plans made final in the period on a request whose day is known, those made within {PLAN_IN} of it.",
)

MEASURES: tuple[Measure, ...] = (
    EDUCATION_PLANS_THIS_TERM,
    EDUCATION_PLANS_BY_TERM,
    PERSISTENT_ABSENCE_IN_CARE,
    ATTAINMENT_8_IN_CARE,
    PERSISTENT_ABSENCE_IN_NEED,
    PERSISTENT_ABSENCE_ON_PLANS,
    EHC_PLANS_DUE,
    EHC_PLANS_MADE,
    EHC_PLANS_MADE_ALL,
)
