"""The form of a visit: what is one for the whole visit, and what is asked of each child."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from onechild.knowledge.codesets import codeset
from onechild.service.govuk.forms import DayField, Radios
from onechild.service.record.models import VisitPlace
from onechild.service.record.queries.names import Head

YES_NO = [("yes", "Yes"), ("no", "No")]
SEEN = [
    ("alone", "Yes, and alone for some of it"),
    ("seen", "Yes, not alone"),
    ("not_seen", "No"),
    ("not_there", "The visit was not to {name}"),
]


@dataclass(frozen=True)
class ChildPart:
    """What the form asks of one child."""

    head: Head
    seen: BoundField
    why: BoundField
    bedroom: BoundField
    said: BoundField


class VisitForm(forms.Form):
    """A visit to the children given, the first of whom the page is about. Nothing is chosen for anybody."""

    happened_on = DayField(label="When was the visit?", called="the day of the visit")
    purpose = forms.ChoiceField(label="What was it for?", widget=Radios)
    method = forms.ChoiceField(label="How was it made?", widget=Radios)
    place = forms.ChoiceField(label="Where?", choices=VisitPlace.choices, widget=Radios)
    words = forms.CharField(
        label="What happened, and what was done?",
        required=False,
        max_length=4000,
        widget=forms.Textarea,
        help_text="Purpose, what you saw, what changes. It stands on the record of each child you say was there.",
    )
    again = forms.TypedChoiceField(
        label="You have recorded a visit on this day already. Was this another one?",
        choices=YES_NO,
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        widget=Radios,
    )

    def __init__(self, *args: Any, heads: Sequence[Head], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.heads, self.ask_again = heads, False
        self.fields["happened_on"].latest = today  # type: ignore[attr-defined]
        self.fields["happened_on"].latest_words = "can’t be in the future"  # type: ignore[attr-defined]
        self.fields["purpose"].choices = _choices("visit_purpose")  # type: ignore[attr-defined]
        self.fields["method"].choices = _choices("visit_method")  # type: ignore[attr-defined]
        for number, head in enumerate(heads):
            self._ask_of(number, head)

    def parts(self) -> Iterator[ChildPart]:
        """What is asked of each child, in order."""
        for number, head in enumerate(self.heads):
            fields = (self[_name(question, number)] for question in ("seen", "why", "bedroom", "said"))
            yield ChildPart(head, *fields)

    def answers(self) -> Iterator[tuple[Head, dict[str, Any]]]:
        """Each child to whom the visit was, with what `Seen` takes of them."""
        for number, head in enumerate(self.heads):
            seen = self.cleaned_data[_name("seen", number)]
            if seen != "not_there":
                bedroom = self.cleaned_data[_name("bedroom", number)]
                yield (
                    head,
                    {
                        "seen": seen != "not_seen",
                        "seen_alone": {"alone": True, "seen": False}.get(seen),
                        "bedroom_seen": {"yes": True, "no": False}.get(bedroom),
                        "not_seen_reason": self.cleaned_data[_name("why", number)] or None,
                        "childs_words": self.cleaned_data[_name("said", number)],
                    },
                )

    def clean(self) -> dict[str, Any]:
        """A child who was not seen has a reason; a visit is to somebody."""
        typed = super().clean() or {}
        said = [typed.get(_name("seen", number)) for number in range(len(self.heads))]
        for number, head in enumerate(self.heads):
            if said[number] == "not_seen" and not typed.get(_name("why", number)):
                self.add_error(_name("why", number), f"Say why {head.first_name} was not seen")
        if said and all(answer == "not_there" for answer in said):
            self.add_error(_name("seen", 0), "Say whom the visit was to")
        return typed

    def ask_whether_another(self) -> None:
        """Ask, on a form that is otherwise right, whether it was a second visit on the day; nothing is saved twice."""
        self.ask_again = True
        self.add_error("again", "Say whether this was another visit")

    def _ask_of(self, number: int, head: Head) -> None:
        first, name = head.first_name, _name
        choices = [(key, words.format(name=first)) for key, words in SEEN if number or key != "not_there"]
        self.fields[name("seen", number)] = forms.ChoiceField(
            label=f"Did you see {first}?", choices=choices, widget=Radios
        )
        self.fields[name("why", number)] = forms.ChoiceField(
            label=f"If not, why was {first} not seen?",
            choices=[("", "Choose a reason"), *_choices("not_seen_reason")],
            required=False,
        )
        self.fields[name("bedroom", number)] = forms.ChoiceField(
            label=f"Did you see {first}’s bedroom?", choices=YES_NO, widget=Radios, required=False
        )
        self.fields[name("said", number)] = forms.CharField(
            label=f"What did {first} say, in their own words?",
            required=False,
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": "3"}),
        )


def _name(question: str, number: int) -> str:
    return f"{question}_{number}"


def _choices(codes: str) -> list[tuple[str, str]]:
    return [(one.code, one.label or one.code) for one in codeset(codes).codes]
