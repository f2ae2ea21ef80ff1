"""The forms of assessed years. No finding is chosen beforehand."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from onechild.service.govuk.forms import DayField, Radios
from onechild.service.journeys.academy import choices
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models.assessed_year_note import YearFinding

STAGES = [
    ("3", "At three months"),
    ("6", "At six months"),
    ("9", "At nine months (welcome, not owed)"),
    ("12", "At twelve months"),
    ("other", "Between them"),
]
YES_NO = [("yes", "Yes"), ("no", "No")]
OUTCOMES = [("passed", "Passed"), ("failed", "Did not pass"), ("extended", "Made longer")]


class BeginForm(forms.Form):
    """An assessed year that begins."""

    started_on = DayField(label="When does it begin?", called="the day it begins")
    assessor = forms.ChoiceField(label="Who assesses it?")

    def __init__(self, *args: Any, staff: choices.Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["assessor"].choices = choices.NOBODY + staff  # type: ignore[attr-defined]


class ReviewForm(forms.Form):
    """A review of the year."""

    happened_on = DayField(label="When was it reviewed?", called="the day of the review")
    stage = forms.ChoiceField(label="Which review is it?", choices=STAGES, widget=Radios)
    finding = forms.ChoiceField(label="What did it find?", choices=YearFinding.choices, widget=Radios)
    words = forms.CharField(label="Why?", max_length=4000, widget=forms.Textarea)
    support = forms.CharField(
        label="What support follows, from whom?", required=False, max_length=2000, widget=forms.Textarea
    )
    workload_kept = forms.ChoiceField(
        label="Was the protected workload kept since the last review?",
        choices=YES_NO,
        widget=Radios,
        help_text="How many cases were held that day is worked out from the record and kept beside your answer.",
    )
    workload_words = forms.CharField(
        label="If not, what happened, and what changes?", required=False, max_length=2000, widget=forms.Textarea
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["happened_on"]
        field.latest, field.latest_words = today, "can’t be in the future"

    def clean(self) -> dict[str, Any]:
        """Support where it is needed; a reason where the workload was not kept."""
        typed = super().clean() or {}
        if typed.get("workload_kept") == "no" and not typed.get("workload_words"):
            self.add_error("workload_words", "Say what happened, and what changes")
        if typed.get("finding") in (YearFinding.SUPPORT, YearFinding.CONCERN) and not typed.get("support"):
            self.add_error("support", "Say what support follows, and from whom")
        return typed


class EndForm(EditForm):
    """The end of a year, or more time."""

    outcome = forms.ChoiceField(label="How does it end?", choices=OUTCOMES, widget=Radios)
    ended_on = DayField(
        label="On which day, or until when is it made longer?", called="the day", help_text="Such as 31 8 2027."
    )
    words = forms.CharField(label="If it is made longer, why?", required=False, max_length=2000, widget=forms.Textarea)

    def clean(self) -> dict[str, Any]:
        """More time has a reason."""
        typed = super().clean() or {}
        if typed.get("outcome") == "extended" and not typed.get("words"):
            self.add_error("words", "Say why it is made longer")
        return typed
