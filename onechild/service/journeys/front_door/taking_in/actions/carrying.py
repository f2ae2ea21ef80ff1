"""Carries what makes a contact more urgent over to the one it is joined to, so no clock is lost; and back again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from onechild.knowledge.clocks.local.contact_times import URGENCY
from onechild.knowledge.workdays import LONDON, london
from onechild.service.govuk.words import clock, date_only
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.journeys.front_door.times import HAD, due_of, read_priorities, times_here, with_priorities
from onechild.service.record.models import Contact, Intake, IntakeChild, IntakeStage, Referral, StrategyNote
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.versions import versions
from onechild.service.record.queries.work.referrals import was_open_before

# What is carried together goes back together.
CARRIED = (
    ("received_at",),
    ("priority", "priority_at"),
    ("urgent", "urgent_words"),
    ("needed_before", "needed_before_words"),
    ("strategy_asked_at",),
)
WORDS = {
    "received_at": "when it was received",
    "priority": "its colour",
    "urgent": "that it is urgent",
    "needed_before": "the time before which it is needed",
    "strategy_asked_at": "that a strategy discussion was asked for",
}
DECIDED = (
    "That contact is decided already, and this one came before it or is more urgent. Decide this one, or reverse the "
    "decision there first."
)
DUE_FIRST = (
    "This contact has to be decided before the other one. Join the other one to this one, or say first how urgent the "
    "other one is."
)


def carry_over(*, row: Intake, target: Intake, now: datetime) -> str:
    """Give `target` the earlier receipt, the redder colour and the more urgent needs of `row`; both are locked.

    This function will return what was carried in words. The caller renews the clocks of the target's children. It
    raises NotPossible where the target was decided without knowing that, or would still be due later.
    """
    mine, times = _with_priorities(row), times_here(london(now))
    found, words = _more_urgent(mine, target)
    if target.stage == IntakeStage.DECIDED:
        if found:
            raise NotPossible(DECIDED)
        return ""
    if found:
        _save(target, found)
    if due_of(_with_priorities(target), times).at > due_of(mine, times).at:
        raise NotPossible(DUE_FIRST)
    return "; ".join(words)


def give_back(*, row: Intake, target: Intake, change_set_id: int) -> str:
    """Take from `target` what the join of that change-set carried over to it, where nobody changed it since.

    This function will return what was taken back in words. What was decided meanwhile stays as it was decided.
    """
    known = versions(target)
    made = next((at for at, one in enumerate(known) if one.row["change_set_id"] == change_set_id), 0)
    if not made:
        return ""
    if target.stage in (IntakeStage.DECIDED, IntakeStage.JOINED):
        return f"What this contact took over from {row.acknowledgement} stays, because it went on with it."
    before, after = _typed(known[made - 1].row), _typed(known[made].row)
    found: dict[str, Any] = {}
    for names in CARRIED:
        if any(before[one] != after[one] for one in names) and all(getattr(target, one) == after[one] for one in names):
            found |= {one: before[one] for one in names}
    if found:
        _save(target, found)
    given = [WORDS[names[0]] for names in CARRIED if names[0] in found]
    return f"It no longer has from there: {', '.join(given)}" if given else ""


def _more_urgent(row: Intake, target: Intake) -> tuple[dict[str, Any], list[str]]:
    found: dict[str, Any] = {}
    words = []
    if row.received_at < target.received_at:
        found["received_at"] = row.received_at
        words.append(f"received {_moment(row.received_at)}")
    if _rank(row) > _rank(target):
        found |= {"priority": row.priority, "priority_at": _counts_from(row)}
        words.append(code_in_words("front_door_priority", row.priority).lower())
    if row.urgent and not target.urgent:
        found |= {"urgent": True, "urgent_words": row.urgent_words}
        words.append(f"urgent: {row.urgent_words}" if row.urgent_words else "urgent")
    if row.needed_before and (target.needed_before is None or row.needed_before < target.needed_before):
        found |= {"needed_before": row.needed_before, "needed_before_words": row.needed_before_words}
        words.append(f"needed before {_moment(row.needed_before)}: {row.needed_before_words}")
    if row.strategy_asked_at and not target.strategy_asked_at and not StrategyNote.objects.filter(intake=row).exists():
        found["strategy_asked_at"] = row.strategy_asked_at
        words.append("a strategy discussion asked for")
    return found, words


def _save(target: Intake, found: dict[str, Any]) -> None:
    """Write it into what was told, and into the contract's row of each child: clocks and figures read that one."""
    for name, value in found.items():
        setattr(target, name, value)
    target.save(update_fields=list(found))
    day = london(target.received_at)
    linked = IntakeChild.objects.filter(intake=target, child__isnull=False)
    for contact in Contact.objects.filter(pk__in=linked.values("contact_id")):
        if contact.happened_on != day:
            contact.already_open = was_open_before(contact.child_id, day)
        contact.received_at, contact.happened_on, contact.priority = target.received_at, day, target.priority
        contact.save(update_fields=["received_at", "happened_on", "priority", "already_open"])
        opened = Referral.objects.filter(contact_id=contact.pk, origin__isnull=True, started_on__gt=day)
        opened.update(started_on=day)


def _with_priorities(row: Intake) -> Intake:
    return with_priorities(Intake.objects.filter(pk=row.pk)).get()


def _counts_from(row: Intake) -> datetime:
    """From when a contact's colour counts: from its receipt, but from the raising where it was raised."""
    had = read_priorities(getattr(row, HAD) or [])
    if len(had) > 1 and had[-1].at and URGENCY.get(had[-1].priority or "", 0) > URGENCY.get(had[-2].priority or "", 0):
        return had[-1].at
    return row.received_at


def _rank(row: Intake) -> int:
    return URGENCY.get(row.priority or "", -1)


def _typed(version: dict[str, Any]) -> dict[str, Any]:
    names = [one for group in CARRIED for one in group]
    columns: dict[str, Any] = {one: Intake._meta.get_field(one) for one in names}
    return {one: column.to_python(version[one]) for one, column in columns.items()}


def _moment(at: datetime) -> str:
    return f"{date_only(london(at))}, {clock(at.astimezone(LONDON).time())}"
