"""What waits for somebody at the front door: contacts in their hands, decisions nobody has taken, senders to tell."""

from __future__ import annotations

from datetime import date, datetime

from django.urls import reverse

from onechild.knowledge.workdays import london
from onechild.service.access.viewer import Viewer
from onechild.service.journeys.front_door.board.waiting import Contact, waiting
from onechild.service.journeys.front_door.board.words import by_words, left_words, names_of
from onechild.service.journeys.front_door.deciding.queries import to_tell
from onechild.service.journeys.front_door.times import times_here
from onechild.service.record.queries.work.waiting import Waiting

DOES = {
    "contact": "Say who it is about",
    "initial": "Record decision",
    "screening": "Go on screening",
    "final": "Record decision",
}
PAGES = {"contact": "contact", "initial": "contact-decide", "screening": "contact-screen", "final": "contact-decide"}


def waiting_for(viewer: Viewer, *, today: date, now: datetime) -> list[Waiting]:
    """This function will return what waits for the viewer at the front door, what is needed first at the head."""
    if not viewer.may("screen_contact"):
        return []
    there = waiting(times=times_here(today), now=now, today=today)
    mine = [one for one in there.contacts if viewer.worker_id and one.intake.holder_id == viewer.worker_id]
    found = [_contact(one, names_of(one.children, dict(there.heads)), today) for one in mine]
    if viewer.may("decide_contact"):
        found += _unheld([one for one in there.contacts if not one.intake.holder_id], viewer)
    untold = [one for one in to_tell(today=today) if one.professional]
    if untold:
        found.append(
            Waiting(
                title=f"{len(untold)} referrer{'' if len(untold) == 1 else 's'} still to be told what was decided",
                does="See who",
                page=reverse("contacts-to-tell"),
                child_ids=tuple(key for one in untold for key in one.child_ids),
                due_on=min(one.due_on for one in untold),
            )
        )
    return found


def _contact(one: Contact, names: str, today: date) -> Waiting:
    stage = one.intake.stage
    return Waiting(
        title=f"{names}: {one.intake.get_stage_display().lower()}",
        does=DOES[stage],
        page=reverse(PAGES[stage], args=[one.intake.pk]),
        why=f"{left_words(one)}, {by_words(one, today)}",
        child_ids=one.child_ids,
        since=one.intake.received_at,
        due_on=london(one.due.at),
    )


def _unheld(unheld: list[Contact], viewer: Viewer) -> list[Waiting]:
    """One line for decisions that nobody has taken, and one for urgent contacts that nobody has."""
    decisions = [
        one
        for one in unheld
        if one.intake.stage in ("initial", "final") and (one.intake.screener_id or "") != viewer.worker_id
    ]
    urgent = [one for one in unheld if (one.due.needed or one.intake.urgent) and one not in decisions]
    lines = (("wait for a decision", "waits for a decision", decisions), ("are urgent", "is urgent", urgent))
    return [
        Waiting(
            title=f"{len(rows)} contact{'' if len(rows) == 1 else 's'} {one if len(rows) == 1 else many}, "
            f"and nobody has {'it' if len(rows) == 1 else 'them'}",
            does="Go to the board",
            page=f"{reverse('front-door')}?held=nobody",
            child_ids=tuple(key for row in rows for key in row.child_ids),
            due_on=min(london(row.due.at) for row in rows),
        )
        for many, one, rows in lines
        if rows
    ]
