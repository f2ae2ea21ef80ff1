"""Measures of stepping down from a child protection plan and up to one: what follows, and whether it lasts."""

from __future__ import annotations

from ibis import _

from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Source
from onechild.knowledge.measures.rows.help.plans import STEP_DOWN_MEETING, STEP_DOWN_REVIEW, STEP_DOWN_VISIT
from onechild.knowledge.measures.topics.help.words import LOCAL, NEITHER_WAY, PROTECTED
from onechild.knowledge.measures.topics.timeliness import default_of, of_clock

BACK_TOO_SOON = "A plan that ended too soon leaves a child unprotected, until it is made again."

STEPPED_DOWN = Measure(
    key="protection-plans-stepped-down",
    title="Child protection plans followed by a child in need plan",
    reference="CN07",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="child protection plans",
    unit="row_id",
    counted_on="ended_on",
    out_of=_.could_step_down,
    counts=_.stepped_down,
    better=Better.NEITHER,
    value_unit="share of plans ended",
    breakdowns=PROTECTED,
    says="Of child protection plans that ended in the period, those with a child in need plan that was open then or "
    f"began within the time for the first meeting ({default_of(STEP_DOWN_MEETING)} where the council has set none).",
    why_it_matters=f"Help should not stop on the day that protection does. {NEITHER_WAY}",
    sources=(Source("Ofsted, inspection of a council, 2022", "K"),),
    excludes="Plans of children who became looked after, died, moved or turned 18; another council's plans.",
    needs=("child_protection_plans", "child_in_need_plans"),
    standing="local",
)

STEP_DOWNS_ROBUST = Measure(
    key="step-downs-robust",
    title="Step downs with the first visit and the first review both on time",
    reference="CN08",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="step downs",
    unit="row_id",
    counted_on="due_on",
    out_of=_.required,
    counts=_.robust,
    better=Better.HIGHER,
    value_unit="share of step downs",
    breakdowns=PROTECTED,
    says="Of step downs from a child protection plan whose first review fell due in the period "
    f"({default_of(STEP_DOWN_REVIEW)} on where the council has set no other), those with that review and the first "
    f"visit (within {default_of(STEP_DOWN_VISIT)}) both in time.",
    why_it_matters="Inspectors have found stepped-down plans not robust enough: this asks whether somebody came and "
    "somebody looked.",
    excludes="Children back on a plan, looked after or closed before the review was due.",
    clocks=(STEP_DOWN_VISIT.key,),
    **of_clock(STEP_DOWN_REVIEW),
)

BACK_ON_A_PLAN = Measure(
    key="back-on-a-plan-in-12-months",
    title="Children back on a child protection plan within 12 months of its end",
    reference="CN09",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="child protection plans",
    unit="row_id",
    counted_on="a_year_on",
    counts=_.back_within_a_year,
    better=Better.LOWER,
    value_unit="share of plans ended",
    breakdowns=PROTECTED,
    says="Of child protection plans whose twelve months after the end ran out in the period (over a year, those that "
    "ended one to two years ago), those after which the child was on a new plan within these twelve months.",
    why_it_matters=f"{BACK_TOO_SOON} Counted from plans that ended; DfE's second or subsequent plan counts those that "
    "start.",
    sources=(LOCAL,),
    excludes="Another council's plans.",
    needs=("child_protection_plans",),
)

BACK_ON_A_PLAN_SO_FAR = Measure(
    key="back-on-a-plan-so-far",
    title="Children back on a child protection plan, of plans ended lately",
    reference="CN09",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="child protection plans",
    unit="row_id",
    counted_on="ended_on",
    counts=_.back_within_a_year,
    better=Better.LOWER,
    value_unit="share of plans ended",
    breakdowns=PROTECTED,
    says="Of child protection plans that ended in the period, those after which the child is known to have been on a "
    "new plan within twelve months. It grows until the twelve months are over.",
    why_it_matters=f"{BACK_TOO_SOON} An early sign, before the year is out.",
    sources=(LOCAL,),
    excludes="Another council's plans.",
    needs=("child_protection_plans",),
)

STEPPED_UP = Measure(
    key="child-in-need-plans-stepped-up",
    title="Child in need plans followed by a child protection plan within 6 months",
    reference="CN10",
    basis=Basis.PERIOD,
    shape=Shape.SHARE,
    rows="child in need plans",
    unit="row_id",
    counted_on="six_months_on",
    counts=_.stepped_up,
    better=Better.NEITHER,
    value_unit="share of child in need plans",
    breakdowns=PROTECTED,
    says="Of child in need plans whose first six months ran out in the period, those after whose start the child was "
    "put on a child protection plan within these six months. Younger plans have not had their time.",
    why_it_matters=f"Stepping up can be a danger seen in time, or help that was too little. {NEITHER_WAY}",
    sources=(LOCAL,),
    needs=("child_in_need_plans", "child_protection_plans"),
)

MEASURES: tuple[Measure, ...] = (
    STEPPED_DOWN,
    STEP_DOWNS_ROBUST,
    BACK_ON_A_PLAN,
    BACK_ON_A_PLAN_SO_FAR,
    STEPPED_UP,
)
