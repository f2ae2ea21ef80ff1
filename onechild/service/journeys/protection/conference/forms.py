"""The forms of arranging and preparing a conference."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from onechild.service.govuk.forms import Checkboxes, DayField, Radios
from onechild.service.journeys.protection.days import no_working_day
from onechild.service.journeys.protection.fields import box, hour, line, not_after, with_whom
from onechild.service.journeys.protection.opening import choices, named_choices
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models.meeting_person import MeetingPart
from onechild.service.record.queries.names import Head

HOW = [
    ("letter", "By letter"),
    ("in_person", "In person"),
    ("telephone", "By telephone"),
    ("email", "By secure e-mail"),
    ("worker", "Their worker tells them"),
]


PARTS = [(part.value, part.label.replace("'", "’")) for part in MeetingPart]
FLAGGED = (MeetingPart.PARENT, MeetingPart.FAMILY, MeetingPart.OTHER)


class DayAsked(forms.Form):
    """A day and an hour that are asked about where no office is open."""

    planned_on = DayField(label="Which day?", called="the day of the conference")
    planned_at = hour()
    place = line("Where?", required=True, most=100, help_text="A building or a room. No family’s address.")
    anyway = forms.BooleanField(label="It is at a weekend or on a bank holiday, and that is agreed", required=False)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["planned_on"].earliest = today  # type: ignore[attr-defined]
        if not self.is_bound:
            del self.fields["anyway"]

    def clean(self) -> dict[str, Any]:
        """A day on which nobody works is asked about, not refused."""
        typed = super().clean() or {}
        on = typed.get("planned_on")
        if on and no_working_day(on) and not typed.get("anyway"):
            self.add_error("planned_on", "That day is at a weekend or a bank holiday: choose another, or tick below")
        elif "anyway" in self.fields:
            del self.fields["anyway"]  # asked only of a day on which nobody works
        return typed


class ArrangeForm(DayAsked):
    """A conference to come."""

    kind = forms.ChoiceField(label="What kind of conference?", widget=Radios)
    others = with_whom("Which brothers and sisters is it about as well?")
    chair = forms.ChoiceField(
        label="Who chairs it?", help_text="Nobody who works with these children, or manages who does, is in the list."
    )
    why = box("Why is it held?", required=True, rows=3)
    interpreter = line("Who needs an interpreter, or other help to take part?")
    notified_on = DayField(
        label="For a transfer in: when did the other council give written notice?",
        called="the day of the notice",
        required=False,
    )
    field_order = ("kind", "others", "planned_on", "anyway", "planned_at", "place", "chair", "why", "interpreter")

    def __init__(
        self, *args: Any, others: Sequence[Head], chairs: Sequence[tuple[str, str]], today: date, **options: Any
    ) -> None:
        super().__init__(*args, today=today, **options)
        self.fields["kind"].choices = choices("conference_kind")  # type: ignore[attr-defined]
        self.fields["chair"].choices = [("", "Choose a chair"), *chairs]  # type: ignore[attr-defined]
        self.fields["others"].choices = named_choices(others, today)  # type: ignore[attr-defined]
        not_after(self.fields["notified_on"], today)
        if not others:
            del self.fields["others"]

    def clean(self) -> dict[str, Any]:
        """A transfer in is counted from the other council's notice."""
        typed = super().clean()
        if typed.get("kind") == "transfer_in" and not typed.get("notified_on") and "notified_on" not in self.errors:
            self.add_error("notified_on", "Enter the day of the notice")
        return typed


class MoveForm(DayAsked):
    """Another day for a conference."""

    why = box("Why is it moved?", required=True, rows=3)


class AskForm(forms.Form):
    """Somebody to be asked, or left out with a reason."""

    name = line("Who?", required=True)
    part = forms.ChoiceField(label="As what do they come?", choices=PARTS, widget=Radios)
    agency = line("From which agency, school or service?")
    asked = forms.ChoiceField(
        label="Are they asked to come?",
        choices=[("yes", "Yes"), ("no", "No: they are left out")],
        widget=Radios,
    )
    how = forms.ChoiceField(label="How are they told?", choices=HOW, required=False, widget=Radios)
    report_asked = forms.BooleanField(label="They are asked for a report", required=False)
    left_out_reason = box("If they are left out, why?", rows=2)
    safe_because = box("Why is it safe to ask them?", rows=2)

    def __init__(self, *args: Any, flagged: bool, **options: Any) -> None:
        """`flagged` says that a warning or an order may be about whoever of the family or around it is asked."""
        super().__init__(*args, **options)
        self.flagged = flagged
        if not flagged:
            del self.fields["safe_because"]

    def clean(self) -> dict[str, Any]:
        """Who is asked is told somehow; who is left out, for a reason; who is flagged, only where that is safe."""
        typed = super().clean() or {}
        if typed.get("asked") == "no" and not typed.get("left_out_reason"):
            self.add_error("left_out_reason", "Say why they are left out")
        if typed.get("asked") == "yes":
            if not typed.get("how"):
                self.add_error("how", "Say how they are told")
            if self.flagged and typed.get("part") in FLAGGED and not typed.get("safe_because"):
                self.add_error("safe_because", "Read the warning above, and say why it is safe to ask them")
        return typed


class ReportForm(EditForm):
    """The worker's report to the conference, and how the child takes part."""

    report = box(
        "The report",
        rows=12,
        most=20000,
        help_text="What happened, what is strong, what worries you, what the child says and needs.",
    )
    childs_part = box("How does the child take part: there, through an advocate, a letter, a drawing?", rows=3)


class SharedForm(forms.Form):
    """When the family had the report, and who."""

    shared_on = DayField(label="When did the family have the report?", called="the day the family had it")
    people = forms.MultipleChoiceField(label="Who had it?", widget=Checkboxes, required=False)

    def __init__(self, *args: Any, people: Sequence[tuple[str, str]], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        not_after(self.fields["shared_on"], today)
        self.fields["people"].choices = list(people)  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """Why a conference is called off."""

    reason = box("Why is it called off?", required=True, rows=3)


class SentForm(forms.Form):
    """When and how the decisions were sent."""

    sent_on = DayField(label="When were the decisions sent to all?", called="the day they were sent")
    how = line("How?", required=True, help_text="Such as by post to the parents, by secure e-mail to the agencies.")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        not_after(self.fields["sent_on"], today)


class DissentForm(forms.Form):
    """What is answered to somebody who does not agree."""

    answer = box("What do you answer?", required=True, rows=4)
