"""The forms of case notes and documents. Nothing is chosen for anybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from onechild.service.govuk.forms import Checkboxes, DayField, Radios
from onechild.service.govuk.forms.quick_days import day_chosen, days_back
from onechild.service.record.models import DocumentKind, NoteKind, NoteWay
from onechild.service.record.queries.names import Head

MOST_WORDS = 20_000
TIMES = ["%H:%M", "%H.%M", "%I%p", "%I.%M%p", "%I:%M%p", "%I %p", "%I.%M %p", "%I:%M %p"]
KINDS = [(one.value, one.label) for one in NoteKind]
NOT_FUTURE = "can’t be in the future"


class NotesFilter(forms.Form):
    """Which notes to show."""

    kind = forms.MultipleChoiceField(
        label="Show", choices=KINDS, required=False, widget=Checkboxes, help_text="Nothing ticked shows all."
    )
    significant = forms.BooleanField(label="Only what is significant", required=False)
    since = DayField(label="From", required=False)
    until = DayField(label="To", required=False)


class SignificantForm(forms.Form):
    """What the forms of a note and of a document ask alike: whether it is significant, and why."""

    significant = forms.BooleanField(label="Mark it as significant in the chronology", required=False)
    significance = forms.CharField(
        label="Why is it significant?", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": "2"})
    )

    def clean(self) -> dict[str, Any]:
        """What is significant says why; a reason without the tick is a tick forgotten."""
        typed = super().clean() or {}
        if typed.get("significant") and not typed.get("significance") and "significance" not in self.errors:
            self.add_error("significance", "Say why it is significant")
        return typed


class NoteForm(SignificantForm):
    """Correspondence, or something else, about a child and whichever brothers and sisters it is about as well."""

    day = forms.ChoiceField(label="When was it?", required=False, widget=Radios)
    happened_on = DayField(label="Which day?", called="the day", required=False)
    at = forms.TimeField(
        label="At what time?",
        required=False,
        input_formats=TIMES,
        error_messages={"invalid": "Enter a time such as 2.30pm or 14:30"},
        widget=forms.TimeInput(attrs={"class": "govuk-input--width-5"}, format="%H:%M"),
        help_text="If it matters, such as 2.30pm.",
    )
    way = forms.ChoiceField(label="How?", choices=NoteWay.choices, widget=Radios)
    with_whom = forms.CharField(
        label="With whom?", max_length=200, help_text="Name and part, such as the class teacher."
    )
    subject = forms.CharField(label="In a few words, what is it about?", max_length=200)
    words = forms.CharField(
        label="What was said or done, and what follows?", max_length=MOST_WORDS, widget=forms.Textarea
    )
    childs_words = forms.CharField(
        label="What did {name} say, in their own words?",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": "3"}),
    )
    also = forms.MultipleChoiceField(
        label="Is it about brothers or sisters as well?",
        required=False,
        widget=Checkboxes,
        help_text="It then stands on the record of each. What {name} said does not.",
    )
    about_others = forms.BooleanField(
        label="It holds what somebody else told us in confidence, or facts about another person", required=False
    )
    from_transcript = forms.CharField(required=False, widget=forms.HiddenInput)
    again = forms.BooleanField(label="This is another note, not the one that I have just saved", required=False)

    field_order = (
        "from_transcript", "day", "happened_on", "at", "way", "with_whom", "subject", "words", "childs_words", "also",
        "significant", "significance", "about_others", "again",
    )  # fmt: skip

    def __init__(self, *args: Any, kind: str, heads: Sequence[Head], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        self.ask_again = False
        fields["day"].choices = days_back(today)
        fields["happened_on"].latest, fields["happened_on"].latest_words = today, NOT_FUTURE
        for name in ("childs_words", "also"):
            fields[name].label = fields[name].label.format(name=heads[0].first_name)
            fields[name].help_text = fields[name].help_text.format(name=heads[0].first_name)
        fields["also"].choices = [(head.la_child_id, head.name) for head in heads[1:]]
        if kind == NoteKind.OTHER:
            del fields["way"], fields["with_whom"]
        if len(heads) == 1:
            del fields["also"]

    def clean(self) -> dict[str, Any]:
        """A note has a day."""
        typed = super().clean()
        day_chosen(self, typed, choice="day", day="happened_on", needed="Say when it was")
        return typed

    def ask_whether_another(self) -> None:
        """Ask whether the same subject on the same day is another note; nothing is saved twice."""
        self.ask_again = True
        self.add_error("again", "You have saved a note with these words on this day already. Tick if this is another")


class DocumentForm(SignificantForm):
    """A file with what it is."""

    file = forms.FileField(
        label="Which file?",
        help_text="PDF, Word, Excel, a picture, plain text or an e-mail; 10 MB at most. Choose it again if asked to.",
        error_messages={"required": "Choose a file", "empty": "The file is empty"},
        widget=forms.FileInput,
    )
    title = forms.CharField(label="What is it, in a few words?", max_length=200)
    kind = forms.ChoiceField(label="What kind?", choices=DocumentKind.choices, widget=Radios)
    happened_on = DayField(label="What date does it bear?", called="the date of the document")
    written_by = forms.CharField(label="Who wrote it?", required=False, max_length=200)
    about_others = forms.TypedChoiceField(
        label="Does it hold facts about somebody outside the family?",
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        widget=Radios,
        help_text="It is looked at again before the record is shown to anybody who asks for it.",
    )

    field_order = (
        "file", "title", "kind", "happened_on", "written_by", "about_others", "significant", "significance",
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["happened_on"].latest = today  # type: ignore[attr-defined]
        self.fields["happened_on"].latest_words = NOT_FUTURE  # type: ignore[attr-defined]
        self.fields["happened_on"].earliest = date(1990, 1, 1)  # type: ignore[attr-defined]


class TranscriptForm(forms.Form):
    """The words of a call or meeting, from a file or pasted, and what they are to become a draft of."""

    becomes = forms.ChoiceField(label="What will you make of it?", choices=KINDS, widget=Radios)
    file = forms.FileField(
        label="The file",
        required=False,
        help_text="Text (.txt), captions (.vtt) or Word (.docx).",
        widget=forms.FileInput,
    )
    pasted = forms.CharField(label="Or paste the words", required=False, max_length=100_000, widget=forms.Textarea)

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        typed = super().clean() or {}
        if not typed.get("file") and not typed.get("pasted") and not {"file", "pasted"} & self.errors.keys():
            self.add_error("pasted", "Choose a file or paste the words")
        return typed


class RemoveForm(forms.Form):
    """Who asked for something to be taken off the record, and why."""

    edit_version = forms.IntegerField(widget=forms.HiddenInput)
    asked_by = forms.CharField(label="Who asked for it?", max_length=200)
    reason = forms.CharField(label="Why is it taken away?", max_length=1000, widget=forms.Textarea(attrs={"rows": "3"}))
    everywhere = forms.BooleanField(label="Take it off the brothers’ and sisters’ records as well", required=False)
