"""When a subject access request must be answered: a month, two more if it is complex, standing still while waiting.

UK GDPR article 12(3); Data (Use and Access) Act 2025 for the pauses; the corresponding day of a later month, or its
last day, moved to the next working day (Information Commissioner's guidance). Confidence V2: a secondary source.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from onechild.knowledge.workdays import Length, add, is_working_day

MONTH, EXTENDED = Length(1, "month"), Length(3, "month")


@dataclass(frozen=True)
class Answer:
    """The day an answer is due, how many days the clock stood still, and whether it stands still now."""

    due_on: date
    paused_days: int
    waiting: bool


def answer(*, received_on: date, extended: bool, pauses: Iterable[tuple[date, date | None]], today: date) -> Answer:
    """This function will return when the answer is due; a pause that is still open counts up to today."""
    stood = list(pauses)
    days = sum(max(((answered or today) - asked).days, 0) for asked, answered in stood)
    due = add(received_on, EXTENDED if extended else MONTH) + timedelta(days=days)
    while not is_working_day(due):
        due += timedelta(days=1)
    return Answer(due, days, any(answered is None for _asked, answered in stood))
