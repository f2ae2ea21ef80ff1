"""Fields that several forms of protection have in common."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from onechild.service.govuk.forms import Checkboxes, DayField

TIME_FORMATS = ("%H:%M", "%H.%M", "%I%p", "%I.%M%p", "%I:%M%p", "%I %p", "%I.%M %p", "%I:%M %p")
YES_NO = [("yes", "Yes"), ("no", "No")]


def box(label: str, *, required: bool = False, rows: int = 4, most: int = 4000, **options: Any) -> forms.CharField:
    """This function will return a box for words."""
    area = forms.Textarea(attrs={"rows": str(rows)})
    return forms.CharField(label=label, required=required, max_length=most, widget=area, **options)


def line(label: str, *, required: bool = False, most: int = 200, **options: Any) -> forms.CharField:
    """This function will return a box for one line."""
    return forms.CharField(label=label, required=required, max_length=most, **options)


def hour(label: str = "At what time?", *, required: bool = True) -> forms.TimeField:
    """This function will return a box for a time of day."""
    return forms.TimeField(
        label=label,
        required=required,
        input_formats=list(TIME_FORMATS),
        error_messages={"invalid": "Enter a time such as 2.30pm or 14:30", "required": "Enter the time"},
        widget=forms.TimeInput(attrs={"class": "govuk-input--width-5"}, format="%H:%M"),
        help_text="Such as 2.30pm or 14:30.",
    )


def with_whom(label: str = "Which brothers and sisters as well?") -> forms.MultipleChoiceField:
    """This function will return boxes for the brothers and sisters; nobody is ticked."""
    return forms.MultipleChoiceField(label=label, required=False, widget=Checkboxes)


def not_after(field: forms.Field, today: date) -> None:
    """Refuse a day to come, in a field for a day."""
    if isinstance(field, DayField):
        field.latest, field.latest_words = today, "can’t be in the future"
