"""The forms that set a standard from a day, and withdraw one that has not begun."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms

from onechild.knowledge.clocks.local.named import LocalStandard
from onechild.service.govuk.forms import DayField
from onechild.service.record.actions.standards import Refused

REASON = forms.CharField(
    label="Why?",
    max_length=1000,
    widget=forms.Textarea,
    error_messages={"required": "Say why"},
    help_text="Whoever asks later why a duty fell due when it did will read this.",
)


class ValueField(forms.CharField):
    """A number of a standard's unit; an hour of the day is read as it is said, 9.30am or 17:00."""

    def __init__(self, *, standard: LocalStandard, **options: Any) -> None:
        self.standard = standard
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        """The number, within the limits."""
        typed = super().clean(value)
        number = read_time(typed) if self.standard.unit == "time" else read_number(typed, self.standard.unit)
        if number is None:
            like = "9.30am or 17:00" if self.standard.unit == "time" else f"{self.standard.default or 1:g}"
            raise forms.ValidationError(f"Enter it as a number, such as {like}")
        if said := self.standard.refused(number):
            raise forms.ValidationError(said)
        return number


class StandardForm(forms.Form):
    """A number from a day, with a reason; the box about the past is asked only where the day is past."""

    from_on = DayField(label="From when?", called="the day from which it holds")
    past_too = forms.BooleanField(
        required=False,
        label="Work out duties since that day again: past answers will change, and so may published figures",
    )
    reason = REASON

    def __init__(self, *args: Any, standard: LocalStandard, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        value = ValueField(standard=standard, label=_label(standard), error_messages={"required": "Enter a number"})
        value.widget.attrs |= {"class": "govuk-input--width-5", "autocomplete": "off"}
        self.fields = {"value": value, **self.fields}
        if not self._in_the_past():
            del self.fields["past_too"]

    def refuse(self, refused: Refused) -> None:
        """Say what the action refused at the field that it is about."""
        if refused.field == "past_too" and "past_too" not in self.fields:
            self.add_error("from_on", refused.words)
            return
        self.add_error(refused.field, refused.words)

    def _in_the_past(self) -> bool:
        """Whether the day that was typed is past: read before the form is, for it decides what the form asks."""
        if not self.is_bound:
            return False
        field = self.fields["from_on"]
        try:
            day = field.clean(field.widget.value_from_datadict(self.data, self.files, self.add_prefix("from_on")))
        except forms.ValidationError:
            return False
        return bool(day and day < self.today)


class WithdrawForm(forms.Form):
    """Why a standard to come is withdrawn."""

    reason = REASON


def read_time(typed: str) -> float | None:
    """This function will return the hour of the day in "9", "9.30am", "5pm" or "17:00"; None where it is none."""
    found = TIME.fullmatch(typed.strip().lower())
    if not found:
        return None
    hour, past, half = int(found["hour"]), int(found["past"] or 0), found["half"]
    if half and not 1 <= hour <= NOON:
        return None
    hour = hour % NOON + (NOON if half == "pm" else 0) if half else hour
    return hour + past / 60 if hour <= 2 * NOON else None


def read_number(typed: str, unit: str) -> float | None:
    """This function will return a number; a share may be typed as a percentage."""
    text = typed.strip().lstrip("£").rstrip("%").strip().replace(",", "")
    try:
        number = float(text)
    except ValueError:
        return None
    return number / 100 if unit == "share" and (typed.strip().endswith("%") or number > 1) else number


NOON = 12
TIME = re.compile(r"(?P<hour>\d{1,2})([.:](?P<past>[0-5]\d))?\s*(?P<half>am|pm)?")


def _label(standard: LocalStandard) -> str:
    units = {
        "time": "At what time?",
        "birthday": "At what age?",
        "share": "What part, as a percentage?",
        "yes_no": "1 for yes, 0 for no",
    }
    units |= {"child": "How many children?", "pound": "How many pounds?"}
    return units.get(standard.unit, f"How many {standard.unit.replace('_', ' ')}s?")
