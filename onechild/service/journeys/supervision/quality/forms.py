"""The forms of a reading: the rubric with a strength and what to do better, and the supervisor's answer."""

from __future__ import annotations

from typing import Any

from django import forms

from onechild.service.govuk.forms import Radios
from onechild.service.journeys.supervision.forms.beginning import words
from onechild.service.journeys.supervision.quality.rubric import ANSWERS, LINES


class ReadForm(forms.Form):
    """What the reader found; nothing is chosen."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for key, question in LINES.items():
            self.fields[key] = forms.ChoiceField(label=question, choices=ANSWERS, widget=Radios)
        self.fields["strength"] = words("What is good about it?", missing="Say what is good about it")
        self.fields["better"] = words("What would make it better?", missing="Say what would make it better")

    def answers(self) -> dict[str, str]:
        """The answers to the rubric."""
        return {key: self.cleaned_data[key] for key in LINES}


class AnswerForm(forms.Form):
    """What the supervisor takes from it."""

    said = words("What do you take from this?", missing="Say what you take from it")
