"""What protection there is for somebody's children: enquiries, conferences, plans; and what of it waits for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from onechild.knowledge.workdays import london
from onechild.service.journeys.protection.conference.queries import KINDS, TABLE, shared_since
from onechild.service.journeys.protection.opening import way
from onechild.service.record.models import (
    ChildProtectionPlan,
    Conference,
    ConferenceArrangement,
    EnquiryNote,
    MeetingPerson,
    Section47Enquiry,
    StrategyNote,
)
from onechild.service.record.models.assessment_work import WorkStatus
from onechild.service.record.models.enquiry_note import EnquiryOutcome
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.work.waiting import Somebody, Waiting


@dataclass(frozen=True, kw_only=True)
class Held:
    """The children that somebody holds, those of their teams, and those whose conference they chair."""

    mine: frozenset[str]
    teams: frozenset[str]

    @property
    def both(self) -> frozenset[str]:
        """Those they hold and those of their teams."""
        return self.mine | self.teams


@dataclass(frozen=True, kw_only=True)
class Work:
    """The protection of some children: what is open."""

    discussions: list[StrategyNote]
    enquiries: list[Section47Enquiry]
    conferences: list[ConferenceArrangement]
    plans: list[ChildProtectionPlan]

    def child_ids(self) -> set[str]:
        """The children of all of it."""
        rows: Iterable[Any] = (*self.discussions, *self.enquiries, *self.conferences, *self.plans)
        return {row.child_id for row in rows}


def held_by(viewer: Somebody, *, today: date) -> Held:
    """This function will return whose work the viewer answers for: two queries."""
    leads = open_allocations(today).filter(role="lead")
    mine = leads.filter(worker_id=viewer.worker_id).values_list("child_id", flat=True) if viewer.worker_id else ()
    teams = leads.filter(team_id__in=list(viewer.team_ids)).values_list("child_id", flat=True)
    return Held(mine=frozenset(mine), teams=frozenset(teams))


def open_work(child_ids: Collection[str] | None, *, today: date) -> Work:
    """This function will return what is open of these children, or of all whom the viewer may see: four queries."""
    of = Q() if child_ids is None else Q(child_id__in=list(child_ids))
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    ours = Q(of_other_council__isnull=True) | Q(of_other_council=False)
    dropped = Q(conference_not_required=True) | Q(no_further_action=True)
    to_come = Q(conference__isnull=True, cancelled_on__isnull=True)
    return Work(
        discussions=list(StrategyNote.objects.filter(of, decided="").order_by("opened_at", "pk")),
        enquiries=list(Section47Enquiry.objects.filter(of & still).exclude(dropped).order_by("started_on", "pk")),
        conferences=list(ConferenceArrangement.objects.filter(of & to_come).order_by("planned_for", "pk")),
        plans=list(ChildProtectionPlan.objects.filter(of & still & ours).order_by("started_on", "pk")),
    )


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> list[Waiting]:
    """This function will return what waits for the viewer in protection; each line is derived, and none is ticked."""
    held = held_by(viewer, today=today)
    found: list[tuple[str, Any]] = []
    if viewer.may("approve_work"):
        found += _to_decide(viewer, held.both)
    if viewer.may("do_casework"):
        found += _to_write(viewer, held)
        found += _to_arrange(held.both if viewer.may("approve_work") else held.mine)
        found += _to_share(held.mine)
        found += _to_end(held.both if viewer.may("approve_work") else held.mine, today)
    if viewer.may("chair_conference") and viewer.worker_id:
        found += _of_the_chair(viewer.worker_id, now)
    named = heads({row.child_id for _, row in found}, today=today)
    return [_line(kind, row, named[row.child_id]) for kind, row in found if row.child_id in named]


def _to_decide(viewer: Somebody, child_ids: Collection[str]) -> Iterator[tuple[str, Any]]:
    for note in StrategyNote.objects.filter(decided="", child_id__in=child_ids).order_by("opened_at", "pk"):
        yield "strategy", note
    sent = EnquiryNote.objects.filter(status=WorkStatus.SUBMITTED, child_id__in=child_ids).order_by("pk")
    for row in sent:
        if row.written_by_id is None or row.written_by_id != viewer.worker_id:
            yield "approve", row


def _to_write(viewer: Somebody, held: Held) -> Iterator[tuple[str, Any]]:
    back = EnquiryNote.objects.filter(status=WorkStatus.RETURNED, child_id__in=held.both)
    for row in back.order_by("pk"):
        if row.child_id in held.mine or (viewer.worker_id and row.written_by_id == viewer.worker_id):
            yield "returned", row


def _to_arrange(child_ids: Collection[str]) -> Iterator[tuple[str, Any]]:
    concluded = EnquiryNote.objects.filter(
        concluded=EnquiryOutcome.CONTINUING_RISK, status=WorkStatus.APPROVED, child_id__in=child_ids
    )
    rows = list(concluded.order_by("pk"))
    keys = [row.enquiry_id for row in rows]
    arranged = ConferenceArrangement.objects.filter(enquiry_id__in=keys, cancelled_on__isnull=True)
    met = {*arranged.values_list("enquiry_id", flat=True)}
    met |= {*Conference.objects.filter(enquiry_id__in=keys).values_list("enquiry_id", flat=True)}
    targets = {row.pk: row for row in Section47Enquiry.objects.filter(pk__in=set(keys) - met)}
    return (("arrange", targets[row.enquiry_id]) for row in rows if row.enquiry_id in targets)


def _to_share(child_ids: Collection[str]) -> Iterator[tuple[str, Any]]:
    rows = ConferenceArrangement.objects.filter(
        child_id__in=child_ids, conference__isnull=True, cancelled_on__isnull=True
    )
    found = list(rows.order_by("planned_for", "pk"))
    shared = shared_since([row.pk for row in found])
    return (("share", row) for row in found if row.pk not in shared)


def _to_end(child_ids: Collection[str], today: date) -> Iterator[tuple[str, Any]]:
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    plans = {row.pk: row for row in ChildProtectionPlan.objects.filter(still, child_id__in=child_ids)}
    last: dict[str, Conference] = {}
    for row in Conference.objects.filter(plan_id__in=plans, conference_kind="review").order_by("happened_on", "pk"):
        last[row.plan_id or ""] = row
    return (("end", plans[key]) for key, row in sorted(last.items()) if row.plan_continues is False)


def _of_the_chair(worker_id: str, now: datetime) -> Iterator[tuple[str, Any]]:
    mine = ConferenceArrangement.objects.filter(chair_id=worker_id, cancelled_on__isnull=True)
    for row in mine.filter(conference__isnull=True, planned_for__lt=now).order_by("planned_for", "pk"):
        yield "decide", row
    held = {row.pk: row for row in mine.filter(conference__isnull=False)}
    people = MeetingPerson.objects.filter(about=TABLE, about_id__in=held, dissent_answered_on__isnull=True)
    for key in dict.fromkeys(people.exclude(dissent="").order_by("pk").values_list("about_id", flat=True)):
        yield "dissent", held[key]


def _line(kind: str, row: Any, head: Head) -> Waiting:
    public, name = head.la_child_id, head.name
    made: dict[str, tuple[str, str, str, date | None]] = {
        "strategy": (
            f"Strategy discussion about {name}",
            "Record what was decided",
            way("strategy", public, getattr(row, "discussion_id", "")),
            None,
        ),
        "approve": (
            f"Section 47 enquiry about {name}",
            "Answer this enquiry",
            way("enquiry-answer", public, getattr(row, "enquiry_id", None) or "-"),
            None,
        ),
        "returned": (
            f"Section 47 enquiry about {name}, returned",
            "Write this enquiry",
            way("enquiry-write", public, getattr(row, "enquiry_id", None) or "-"),
            None,
        ),
        "arrange": (
            f"Initial conference for {name}",
            "Arrange this conference",
            way("conference-new", public),
            getattr(row, "conference_target_on", None),
        ),
        "share": (
            f"Conference report for {name}",
            "Share the report with the family",
            way("conference", public, row.pk),
            None,
        ),
        "end": (
            f"Plan of {name}: no longer needed",
            "Step down or end the plan",
            way("protection-plan", public, row.pk),
            None,
        ),
        "decide": (
            f"{KINDS.get(getattr(row, 'conference_kind', ''), 'Conference')} for {name}",
            "Record what was decided",
            way("conference-decide", public, row.pk),
            None,
        ),
        "dissent": (
            f"Somebody does not agree with the conference for {name}",
            "Answer them",
            way("conference", public, row.pk),
            None,
        ),
    }
    title, does, page, due_on = made[kind]
    planned = getattr(row, "planned_for", None)
    return Waiting(
        title=title,
        does=does,
        page=page,
        child_ids=(row.child_id,),
        since=getattr(row, "opened_at", None),
        due_on=due_on or (london(planned) if kind in ("share", "decide") and planned else None),
    )
