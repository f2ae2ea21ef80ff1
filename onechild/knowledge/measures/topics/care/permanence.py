"""Where children in care are to grow up: plans, matches, brothers and sisters, and how they leave care."""

from __future__ import annotations

from ibis import _

from onechild.knowledge.clocks.rules.care.permanence import LONG_TERM_MATCH, PERMANENCE_PLAN
from onechild.knowledge.measures.model import Better, Expression, Measure, Source
from onechild.knowledge.measures.topics.care.shared import (
    CARE_HEAD,
    IN_CARE,
    LOCAL,
    NEITHER_IS_GOOD,
    SHORT_BREAKS,
    YEAR_TO_31_MARCH,
    as_at_share,
    lait,
    limited_by,
    period_share,
    twin,
)
from onechild.knowledge.measures.topics.timeliness import duties_in_time

DRIFT = "Without a plan for where a child will grow up, weeks in care become years."
LAST_TIME = "Each child counts once, by the last time in the period that he or she left care."
INSPECTED = Source("Ofsted, inspection of a council's services for children, 2022, paragraph 28", "V")

PERMANENCE_PLANS_IN_TIME = duties_in_time(
    PERMANENCE_PLAN,
    key="permanence-plans-in-time",
    title="Plans for permanence agreed in time",
    why=DRIFT,
    reference="LA26",
    breakdowns=IN_CARE,
    kept_by=CARE_HEAD,
    excludes=SHORT_BREAKS,
)

PERMANENCE_PLAN_BY_SECOND_REVIEW = Measure(
    key="permanence-plan-by-second-review",
    title="Children with a plan for permanence by their second review",
    reference="LA26",
    **(period_share("second reviews", "happened_on") | {"unit": "row_id", "value_unit": "share of second reviews"}),
    counts=_.planned,
    better=Better.HIGHER,
    says="Of children whose second review in a time in care was held in the period, those for whom a plan for "
    "permanence had been agreed in that time in care, by the day of the review. A late second review gives more time "
    "here and none in the count by the duty, which stands beside.",
    excludes=SHORT_BREAKS,
    why_it_matters=DRIFT,
    **limited_by(PERMANENCE_PLAN, sources=(LOCAL,)),
)

LONG_TERM_FOSTERING_MATCHED = Measure(
    key="long-term-fostering-matched",
    title="Children with a plan for long-term fostering whose match is agreed",
    reference="LA27",
    **as_at_share("plans for long-term fostering"),
    out_of=_.due,
    counts=_.decided,
    better=Better.HIGHER,
    says="Of looked-after children whose plan has been long-term fostering for as long as the council gives to agree "
    "a match, or longer (six months where it has set none), those with a match agreed in this time in care and not "
    "with carers they have left. Not counted where no long-term match of any child is told.",
    excludes=f"{SHORT_BREAKS} Children whose plan is newer.",
    why_it_matters="Until the match is agreed neither child nor carer knows that this is home.",
    needs=("periods_of_care", "placements"),
    **limited_by(LONG_TERM_MATCH),
)

LONG_TERM_MATCH_ON_FILE = Measure(
    key="long-term-match-on-file",
    title="Long-term placements with the decision to match on file",
    reference="LA22",
    **as_at_share("long-term placements"),
    counts=_.decided,
    better=Better.HIGHER,
    says="Of looked-after children in a long-term foster placement (U1, U4), or one that is meant to last to 18, those "
    "with a decision on record that it is their long-term match.",
    excludes=SHORT_BREAKS,
    why_it_matters="A placement that drifted into being long-term was never asked whether it was right.",
    sources=(Source("A council's own question of 2021 on evidence of matching", "V"), LOCAL),
    standing="local",
    needs=("periods_of_care", "placements", "steps_taken"),
)

CULTURALLY_MATCHED = Measure(
    key="culturally-matched-placements",
    title="Children in families that meet their ethnicity, language and religion",
    reference="LA21",
    **as_at_share("children looked after, in families"),
    out_of=_.recorded,
    counts=_.matched,
    better=Better.HIGHER,
    says="Of looked-after children in foster or adoptive families of whom any need of ethnicity, language or religion "
    "is told in the latest matching decision, those whose every need told is met, or with a reason on record and a "
    "plan that makes good what is not. The Department for Education has no definition.",
    excludes=f"{SHORT_BREAKS} Children of whom no such need is recorded: the next measure counts them.",
    why_it_matters="A child should not have to leave language, faith and looks behind to be cared for.",
    sources=(INSPECTED, LOCAL),
    standing="local",
    needs=("periods_of_care", "placements", "matching_decisions"),
)

