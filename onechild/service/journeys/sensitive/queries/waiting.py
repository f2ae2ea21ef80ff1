"""What waits for somebody in specially careful work: to oversee, to describe, an order about to end, a child unseen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import connection
from django.db.models import Max
from django.urls import reverse

from onechild.service.journeys.sensitive.queries.orders import ending
from onechild.service.journeys.sensitive.queries.pathways import Listed, open_ones
from onechild.service.record.models import Allocation, Child, PathwayEntry
from onechild.service.record.queries.work.waiting import Somebody, Waiting

SOON = timedelta(days=2)


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> list[Waiting]:
    """This function will return what waits for this person, the soonest first; the words name no subject."""
    found = [*_pathways(viewer, today), *_orders(viewer, today), *_unseen(viewer, today)]
    return sorted(found, key=lambda one: (one.due_on is None, one.due_on or today, one.title))


def unseen(today: date) -> list[tuple[str, str, date | None, bool]]:
    """This function will return specially protected records at which nobody looks, for whoever grants such: one query.

    Each is the child's key and public id, the day on which the look fell due, and whether anybody oversees the work.
    """
    with connection.cursor() as cursor:
        cursor.callproc("sensitive_unseen", [today])
        return [(child, public, due, overseen) for child, public, due, overseen in cursor.fetchall()]


def _pathways(viewer: Somebody, today: date) -> Iterator[Waiting]:
    if not (viewer.may("do_casework") or viewer.may("approve_work")):
        return
    rows = open_ones()
    meetings = _to_meet([one.pathway.pk for one in rows], today)
    for one in rows:
        mine = viewer.worker_id is not None and viewer.worker_id == one.pathway.overseer_id
        leads = viewer.worker_id is not None and viewer.worker_id == one.pathway.lead_id
        soon = one.due_on is not None and one.due_on <= today + SOON
        if soon and (mine or (viewer.may("approve_work") and one.late(today) and not leads)):
            yield _waits(one, "Look at this work", "pathway-oversight", "oversight is due", due=one.due_on)
        if one.pathway.overseer_id is None and one.pathway.oversight_every_days and viewer.may("approve_work"):
            yield _waits(one, "Name who oversees it", "pathway-words", "nobody oversees it")
        # Whoever says what it is about opens it, and oversees it no more: the overseer is asked where nobody leads.
        if (leads or (mine and one.pathway.lead_id is None)) and not one.written:
            yield _waits(one, "Say what it is about", "pathway-words", "begun, and not described yet")
        if leads and one.pathway.pk in meetings:
            yield _waits(one, "Record the meeting", "pathway", "a meeting fell due", due=meetings[one.pathway.pk])


def _waits(one: Listed, does: str, page: str, why: str, *, due: date | None = None) -> Waiting:
    child: Child = one.pathway.child
    return Waiting(
        title=f"{one.kind.on_screen}: {why}",
        does=does,
        page=reverse(page, args=[child.la_child_id, one.pathway.pk]),
        why="Local standard: a manager looks at set intervals." if page == "pathway-oversight" else "",
        child_ids=(child.pk,),
        due_on=due,
    )


def _to_meet(pathway_ids: list[str], today: date) -> dict[str, date]:
    """The pathways whose last meeting set a day that has come, and no meeting since."""
    rows = PathwayEntry.objects.filter(pathway_id__in=pathway_ids, set_for_on__isnull=False)
    latest = rows.values_list("pathway_id").annotate(last=Max("set_for_on"))
    return {key: last for key, last in latest if last <= today}


def _orders(viewer: Somebody, today: date) -> Iterator[Waiting]:
    if viewer.worker_id is None or not viewer.may("do_casework"):
        return
    mine = Allocation.objects.filter(worker_id=viewer.worker_id, role="lead", ended_on__isnull=True)
    for order in ending(today=today, child_ids=list(mine.values_list("child_id", flat=True))):
        yield Waiting(
            title="An order that protects a child ends",
            does="Settle what follows",
            page=reverse("order", args=[order.child.la_child_id, order.pk]),
            why="Apply in time for it to go on, or say why it need not.",
            child_ids=(order.child_id,),
            due_on=order.expected_end_on,
        )


def _unseen(viewer: Somebody, today: date) -> Iterator[Waiting]:
    if not viewer.may("grant_glass"):
        return
    for child_id, public_id, due, overseen in unseen(today):
        yield Waiting(
            title="Specially protected work: nobody has looked in time"
            if overseen
            else "Specially protected work: nobody oversees it",
            does="Name somebody who can",
            page=reverse("child-who", args=[public_id]),
            why="You are told that there is such a record, and no word of it.",
            child_ids=(child_id,),
            due_on=due,
        )
