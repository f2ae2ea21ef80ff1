"""Timescales of looked-after children: visits, with the whole order of precedence of regulation 28, and reviews."""

from datetime import date

from onechild.knowledge.clocks.model import (
    Confidence,
    MetBy,
    Rule,
    Source,
    Standing,
    Topic,
    by_precedence,
    months,
    weeks,
    working_days,
)
from onechild.knowledge.workdays.lengths import Length

REGULATIONS = "Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)"
ADOPTION_REGULATIONS = "Adoption Agencies Regulations 2005 (SI 2005/389)"
ADOPTION = f"{ADOPTION_REGULATIONS}, regulation 36(3) and (4)"
SINCE = date(2011, 4, 1)
LONG_TERM_SINCE = date(2015, 4, 1)
# The days of the temporary text of regulation 28, from the dated views of the law; the last day is not included.
TEMPORARY_FROM, TEMPORARY_TO = date(2020, 4, 24), date(2021, 10, 1)
TWO_YEARS_OF_COVID = (
    "From 24 April 2020 to 30 September 2021 a visit by video or telephone counts where its reason was recorded (dates "
    "as the dated views of the law give them: local standard, check). What else that temporary law relaxed was not "
    "read and is not modelled."
)
NOT_DERIVED = (
    "Where the source carries no conditions of placement, a parent's home, an adoptive placement, long-term fostering "
    "and short breaks are read from the codes of placement and legal status; temporary approval, regulation 19, fewer "
    "visits agreed and another's arrangements can't be, nor can a series of short breaks recorded break by break."
)


def _rule(
    reference: str,
    *lengths: Length,
    during: str | None = None,
    restarts: bool = False,
    sure: Confidence | None = None,
    at: str = "",
    says: str = "",
) -> Rule:
    return Rule(
        lengths,
        repeats=True,
        during=during,
        restarts=restarts,
        reference=reference,
        in_force_from=LONG_TERM_SINCE if reference == "LAC-08" else SINCE,
        confidence=sure,
        source=Source(ADOPTION_REGULATIONS if reference.startswith("ADP") else REGULATIONS, at) if at else None,
        says=says,
    )


LOOKED_AFTER_VISIT = by_precedence(
    "looked-after-visit",
    "Visit the looked-after child",
    reference="LAC-05",
    starts="placement",
    met_by=(
        "looked_after_visit_seen",
        MetBy("looked_after_visit_at_a_distance", TEMPORARY_FROM, TEMPORARY_TO),
    ),
    rules=(
        _rule(
            "ADP-03",
            weeks(1),
            during="placed_for_adoption_unreviewed",
            at="regulation 36(4)",
            says="Placed for adoption: within a week, then at least weekly until the first review.",
        ),
        _rule(
            "ADP-03",
            weeks(1),
            weeks(6),
            during="placed_for_adoption",
            sure=Confidence.K,
            at="regulation 36(4): as the review decides",
            says="Placed for adoption, after the first review: as the review decides, shown as six weeks.",
        ),
        _rule(
            "LAC-10",
            weeks(1),
            during="temporary_or_interim_unreviewed",
            at="regulation 28(4)(a)",
            says="A connected person approved for a time, or an interim care order at a parent's: weekly until the "
            "first review.",
        ),
        _rule(
            "LAC-10",
            weeks(4),
            during="temporary_or_interim",
            at="regulation 28(4)(b)",
            says="The same after the first review: at most four weeks apart.",
        ),
        _rule(
            "LAC-09",
            weeks(1),
            during="parents_before_assessment_unreviewed",
            at="regulation 28(3)(a)",
            says="With a parent before the assessment is done (regulation 19): weekly until the first review.",
        ),
        _rule(
            "LAC-09",
            weeks(6),
            during="parents_before_assessment",
            at="regulation 28(3)(b)",
            says="The same after the first review: at most six weeks apart.",
        ),
        _rule(
            "LAC-11",
            weeks(1),
            weeks(6),
            during="care_order_with_parent",
            restarts=True,
            at="regulation 28(5)",
            says="Living with a parent under a full care order: within a week of the order, then at most six weeks "
            "apart.",
        ),
        _rule(
            "LAC-12",
            weeks(1),
            weeks(6),
            during="other_arrangements",
            restarts=True,
            sure=Confidence.K,
            at="regulation 28(6), of which the numbers were not read",
            says="Where somebody else arranged where the child lives: within a week, then at most six weeks apart.",
        ),
        _rule(
            "LAC-14",
            months(3),
            months(6),
            during="short_breaks",
            sure=Confidence.V2,
            at="regulation 48(3)(c), read in part",
            says="In a series of short breaks: within three months, then at most six months apart.",
        ),
        _rule(
            "LAC-08",
            weeks(1),
            months(6),
            during="long_term_fewer_visits",
            sure=Confidence.V2,
            at="regulation 28 as amended by SI 2015/495, read in another's account",
            says="In long-term fostering over a year, the child agreeing to fewer visits: at most six months apart.",
        ),
        _rule(
            "LAC-07",
            weeks(1),
            months(3),
            during="over_a_year_until_18",
            at="regulation 28(2)(c)(i)",
            says="Over a year in a placement meant to last to 18: at most three months apart.",
        ),
        Rule(
            (weeks(1),),
            reference="LAC-05",
            in_force_from=SINCE,
            source=Source(REGULATIONS, "regulation 28(2)(a)"),
            says="Otherwise: within a week of the start of each placement.",
        ),
        Rule(
            (weeks(6),),
            repeats=True,
            reference="LAC-06",
            in_force_from=SINCE,
            from_turn=2,
            source=Source(REGULATIONS, "regulation 28(2)(b) and (c)(ii)"),
            says="After that: at most six weeks apart, in the first year of a placement and later.",
        ),
    ),
    owed_by="The authority's representative, normally the social worker",
    standing=Standing.REGULATION,
    confidence=Confidence.V,
    source=Source(REGULATIONS, f"regulations 28 and 48; {ADOPTION}"),
    topic=Topic.IN_CARE,
    plain="Somebody from the council visits a looked-after child within a week of the start of each placement, and "
    "then at most six weeks apart. Some arrangements ask for visits more often, some allow fewer: the first in the "
    "list of rules that holds on the day decides.",
    needs=("placements", "visits"),
    exceptions=(
        "Placed for adoption: within a week, then weekly to the first review, then as the review decides (shown as "
        "six weeks: local standard, check).",
        "Temporary approval (regulation 24) or an interim care order at a parent's: weekly to the first review, then "
        "four weeks.",
        "With a parent before assessment (regulation 19): weekly to the first review, then six weeks.",
        "Full care order, living with a parent: within a week of the order, then six weeks.",
        "Another's arrangements (regulation 28(6)): within a week, then six weeks (local standard, check).",
        "Short breaks (regulation 48): within three months, then six (read in another's account of the source).",
        "Long-term fostering over a year, the child agreeing to fewer visits: six months, since 1 April 2015 (read in "
        "another's account of the source).",
        "Over a year in a placement meant to last to 18: three months. Otherwise within a week of each placement, then "
        "six weeks.",
    ),
    notes=(
        "The first review is taken as the first after the arrangement began.",
        "A child on a child protection plan keeps both visit clocks; the earlier leads.",
        "The first year is that of the placement, not of care.",
        TWO_YEARS_OF_COVID,
        NOT_DERIVED,
    ),
)

