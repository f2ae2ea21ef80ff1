"""Measures of the workforce: agency, vacancies, turnover, sickness, first years, supervision, reviewing officers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import ibis
from ibis import _

from onechild.knowledge.clocks.rules.others.workforce import NEWLY_QUALIFIED_SUPERVISION, SUPERVISION
from onechild.knowledge.clocks.rules.oversight import CASE_SUPERVISION
from onechild.knowledge.measures.model import Basis, Better, Measure, Per, Shape, Source, Target, Twin
from onechild.knowledge.measures.question import whole
from onechild.knowledge.measures.topics.timeliness import default_of, of_clock

BY_STAFF = ("team", "role", "grade", "employment")
CENSUS = Source("DfE, Children's social work workforce census: definitions of the published rates", "V")
SCRUTINY = Source("Report to a council's scrutiny review group, May 2021: permanent and newly qualified staff", "V")
PRACTICE = Source("Local practice in keeping supervision", "K")
HANDBOOK = Source("Independent Reviewing Officers' Handbook: 50 to 70 children for each full-time officer", "K")
WHO = (
    "Social workers in the workforce census's sense: personal advisers, family workers, adult practitioners and "
    "students are not; managers and reviewing officers are. "
)
HOURS_UNKNOWN = "Staff whose hours are not recorded."
THE_THIRTIETH = "Published as at 30 September; ours is of the day asked."


def _of_staff(
    *, key: str, title: str, code: str, differs: str = THE_THIRTIETH, scale: float = 100, **more: Any
) -> Measure:
    """A rate of the workforce census: full-time equivalents, out of full-time equivalents."""
    said: dict[str, Any] = {
        "basis": Basis.AS_AT,
        "shape": Shape.SHARE,
        "unit": "row_id",
        "better": Better.LOWER,
        "standing": "DfE statistic",
        "sources": (CENSUS,),
        "breakdowns": BY_STAFF,
        "excludes": HOURS_UNKNOWN,
        "needs": ("employments",),
        "review_by": date(2027, 2, 28),  # the census of September 2026 is published then
        "twin": Twin(code, scale=scale, differs=differs),
    }
    return Measure(key=key, title=title, **(said | more))


AGENCY_RATE = _of_staff(
    key="agency-rate",
    title="Agency social workers",
    code="Work_Force_Agecy_Rate",
    rows="staff",
    out_of=_.social_worker & _.fte.notnull(),
    counts=_.agency,
    adds=ibis.ifelse(_.agency, _.fte, whole(0)),
    per=Per("row_id", adds=_.fte),
    value_unit="share of full-time equivalents",
    says=f"{WHO}The full-time equivalent of agency social workers, out of that of all social workers, agency included.",
    why_it_matters="Agency workers keep a service going, cost more, and leave at four weeks' notice with what they "
    "know of the children.",
    reference="WF04",
)

VACANCY_RATE = _of_staff(
    key="vacancy-rate",
    title="Vacant social worker posts",
    code="Work_Force_Vac_Rate",
    rows="posts and staff",
    counts=_.vacant > 0,
    adds=_.vacant,
    per=Per("row_id", adds=_.vacant + _.in_post),
    value_unit="share of full-time equivalents",
    says=f"{WHO}The full-time equivalent of posts that nobody in the council's employment fills, out of these and of "
    "the social workers in its employment. A post that an agency worker covers is vacant still.",
    why_it_matters="A post with an agency worker in it looks filled, and is advertised again next month.",
    excludes="Posts and staff whose hours are not recorded.",
    reference="WF05",
    needs=("employments", "posts"),
)

COVERED_VACANCIES = _of_staff(
    key="vacancies-covered-by-agency",
    title="Vacancies covered by agency workers",
    code="Vacancies_cover",
    rows="posts and staff",
    out_of=_.vacant > 0,
    counts=_.covered > 0,
    adds=_.covered,
    per=Per("row_id", adds=_.vacant),
    better=Better.NEITHER,
    value_unit="share of full-time equivalents",
    says="Of the full-time equivalent of vacant posts, what agency workers appointed to those very posts cover.",
    why_it_matters="Covered, a vacancy costs money; uncovered, it costs the other workers. Neither is the aim.",
    excludes="Agency workers beyond the establishment; posts and staff whose hours are not recorded.",
    reference="WF07",
    needs=("employments", "posts"),
)

TURNOVER = _of_staff(
    key="social-worker-turnover",
    title="Turnover of social workers",
    code="Work_Force_TO_Rate",
    basis=Basis.PERIOD,
    rows="leavers",
    counted_on="counted_day",
    counts=_.left > 0,
    adds=_.left,
    per=Per("row_id", adds=_.in_post),
    value_unit="share of full-time equivalents",
    says=f"{WHO}The full-time equivalent of those who left the council's employment in the period, out of that of "
    "those in it on the period's last day (and not on average).",
    why_it_matters="Each who goes leaves some fifteen children to begin again with somebody new.",
    excludes="Moves to another of the council's posts; agency workers; staff whose hours are not recorded.",
    reference="WF06",
    differs="Published for the year to 30 September; ours is of the twelve months to the day asked.",
)

SICKNESS = _of_staff(
    key="sickness-absence",
    title="Working days lost to sickness",
    code="Work_Force_SWAbsence",
    basis=Basis.PERIOD,
    rows="days lost",
    counted_on="counted_day",
    counts=_.lost > 0,
    adds=_.lost,
    per=Per("row_id", adds=_.owed),
    value_unit="share of working days",
    says=f"{WHO}The working days of the period on which those in the council's employment were away sick, out of the "
    "full-time equivalent in post on its last day by the working days that the period has in the calendar.",
    why_it_matters="Sickness rises where caseloads do, and the children of whoever is away fall to the rest.",
    excludes="Agency workers; weekends and bank holidays; staff whose hours are not recorded, in what it is out of.",
    reference="WF08",
    needs=("employments", "absences"),
    differs="Published for the year to 30 September and out of 253 working days (254 in a leap year); ours counts the "
    "calendar's.",
)

IN_POST = _of_staff(
    key="social-workers-in-post",
    title="Social workers in post",
    code="Work_Force_NoSW",
    scale=1,
    shape=Shape.SUM,
    rows="staff",
    out_of=_.social_worker & ~_.agency & _.fte.notnull(),
    adds=_.fte,
    better=Better.NEITHER,
    value_unit="full-time equivalents",
    says=f"{WHO}The full-time equivalent of those in the council's employment.",
    why_it_matters="How many there are means little without how many children there are: read it beside caseloads.",
    excludes=f"Agency workers. {HOURS_UNKNOWN}",
    reference="WF15",
)

NEWLY_QUALIFIED = Measure(
    key="newly-qualified-share",
    title="Social workers in their first year",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="staff",
    unit="worker_id",
    out_of=_.social_worker & ~_.agency,
    counts=_.newly_qualified,
    better=Better.NEITHER,
    value_unit="share of social workers",
    says=f"{WHO}Of those in the council's employment, heads, those in their assessed and supported first year.",
    why_it_matters="New workers are how a council grows its own; too many at once, and nobody has time to teach them.",
    excludes="Agency workers.",
    sources=(SCRUTINY,),
    reference="WF09",
    breakdowns=BY_STAFF,
    needs=("employments",),
)

NEWLY_QUALIFIED_FTE = replace(
    NEWLY_QUALIFIED,
    key="newly-qualified-share-of-hours",
    title="Social workers in their first year, by full-time equivalent",
    unit="row_id",
    out_of=_.social_worker & ~_.agency & _.fte.notnull(),
    adds=ibis.ifelse(_.newly_qualified, _.fte, whole(0)),
    per=Per("row_id", adds=_.fte),
    value_unit="share of full-time equivalents",
    says=f"{WHO}Of the full-time equivalent in the council's employment, that of those in their assessed and supported "
    "first year.",
    excludes=f"Agency workers. {HOURS_UNKNOWN}",
)

NEWLY_QUALIFIED_OVER_TARGET = replace(
    NEWLY_QUALIFIED,
    key="newly-qualified-over-target",
    title="Newly qualified workers with cases over their target",
    rows="cases",
    out_of=~_.by_manager & _.newly_qualified,
    counts=_.over,
    better=Better.LOWER,
    value_unit="share of newly qualified workers",
    says="Of workers in their first year who hold a case, those who hold more than their own target, which is less "
    "than that of others where the council has set it so.",
    why_it_matters="The first year is when people learn the work or leave it.",
    excludes="",
    standing="local",
    sources=(Source("Less for newly qualified workers is a suggested setting", "K"),),
    needs=("workers",),
)

WORKERS_SUPERVISED = Measure(
    key="workers-supervised-in-time",
    title="Practitioners with supervision in time",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="workers supervised",
    unit="worker_id",
    out_of=~_.too_new,
    counts=~_.late,
    better=Better.HIGHER,
    value_unit="share of practitioners",
    says="Of practitioners in post, those whose own supervision was held within the council's interval "
    f"({default_of(SUPERVISION)} where it has set none); in the first year, within the closer one of that year.",
    why_it_matters="Supervision is where a worker says what they fear about a child, before it happens.",
    excludes="Practitioners not yet in post for one interval; those away for more than two weeks; service managers and "
    "students.",
    reference="WF10",
    breakdowns=BY_STAFF,
    **of_clock(SUPERVISION, PRACTICE),
    clocks=(NEWLY_QUALIFIED_SUPERVISION.key,),
)

CASES_SUPERVISED = Measure(
    key="cases-supervised-in-time",
    title="Children whose case was talked through in supervision in time",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="cases supervised",
    out_of=~_.too_new,
    counts=~_.late,
    better=Better.HIGHER,
    value_unit="share of children",
    says="Of children whom the council works with, those whose case was talked through in recorded supervision within "
    "the council's interval for a child on their kind of plan.",
    why_it_matters="Work drifts when nobody asks. Held in time is not the same as held well: read it beside the audit "
    "grades.",
    excludes="Children whose first case supervision is not due yet.",
    reference="WF11",
    breakdowns=("team", "worker"),
    **of_clock(CASE_SUPERVISION, PRACTICE),
)

REVIEWING_CASELOAD = Measure(
    key="reviewing-officer-caseload",
    title="Children for each independent reviewing officer",
    basis=Basis.AS_AT,
    shape=Shape.RATIO,
    rows="reviewing",
    unit="row_id",
    out_of=_.hours.notnull(),
    adds=_.children,
    per=Per("row_id", adds=_.hours),
    better=Better.LOWER,
    value_unit="children per full-time officer",
    says="Looked-after children, and children on protection plans whose case an independent reviewing officer holds, "
    "for each full-time reviewing officer in post. A child who is both counts once.",
    why_it_matters="An officer with too many children reads the papers, and does not meet the child.",
    excludes="Officers whose hours are not recorded; children in a series of short breaks.",
    sources=(HANDBOOK,),
    standing="local",
    target=Target(70, HANDBOOK.words),
    reference="WF14",
    breakdowns=("worker",),
    needs=("employments", "periods_of_care"),
)

AGENCY_TO_PERMANENT = Measure(
    key="agency-to-permanent",
    title="Agency social workers who took a permanent post",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="agency workers",
    unit="worker_id",
    counted_on="counted_day",
    counts=_.converted,
    better=Better.HIGHER,
    value_unit="share of agency social workers",
    says=f"{WHO}Of agency social workers in post on any day of the period, those who came into the council's own "
    "employment in it.",
    why_it_matters="The children keep their worker, and the council keeps what it paid an agency for.",
    sources=(SCRUTINY,),
    reference="WF16",
    breakdowns=BY_STAFF,
    needs=("employments",),
)

MEASURES: tuple[Measure, ...] = (
    AGENCY_RATE,
    VACANCY_RATE,
    COVERED_VACANCIES,
    TURNOVER,
    SICKNESS,
    IN_POST,
    NEWLY_QUALIFIED,
    NEWLY_QUALIFIED_FTE,
    NEWLY_QUALIFIED_OVER_TARGET,
    WORKERS_SUPERVISED,
    CASES_SUPERVISED,
    REVIEWING_CASELOAD,
    AGENCY_TO_PERMANENT,
)
