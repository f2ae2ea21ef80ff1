"""The forms of the register: the search, a challenge, and the answer to one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from onechild.service.govuk.forms import DayField, Radios
from onechild.service.journeys.decisions.register.entries import KINDS, Wanted


class SearchForm(forms.Form):
    """What to search for; nothing asked shows the last three months."""

    words = forms.CharField(label="Words in the decision", required=False, max_length=100)
    kind = forms.ChoiceField(label="What was decided on", required=False, choices=[("", "Anything"), *KINDS])
    outcome = forms.CharField(label="What was decided", required=False, max_length=100)
    decider = forms.CharField(label="Who decided", required=False, max_length=100)
    team = forms.ChoiceField(label="Team", required=False)
    since = DayField(label="From", required=False)
    until = DayField(label="To", required=False)

    def __init__(self, *args: Any, teams: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["team"].choices = [("", "Any"), *teams]  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """What was asked; what can't be read asks for nothing."""
        return Wanted(**getattr(self, "cleaned_data", {})) if self.is_valid() else Wanted()


class ChallengeForm(forms.Form):
    """What somebody disagrees with."""

    said = forms.CharField(
        label="What do you disagree with, and why?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": "6"}),
        help_text="It stands beside the decision for good, with your name and the answer.",
        error_messages={"required": "Say what you disagree with"},
    )


class AnswerForm(forms.Form):
    """The answer to a challenge."""

    stood = forms.TypedChoiceField(
        label="Does the decision stand?",
        choices=[("yes", "Yes, it stands"), ("no", "No, it will be changed")],
        coerce=lambda value: value == "yes",
        widget=Radios,
    )
    answer = forms.CharField(
        label="What do you answer?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": "6"}),
        error_messages={"required": "Say what you answer"},
    )
