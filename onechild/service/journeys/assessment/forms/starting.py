"""The form that starts an assessment: of what kind, from when, for which brothers and sisters, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from onechild.knowledge.codesets import codeset
from onechild.service.govuk.forms import Checkboxes, DayField, Radios
from onechild.service.record.queries.names import Head


class StartForm(forms.Form):
    """Nothing is chosen for anybody; the brothers and sisters offered are those with an open referral of their own."""

    kind = forms.ChoiceField(label="What kind of assessment is it?", widget=Radios)
    started_on = DayField(label="When did it start?", called="the day it started")
    also = forms.MultipleChoiceField(
        label="Which brothers and sisters are assessed with this child?",
        required=False,
        widget=Checkboxes,
        help_text="Each has an assessment of their own. What you write about the whole family can be kept for all.",
    )
    why = forms.CharField(
        label="Why is it needed, and what does it need to find out?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": "4"}),
        help_text="Write it so that the family could read it.",
    )

    def __init__(self, *args: Any, siblings: Sequence[Head], today: date, earliest: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = [(one.code, one.label or one.code) for one in codeset("assessment_kind").codes]  # type: ignore[attr-defined]
        day: Any = self.fields["started_on"]
        day.latest, day.latest_words, day.earliest = today, "can’t be in the future", earliest
        if siblings:
            self.fields["also"].choices = [(one.child_id, one.name) for one in siblings]  # type: ignore[attr-defined]
        else:
            del self.fields["also"]
