"""What waits for somebody here: a supervision to write or sign, one overdue, one to read, a reading to answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse

from onechild.service.govuk.words import date_only
from onechild.service.journeys.supervision.intervals import OWN_CLOCKS, duties_of_workers
from onechild.service.record.models import SupervisionReading, SupervisionSession
from onechild.service.record.queries.names import NO_WORKER_NAME, heads, worker_names
from onechild.service.record.queries.work.in_post import in_post
from onechild.service.record.queries.work.waiting import Somebody, Waiting


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> list[Waiting]:
    """This function will return what waits for the viewer: some eight queries, nothing of it ticked by anybody."""
    return [*_to_sign(viewer, today), *_overdue(viewer, today), *_readings(viewer, today)]


def _to_sign(viewer: Somebody, today: date) -> Iterator[Waiting]:
    """What one wrote and has not signed, should have written, or was written of one and waits for one's signature."""
    me = viewer.worker_id
    if not me:
        return
    mine = Q(worker_id=me, supervisor_signed_at__isnull=False) | Q(supervisor_id=me, supervisor_signed_at__isnull=True)
    rows = SupervisionSession.objects.filter(mine, worker_signed_at__isnull=True, called_off_words="")
    found = list(rows.filter(happened_on__lte=today).order_by("happened_on"))
    names = worker_names(one.worker_id for one in found)
    for one in found:
        name = names.get(one.worker_id, NO_WORKER_NAME)
        if one.supervisor_signed_at:
            title, does, page = f"Supervision with {one.supervisor_name}", "Read and sign it", "supervision"
        else:
            title, does, page = (
                f"Supervision of {name}",
                "Finish and sign it" if one.held_at else "Write it",
                "supervision",
            )
        yield Waiting(
            title=title, does=does, page=reverse(page, args=[one.pk]), why=f"Of {date_only(one.happened_on, today)}"
        )


def _overdue(viewer: Somebody, today: date) -> Iterator[Waiting]:
    """Workers of one's teams whose own supervision is past its day, in one line."""
    if not (viewer.may("supervise") and viewer.team_ids and viewer.worker_id):
        return
    ids = [key for key, _ in in_post(viewer.team_ids, today=today) if key != viewer.worker_id]
    late = [one for one in duties_of_workers(ids, today=today) if one.clock in OWN_CLOCKS and one.due_on < today]
    if late:
        many = len({one.subject_id for one in late})
        words = "1 worker’s own supervision is overdue" if many == 1 else f"{many} workers’ own supervision is overdue"
        yield Waiting(title=words, does="See whose", page=reverse("supervisions"), due_on=late[0].due_on)


def _readings(viewer: Somebody, today: date) -> Iterator[Waiting]:
    """Supervisions drawn for an auditor to read, and readings that go back to whoever supervised."""
    me = viewer.worker_id
    wanted = Q(note__supervisor_id=me, read_on__isnull=False, answered_on__isnull=True) if me else Q(pk__in=[])
    if viewer.may("audit_work"):
        wanted |= Q(read_on__isnull=True) & ~Q(note__supervisor_id=me or "") & ~Q(note__worker_id=me or "")
    rows = list(SupervisionReading.objects.filter(wanted).order_by("due_on", "pk"))
    named = heads({one.child_id for one in rows}, today=today)
    for one in rows:
        if one.child_id in named:
            page = reverse("supervision-reading", args=[named[one.child_id].la_child_id, one.pk])
            title, does = (
                ("A supervision to read", "Read it")
                if one.read_on is None
                else (f"{one.reader_name} read a supervision of yours", "Say what you take from it")
            )
            due = one.due_on if one.read_on is None else None
            yield Waiting(title=title, does=does, page=page, child_ids=(one.child_id,), due_on=due)
