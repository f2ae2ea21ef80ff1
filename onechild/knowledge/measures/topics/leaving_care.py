"""Measures of leaving care: advisers, pathway plans, contact, and how care leavers live around their birthdays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ibis import _

from onechild.knowledge.clocks.rules.leaving_care import (
    CONTACT,
    NEEDS_ASSESSMENT,
    OFFER,
    PATHWAY_PLAN,
    PATHWAY_PLAN_REVIEW,
    PERSONAL_ADVISER,
)
from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Source, Twin
from onechild.knowledge.measures.topics.timeliness import default_of, duties_in_time, of_clock

OF_LEAVERS = ("team", "worker", "age", "sex", "ethnicity", "legal_status", "placement", "uasc", "disability")
PRACTICE = Source("Local practice: how the duty is made a figure", "K")
WORKING = ("F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5")
IN_HIGHER_EDUCATION = ("F1", "P1")
IDLE = ("G4", "G5", "G6")
TOLD = "The SSDA903's window: from three months before the birthday to one month after; the answer nearest to it."
LEFT_OUT = (
    "Young people who died, or who had gone home to a parent for six months or more; those looked after only in short "
    "breaks, who are never former relevant."
)


def _lait(code: str) -> Source:
    return Source(f"DfE, Local Authority Interactive Tool data dictionary, {code}", "V")


def _around_a_birthday(*, key: str, title: str, code: str, differs: str = "", **more: Any) -> Measure:
    """Of former relevant young people whose 19th, 20th or 21st birthday fell in the period, a share."""
    said: dict[str, Any] = {
        "basis": Basis.PERIOD,
        "shape": Shape.SHARE,
        "rows": "care leavers around a birthday",
        "unit": "row_id",
        "counted_on": "asked_on",
        "out_of": (_.turned >= 19) & ~_.left_out,
        "better": Better.HIGHER,
        "value_unit": "share of care leavers",
        "excludes": LEFT_OUT,
        "standing": "DfE statistic",
        "sources": (_lait(code),),
        "breakdowns": OF_LEAVERS,
        "twin": Twin(code, scale=100, differs=differs),
        "needs": ("leaving_care_circumstances",),
    }
    return Measure(key=key, title=title, **(said | more))


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
    excludes="Children not yet looked after for 13 weeks since 14, who are owed none; children who left care before "
    "16; short breaks.",
    reference="CL01",
    breakdowns=OF_LEAVERS,
    **of_clock(PERSONAL_ADVISER),
)

PERSONAL_ADVISER_BY_15 = Measure(
    key="personal-adviser-by-15",
    title="Young people with a personal adviser at 15, the council's own standard",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="duties",
    unit="row_id",
    counted_on="started_on",
    out_of=_.clock == PERSONAL_ADVISER.key,
    counts=_.met_on <= _.started_on,
    better=Better.HIGHER,
    value_unit="share of young people",
    says="Of young people who turned 15 in the period having been looked after for 13 weeks since 14, or reached those "
    "13 weeks later in it: those who had an adviser by that day. No law asks for it before 16.",
    why_it_matters="A year more with the person who will see them through leaving home.",
    excludes="Children looked after for less than 13 weeks since 14; short breaks.",
    reference="CL01",
    breakdowns=OF_LEAVERS,
    clock=PERSONAL_ADVISER.key,
    standing="local",
    sources=(Source("A council's procedures: an adviser from 15", "K"),),
)

PATHWAY_PLANS_IN_DATE = Measure(
    key="pathway-plans-in-date",
    title="Pathway plans in date",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="pathway plans",
    out_of=~_.too_new,
    counts=_.in_date,
    better=Better.HIGHER,
    value_unit="share of young people",
    says="Of young people of 16 or over who are eligible, relevant or former relevant, those with a pathway plan made "
    "or reviewed within the limit. Without a plan, a young person counts as not in date once the first one is late.",
    why_it_matters="A plan nobody has looked at for a year is about somebody the young person no longer is.",
    excludes="Those whose first plan is not due yet; those of 18 or over who decline contact and never had a plan.",
    reference="CL02",
    breakdowns=OF_LEAVERS,
    **of_clock(PATHWAY_PLAN_REVIEW, PRACTICE),
    clocks=(PATHWAY_PLAN.key, CONTACT.key, OFFER.key),
)

NEEDS_ASSESSED = duties_in_time(
    NEEDS_ASSESSMENT,
    key="pathway-needs-assessments-in-time",
    title="Needs of those who are to leave care assessed by three months after 16",
    why="What a young person needs to live alone takes two years to put in place; late here is late for all of it.",
    sources=of_clock(NEEDS_ASSESSMENT, PRACTICE)["sources"],
    reference="CL03",
    breakdowns=OF_LEAVERS,
    excludes="Young people no longer eligible before it was due.",
)

SUITABLE_ACCOMMODATION = _around_a_birthday(
    key="care-leavers-in-suitable-accommodation",
    title="Care leavers in suitable accommodation",
    code="CareLeaverAcc",
    reference="CL04",
    out_of=(_.turned >= 19) & ~_.left_out & ~_.home_not_asked,
    counts=_.suitable == "1",
    says="Of former relevant young people whose 19th, 20th or 21st birthday fell in the period, those living somewhere "
    f"judged suitable. {TOLD} Where nothing was recorded, it counts as not suitable.",
    excludes=f"{LEFT_OUT} Those who went abroad or were deported, and those in touch whose home is not known.",
    why_it_matters="Everything else, work, study, a child of their own, needs a door that locks.",
)

IN_WORK_OR_STUDY = _around_a_birthday(
    key="care-leavers-in-work-or-study",
    title="Care leavers in education, employment or training",
    code="CareLeaverEET",
    reference="CL05",
    counts=_.activity.isin(WORKING),
    says="Of former relevant young people whose 19th, 20th or 21st birthday fell in the period, those in education, "
    f"employment or training. {TOLD} Where nothing was recorded, it counts as none.",
    why_it_matters="It is what leaving care was to make possible.",
)

NOT_IN_WORK_OR_STUDY = _around_a_birthday(
    key="care-leavers-not-in-work-or-study",
    title="Care leavers not in education, employment or training",
    code="CareLeaversNEET",
    reference="CL06",
    counts=_.activity.isin(IDLE),
    better=Better.LOWER,
    says="Of former relevant young people whose 19th, 20th or 21st birthday fell in the period, those not in "
    f"education, employment or training, illness and parenthood included. {TOLD} Where nothing was recorded, it is "
    "neither this nor its opposite: the two do not add up to all.",
    why_it_matters="Months without anything to get up for are hard to come back from; some are caring for a child or "
    "are ill, and need other help than a job.",
    differs="The published figure also leaves out young people whose care moved to another council, which the record "
    "does not tell apart.",
)

NOT_IN_TOUCH = _around_a_birthday(
    key="care-leavers-not-in-touch",
    title="Care leavers with whom the council is not in touch",
    code="CareLeavers_LA_NotInTouch",
    reference="CL07",
    counts=((_.in_touch == "NO") | _.in_touch.isnull()) & (_.activity.isnull() | (_.activity == "0")),
    better=Better.LOWER,
    says="Of former relevant young people whose 19th, 20th or 21st birthday fell in the period, those with whom the "
    f"council was not in touch and of whom it did not know what they do. {TOLD} Where nothing was recorded, the young "
    "person counts as not in touch. Refusing contact or needing none is not this.",
    why_it_matters="The council is the parent: a parent knows where a child of 19 is.",
    differs="Ours also counts young people of whom nothing was recorded around the birthday; the published figure "
    "has only those returned as not in touch.",
)

SEEN_IN_TIME = Measure(
    key="care-leavers-seen-in-time",
    title="Care leavers seen in time",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="care leaver contacts owed",
    out_of=~_.too_new,
    counts=~_.late,
    better=Better.HIGHER,
    value_unit="share of care leavers",
    says="Of former relevant young people of 18 to 20, those whose personal adviser saw them within the council's own "
    f"interval ({default_of(CONTACT)} where it has set none).",
    why_it_matters="Trouble at 19 comes fast, and who was seen last month asks for help.",
    excludes="Those who refuse contact, need no more help or have gone home; those whose first meeting is not due yet; "
    "those of 21 and over, whose contact is as they want it.",
    reference="CL08",
    breakdowns=("team", "worker"),
    **of_clock(CONTACT, PRACTICE),
)

_STAYING_PUT_WHY = (
    "Other children go from home when they are ready; a foster child's eighteenth birthday need not end it."
)

STAYING_PUT = _around_a_birthday(
    key="staying-put",
    title="Young people staying with their former foster carers at 19 and 20",
    code="StayingPut",
    reference="CL09",
    out_of=_.turned.isin([19, 20]) & ~_.left_out & _.fostered_to_18,
    counts=_.accommodation == "Z",
    says="Of former relevant young people whose 19th or 20th birthday fell in the period, and whose care ended in a "
    f"foster home on their 18th birthday, those who live with the former foster carer. {TOLD} Where nothing was "
    "recorded, it counts as not.",
    why_it_matters=_STAYING_PUT_WHY,
    differs="The published description also speaks of young people of 18; its figures are those of 19 and 20.",
)

STAYING_PUT_AT_18 = replace(
    STAYING_PUT,
    key="staying-put-at-18",
    title="Young people staying with their former foster carers three months after 18",
    out_of=(_.turned == 18) & ~_.left_out & _.fostered_to_18,
    says="Of former relevant young people whose care ended in a foster home on their 18th birthday, and who are three "
    "months past it in the period, those who live with the former foster carer: the answer nearest to that day, of "
    "those from the birthday to four months after. Where nothing was recorded in them, it counts as not.",
    twin=None,
    sources=(_lait("StayingPut"), Source("Three months after the birthday: the sector's own reading", "K")),
)

IN_UNIVERSITY = _around_a_birthday(
    key="care-leavers-in-higher-education",
    title="Care leavers in higher education",
    code="LAC_19_HE",
    reference="CL10",
    counts=_.activity.isin(IN_HIGHER_EDUCATION),
    says="Of former relevant young people whose 19th, 20th or 21st birthday fell in the period, those in higher "
    f"education, full or part time. {TOLD}",
    why_it_matters="Care should cost nobody a place at university.",
)

MEASURES: tuple[Measure, ...] = (
    PERSONAL_ADVISER_BY_16,
    PERSONAL_ADVISER_BY_15,
    PATHWAY_PLANS_IN_DATE,
    NEEDS_ASSESSED,
    SUITABLE_ACCOMMODATION,
    IN_WORK_OR_STUDY,
    NOT_IN_WORK_OR_STUDY,
    NOT_IN_TOUCH,
    SEEN_IN_TIME,
    STAYING_PUT,
    STAYING_PUT_AT_18,
    IN_UNIVERSITY,
)
