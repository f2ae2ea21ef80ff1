"""Measures of section 47 enquiries and child protection conferences, and of concerns that can't wait a day."""

from __future__ import annotations

from typing import Any

from ibis import _

from onechild.knowledge.clocks.rules.protection import INITIAL_CONFERENCE, STRATEGY_DISCUSSION
from onechild.knowledge.clocks.rules.safety import FGM_REPORT
from onechild.knowledge.measures.model import Basis, Better, Measure, Shape
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
from onechild.knowledge.measures.topics.timeliness import completed_in_time, default_of, duties_in_time, of_clock

RISK = "A late conference leaves a child at risk without a plan."
OVER: dict[str, Any] = {"basis": Basis.PERIOD, "unit": "row_id", "breakdowns": PROTECTED}
HELD: dict[str, Any] = {
    **OVER,
    "rows": "initial conferences",
    "counted_on": "happened_on",
    "needs": ("conferences",),
}
EACH_CHILD = "Counted for each child: three brothers and sisters are three."

ENQUIRIES_RATE = Measure(
    key="enquiries-rate",
    title="Section 47 enquiries, for each 10,000 children",
    reference="CP01",
    shape=Shape.RATE,
    rows="enquiries",
    counted_on="started_on",
    better=Better.NEITHER,
    value_unit=RATE_UNIT,
    population=POPULATION,
    says=f"Section 47 enquiries that began in the period. {EACH_CHILD}{OUT_OF_THE_POPULATION}",
    why_it_matters=f"An enquiry is a heavy step for a family, and a needed one. {NEITHER_WAY}",
    sources=(lait("Section_47"),),
    needs=("section_47_enquiries",),
    standing="DfE statistic",
    twin=rate("Section_47"),
    **OVER,
)

ENQUIRIES_TO_CONFERENCE = Measure(
    key="enquiries-to-conference",
    title="Section 47 enquiries that led to an initial conference",
    reference="CP02",
    shape=Shape.SHARE,
    rows="enquiries",
    counted_on="ended_on",
    counts=_.to_conference,
    better=Better.NEITHER,
    value_unit="share of enquiries completed",
    says=f"Of section 47 enquiries completed in the period, those an initial conference followed from. {EACH_CHILD}",
    why_it_matters="Where few lead on, families go through enquiries that need not have been; where nearly all do, "
    f"some may be missed. {NEITHER_WAY}",
    sources=(LOCAL,),
    excludes="Enquiries not yet completed.",
    needs=("section_47_enquiries", "conferences"),
    **OVER,
)

CONFERENCES_RATE = Measure(
    key="initial-conferences-rate",
    title="Initial child protection conferences, for each 10,000 children",
    reference="CP03",
    shape=Shape.RATE,
    better=Better.NEITHER,
    value_unit=RATE_UNIT,
    population=POPULATION,
    says=f"Initial conferences held in the period, transfer-in conferences among them. {EACH_CHILD}"
    f"{OUT_OF_THE_POPULATION}",
    why_it_matters=f"It shows how often worry goes as far as a conference. {NEITHER_WAY}",
    sources=(lait("ISCP_Conf"),),
    standing="DfE statistic",
    twin=rate("ISCP_Conf"),
    **HELD,
)

CONFERENCES_DUE = duties_in_time(
    INITIAL_CONFERENCE,
    key="conferences-in-15-working-days",
    title="Initial child protection conferences due in a period and held in time",
    reference="CP04",
    breakdowns=PROTECTED,
    why=RISK,
    excludes="Enquiries found to need no conference, or whose case closed, before one was due.",
)

CONFERENCES_HELD = completed_in_time(
    INITIAL_CONFERENCE,
    key="conferences-held-in-15-working-days",
    title="Initial child protection conferences held in time, as the Department for Education counts them",
    reference="CP04",
    breakdowns=PROTECTED,
    says="Of initial conferences held in the period after a section 47 enquiry, counted for each child, those held "
    "within the limit of the strategy discussion. A conference still owed is not in it.",
    why=RISK,
    source=lait("CP_conf_15days"),
    excludes="Conferences still owed, however late; those that no enquiry on record led to.",
    twin=percent(
        "CP_conf_15days",
        "DfE counts every initial conference, transfers in among them; ours those that an enquiry on record led to.",
    ),
)

CONFERENCES_TO_PLAN = Measure(
    key="conferences-to-plan",
    title="Initial conferences that led to a child protection plan",
    reference="CP05",
    shape=Shape.SHARE,
    counts=_.to_plan,
    better=Better.NEITHER,
    value_unit="share of initial conferences",
    says="Of initial conferences held in the period, transfer-in conferences among them, those that made a plan. "
    f"{EACH_CHILD}",
    why_it_matters="A conference that makes no plan may have been called too early, or dared to say that enough was "
    f"being done. {NEITHER_WAY}",
    sources=(LOCAL,),
    **HELD,
)

CHILD_TOOK_PART = Measure(
    key="conferences-child-took-part",
    title="Conferences in which the child took part or was heard",
    reference="CP19",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="conferences",
    unit="row_id",
    counted_on="happened_on",
    out_of=_.asked,
    counts=_.took_part,
    better=Better.HIGHER,
    value_unit="share of conferences",
    says="Of child protection conferences of every kind held in the period whose record says how the child took part, "
    "those the child attended, or sent words or an advocate to. How parents took part is not in the standard tables.",
    why_it_matters="A plan about a child's life should know what the child thinks of it.",
    sources=(LOCAL,),
    excludes="Children under four at the conference; conferences whose record does not say.",
    needs=("conferences",),
)

GRAVE_CONCERNS = Measure(
    key="grave-concerns-discussed-in-time",
    title="Genital mutilation, honour-based abuse and forced marriage: strategy discussion in time",
    reference="SB01",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="grave concerns",
    unit="row_id",
    counted_on="due_on",
    counts=_.in_time,
    better=Better.HIGHER,
    value_unit="share of concerns",
    says="Of concerns whose strategy discussion fell due in the period "
    f"({default_of(STRATEGY_DISCUSSION)} on where the council has set no other), those with one by then. A concern is "
    "genital mutilation that became known, or harm suspected of a child whose record is closed for honour-based abuse "
    "or forced marriage.",
    why_it_matters="A girl can be on an aeroplane the next day.",
    **(of_clock(STRATEGY_DISCUSSION) | {"sources": (LOCAL,)}),
)

GRAVE_CONCERNS_REPORTED = duties_in_time(
    FGM_REPORT,
    key="genital-mutilation-reported-in-time",
    title="Female genital mutilation reported to the police in time",
    reference="SB01",
    why="The law makes it the worker's own duty.",
)

MEASURES: tuple[Measure, ...] = (
    ENQUIRIES_RATE,
    ENQUIRIES_TO_CONFERENCE,
    CONFERENCES_RATE,
    CONFERENCES_DUE,
    CONFERENCES_HELD,
    CONFERENCES_TO_PLAN,
    CHILD_TOOK_PART,
    GRAVE_CONCERNS,
    GRAVE_CONCERNS_REPORTED,
)
