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
from onechild.service.govuk.forms.quick_days import day_chosen, days_back, days_on
from onechild.service.journeys.visits.owed import Asked
from onechild.service.record.models import VisitPlace
from onechild.service.record.queries.names import Head

YES_NO = [("yes", "Yes"), ("no", "No")]
SEEN = [
    ("alone", "Yes, and alone for some of it"),
    ("seen", "Yes, not alone"),
    ("not_seen", "No"),
    ("not_there", "The visit was not to {name}"),
]
# Not face to face: where it was is then not asked, and why is.
FROM_AFAR = {"video": "By video", "telephone": "By telephone"}
MOST_WORDS = 20_000


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

    day = forms.ChoiceField(label="When was the visit?", required=False, widget=Radios)
    happened_on = DayField(label="Which day?", called="the day of the visit", required=False)
    planned = forms.ChoiceField(label="Was it one that you had planned?", required=False, widget=Radios)
    purpose = forms.ChoiceField(label="What kind of visit was it?", widget=Radios)
    aim = forms.CharField(
        label="What did you go to find out or do?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": "2"}),
    )
    place = forms.ChoiceField(
        label="Where?", choices=[*VisitPlace.choices, *FROM_AFAR.items()], widget=Radios(attrs={"data-where": ""})
    )
    video_reason = forms.CharField(label="Why was it not face to face?", required=False, max_length=500)
    words = forms.CharField(
        label="What happened, and what changes?",
        required=False,
        max_length=MOST_WORDS,
        widget=forms.Textarea,
        help_text="It stands on the record of each child you say was there. What one child said goes with that child.",
    )
    direct_work = forms.CharField(
        label="What direct work did you do?",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": "2"}),
        help_text="Such as three houses, a scaling question or a walk. Leave it empty if none.",
    )
    next_day = forms.ChoiceField(label="When will you visit next?", required=False, widget=Radios)
    next_on = DayField(label="Which day is the next visit?", called="the day of the next visit", required=False)
    from_transcript = forms.CharField(required=False, widget=forms.HiddenInput)
    again = forms.TypedChoiceField(
        label="You have recorded a visit on this day already. Was this another one?",
        choices=YES_NO,
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        widget=Radios,
    )

    def __init__(self, *args: Any, heads: Sequence[Head], asked: Asked, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.heads, self.asked, self.today, self.ask_again = heads, asked, today, False
        fields: dict[str, Any] = self.fields
        fields["happened_on"].latest, fields["happened_on"].latest_words = today, "can’t be in the future"
        fields["next_on"].earliest = today
        fields["day"].choices = days_back(today)
        fields["next_day"].choices = days_on(today)
        fields["purpose"].choices = asked.purposes
        fields["purpose"].widget.hints = asked.hints
        fields["planned"].choices = asked.planned
        if not asked.planned:
            del fields["planned"]
        if not asked.plans_ahead:
            del fields["next_day"], fields["next_on"]
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

    def whole(self) -> dict[str, Any]:
        """What is one for the whole visit, as the action takes it."""
        typed = self.cleaned_data
        afar = typed["place"] in FROM_AFAR
        return {
            "on": typed["happened_on"],
            "purpose": typed["purpose"],
            "method": typed["place"] if afar else "face_to_face",
            "place": "" if afar else typed["place"],
            "video_reason": typed["video_reason"] if afar else "",
            "words": typed["words"],
            "aim": typed["aim"],
            "direct_work": typed["direct_work"],
            "next_on": typed.get("next_on"),
            "planned_round": "" if typed.get("planned") == "no" else typed.get("planned") or "",
            "from_transcript": bool(typed["from_transcript"]),
        }

    def clean(self) -> dict[str, Any]:
        """A visit has a day, an aim and somebody it was to; a child who was not seen has a reason."""
        typed = super().clean() or {}
        day_chosen(self, typed, choice="day", day="happened_on", needed="Say when the visit was")
        if "next_day" in self.fields:
            day_chosen(self, typed, choice="next_day", day="next_on", needed="")
        if not typed.get("aim") and not typed.get("words") and not {"aim", "words"} & self.errors.keys():
            self.add_error("aim", "Say what the visit was for")
        if typed.get("place") in FROM_AFAR and not typed.get("video_reason"):
            self.add_error("video_reason", "Say why it was not face to face")
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
            max_length=4000,
            widget=forms.Textarea(attrs={"rows": "3"}),
        )


def _name(question: str, number: int) -> str:
    return f"{question}_{number}"


def _choices(codes: str) -> list[tuple[str, str]]:
    return [(one.code, one.label or one.code) for one in codeset(codes).codes]
