"""Decides a contact, for all its children or for each: into the contract, the register, and on to what follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from onechild.knowledge.workdays import london
from onechild.service.journeys.front_door.deciding.actions import following
from onechild.service.journeys.front_door.deciding.actions.moving import (
    YOU_SCREENED,
    linked_children,
    note_move,
    screened_it,
    still_open,
    to_stage,
)
from onechild.service.journeys.front_door.deciding.actions.screening import ABOUT
from onechild.service.journeys.front_door.outcomes import BY_KEY, OUTCOMES, SCREENING, Outcome
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.actions.work.strategy import open_discussion
from onechild.service.record.models import (
    Child,
    Decision,
    FrontDoorDecision,
    Intake,
    IntakeChild,
    IntakeStage,
    StrategyDiscussion,
    StrategyNote,
)
from onechild.service.record.models import Outcome as OutcomeRow
from onechild.service.record.queries.versions import versions

# What somebody who decides has read: where another changed it meanwhile, they read it again before they decide.
MATERIAL = ("words", "support_asked", "priority", "needed_before", "sensitive", "suggested", "stage", "family_told")


class ReadAgain(Exception):
    """The contact was changed since the decider opened it. Nothing was written; `version` is the newest."""

    def __init__(self, words: str, version: int) -> None:
        super().__init__(words)
        self.version = version


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What is decided for one child of the contact, and why."""

    outcome: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What goes with a decision: what it is mainly about, what was seen, and what the next worker is told to do."""

    category: str = ""
    seen: Sequence[str] = ()
    team_id: str | None = None
    primary_need: str | None = None
    direction: str = ""
    direction_due: date | None = None
    organisation: str = ""


@dataclass(frozen=True, kw_only=True)
class _Deciding:
    """One act of deciding: whoever acts, when, at which stage, and what they decide."""

    row: Intake
    terms: Terms
    stage: str
    worker_id: str | None
    by: Person
    now: datetime
    made: list[Decision] = field(default_factory=list)

    @property
    def today(self) -> date:
        return london(self.now)


def decide(
    *,
    intake: Intake,
    verdicts: Mapping[str, Verdict],
    terms: Terms,
    seen_version: int,
    worker_id: str | None,
    by: Person,
    now: datetime,
) -> list[Decision]:
    """Decide a contact; `verdicts` has one for each of its children, by the key of the intake's child.

    "screening" passes the whole contact on. This function will return the entries of the register. It raises
    NotPossible where it can't be decided, or the one who screened it would decide; ReadAgain where it was changed
    meanwhile.
    """
    with change_set(by=by, kind="edit", words="Contact decided"):
        children = locked([str(one.child_id) for one in linked_children(Intake.objects.get(pk=intake.pk))])
        row = still_open(intake)
        rows = linked_children(row)
        _refuse(row, rows, verdicts, seen_version, worker_id, by)
        deciding = _Deciding(row=row, terms=terms, stage=_stage(row), worker_id=worker_id, by=by, now=now)
        for one in rows:
            _decide_one(deciding, one, children[str(one.child_id)], verdicts[one.pk])
        first = verdicts[rows[0].pk]
        if first.outcome == SCREENING.key:
            to_stage(row, stage=IntakeStage.SCREENING, reason=first.reason, worker_id=worker_id, by=by, now=now)
        else:
            _finish(deciding, _gravest(verdicts), first.reason)
            _open_strategy(deciding, rows, verdicts, children)
        clocks.renew(children)
        following.tell_leads(deciding.made)
        return deciding.made


def _refuse(
    row: Intake,
    rows: Sequence[IntakeChild],
    verdicts: Mapping[str, Verdict],
    seen_version: int,
    worker_id: str | None,
    by: Person,
) -> None:
    if row.stage not in (IntakeStage.INITIAL, IntakeStage.FINAL):
        raise NotPossible("This contact does not wait for a decision now.")
    if row.stage == IntakeStage.FINAL and screened_it(row, worker_id=worker_id, by=by):
        raise NotPossible(YOU_SCREENED)
    if {one.pk for one in rows} != set(verdicts):
        raise ReadAgain("The children of this contact were changed since you opened it.", row.edit_version)
    passed_on = {verdict.outcome == SCREENING.key for verdict in verdicts.values()}
    if len(passed_on) > 1 or (True in passed_on and row.stage != IntakeStage.INITIAL):
        raise NotPossible("Screening is for the whole contact, and comes before the final decision.")
    if row.edit_version != seen_version and (by_whom := _changed_since(row, seen_version)):
        raise ReadAgain(f"{by_whom} changed this contact since you opened it.", row.edit_version)


def _changed_since(row: Intake, seen_version: int) -> str:
    """Who changed anything that a decider reads, since a version; nothing where nobody did."""
    known = versions(row, since=max(seen_version, 1))
    seen = known[0].row
    changed = [one for one in known if any(one.row[name] != seen[name] for name in MATERIAL)]
    return changed[-1].by if changed else ""


def _stage(row: Intake) -> str:
    return "initial" if row.stage == IntakeStage.INITIAL else "final"


def _decide_one(deciding: _Deciding, one: IntakeChild, child: Child, verdict: Verdict) -> None:
    row, outcome = deciding.row, BY_KEY[verdict.outcome]
    FrontDoorDecision.objects.create(
        child=child,
        contact_id=one.contact_id,
        happened_on=deciding.today,
        recorded_on=deciding.today,
        decided_at=deciding.now,
        stage=deciding.stage,
        outcome=outcome.key,
        screened_by_id=row.screener_id,
        decided_by_id=deciding.worker_id,
        reason=verdict.reason,
    )
    decision = _register(deciding, child, outcome, verdict.reason)
    if outcome is SCREENING:
        return
    reused = following.follow(
        decision=decision,
        outcome=outcome,
        contact_id=str(one.contact_id),
        terms=deciding.terms,
        worker_id=deciding.worker_id,
        by=deciding.by,
        today=deciding.today,
    )
    OutcomeRow.objects.create(
        child=child,
        happened_on=deciding.today,
        recorded_on=deciding.today,
        outcome_of="contact",
        outcome_of_id=one.contact_id,
        outcome="existing_referral" if reused else outcome.contact,
    )


def _register(deciding: _Deciding, child: Child, outcome: Outcome, reason: str) -> Decision:
    options = (SCREENING, *OUTCOMES) if deciding.stage == "initial" else OUTCOMES
    decided = Decided(
        kind=f"contact_{deciding.stage}",
        outcome=outcome.key,
        outcome_words=outcome.words,
        reason=reason,
        options="; ".join(one.words for one in options),
        seen="\n".join(deciding.terms.seen),
        about=ABOUT,
        about_id=deciding.row.pk,
        team_id=deciding.terms.team_id,
    )
    group = deciding.made[0].pk if deciding.made else ""
    decision = enter(
        decided,
        child=child,
        worker_id=deciding.worker_id,
        by=deciding.by,
        now=deciding.now,
        today=deciding.today,
        group_id=group,
    )
    if len(deciding.made) == 1:  # a second child makes the first one's decision part of a group
        deciding.made[0].group_id = group
        deciding.made[0].save(update_fields=["group_id"])
    deciding.made.append(decision)
    return decision


def _finish(deciding: _Deciding, outcome: str, reason: str) -> None:
    row = deciding.row
    note_move(
        row,
        stage=IntakeStage.DECIDED,
        reason=reason,
        holder_id=None,
        worker_id=deciding.worker_id,
        by=deciding.by,
        now=deciding.now,
    )
    row.stage, row.holder_id = IntakeStage.DECIDED, None
    row.decided_at, row.decided_by_id = deciding.now, deciding.worker_id
    row.outcome, row.category = outcome, deciding.terms.category
    row.save(update_fields=["stage", "holder", "decided_at", "decided_by", "outcome", "category"])


def _gravest(verdicts: Mapping[str, Verdict]) -> str:
    """Of what was decided for several children, what stands first in the list of outcomes."""
    chosen = {verdict.outcome for verdict in verdicts.values()}
    return next(one.key for one in OUTCOMES if one.key in chosen)


def _open_strategy(
    deciding: _Deciding, rows: Sequence[IntakeChild], verdicts: Mapping[str, Verdict], children: Mapping[str, Child]
) -> None:
    """One discussion about all the children for whom it was decided; who has one open keeps that one.

    None for a child about whom this contact's discussion was held already and led to the enquiry that runs.
    """
    notes = StrategyNote.objects.filter(intake_id=deciding.row.pk).exclude(decided="")
    held = StrategyDiscussion.objects.filter(pk__in=notes.values("discussion_id"), enquiry__isnull=False)
    enquired = set(held.filter(enquiry__ended_on__isnull=True).values_list("child_id", flat=True))
    about = [one for one in rows if verdicts[one.pk].outcome == "section_47" and one.child_id not in enquired]
    if not about:
        return
    open_discussion(
        children=[children[str(one.child_id)] for one in about],
        why=verdicts[about[0].pk].reason,
        worker_id=deciding.worker_id,
        by=deciding.by,
        now=deciding.now,
        today=deciding.today,
        intake_id=deciding.row.pk,
    )
