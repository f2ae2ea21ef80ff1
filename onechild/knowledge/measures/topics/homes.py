"""Measures of fostering households and of private fostering."""

from __future__ import annotations

from dataclasses import replace

from ibis import _

from onechild.knowledge.clocks.rules.care.placements import TEMPORARY_APPROVAL
from onechild.knowledge.clocks.rules.others.fostering import CERTIFICATE, FOSTER_CARER_REVIEW, MEDICAL
from onechild.knowledge.clocks.rules.private_fostering import FIRST_VISIT, VISIT
from onechild.knowledge.measures.model import Basis, Better, Measure, Per, Shape, Source, Twin
from onechild.knowledge.measures.rows.homes.fostering import first_time
from onechild.knowledge.measures.topics.timeliness import of_clock

PRACTICE = Source("Local practice: how the duty is made a figure", "K")
BY_CARER = ("carer_type",)

REVIEWS_IN_DATE = Measure(
    key="foster-carer-reviews-in-date",
    title="Foster carers whose yearly review is in date",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="foster households, checked",
    unit="row_id",
    out_of=_.review_owed,
    counts=~_.review_late,
    better=Better.HIGHER,
    value_unit="share of households",
    says="Of approved fostering households, those whose approval was reviewed within a year of it, or of the review "
    "before.",
    why_it_matters="A review is when somebody looks at how the carers are, and what children there have said.",
    excludes="Households whose first review is not due yet; supported lodgings.",
    reference="FO01",
    breakdowns=BY_CARER,
    **of_clock(FOSTER_CARER_REVIEW, PRACTICE),
)

PLACES = Measure(
    key="foster-places",
    title="Approved foster places",
    basis=Basis.AS_AT,
    shape=Shape.SUM,
    rows="foster households",
    unit="row_id",
    out_of=~_.connected & _.places.notnull(),
    adds=_.places,
    better=Better.HIGHER,
    value_unit="places",
    says="The places that the council's own fostering households are approved for, filled or not.",
    why_it_matters="Where there is no place near, a child goes far from school, brothers, sisters and friends.",
    excludes="Connected people (family and friends), who are approved for a named child; supported lodgings; "
    "households whose number of places is not recorded; agencies' carers.",
    sources=(Source("DfE, Local Authority Interactive Tool data dictionary, Number_Foster_Places(New)", "V"),),
    standing="DfE statistic",
    reference="FO02",
    breakdowns=BY_CARER,
    twin=Twin("Number_Foster_Places(New)", differs="The published figure is Ofsted's, as at 31 March."),
    needs=("fostering_households",),
)

PLACES_FILLED = replace(
    PLACES,
    key="foster-places-filled",
    title="Approved foster places that are filled",
    shape=Shape.SHARE,
    counts=_.filled > 0,
    adds=_.filled,
    per=Per("row_id", adds=_.places),
    value_unit="share of places",
    says="Children placed with the council's own fostering households, for each place that these are approved for. "
    "Above one where a household holds more children than its approval says.",
    why_it_matters="An empty place costs a household its heart, and a child a home near by; a full service has no "
    "choice to offer.",
    sources=(Source("DfE, Local Authority Interactive Tool data dictionary, Number_Foster_Places_Filled(New)", "V"),),
    twin=None,
)

PAST_SIXTEEN_WEEKS = Measure(
    key="temporary-approvals-past-16-weeks",
    title="Relatives and friends approved for a time for more than 16 weeks",
    basis=Basis.AS_AT,
    shape=Shape.COUNT,
    rows="temporary approvals",
    unit="row_id",
    counts=_.past_the_first_time,
    better=Better.LOWER,
    value_unit="placements",
    says=f"Of children placed with a connected person who is approved for a time, those whose {first_time()} since the "
    "start of that approval have passed, extended or not.",
    why_it_matters="The child lives with somebody nobody has finished assessing.",
    reference="FO03",
    breakdowns=("team",),
    **of_clock(TEMPORARY_APPROVAL, PRACTICE),
)

