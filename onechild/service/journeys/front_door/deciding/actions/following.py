"""What follows from a decision on a contact: a referral on a team's list, help early, a watch, the worker told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from django.urls import reverse

from onechild.service.access.actions.restrict_at_once import leads_of, tell_person
from onechild.service.journeys.front_door.outcomes import Outcome
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.record.actions.allocations import start_lead
from onechild.service.record.actions.change_sets import Person
from onechild.service.record.actions.promises import give
from onechild.service.record.actions.work.referrals import open_referral
from onechild.service.record.actions.work.watches import begin_watch
from onechild.service.record.models import Contact, Decision, EarlyHelpEpisode
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.work.referrals import comes_of, open_referral_of


class FollowUp(Protocol):
    """What the decider said of what comes next: of `deciding.Terms`, as much as is needed here."""

    @property
    def team_id(self) -> str | None: ...
    @property
    def primary_need(self) -> str | None: ...
    @property
    def direction(self) -> str: ...
    @property
    def direction_due(self) -> date | None: ...
    @property
    def organisation(self) -> str: ...


def follow(
    *,
    decision: Decision,
    outcome: Outcome,
    contact_id: str,
    terms: FollowUp,
    worker_id: str | None,
    by: Person,
    today: date,
) -> bool:
    """Write what follows from a decision, inside its change-set.

    This function will say whether it became part of a referral that was open. It raises NotPossible where nobody holds
    the child and no team was chosen, or there is no worker to pass the contact to.
    """
    lead = lead_of(decision.child_id, today)
    if outcome.key == "existing_worker" and lead is None:
        raise NotPossible("Nobody works with this child now: decide something else, or choose an assessment.")
    reused = outcome.key == "existing_worker"
    if outcome.referral:
        reused = _refer(decision, outcome, contact_id, terms, by, today)
        if lead is None:
            if not terms.team_id:
                raise NotPossible("Choose the team that takes the child on.")
            start_lead(
                child=decision.child,
                worker_id=None,
                team_id=terms.team_id,
                on=today,
                by=by,
                today=today,
                priority="urgent" if outcome.key == "section_47" else None,
            )
    if outcome.key == "early_help" and terms.organisation:
        EarlyHelpEpisode.objects.create(
            child_id=decision.child_id,
            started_on=today,
            recorded_on=today,
            reason=decision.reason,
            organisation=terms.organisation,
        )
    if outcome.watch:
        begin_watch(decision=decision, kind=outcome.watch, on=today)
    if terms.direction and (outcome.referral or outcome.key == "existing_worker"):
        give(
            child=decision.child,
            words=terms.direction,
            owner_id=lead or None,
            due_on=terms.direction_due,
            given_in="front_door",
            given_in_id=decision.pk,
            by=by,
            by_worker_id=worker_id,
            now=decision.decided_at,
            today=today,
        )
    return reused


def lead_of(child_id: str, today: date) -> str | None:
    """This function will return who leads on the child: a worker's key, "" where the child waits on a team's list.

    None where nobody does.
    """
    row = open_allocations(today).filter(child_id=child_id, role="lead").order_by("-started_on").first()
    return None if row is None else row.worker_id or ""


def tell_leads(decisions: Iterable[Decision]) -> None:
    """Tell the workers who lead on these children at once, on their own first page, in words that name no child."""
    for decision in decisions:
        if decision.outcome in ("existing_worker", "referral", "section_47"):
            page = reverse("child", args=[decision.child.la_child_id])
            for lead in leads_of(decision.child_id):
                words = f"The front door decided on a contact about a child you work with: {decision.outcome_words}."
                tell_person(child_id=decision.child_id, user_id=lead.user_id, words=words, page=page)


def _refer(
    decision: Decision,
    outcome: Outcome,
    contact_id: str,
    terms: FollowUp,
    by: Person,
    today: date,
) -> bool:
    """Open the referral, or go on with the one there; whether that one came of something else than this contact."""
    contact = Contact.objects.get(pk=contact_id)
    received_on = min(contact.happened_on, today)
    there = open_referral_of(decision.child_id, today)
    reused = there is not None and not comes_of(there, contact_id=contact_id, received_on=received_on)
    open_referral(
        child=decision.child,
        source_kind=contact.source_kind,
        source_words=contact.source_words,
        contact_id=contact_id,
        decided_on=today,
        received_on=received_on,
        team_id=terms.team_id,
        primary_need=terms.primary_need,
        by=by,
        today=today,
        outcome=outcome.referral,
    )
    return reused
