"""What waits for somebody, gathered from every journey: work to approve or mend, decisions, a child who came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onechild.service.access.viewer import Viewer
from onechild.service.desk.teams import to_look_at
from onechild.service.govuk.parts import Duty, Link
from onechild.service.govuk.words import moment
from onechild.service.journeys.academy import queries as academy
from onechild.service.journeys.allocation import queries as allocation
from onechild.service.journeys.assessment import queries as assessment
from onechild.service.journeys.case_notes import queries as case_notes
from onechild.service.journeys.decisions import queries as decisions
from onechild.service.journeys.front_door import queries as front_door
from onechild.service.journeys.handover import queries as handover
from onechild.service.journeys.letters import queries as letters
from onechild.service.journeys.planner import queries as planner
from onechild.service.journeys.promises import queries as promises
from onechild.service.journeys.protection import queries as protection
from onechild.service.journeys.sensitive.queries import waiting as sensitive
from onechild.service.journeys.supervision import queries as supervision
from onechild.service.journeys.support import queries as support
from onechild.service.journeys.workforce import queries as workforce
from onechild.service.record.queries.names import Head, heads, together
from onechild.service.record.queries.work.waiting import Waiting, WaitingFor

JOURNEYS: tuple[WaitingFor, ...] = (
    front_door.waiting_for,
    sensitive.waiting_for,
    protection.waiting_for,
    assessment.waiting_for,
    support.waiting_for,
    decisions.waiting_for,
    letters.waiting_for,
    case_notes.waiting_for,
    allocation.waiting_for,
    handover.waiting_for,
    planner.waiting_for,
    promises.waiting_for,
    supervision.waiting_for,
    academy.waiting_for,
    workforce.waiting_for,
    to_look_at.waiting_for,
)
MOST = 20


@dataclass(frozen=True, kw_only=True)
class Waits:
    """The lines that are shown, those due soonest first, how many there are in all, and the children in them."""

    lines: Sequence[Duty]
    in_all: int
    shown: frozenset[str]


def waits_for(viewer: Viewer, *, today: date, now: datetime) -> Waits:
    """This function will ask every journey what waits for the viewer: a few queries each."""
    found = [one for journey in JOURNEYS for one in journey(viewer, today=today, now=now)]
    found.sort(key=lambda one: (one.due_on or date.max, one.since.isoformat() if one.since else "", one.title))
    shown = found[:MOST]
    named = heads({child_id for one in shown for child_id in one.child_ids}, today=today)
    lines = [_line(one, named, today) for one in shown]
    return Waits(lines=lines, in_all=len(found), shown=frozenset(named))


def _line(one: Waiting, named: dict[str, Head], today: date) -> Duty:
    people = [named[key] for key in one.child_ids if key in named]
    since = f"Since {moment(one.since, today)}." if one.since else ""
    return Duty(
        what=f"{one.title}: {together(people)}" if people else one.title,
        href=one.page,
        why=" ".join(words for words in (one.why, since) if words),
        due=one.due_on,
        next=Link(one.does, one.page),
    )
