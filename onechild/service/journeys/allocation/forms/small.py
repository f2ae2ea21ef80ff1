"""The small forms: end, undo, priority and named manager, co-worker, and asking another team."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms

from onechild.service.govuk.forms import Checkboxes, DayField
from onechild.service.journeys.allocation.forms.parts import MoveForm, SeenForm, priority_field, reasons, text
from onechild.service.record.actions.allocating import earliest_day


class EndForm(MoveForm):
    """Nobody leads from a day on."""


class UndoForm(forms.Form):
    """Why the last move is taken back."""

    words = text("Why is it undone?", rows=2)


class PriorityForm(forms.Form):
    """How urgently a child waits, and who answers for the child meanwhile: one of them, or both."""

    priority = priority_field(required=False)
    manager = forms.ChoiceField(label="Which manager answers for the child?", required=False)
    words = text("Why does it change?", rows=2)

    def __init__(self, *args: Any, managers: Collection[tuple[str, str]], waits: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["manager"].choices = [("", "No change"), *managers]
        if not waits:
            del fields["manager"]

    def clean(self) -> dict[str, Any]:
        """Something changes."""
        typed = super().clean() or {}
        if not typed.get("priority") and not typed.get("manager") and not self.errors:
            self.add_error("priority", "Choose how urgent it is, or another manager")
        return typed


class CoWorkerForm(forms.Form):
    """Who works beside the lead, from when, and what for."""

    worker = forms.ChoiceField(label="Who works beside the lead worker?")
    on = DayField(label="From which day?", called="the day")
    words = text("What for?", rows=2)

    def __init__(self, *args: Any, workers: Collection[tuple[str, str]], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["worker"].choices = [("", "Choose a worker"), *workers]
        self.initial.setdefault("on", today)


class CoWorkerEndForm(forms.Form):
    """From when the co-worker's part ends, and why."""

    on = DayField(label="From which day?", called="the day")
    words = text("Why does it end?", rows=2)

    def __init__(self, *args: Any, today: date, earliest: date, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["on"].earliest = earliest
        self.initial.setdefault("on", today)


class AskForm(forms.Form):
    """Ask another team to take a child over, and whichever brothers and sisters go along."""

    together = forms.MultipleChoiceField(label="Who else moves with them?", required=False, widget=Checkboxes)
    team = forms.ChoiceField(label="Which team do you ask?")
    move_on = DayField(label="From which day would it be?", called="the day", required=False)
    reason = forms.ChoiceField(label="Why does it change?", choices=reasons)
    words = text("Why, and what must they know to decide?")

    def __init__(
        self,
        *args: Any,
        teams: Collection[tuple[str, str]],
        family: Collection[tuple[str, str]],
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["team"].choices = [("", "Choose a team"), *teams]
        fields["move_on"].earliest = today
        fields["together"].choices = list(family)
        if not family:
            del fields["together"]


class NoForm(forms.Form):
    """Why a request is refused or withdrawn."""

    no_words = text("Why?", rows=2)


class SeveralForm(SeenForm):
    """A worker for each of several waiting children; who is left without one goes on waiting."""

    on = DayField(label="From which day?", called="the day")
    reason = forms.ChoiceField(label="Why does it change?", choices=reasons)
    words = text("Why, in words?", rows=2)

    def __init__(
        self,
        *args: Any,
        children: Collection[tuple[str, str]],
        workers: Collection[tuple[str, str]],
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["on"].earliest = earliest_day(today)
        self.initial.setdefault("on", today)
        self.keys = {f"worker_{la_child_id}": la_child_id for la_child_id, _ in children}
        for la_child_id, name in children:
            self.fields[f"worker_{la_child_id}"] = forms.ChoiceField(
                label=f"Who takes {name}?", required=False, choices=[("", "Goes on waiting"), *workers]
            )

    def shares(self) -> dict[str, str]:
        """The worker chosen for each child, by the child's public id; who goes on waiting is left out."""
        return {la: self.cleaned_data[name] for name, la in self.keys.items() if self.cleaned_data.get(name)}

    def clean(self) -> dict[str, Any]:
        """At least one child goes to somebody."""
        typed = super().clean() or {}
        if not any(typed.get(name) for name in self.keys):
            self.add_error(None, "Choose a worker for at least one child")
        return typed
