"""Silences of any open case: nobody holds it, nobody wrote of a visit, no plan is under way; and of the front door."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.model import Confidence
from onechild.knowledge.silence.model import Check, Needs, Source
from onechild.knowledge.silence.reading import (
    Reading,
    in_care,
    in_need,
    last_on,
    leaving_care,
    planned_for,
    protected,
    referred,
    silence,
    with_last,
)

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _no_worker(reading: Reading) -> ir.Table:
    parts = [reading.shared(read) for read in (in_care, protected, in_need, leaving_care, referred)]
    together = ibis.union(*(part.select("child_id", "started_on") for part in parts))
    open_work = together.group_by("child_id").agg(started_on=_.started_on.min())
    leads = reading.table("allocations").filter(_.role == "lead", _.worker_id.notnull())
    held = leads.filter(leads.started_on <= reading.day, leads.ended_on.isnull() | (leads.ended_on > reading.day))
    ended = last_on(leads.filter(leads.ended_on <= reading.day), on="ended_on")
    alone = open_work.anti_join(held, "child_id").left_join(ended, "child_id")
    since = ibis.greatest(alone.started_on, alone.last_on.fill_null(alone.started_on))
    # Whoever came or was left today is given to somebody today.
    waiting = alone.select("child_id", since_on=since).filter(_.since_on < reading.day)
    return silence(waiting, since="since_on")


def _no_visit(reading: Reading) -> ir.Table:
    owed = reading.shared(planned_for)
    visits = reading.past("visits").filter(_.seen.notnull() | _.planned_on.isnull())
    known = with_last(owed, visits)
    since = ibis.greatest(known.started_on, known.last_on.fill_null(known.started_on))
    quiet = known.select("child_id", since_on=since).filter(_.since_on < reading.mark("visit_mark"))
    return silence(quiet, since="since_on")


def _no_plan(reading: Reading) -> ir.Table:
    cases = reading.shared(referred)
    assessing = reading.now("assessments")
    enquiring = reading.now("section_47_enquiries")
    helped = reading.shared(planned_for)
    leavers = reading.shared(leaving_care)
    assessed = last_on(reading.past("assessments", on="ended_on"), on="ended_on")
    bare = cases
    for rows in (assessing, enquiring, helped, leavers):
        bare = bare.anti_join(rows, "child_id")
    known = bare.left_join(assessed, "child_id")
    since = ibis.greatest(known.started_on, known.last_on.fill_null(known.started_on))
    quiet = known.select("child_id", "referral_id", since_on=since).filter(_.since_on < reading.mark("no_plan_mark"))
    return silence(quiet, row="referral_id", since="since_on")


def _decision_without_reason(reading: Reading) -> ir.Table:
    decided = reading.past("front_door_decisions").filter(_.happened_on >= reading.mark("looks_back_mark"))
    bare = decided.filter(_.outcome.notnull(), _.reason.fill_null("").strip() == "")
    return silence(bare, row="decision_id", since="happened_on", detail="outcome")


CHECKS = (
    Check(
        "no-worker",
        "Open, with no worker",
        "A child whom nobody holds is visited by nobody. The case is open and no lead worker is named on it.",
        Source("Working Together to Safeguard Children: a lead practitioner for each child", "guidance", Confidence.V2),
        mended_by="manager",
        mend="Give the child to a worker, or close the case with a reason.",
        since="Nobody since",
        query=_no_worker,
        needs=(Needs("allocations"),),
    ),
    Check(
        "no-visit-entered",
        "No visit entered",
        "Nothing tells whether anybody has been: the child was not visited, or nobody wrote it down.",
        Source("The council’s own limit, longer than any visit interval", "local", Confidence.K),
        mended_by="lead",
        mend="Write down the visits that were made. If there were none, see the child and say why.",
        since="Nothing written since",
        query=_no_visit,
        needs=(Needs("visits"),),
    ),
    Check(
        "open-without-plan",
        "Open, with no plan and no assessment",
        "The case is open, and nothing says what it is open for.",
        Source("Children Act 1989, section 17; Working Together to Safeguard Children", "guidance", Confidence.K),
        mended_by="lead",
        mend="Make the plan, begin the assessment, or close the case with a reason.",
        since="No plan since",
        query=_no_plan,
        needs=(Needs("assessments"), Needs("referrals"), Needs("child_in_need_plans")),
    ),
    Check(
        "decision-without-reason",
        "A front-door decision without a reason",
        "A decision that nobody can explain can’t be checked, and the next worker can’t learn from it.",
        Source("Working Together to Safeguard Children: decisions recorded with reasons", "guidance", Confidence.V2),
        mended_by="front_door",
        mend="Write down why it was decided so.",
        since="Decided",
        query=_decision_without_reason,
        needs=(Needs("front_door_decisions", "reason"),),
        detail_of="front_door_outcome",
    ),
)
