"""Handing a child over from one worker to the next: begun with the change, written by who leaves, read by who comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.models import Allocation, Child, Handover


class NotNow(Exception):
    """The handover does not stand where this step needs it to; the message says so in words for its reader."""


@dataclass(frozen=True, kw_only=True)
class Written:
    """What the one who leaves writes; the child's own words with their day, or why nobody asked the child."""

    words: str = ""
    childs_words: str = ""
    childs_words_on: date | None = None
    not_asked_words: str = ""
    meet_on: date | None = None


def begin(
    *,
    child: Child,
    ended_allocation: Allocation | None,
    allocation: Allocation,
    by: Person,
    now: datetime,
    today: date,
) -> Handover | None:
    """Begin the handover where a lead follows a lead, or a lead puts the child down and nobody has followed yet.

    A child who waited between two workers gets one handover: the one begun when the first let go is given to whom the
    child comes to, with what is written in it. None where nobody led before, or the same worker still does.
    """
    leaver = ended_allocation.worker_id if ended_allocation else None
    with change_set(by=by, kind="edit", words="Handover to the next worker begun"):
        locked([child.pk])
        waiting = _without_a_taker(child)
        if allocation.worker_id and waiting is not None and leaver in (None, waiting.from_worker_id):
            if waiting.from_worker_id == allocation.worker_id:
                return _taken_back(waiting, now)
            waiting.allocation, waiting.to_worker_id = allocation, allocation.worker_id
            waiting.happened_on = allocation.started_on
            waiting.save(update_fields=["allocation", "to_worker_id", "happened_on"])
            return waiting
        if not leaver or leaver == allocation.worker_id:
            return None
        return Handover.objects.create(
            child=child,
            happened_on=allocation.started_on,
            recorded_on=today,
            allocation=allocation,
            ended_allocation=ended_allocation,
            from_worker_id=leaver,
            to_worker_id=allocation.worker_id,
        )


def call_off(*, allocation: Allocation, by: Person, now: datetime) -> None:
    """Take back the handover to an allocation that is undone; call it before the earlier one is put back.

    One with words in it stays, for whoever comes next; so does that of a child who goes back on a waiting list.
    """
    with change_set(by=by, kind="edit", words="Handover taken back with the allocation"):
        locked([allocation.child_id])
        for row in Handover.objects.filter(allocation=allocation, read_at__isnull=True):
            if not (_says_something(row) or _waited_before(row, allocation)):
                _dropped(row, now)
                continue
            row.allocation, row.to_worker = None, None
            row.save(update_fields=["allocation", "to_worker"])


def write(*, handover: Handover, written: Written, seen_version: int, by: Person) -> None:
    """Keep what is written so far; it can be written on until it is read. Raises Stale and NotNow."""
    with change_set(by=by, kind="edit", words="Handover written"):
        row = _to_write(handover)
        row.save(update_fields=changed(row, seen_version=seen_version, typed=_typed(written)))


def finish(*, handover: Handover, written: Written, seen_version: int, by: Person, now: datetime) -> None:
    """Keep what is written and call the handover finished, for the next worker to read. Raises Stale and NotNow.

    This function will raise IntegrityError where neither the child's words nor why nobody asked are there.
    """
    with change_set(by=by, kind="edit", words="Handover finished"):
        row = _to_write(handover)
        fields = changed(row, seen_version=seen_version, typed=_typed(written))
        row.finished_at, row.finished_by_name = now, by.name
        row.save(update_fields=[*fields, "finished_at", "finished_by_name"])


def read(*, handover: Handover, by: Person, now: datetime) -> None:
    """Note that the next worker has read it; from then on it stays as it is. Raises NotNow."""
    with change_set(by=by, kind="edit", words="Handover read by the next worker"):
        row = _locked(handover)
        if row.finished_at is None:
            raise NotNow("This handover is not finished yet, so it can’t be marked as read.")
        if row.read_at is not None:
            raise NotNow(f"{row.read_by_name} has marked this handover as read already.")
        row.read_at, row.read_by_name = now, by.name
        row.save(update_fields=["read_at", "read_by_name"])


def met(*, handover: Handover, on: date, by: Person) -> None:
    """Note the day on which both workers saw the child together. Raises NotNow."""
    with change_set(by=by, kind="edit", words="Both workers met the child"):
        row = _locked(handover)
        if row.met_on is not None:
            raise NotNow("The joint visit is recorded already.")
        row.met_on = on
        row.save(update_fields=["met_on"])


def _typed(written: Written) -> dict[str, object]:
    return {
        "words": written.words,
        "childs_words": written.childs_words,
        "childs_words_on": written.childs_words_on if written.childs_words else None,
        "not_asked_words": "" if written.childs_words else written.not_asked_words,
        "meet_on": written.meet_on,
    }


def _to_write(handover: Handover) -> Handover:
    row = _locked(handover)
    if row.read_at is not None:
        raise NotNow(f"{row.read_by_name} has read this handover, so it stays as it is. Write a case note instead.")
    return row


def _locked(handover: Handover) -> Handover:
    locked([handover.child_id])
    return Handover.objects.select_for_update().get(pk=handover.pk)


def _without_a_taker(child: Child) -> Handover | None:
    rows = Handover.objects.filter(child=child, to_worker__isnull=True, read_at__isnull=True)
    return rows.order_by("-happened_on", "-pk").first()


def _waited_before(row: Handover, allocation: Allocation) -> bool:
    """Whether the child was on a waiting list between the one who left and the allocation that is undone."""
    left = Allocation.objects.filter(pk=row.ended_allocation_id).values_list("ended_on", flat=True).first()
    waits = Allocation.objects.filter(child_id=row.child_id, role="lead", worker__isnull=True)
    return left is not None and waits.filter(started_on__gte=left).exclude(pk=allocation.pk).exists()


def _says_something(row: Handover) -> bool:
    return bool(row.words or row.childs_words or row.not_asked_words or row.finished_at)


def _taken_back(row: Handover, now: datetime) -> Handover | None:
    """The child came back to whom it left: nothing is handed over, unless something was written already."""
    if _says_something(row):
        return row
    _dropped(row, now)
    return None


def _dropped(row: Handover, now: datetime) -> None:
    row.gone_at = now
    row.save(update_fields=["gone_at"])
