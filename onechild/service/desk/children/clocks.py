"""The duties to a child, now and before: what is late, what is not yet recorded, what was recorded late, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from onechild.service.desk.children.clock_words import Law, Working, law_of, working
from onechild.service.govuk.parts import Cell, Column, Duty, Link, Table, Tag
from onechild.service.govuk.words import date_only, day
from onechild.service.record.models import Child, Obligation
from onechild.service.record.queries.due import Due, due_for
from onechild.service.record.queries.duty_words import OWNERS, PARTS, WORDS
from onechild.service.record.queries.people import Holding
from onechild.service.record.queries.timeline import Happened, timeline

A_FEW = 6
# What meets a duty, as the timeline has it: so that a page can say when it was written down.
MET_BY: dict[str, tuple[str, ...]] = {
    "child-protection-visit": ("visit",),
    "child-in-need-visit": ("visit",),
    "looked-after-visit": ("visit",),
    "initial-child-protection-conference": ("conference",),
    "review-child-protection-conference": ("conference",),
    "looked-after-review": ("care_review",),
    "assessment-from-referral": ("assessment_ended",),
    "assessment-from-start": ("assessment_ended",),
    "contact-decision": ("front_door_decision",),
    "initial-health-assessment": ("health_check",),
    "pathway-plan-review": ("pathway",),
}
OUTCOMES = {
    "met": "In time",
    "met_late": "Late",
    "not_required": "No longer owed",
    "missed": "Never done",
    "overdue": "Late, not done",
    "open": "Open",
}


@dataclass(frozen=True)
class ClockPart:
    """One clock on the page: its law, how the open duties were worked out, and the past ones."""

    key: str
    law: Law
    open_duties: list[tuple[Duty, Working]]
    past: Table
    past_count: int
    more: Link | None


@dataclass(frozen=True)
class Clocks:
    """Everything due, and done."""

    due: list[Duty]
    late: list[Duty]
    unrecorded: list[str]
    written_late: list[str]
    parts: list[ClockPart]


def clocks_of(child: Child, *, first_name: str, held: Sequence[Holding], today: date, only: str = "") -> Clocks:
    """This function will return the duties of a child: three queries. `only` names a clock to show whole."""
    rows = list(Obligation.objects.filter(child=child, started_on__lte=today).order_by("-due_on", "-started_on"))
    dues = due_for([child.pk], today=today)
    kinds = sorted({kind for kinds in MET_BY.values() for kind in kinds})
    happened = timeline(child.pk, today=today, kinds=kinds).items
    written = _written(happened)
    duties = {_key(due): duty_of(due, child=child, first_name=first_name, held=held) for due in dues}
    return Clocks(
        due=[duties[_key(due)] for due in dues if not due.late],
        late=[duties[_key(due)] for due in dues if due.late],
        unrecorded=[_unrecorded(one, today) for one in happened if one.what == "visit" and one.detail["seen"] is None],
        written_late=_written_late(rows, written, today),
        parts=list(_parts(rows, dues, duties, today, only)),
    )


def duty_of(due: Due, *, child: Child, first_name: str, held: Sequence[Holding]) -> Duty:
    """This function will return one open duty as a line: what, why, by when, who owes it, what next."""
    when, note = due.when()
    who = _who(due, held, due.today)
    visit = due.words.next_kind == "visit"
    return Duty(
        what=due.title(first_name),
        href=f"{reverse('child-clocks', args=[child.la_child_id])}#{due.clock}",
        basis=due.basis,
        why=due.why(),
        when=when,
        note=", ".join(part for part in (note, who) if part),
        late=due.late,
        next=Link("Record this visit", reverse("visit-new", args=[child.la_child_id])) if visit else None,
    )


def outcome_of(row: Obligation, today: date) -> str:
    """This function will return how a duty stands at the end of a day, as the clocks' engine says it."""
    if row.met_on and row.met_on <= today:
        return "met" if row.met_on <= row.due_on else "met_late"
    if row.ended_on and row.ended_on <= today:
        return "missed" if row.due_on < row.ended_on else "not_required"
    return "overdue" if row.due_on < today else "open"


