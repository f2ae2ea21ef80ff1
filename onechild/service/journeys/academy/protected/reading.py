"""What workers in their first year hold against their own targets, and the reasons where the rule is not kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import connection

from onechild.service.record.models import Allocation, CaseloadException
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.workforce import people, targets
from onechild.service.record.queries.workload.first_year import statutory_work
from onechild.service.record.queries.workload.loads import Held, loads_of

NO_REASON = "No reason written"


@dataclass(frozen=True, kw_only=True)
class Lead:
    """A child with protection or court work whom somebody in a first year leads, as far as the viewer may see."""

    head: Head
    work: str
    reason: str
    by: str
    look_again_on: date | None


@dataclass(frozen=True, kw_only=True)
class Protected:
    """One worker: what they hold, how many children with such work they lead, and those whom the viewer may see."""

    held: Held
    leads: int
    no_reason: int
    seen: tuple[Lead, ...]

    @property
    def kept(self) -> bool:
        """Whether the rule is kept."""
        return not self.held.over and not self.leads


def protected(worker_ids: Collection[str], *, today: date) -> list[Protected]:
    """This function will return these workers, those for whom the rule is not kept first."""
    if not worker_ids:
        return []
    persons = people(worker_ids, today=today)
    loads = loads_of(persons, team_id=None, standards=targets(today=today), today=today, whole=False)
    with connection.cursor() as cursor:
        cursor.callproc("academy_first_year_leads", [list(worker_ids), today])
        counts = {row[0]: (row[1], row[2]) for row in cursor.fetchall()}
    seen = _seen(worker_ids, today)
    found = [
        Protected(
            held=one,
            leads=counts.get(one.person.worker_id, (0, 0))[0],
            no_reason=counts.get(one.person.worker_id, (0, 0))[1],
            seen=tuple(seen.get(one.person.worker_id, ())),
        )
        for one in loads
    ]
    return sorted(found, key=lambda one: (one.kept, -one.no_reason, -one.held.against, one.held.person.name))


def held_on(worker_id: str, *, on: date) -> Held | None:
    """This function will return what one worker held on a day against the target of that day, from the record."""
    persons = people([worker_id], today=on)
    found = loads_of(persons, team_id=None, standards=targets(today=on), today=on, whole=False)
    return found[0] if found else None


def _seen(worker_ids: Collection[str], today: date) -> dict[str, list[Lead]]:
    rows = Allocation.objects.filter(worker_id__in=worker_ids, role="lead", started_on__lte=today)
    held = [
        (row.worker_id, row.child_id)
        for row in rows.order_by("child_id")
        if row.worker_id and (row.ended_on is None or row.ended_on > today)
    ]
    work = statutory_work({child for _worker, child in held}, today=today)
    named = heads(set(work), today=today)
    reasons = {(one.worker_id, one.child_id): one for one in CaseloadException.objects.filter(child_id__in=named)}
    found: dict[str, list[Lead]] = defaultdict(list)
    for worker, child in dict.fromkeys(held):
        if child in named:
            said = reasons.get((worker, child))
            found[worker].append(
                Lead(
                    head=named[child],
                    work=work[child],
                    reason=said.words if said else NO_REASON,
                    by=said.by_name if said else "",
                    look_again_on=said.look_again_on if said else None,
                )
            )
    return found
