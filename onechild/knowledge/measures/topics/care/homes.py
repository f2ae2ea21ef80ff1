"""Where looked-after children live, how often that changes, and how far it is from home."""

from __future__ import annotations

from typing import Any

from ibis import _

from onechild.knowledge.measures.model import Better, Expression, Measure, Shape, Source
from onechild.knowledge.measures.topics.care.shared import (
    AT_31_MARCH,
    LOCAL,
    NEITHER_IS_GOOD,
    SHORT_BREAKS,
    as_at_share,
    lait,
    twin,
)

MOVED = "Each move costs a child a home, often a school and friends, and makes the next move likelier."
NO_HOME = (
    "Temporary stays such as a holiday or hospital (T0 to T4), placements of less than a night, and a placement for "
    "adoption with the carers whom the child lived with already."
)
NEEDS = ("periods_of_care", "placements")
WITHDRAWN = "A code counts only on days on which the published list held it."


def _placed(
    key: str, code: str, *, counts: Expression, reference: str, title: str, says: str, why: str, better: Better
) -> Measure:
    """Of looked-after children, those who live in one kind of placement on the day."""
    return Measure(
        key=key,
        title=title,
        reference=reference,
        **as_at_share("children looked after, placed"),
        counts=counts,
        better=better,
        says=says,
        excludes=SHORT_BREAKS,
        why_it_matters=why,
        sources=lait(code),
        standing="DfE statistic",
        needs=NEEDS,
        twin=twin(code, AT_31_MARCH),
    )


def _moves(**said: Any) -> dict[str, Any]:
    return as_at_share("children looked after, moves") | {"needs": NEEDS, "standing": "DfE statistic", **said}


THREE_OR_MORE_PLACEMENTS = Measure(
    key="three-or-more-placements",
    title="Looked-after children with three or more placements in the year",
    reference="LA10",
    **_moves(),
    counts=_.homes_in_a_year >= 3,
    better=Better.LOWER,
    says="Of looked-after children, those who were in three or more placements in the twelve months to the day. The "
    "placement they were in when the twelve months began counts, and so does the one they are in now. A placement that "
    "a source opens anew because its status changed counts as another.",
    excludes=f"{SHORT_BREAKS} As placements: {NO_HOME}",
    why_it_matters=MOVED,
    sources=lait("LACStable_2016on"),
    twin=twin(
        "LACStable_2016on",
        f"{AT_31_MARCH} Only days are known, so a placement counts that lasted a night; published are those of 24 "
        "hours or more. That temporary stays are left out there too was not read (local standard, check).",
    ),
)

THREE_OR_MORE_PLACEMENTS_IN_TWO_YEARS = Measure(
    key="three-or-more-placements-in-two-years",
    title="Looked-after children with three or more placements in two years",
    reference="LA12",
    **_moves(),
    out_of=_.two_years,
    counts=_.homes_in_two_years >= 3,
    better=Better.LOWER,
    says="Of children looked after for two years or longer, those who were in three or more placements in the two "
    "years to the day, counted as for one year.",
    excludes=f"{SHORT_BREAKS} As placements: {NO_HOME}",
    why_it_matters=f"{MOVED} A year is too short to tell a search for the right home from a childhood of moves.",
    sources=(Source("DfE, placement stability of children looked after by councils, 2025", "V"),),
)

SETTLED_FOR_TWO_YEARS = Measure(
    key="in-one-placement-for-two-years",
    title="Children long in care who have lived in one placement for two years",
    reference="LA11",
    **_moves(),
    out_of=_.long_term,
    counts=_.settled,
    better=Better.HIGHER,
    says="Of children under 16 who have been looked after for two and a half years without a break, those who have "
    "lived in their placement for two years, or are placed for adoption and lived there and in the placement before "
    "it for two years together.",
    excludes=f"{SHORT_BREAKS} Young people who are 16 or over on the day. Temporary stays break no placement.",
    why_it_matters="Children who grow up in care need one home to grow up in.",
    sources=lait("LAC_LongStable%"),
    twin=twin(
        "LAC_LongStable%", f"{AT_31_MARCH} A placement that a source opens anew because its status changed begins anew."
    ),
)

