"""The form that asks for a case to be closed: nothing is chosen, and what is left is named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from onechild.knowledge.codesets import codeset
from onechild.service.govuk.forms import DayField, Radios
from onechild.service.journeys.support.fields import words as sentences
from onechild.service.journeys.support.reasons import DIED, why_not

OWN = ("end_reason", "words", "childs_voice", "what_is_left", "who_watches", "family_told_on", "childs_explanation")

ASKED_OF_THE_LIVING = {
    "childs_voice": "Say what the child says of it",
    "who_watches": "Say who goes on seeing the child",
    "childs_explanation": "Write how it is explained to the child",
}


class ClosureForm(forms.Form):
    """Why the case can close, who is told, who goes on watching, and what the child can read."""

    end_reason = forms.ChoiceField(label="Why does the case close?", widget=Radios)
    words = sentences("What has changed, and why is it safe to close?", missing="Say why it is safe to close")
    childs_voice = sentences("What does the child say of it?", required=False, rows=3)
    what_is_left = sentences("What is left, and who takes each thing on?", required=False, rows=3)
    who_watches = sentences(
        "Who goes on seeing the child, and whom do they tell if they worry?", required=False, rows=3
    )
    handover_on = DayField(
        label="When did those who go on helping meet with the family?",
        called="the day of the handover meeting",
        required=False,
        help_text="Leave it empty if there was no such meeting.",
    )
    family_told_on = DayField(label="When was the family told?", called="the day the family was told")
    childs_explanation = sentences(
        "How is it explained to the child, in words they can read?",
        help_text="Why the visits stop, and how to ask for help again.",
        required=False,
        rows=4,
    )

    def __init__(self, *args: Any, today: date, child_id: str, named: Sequence[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.today, self.child_id = today, child_id
        self.named, reasons = named, codeset("cin_closure_reason")
        known = [(one.code, one.label or one.code) for one in reasons.codes]
        self.fields["end_reason"].choices = known  # type: ignore[attr-defined]
        for name in ("handover_on", "family_told_on"):
            self.fields[name].latest = today  # type: ignore[attr-defined]
            self.fields[name].latest_words = "can’t be in the future"  # type: ignore[attr-defined]

    def own(self) -> dict[str, Any]:
        """What the closure itself keeps."""
        return {name: self.cleaned_data[name] for name in OWN}

    def clean(self) -> dict[str, Any]:
        """The reason is true, what is left open is named; and of a child who lives, what they say and can read."""
        typed = super().clean() or {}
        if untrue := why_not(self.child_id, typed.get("end_reason"), today=self.today):
            self.add_error("end_reason", untrue)
        for name, missing in ASKED_OF_THE_LIVING.items() if typed.get("end_reason") != DIED else ():
            if not typed.get(name):
                self.add_error(name, missing)
        if self.named and not typed.get("what_is_left"):
            self.add_error("what_is_left", "Say who takes on what is left")
        return typed
