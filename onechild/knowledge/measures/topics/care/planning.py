"""Visits, reviews and plans of looked-after children, and the people and schools who know them."""

from __future__ import annotations

from ibis import _

from onechild.knowledge.clocks.rules.care.placements import PLACEMENT_PLAN
from onechild.knowledge.clocks.rules.in_care import LOOKED_AFTER_REVIEW, LOOKED_AFTER_VISIT
from onechild.knowledge.measures.model import Better, Measure, Source
from onechild.knowledge.measures.rows.in_care.reviews import FIRST_CARE_PLAN, FIRST_REVIEW, LATER_REVIEWS
from onechild.knowledge.measures.topics.care.shared import (
    AT_31_MARCH,
    CARE_HEAD,
    IN_CARE,
    LOCAL,
    SCHOOL_HEAD,
    SHORT_BREAKS,
    as_at_share,
    lait,
    limited_by,
    period_share,
    twin,
)
from onechild.knowledge.measures.topics.timeliness import duties_in_time

REVIEWED = "A review is where a child's plan is held to account, by somebody who does not manage it."
PLANNED = "Carers cannot look after a child well without knowing the child's needs, routine and family."
NEW_PEOPLE = "A child who has to begin again with each new worker stops telling anybody anything."

FIRST_VISITS = duties_in_time(
    LOOKED_AFTER_VISIT,
    key="first-visits-in-time",
    title="First visits to a child in a new placement made in time",
    why="The first week in a new home is when a child most needs a known face, and when a bad fit shows.",
    rows="first visits owed",
    reference="LA07",
    excludes=f"{SHORT_BREAKS} Their visits have times of their own.",
    breakdowns=IN_CARE,
    kept_by=CARE_HEAD,
    needs=("placements", "visits"),
)

ALL_REVIEWS_IN_TIME = Measure(
    key="looked-after-reviews-all-in-time",
    title="Looked-after children all of whose reviews of the year were in time",
    reference="LA08",
    **as_at_share("children looked after, reviews"),
    out_of=_.long_enough,
    counts=_.all_in_time,
    better=Better.HIGHER,
    says=f"Of children looked after for {FIRST_REVIEW} or longer, those of whose reviews none was late at any time in "
    "the twelve months to the day, in this time in care, and none is overdue now.",
    excludes=f"{SHORT_BREAKS} Children who came into care too lately for a first review to be due.",
    why_it_matters=REVIEWED,
    **limited_by(
        LOOKED_AFTER_REVIEW,
        sources=(Source(str(LOOKED_AFTER_REVIEW.source), "V"), Source("Former national indicator 66", "K")),
    ),
)

REVIEWS_IN_TIME = duties_in_time(
    LOOKED_AFTER_REVIEW,
    key="looked-after-reviews-in-time",
    title="Reviews of looked-after children that were due and held in time",
    why=REVIEWED,
    rows="reviews owed in care",
    reference="LA08",
    excludes=SHORT_BREAKS,
    breakdowns=IN_CARE,
    kept_by=CARE_HEAD,
)

TOOK_PART_IN_REVIEW = Measure(
    key="took-part-in-review",
    title="Reviews in which the child took part",
    reference="LA09",
    **(period_share("reviews held in care", "happened_on") | {"unit": "row_id", "value_unit": "share of reviews"}),
    out_of=_.aged_4,
    counts=_.took_part,
    better=Better.HIGHER,
    says="Of reviews held in the period of children who were 4 or over on the day, those with one of the codes PN1 to "
    "PN6: the child came, or somebody spoke for the child, or the child's view came another way. PN4, where the child "
    "came and did not contribute, is one of them. Where nothing is recorded the child did not take part.",
    excludes="Reviews that were cancelled, and reviews of children under 4.",
    why_it_matters="Decisions about a child are better, and better borne, where the child was heard.",
    sources=(Source("SSDA903, codes of participation in a review", "K"),),
    standing="local",
    needs=("looked_after_reviews",),
)

THREE_OR_MORE_SOCIAL_WORKERS = Measure(
    key="three-or-more-social-workers",
    title="Looked-after children with three or more social workers in the year",
    reference="LA13",
    **as_at_share("children looked after, workers"),
    counts=_.workers >= 3,
    better=Better.LOWER,
    says="Of looked-after children, those with three or more different lead workers in the twelve months to the day. A "
    "worker who comes back counts once; one who held the case while the child was not in care counts too.",
    excludes=SHORT_BREAKS,
    why_it_matters=NEW_PEOPLE,
    sources=lait("Stability_SocialWorker"),
    standing="DfE statistic",
    needs=("periods_of_care", "allocations"),
    twin=twin(
        "Stability_SocialWorker",
        f"{AT_31_MARCH} Here every lead worker counts, whatever the role; a published official statistic in "
        "development, from a module of the SSDA903 that needs one worker open on 31 March.",
    ),
)

MOVED_SCHOOL_IN_MID_YEAR = Measure(
    key="moved-school-in-mid-year",
    title="Looked-after children who moved school in mid-year",
    reference="LA14",
    **(as_at_share("children looked after, schools") | {"kept_by": SCHOOL_HEAD}),
    counts=_.moved,
    better=Better.LOWER,
    says="Of looked-after children on a school's roll at some time in the twelve months to the day, those who moved to "
    "another school, or from none to one, in those months: not in August or September, and not before the day they "
    "first came into care in them.",
    excludes=f"{SHORT_BREAKS} Children who were on no school's roll.",
    why_it_matters="A school may be the one thing that stays the same; a move in mid-year costs months of learning.",
    sources=lait("Stability_School"),
    standing="DfE statistic",
    needs=("periods_of_care", "school_places"),
    twin=twin(
        "Stability_School",
        f"{AT_31_MARCH} Published of children found in the school census; here of those on a roll in the record.",
    ),
)

PLACEMENT_PLANS_IN_TIME = duties_in_time(
    PLACEMENT_PLAN,
    key="placement-plans-in-time",
    title="Placement plans made in time",
    why=PLANNED,
    reference="LA24",
    breakdowns=IN_CARE,
    kept_by=CARE_HEAD,
    excludes="Placements in a series of short breaks, for adoption, and temporary stays such as a holiday or hospital.",
)

CARE_PLANS_UP_TO_DATE = Measure(
    key="care-plans-up-to-date",
    title="Looked-after children whose care plan is up to date",
    reference="LA25",
    **as_at_share("children looked after, plans"),
    out_of=_.long_enough,
    counts=_.up_to_date,
    better=Better.HIGHER,
    says=f"Of children looked after for {FIRST_CARE_PLAN} or longer, those with a care plan that was made, agreed or, "
    f"by a review of the child's case, looked at again within {LATER_REVIEWS}.",
    excludes=SHORT_BREAKS,
    why_it_matters="A plan nobody has looked at is a plan for a child who has since changed.",
    sources=(LOCAL,),
    standing="local",
    needs=("periods_of_care", "care_plans", "looked_after_reviews"),
)

MEASURES: tuple[Measure, ...] = (
    FIRST_VISITS,
    ALL_REVIEWS_IN_TIME,
    REVIEWS_IN_TIME,
    TOOK_PART_IN_REVIEW,
    THREE_OR_MORE_SOCIAL_WORKERS,
    MOVED_SCHOOL_IN_MID_YEAR,
    PLACEMENT_PLANS_IN_TIME,
    CARE_PLANS_UP_TO_DATE,
)
