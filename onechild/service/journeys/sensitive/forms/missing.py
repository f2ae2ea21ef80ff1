"""The forms of a missing child: that they are gone, that they came back, and the return home interview."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from onechild.knowledge.codesets import codeset
from onechild.service.govuk.forms import Radios
from onechild.service.journeys.sensitive.actions.missing import Talk
from onechild.service.journeys.sensitive.forms.fields import day, line, not_to_come, text, time_of_day

KIND_HINTS = {
    "M": "Nobody knows where the child is.",
    "A": "It is known where the child is, and they should not be there (looked-after children).",
}


class GoneForm(forms.Form):
    """That a child is missing."""

    kind = forms.ChoiceField(label="How is the child away?", widget=Radios(hints=KIND_HINTS))
    started_on = day("Since which day?", "the day they went missing")
    words = text(
        "What happened?",
        hint="The hour, from where, what they wore and carried, who may know, what you fear, what was done.",
    )
    police = line(
        "Who told the police, when, and the police reference", hint="Empty if the police were not told. Say above why."
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        codes = [(one.code, one.label or one.code) for one in codeset("missing_type").codes]
        field: Any = self.fields["kind"]
        field.choices = codes
        not_to_come(self, today, "started_on")


class BackForm(forms.Form):
    """When a child was found or came back."""

    on = day("Which day?", "the day they came back")
    at = time_of_day("At what time?")
    words = text(
        "How, and how are they?",
        hint="Found by whom or came back alone; hurt, hungry, frightened; what they said first.",
    )

    def __init__(self, *args: Any, now: datetime, **options: Any) -> None:
        super().__init__(*args, **options)
        self.now = now
        not_to_come(self, now.date(), "on")

    def clean(self) -> dict[str, Any]:
        """No hour of today that is still to come."""
        typed = super().clean() or {}
        if typed.get("on") and typed.get("at") and moment(typed["on"], typed["at"]) > self.now:
            self.add_error("at", "The time can’t be in the future")
        return typed

    @property
    def moment(self) -> datetime:
        """The moment of the return."""
        return moment(self.cleaned_data["on"], self.cleaned_data["at"])


class InterviewForm(forms.Form):
    """What became of the interview, and if it was held, what the child said."""

    outcome = forms.ChoiceField(
        label="What became of it?",
        choices=[
            ("offered", "Offered, no answer yet"),
            ("refused", "Offered, and the child does not want it"),
            ("held", "Held"),
        ],
        widget=Radios,
    )
    offered_on = day("When was it offered?", "the day it was offered", needed=False)
    not_held_reason = line("If the child does not want it, why, and what was offered instead?")
    on = day("When was it held?", "the day it was held", needed=False)
    at = time_of_day("At what time?", needed=False)
    interviewer_words = line(
        "Who held it, and how are they independent?", hint="Nobody who cares for the child or decides on the case."
    )
    where_words = line("Where was the child?", hint="Places, with a comma between them.")
    with_whom = line("With whom?", hint="Names or how they are known, with a comma between them.")
    why = text("Why did they go?", needed=False, rows=3)
    harm = text("Were they hurt, or in danger?", needed=False, rows=3)
    childs_words = text("What did they say, in their own words?", needed=False)
    what_would_help = text("What would help?", needed=False, rows=3)
    told_whom = line("Who was told of it?")

    def __init__(self, *args: Any, now: datetime, **options: Any) -> None:
        super().__init__(*args, **options)
        self.now = now
        not_to_come(self, now.date(), "on", "offered_on")

    def clean(self) -> dict[str, Any]:
        """One that was held has its day, hour and interviewer; one offered or refused, the day of the offer."""
        typed = super().clean() or {}
        outcome = typed.get("outcome")
        asked = {
            "held": (
                ("on", "Enter the day it was held"),
                ("at", "Enter the time it was held"),
                ("interviewer_words", "Say who held it"),
                ("childs_words", "Write what the child said, or that they said nothing"),
            ),
            "offered": (("offered_on", "Enter the day it was offered"),),
            "refused": (
                ("offered_on", "Enter the day it was offered"),
                ("not_held_reason", "Say why, and what was offered instead"),
            ),
        }.get(outcome or "", ())
        for name, missing in asked:
            if not typed.get(name) and typed.get(name) != time(0, 0) and name not in self.errors:
                self.add_error(name, missing)
        if outcome == "held" and typed.get("on") and typed.get("at") and moment(typed["on"], typed["at"]) > self.now:
            self.add_error("at", "The time can’t be in the future")
        return typed

    def talk(self) -> Talk:
        """This function will return what was typed, as the action takes it."""
        typed = self.cleaned_data
        held = typed["outcome"] == "held"
        noted = ("where_words", "with_whom", "why", "harm", "childs_words", "what_would_help", "told_whom")
        return Talk(
            offered_on=typed["offered_on"],
            accepted={"held": True, "refused": False}.get(typed["outcome"]),
            held_at=moment(typed["on"], typed["at"]) if held else None,
            not_held_reason="" if held else typed["not_held_reason"],
            interviewer_words=typed["interviewer_words"],
            **{name: typed[name] for name in noted},
        )


def moment(on: date, at: time) -> datetime:
    """This function will return the London moment of a day and a time."""
    return timezone.make_aware(datetime.combine(on, at))
