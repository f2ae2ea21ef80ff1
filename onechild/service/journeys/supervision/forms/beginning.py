"""The forms that begin a supervision, choose its children, hold a group and call one off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms

from onechild.service.govuk.forms import Checkboxes, DayField, Radios
from onechild.service.record.models import SessionKind

AHEAD, BACK = timedelta(days=182), timedelta(days=31)
NAME_NO_CHILD = "Name no child here: what is decided about a child is written in a supervision about the children."


def words(
    label: str, *, help_text: str = "", required: bool = True, rows: int = 4, missing: str = ""
) -> forms.CharField:
    """This function will return a field for some sentences; `missing` is what is said where it is left empty."""
    said: dict[str, Any] = {"error_messages": {"required": missing}} if missing else {}
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": str(rows)}),
        **said,
    )


class ChildrenField(forms.MultipleChoiceField):
    """Which children to talk about; `offered` gives each with what is late."""

    def __init__(self, **options: Any) -> None:
        super().__init__(label="Which children will you talk about?", required=False, widget=Checkboxes, **options)

    def offer(self, offered: Sequence[tuple[str, str, str]]) -> None:
        """Show these children: key, name, and what is late."""
        self.choices = [(key, name) for key, name, _ in offered]
        self.widget.hints = {key: hint for key, _, hint in offered}


class BeginForm(forms.Form):
    """A supervision of a worker: about the children, or the worker's own; never both in one."""

    kind = forms.ChoiceField(
        label="What is it about?",
        choices=[
            (SessionKind.CASE.value, "The children"),
            (SessionKind.PERSONAL.value, "The worker’s own supervision"),
        ],
        widget=Radios(
            hints={
                SessionKind.CASE.value: "What is written stands on each child’s record.",
                SessionKind.PERSONAL.value: "Workload, learning and wellbeing. Only the two of you can ever read it.",
            }
        ),
        error_messages={"required": "Choose what it is about"},
    )
    happened_on = DayField(
        label="On what day is it, or was it?",
        called="the day of the supervision",
        help_text="A day to come plans it: the agenda is made from the record on that day.",
    )
    overdue = forms.BooleanField(label="Choose every child who is overdue to be talked about", required=False)
    children = ChildrenField()

    def __init__(self, *args: Any, offered: Sequence[tuple[str, str, str]], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["children"].offer(offered)
        fields["happened_on"].earliest, fields["happened_on"].latest = today - BACK, today + AHEAD
        self.today = today
        if not offered:
            del self.fields["overdue"], self.fields["children"]

    def clean(self) -> dict[str, Any]:
        """A supervision about children that is held today, or was, says which."""
        typed = super().clean() or {}
        held = typed.get("happened_on") is not None and typed["happened_on"] <= self.today
        none = not typed.get("children") and not typed.get("overdue")
        if typed.get("kind") == SessionKind.CASE.value and held and none:
            self.add_error("children" if "children" in self.fields else "kind", "Choose at least one child")
        return typed


class ChooseForm(forms.Form):
    """Which children a supervision is about."""

    children = ChildrenField()

    def __init__(self, *args: Any, offered: Sequence[tuple[str, str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["children"].offer(offered)  # type: ignore[attr-defined]


class GroupForm(forms.Form):
    """A group supervision that was held: who was there, and what was worked on."""

    happened_on = DayField(label="On what day was it?", called="the day of the group")
    workers = forms.MultipleChoiceField(
        label="Who was there?", widget=Checkboxes, error_messages={"required": "Choose who was there"}
    )
    said = words("What was worked on, and what was learned?", help_text=NAME_NO_CHILD)

    def __init__(self, *args: Any, workers: Sequence[tuple[str, str]], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["workers"].choices = list(workers)
        fields["happened_on"].earliest, fields["happened_on"].latest = today - BACK, today
        fields["happened_on"].latest_words = "can’t be in the future"


class OffForm(forms.Form):
    """Why a supervision does not take place."""

    said = words(
        "Why is it called off, and what happens instead?",
        help_text="Say nothing of anybody’s health.",
        missing="Say why it is called off",
    )