PLACED_FAR_FROM_HOME = _placed(
    "placed-far-from-home",
    "LACDistance",
    counts=_.far_away,
    reference="LA15",
    title="Looked-after children placed over 20 miles from home and outside the area",
    says="Of looked-after children, those placed more than 20 miles from their home and outside the council's area: "
    "both, not either. A distance that is not known is not counted as far.",
    why="Far from home a child sees less of family, friends and social worker, and fewer people notice when things go "
    "wrong. In a small area many placements lie outside it: the miles are what matters.",
    better=Better.LOWER,
)

IN_FOSTER_CARE = _placed(
    "in-foster-care",
    "LAC_Foster_Placements",
    counts=_.fostered,
    reference="LA16",
    title="Looked-after children in foster care",
    says="Of looked-after children, those in a foster placement on the day (U1 to U6), with relatives, friends or "
    "others.",
    why="Most children do best in a family, and places in families are what councils are shortest of.",
    better=Better.HIGHER,
)

IN_CHILDRENS_HOMES = _placed(
    "in-childrens-homes",
    "LAC_SecHome_And_ChildHome",
    counts=_.in_childrens_home,
    reference="LA17",
    title="Looked-after children in children's homes or secure homes",
    says="Of looked-after children, those in a children's home (K2) or a secure children's home (K1) on the day.",
    why=f"{NEITHER_IS_GOOD} For some children a home is right; a rise may mean that there were no families.",
    better=Better.NEITHER,
)

IN_SUPPORTED_ACCOMMODATION = _placed(
    "in-supported-accommodation",
    "LAC_Ind_SInd_Liv_Arr",
    counts=_.supported,
    reference="LA18",
    title="Looked-after young people in supported accommodation or living independently",
    says="Of looked-after children, those in supported accommodation (K3), or, while the published list held them, in "
    f"semi-independent (H5) or independent living (P2). {WITHDRAWN} Some councils began to use K3 a year before the "
    "list has it.",
    why=f"{NEITHER_IS_GOOD} It suits young people who are ready for it and fails those who are sent too soon.",
    better=Better.NEITHER,
)

PLACED_WITH_PARENTS = _placed(
    "placed-with-parents",
    "LAC_Parents_OR_Others",
    counts=_.with_parents,
    reference="LA20",
    title="Looked-after children placed with their parents",
    says="Of looked-after children, those placed with a parent or somebody else with parental responsibility (P1).",
    why="Published as though more were better; here it is context. A care order at home may be a way back, or an order "
    "that nobody has gone back to court to end.",
    better=Better.NEITHER,
)

UNREGISTERED_PLACEMENTS = Measure(
    key="unregistered-placements",
    title="Children in placements that must be registered and are not",
    reference="LA19",
    **(as_at_share("children looked after, placed") | {"shape": Shape.COUNT, "value_unit": "children"}),
    out_of=_.under_18,
    counts=_.unregistered,
    better=Better.LOWER,
    says="Looked-after children under 18 who live in a setting that must be registered with Ofsted and is not, one "
    "whose application is still open included; out of all who are looked after and under 18. A placement of which "
    "nothing is recorded is not counted: see how many are.",
    excludes=SHORT_BREAKS,
    why_it_matters="To run such a setting is an offence, nobody inspects it, and no child under 16 may live in "
    "unregulated accommodation at all.",
    sources=(LOCAL,),
    standing="local",
    needs=NEEDS,
)

MEASURES: tuple[Measure, ...] = (
    THREE_OR_MORE_PLACEMENTS,
    THREE_OR_MORE_PLACEMENTS_IN_TWO_YEARS,
    SETTLED_FOR_TWO_YEARS,
    PLACED_FAR_FROM_HOME,
    IN_FOSTER_CARE,
    IN_CHILDRENS_HOMES,
    IN_SUPPORTED_ACCOMMODATION,
    PLACED_WITH_PARENTS,
    UNREGISTERED_PLACEMENTS,
)
