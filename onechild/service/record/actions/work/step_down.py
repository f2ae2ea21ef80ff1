"""The step-down contract: a child protection plan ends, and what it had not yet changed goes on under a named worker.

Statutory guidance: Working Together to Safeguard Children (2023, read second-hand; 2026 edition: check). The visit
floor, the carried outcomes and the watch are the council's own, after an inspection found such plans not robust enough.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from onechild.service.govuk.words import date_only
from onechild.service.record.actions import allocations, clocks, handovers
from onechild.service.record.actions.allocating.acting import Protected
from onechild.service.record.actions.allocating.first_year import refuse_protected
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.promises import pass_on
from onechild.service.record.actions.visit_intervals import end_with_plan, most_for
from onechild.service.record.actions.work.chairs import let_go
from onechild.service.record.actions.work.conferences import call_off_reviews
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.actions.work.outcomes import carry_over, drop_outcome, meet_outcome
from onechild.service.record.actions.work.watches import begin_watch
from onechild.service.record.models import (
    Child,
    ChildInNeedPlan,
    ChildProtectionCategory,
    ChildProtectionPlan,
    Decision,
    DecisionExplained,
    EarlyHelpEpisode,
    NeedPlanNote,
    StepDown,
    StepTaken,
)
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.work.in_post import in_post, team_in_post
from onechild.service.record.queries.work.outcomes import unmet
from onechild.service.record.queries.work.reviews import last_reviews


class NotYet(Exception):
    """A step down that may not be completed; the message says to its user what is missing or who can do it."""


@dataclass(frozen=True, kw_only=True)
class ChildStep:
    """What is answered for one child: each unmet outcome is carried, met or dropped; the words the child can read."""

    plan: ChildProtectionPlan
    carried: frozenset[str]
    met: Mapping[str, str] = field(default_factory=dict)
    dropped: Mapping[str, str] = field(default_factory=dict)
    childs_voice: str = ""
    explanation: str
    explained_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What is one for brothers and sisters. To early help, the worker may be a named practitioner of another agency."""

    on: date
    reason: str
    if_worse: str
    options: str = ""
    seen: str = ""
    decided_by: str = ""
    worker_id: str | None = None
    visit_every_days: int | None = None
    first_visit_by: date | None = None
    first_review_by: date | None = None
    to_early_help: bool = False
    worker_words: str = ""
    organisation: str = ""


def step_down(
    *,
    steps: Sequence[ChildStep],
    terms: Terms,
    team_ids: Sequence[str],
    may_allocate: bool,
    decider_id: str | None,
    by: Person,
    now: datetime,
    today: date,
) -> list[StepDown]:
    """Step children down from their protection plans on one day, together or not at all; returns the contracts.

    `team_ids` are the decider's teams: the named worker is of these, or of the team that holds the child; who may not
    allocate names whoever holds the case. Raises NotYet where a plan is its source's or has ended, where an unmet
    outcome is left unanswered, the worker cannot be named, or a plan was not ended by its last review and nobody says
    who decided that it ends.
    """
    with change_set(by=by, kind="edit", words="Stepped down from a child protection plan"):
        children = locked([step.plan.child_id for step in steps])
        _terms_whole(terms)
        made: list[StepDown] = []
        for step in steps:
            child = children[step.plan.child_id]
            plan = _to_end(step, terms)
            leads = open_allocations(today).filter(child=child, role="lead", worker=terms.worker_id).exists()
            team_id = _named_worker(
                child, terms, team_ids if may_allocate else None, decider_id=decider_id, by=by, now=now, today=today
            )
            group = made[0].decision.group_id or made[0].decision_id if made else ""
            decided = _decided(terms, plan, team_id)
            decision = enter(decided, child=child, worker_id=decider_id, by=by, now=now, today=today, group_id=group)
            _settle(step, on=terms.on, by=by, today=today)
            _end(plan, terms, now=now, today=today)
            if not (leads or terms.to_early_help):
                _refuse_first_year(child, terms, today=today)
            row = _help(child, plan, terms, team_id=team_id, today=today)
            if isinstance(row, ChildInNeedPlan):
                carry_over(
                    from_plan_id=plan.pk, to_plan_kind="need", to_plan_id=row.pk, by=by, today=today, only=step.carried
                )
                _note(row, step, terms, today=today)
            _explain(child, step, terms, decider_id=decider_id, today=today)
            begin_watch(decision=decision, kind="step_down", on=terms.on)
            made.append(_contract(child, plan, row, step, terms, decision=decision, today=today))
        _join(made)
        clocks.renew(children)
    return made


def _terms_whole(terms: Terms) -> None:
    if terms.to_early_help:
        if not (terms.worker_id or terms.worker_words.strip()):
            raise NotYet("Name the practitioner who helps the family. A child is not stepped down to nobody.")
        return
    if not terms.worker_id:
        raise NotYet("Name the worker who holds the child in need plan. A child is not stepped down to nobody.")
    if not terms.visit_every_days:
        raise NotYet("Say how often the child is seen at least.")


