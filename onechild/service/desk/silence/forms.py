"""The form that puts something aside: why it can wait, and until when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms

from onechild.service.govuk.forms import DayField
from onechild.service.govuk.words import date_only
from onechild.service.journeys.silence.actions import longest


class SnoozeForm(forms.Form):
    """Why, and until which day."""

    reason = forms.CharField(
        label="Why can it wait?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What is being done instead, or why it can’t be done yet. It is kept, with your name.",
        error_messages={"required": "Say why it can wait."},
    )
    until = DayField(label="Until when?", called="the day until when it can wait")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        until = self.fields["until"]
        last = longest(today)
        until.help_text = f"It comes back by itself that day. Three months at most: {date_only(last, today)}."
        until.earliest, until.latest = today + timedelta(days=1), last  # type: ignore[attr-defined]
        until.latest_words = "must be within three months"  # type: ignore[attr-defined]
