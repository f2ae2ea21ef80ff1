"""Reviews of looked-after children: whether all were in time, whether the child took part; and care plans."""

from __future__ import annotations

import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.engine import outcome
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.clocks.rules.care.permanence import PERMANENCE_PLAN
from onechild.knowledge.clocks.rules.care.placements import CARE_PLAN
from onechild.knowledge.clocks.rules.in_care import LOOKED_AFTER_REVIEW, LOOKED_AFTER_VISIT
from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.children import looked_after, short_breaks
from onechild.knowledge.measures.rows.duties import duties
from onechild.knowledge.measures.rows.in_care.homes import A_YEAR, with_birth
from onechild.knowledge.measures.rows.spans import back, with_date
from onechild.knowledge.workdays.lengths import Length

LATE = ("met_late", "missed", "overdue")
FOUR = Length(4, "year")
PART_TAKEN = ("PN1", "PN2", "PN3", "PN4", "PN5", "PN6")


def length_of(clock: Clock, *, rule: int, number: int = 0) -> Length:
    """A length that a clock's rule gives, where the law sets it and not a council."""
    length = clock.rules[rule].lengths[number]
    if not isinstance(length, Length):
        raise TypeError(f"rule {rule} of {clock.key} leaves its length to the council or to the plan")
    return length


# The first review's time and, last of the rules, the longest time between reviews; and that of the care plan.
FIRST_REVIEW, LATER_REVIEWS = length_of(LOOKED_AFTER_REVIEW, rule=-3), length_of(LOOKED_AFTER_REVIEW, rule=-1)
FIRST_CARE_PLAN = length_of(CARE_PLAN, rule=-1)


def with_reviews(question: Question) -> ir.Table:
    """Looked-after children: moment, row_id, child_id, long_enough (in care for the time to the first review),
    all_in_time (no review of the twelve months was late, and none is overdue).
    """

    def draw() -> ir.Table:
        held = looked_after(question).inner_join(back(question, FIRST_REVIEW).rename(new_since="day"), "moment")
        held = held.inner_join(back(question, A_YEAR).rename(since="day"), "moment")
        owed = question.table("obligations").filter(_.clock == LOOKED_AFTER_REVIEW.key)
        stood = outcome(asked := question.asked.select("moment", "to_on").cross_join(owed), asked.to_on)
        late = stood.filter(_.outcome.isin(LATE)).select(
            "moment",
            late_child="child_id",
            late_to=_.met_on.fill_null(_.ended_on.fill_null(FOREVER)),
            late_from="due_on",
        )
        inside = [
            held.moment == late.moment,
            held.child_id == late.late_child,
            late.late_to > held.since,
            late.late_from >= held.started_on,
        ]
        found = held.join(late, inside)[["moment", "row_id"]].distinct().mutate(late=True)
        rows = held.left_join(found, ["moment", "row_id"]).drop("moment_right", "row_id_right")
        return rows.select(
            "moment",
            "row_id",
            "child_id",
            long_enough=_.started_on <= _.new_since,
            all_in_time=~_.late.fill_null(False),
        )

    return question.keep("looked_after_with_reviews", draw)


def review_duties(question: Question) -> ir.Table:
    """Reviews of looked-after children that were owed, without those that fell due in a series of short breaks."""
    return question.keep("looked_after_review_duties", lambda: _outside_breaks(question, LOOKED_AFTER_REVIEW))


def first_visit_duties(question: Question) -> ir.Table:
    """The first visit owed of each placement, without those that fell due in a series of short breaks."""

    def draw() -> ir.Table:
        return _outside_breaks(question, LOOKED_AFTER_VISIT).filter(_.sequence == 1)

    return question.keep("first_visit_duties", draw)


def reviews_held(question: Question) -> ir.Table:
    """Reviews held of looked-after children: row_id, child_id, happened_on, aged_4 (or over, on the day), took_part."""

    def draw() -> ir.Table:
        held = question.table("looked_after_reviews").filter(_.happened_on.notnull(), ~_.cancelled.fill_null(False))
        rows = held.select("child_id", "happened_on", "participation", row_id="review_id")
        rows = with_date(question, with_birth(question, rows), "happened_on", Length(-FOUR.n, FOUR.unit), "four_before")
        return rows.select(
            "row_id",
            "child_id",
            "happened_on",
            aged_4=(_.born_on <= _.four_before),
            took_part=_.participation.isin(PART_TAKEN),
        )

    return question.keep("reviews_held", draw)


