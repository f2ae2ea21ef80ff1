"""Fields that these forms share: a day that is not to come, a time of day, and a plain yes or no."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from onechild.service.govuk.forms import DayField, Radios

YES_NO = [("yes", "Yes"), ("no", "No")]
TIME_FORMATS = ("%H:%M", "%H.%M", "%I%p", "%I.%M%p", "%I:%M%p", "%I %p", "%I.%M %p", "%I:%M %p")
WRONG_TIME = "Enter a time such as 2.30pm or 14:30"


def text(label: str, *, needed: bool = True, hint: str = "", rows: int = 4) -> forms.CharField:
    """This function will return a field of several lines, up to 8,000 letters."""
    return forms.CharField(
        label=label,
        required=needed,
        max_length=8000,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": str(rows)}),
    )


def line(label: str, *, needed: bool = False, hint: str = "") -> forms.CharField:
    """This function will return a field of one line."""
    return forms.CharField(label=label, required=needed, max_length=300, help_text=hint)


def yes_no(label: str, *, needed: bool = True, hint: str = "") -> forms.TypedChoiceField:
    """This function will return a question answered with yes or no: True, False, or None where it was left."""
    return forms.TypedChoiceField(
        label=label,
        choices=YES_NO,
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=needed,
        help_text=hint,
        widget=Radios,
    )


def time_of_day(label: str, *, needed: bool = True) -> forms.TimeField:
    """This function will return a time as people type one: 2.30pm, 14:30."""
    return forms.TimeField(
        label=label,
        required=needed,
        input_formats=list(TIME_FORMATS),
        error_messages={"invalid": WRONG_TIME},
        widget=forms.TimeInput(attrs={"class": "govuk-input--width-5"}, format="%H:%M"),
        help_text="Such as 2.30pm or 14:30.",
    )


def not_to_come(form: forms.Form, today: date, *names: str) -> None:
    """Refuse a day to come in these fields of a form."""
    for name in names:
        field: Any = form.fields[name]
        field.latest, field.latest_words = today, "can’t be in the future"


def to_come(form: forms.Form, today: date, *names: str) -> None:
    """Refuse a day that has passed in these fields of a form."""
    for name in names:
        field: Any = form.fields[name]
        field.earliest = today


def day(label: str, called: str, *, needed: bool = True, hint: str = "") -> DayField:
    """This function will return a day in three boxes."""
    return DayField(label=label, called=called, required=needed, help_text=hint)
