"""What the page of a child in need plan shows: the plan, its outcomes, its meetings, what is due, what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import Http404

from onechild.service.access.viewer import Viewer
from onechild.service.govuk.parts import Duty, Fact, Happening, Tag
from onechild.service.govuk.words import date_only, day, moment
from onechild.service.record.models import (
    Child,
    ChildInNeedPlan,
    ChildInNeedReview,
    MeetingNote,
    NeedPlanNote,
    Oversight,
    PlanAction,
    PlanOutcome,
    StepDown,
    StepTaken,
    WorkStep,
)
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.due import due_for
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names
from onechild.service.record.queries.work.outcomes import Planned, outcomes_of
from onechild.service.record.queries.work.steps import returned_with, steps_of

CLOCKS = ("child-in-need-", "step-down-")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A plan as its page shows it: what is written (`note`), the plan's own row (`row`) once it began, or both."""

    plan_id: str
    note: NeedPlanNote | None
    row: ChildInNeedPlan | None
    outcomes: Sequence[Planned]
    returned: WorkStep | None

    @property
    def theirs(self) -> bool:
        """Whether the case system keeps it."""
        return self.row is not None and self.row.origin_id is not None

    @property
    def open(self) -> bool:
        """Whether it has begun and has not ended."""
        return self.row is not None and self.row.ended_on is None

    @property
    def written(self) -> bool:
        """Whether it is still being written."""
        return self.note is not None and self.note.status in ("open", "returned")

    @property
    def with_a_manager(self) -> bool:
        """Whether it waits for a manager."""
        return self.note is not None and self.note.status == "submitted"

    @property
    def unmet(self) -> list[Planned]:
        """The outcomes that are left."""
        return [one for one in self.outcomes if one.unmet]


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An outcome as a page shows it: each action with who does it, in words."""

    row: PlanOutcome
    actions: Sequence[tuple[PlanAction, str]]
    unmet: bool


def shown_of(plan: Plan) -> list[Shown]:
    """This function will return the outcomes of a plan with the names of who does what: one query."""
    names = worker_names(action.owner_id for one in plan.outcomes for action in one.actions)

    def who(action: PlanAction) -> str:
        return names.get(action.owner_id or "", NO_WORKER_NAME) if action.owner_id else action.owner_words

    return [
        Shown(row=one.outcome, actions=[(action, who(action)) for action in one.actions], unmet=one.unmet)
        for one in plan.outcomes
    ]


def plan_of(child: Child, plan_id: str) -> Plan:
    """This function will return a plan of the child by its key, or raise Http404."""
    note = NeedPlanNote.objects.filter(child=child, plan_id=plan_id).first()
    row = ChildInNeedPlan.objects.filter(child=child, pk=plan_id).first()
    if note is None and row is None:
        raise Http404("There is no such plan.")
    returned = returned_with(note.pk) if note else None
    return Plan(plan_id=plan_id, note=note, row=row, outcomes=outcomes_of(plan_id), returned=returned)


def status_tag(plan: Plan) -> Tag:
    """This function will say in a word where the plan stands."""
    if plan.row is not None:
        return Tag("Ended", "plain") if plan.row.ended_on else Tag("In force", "cin")
    return Tag(plan.note.get_status_display() if plan.note else "", "missing")


def facts_of(plan: Plan, *, today: date) -> list[Fact]:
    """This function will return the plan's facts: since when, how often the child is seen, who holds it."""
    row, note = plan.row, plan.note
    found = []
    if row is not None:
        name = worker_names([row.worker_id]).get(row.worker_id or "", NO_WORKER_NAME if row.worker_id else "")
        found += [
            Fact(name="Began", value=day(row.started_on, today)),
            Fact(name="Worker named in it", value=name, tag=None if name else Tag("Nobody", "missing")),
        ]
        if row.ended_on:
            found.append(
                Fact(
                    name="Ended", value=day(row.ended_on, today), note=code_in_words("plan_end_reason", row.end_reason)
                )
            )
    elif note is not None and note.begins_on:
        found.append(Fact(name="Agreed with the family, to begin", value=day(note.begins_on, today)))
    short = row.short_package if row else note.short_package if note else None
    if short:
        found.append(Fact(name="Kind of plan", value="Lower-level package for a disabled child"))
    every = row.visit_every_days if row else note.visit_every_days if note else None
    seen = f"Every {every} days" if every else "As often as the council asks of every plan"
    found.append(Fact(name="The child is seen", value=seen))
    if note is not None and note.next_review_on:
        found.append(Fact(name="Reviewed next", value=day(note.next_review_on, today)))
    return found + _stepped(plan, today)