def _who(due: Due, held: Sequence[Holding], today: date) -> str:
    part = PARTS.get(due.owner)
    by_name = next((one.worker for one in held if one.role == part and one.open_on(today) and one.worker), "")
    if due.owner == "manager":
        by_name = next((one.manager for one in held if one.role == "lead" and one.open_on(today)), "")
    if not by_name and due.owner == "lead":
        return "nobody leads the case"
    return by_name or OWNERS[due.owner]


def _key(row: Due | Obligation) -> tuple[str, str, date]:
    return (row.clock, row.spell_id, row.due_on)


def _parts(
    rows: list[Obligation],
    dues: list[Due],
    duties: dict[tuple[str, str, date], Duty],
    today: date,
    only: str,
) -> Iterable[ClockPart]:
    by_clock: dict[str, list[Obligation]] = defaultdict(list)
    for row in rows:
        by_clock[row.clock].append(row)
    events = {(row.clock, row.spell_id, row.met_on) for row in rows}
    follows = {_key(due): due.follows_event for due in dues}
    for clock in (clock for clock in WORDS if clock in by_clock and only in ("", clock)):
        past = [row for row in by_clock[clock] if outcome_of(row, today) not in ("open", "overdue")]
        shown = past if only else past[:A_FEW]
        owed = [row for row in by_clock[clock] if outcome_of(row, today) in ("open", "overdue") and _key(row) in duties]
        more = Link(f"All {len(past)}", f"?clock={clock}#{clock}") if len(shown) < len(past) else None
        yield ClockPart(
            key=clock,
            law=law_of(clock),
            open_duties=[
                (duties[_key(row)], working(row, follows_event=follows[_key(row)], today=today)) for row in owed
            ],
            past=_past(clock, shown, events, today),
            past_count=len(past),
            more=more,
        )


def _past(clock: str, rows: list[Obligation], events: set[tuple[str, str, date | None]], today: date) -> Table:
    title = law_of(clock).title
    return Table(
        label=f"Past: {title}",
        columns=[Column("Was due"), Column("Done"), Column("How it went"), Column("How it was worked out")],
        rows=[_past_row(row, events, today) for row in rows],
        kind="stack",
        empty="None yet.",
    )


def _past_row(row: Obligation, events: set[tuple[str, str, date | None]], today: date) -> list[object]:
    outcome = outcome_of(row, today)
    done = date_only(row.met_on) if row.met_on else "Not done"
    follows = (row.clock, row.spell_id, row.started_on) in events
    how = working(row, follows_event=follows, today=today)
    went: object = OUTCOMES[outcome]
    if outcome == "met_late" and row.met_on:
        went = f"{_days((row.met_on - row.due_on).days)} late"
    if outcome == "missed":
        went = Tag("Never done", "over")
    return [date_only(row.due_on), done, went, Cell(text=" ".join(how.steps), note=how.version)]


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"


def _written(happened: list[Happened]) -> dict[tuple[str, date], Happened]:
    """What happened by kind and day, the one written down first where there were several."""
    found: dict[tuple[str, date], Happened] = {}
    for one in happened:
        key = (one.what, one.on)
        if key not in found or (one.recorded_on or date.max) < (found[key].recorded_on or date.max):
            found[key] = one
    return found


def _written_late(rows: list[Obligation], written: dict[tuple[str, date], Happened], today: date) -> list[str]:
    """Duties that were met in time and written down only after their day: done late and written late are two things."""
    found = []
    for row in rows:
        events = (written.get((kind, row.met_on)) for kind in MET_BY.get(row.clock, ()) if row.met_on)
        event = next((event for event in events if event), None)
        if row.met_on and row.met_on <= row.due_on and event and event.recorded_on and event.recorded_on > row.due_on:
            title = law_of(row.clock).title
            done, wrote = day(row.met_on, today), date_only(event.recorded_on, today)
            found.append(f"{title}: done {done}, in time, and written down on {wrote}, after it was due.")
    return found


def _unrecorded(one: Happened, today: date) -> str:
    return f"A visit on {day(one.on, today)} has no note of whether the child was seen. Until it has, it meets nothing."
