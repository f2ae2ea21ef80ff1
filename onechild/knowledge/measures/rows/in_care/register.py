"""The rows that measures of looked-after children count, by name."""

from __future__ import annotations

from collections.abc import Callable

import ibis.expr.types as ir

from onechild.knowledge.measures.question import Question
from onechild.knowledge.measures.rows.in_care import (
    adoption,
    comings,
    education,
    health,
    homes,
    matching,
    missing,
    people,
    reviews,
)

ROWS: dict[str, Callable[[Question], ir.Table]] = {
    "adoptions": adoption.adopted,
    "adoptions of three years": adoption.adopted_in_three_years,
    "children looked after, a year in care": health.a_year_in_care,
    "children looked after, arrivals": people.arrivals,
    "children looked after, in families": matching.identity,
    "children looked after, moves": homes.stability,
    "children looked after, placed": homes.placed,
    "children looked after, plans": reviews.care_plans,
    "children looked after, pupils": education.pupils,
    "children looked after, reviews": reviews.with_reviews,
    "children looked after, schools": people.schools,
    "children looked after, siblings": people.with_siblings,
    "children looked after, workers": people.social_workers,
    "children reported on": adoption.reported_on,
    "children waiting for adoption": adoption.waiting,
    "children in care during": missing.in_care_during,
    "children who came back": comings.come_back,
    "children who came into care": comings.started,
    "children who left care": comings.ceased,
    "education plans made": education.plans_made,
    "first visits owed": reviews.first_visit_duties,
    "long-term placements": matching.long_term_placements,
    "plans for long-term fostering": matching.plans_for_long_term_fostering,
    "returns from missing": missing.returns,
    "reviews held in care": reviews.reviews_held,
    "reviews owed in care": reviews.review_duties,
    "school years": education.school_years,
    "second reviews": reviews.second_reviews,
}