def dues_of(child: Child, plan: Plan, *, first_name: str, today: date) -> list[Duty]:
    """This function will return what is owed under plans of this kind: one query; nothing for a plan not in force."""
    if not plan.open:
        return []
    due = [one for one in due_for([child.pk], today=today) if one.clock.startswith(CLOCKS)]
    return [
        Duty(what=one.title(first_name), basis=one.basis, why=one.why(), due=one.due_on, late=one.late) for one in due
    ]


def told_of(plan: Plan, *, today: date) -> list[Happening]:
    """This function will return what happened to the plan, the newest first: steps, meetings, reviews, oversight."""
    found = [*_meetings(plan), *_looked(plan), *_steps(plan, today)]
    return sorted(found, key=lambda one: one.on)[::-1]


def may_decide(plan: Plan, viewer: Viewer) -> bool:
    """Whether the viewer may decide on a plan that is with a manager: not on what they sent themselves."""
    if not (plan.with_a_manager and viewer.may("approve_work")) or plan.note is None:
        return False
    sent = steps_of(plan.note.pk)[-1]
    return not (sent.by_worker_id and sent.by_worker_id == viewer.worker_id) and sent.by_name != viewer.name


def _stepped(plan: Plan, today: date) -> list[Fact]:
    if plan.row is None or not plan.row.stepped_down:
        return []
    contract = StepDown.objects.filter(need_plan_id=plan.plan_id).first()
    until = (
        f"First visit by {date_only(contract.first_visit_by, today)}" if contract and contract.first_visit_by else ""
    )
    return [Fact(name="Stepped down", value="From a child protection plan", note=until)]


def _steps(plan: Plan, today: date) -> list[Happening]:
    rows = steps_of(plan.note.pk) if plan.note else []
    return [
        Happening(
            on=row.happened_on,
            title=f"{row.get_step_display()}: {row.by_name}",
            words=row.words,
            note=moment(row.at, today),
            kind="decision" if row.step in ("approved", "returned") else "",
        )
        for row in rows
    ]


def _meetings(plan: Plan) -> list[Happening]:
    reviews = list(ChildInNeedReview.objects.filter(plan_id=plan.plan_id))
    reviewed = {row.happened_on for row in reviews}
    notes = {row.about_id: row for row in MeetingNote.objects.filter(meeting_id=plan.plan_id)}
    goes_on = {True: "The plan goes on.", False: "The meeting said that the plan should end.", None: ""}
    held = StepTaken.objects.filter(step="child_in_need_meeting", about_id=plan.plan_id).exclude(
        happened_on__in=reviewed
    )
    told = [(row, "Review", goes_on[row.plan_continues]) for row in reviews]
    told += [(row, "Meeting", "") for row in held]  # type: ignore[misc]
    return [
        Happening(on=row.happened_on, title=title, words=_words(notes.get(row.pk)), note=note)
        for row, title, note in told
    ]


def _words(note: MeetingNote | None) -> str:
    if note is None:
        return ""
    return f"{note.words} The child said: {note.childs_words}" if note.childs_words else note.words


def _looked(plan: Plan) -> list[Happening]:
    rows = Oversight.objects.filter(about="child_in_need_plans", about_id=plan.plan_id)
    return [
        Happening(on=row.happened_on, title=f"{row.manager_name} looked at the plan", words=row.words, kind="decision")
        for row in rows
    ]
