"""The forms of an order that protects a child."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from onechild.service.govuk.forms import Radios
from onechild.service.journeys.sensitive.forms.fields import day, line, not_to_come, text, yes_no
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models.protective_order import OrderKind


class OrderForm(forms.Form):
    """An order of a court."""

    kind = forms.ChoiceField(label="Which order?", choices=OrderKind.choices, widget=Radios)
    started_on = day("When was it made?", "the day it was made")
    expected_end_on = day(
        "Until when is it in force?", "the day it ends", needed=False, hint="Empty where the order sets no end."
    )
    court = line("Which court?")
    case_number = line("Case number")
    against_words = line("Against whom?", needed=True)
    against_adult_id = forms.ChoiceField(label="Is that somebody on this record?", required=False)
    power_of_arrest = yes_no("May the police arrest whoever breaks it?", needed=False)
    forbids_contact = yes_no("Does it forbid contact with the child?", needed=False)
    forbids_address = yes_no("Does it keep the child’s address secret, or forbid coming near?", needed=False)
    words = text("What does it say besides?", needed=False)

    def __init__(self, *args: Any, today: date, adults: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        not_to_come(self, today, "started_on")
        field: Any = self.fields["against_adult_id"]
        field.choices = [("", "Nobody on this record"), *adults]

    def clean(self) -> dict[str, Any]:
        """It ends after it begins; a key that is empty is none."""
        typed = super().clean() or {}
        began, ends = typed.get("started_on"), typed.get("expected_end_on")
        if began and ends and ends <= began:
            self.add_error("expected_end_on", "The order must end after the day it was made")
        return typed | {"against_adult_id": typed.get("against_adult_id") or None}


class ChangeOrderForm(EditForm):
    """Until when an order lasts, and that it has ended."""

    expected_end_on = day("Until when is it in force?", "the day it ends", needed=False)
    words = text("What does it say besides?", needed=False)
    ended_on = day(
        "Has it ended? From when?", "the day it ended", needed=False, hint="Leave it empty while it is in force."
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options |= {"today": today}
        not_to_come(self, today, "ended_on")

    def clean(self) -> dict[str, Any]:
        """It can't end before it was made."""
        typed = super().clean() or {}
        began = getattr(self.row, "started_on", None)
        if began and typed.get("ended_on") and typed["ended_on"] < began:
            self.add_error("ended_on", "The order can’t end before it was made")
        return typed
