"""The forms of taking a contact in: recording one, putting it right, how urgent it is, links, joins, duty, imports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms

from onechild.knowledge.codesets import codeset
from onechild.knowledge.workdays import london
from onechild.service.govuk.forms import DayField, Radios
from onechild.service.journeys.front_door.taking_in.moments import MomentField, told_of
from onechild.service.record.editing_form import EditForm
from onechild.service.record.intake_form import IntakeForm
from onechild.service.record.intake_form.choices import FAMILY_TOLD, SENSITIVE, YES_NO, relations, sexes
from onechild.service.record.intake_form.parts import Line, Words, child_fields
from onechild.service.record.models import IntakeChannel

WAYS = [one for one in IntakeChannel.choices if one[0] in ("telephone", "email", "in_person")]
COLOURS = {
    "red": "A child may be in danger. Its time runs on the clock, day and night.",
    "amber": "It can’t wait for long. Its time runs in front-door hours.",
    "green": "It can wait for the next working day.",
}
KEPT_AT_MOST = timedelta(days=90)
NO_WORKER = (
    "Your account is not joined to a worker, so you could not open this contact again. Ask a front-door decision-maker "
    "to do it."
)
LATER_WORDS = {
    "source_kind": "Who told us?",
    "referrer_name": "Their name",
    "referrer_role": "Their role, or who they are to the child",
    "referrer_phone": "Their telephone",
    "referrer_email": "Their email",
    "words": "What were you told?",
    "support_asked": "What do they ask for?",
    "family_told": "Does the family know that they told us?",
    "family_told_words": "What did the family say, or why were they not told?",
}


def sources() -> list[tuple[str, str]]:
    """This function will return who may tell the front door, in the words of the published list."""
    return [("", "Choose"), *((one.code, one.label or one.code) for one in codeset("referral_source").codes)]


class ContactForm(IntakeForm):
    """A contact that a worker writes down: how it came and when, then as it was told."""

    channel = forms.ChoiceField(label="How did it come?", choices=WAYS, widget=Radios)
    received_at = MomentField(
        called="when it came",
        label="When did it come?",
        help_text="Leave empty for now. Else like 4.50pm, or 20/11/2026 4.50pm.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in LATER_WORDS.items():
            self.fields[name].label = label
        self.fields["source_kind"].choices = sources()  # type: ignore[attr-defined]
        for name in ("family_told", "needed"):
            self.fields[name].required = False
        field: Any = self.fields["received_at"]
        field.now, field.latest, field.earliest = self.moment, self.moment, self.moment - KEPT_AT_MOST

    def how_it_came(self) -> list[Any]:
        """The questions about how and when."""
        return [self["channel"], self["received_at"]]


class DetailsForm(EditForm):
    """What a contact says, to be put right."""

    source_kind = forms.TypedChoiceField(label="Who told us?", choices=sources, required=False, empty_value=None)
    referrer_name = Line(limit=200, label="Their name")
    referrer_role = Line(limit=200, label="Their role, or who they are to the child")
    organisation = Line(limit=200, label="Organisation")
    referrer_phone = Line(limit=40, label="Their telephone")
    referrer_email = forms.EmailField(label="Their email", required=False)
    words = Words(limit=10_000, rows=8, label="What was told", required=True)
    support_asked = Words(limit=2_000, rows=3, label="What they ask for")
    family_told = forms.ChoiceField(
        label="Does the family know?", choices=[("", "Not said"), *FAMILY_TOLD], required=False
    )
    family_told_words = Line(limit=500, label="What the family said, or why they were not told")
    sensitive = forms.TypedChoiceField(
        label="Is it about any of these?",
        choices=[("", "None of these"), *SENSITIVE[:-1]],
        required=False,
        empty_value=None,
        help_text="Then only those who hold such work can open it, and the record of each linked child is restricted.",
    )

    def __init__(self, *args: Any, holds: bool, is_worker: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options |= {"holds": holds, "is_worker": is_worker}
        self.holds, self.is_worker = holds, is_worker

    def clean(self) -> dict[str, Any]:
        """Who marks a contact as sensitive can open it after; who says that it is not holds such work."""
        typed = super().clean() or {}
        was, now = getattr(self.row, "sensitive", None), typed.get("sensitive")
        if was and not now and not self.holds:
            self.add_error("sensitive", "Only somebody who holds such work can say that it is none of these")
        if now and now != was and not (self.holds or self.is_worker):
            self.add_error("sensitive", NO_WORKER)
        return typed


class ChildForm(EditForm):
    """What a contact says of one child."""

    forename = Line(limit=100, label="First name")
    surname = Line(limit=100, label="Last name")
    born_on = DayField(label="Date of birth", called="date of birth", required=False)
    age_words = Line(limit=60, label="If it is not known, about how old?")
    expected_on = DayField(label="If not born yet, when is the baby due?", called="day the baby is due", required=False)
    sex = forms.TypedChoiceField(label="Sex", choices=sexes, required=False, empty_value=None)
    address = Words(limit=300, rows=3, label="Where the child lives, or stays")
    postcode = Line(limit=10, label="Postcode")
    school = Line(limit=200, label="School, nursery or college")
    language = Line(limit=100, label="Language, and whether an interpreter is needed")

    def __init__(self, *args: Any, now: datetime, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options |= {"now": now}
        for name, field in child_fields(today=london(now)):
            if isinstance(field, DayField):
                own: Any = self.fields[name]
                own.earliest, own.latest = field.earliest, field.latest

    def clean(self) -> dict[str, Any]:
        """A child is known by something."""
        typed = super().clean() or {}
        known = ("forename", "surname", "born_on", "age_words", "expected_on")
        if not any(typed.get(name) or name in self.errors for name in known):
            self.add_error("forename", "Say who the child is: a name, an age, or what is known")
        return typed


class UrgencyForm(EditForm):
    """How urgent a contact is. Nothing is chosen for anybody."""

    urgent = forms.TypedChoiceField(
        label="Is a child in danger, so that somebody must act now?",
        choices=YES_NO,
        widget=Radios,
        coerce=lambda value: value == "yes",
        empty_value=None,
    )
    urgent_words = Line(limit=500, label="Why, or why not?", required=True)
    priority = forms.ChoiceField(
        label="Priority",
        choices=[(one.code, one.label or one.code) for one in codeset("front_door_priority").codes],
        widget=Radios(hints=COLOURS),
    )
    needed_before = MomentField(
        called="the time it is needed before",
        label="Must it be decided before a certain time?",
        help_text="It then stands above any colour. Leave empty if not. Like 6pm, or 23/11/2026 9am.",
    )
    needed_before_words = Line(limit=500, label="What must happen by then, and why?")

    def __init__(self, *args: Any, now: datetime, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options |= {"now": now}
        told_of(self, now)

    def _filled(self, row: Any) -> dict[str, Any]:
        filled = super()._filled(row)
        said: dict[object, str] = {True: "yes", False: "no"}
        return filled | {"urgent": said.get(filled.get("urgent"))}

    def clean(self) -> dict[str, Any]:
        """A time that it is needed before has a reason."""
        typed = super().clean() or {}
        if typed.get("needed_before") and not typed.get("needed_before_words"):
            self.add_error("needed_before_words", "Say what must happen by then, and why")
        return typed


class ReasonForm(forms.Form):
    """A reason, which is always asked for."""

    reason = Words(limit=1_000, rows=3, label="Why?", required=True)


class JoinForm(ReasonForm):
    """Which contact this one is the same as, and why."""

    number = Line(
        limit=20,
        label="The number of the other contact",
        help_text="Like FD-7K3M-29QD-4XWT. It stands at the head of that contact.",
        required=True,
    )
    field_order = ("number", "reason")


class AdultForm(forms.Form):
    """Who an adult of the contact is to the children, and whether the record has them already."""

    who = forms.ChoiceField(label="Is this somebody whom the record has?", widget=Radios)
    relation = forms.ChoiceField(label="Who are they to the children?", choices=relations)
    same_household = forms.TypedChoiceField(
        label="Do they live with the children?",
        choices=YES_NO,
        widget=Radios,
        required=False,
        coerce=lambda value: value == "yes",
        empty_value=None,
    )

    def __init__(self, *args: Any, known: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["who"].choices = [*known.items(), ("new", "No, a new person")]  # type: ignore[attr-defined]


class HoldForm(forms.Form):
    """Who holds the front door, from when to when, and the number to ring."""

    worker = forms.ChoiceField(label="Who?")
    phone = Line(limit=40, label="Telephone", required=True)
    starts_at = MomentField(called="the start", label="From", help_text="Like 5pm, or 27/11/2026 5pm.", required=True)
    ends_at = MomentField(
        called="the end", label="To", help_text="Like 9am tomorrow, or 30/11/2026 9am.", required=True
    )

    def __init__(self, *args: Any, workers: Sequence[tuple[str, str]], now: datetime, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["worker"].choices = [("", "Choose a worker"), *workers]  # type: ignore[attr-defined]
        self.moment = now
        told_of(self, now)

    def clean(self) -> dict[str, Any]:
        """A turn ends after it starts, and is not over."""
        typed = super().clean() or {}
        starts, ends = typed.get("starts_at"), typed.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", "The end must be after the start")
        elif ends and ends <= self.moment:
            self.add_error("ends_at", "This turn is over already")
        return typed


class ImportForm(forms.Form):
    """Contacts as lines of a table: pasted, or in a file."""

    text = forms.CharField(
        label="Paste the lines, with their headings",
        required=False,
        max_length=1_000_000,
        widget=forms.Textarea(attrs={"rows": "8"}),
    )
    file = forms.FileField(label="Or choose a file of them (CSV)", required=False)

    def clean(self) -> dict[str, Any]:
        """Something is pasted or chosen."""
        typed = super().clean() or {}
        if not typed.get("text") and not typed.get("file") and not self.errors:
            self.add_error("text", "Paste the lines, or choose a file")
        return typed
