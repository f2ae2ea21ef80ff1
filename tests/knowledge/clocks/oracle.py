"""The clocks once more in plain Python, a child and a day at a time: slow, short, and meant to be obviously so.

It reads the same declarations as the engine and nothing else of it: no spell is merged and no interval joined here.
What holds is asked of each day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from onechild.knowledge.clocks.hours import HoursClock
from onechild.knowledge.clocks.model import Clock, OwnInterval, Rule, Standard
from onechild.knowledge.workdays.lengths import Length, add
from tests.knowledge.clocks import oracle_hours
from tests.knowledge.clocks.duty import Duty
from tests.knowledge.clocks.oracle_journey import Child, Spell

DAY = timedelta(days=1)
FAR = date(9999, 12, 31)


def duties(clock: Clock, child: Child) -> Iterator[Duty]:
    """Every duty of a clock for a child."""
    if isinstance(clock, HoursClock):
        yield from oracle_hours.duties(clock, child)
        return
    for spell in child.spells(clock.starts):
        if spell.ended_on is None or spell.started_on < spell.ended_on:
            yield from _walk(clock, child, spell)


def outcome(duty: Duty, day: date) -> str | None:
    """How the duty stood at the end of a day; None before it began."""
    if duty.started_on > day:
        return None
    if duty.met_on and duty.met_on <= day:
        by_moment = duty.met_at is not None and duty.due_at is not None
        in_time = duty.met_at <= duty.due_at if by_moment else duty.met_on <= duty.due_on  # type: ignore[operator]
        return "met" if in_time else "met_late"
    if duty.ended_on and duty.ended_on <= day:
        return "missed" if duty.due_on < duty.ended_on else "not_required"
    past = duty.due_on <= day if duty.due_at else duty.due_on < day
    return "overdue" if past else "open"


def _walk(clock: Clock, child: Child, spell: Spell) -> Iterator[Duty]:
    seen = _event_days(clock, child, spell)
    sequence = step = 1
    duty = _opened(clock, child, spell, spell.started_on, spell.counted_from, sequence, step)
    last = spell.ended_on or FAR
    turning = sorted(
        {day for day in (*child.turning_days, *seen) if spell.started_on <= day < last} | {spell.started_on}
    )
    for day in turning:
        restarted = day > spell.started_on and _restarts(clock, child, day)
        if restarted:
            if duty:
                duty.met_on, duty.ended_on = (day, None) if day in seen else (None, day)
                yield duty
            sequence, step = sequence + 1, 1
            duty = _opened(clock, child, spell, day, day, sequence, step)
        if day in seen:
            if duty:
                duty.met_on = day
                yield duty
            sequence, step = sequence + 1, step + 1
            duty = _opened(clock, child, spell, day, day, sequence, step)
        elif duty and not restarted and duty.due_on >= day:
            _retime(clock, child, duty, day)
    if duty:
        duty.met_on = last if last in seen else None
        duty.ended_on = None if duty.met_on else spell.ended_on
        yield duty


def _event_days(clock: Clock, child: Child, spell: Spell) -> set[date]:
    return {
        day
        for met in clock.met_by
        for day, about in child.events(met.kind)
        if met.in_force_from <= day < met.in_force_to
        and spell.started_on <= day <= (spell.ended_on or FAR)
        and about in (None, spell.spell_id)
    }


def _opened(
    clock: Clock, child: Child, spell: Spell, day: date, counted_from: date, sequence: int, step: int
) -> Duty | None:
    length = _length(clock, child, day, day, step)
    if length is None:
        return None
    due_on = max(day, add(counted_from, length, terms=child.terms))
    return Duty(spell.spell_id, sequence, step, counted_from, day, due_on, str(length))


def _retime(clock: Clock, child: Child, duty: Duty, day: date) -> None:
    """On any day that the duty is not yet late, whatever rule holds now decides; it never falls due before that day."""
    length = _length(clock, child, day, duty.started_on, duty.step)
    assert length is not None
    if str(length) != duty.within:
        duty.within = str(length)
        duty.due_on = max(day, add(duty.counted_from, length, terms=child.terms))


def _restarts(clock: Clock, child: Child, day: date) -> bool:
    return any(
        rule.restarts and rule.during and child.holds(rule.during, day) and not child.holds(rule.during, day - DAY)
        for rule in clock.rules
    )


def _length(clock: Clock, child: Child, day: date, began: date, step: int) -> Length | None:
    generals = (_of_step(rule, step, child, began) for rule in clock.rules if rule.during is None)
    general = next((length for length in generals if length), None)
    for rule in clock.rules:
        if not rule.in_force_from <= began < rule.in_force_to:
            continue
        if any(isinstance(length, OwnInterval) for length in rule.lengths):
            own = [n for n in child.own_intervals(rule.during, day) if general and n < _days(general)]
            if own:
                return Length(min(own), "day")
        elif rule.during is None or child.holds(rule.during, day):
            found = _of_step(rule, step, child, began)
            if found:
                return found
    return None


def _of_step(rule: Rule, step: int, child: Child, began: date) -> Length | None:
    turn = step - rule.from_turn
    if turn < 0 or (turn >= len(rule.lengths) and not rule.repeats):
        return None
    length: Any = rule.lengths[min(turn, len(rule.lengths) - 1)]
    if isinstance(length, Standard):
        number = child.standard(length.setting, began) or length.default
        return length.of(number) if number else None
    return length if isinstance(length, Length) else None


def _days(length: Length) -> int:
    if length.unit == "working_day":
        return length.n // 5 * 7 + length.n % 5
    return length.n * {"day": 1, "week": 7, "month": 28}[length.unit]
