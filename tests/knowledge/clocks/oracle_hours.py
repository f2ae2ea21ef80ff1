"""The clocks of hours once more in plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from onechild.knowledge.clocks.hours import BY_THE_ORDER, HoursClock
from onechild.knowledge.clocks.model import Rule, Standard
from onechild.knowledge.workdays.lengths import Length
from tests.knowledge.clocks.duty import Duty
from tests.knowledge.clocks.kinds import hours
from tests.knowledge.clocks.oracle_journey import Child

LONDON = ZoneInfo("Europe/London")
FAR = date(9999, 12, 31)


def duties(clock: HoursClock, child: Child) -> Iterator[Duty]:
    """Every duty of a clock of hours for a child."""
    died = child.rows["children"][0]["died_on"] or FAR
    for spell in hours.TIMED_SPELLS[clock.starts](child):
        started_on, until = _day(spell.started_at), min(spell.ended_on, died)
        if started_on > until:
            continue
        length = _length(clock.rules, child, started_on)
        lasts = timedelta(hours=length.n * (24 if length.unit == "day" else 1))
        due_at = spell.due_at or spell.counted_at + lasts
        met = _met(clock, child, spell, until)
        yield Duty(
            spell.spell_id,
            1,
            1,
            started_on,
            started_on,
            _day(due_at),
            BY_THE_ORDER if spell.due_at else str(length),
            met_on=met[0] if met else None,
            ended_on=None if met or until == FAR else until,
            due_at=due_at,
            met_at=met[1] if met else None,
        )


def _met(clock: HoursClock, child: Child, spell: hours.TimedSpell, until: date) -> tuple[date, datetime | None] | None:
    """The day that it was first met, and the first moment told on that day."""
    found = []
    for met in clock.met_by:
        for at, on, about in hours.TIMED_EVENTS[met.kind](child):
            day = _day(at) if at else on
            if day is None or day > until or about not in (None, spell.spell_id):
                continue
            if at >= spell.started_at if at else day >= _day(spell.started_at):
                found.append((day, at))
    if not found:
        return None
    first = min(day for day, _ in found)
    moments = [at for day, at in found if day == first and at]
    return first, min(moments, default=None)


def _length(rules: tuple[Rule, ...], child: Child, day: date) -> Length:
    (length,) = next(rule for rule in rules if rule.in_force_from <= day < rule.in_force_to).lengths
    if isinstance(length, Standard):
        return Length(child.standard(length.setting, day) or length.default or 0, length.unit)
    assert isinstance(length, Length)
    return length


def _day(at: datetime) -> date:
    return at.astimezone(LONDON).date()
