"""The forms of a handover: what the one who leaves writes, and the day of the joint visit."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from onechild.service.govuk.forms import DayField
from onechild.service.record.editing_form import EditForm

MOST_WORDS = 20_000


class HandoverForm(EditForm):
    """What only the leaver knows, and what the child wants said; to finish it the child was asked, or it says why not.

    `name` is the child's first name.
    """

    words = forms.CharField(
        required=False,
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": "8"}),
    )
    childs_words = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": "4"}))
    childs_words_on = DayField(required=False)
    not_asked_words = forms.CharField(
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": "2"}),
        help_text="Such as a baby, or a child who did not want to speak about it. Say how you know what life is like "
        "for the child instead.",
    )
    meet_on = DayField(required=False)

    def __init__(self, *args: Any, name: str, today: date, finishing: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options |= {"name": name, "today": today, "finishing": finishing}
        self.finishing = finishing
        fields: dict[str, Any] = self.fields
        fields["words"].label = f"What does the next worker need to know about {name} that the record does not say?"
        fields["words"].help_text = (
            "Such as what helps when it is hard, whom to ring first, what you promised, what worries you. What the "
            "record says already is in the handover: don’t write it again."
        )
        fields["childs_words"].label = f"What does {name} want the next worker to know, in their own words?"
        fields["childs_words_on"].label = "When was that said?"
        fields["childs_words_on"].called = "the day that was said"
        fields["childs_words_on"].latest, fields["childs_words_on"].latest_words = today, "can’t be in the future"
        fields["not_asked_words"].label = f"If {name} was not asked, why not?"
        fields["meet_on"].label = f"When will you both see {name} together?"
        fields["meet_on"].called = "the day of the joint visit"
        fields["meet_on"].help_text = "Leave it empty if no day is agreed yet."

    def clean(self) -> dict[str, Any]:
        """The child's words have a day; a finished handover has them, or why nobody asked."""
        typed = super().clean() or {}
        if self.errors.keys() & {"childs_words", "childs_words_on", "not_asked_words"}:
            return typed
        if typed.get("childs_words") and not typed.get("childs_words_on"):
            self.add_error("childs_words_on", "Say when that was said")
        if self.finishing and not typed.get("childs_words") and not typed.get("not_asked_words"):
            self.add_error("childs_words", "Write what the child wants the next worker to know, or below why not asked")
        if typed.get("childs_words") and typed.get("not_asked_words"):
            self.add_error("not_asked_words", "There are words of the child above: leave this empty, or take those out")
        return typed


class MetForm(forms.Form):
    """The day on which both workers saw the child together."""

    met_on = DayField(called="the day of the joint visit")

    def __init__(self, *args: Any, name: str, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["met_on"].label = f"When did you both see {name} together?"
        fields["met_on"].latest, fields["met_on"].latest_words = today, "can’t be in the future"
