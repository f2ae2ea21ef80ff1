"""The forms of a child protection plan: its outcomes and actions, a core group, another category, its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from onechild.service.govuk.forms import Checkboxes, DayField, Radios
from onechild.service.journeys.protection.conference.forms_of_the_day import Part
from onechild.service.journeys.protection.fields import YES_NO, box, line, not_after
from onechild.service.journeys.protection.opening import choices
from onechild.service.journeys.protection.plan.actions import ENDINGS
from onechild.service.record.models import MeetingPerson
from onechild.service.record.queries.names import Head

OTHERS = {
    "family": "Anybody else of the family: who came?",
    "education": "School, nursery or college: who else came?",
    "health": "Health: who else came?",
    "other": "Anybody else: who came, and from where?",
}


class OutcomeForm(forms.Form):
    """Something that the plan must change."""

    worry = box("What is the worry?", required=True, rows=3)
    outcome = box("What will be different for the child?", required=True, rows=3)
    known_by = box("How will everybody know?", required=True, rows=2)
    due_on = DayField(label="By when?", called="the day it is to be so by", required=False)


class ActionForm(forms.Form):
    """Something that somebody does for it."""

    what = box("What is done?", required=True, rows=2)
    owner = line(
        "Who does it?", required=True, help_text="A name and what they are, such as “Ana Reis, health visitor”."
    )
    due_on = DayField(label="By when?", called="the day it is to be done by")


class SettleForm(forms.Form):
    """How an outcome stands: progress, met, or given up."""

    stands = forms.ChoiceField(
        label="How does it stand?",
        choices=[
            ("progress", "Not met yet: say what has changed"),
            ("met", "It is met"),
            ("dropped", "It no longer matters"),
        ],
        widget=Radios,
    )
    on = DayField(label="Since when?", called="the day", required=False, help_text="Where it is met or given up.")
    words = box("What has changed, how do you know, or why does it no longer matter?", required=True, rows=4)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        not_after(self.fields["on"], today)

    def clean(self) -> dict[str, Any]:
        """Met or given up from a day."""
        typed = super().clean() or {}
        if typed.get("stands") in ("met", "dropped") and not typed.get("on") and "on" not in self.errors:
            self.add_error("on", "Enter the day")
        return typed


class DoneForm(forms.Form):
    """An action that was done."""

    done_on = DayField(label="When was it done?", called="the day it was done")
    done_words = box("What came of it?", rows=2)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        not_after(self.fields["done_on"], today)


class CoreGroupForm(forms.Form):
    """A core group: once for brothers and sisters, and for each what they said and what has changed."""

    held_on = DayField(label="When was it held?", called="the day of the core group")
    members = forms.MultipleChoiceField(label="Who of the core group came?", required=False, widget=Checkboxes)
    quorate = forms.ChoiceField(label="Were enough members there?", choices=YES_NO, widget=Radios)
    words = box("What was said and agreed?", required=True, rows=6, most=20000)
    family_words = box("What do the parents and family say?", rows=3)
    next_on = DayField(label="When is the next?", called="the day of the next core group")

    def __init__(
        self,
        *args: Any,
        heads: Sequence[Head],
        members: Sequence[MeetingPerson],
        next_by: date | None,
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.heads = heads
        not_after(self.fields["held_on"], today)
        named = [(one.pk, ", ".join(part for part in (one.name, one.agency) if part)) for one in members]
        self.fields["members"].choices = named  # type: ignore[attr-defined]
        if not named:
            del self.fields["members"]
        for part, label in OTHERS.items():
            self.fields[f"there_{part}"] = line(label)
        if next_by:
            self.fields["next_on"].help_text = f"By {next_by:%A} {next_by.day} {next_by:%B}, where it was held today."
        for number, head in enumerate(heads):
            self._ask_of(number, head)

    def first(self) -> list[BoundField]:
        """What stands above the children."""
        there = [f"there_{part}" for part in OTHERS]
        names = ("held_on", "members", *there, "quorate", "words", "family_words")
        return [self[name] for name in names if name in self.fields]

    def last(self) -> list[BoundField]:
        """What stands below them."""
        return [self["next_on"]]

    def parts(self) -> Iterator[Part]:
        """What is asked of each child."""
        for number, head in enumerate(self.heads):
            asked = (f"was_{number}", f"said_{number}", f"progress_{number}")
            yield Part(head.name, [self[name] for name in asked if name in self.fields])

    def clean(self) -> dict[str, Any]:
        """The next comes after this one; what has changed is said for each child whom it was about."""
        typed = super().clean() or {}
        on, following = typed.get("held_on"), typed.get("next_on")
        if on and following and following <= on:
            self.add_error("next_on", "The next core group must be after this one")
        for number, head in enumerate(self.heads):
            about = number == 0 or typed.get(f"was_{number}") == "yes"
            if about and not typed.get(f"progress_{number}"):
                self.add_error(f"progress_{number}", f"Say what has changed for {head.first_name}")
        return typed

    def answers(self) -> dict[str, tuple[str, str]]:
        """What each child said and what has changed, for those whom it was about."""
        typed: Mapping[str, Any] = self.cleaned_data
        return {
            head.child_id: (typed[f"said_{number}"], typed[f"progress_{number}"])
            for number, head in enumerate(self.heads)
            if number == 0 or typed.get(f"was_{number}") == "yes"
        }

    def there(self) -> list[tuple[str, str]]:
        """Those typed by name, as part and name."""
        return [(part, self.cleaned_data[f"there_{part}"]) for part in OTHERS if self.cleaned_data[f"there_{part}"]]

    def _ask_of(self, number: int, head: Head) -> None:
        first = head.first_name
        if number:
            self.fields[f"was_{number}"] = forms.ChoiceField(
                label=f"Was it about {first} as well?", choices=YES_NO, widget=Radios
            )
        self.fields[f"said_{number}"] = box(f"What did {first} say, there or before?", rows=3)
        self.fields[f"progress_{number}"] = box(f"What has changed for {first}, and what has not?", rows=3)


class CategoryForm(forms.Form):
    """Another category, between conferences."""

    category = forms.ChoiceField(label="Which category holds from then on?", widget=Radios)
    on = DayField(label="From when?", called="the day from which it holds")
    reason = box("Why, and who agreed it?", required=True, rows=3)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["category"].choices = choices("abuse_category")  # type: ignore[attr-defined]
        not_after(self.fields["on"], today)


class EndForm(forms.Form):
    """Why a plan ends, and from when; a step down has a page of its own."""

    why = forms.ChoiceField(label="Why does the plan end?", choices=list(ENDINGS.items()), widget=Radios)
    on = DayField(label="From when?", called="the day from which it has ended")
    seen = box("What have you seen before you end it?", required=True, rows=2)
    reason = box("Say more: what happened, and how is the child safe now?", required=True, rows=4)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        not_after(self.fields["on"], today)
