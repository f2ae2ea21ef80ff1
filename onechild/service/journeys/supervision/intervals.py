"""Who is supervised when: each worker’s own clocks, and how many of their children wait to be talked about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q

from onechild.service.record.models import Obligation, Supervision, SupervisionSession
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.work.in_post import in_post
from onechild.service.record.queries.workforce import Person, people

OWN_CLOCKS = ("worker-supervision", "newly-qualified-supervision")
CASE_CLOCK = "case-supervision"


@dataclass(frozen=True, kw_only=True)
class Interval:
    """One worker: the last supervision of their own, when the next is due or planned, and the children waiting."""

    person: Person
    own_last: date | None
    own_due: date | None
    newly_qualified: bool
    planned: SupervisionSession | None
    children: int
    children_overdue: int
    unsigned: int

    def own_late(self, today: date) -> bool:
        """Whether the worker's own supervision is past its day."""
        return self.own_due is not None and self.own_due < today


def duties_of_workers(worker_ids: Collection[str], *, today: date) -> list[Obligation]:
    """This function will return the duties open on the day about these workers, the earliest first: one query."""
    unmet = Q(met_on__isnull=True) & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))
    rows = Obligation.objects.filter(unmet, subject_kind="worker", subject_id__in=list(worker_ids))
    return list(rows.filter(started_on__lte=today).order_by("due_on", "clock", "sequence"))


def intervals(team_ids: Collection[str], *, but: str | None, today: date) -> list[Interval]:
    """This function will return the workers in post in these teams but one, the most overdue first: ten queries."""
    ids = [worker_id for worker_id, _ in in_post(team_ids, today=today) if worker_id != but]
    return of_workers(ids, today=today)


def of_workers(worker_ids: Collection[str], *, today: date) -> list[Interval]:
    """This function will return the same of workers by id."""
    persons = people(worker_ids, today=today)
    own = {
        one.subject_id: one for one in reversed(duties_of_workers(worker_ids, today=today)) if one.clock in OWN_CLOCKS
    }
    kept = Supervision.objects.filter(worker_id__in=list(worker_ids))
    kept = kept.filter(Q(supervision_kind="own") | Q(supervision_kind__isnull=True, child__isnull=True))
    last = dict(kept.values_list("worker_id").annotate(last=Max("happened_on")))
    children, overdue = _children(worker_ids, today)
    open_sessions = list(
        SupervisionSession.objects.filter(worker_id__in=list(worker_ids), called_off_words="", worker_signed_at=None)
        .order_by("happened_on")
        .only("session_id", "worker_id", "supervisor_id", "happened_on", "held_at")
    )
    planned = {
        one.worker_id: one for one in reversed(open_sessions) if one.held_at is None and one.happened_on >= today
    }
    unsigned = Counter(one.worker_id for one in open_sessions if one.held_at is not None)
    found = [
        Interval(
            person=person,
            own_last=last.get(worker_id),
            own_due=own[worker_id].due_on if worker_id in own else None,
            newly_qualified=worker_id in own and own[worker_id].clock == "newly-qualified-supervision",
            planned=planned.get(worker_id),
            children=children[worker_id],
            children_overdue=overdue[worker_id],
            unsigned=unsigned[worker_id],
        )
        for worker_id, person in persons.items()
    ]
    return sorted(found, key=lambda one: (one.own_due or date.max, -one.children_overdue, one.person.name))


def _children(worker_ids: Collection[str], today: date) -> tuple[Counter[str], Counter[str]]:
    """How many children each worker leads on, and for how many of them a supervision is overdue: two queries."""
    led = (
        open_allocations(today).filter(worker_id__in=list(worker_ids), role="lead").values_list("worker_id", "child_id")
    )
    pairs = set(led)
    unmet = Q(met_on__isnull=True) & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))
    rows = Obligation.objects.filter(unmet, clock=CASE_CLOCK, due_on__lt=today, started_on__lte=today)
    late = set(rows.filter(child_id__in={child for _, child in pairs}).values_list("child_id", flat=True))
    return Counter(one for one, _ in pairs), Counter(one for one, child in pairs if child in late)
