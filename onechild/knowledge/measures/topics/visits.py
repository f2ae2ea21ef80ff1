"""Measures of visits to children on protection plans and to looked-after children, each on a named basis."""

from __future__ import annotations

from ibis import _

from onechild.knowledge.clocks.rules.in_care import LOOKED_AFTER_VISIT
from onechild.knowledge.clocks.rules.protection import CHILD_PROTECTION_VISIT
from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Source
from onechild.knowledge.measures.rows.help.on_plans import TEN_WORKING_DAYS
from onechild.knowledge.measures.topics.care.shared import CARE_HEAD, IN_CARE, SHORT_BREAKS
from onechild.knowledge.measures.topics.help.plans import NOT_OURS
from onechild.knowledge.measures.topics.help.words import PROTECTED
from onechild.knowledge.measures.topics.timeliness import default_of, duties_in_time, of_clock

UNSEEN = "A child whom nobody has seen is a child whom nobody is protecting."
UNVISITED = "Visits are how a child in care is heard, and how a placement that is failing is noticed."
CHILDREN = "share of children"

PROTECTION_VISITS = Measure(
    key="child-protection-visits-in-time",
    title="Children on a protection plan seen within the council's interval",
    reference="CP13",
    breakdowns=PROTECTED,
    excludes=NOT_OURS,
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="children on plans, seen",
    out_of=_.long_enough,
    counts=_.seen,
    better=Better.HIGHER,
    value_unit=CHILDREN,
    says="Of children on a plan for the council's visit interval or longer "
    f"({default_of(CHILD_PROTECTION_VISIT)} where it has set none), those seen within it. The same interval for every "
    "child; newer plans are not yet due.",
    why_it_matters=UNSEEN,
    **of_clock(CHILD_PROTECTION_VISIT),
)

PROTECTION_VISITS_IN_OWN_INTERVAL = Measure(
    key="child-protection-visits-in-own-interval",
    title="Children on a protection plan whose visit is not overdue, by the plan's own interval",
    reference="CP13",
    breakdowns=PROTECTED,
    excludes=NOT_OURS,
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="protection visits owed",
    out_of=~_.too_new,
    counts=~_.late,
    better=Better.HIGHER,
    value_unit=CHILDREN,
    says="Of children on a plan past their first due visit, those whose next visit is not overdue. A plan that asks "
    "for more visits than the council does is held to its own interval.",
    why_it_matters=UNSEEN,
    **of_clock(CHILD_PROTECTION_VISIT),
)

PROTECTION_VISITS_DUE = duties_in_time(
    CHILD_PROTECTION_VISIT,
    key="child-protection-visits-due-in-time",
    title="Child protection visits due in a period and made in time",
    reference="CP13",
    breakdowns=PROTECTED,
    excludes=NOT_OURS,
    why=UNSEEN,
)

CHILDREN_WITH_A_LATE_VISIT = duties_in_time(
    CHILD_PROTECTION_VISIT,
    key="children-with-a-late-protection-visit",
    title="Children with a child protection visit not made in time",
    reference="CP13",
    unit="child_id",
    counts=_.outcome != "met",
    better=Better.LOWER,
    value_unit=CHILDREN,
    breakdowns=PROTECTED,
    excludes=NOT_OURS,
    says="Of children with a child protection visit that fell due in the period, those with one or more that was late "
    "or is still undone. The others went through the period with no gap longer than their interval.",
    why=UNSEEN,
)

PROTECTION_VISITS_IN_TEN = Measure(
    key="child-protection-visits-in-ten-working-days",
    title="Children on a protection plan seen within ten working days",
    reference="CP14",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="children on plans, seen in ten",
    out_of=_.long_enough,
    counts=_.seen,
    better=Better.HIGHER,
    value_unit=CHILDREN,
    breakdowns=PROTECTED,
    excludes=NOT_OURS,
    says=f"Of children on a plan for {TEN_WORKING_DAYS} or longer, those seen within {TEN_WORKING_DAYS}, as many "
    "councils ask. The same for every child; newer plans are not yet due.",
    why_it_matters=UNSEEN,
    **(of_clock(CHILD_PROTECTION_VISIT) | {"sources": (Source("Neighbouring councils' procedures", "V2"),)}),
)

LOOKED_AFTER_VISITS = Measure(
    key="looked-after-visits-in-time",
    title="Looked-after children whose visit is not overdue, by the rule for each child",
    reference="LA06",
    breakdowns=IN_CARE,
    excludes=SHORT_BREAKS,
    kept_by=CARE_HEAD,
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="looked-after visits owed",
    out_of=~_.too_new,
    counts=~_.late,
    better=Better.HIGHER,
    value_unit=CHILDREN,
    says="Of looked-after children past the first due visit of their placement, those whose next visit is not overdue "
    "by the interval that the regulations give that child. Short breaks are left out.",
    why_it_matters=UNVISITED,
    **of_clock(LOOKED_AFTER_VISIT),
)

LOOKED_AFTER_VISITS_FLAT = Measure(
    key="looked-after-visits-in-six-weeks",
    title="Looked-after children visited within six weeks, the same for every child",
    reference="LA06",
    breakdowns=IN_CARE,
    excludes=SHORT_BREAKS,
    kept_by=CARE_HEAD,
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="children looked after, seen",
    out_of=_.long_enough,
    counts=_.seen,
    better=Better.HIGHER,
    value_unit=CHILDREN,
    says="Of children looked after for the general interval of regulation 28 or longer, those visited within it. A "
    "flat rule: it calls children late to whom the regulations allow three or six months.",
    why_it_matters=UNVISITED,
    **of_clock(LOOKED_AFTER_VISIT),
)

LOOKED_AFTER_VISITS_DUE = duties_in_time(
    LOOKED_AFTER_VISIT,
    key="looked-after-visits-due-in-time",
    title="Looked-after visits due in a period and made in time",
    reference="LA06",
    breakdowns=IN_CARE,
    excludes=SHORT_BREAKS,
    kept_by=CARE_HEAD,
    why=UNVISITED,
    rows="looked-after visit duties",
)

MEASURES: tuple[Measure, ...] = (
    PROTECTION_VISITS,
    PROTECTION_VISITS_IN_OWN_INTERVAL,
    PROTECTION_VISITS_DUE,
    CHILDREN_WITH_A_LATE_VISIT,
    PROTECTION_VISITS_IN_TEN,
    LOOKED_AFTER_VISITS,
    LOOKED_AFTER_VISITS_FLAT,
    LOOKED_AFTER_VISITS_DUE,
)
