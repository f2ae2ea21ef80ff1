"""Silences of children in care: the plans and reviews that are not there, and health that nobody has looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.model import Confidence
from onechild.knowledge.silence.model import Check, Needs, Source
from onechild.knowledge.silence.reading import Reading, first_of, in_care, silence

if TYPE_CHECKING:
    import ibis.expr.types as ir

REGULATIONS = "Care Planning, Placement and Case Review (England) Regulations 2010"
# Placed for adoption has a plan of its own law; a temporary move keeps the plan of the placement it left.
NO_PLACEMENT_PLAN = ("A3", "A4", "A5", "A6", "T0", "T1", "T2", "T3", "T4")


def _no_placement_plan(reading: Reading) -> ir.Table:
    rows = reading.now("placements").semi_join(reading.shared(in_care), "child_id")
    placed = rows.filter(
        rows.started_on < reading.mark("placement_plan_mark"),
        rows.placement_kind.isnull() | rows.placement_kind.notin(NO_PLACEMENT_PLAN),
    ).select("child_id", "placement_id", "started_on", "placement_kind")
    plans = reading.past("placement_plans")
    bare = placed.anti_join(plans.filter(_.placement_id.notnull()), "placement_id")
    # A plan that does not say which placement it is for is of the one that held on its day.
    loose = plans.filter(_.placement_id.isnull()).select("child_id", made_on=_.happened_on)
    of_this = bare.join(loose, "child_id").filter(_.made_on >= _.started_on)
    return silence(bare.anti_join(of_this, "placement_id"), row="placement_id", detail="placement_kind")


def _reviews(reading: Reading) -> ir.Table:
    """Reviews held in the time in care that holds on the day: care_id, child_id, happened_on, number from 1."""
    held = reading.past("looked_after_reviews").filter(~_.cancelled.fill_null(False))
    care = reading.shared(in_care).select("child_id", "care_id", began_on=_.started_on)
    within = held.select("child_id", "happened_on", "review_id").join(care, "child_id")
    within = within.filter(_.happened_on >= _.began_on)
    along = ibis.window(group_by="care_id", order_by=["happened_on", "review_id"])
    return within.mutate(number=ibis.row_number().over(along) + 1)


def _no_review_planned(reading: Reading) -> ir.Table:
    """Overdue by the clock of reviews, and none is down for a day to come."""
    reviews = reading.table("looked_after_reviews").filter(~_.cancelled.fill_null(False))
    to_come = reviews.filter(
        (reviews.happened_on > reading.day) | (reviews.happened_on.isnull() & (reviews.target_on >= reading.day))
    )
    held = reading.shared(_reviews).group_by("care_id").agg(last_on=_.happened_on.max(), many=_.count())
    care = reading.shared(in_care).anti_join(to_come, "child_id")
    known = care.left_join(held, "care_id").select("child_id", "care_id", "started_on", "last_on", "many")
    last = ibis.coalesce(known.last_on, known.started_on)
    mark = ibis.cases(
        (known.many.isnull(), reading.mark("first_review_mark")),
        (known.many == 1, reading.mark("second_review_mark")),
        else_=reading.mark("later_review_mark"),
    )
    late = known.mutate(since_on=last, mark=mark).filter(_.since_on < _.mark)
    return silence(late, row="care_id", since="since_on")


def _no_care_plan(reading: Reading) -> ir.Table:
    care = reading.shared(in_care).filter(_.started_on < reading.mark("care_plan_mark"))
    rows = reading.table("care_plans")
    current = rows.filter(rows.started_on <= reading.day, rows.ended_on.isnull() | (rows.ended_on > reading.day))
    return silence(care.anti_join(current, "child_id"), row="care_id")


def _no_permanence_plan(reading: Reading) -> ir.Table:
    second = reading.shared(_reviews).filter(_.number == 2).select("child_id", "care_id", "happened_on")
    plans = reading.table("permanence_plans")
    known = plans.filter(
        plans.started_on.isnull() | (plans.started_on <= reading.day),
        plans.ended_on.isnull() | (plans.ended_on > reading.day),
    )
    return silence(second.anti_join(known, "child_id"), row="care_id", since="happened_on")


def _immunisations(reading: Reading) -> ir.Table:
    care = reading.shared(in_care).filter(_.started_on < reading.mark("settled_mark"))
    told = reading.past("immunisations").filter(_.up_to_date.notnull())
    latest = first_of(told, order=("happened_on", "immunisation_id"), down=True)
    known = care.left_join(latest.select("child_id", told_on=_.happened_on, good=_.up_to_date), "child_id")
    wanting = known.filter(~known.good.fill_null(False)).mutate(
        since_on=ibis.coalesce(known.told_on, known.started_on),
        detail=ibis.ifelse(known.told_on.isnull(), "unknown", "behind"),
    )
    return silence(wanting, row="care_id", since="since_on", detail="detail")


def _not_explained(reading: Reading) -> ir.Table:
    rows = reading.past("decisions_explained").filter(
        _.happened_on < reading.mark("explained_mark"), _.happened_on >= reading.mark("looks_back_mark")
    )
    untold = rows.filter(rows.explained_on.isnull() | (rows.explained_on > reading.day))
    return silence(untold, row="explanation_id", since="happened_on", detail="decision_kind")


def _loose_direction(reading: Reading) -> ir.Table:
    """Directions that are open and have nobody who must see to them, or no day by which."""
    rows = reading.past("directions").filter(_.happened_on >= reading.mark("looks_back_mark"))
    undone = rows.filter(
        rows.done_on.isnull() | (rows.done_on > reading.day),
        rows.withdrawn_on.isnull() | (rows.withdrawn_on > reading.day),
    )
    loose = undone.filter(undone.owner_id.isnull() | undone.due_on.isnull())
    return silence(loose, row="direction_id", since="happened_on", detail="given_in")


CHECKS = (
    Check(
        "no-placement-plan",
        "Placed, with no placement plan",
        "The placement plan tells the carer what the child needs, who decides what and whom the child may see.",
        Source(f"{REGULATIONS}, regulation 9", "law", Confidence.V2),
        mended_by="lead",
        mend="Make the placement plan with the carer and the child.",
        since="Placed",
        query=_no_placement_plan,
        needs=(Needs("placement_plans"),),
        detail_of="placement_type",
    ),
    Check(
        "no-review-planned",
        "Review overdue, and none planned",
        "The review is the child’s own meeting. It is past its time and no day is set.",
        Source(f"{REGULATIONS}, regulation 33", "law", Confidence.V, "LAC-15"),
        mended_by="reviewing_officer",
        mend="Set the day of the review with the child.",
        since="Last review, or care began",
        query=_no_review_planned,
        needs=(Needs("looked_after_reviews"),),
    ),
    Check(
        "no-care-plan",
        "In care, with no care plan",
        "Nobody can say what the council means to do for the child, or hold it to that.",
        Source(f"{REGULATIONS}, regulations 4 and 5", "law", Confidence.V2),
        mended_by="lead",
        mend="Make the care plan.",
        since="In care from",
        query=_no_care_plan,
        needs=(Needs("care_plans"),),
    ),
    Check(
        "no-permanence-plan",
        "No plan for permanence after the second review",
        "A child who doesn’t know where they will grow up waits. The second review should have settled it.",
        Source("Care planning guidance, volume 2", "guidance", Confidence.V2, "LAC-20"),
        mended_by="reviewing_officer",
        mend="Agree the plan for permanence, and a parallel one if need be.",
        since="Second review",
        query=_no_permanence_plan,
        needs=(Needs("permanence_plans"), Needs("looked_after_reviews")),
    ),
    Check(
        "immunisations",
        "Immunisations not up to date, or not known",
        "Moves lose the thread of a child’s health. Nothing says that the immunisations due by age were given.",
        Source(
            "Promoting the health and well-being of looked-after children (2015)", "guidance", Confidence.V, "HLT-05"
        ),
        mended_by="lead",
        mend="Ask the carer and the nurse for looked-after children, and write down what they say.",
        since="As known, or in care, since",
        query=_immunisations,
        needs=(Needs("immunisations"),),
    ),
    Check(
        "decision-not-explained",
        "A decision not explained to the child",
        "The decision changed the child’s life and nothing says that anybody told the child why.",
        Source("Children Act 1989, section 22(4) and (5): the child’s wishes and feelings", "law", Confidence.K),
        mended_by="lead",
        mend="Explain it to the child, in words that the child can keep.",
        since="Decided",
        query=_not_explained,
        needs=(Needs("decisions_explained", "explained_on"),),
        detail_of="life_decision",
    ),
    Check(
        "direction-without-owner",
        "A direction with nobody to do it, or no day",
        "What everybody should do and nobody must do is not done.",
        Source("The council’s own standard of management oversight", "local", Confidence.K),
        mended_by="manager",
        mend="Name who does it and by when, or withdraw it with a reason.",
        since="Given",
        query=_loose_direction,
        needs=(Needs("directions", "owner_id"), Needs("directions", "due_on")),
        detail_of="direction_source",
    ),
)
