"""Measures of the front door: contacts, referrals, and what becomes of both."""

from __future__ import annotations

from ibis import _

from onechild.knowledge.clocks.rules.front_door import REFERRAL_DECISION
from onechild.knowledge.measures.model import Basis, Better, Measure, Per, Shape, Source, Twin
from onechild.knowledge.measures.topics.help import contacts
from onechild.knowledge.measures.topics.help.words import (
    DEMAND,
    NEITHER_WAY,
    OUT_OF_THE_POPULATION,
    POPULATION,
    RATE_UNIT,
    kept_locally,
    lait,
    percent,
    rate,
)
from onechild.knowledge.measures.topics.timeliness import duties_in_time

OPEN_CASES = (
    "What comes in about a child whose case is open: it belongs on the case. "
    "One that is on record as a referral counts all the same."
)
AN_EPISODE = " An episode of need is a referral that was taken on, until its case closes."

REFERRALS_RATE = Measure(
    key="referrals-rate",
    title="Referrals, for each 10,000 children",
    reference="FD04",
    basis=Basis.PERIOD,
    shape=Shape.RATE,
    rows="referrals",
    unit="row_id",
    counted_on="started_on",
    better=Better.NEITHER,
    value_unit=RATE_UNIT,
    population=POPULATION,
    breakdowns=("team", "source", "age", "ethnicity"),
    says="Referrals received in the period: brothers and sisters each count, and so does each referral of one child."
    f"{OUT_OF_THE_POPULATION}",
    why_it_matters=f"It shows how much of its childhood a town refers, beside others. {NEITHER_WAY}",
    sources=(lait("CPP_Total_Rateper10,000"),),
    excludes=OPEN_CASES,
    needs=("referrals",),
    standing="DfE statistic",
    twin=rate("CPP_Total_Rateper10,000"),
)

REFERRALS = Measure(
    key="referrals",
    title="Referrals received",
    reference="FD05",
    basis=Basis.PERIOD,
    shape=Shape.COUNT,
    rows="referrals",
    unit="row_id",
    counted_on="started_on",
    better=Better.NEITHER,
    value_unit="referrals",
    breakdowns=("team", "source"),
    says="Referrals received in the period: brothers and sisters each count, and so does each referral of one child.",
    why_it_matters=f"{DEMAND} {NEITHER_WAY}",
    sources=(lait("CPP_Total_NumRef"),),
    excludes=OPEN_CASES,
    needs=("referrals",),
    standing="DfE statistic",
    twin=Twin("CPP_Total_NumRef"),
)

REFERRALS_DECIDED = duties_in_time(
    REFERRAL_DECISION,
    key="referrals-decided-in-time",
    title="Referrals whose decision fell due in a period and was made in time",
    reference="FD06",
    rows="referral duties",
    out_of=_.required,
    counts=_.in_time,
    breakdowns=("team", "worker"),
    says="Of referrals whose decision fell due in the period, those decided on within the limit; one still undecided "
    "is late.",
    why="A referral that waits is a child nobody has thought about yet.",
    excludes="Referrals whose case closed before a decision was due.",
    sources=kept_locally(REFERRAL_DECISION),
)

RE_REFERRALS_IN_12_MONTHS = Measure(
    key="re-referrals-in-12-months",
    title="Re-referrals within 12 months",
    reference="FD07",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="referrals",
    unit="row_id",
    counted_on="started_on",
    counts=_.within_twelve_months,
    better=Better.LOWER,
    value_unit="share of referrals",
    breakdowns=("team", "worker", "age", "sex", "ethnicity", "source", "previous_closure"),
    says="Of all referrals received in the period, those with no further action included, the ones received within "
    "twelve months of the same child's referral before it. Counted from referral to referral, not from closure.",
    why_it_matters="A child who comes back soon may have been let go too soon.",
    sources=(lait("ReReferral"),),
    excludes="Earlier referrals to other councils; a second referral on the same day as the first.",
    needs=("referrals",),
    standing="DfE statistic",
    twin=percent("ReReferral"),
)

REFERRALS_NO_FURTHER_ACTION = Measure(
    key="referrals-no-further-action",
    title="Referrals that ended in no further action",
    reference="FD08",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="referrals",
    unit="row_id",
    counted_on="started_on",
    counts=_.no_further_action,
    better=Better.LOWER,
    value_unit="share of referrals",
    breakdowns=("team", "source"),
    says="Of referrals received in the period, those closed with no further action and no assessment.",
    why_it_matters="A family is drawn in and let go with nothing to show for it: either it should not have been "
    "referred, or it was turned away too lightly.",
    sources=(lait("CIN_Refferals_NFA"),),
    needs=("referrals",),
    standing="DfE statistic",
    twin=percent("CIN_Refferals_NFA"),
)