IDENTITY_NEEDS_RECORDED = Measure(
    key="identity-needs-recorded",
    title="Children in families whose needs of identity are recorded",
    reference="LA21",
    **as_at_share("children looked after, in families"),
    counts=_.recorded,
    better=Better.HIGHER,
    says="Of looked-after children in foster or adoptive families, those of whom the latest matching decision tells "
    "whether ethnicity, language or religion is met.",
    excludes=SHORT_BREAKS,
    why_it_matters="A good figure on matched placements means little where most children's needs are not written down.",
    sources=(INSPECTED, LOCAL),
    standing="local",
    needs=("periods_of_care", "placements", "matching_decisions"),
)

SIBLINGS_TOGETHER = Measure(
    key="siblings-placed-together",
    title="Children with brothers or sisters in care who live with one of them",
    reference="LA23",
    **as_at_share("children looked after, siblings"),
    counts=_.together,
    better=Better.HIGHER,
    says="Of looked-after children who have a brother or sister, whole or half, in care on the day, those placed with "
    "at least one of them: in the same fostering household, the same setting or at the same address. Where no "
    "household and no address is recorded, together can't be seen and is not counted.",
    excludes=SHORT_BREAKS,
    why_it_matters="For many children a brother or sister is the family they have left.",
    sources=(INSPECTED, LOCAL),
    standing="local",
    needs=("periods_of_care", "placements", "relationships"),
)


def _left(
    key: str, code: str, *, counts: Expression, reference: str, title: str, says: str, why: str, differs: str = ""
) -> Measure:
    """Of children who left care in a period, those who left in one way."""
    return Measure(
        key=key,
        title=title,
        reference=reference,
        **period_share("children who left care", "ended_on"),
        counts=counts,
        better=Better.NEITHER,
        says=f"{says} {LAST_TIME}",
        excludes=SHORT_BREAKS,
        why_it_matters=f"{NEITHER_IS_GOOD} {why}",
        sources=lait(code),
        standing="DfE statistic",
        needs=("periods_of_care",),
        twin=twin(code, f"{YEAR_TO_31_MARCH} {differs}".strip()),
    )


LEFT_BY_SPECIAL_GUARDIANSHIP = _left(
    "left-care-by-special-guardianship",
    "LAC_ceased_SGO%",
    counts=_.guardianship,
    reference="LA28",
    title="Children who left care by a special guardianship order",
    says="Of children who left care in the period, those who left by a special guardianship order: codes E43 and E44 "
    "to March 2018, E45 to E48 since.",
    why="It gives a child a family for good, most often their own; the orders are the courts' to make.",
    differs="The published description still names only E43 and E44, which E45 to E48 replaced.",
)

LEFT_FOR_HOME_AS_PLANNED = _left(
    "left-care-to-home-as-planned",
    "LAC_RetHome_CarePlan_%",
    counts=_.home_as_planned,
    reference="LA29",
    title="Children who went home from care as planned",
    says="Of children who left care in the period, those who went home to a parent, or somebody else with parental "
    "responsibility, as part of the care plan (E4A).",
    why="A planned way home lasts more often than one that just happened.",
)

LEFT_BY_ADOPTION = _left(
    "left-care-by-adoption",
    "%_of LAC Adopted",
    counts=_.adopted,
    reference="LA30",
    title="Children who left care by adoption",
    says="Of children who left care in the period, those who were adopted (E11, E12).",
    why="Adoption is right for some children and the courts decide which.",
    differs="It is published as though more were better; here it is context.",
)

BACK_IN_CARE = Measure(
    key="back-in-care-within-12-months",
    title="Children back in care within twelve months of leaving it",
    reference="LA31",
    **period_share("children who came back", "a_year_on"),
    out_of=~_.for_good,
    counts=_.within,
    better=Better.LOWER,
    says="Of children for whom twelve months since leaving care were past in the period (over a year: those who left "
    "12 to 24 months before its end), those who came back into care within the twelve months, the last day included.",
    excludes=f"{SHORT_BREAKS} Children who were adopted, left at 18 or over, or died.",
    why_it_matters="A child who comes back has lost home twice: the return was too soon or too little helped.",
    sources=(LOCAL,),
    standing="local",
    needs=("periods_of_care",),
)

MEASURES: tuple[Measure, ...] = (
    PERMANENCE_PLANS_IN_TIME,
    PERMANENCE_PLAN_BY_SECOND_REVIEW,
    LONG_TERM_FOSTERING_MATCHED,
    LONG_TERM_MATCH_ON_FILE,
    CULTURALLY_MATCHED,
    IDENTITY_NEEDS_RECORDED,
    SIBLINGS_TOGETHER,
    LEFT_BY_SPECIAL_GUARDIANSHIP,
    LEFT_FOR_HOME_AS_PLANNED,
    LEFT_BY_ADOPTION,
    BACK_IN_CARE,
)