PAST_THE_TIME_ALLOWED = replace(
    PAST_SIXTEEN_WEEKS,
    key="temporary-approvals-overdue",
    title="Relatives and friends approved for longer than the law allows",
    counts=_.late,
    says="Of the same children, those with a carer whose approval for a time has outlasted what the regulations allow, "
    "an extension that was recorded counted in. The placement is then outside the law.",
)

CHECKS_IN_DATE = Measure(
    key="foster-carer-checks-in-date",
    title="Foster carers whose certificates and medicals are in date",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="foster households, checked",
    unit="row_id",
    out_of=_.certificate_owed & _.medical_owed,
    counts=~_.certificate_late & ~_.medical_late,
    better=Better.HIGHER,
    value_unit="share of households",
    says="Of approved fostering households, those with Disclosure and Barring Service certificates and medicals no "
    "older than the council's own limits. Where none is on record it is counted from approval.",
    why_it_matters="A child is safe with a stranger because somebody checked, and checked again.",
    excludes="Supported lodgings.",
    sources=(*of_clock(CERTIFICATE)["sources"], *of_clock(MEDICAL)["sources"]),
    standing="local",
    clock=CERTIFICATE.key,
    clocks=(MEDICAL.key,),
    reference="FO04",
    breakdowns=BY_CARER,
)

CERTIFICATES_IN_DATE = replace(
    CHECKS_IN_DATE,
    key="foster-carer-certificates-in-date",
    title="Foster households whose certificates are in date",
    out_of=_.certificate_owed,
    counts=~_.certificate_late,
    says="Of approved fostering households, those with Disclosure and Barring Service certificates no older than the "
    "council's own limit. The record holds certificates by household: each adult in it must be looked at.",
    sources=of_clock(CERTIFICATE)["sources"],
    clocks=(),
)

MEDICALS_IN_DATE = replace(
    CHECKS_IN_DATE,
    key="foster-carer-medicals-in-date",
    title="Foster carers whose medicals are in date",
    out_of=_.medical_owed,
    counts=~_.medical_late,
    says="Of approved fostering households, those with a medical no older than the council's own limit.",
    sources=of_clock(MEDICAL)["sources"],
    clock=MEDICAL.key,
    clocks=(),
)

NET_RECRUITMENT = Measure(
    key="foster-carers-net-recruitment",
    title="Fostering households gained, less those lost",
    basis=Basis.PERIOD,
    shape=Shape.SUM,
    rows="foster approvals",
    unit="row_id",
    counted_on="changed_on",
    adds=_.change,
    better=Better.HIGHER,
    value_unit="households",
    says="Fostering households approved in the period, less those whose approval ended in it.",
    why_it_matters="Advertising finds carers, and how they are treated keeps them: only the two together say whether "
    "the service grows.",
    excludes="Supported lodgings.",
    sources=(Source("Report to a council's scrutiny review group, May 2021: the offer to foster carers", "V"),),
    reference="FO05",
    breakdowns=BY_CARER,
    needs=("fostering_households",),
)

FOSTERING: tuple[Measure, ...] = (
    REVIEWS_IN_DATE,
    PLACES,
    PLACES_FILLED,
    PAST_SIXTEEN_WEEKS,
    PAST_THE_TIME_ALLOWED,
    CHECKS_IN_DATE,
    CERTIFICATES_IN_DATE,
    MEDICALS_IN_DATE,
    NET_RECRUITMENT,
)

PRIVATELY_FOSTERED_VISITED = Measure(
    key="private-fostering-visits-in-time",
    title="Privately fostered children visited in time",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="private fostering visits",
    unit="row_id",
    out_of=~_.too_new,
    counts=~_.late,
    better=Better.HIGHER,
    value_unit="share of arrangements",
    says="Of private fostering arrangements that the council knows of, those whose first visit and whose next visit "
    "are not late.",
    why_it_matters="Nobody but the council watches over a child whom a stranger took in by arrangement; most such "
    "children are never told of at all.",
    excludes="Arrangements whose first visit is not due yet.",
    reference="PF01",
    breakdowns=("team", "worker"),
    **of_clock(VISIT, PRACTICE),
    clocks=(FIRST_VISIT.key,),
)

MEASURES: tuple[Measure, ...] = (*FOSTERING, PRIVATELY_FOSTERED_VISITED)
