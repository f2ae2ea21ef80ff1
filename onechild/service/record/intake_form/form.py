"""The form of a contact: who tells, about which children and adults, what worries them, what the family knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Self

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorDict

from onechild.knowledge.workdays import LONDON
from onechild.service.govuk.forms import Radios
from onechild.service.record.intake_form.choices import FAMILY_TOLD, HOURS, SENSITIVE, SENSITIVE_KEYS, WHO, YES_NO
from onechild.service.record.intake_form.parts import (
    ADULT,
    CHILD,
    MOST,
    Line,
    Words,
    adult_fields,
    adults_typed,
    child_fields,
    children_typed,
)
from onechild.service.record.intake_form.told import Told, is_professional

MORE = ("add_child", "add_adult")
WHO_TOLD = ("source_kind", "referrer_name", "referrer_role", "organisation", "referrer_phone", "referrer_email")
THE_WORRY = ("words", "support_asked", "family_told", "family_told_words")
MIDNIGHT = 24


@dataclass(frozen=True)
class Part:
    """The questions about one child or one adult, with their place from one."""

    number: int
    fields: tuple[BoundField, ...]


class IntakeForm(forms.Form):
    """`children` and `adults` say for how many the form asks; a button asks for one more."""

    children = forms.CharField(required=False, widget=forms.HiddenInput)
    adults = forms.CharField(required=False, widget=forms.HiddenInput)
    source_kind = forms.ChoiceField(label="Who are you?", choices=[("", "Choose"), *WHO])
    referrer_name = Line(limit=200, label="Your name")
    referrer_role = Line(limit=200, label="Your role, or who you are to the child")
    organisation = Line(limit=200, label="Organisation")
    referrer_phone = Line(limit=40, label="Telephone")
    referrer_email = forms.EmailField(label="Email", required=False, max_length=200)
    words = Words(
        limit=10_000,
        rows=8,
        required=True,
        label="What are you worried about?",
        help_text="What happened, when, who was there, and what the child said in their own words.",
    )
    support_asked = Words(limit=2_000, rows=3, label="What help do you think is needed?")
    family_told = forms.ChoiceField(
        label="Does the family know that you are telling us?", choices=FAMILY_TOLD, widget=Radios
    )
    family_told_words = Line(limit=500, label="What did they say, or why were they not told?")
    needed = forms.ChoiceField(
        label="Must something happen before the end of today?",
        choices=YES_NO,
        widget=Radios,
        help_text="For example, a child who can’t go home tonight.",
    )
    needed_hour = forms.ChoiceField(label="If so, by when today?", choices=HOURS, required=False)
    needed_words = Line(limit=500, label="What must happen by then, and why?")
    sensitive = forms.ChoiceField(
        label="Is it about any of these?",
        choices=SENSITIVE,
        required=False,
        widget=Radios,
        help_text="Choose what worries you most. Only a few named people will see what you write.",
    )

    def __init__(self, *args: Any, now: datetime, **options: Any) -> None:
        super().__init__(*args, **options)
        self.moment = now
        today = now.astimezone(LONDON).date()
        self.how_many = {part: self._asked(part) for part in ("children", "adults")}
        for number in range(self.how_many["children"]):
            self.fields |= {f"child_{name}_{number}": field for name, field in child_fields(today=today)}
        for number in range(self.how_many["adults"]):
            self.fields |= {f"adult_{name}_{number}": field for name, field in adult_fields()}

    @classmethod
    def as_typed(cls, typed: Mapping[str, Any], *, now: datetime, **options: Any) -> Self:
        """This function will return the form as typed, unchecked, asking for one more where a button said so."""
        data: Any = typed.copy()  # type: ignore[attr-defined]
        for button, part in zip(MORE, ("children", "adults"), strict=True):
            if button in data:
                data[part] = str(min(_number(data.get(part)) + 1, MOST))
        form = cls(data, now=now, **options)
        form._errors, form.cleaned_data = ErrorDict(), {}  # type: ignore[attr-defined]
        return form

    def child_parts(self) -> Iterator[Part]:
        """The questions about each child."""
        return self._parts("child", CHILD, self.how_many["children"])

    def adult_parts(self) -> Iterator[Part]:
        """The questions about each adult."""
        return self._parts("adult", ADULT, self.how_many["adults"])

    def who_told(self) -> list[BoundField]:
        """The questions about whoever tells."""
        return [self[name] for name in WHO_TOLD]

    def the_worry(self) -> list[BoundField]:
        """The questions about what worries them and what the family knows."""
        return [self[name] for name in THE_WORRY]

    def what_is_needed(self) -> list[BoundField]:
        """The questions about what can't wait."""
        return [self[name] for name in ("needed", "needed_hour", "needed_words")]

    def may_ask_more(self) -> dict[str, bool]:
        """Whether the form can ask for one more child, and one more adult."""
        return {part: many < MOST for part, many in self.how_many.items()}

    def told(self) -> Told:
        """This function will return what a form that is right tells."""
        typed, of = self.cleaned_data, self.how_many
        kept = {name: typed.get(name) or "" for name in (*WHO_TOLD, *THE_WORRY)}
        chosen = typed.get("sensitive")
        intake = kept | {
            "source_kind": typed.get("source_kind") or None,
            "professional": is_professional(typed.get("source_kind")),
            "sensitive": chosen if chosen in SENSITIVE_KEYS else None,
            "needed_before": self._needed_before(typed),
            "needed_before_words": typed["needed_words"] if typed.get("needed") == "yes" else "",
        }
        return Told(
            intake=intake,
            children=children_typed(typed, many=of["children"]),
            adults=adults_typed(typed, many=of["adults"]),
        )

    def clean(self) -> dict[str, Any]:
        """A contact is about somebody; an adult has a name; what can't wait has a time and words."""
        typed = super().clean() or {}
        self._check_how_many()
        self._check_children(typed)
        for number in range(self.how_many["adults"]):
            said = any(typed.get(f"adult_{name}_{number}") for name in ADULT)
            if said and not typed.get(f"adult_name_{number}") and f"adult_name_{number}" not in self.errors:
                self.add_error(f"adult_name_{number}", "Give this adult’s name, or say “name not known”")
        if typed.get("needed") == "yes":
            self._check_needed(typed)
        return typed

    def _check_children(self, typed: dict[str, Any]) -> None:
        many = self.how_many["children"]
        known = ("forename", "surname", "age_words", "born_on", "expected_on")
        for number in range(many):
            wrong = any(f"child_{name}_{number}" in self.errors for name in CHILD)
            said = any(typed.get(f"child_{name}_{number}") for name in CHILD)
            named = any(typed.get(f"child_{name}_{number}") for name in known)
            if not wrong and not named and (said or number == 0):
                self.add_error(f"child_forename_{number}", "Say who the child is: a name, an age, or what you know")
            born, due = typed.get(f"child_born_on_{number}"), typed.get(f"child_expected_on_{number}")
            if born and due:
                self.add_error(
                    f"child_expected_on_{number}", "Give a date of birth or the day the baby is due, not both"
                )

    def _check_needed(self, typed: dict[str, Any]) -> None:
        if not typed.get("needed_hour"):
            self.add_error("needed_hour", "Say by when today")
        elif (before := self._needed_before(typed)) and before <= self.moment:
            self.add_error("needed_hour", "That time has passed: choose a later one, and ring us now")
        if not typed.get("needed_words") and "needed_words" not in self.errors:
            self.add_error("needed_words", "Say what must happen by then, and why")

    def _check_how_many(self) -> None:
        for part in ("children", "adults"):
            if _number(self.data.get(part)) > MOST:
                self.add_error(None, f"One form takes up to {MOST} {part}. Tell us about the others by telephone.")

    def _needed_before(self, typed: Mapping[str, Any]) -> datetime | None:
        if typed.get("needed") != "yes" or not typed.get("needed_hour"):
            return None
        today, hour = self.moment.astimezone(LONDON).date(), int(typed["needed_hour"])
        return _at(today + timedelta(days=hour // MIDNIGHT), hour % MIDNIGHT)

    def _parts(self, what: str, names: tuple[str, ...], many: int) -> Iterator[Part]:
        for number in range(many):
            yield Part(number + 1, tuple(self[f"{what}_{name}_{number}"] for name in names))

    def _asked(self, part: str) -> int:
        return min(max(_number(self.data.get(part)), 1), MOST)


def _number(typed: Any) -> int:
    text = str(typed or "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 1


def _at(on: date, hour: int) -> datetime:
    return datetime.combine(on, time(hour), tzinfo=LONDON).astimezone(UTC)
