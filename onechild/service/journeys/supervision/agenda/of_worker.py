"""What the record says of a worker on the day of a supervision: load, leave, and what is due to or from the worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onechild.knowledge.clocks.catalogue import clock
from onechild.service.govuk.parts import Fact, Tag
from onechild.service.govuk.words import date_only
from onechild.service.journeys.supervision.intervals import duties_of_workers
from onechild.service.record.queries.duty_words import WORDS
from onechild.service.record.queries.workforce import Person, people, targets
from onechild.service.record.queries.workload.loads import Held, loads_of

LEAVE_AHEAD = timedelta(days=90)


@dataclass(frozen=True, kw_only=True)
class OfWorker:
    """A worker with what they hold, and lines of what is due about them."""

    person: Person
    held: Held
    facts: tuple[Fact, ...]


def of_worker(worker_id: str, *, today: date) -> OfWorker | None:
    """This function will return a worker as a supervision meets them; None where there is no such worker.

    Cases, children and load stand beside one another. Why somebody is away is not said: that is between the two.
    """
    person = people([worker_id], today=today).get(worker_id)
    if person is None:
        return None
    team_id = next(iter(person.teams), None)
    [held] = loads_of({worker_id: person}, team_id=team_id, standards=targets(today=today), today=today)
    return OfWorker(person=person, held=held, facts=(*_load(held), *_leave(person, today), *_due(person, today)))


def _load(held: Held) -> list[Fact]:
    if held.person.manages:
        return [Fact(name="Cases", value=str(held.cases), note="no target, a manager")]
    over = Tag(f"{held.against:.1f} over", "over") if held.over else None
    late = f"{held.visits_late} late" if held.visits_late else ""
    return [
        Fact(name="Cases", value=str(held.cases), note=f"target {held.target:.1f}", tag=over),
        Fact(name="Families", value=str(held.families)),
        Fact(name="Weighted load", value=f"{held.load:.1f}"),
        Fact(name="Visits due in 28 days", value=str(held.visits), note=late),
    ]


def _leave(person: Person, today: date) -> list[Fact]:
    coming = sorted((one for one in person.leave if one[1] is None or one[1] > today), key=lambda one: one[0])
    near = [one for one in coming if one[0] <= today + LEAVE_AHEAD]
    said = [
        f"from {date_only(start, today)}" + (f" to {date_only(end - timedelta(days=1), today)}" if end else "")
        for start, end in near
    ]
    return [Fact(name="Leave booked", value="; ".join(said) or "none in the next three months")]


def _due(person: Person, today: date) -> list[Fact]:
    found = []
    for one in duties_of_workers([person.worker_id], today=today):
        late = Tag("Late", "late") if one.due_on < today else None
        words = WORDS[one.clock].what.format(names=person.name) if one.clock in WORDS else clock(one.clock).title
        found.append(Fact(name=words, value=f"due {date_only(one.due_on, today)}", tag=late))
    if person.newly_qualified(today) and person.newly_qualified_to:
        found.append(Fact(name="Assessed year", value=f"until {date_only(person.newly_qualified_to, today)}"))
    return found
