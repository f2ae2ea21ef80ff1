"""How many children are looked after, how many come and go, and how many came to the country alone."""

from __future__ import annotations

from ibis import _

from onechild.knowledge.measures.model import Basis, Better, Measure, Shape
from onechild.knowledge.measures.topics.care.shared import (
    AT_31_MARCH,
    CARE_HEAD,
    IN_CARE,
    NEITHER_IS_GOOD,
    SHORT_BREAKS,
    YEAR_TO_31_MARCH,
    as_at_share,
    lait,
    twin,
)

POPULATION = "population_0_17"
PER_TEN_THOUSAND = "for each 10,000 children of 0 to 17"
MID_YEAR = "The population is the council's setting for the year: the mid-year estimate of the year before."

CHILDREN_LOOKED_AFTER_RATE = Measure(
    key="children-looked-after-rate",
    title="Children looked after, for each 10,000 children",
    reference="LA01",
    basis=Basis.AS_AT,
    shape=Shape.RATE,
    rows="children looked after",
    population=POPULATION,
    better=Better.NEITHER,
    value_unit=PER_TEN_THOUSAND,
    says=f"Children in a period of care, for each 10,000 children who live in the area. {MID_YEAR}",
    excludes=SHORT_BREAKS,
    why_it_matters=f"{NEITHER_IS_GOOD} Set against others it asks whether care begins and ends at the right time here.",
    sources=lait("LAC"),
    standing="DfE statistic",
    needs=("periods_of_care",),
    breakdowns=IN_CARE,
    twin=twin("LAC", AT_31_MARCH, scale=1),
    kept_by=CARE_HEAD,
)

CAME_INTO_CARE_RATE = Measure(
    key="came-into-care-rate",
    title="Children who came into care, for each 10,000 children",
    reference="LA03",
    basis=Basis.PERIOD,
    shape=Shape.RATE,
    rows="children who came into care",
    counted_on="started_on",
    population=POPULATION,
    better=Better.NEITHER,
    value_unit=PER_TEN_THOUSAND,
    says="Children who came into care in the period, each counted once by the first time in it, for each 10,000 "
    f"children who live in the area. {MID_YEAR}",
    excludes=SHORT_BREAKS,
    why_it_matters=f"{NEITHER_IS_GOOD} It shows how much of the work is new, and what the edge of care keeps out.",
    sources=lait("LAC_Start_Rate"),
    standing="DfE statistic",
    needs=("periods_of_care",),
    breakdowns=IN_CARE,
    twin=twin("LAC_Start_Rate", YEAR_TO_31_MARCH, scale=1),
    kept_by=CARE_HEAD,
)

LEFT_CARE_RATE = Measure(
    key="left-care-rate",
    title="Children who left care, for each 10,000 children",
    reference="LA04",
    basis=Basis.PERIOD,
    shape=Shape.RATE,
    rows="children who left care",
    counted_on="ended_on",
    population=POPULATION,
    better=Better.NEITHER,
    value_unit=PER_TEN_THOUSAND,
    says="Children who left care in the period, each counted once by the last time in it, for each 10,000 children "
    f"who live in the area. {MID_YEAR}",
    excludes=SHORT_BREAKS,
    why_it_matters=f"{NEITHER_IS_GOOD} Beside the children who came in it says which way the number in care will go.",
    sources=lait("LAC_Cease_Rate"),
    standing="DfE statistic",
    needs=("periods_of_care",),
    breakdowns=IN_CARE,
    twin=twin("LAC_Cease_Rate", YEAR_TO_31_MARCH, scale=1),
    kept_by=CARE_HEAD,
)

UNACCOMPANIED = Measure(
    key="unaccompanied-children-looked-after",
    title="Looked-after children who are unaccompanied and seeking asylum",
    reference="LA05",
    **(as_at_share("children looked after, arrivals")),
    counts=_.unaccompanied,
    better=Better.NEITHER,
    says="Of looked-after children, those whose immigration status on the day is that of an unaccompanied "
    "asylum-seeking child. Above 0.1 per cent of the children of the area the national transfer scheme would move "
    "children elsewhere (local standard, check).",
    excludes=SHORT_BREAKS,
    why_it_matters="Children who come alone need placements, legal advice and schooling of their own; the share is set "
    "by where they arrive and by the transfer scheme, not by practice.",
    sources=lait("Unacc_Asylmn_Seek_Childn%"),
    standing="DfE statistic",
    needs=("periods_of_care", "immigration_statuses"),
    twin=twin("Unacc_Asylmn_Seek_Childn%", AT_31_MARCH),
)

MEASURES: tuple[Measure, ...] = (CHILDREN_LOOKED_AFTER_RATE, CAME_INTO_CARE_RATE, LEFT_CARE_RATE, UNACCOMPANIED)