LOOKED_AFTER_REVIEW = by_precedence(
    "looked-after-review",
    "Review the looked-after child's case",
    reference="LAC-15",
    starts="looked_after",
    met_by=("looked_after_review_held",),
    rules=(
        _rule(
            "ADP-04",
            weeks(4),
            months(3),
            months(6),
            during="placed_for_adoption",
            restarts=True,
            at="regulation 36(3)",
            says="Placed for adoption: four weeks from the placement, three months after that, then at most six apart.",
        ),
        _rule(
            "LAC-15",
            months(3),
            months(6),
            during="short_breaks",
            sure=Confidence.V2,
            at="regulation 48, read in part",
            says="In a series of short breaks: within three months, then at most six months apart.",
        ),
        Rule(
            (working_days(20),),
            reference="LAC-15",
            in_force_from=SINCE,
            source=Source(REGULATIONS, "regulation 33(1)"),
            says="The first review: within twenty working days of coming into care.",
        ),
        Rule(
            (months(3),),
            reference="LAC-16",
            in_force_from=SINCE,
            from_turn=2,
            source=Source(REGULATIONS, "regulation 33(2)"),
            says="The second: at most three months after the first.",
        ),
        Rule(
            (months(6),),
            repeats=True,
            reference="LAC-17",
            in_force_from=SINCE,
            from_turn=3,
            source=Source(REGULATIONS, "regulation 33(2)"),
            says="Each one after that: at most six months after the one before.",
        ),
    ),
    owed_by="The authority; the independent reviewing officer chairs",
    standing=Standing.REGULATION,
    confidence=Confidence.V,
    source=Source(REGULATIONS, f"regulation 33(1) and (2), regulation 48; {ADOPTION}"),
    topic=Topic.IN_CARE,
    plain="A looked-after child's case is reviewed within twenty working days of coming into care, again within three "
    "months, and then at least every six months.",
    needs=("periods_of_care", "looked_after_reviews"),
    exceptions=(
        "Short breaks: within three months of the first, then six months.",
        "Placed for adoption: four weeks from the placement, then three months, then six (ADP-04).",
        "A review of several meetings is held on the day it was completed; one cancelled does not count.",
        "Sooner where the reviewing officer asks, or care or custody is to end (regulation 33(3)): left to a person.",
    ),
    notes=("The temporary law of 2020 and 2021 on reviews was not read: it is not modelled.",),
)

CLOCKS = (LOOKED_AFTER_VISIT, LOOKED_AFTER_REVIEW)
