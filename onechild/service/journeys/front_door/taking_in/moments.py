"""A moment typed as people say it: "6pm", "18:00 tomorrow", "23/11/2026 9.30am"."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from onechild.knowledge.workdays import LONDON
from onechild.service.govuk.forms.reading_days import read_day
from onechild.service.record.intake_form.parts import Line

TIME = re.compile(
    r"(?<!\d)(?:(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*([ap]m)?|(\d{1,2})\s*([ap]m)|(midday|noon|midnight))(?!\d)",
    re.IGNORECASE,
)
NEAR = {"": 0, "today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}
FORMAT = "%d/%m/%Y %H:%M"
SAY = "must be a time and, if not today, a date: like 6pm, or 23/11/2026 9.30am"


class MomentField(Line):
    """A moment in London, typed in one box. `now` is set on a form's field, since it is an argument."""

    def __init__(self, *, called: str, **options: Any) -> None:
        super().__init__(limit=40, **options)
        self.called = called
        self.now: datetime | None = None
        self.earliest: datetime | None = None
        self.latest: datetime | None = None

    def prepare_value(self, value: Any) -> Any:
        """A moment as it would be typed."""
        return value.astimezone(LONDON).strftime(FORMAT) if isinstance(value, datetime) else value

    def to_python(self, value: Any) -> Any:
        """The moment, or a refusal that says how to type one."""
        typed = super().to_python(value)
        if not typed:
            return None
        read = read_moment(typed, now=self.now)
        if read is None:
            raise ValidationError(f"{self.called[:1].upper()}{self.called[1:]} {SAY}")
        if self.latest and read > self.latest:
            raise ValidationError(f"{self.called[:1].upper()}{self.called[1:]} can’t be in the future")
        if self.earliest and read < self.earliest:
            raise ValidationError(f"{self.called[:1].upper()}{self.called[1:]} is too long ago")
        return read

    def run_validators(self, value: Any) -> None:
        """The length was that of the words."""


def read_moment(typed: str, *, now: datetime | None) -> datetime | None:
    """This function will return the moment that was typed, in UTC; None where it is none, or has no time."""
    typed = re.sub(r"(?<=\d)T(?=\d)", " ", typed)
    found = TIME.search(_without_dates(typed))
    if found is None or now is None or len(typed) > 40:
        return None
    on = _day(f"{typed.replace(found[0], ' ', 1)}", now.astimezone(LONDON).date())
    at = _time(found)
    if on is None or at is None:
        return None
    if (found[6] or "").lower() == "midnight":
        on += timedelta(days=1)  # the end of the day that is meant, as people say it
    return datetime.combine(on, at, tzinfo=LONDON).astimezone(UTC)


def _without_dates(typed: str) -> str:
    """The words with full dates blanked, so that 23.11.2026 is not taken for a time."""
    return re.sub(r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}", lambda one: "/" * len(one[0]), typed)


def _time(found: re.Match[str]) -> time | None:
    if found[6]:
        return time(0 if found[6].lower() == "midnight" else 12)
    hour, minute = int(found[1] or found[4]), int(found[2] or 0)
    half = (found[3] or found[5] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day(rest: str, today: date) -> date | None:
    words = re.sub(r"\b(at|by|on)\b|,", " ", rest, flags=re.IGNORECASE).strip().lower()
    if words in NEAR:
        return today + timedelta(days=NEAR[words])
    read = read_day([words, "", ""])
    return read if isinstance(read, date) else None


def told_of(form: forms.Form, now: datetime) -> None:
    """Tell each moment of a form what time it is."""
    for field in form.fields.values():
        if isinstance(field, MomentField):
            field.now = now