def _to_end(step: ChildStep, terms: Terms) -> ChildProtectionPlan:
    """The plan, locked, that may be ended on the day, with every unmet outcome answered."""
    plan = ChildProtectionPlan.objects.select_for_update().get(pk=step.plan.pk)
    if plan.origin_id is not None:
        raise NotYet("This child protection plan is kept in the case system. Step it down there.")
    if plan.ended_on is not None:
        raise NotYet("This child protection plan has ended already.")
    if terms.on < plan.started_on:
        raise NotYet("A plan can’t end before it began.")
    _reviewed(plan, terms)
    answered = {*step.carried, *step.met, *step.dropped}
    if left := [row for row in unmet(plan.pk) if row.pk not in answered]:
        raise NotYet(f"Say what becomes of each outcome that is not met: {left[0].outcome}")
    if terms.to_early_help and step.carried:
        raise NotYet(
            "Early help has no plan of ours to carry an outcome into: say that it is met, or why it is dropped."
        )
    return plan


def _reviewed(plan: ChildProtectionPlan, terms: Terms) -> None:
    """A plan ends by its last review conference, not before its day; else somebody says who decided that it ends."""
    last = last_reviews([plan.pk]).get(plan.pk)
    if last is not None and terms.on < last.happened_on:
        raise NotYet(f"The plan was reviewed on {date_only(last.happened_on)}: it can’t end before that day.")
    if (last is None or last.plan_continues is not False) and not terms.decided_by.strip():
        raise NotYet("No review conference decided last that this plan ends: say who decided it, and when.")


def _named_worker(
    child: Child,
    terms: Terms,
    team_ids: Sequence[str] | None,
    *,
    decider_id: str | None,
    by: Person,
    now: datetime,
    today: date,
) -> str | None:
    """The team of the named worker, who now holds the case, given it here where nobody or another of ours held it.

    With no `team_ids` nobody is given it. The handover begins and open promises go along, as with any change of worker.
    """
    lead = open_allocations(today).filter(child=child, role="lead").first()
    holding = lead.team_id if lead else None
    if terms.to_early_help or terms.worker_id is None:
        return holding
    if lead is not None and lead.worker_id == terms.worker_id:
        return holding
    if team_ids is None:
        raise NotYet("You can name whoever holds the case. To give it to somebody else, ask a manager who allocates.")
    teams = [holding, *team_ids]
    if terms.worker_id not in dict(in_post(teams, today=today)):
        raise NotYet("The named worker must be in post, in the team that holds the child or in one of yours.")
    team_id = team_in_post(terms.worker_id, among=teams, today=today) or holding or ""
    try:
        allocations.end_lead(child=child, on=today, by=by, today=today, reason="TSPROC", words="Stepped down")
        made = allocations.start_lead(
            child=child, worker_id=terms.worker_id, team_id=team_id, on=today, by=by, today=today
        )
    except allocations.AlreadyHeld as held:
        raise NotYet(f"{held} Or name the worker who holds it.") from held
    handovers.begin(child=child, ended_allocation=lead, allocation=made, by=by, now=now, today=today)
    pass_on(
        child=child,
        from_worker_id=lead.worker_id if lead else None,
        to_worker_id=terms.worker_id,
        by=by,
        by_worker_id=decider_id,
        now=now,
        today=today,
    )
    return team_id


def _refuse_first_year(child: Child, terms: Terms, *, today: date) -> None:
    """Raise NotYet where a new lead in the protected first year would hold protection or court work that goes on."""
    try:
        refuse_protected([child.pk], worker_id=terms.worker_id or "", on=max(terms.on, today), today=today)
    except Protected as protected:
        raise NotYet(f"{protected} Choose somebody else, or allocate first and say why the rule is set aside.") from (
            protected
        )


def _decided(terms: Terms, plan: ChildProtectionPlan, team_id: str | None) -> Decided:
    to = "early help" if terms.to_early_help else "a child in need plan"
    return Decided(
        kind="step_down",
        outcome="early_help" if terms.to_early_help else "child_in_need_plan",
        outcome_words=f"Stepped down to {to}",
        reason=terms.reason,
        options=terms.options,
        seen=f"{terms.seen} The plan’s end was decided: {terms.decided_by}" if terms.decided_by else terms.seen,
        about="child_protection_plans",
        about_id=plan.pk,
        team_id=team_id,
    )


def _settle(step: ChildStep, *, on: date, by: Person, today: date) -> None:
    for row in unmet(step.plan.pk):
        if row.pk in step.met:
            meet_outcome(outcome=row, on=on, words=step.met[row.pk], by=by, today=today)
        elif row.pk in step.dropped:
            drop_outcome(outcome=row, on=on, reason=step.dropped[row.pk], by=by, today=today)


