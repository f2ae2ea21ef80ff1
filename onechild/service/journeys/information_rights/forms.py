"""What is asked when a request, a disclosure, a note, a hold or an erasure is entered."""

from __future__ import annotations

from typing import Any

from django import forms

from onechild.service.govuk.forms import DayField, Radios
from onechild.service.journeys.information_rights.models import BASES, KEEP, REDACT


class ChildForm(forms.Form):
    """Whose record."""

    child = forms.CharField(
        label="The child’s id",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class RequestForm(ChildForm):
    """Who asks for which record, and when the request came."""

    asked_by = forms.CharField(label="Who asks?", max_length=200)
    on_behalf_of = forms.CharField(
        label="On whose behalf?",
        help_text="Leave empty if the person asks for themselves.",
        max_length=200,
        required=False,
    )
    received_on = DayField(called="the day the request came", label="When did the request come?")


class AskForm(forms.Form):
    """What the person is asked for, which stops the clock."""

    asked_for = forms.CharField(
        label="What is the person asked for?",
        help_text="Only proof of identity, or what they mean, stops the clock.",
        max_length=500,
        widget=forms.Textarea,
    )


class ReasonForm(forms.Form):
    """A reason in words."""

    reason = forms.CharField(label="Why?", max_length=2000, widget=forms.Textarea)


class SentForm(forms.Form):
    """What was sent."""

    sent_words = forms.CharField(label="What was sent, and how?", max_length=1000, widget=forms.Textarea)


class LineForm(forms.Form):
    """What to do with one line."""

    decided = forms.ChoiceField(label="This line", choices=[(KEEP, "Keep"), (REDACT, "Leave out")], widget=Radios)
    reason = forms.CharField(label="Why is it left out?", max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """A line that is left out needs a reason."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("decided") == REDACT and not given.get("reason", "").strip():
            self.add_error("reason", "Say why the line is left out")
        return given


class DisclosureForm(ChildForm):
    """What was told to whom, and on what ground."""

    told_to = forms.CharField(label="Who was told?", max_length=200)
    told_what = forms.CharField(label="What were they told?", max_length=2000, widget=forms.Textarea)
    basis = forms.ChoiceField(label="On what ground?", choices=list(BASES.items()), widget=Radios)
    basis_words = forms.CharField(label="Say more about the ground", max_length=500, required=False)
    left_out = forms.CharField(
        label="What was left out to protect somebody?", max_length=1000, required=False, widget=forms.Textarea
    )
    told_on = DayField(called="the day they were told", label="When were they told?")


class NoteForm(ChildForm):
    """What is disputed, what was decided, and what the person says."""

    raised_by = forms.CharField(label="Who says that something is wrong?", max_length=200)
    raised_on = DayField(called="the day it was raised", label="When did they say so?")
    disputed = forms.CharField(label="What is disputed?", max_length=2000, widget=forms.Textarea)
    statement = forms.CharField(
        label="The person’s own statement", max_length=4000, required=False, widget=forms.Textarea
    )
    decision = forms.CharField(
        label="What did the council decide?", max_length=2000, required=False, widget=forms.Textarea
    )
    decided_on = DayField(called="the day it was decided", label="When was it decided?", required=False)
