"""The duties to a child, now and before: what is late, what is not yet recorded, what was recorded late, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from onechild.service.desk.children.clock_words import Law, Working, law_of, working
from onechild.service.desk.duties import reason_said
from onechild.service.desk.links import late_reason, plan_visit
from onechild.service.govuk.parts import Cell, Column, Duty, Link, Table, Tag
from onechild.service.govuk.words import date_only, day
from onechild.service.record.models import Child, LateReason, Obligation
from onechild.service.record.queries.diary.planned import Planned, unwritten_of
from onechild.service.record.queries.due import Due, due_for, unit_of
from onechild.service.record.queries.duty_words import OWNERS, PARTS, VISITS, WORDS
from onechild.service.record.queries.lateness import Key, done, reasons_of, said, written_late
from onechild.service.record.queries.people import Holding
from onechild.service.record.queries.timeline import Happened, timeline

A_FEW, WHY = 6, 3
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
    "review-health-assessment": ("health_check",),
    "dental-check": ("health_check",),
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
    reasons = reasons_of([child.pk])
    beside = Beside(child, _written(happened), reasons, today)
    duties = {_key(due): duty_of(due, child=child, first_name=first_name, held=held, reasons=reasons) for due in dues}
    return Clocks(
        due=[duties[_key(due)] for due in dues if not due.late],
        late=[duties[_key(due)] for due in dues if due.late],
        unrecorded=[
            *(_unrecorded(one, today) for one in happened if one.what == "visit" and one.detail["seen"] is None),
            *(_unwritten(plan, today) for plan in unwritten_of(child.pk, today=today)),
        ],
        written_late=_written_late(rows, beside),
        parts=list(_parts(rows, dues, duties, beside, only)),
    )


@dataclass(frozen=True)
class Beside:
    """What stands beside the duties: what happened by kind and day, and the reasons given for lateness."""

    child: Child
    written: Mapping[tuple[str, date], Happened]
    reasons: Mapping[Key, LateReason]
    today: date

    def event(self, row: Obligation) -> Happened | None:
        """What met a duty, as the timeline has it."""
        events = (self.written.get((kind, row.met_on)) for kind in _met_by(row.clock) if row.met_on)
        return next((event for event in events if event), None)

    def reason(self, row: Obligation) -> str:
        """Why a duty was late, as somebody said."""
        given = self.reasons.get((row.child_id or "", row.clock, row.spell_id, row.due_on))
        return said(given) if given else ""


def duty_of(
    due: Due,
    *,
    child: Child,
    first_name: str,
    held: Sequence[Holding],
    reasons: Mapping[Key, LateReason] | None = None,
) -> Duty:
    """This function will return one open duty as a line: what, why, by when, who owes it, what next."""
    when, note = due.when()
    who = _who(due, held, due.today)
    visit = due.words.next_kind == "visit"
    given = reason_said(due, reasons or {})
    why_late = late_reason(child.la_child_id, due.clock, due.spell_id, due.due_on) if due.late and not given else ""
    return Duty(
        what=due.title(first_name),
        href=f"{reverse('child-clocks', args=[child.la_child_id])}#{due.clock}",
        basis=due.basis,
        why=" ".join(part for part in (due.why(), given) if part),
        when=when,
        note=", ".join(part for part in (note, who) if part),
        late=due.late,
        next=Link("Record this visit", reverse("visit-new", args=[child.la_child_id])) if visit else None,
        also=[
            *([Link("Plan this visit", plan_visit(child.la_child_id, due.clock))] if visit else []),
            *([Link("Say why it is late", why_late, hidden=due.title(first_name))] if why_late else []),
        ],
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


def _met_by(clock: str) -> tuple[str, ...]:
    """The kinds of happening that meet a duty; of every clock for visits, a visit."""
    return MET_BY.get(clock) or (("visit",) if clock in VISITS else ())


def _key(row: Due | Obligation) -> tuple[str, str, date]:
    return (row.clock, row.spell_id, row.due_on)


def _parts(
    rows: list[Obligation],
    dues: list[Due],
    duties: dict[tuple[str, str, date], Duty],
    beside: Beside,
    only: str,
) -> Iterable[ClockPart]:
    today, by_clock = beside.today, defaultdict[str, list[Obligation]](list)
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
            past=_past(clock, shown, events, beside),
            past_count=len(past),
            more=more,
        )


def _past(clock: str, rows: list[Obligation], events: set[tuple[str, str, date | None]], beside: Beside) -> Table:
    drawn = [_past_row(row, events, beside) for row in rows]
    explained = any(not row[3].is_empty for row in drawn)
    heads = ("Was due", "Done", "How it went", "Why it was late", "How it was worked out")
    return Table(
        label=f"Past: {law_of(clock).title}",
        columns=[Column(head) for number, head in enumerate(heads) if explained or number != WHY],
        rows=[[cell for number, cell in enumerate(row) if explained or number != WHY] for row in drawn],
        kind="stack",
        empty="None yet.",
    )


def _past_row(row: Obligation, events: set[tuple[str, str, date | None]], beside: Beside) -> list[Cell]:
    outcome = outcome_of(row, beside.today)
    follows = (row.clock, row.spell_id, row.started_on) in events
    how = working(row, follows_event=follows, today=beside.today)
    return [
        Cell(text=date_only(row.due_on)),
        Cell(text=date_only(row.met_on) if row.met_on else "Not done"),
        Cell(tag=Tag("Never done", "over")) if outcome == "missed" else Cell(text=_went(row, outcome, beside)),
        _why_late(row, outcome, beside),
        Cell(text=" ".join(how.steps), note=how.version),
    ]


def _went(row: Obligation, outcome: str, beside: Beside) -> str:
    """ "Seen in time, written down 9 days later": when it was done, and apart from that when it was recorded."""
    if row.met_on is None or outcome not in ("met", "met_late"):
        return OUTCOMES[outcome]
    event = beside.event(row)
    told = done(
        due_on=row.due_on,
        happened_on=row.met_on,
        recorded_on=event.recorded_on if event else None,
        unit=unit_of(row.within or ""),
        word="seen" if row.clock in VISITS else "done",
    )
    return f"{told[:1].upper()}{told[1:]}"


def _why_late(row: Obligation, outcome: str, beside: Beside) -> Cell:
    """The reason that was given, with a link to correct it; where none was, a link to give one."""
    if outcome not in ("met_late", "missed"):
        return Cell()
    href = late_reason(beside.child.la_child_id, row.clock, row.spell_id, row.due_on)
    hidden = f"the duty due {date_only(row.due_on)}"
    given = beside.reason(row)
    if given:
        return Cell(text="Correct this", hidden=f"reason for {hidden}", href=href, note=given)
    return Cell(text="Say why", hidden=f"{hidden} was late", href=href)


def _written(happened: list[Happened]) -> dict[tuple[str, date], Happened]:
    """What happened by kind and day, the one written down first where there were several."""
    found: dict[tuple[str, date], Happened] = {}
    for one in happened:
        key = (one.what, one.on)
        if key not in found or (one.recorded_on or date.max) < (found[key].recorded_on or date.max):
            found[key] = one
    return found


def _written_late(rows: list[Obligation], beside: Beside) -> list[str]:
    """Duties that were met in time and written down only after their day: done late and written late are two things."""
    found = []
    for row in rows:
        event = beside.event(row)
        if row.met_on and row.met_on <= row.due_on and event and event.recorded_on and event.recorded_on > row.due_on:
            title, on = law_of(row.clock).title, day(row.met_on, beside.today)
            wrote = date_only(event.recorded_on, beside.today)
            late = written_late(row.met_on, event.recorded_on)
            found.append(f"{title}: done {on}, in time, and {late}, on {wrote}, after it was due.")
    return found


def _unwritten(plan: Planned, today: date) -> str:
    return f"A visit was planned for {day(plan.planned_on, today)}, and nothing is written. It counts as not seen."


def _unrecorded(one: Happened, today: date) -> str:
    return f"A visit on {day(one.on, today)} has no note of whether the child was seen. Until it has, it meets nothing."