def _end(plan: ChildProtectionPlan, terms: Terms, *, now: datetime, today: date) -> None:
    """End the plan and all that hangs on it; a child in need plan of ours that rested under it ends where it began."""
    plan.ended_on, plan.end_recorded_on = terms.on, today
    plan.end_reason = "early_help" if terms.to_early_help else "stepped_down"
    plan.save(update_fields=["ended_on", "end_recorded_on", "end_reason"])
    let_go(child_id=plan.child_id, today=today)
    end_with_plan(plan=plan, on=terms.on, today=today)
    call_off_reviews(plan, reason="The plan ended: stepped down", now=now, today=today)
    for category in ChildProtectionCategory.objects.filter(plan=plan, ended_on__isnull=True, origin__isnull=True):
        category.ended_on, category.end_recorded_on = max(terms.on, category.started_on), today
        category.save(update_fields=["ended_on", "end_recorded_on"])
    for old in ChildInNeedPlan.objects.filter(child_id=plan.child_id, ended_on__isnull=True):
        if old.origin_id is not None:
            raise NotYet("A child in need plan is still open in the case system. End it there first.")
        old.ended_on, old.end_recorded_on = max(old.started_on, min(plan.started_on, terms.on)), today
        old.end_reason = "child_protection"
        old.save(update_fields=["ended_on", "end_recorded_on", "end_reason"])
        end_with_plan(plan=old, on=old.ended_on, today=today)


def _help(
    child: Child, plan: ChildProtectionPlan, terms: Terms, *, team_id: str | None, today: date
) -> ChildInNeedPlan | EarlyHelpEpisode:
    """What the child is stepped down to, from the same day."""
    if terms.to_early_help:
        StepTaken.objects.create(
            child=child, step="closure_decided", happened_on=terms.on, worker_id=terms.worker_id, recorded_on=today
        )
        return EarlyHelpEpisode.objects.create(
            child=child,
            started_on=terms.on,
            reason="Stepped down from a child protection plan",
            organisation=terms.organisation or None,
            worker_id=terms.worker_id,
            recorded_on=today,
        )
    made = ChildInNeedPlan(
        child=child,
        referral_id=plan.referral_id,
        started_on=terms.on,
        stepped_down=True,
        visit_every_days=terms.visit_every_days,
        team_id=team_id,
        worker_id=terms.worker_id,
        recorded_on=today,
    )
    most = most_for(made, on=terms.on)
    if not 1 <= (terms.visit_every_days or 0) <= most:
        raise NotYet(f"The visit floor can’t be looser than the council’s own: every {most} days at the longest.")
    made.save(force_insert=True)
    return made


def _note(plan: ChildInNeedPlan, step: ChildStep, terms: Terms, *, today: date) -> None:
    """The plan is agreed with the step down: what is written in it begins with what was said there."""
    NeedPlanNote.objects.create(
        child_id=plan.child_id,
        plan=plan,
        status="approved",
        why=terms.reason,
        childs_voice=step.childs_voice,
        if_worse=terms.if_worse,
        next_review_on=terms.first_review_by,
        begins_on=terms.on,
        visit_every_days=terms.visit_every_days,
        referral_id=plan.referral_id,
        written_by_id=terms.worker_id,
        recorded_on=today,
    )


def _explain(child: Child, step: ChildStep, terms: Terms, *, decider_id: str | None, today: date) -> None:
    DecisionExplained.objects.create(
        child=child,
        decision_kind="step_down",
        happened_on=terms.on,
        decided_by_id=decider_id,
        options=terms.options or None,
        reasons=terms.reason,
        explained_on=step.explained_on,
        childs_words=step.explanation,
        recorded_on=today,
    )


def _contract(
    child: Child,
    plan: ChildProtectionPlan,
    row: ChildInNeedPlan | EarlyHelpEpisode,
    step: ChildStep,
    terms: Terms,
    *,
    decision: Decision,
    today: date,
) -> StepDown:
    return StepDown.objects.create(
        child=child,
        happened_on=terms.on,
        recorded_on=today,
        protection_plan=plan,
        need_plan=row if isinstance(row, ChildInNeedPlan) else None,
        early_help=row if isinstance(row, EarlyHelpEpisode) else None,
        to_early_help=terms.to_early_help,
        worker_id=terms.worker_id,
        worker_words=terms.worker_words,
        visit_every_days=terms.visit_every_days,
        first_visit_by=terms.first_visit_by,
        first_review_by=terms.first_review_by,
        if_worse=terms.if_worse,
        childs_voice=step.childs_voice,
        decision=decision,
    )


def _join(made: Sequence[StepDown]) -> None:
    """One decision about several children: the first names the group that the others are in already."""
    if len(made) > 1:
        first = made[0].decision
        first.group_id = first.pk
        first.save(update_fields=["group_id"])