def care_plans(question: Question) -> ir.Table:
    """Looked-after children: moment, row_id, child_id, long_enough (in care for the time to a care plan), up_to_date.

    Up to date: there is a care plan, and it was made, agreed or reviewed within the longest time between reviews.
    """

    def draw() -> ir.Table:
        held = looked_after(question).inner_join(back(question, FIRST_CARE_PLAN).rename(new_since="day"), "moment")
        held = held.inner_join(back(question, LATER_REVIEWS).rename(since="day"), "moment")
        plans = question.table("care_plans").select(
            plan_child="child_id",
            plan_from=_.started_on,
            plan_to=_.ended_on.fill_null(FOREVER),
            made_on=_.agreed_on.fill_null(_.started_on),
        )
        inside = [held.child_id == plans.plan_child, plans.plan_from <= held.to_on, plans.plan_to > held.to_on]
        planned = held.join(plans, inside)
        newly = planned.filter((_.plan_from >= _.since) | ((_.made_on >= _.since) & (_.made_on <= _.to_on)))
        reviews = question.table("looked_after_reviews").filter(~_.cancelled.fill_null(False))
        reviews = reviews.select(review_child="child_id", reviewed_on="happened_on")
        lately = [
            planned.child_id == reviews.review_child,
            reviews.reviewed_on >= planned.since,
            reviews.reviewed_on <= planned.to_on,
        ]
        reviewed = planned.join(reviews, lately)
        keys = ["moment", "row_id"]
        current = newly[keys].union(reviewed[keys]).distinct().mutate(current=True)
        rows = held.left_join(current, keys).drop("moment_right", "row_id_right")
        return rows.select(
            "moment",
            "row_id",
            "child_id",
            long_enough=_.started_on <= _.new_since,
            up_to_date=_.current.fill_null(False),
        )

    return question.keep("care_plans_of_looked_after", draw)


def second_reviews(question: Question) -> ir.Table:
    """Second reviews of a time in care: row_id, child_id, happened_on, planned (whether a plan for permanence was
    agreed in that time in care, by the day of the review).
    """

    def draw() -> ir.Table:
        spells = question.table("journey_spells")
        reviews = spells.filter(_.kind == "second_review").select(
            "subject_id", "child_id", happened_on="started_on", row_id="spell_id"
        )
        care = spells.filter(_.kind == PERMANENCE_PLAN.starts)
        care = care.select(care_of="subject_id", care_from="started_on", care_to=_.ended_on.fill_null(FOREVER))
        inside = [
            reviews.subject_id == care.care_of,
            care.care_from <= reviews.happened_on,
            care.care_to > reviews.happened_on,
        ]
        held = reviews.join(care, inside)
        plans = question.table("permanence_plans").filter(_.started_on.notnull())
        plans = plans.select(plan_of="child_id", planned_on="started_on")
        by_then = [
            held.child_id == plans.plan_of,
            plans.planned_on >= held.care_from,
            plans.planned_on <= held.happened_on,
        ]
        planned = held.join(plans, by_then)[["row_id"]].distinct().mutate(planned=True)
        rows = held.left_join(planned, "row_id").drop("row_id_right")
        return rows.select("row_id", "child_id", "happened_on", planned=_.planned.fill_null(False)).distinct()

    return question.keep("second_reviews", draw)


def _outside_breaks(question: Question, clock: Clock) -> ir.Table:
    owed = duties(question).filter(_.clock == clock.key)
    breaks = short_breaks(question).rename(break_from="started_on", break_to="ended_on")
    on_the_day = [
        owed.child_id == breaks.child_id,
        breaks.break_from <= owed.due_on,
        breaks.break_to.fill_null(FOREVER) > owed.due_on,
    ]
    return owed.anti_join(breaks, on_the_day)
