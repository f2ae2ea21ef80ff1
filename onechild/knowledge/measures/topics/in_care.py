"""Measures of looked-after children."""

from __future__ import annotations

from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Source
from onechild.knowledge.measures.topics.care.shared import AT_31_MARCH, CARE_HEAD, IN_CARE, SHORT_BREAKS, twin

CHILDREN_LOOKED_AFTER = Measure(
    key="children-looked-after",
    title="Children looked after",
    reference="LA02",
    breakdowns=IN_CARE,
    excludes=SHORT_BREAKS,
    standing="DfE statistic",
    needs=("periods_of_care",),
    kept_by=CARE_HEAD,
    twin=twin("LACnum", AT_31_MARCH, scale=1),
    basis=Basis.AS_AT,
    shape=Shape.COUNT,
    rows="children looked after",
    better=Better.NEITHER,
    value_unit="children",
    says="Children in a period of care; those in a series of short breaks (legal statuses V3 and V4) are not in it.",
    why_it_matters="Neither more nor fewer is good in itself: a target here would push the wrong decision.",
    sources=(Source("DfE, Local Authority Interactive Tool data dictionary, LACnum", "V"),),
)

MEASURES: tuple[Measure, ...] = (CHILDREN_LOOKED_AFTER,)
