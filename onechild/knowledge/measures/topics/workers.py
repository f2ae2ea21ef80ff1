"""Measures of who works with a child, and for how long."""

from __future__ import annotations

from ibis import _

from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Source

PRACTICE = Source("Local practice; different workers are counted as in the DfE's social worker stability figure", "V")
BY_CHILD = ("team", "worker", "age", "sex", "ethnicity", "plan")
WHY = "Children tell their story again to every new worker, and trust the next one less."

CHANGES_OF_WORKER = Measure(
    key="changes-of-worker",
    title="Changes of worker per child in 12 months",
    basis=Basis.AS_AT,
    shape=Shape.MEAN,
    rows="changes of worker",
    adds=_.changes.cast("float64"),
    better=Better.LOWER,
    value_unit="changes per child",
    says="Of children with a lead worker who were open twelve months before too: their different lead workers in those "
    "twelve months less one, on average.",
    why_it_matters=WHY,
    excludes="Children with no lead worker now; children open for less than twelve months.",
    sources=(PRACTICE,),
    reference="WF12",
    breakdowns=BY_CHILD,
)

TWO_OR_MORE_CHANGES_OF_WORKER = Measure(
    key="two-or-more-changes-of-worker",
    title="Children with two or more changes of worker in 12 months",
    basis=Basis.AS_AT,
    shape=Shape.SHARE,
    rows="changes of worker",
    counts=_.changes >= 2,
    better=Better.LOWER,
    value_unit="share of children",
    says="Of children with a lead worker who were open twelve months before too: those with three or more different "
    "lead workers in those twelve months.",
    why_it_matters=WHY,
    excludes="Children with no lead worker now; children open for less than twelve months.",
    sources=(PRACTICE,),
    reference="WF12",
    breakdowns=BY_CHILD,
)

MEASURES: tuple[Measure, ...] = (CHANGES_OF_WORKER, TWO_OR_MORE_CHANGES_OF_WORKER)
