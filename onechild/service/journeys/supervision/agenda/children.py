"""The children of a worker as a supervision meets them: who has most that is late or silent, and who waited longest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q

from onechild.service.govuk.words import date_only
from onechild.service.journeys.supervision.agenda.silences import silences
from onechild.service.record.models import Supervision
from onechild.service.record.queries.caseload import held_by
from onechild.service.record.queries.due import Due, due_for
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.promises import open_promises

CLOCK = "case-supervision"


@dataclass(frozen=True, kw_only=True)
class Waits:
    """What there is to say of one child: counts of what is late, and when the child was last talked about."""

    head: Head
    leads: bool
    promises: int
    promises_late: int
    late: int
    silent: int
    talked_on: date | None
    talk_due: Due | None

    @property
    def overdue(self) -> bool:
        """Whether the child should have been talked about by now."""
        return self.talk_due is not None and self.talk_due.late

    @property
    def rank(self) -> tuple[int, int, int, date]:
        """What is late comes first; then who has waited longest."""
        return (-self.promises_late, -self.late - self.overdue, -self.silent, self.talked_on or date.min)

    def said(self, today: date) -> str:
        """ "2 promises late, 1 duty late; last talked about 3 October"."""
        parts = [
            _count(self.promises_late, "promise late", "promises late"),
            _count(self.late, "duty late", "duties late"),
            _count(self.silent, "thing has not happened", "things have not happened"),
        ]
        last = f"last talked about {date_only(self.talked_on, today)}" if self.talked_on else "not talked about yet"
        due = f", due {date_only(self.talk_due.due_on, today)}" if self.talk_due else ""
        return "; ".join([*(part for part in parts if part), last + due])


def children_of(worker_id: str, *, today: date) -> list[Waits]:
    """This function will return the children whom a worker holds or works with, what is late first.

    Children whom the viewer may not see are left out. Some ten queries, however many children.
    """
    held = {one.child_id: one.leads for one in held_by(worker_id, today=today)}
    return waiting(held, today=today)


def waiting(held: dict[str, bool], *, today: date) -> list[Waits]:
    """This function will return the same of children given by id, with whether the worker leads."""
    named = heads(held, today=today)
    dues = due_for(list(named), today=today)
    late = Counter(one.child_id for one in dues if one.late and one.clock != CLOCK)
    talk = {one.child_id: one for one in reversed(dues) if one.clock == CLOCK}
    promised = open_promises(child_ids=list(named), today=today)
    count = Counter(one.child_id for one in promised)
    count_late = Counter(one.child_id for one in promised if one.late(today))
    silent = Counter(one.child_id for one in silences(named, today=today))
    talked = last_talked(named)
    found = [
        Waits(
            head=head,
            leads=held[child_id],
            promises=count[child_id],
            promises_late=count_late[child_id],
            late=late[child_id],
            silent=silent[child_id],
            talked_on=talked.get(child_id),
            talk_due=talk.get(child_id),
        )
        for child_id, head in named.items()
    ]
    return sorted(found, key=lambda one: (*one.rank, one.head.name))


def last_talked(child_ids: Collection[str]) -> dict[str, date]:
    """This function will return the day that each of these children was last talked about in supervision: one query."""
    case = Q(supervision_kind="case") | Q(supervision_kind__isnull=True)
    rows = Supervision.objects.filter(case, child_id__in=list(child_ids)).values_list("child_id")
    return dict(rows.annotate(last=Max("happened_on")))


def _count(many: int, one: str, more: str) -> str:
    return "" if not many else f"{many} {one if many == 1 else more}"
