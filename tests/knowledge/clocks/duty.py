"""What the oracle says of one duty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass
class Duty:
    """One duty, as the obligations table has it."""

    spell_id: str
    sequence: int
    step: int
    counted_from: date
    started_on: date
    due_on: date
    within: str
    met_on: date | None = None
    ended_on: date | None = None
    due_at: datetime | None = None
    met_at: datetime | None = None
