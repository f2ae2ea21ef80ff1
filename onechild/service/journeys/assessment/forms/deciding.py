"""The forms of an answer, a sending, a manager's check and decision, a cause of delay, and a childhood record."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from onechild.service.govuk.forms import DayField, Radios
from onechild.service.record.models import CauseOfDelay

YES_NO = [("yes", "Yes"), ("no", "No")]
# Outcomes that only make sense where the child needs the council's support, and the one that makes none where it does.
SUPPORTS = (
    "child_in_need_plan",
    "child_protection_plan",
    "short_breaks",
    "strategy_discussion",
    "looked_after_request",
    "legal_action",
)
SUPPORTS_NOT = ("no_further_action",)
BY_HAND = ("family", "partner", "specialist", "workload", "other")


def _box(label: str, hint: str = "", *, rows: int = 4, required: bool = True, longest: int = 4000) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": str(rows)})
    return forms.CharField(label=label, help_text=hint, required=required, max_length=longest, widget=box)


class SubmitForm(forms.Form):
    """Sending it to a manager."""

    words = _box("Anything the manager should know?", required=False, rows=3)


class DecideForm(forms.Form):
    """A manager's decision on an assessment: authorise it, or return it with what needs to change."""

    decision = forms.ChoiceField(
        label="What do you decide?",
        choices=[("authorise", "Authorise it"), ("return", "Return it for edits")],
        widget=Radios,
    )
    changes = _box("What needs to change?", "If you return it. The writer sees this at the top.", required=False)
    needs_support = forms.ChoiceField(
        label="Does the child need the council’s support under section 17?",
        choices=YES_NO,
        required=False,
        widget=Radios,
        help_text="If you authorise it.",
    )
    options = _box("What else did you consider?", "More help, less help, or another kind.", required=False, rows=3)
    reason = _box(
        "Why is this the right outcome?", "If you authorise it. It stands in the decision register.", required=False
    )

    def __init__(self, *args: Any, outcome: str | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.outcome = outcome

    def clean(self) -> dict[str, Any]:
        """Each decision has what it takes: changes for a return; support, options and a reason for an authorisation."""
        typed = super().clean() or {}
        if typed.get("decision") == "return" and not typed.get("changes"):
            self.add_error("changes", "Say what needs to change")
        if typed.get("decision") == "authorise":
            if not typed.get("needs_support"):
                self.add_error("needs_support", "Say whether the child needs the council’s support")
            elif self.outcome in SUPPORTS and typed["needs_support"] == "no":
                self.add_error("needs_support", "The outcome is help from the council, so the child needs its support")
            elif self.outcome in SUPPORTS_NOT and typed["needs_support"] == "yes":
                self.add_error(
                    "needs_support", "The outcome is no further action. If the child needs support, return it"
                )
            if not typed.get("options"):
                self.add_error("options", "Say what else you considered")
            if not typed.get("reason"):
                self.add_error("reason", "Say why this is the right outcome")
        return typed


class CheckForm(forms.Form):
    """A manager's look at it on the way."""

    words = _box("Is it going as it should, and how much more is needed?", "The worker sees this on the assessment.")


class ReopenForm(forms.Form):
    """Opening it again."""

    reason = _box("Why is it opened again?")


class DelayForm(forms.Form):
    """What the assessment waited for. A change of worker or manager is worked out from the record, and not asked."""

    cause = forms.ChoiceField(label="What did it wait for?", widget=Radios)
    started_on = DayField(label="From when?", called="the first day it waited")
    ended_on = DayField(
        label="Until when?",
        called="the day it went on",
        required=False,
        help_text="The day on which it went on. Leave it empty if it still waits.",
    )
    words = _box("What happened, and what was done about it?", rows=3, longest=1000)

    def __init__(self, *args: Any, earliest: date, latest: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["cause"].choices = [one for one in CauseOfDelay.choices if one[0] in BY_HAND]  # type: ignore[attr-defined]
        for name in ("started_on", "ended_on"):
            day: Any = self.fields[name]
            day.earliest, day.latest = earliest, latest

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        typed = super().clean() or {}
        began, ended = typed.get("started_on"), typed.get("ended_on")
        if began and ended and ended <= began:
            self.add_error("ended_on", "The day it went on must be after the first day it waited")
        return typed


class AskForm(forms.Form):
    """Asking for an adult's own childhood record."""

    why = _box(
        "Why does this assessment need it?",
        "What you need to know for the child, and why the adult can’t tell you. The adult may read this one day.",
    )


class OpeningForm(forms.Form):
    """A manager's decision on that."""

    opens = forms.ChoiceField(
        label="What do you decide?",
        choices=[("yes", "Open it for a time"), ("no", "Leave it closed")],
        widget=Radios,
    )
    reason = _box("Why?")
