"""Silences under a plan: core groups, conferences, what visits saw, and plans that nothing has moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.model import Confidence
from onechild.knowledge.silence.model import Check, Needs, Source
from onechild.knowledge.silence.reading import (
    Reading,
    first_of,
    in_care,
    living,
    planned_for,
    protected,
    silence,
    with_last,
)

if TYPE_CHECKING:
    import ibis.expr.types as ir

WORKING_TOGETHER = "Working Together to Safeguard Children"


def _no_core_group(reading: Reading) -> ir.Table:
    plans = reading.shared(protected).filter(_.started_on < reading.mark("core_group_mark"))
    held = reading.past("core_groups").select("child_id", held_on=_.happened_on)
    met = plans.join(held, "child_id").filter(_.held_on >= _.started_on)
    return silence(plans.anti_join(met, "plan_id"), row="plan_id")


def _no_conference_planned(reading: Reading) -> ir.Table:
    """Overdue by the clock of review conferences, and none is down for a day to come."""
    plans = reading.shared(protected)
    conferences = reading.table("conferences")
    to_come = conferences.filter(conferences.happened_on > reading.day)
    reviews = reading.past("conferences").filter(_.conference_kind == "review")
    in_plan = plans.join(reviews.select("child_id", "happened_on"), "child_id").filter(_.happened_on > _.started_on)
    known = with_last(plans.anti_join(to_come, "child_id"), in_plan, by="plan_id")
    late = known.filter(
        ibis.ifelse(
            known.last_on.isnull(),
            known.started_on < reading.mark("first_conference_mark"),
            known.last_on < reading.mark("later_conference_mark"),
        )
    )
    return silence(late.mutate(since_on=ibis.coalesce(late.last_on, late.started_on)), row="plan_id", since="since_on")


def _last_two_visits(reading: Reading) -> ir.Table:
    """The last two visits at which a child with a plan was seen: plan_id, child_id, since_on, alone, bedroom.

    A visit of which nobody says so was not alone, and the bedroom was not seen.
    """
    plans = reading.shared(protected).select("child_id", "plan_id", from_on=_.started_on)
    visits = reading.past("visits").filter(_.purpose == "child_protection", _.seen).drop("plan_id")
    under = visits.join(plans, "child_id").filter(_.happened_on >= _.from_on)
    turns = ibis.window(group_by="plan_id", order_by=[ibis.desc("happened_on"), ibis.desc("visit_id")])
    told = under.select(
        "child_id",
        "plan_id",
        "happened_on",
        turn=ibis.row_number().over(turns),
        alone=ibis.ifelse(under.seen_alone.fill_null(False), 1, 0),
        bedroom=ibis.ifelse(under.bedroom_seen.fill_null(False), 1, 0),
    )
    last_two = told.filter(_.turn < 2)
    return last_two.group_by("plan_id", "child_id").agg(
        since_on=_.happened_on.min(), alone=_.alone.sum(), bedroom=_.bedroom.sum(), visits=_.count()
    )


def _not_alone(reading: Reading) -> ir.Table:
    old_enough = reading.shared(living).filter(_.born_on < reading.mark("alone_age_mark"))
    rows = reading.shared(_last_two_visits).filter(_.visits == 2, _.alone == 0)
    return silence(rows.semi_join(old_enough, "child_id"), row="plan_id", since="since_on")


def _bedroom_not_seen(reading: Reading) -> ir.Table:
    rows = reading.shared(_last_two_visits).filter(_.visits == 2, _.bedroom == 0)
    return silence(rows, row="plan_id", since="since_on")


def _plan_moves(reading: Reading) -> ir.Table:
    """What shows that somebody looked at a plan again: a review, a conference, a core group, a new version."""
    held = (
        "conferences",
        "core_groups",
        "child_in_need_reviews",
        "looked_after_reviews",
        "placement_plans",
    )
    began = ("child_protection_plans", "child_in_need_plans", "care_plans")
    parts = [reading.past(name).select("child_id", moved_on=_.happened_on) for name in held]
    parts += [reading.past(name, on="started_on").select("child_id", moved_on=_.started_on) for name in began]
    return ibis.union(*parts)


def _unanswered(reading: Reading, events: ir.Table) -> ir.Table:
    """Of events (child_id, row_id, happened_on), the first of each child that no plan has answered in its time."""
    held = reading.shared(planned_for).select("child_id", planned_from=_.started_on)
    recent = events.filter(
        _.happened_on < reading.mark("answer_mark"), _.happened_on >= reading.mark("looks_back_mark")
    )
    asked = recent.join(held, "child_id").filter(_.planned_from <= _.happened_on)
    answers = asked.join(reading.shared(_plan_moves), "child_id").filter(_.moved_on >= _.happened_on)
    quiet = asked.anti_join(answers, "row_id")
    return silence(first_of(quiet, order=("happened_on", "row_id")), row="row_id", since="happened_on")


def _unchanged_after_missing(reading: Reading) -> ir.Table:
    rows = reading.past("missing_episodes", on="started_on").filter(_.missing_kind.fill_null("M") != "A")
    return _unanswered(reading, rows.select("child_id", row_id=_.missing_id, happened_on=_.started_on))


def _unchanged_after_section_47(reading: Reading) -> ir.Table:
    rows = reading.past("section_47_enquiries", on="started_on")
    return _unanswered(reading, rows.select("child_id", row_id=_.enquiry_id, happened_on=_.started_on))


def _step_down_without_plan(reading: Reading) -> ir.Table:
    ended = reading.past("child_protection_plans", on="ended_on").filter(_.end_reason == "stepped_down")
    recent = ended.filter(_.ended_on < reading.mark("step_down_mark"), _.ended_on >= reading.mark("looks_back_mark"))
    stepped = recent.semi_join(reading.shared(living), "child_id").select("child_id", "plan_id", "ended_on")
    plans = reading.table("child_in_need_plans").select("child_id", from_on=_.started_on, to_on=_.ended_on)
    after = stepped.join(plans, "child_id").filter(_.from_on <= reading.day, _.to_on.isnull() | (_.to_on > _.ended_on))
    bare = stepped.anti_join(after, "plan_id")
    for read in (protected, in_care):
        bare = bare.anti_join(reading.shared(read), "child_id")
    return silence(bare, row="plan_id", since="ended_on")


CHECKS = (
    Check(
        "no-core-group",
        "No core group since the plan began",
        "The core group turns a plan into what each person does. Without it the plan is a list.",
        Source(WORKING_TOGETHER, "guidance", Confidence.V2, "CP-07"),
        mended_by="lead",
        mend="Hold the core group, or write down the one that was held.",
        since="Plan began",
        query=_no_core_group,
        needs=(Needs("core_groups"),),
    ),
    Check(
        "no-conference-planned",
        "Review conference overdue, and none planned",
        "The plan is past its review and no day is set: nobody outside the team has asked whether the child is safer.",
        Source(WORKING_TOGETHER, "guidance", Confidence.V2, "CP-08, CP-09"),
        mended_by="chair",
        mend="Set the day of the review conference.",
        since="Last conference",
        query=_no_conference_planned,
        needs=(Needs("conferences"),),
    ),
    Check(
        "not-seen-alone",
        "Not seen alone at the last two visits",
        "A child can say only alone what is unsafe to say in front of others.",
        Source("Councils’ published procedures: alone at every second visit at least", "local", Confidence.V2, "CP-11"),
        mended_by="lead",
        mend="See the child alone at the next visit, or write down why not and what was done instead.",
        since="Not alone since",
        query=_not_alone,
        needs=(Needs("visits", "seen_alone"),),
    ),
    Check(
        "bedroom-not-seen",
        "Bedroom not seen at the last two visits",
        "Where a child sleeps shows what words leave out.",
        Source("Councils’ published procedures: at every second visit at least", "local", Confidence.V2, "CP-11"),
        mended_by="lead",
        mend="See the bedroom at the next visit, or write down that it was seen.",
        since="Not seen since",
        query=_bedroom_not_seen,
        needs=(Needs("visits", "bedroom_seen"),),
    ),
    Check(
        "plan-unchanged-after-missing",
        "Plan unchanged after the child was missing",
        "Going missing says that something is wrong. A plan that stays as it was has not heard it.",
        Source(
            "Statutory guidance on children who run away or go missing from home or care (2014)",
            "guidance",
            Confidence.K,
        ),
        mended_by="lead",
        mend="Look at the plan again with the child, and write down what changes or why nothing does.",
        since="Missing from",
        query=_unchanged_after_missing,
        needs=(Needs("missing_episodes"),),
    ),
    Check(
        "plan-unchanged-after-section-47",
        "Plan unchanged after a section 47 enquiry",
        "Somebody feared significant harm while a plan was in place. The plan should answer that.",
        Source(WORKING_TOGETHER, "guidance", Confidence.K),
        mended_by="lead",
        mend="Bring the enquiry to the core group or review, and write down what changes or why nothing does.",
        since="Enquiry began",
        query=_unchanged_after_section_47,
        needs=(Needs("section_47_enquiries"),),
    ),
    Check(
        "step-down-without-plan",
        "Stepped down, with no child in need plan",
        "The protection plan ended because a child in need plan would follow, and there is none.",
        Source("Inspection: children stepped down without a robust plan", "inspection", Confidence.K, "CIN-04"),
        mended_by="manager",
        mend="Make the child in need plan and visit, or write down why none is needed.",
        since="Stepped down",
        query=_step_down_without_plan,
        needs=(Needs("child_protection_plans", "end_reason"), Needs("child_in_need_plans")),
    ),
)
