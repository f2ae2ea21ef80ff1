"""The forms that plan a worker's time away, limit their new children, and keep their languages and areas."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from onechild.service.govuk.forms import DayField, Radios
from onechild.service.record.actions.staffing.refused import Refused
from onechild.service.record.editing_form import EditForm

KINDS = (
    ("annual_leave", "Annual leave"),
    ("training", "Training"),
    ("other", "Away for another reason"),
)


class _Asks(forms.Form):
    """A form that says what an action refused at the field that it is about."""

    def refuse(self, refused: Refused) -> None:
        """Say it there, or above the form."""
        self.add_error(refused.field if refused.field in self.fields else None, refused.words)


class LeaveForm(_Asks):
    """What kind of time away, from when to when."""

    kind = forms.ChoiceField(
        label="What is it?",
        choices=KINDS,
        widget=Radios(hints={"other": "Colleagues are told “away” and nothing more. Never write of health here."}),
        error_messages={"required": "Choose what it is"},
    )
    first_day = DayField(label="From which day?", called="the first day away")
    last_day = DayField(label="To which day?", called="the last day away", help_text="That day is counted.")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["last_day"].earliest = today  # type: ignore[attr-defined]


class LimitForm(_Asks):
    """How many new children at most, from when to when."""

    at_most_new = forms.IntegerField(
        label="How many new children at most?",
        required=False,
        min_value=0,
        max_value=30,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
        help_text="0 for none. Leave it empty to say it in words.",
    )
    words = forms.CharField(
        label="What should whoever shares work out know?",
        required=False,
        max_length=200,
        help_text="Such as “no travel outside the town”. Never why: a worker’s health has no place here.",
    )
    first_day = DayField(label="From which day?", called="the first day")
    last_day = DayField(
        label="Until which day?",
        called="the last day",
        required=False,
        help_text="That day is counted. Leave it empty where nobody knows yet.",
    )


class LinesField(forms.CharField):
    """Words, one on a line, kept as a list."""

    widget = forms.Textarea(attrs={"rows": "4"})

    def prepare_value(self, value: Any) -> Any:
        """The list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        """The lines as a list, each once, none empty."""
        typed = super().clean(value)
        return list(dict.fromkeys(line.strip() for line in (typed or "").splitlines() if line.strip()))


class FactsForm(EditForm):
    """Which languages a worker speaks with families, and where they visit."""

    languages = LinesField(
        label="Languages they speak with families",
        required=False,
        help_text="One on a line. English need not stand here.",
    )
    areas = LinesField(
        label="Areas they visit", required=False, help_text="One on a line: a postcode district such as HT4, or a town."
    )

    def words_of(self, name: str, value: Any) -> str:
        """A list as a person says it."""
        return ", ".join(value) if isinstance(value, list) and value else super().words_of(name, value or "")