REFERRALS_NOT_IN_NEED = Measure(
    key="referrals-assessed-not-in-need",
    title="Referrals assessed and found not to be in need",
    reference="FD09",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="referrals",
    unit="row_id",
    counted_on="started_on",
    counts=_.not_in_need,
    better=Better.LOWER,
    value_unit="share of referrals",
    breakdowns=("team", "source"),
    says="Of referrals received in the period, those whose case was closed after the assessment: with no further "
    "action (RC8) or to early help (RC9, since April 2022), no plan and no care having begun under it.",
    why_it_matters="An assessment takes weeks of a family's life. Many that find no need say that the door sends on "
    "too much.",
    sources=(lait("Referrals_AssessedNotNeed"),),
    excludes="From the numerator, referrals closed with no assessment.",
    needs=("referrals",),
    standing="DfE statistic",
    twin=percent(
        "Referrals_AssessedNotNeed",
        "DfE looks for any activity after the assessment; ours for a plan or a period of care.",
    ),
)


def _from(key: str, who: str, codes: tuple[str, ...], twin: Twin | None = None) -> Measure:
    return Measure(
        key=f"referrals-from-{key}",
        title=f"Referrals made by {who}",
        reference="FD10",
        basis=Basis.PERIOD,
        shape=Shape.SHARE,
        rows="referrals",
        unit="row_id",
        counted_on="started_on",
        counts=_.source.isin(codes),
        better=Better.NEITHER,
        value_unit="share of referrals",
        breakdowns=("team", "source"),
        says=f"Of referrals received in the period, those made by {who} (codes {', '.join(codes)}).",
        why_it_matters=f"Who refers shows who sees children at risk, and who does not speak up. {NEITHER_WAY}",
        sources=(lait("RefBySource_Police_%"),),
        needs=("referrals",),
        standing="DfE statistic",
        twin=twin,
    )


REFERRALS_FROM_POLICE = _from("police", "the police", ("6",), percent("RefBySource_Police_%"))
REFERRALS_FROM_SCHOOLS = _from("schools", "schools", ("2A",))
REFERRALS_FROM_HEALTH = _from("health", "health services", ("3A", "3B", "3C", "3D", "3E", "3F"))

CASES_OPENED_LESS_CLOSED = Measure(
    key="cases-opened-less-closed",
    title="Cases opened, less cases closed",
    reference="FD13",
    basis=Basis.PERIOD,
    shape=Shape.SUM,
    rows="openings and closings",
    unit="row_id",
    counted_on="happened_on",
    adds=_.change,
    better=Better.NEITHER,
    value_unit="cases",
    says="Episodes of need that opened in the period, less those that closed: +1 for each and -1 for each."
    f"{AN_EPISODE}",
    why_it_matters="Where more open than close, month after month, caseloads grow whatever else is done. "
    f"{NEITHER_WAY}",
    sources=(Source("DfE, children in need, table B1; report to a council's scrutiny review group, May 2021", "V"),),
    excludes="Referrals that ended in no further action.",
    needs=("referrals",),
)

CASES_CLOSED_PER_OPENED = Measure(
    key="cases-closed-per-opened",
    title="Cases closed for each case opened",
    reference="FD13",
    basis=Basis.PERIOD,
    shape=Shape.RATIO,
    rows="openings and closings",
    unit="row_id",
    counted_on="happened_on",
    counts=~_.opened,
    per=Per(unit="row_id", adds=_.openings),
    better=Better.NEITHER,
    value_unit="cases closed for each one opened",
    says=f"Episodes of need that closed in the period, for each that opened in it.{AN_EPISODE}",
    why_it_matters=f"Below one, work piles up; above one, it is being worked off or let go too soon. {NEITHER_WAY}",
    sources=(Source("DfE, children in need, table B1; report to a council's scrutiny review group, May 2021", "V"),),
    excludes="Referrals that ended in no further action.",
    needs=("referrals",),
)

MEASURES: tuple[Measure, ...] = (
    *contacts.MEASURES,
    REFERRALS,
    REFERRALS_RATE,
    REFERRALS_DECIDED,
    RE_REFERRALS_IN_12_MONTHS,
    REFERRALS_NO_FURTHER_ACTION,
    REFERRALS_NOT_IN_NEED,
    REFERRALS_FROM_POLICE,
    REFERRALS_FROM_SCHOOLS,
    REFERRALS_FROM_HEALTH,
    CASES_OPENED_LESS_CLOSED,
    CASES_CLOSED_PER_OPENED,
)
