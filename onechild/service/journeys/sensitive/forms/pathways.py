"""The forms of a pathway: what it is about, what is known, what was done, a manager's look, its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms

from onechild.service.govuk.forms import Checkboxes, Radios
from onechild.service.journeys.sensitive.forms.fields import day, line, not_to_come, text, to_come, yes_no
from onechild.service.journeys.sensitive.kinds import KINDS, SIGNS, Doing, Kind
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models.pathway import PathwayKind

NOBODY = "nobody"
Choices = Sequence[tuple[str, str]]


class BeginForm(forms.Form):
    """What the work is about and who oversees it. No words: they come on the next page, of a restricted record."""

    kind = forms.ChoiceField(
        label="What is it about?",
        choices=[(one.key, one.title) for one in KINDS.values() if one.key != PathwayKind.MISSING],
        widget=Radios(
            hints={
                one.key: "Restricts the record as soon as you press the button."
                for one in KINDS.values()
                if one.protected
            }
        ),
    )
    overseer = forms.ChoiceField(
        label="Which manager oversees it?",
        help_text="They are told at once, and look at set intervals.",
        error_messages={"required": "Choose who oversees it, or that you don’t know yet"},
    )
    started_on = day(
        "Since when?",
        "the day it began",
        needed=False,
        hint="Leave it empty for today. For homelessness: the day they came.",
    )

    def __init__(self, *args: Any, overseers: Choices, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        not_to_come(self, today, "started_on")
        nobody = (NOBODY, "I don’t know yet: ask those who grant such records to name somebody")
        self.fields["overseer"].choices = [("", "Choose somebody"), *overseers, nobody]  # type: ignore[attr-defined]


class DescribeForm(EditForm):
    """What is known, who leads and oversees, and how the child is reached safely."""

    words = text(
        "What has happened, and why is this needed?",
        hint="In the child’s own words where you have them. Who told you, and when.",
        rows=8,
    )
    lead_id = forms.ChoiceField(label="Who leads the work?")
    overseer_id = forms.ChoiceField(
        label="Which manager oversees it?", required=False, help_text="Those are listed who can open this record."
    )
    no_contact_with_family = yes_no(
        "Must nobody contact the family?", hint="Yes puts a warning at the head of every page of this child."
    )
    no_contact_words = text("What else must nobody do?", needed=False, rows=2)
    safe_contact = text(
        "How is the child reached safely?",
        needed=False,
        hint="Which number, when, through whom, and the word that you agreed.",
        rows=2,
    )

    def __init__(self, *args: Any, leads: Choices, overseers: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.options |= {"leads": leads, "overseers": overseers}
        self.fields["lead_id"].choices = [("", "Choose a worker"), *leads]  # type: ignore[attr-defined]
        self.fields["overseer_id"].choices = [("", "Nobody yet"), *overseers]  # type: ignore[attr-defined]
        said = {True: "yes", False: "no"}.get(self.initial.get("no_contact_with_family"))  # type: ignore[arg-type]
        self.initial["no_contact_with_family"] = said

    def clean(self) -> dict[str, Any]:
        """Nobody oversees what they lead."""
        typed = super().clean() or {}
        if typed.get("lead_id") and typed.get("lead_id") == typed.get("overseer_id"):
            self.add_error("overseer_id", "Somebody else than who leads must oversee it")
        return typed

    @property
    def typed(self) -> dict[str, Any]:
        """The columns as typed: no overseer is no key."""
        return super().typed | {"overseer_id": super().typed["overseer_id"] or None}

    def words_of(self, name: str, value: Any) -> str:
        """Yes or no, as the form asks it."""
        return super().words_of(
            name, {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value
        )


class DoneForm(forms.Form):
    """What was done or learned, when, with whom, and for what day to come."""

    kind = forms.ChoiceField(label="What was done or learned?", widget=Radios)
    happened_on = day("When?", "the day it was done")
    words = text("What was it?", hint="What you saw, what was said, what was agreed.")
    whom = line("With whom, by whom, or which reference?")
    next_on = day("When is it looked at or held again?", "the day to come", needed=False)

    def __init__(self, *args: Any, about: Kind, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.about = about
        field: Any = self.fields["kind"]
        field.choices = [(one.key, one.words) for one in about.doings]
        field.widget.hints = {one.key: _hint(one) for one in about.doings}
        not_to_come(self, today, "happened_on")
        to_come(self, today, "next_on")

    def clean(self) -> dict[str, Any]:
        """Ask for the people or the day that this kind of entry can't do without."""
        typed = super().clean() or {}
        doing = self.about.doing(typed.get("kind", ""))
        if doing and "whom" in doing.must and not typed.get("whom"):
            self.add_error("whom", f"Say: {doing.whom[:1].lower()}{doing.whom[1:]}")
        if doing and "next" in doing.must and not typed.get("next_on") and "next_on" not in self.errors:
            self.add_error("next_on", f"Enter the day. {doing.next_words} that day")
        return typed


class SignsForm(forms.Form):
    """Which signs of exploitation were seen or told, on what day, by whom. They are not counted up."""

    signs = forms.MultipleChoiceField(label="What was seen or said?", choices=list(SIGNS), widget=Checkboxes)
    happened_on = day("When?", "the day it was seen or said")
    whom = line("Who saw or said it?", needed=True)
    words = text("In their words", needed=False, hint="It stands with each sign that you ticked.")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        not_to_come(self, today, "happened_on")


class OverseeForm(forms.Form):
    """A manager's look: what they saw, what must happen, and by when they look again."""

    words = text("What did you see, and what must happen now?", hint="Who does it, and by when.", rows=6)
    next_by = day("When do you look again?", "the day you look again")

    def __init__(self, *args: Any, today: date, every_days: int | None, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["next_by"]
        to_come(self, today, "next_by")
        if every_days:
            field.latest = today + timedelta(days=every_days)
            field.help_text = f"Within {every_days} days: this council’s standard when the work began."


class EndForm(forms.Form):
    """From when the work is no longer needed, and why."""

    ended_on = day("From when?", "the day the work ends")
    reason = text(
        "Why is it no longer needed?",
        hint="What is safe now, how you know, and what the child says. It enters the register.",
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        not_to_come(self, today, "ended_on")


class OutcomeForm(forms.Form):
    """What the safety plan must change, who does what, and by when."""

    worry = text("What are you worried about?", rows=2)
    outcome = text("What will be different?", rows=2)
    known_by = text("How will you all know?", needed=False, rows=2)
    due_on = day("By when?", "the day by which it is different", needed=False)
    action = line("What is done first?", hint="The first thing that somebody agreed to do.")
    owner_words = line("Who does it?")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        to_come(self, today, "due_on")

    def clean(self) -> dict[str, Any]:
        """Whatever is done has somebody who does it."""
        typed = super().clean() or {}
        if typed.get("action") and not typed.get("owner_words"):
            self.add_error("owner_words", "Say who does it")
        return typed


class SettleForm(forms.Form):
    """An outcome of the safety plan: met, and how that is known, or given up, and why."""

    how = forms.ChoiceField(
        label="What became of it?", choices=[("met", "It is met"), ("dropped", "It is given up")], widget=Radios
    )
    words = text("How do you know, or why is it given up?", rows=3)


def _hint(doing: Doing) -> str:
    asked = f"Say: {doing.whom[:1].lower()}{doing.whom[1:]}." if "whom" in doing.must else ""
    return " ".join(part for part in (doing.hint, asked) if part)
