"""Adoption: how long it took, who is still waiting, and whether the reports on children are current."""

from __future__ import annotations

from typing import Any

from ibis import _

from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.clocks.rules.adoption import PERMANENCE_REPORT, TO_ADOPTIVE_FAMILY, TO_MATCH
from onechild.knowledge.measures.model import Basis, Better, Measure, Shape, Target
from onechild.knowledge.measures.rows.in_care.reviews import length_of
from onechild.knowledge.measures.topics.care.shared import LOCAL, as_at_share, limited_by

WAITING = "Every month of waiting is a month of early childhood, and the older the child the fewer families ask."
KEPT_BY = "head of adoption"
A10 = (
    "Days from coming into care to moving in with the adoptive family; where the foster carers adopt, to moving in "
    "with them."
)
MANY = "An average of few children: read it with how many, and with the children themselves."


def _days(clock: Clock, key: str, *, title: str, reference: str, says: str, **more: Any) -> Measure:
    """The mean of a number of days over the children adopted in a period."""
    said: dict[str, Any] = {
        "basis": Basis.PERIOD,
        "rows": "adoptions",
        "counted_on": "ordered_on",
        "breakdowns": ("age", "ethnicity", "siblings"),
    }
    limit = length_of(clock, rule=-1)
    return Measure(
        key=key,
        title=title,
        reference=reference,
        shape=Shape.MEAN,
        unit="row_id",
        better=Better.LOWER,
        value_unit="days",
        says=f"{says} {MANY}",
        why_it_matters=WAITING,
        target=Target(limit.n, f"{clock.source}: {limit}"),
        kept_by=KEPT_BY,
        needs=("permanence_cases",),
        **limited_by(clock),
        **(said | more),
    )


CARE_TO_FAMILY = _days(
    TO_ADOPTIVE_FAMILY,
    "adoption-care-to-family-days",
    title="Average days from coming into care to the adoptive family",
    reference="AD01",
    says=f"{A10} Of children adopted in the period.",
    excludes="Children of whom either day is not known.",
    out_of=_.to_family.notnull(),
    adds=_.to_family,
)

CARE_TO_FAMILY_IN_THREE_YEARS = _days(
    TO_ADOPTIVE_FAMILY,
    "adoption-care-to-family-days-three-years",
    title="Average days from coming into care to the adoptive family, over three years",
    reference="AD01",
    says=f"{A10} Of children adopted in the three years to the day, as the scorecard counts.",
    excludes="Children of whom either day is not known.",
    out_of=_.to_family.notnull(),
    adds=_.to_family,
    basis=Basis.AS_AT,
    rows="adoptions of three years",
    counted_on="",
)

ORDER_TO_MATCH = _days(
    TO_MATCH,
    "adoption-order-to-match-days",
    title="Average days from the placement order to the match",
    reference="AD02",
    says="Days from the placement order to the match with the family; none where the match came first. Of children "
    "adopted in the period who had a placement order and were placed before they were adopted. The stages that are "
    "published nationally run from the decision and not from the order: they are not this.",
    excludes="Children adopted without a placement order or without a placement for adoption.",
    out_of=_.to_match.notnull(),
    adds=_.to_match,
    breakdowns=("age",),
)

WAITING_OVER_A_YEAR = Measure(
    key="waiting-for-adoption-over-a-year",
    title="Children waiting for a family for over a year since adoption was decided",
    reference="AD03",
    **(
        as_at_share("children waiting for adoption")
        | {"shape": Shape.COUNT, "value_unit": "children", "breakdowns": ("age", "ethnicity"), "kept_by": KEPT_BY}
    ),
    counts=_.long,
    better=Better.LOWER,
    says="Looked-after children of whom it was decided more than twelve months ago that they should be placed for "
    "adoption, who are not placed, and of whom it has not been decided otherwise. One whose placement ended without "
    "an order waits again. Out of all who wait, however lately it was decided.",
    excludes="Children fostered by those who adopt them.",
    why_it_matters=WAITING,
    sources=(LOCAL,),
    standing="local",
    needs=("permanence_cases", "periods_of_care", "placements"),
)

PERMANENCE_REPORTS_CURRENT = Measure(
    key="permanence-reports-current",
    title="Children with a plan for adoption whose permanence report is current",
    reference="AD04",
    **(as_at_share("children reported on") | {"breakdowns": ("team", "worker"), "kept_by": KEPT_BY}),
    counts=_.current,
    better=Better.HIGHER,
    says="Of looked-after children whose plan is adoption and who are not placed with a family, those with a child "
    "permanence report signed or brought up to date, in this time in care, within the time the council gives (six "
    "months where it has set none). A child without a report is not current.",
    why_it_matters="Adopters choose, and the child will one day read, what this report says of them.",
    needs=("permanence_plans", "permanence_cases", "placements"),
    **limited_by(PERMANENCE_REPORT),
)

MEASURES: tuple[Measure, ...] = (
    CARE_TO_FAMILY,
    CARE_TO_FAMILY_IN_THREE_YEARS,
    ORDER_TO_MATCH,
    WAITING_OVER_A_YEAR,
    PERMANENCE_REPORTS_CURRENT,
)
