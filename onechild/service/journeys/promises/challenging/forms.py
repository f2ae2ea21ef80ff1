"""The forms of a challenge. Nothing and nobody is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django import forms

from onechild.service.govuk.forms import DayField, Radios
from onechild.service.record.models import EscalationAbout, EscalationOutcome, EscalationStage

Choices = Sequence[tuple[str, str]]
# What is said against somebody who was chosen; nothing where they can open the record.
Refuses = Callable[[str], str]
CAFCASS = EscalationStage.CAFCASS.value


def said(
    label: str, missing: str = "", *, help_text: str = "", rows: int = 4, required: bool = True
) -> forms.CharField:
    """This function will return a field for some sentences, with what is said where it is left empty."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=6000,
        required=required,
        widget=forms.Textarea(attrs={"rows": str(rows)}),
        error_messages={"required": missing} if missing else None,
    )


class PutForm(forms.Form):
    """At which stage, and who answers."""

    stage = forms.ChoiceField(label="At which stage?", widget=Radios, error_messages={"required": "Choose the stage"})
    to = forms.ChoiceField(
        label="Who answers?",
        required=False,
        help_text="One person by name. Only they can answer, so they must be able to open this record.",
    )
    cafcass = forms.CharField(
        label="If it goes to Cafcass: who there?",
        required=False,
        max_length=200,
        help_text="Name and office, as far as you know.",
    )

    def __init__(self, *args: Any, stages: Choices, people: Choices, refuses: Refuses, **options: Any) -> None:
        super().__init__(*args, **options)
        self.refuses = refuses
        self.fields["stage"].choices = list(stages)  # type: ignore[attr-defined]
        self.fields["to"].choices = [("", "Choose"), *people]  # type: ignore[attr-defined]
        if CAFCASS not in dict(stages):
            del self.fields["cafcass"]

    def clean(self) -> dict[str, Any]:
        """Somebody is named: Cafcass in words, anybody else from the list, who can open the record."""
        typed = super().clean() or {}
        if typed.get("stage") == CAFCASS:
            if not typed.get("cafcass"):
                self.add_error("cafcass", "Say who at Cafcass")
        elif typed.get("stage") and not typed.get("to"):
            self.add_error("to", "Choose who answers")
        elif typed.get("to") and (refused := self.refuses(typed["to"])):
            self.add_error("to", refused)
        return typed


class RaiseForm(PutForm):
    """What is challenged, what is wanted, what the child says, and who answers first."""

    about = forms.ChoiceField(
        label="What do you challenge?",
        choices=EscalationAbout.choices,
        widget=Radios,
        error_messages={"required": "Choose what you challenge"},
    )
    direction = forms.ChoiceField(label="Is it about a promise?", required=False)
    words = said("What is wrong?", "Say what is wrong", help_text="What has or has not happened, since when, and what "
                 "it means for the child.", rows=6)  # fmt: skip
    wanted = said("What must happen, and by when?", "Say what must happen", rows=3)
    childs_view = said(
        "What does the child say about it?",
        required=False,
        help_text="In their own words, where you have asked them. Leave empty if you have not.",
        rows=3,
    )
    field_order = ("about", "direction", "words", "wanted", "childs_view", "stage", "to", "cafcass")

    def __init__(self, *args: Any, directions: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["direction"].choices = [("", "No, or not one alone"), *directions]  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """The answer to a stage."""

    answer = said("What do you answer?", "Say what you answer", help_text="What will be done, by whom and by when; or "
                  "why not. Whoever raised it says whether that settles it.", rows=6)  # fmt: skip


class NoteAnswerForm(AnswerForm):
    """What Cafcass answered, who has no account here."""

    answered_by = forms.CharField(
        label="Who answered?", max_length=200, error_messages={"required": "Say who answered"}
    )
    answered_on = DayField(label="When?", called="the day they answered")
    field_order = ("answered_by", "answered_on", "answer")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["answered_on"].latest = today  # type: ignore[attr-defined]


class FurtherForm(PutForm):
    """Why the answer is not enough, or that there was none, and who is asked next."""

    why = said("Why does it go further?", "Say why it goes further", help_text="Why the answer does not settle it, or "
               "that none came.")  # fmt: skip
    field_order = ("why", "stage", "to", "cafcass")


class EndForm(forms.Form):
    """How it ended, in words."""

    outcome = forms.ChoiceField(
        label="How did it end?", widget=Radios, error_messages={"required": "Choose how it ended"}
    )
    words = said("What was agreed, and what changes for the child?", "Say how it ended")

    def __init__(self, *args: Any, referred: bool, answered: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        out = {*([] if referred else [EscalationOutcome.REFERRED.value])}
        if not answered:
            out |= {EscalationOutcome.RESOLVED.value, EscalationOutcome.PARTLY.value}
        kept = [(key, words) for key, words in EscalationOutcome.choices if key not in out]
        self.fields["outcome"].choices = kept  # type: ignore[attr-defined]
