"""The forms of the diary: to plan, to move, to cancel, to say which visit it became, and to name who covers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from onechild.knowledge.codesets import codeset
from onechild.service.govuk.forms import Checkboxes, DayField, Radios
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models import DiaryKind
from onechild.service.record.models.diary_entry import LONGEST, SHORTEST
from onechild.service.record.queries.names import Head

TIME_FORMATS = ("%H:%M", "%H.%M", "%I%p", "%I.%M%p", "%I:%M%p", "%I %p", "%I.%M %p", "%I:%M %p")
WRONG_TIME = "Enter a time such as 2.30pm or 14:30"


def _at(*, label: str = "At what time?") -> forms.TimeField:
    return forms.TimeField(
        label=label,
        required=False,
        input_formats=list(TIME_FORMATS),
        error_messages={"invalid": WRONG_TIME},
        widget=forms.TimeInput(attrs={"class": "govuk-input--width-5"}, format="%H:%M"),
        help_text="Such as 2.30pm or 14:30. Leave it empty if it is not agreed.",
    )


def _minutes() -> forms.IntegerField:
    return forms.IntegerField(
        label="How many minutes, with the way there and back?",
        required=False,
        min_value=SHORTEST,
        max_value=LONGEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-5"}),
    )


class PlanForm(forms.Form):
    """A visit or meeting to come, with the child the page is about and any brothers and sisters."""

    kind = forms.ChoiceField(label="What is it?", choices=DiaryKind.choices, widget=Radios)
    purpose = forms.ChoiceField(label="What is the visit for?", widget=Radios, required=False)
    children = forms.MultipleChoiceField(label="With whom?", widget=Checkboxes)
    planned_on = DayField(label="Which day?", called="the day")
    starts_at = _at()
    minutes = _minutes()
    place = forms.CharField(
        label="Where?", required=False, max_length=100, help_text="A few words, such as “at school”. No address."
    )

    def __init__(self, *args: Any, heads: Sequence[Head], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        named = [(head.la_child_id, _named(head, today)) for head in heads]
        self.fields["children"].choices = named  # type: ignore[attr-defined]
        self.fields["purpose"].choices = _choices("visit_purpose")  # type: ignore[attr-defined]
        self.fields["planned_on"].earliest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A visit has a purpose."""
        typed = super().clean() or {}
        if typed.get("kind") == DiaryKind.VISIT and not typed.get("purpose"):
            self.add_error("purpose", "Say what the visit is for")
        return typed


class MoveForm(EditForm):
    """Another day or hour for a whole round."""

    planned_on = DayField(label="To which day?", called="the day")
    starts_at = _at()
    minutes = _minutes()
    moved_reason = forms.CharField(label="Why is it moved?", max_length=500, widget=forms.Textarea(attrs={"rows": "3"}))

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        options["initial"] = {"moved_reason": "", **options.get("initial", {})}
        super().__init__(*args, **options)
        self.options["today"] = today
        self.fields["planned_on"].earliest = today  # type: ignore[attr-defined]


class CancelForm(EditForm):
    """Why a round will not happen, or did not."""

    cancelled_reason = forms.CharField(label="Why?", max_length=500, widget=forms.Textarea(attrs={"rows": "3"}))


class LinkForm(forms.Form):
    """Which recorded visit an entry became."""

    visit = forms.ChoiceField(label="Which visit was it?", widget=Radios)

    def __init__(self, *args: Any, visits: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["visit"].choices = list(visits)  # type: ignore[attr-defined]


class CoverForm(forms.Form):
    """Who sees to which children while somebody is away."""

    children = forms.MultipleChoiceField(label="Which children?", widget=Checkboxes)
    by_worker = forms.ChoiceField(label="Who covers?", widget=Radios)
    first_day = DayField(label="From which day?", called="the first day")
    last_day = DayField(label="To which day?", called="the last day", help_text="That day is counted.")
    reason = forms.CharField(
        label="What must they know?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": "3"}),
        help_text="What to see to. Not why their colleague is away.",
    )

    def __init__(
        self,
        *args: Any,
        children: Sequence[tuple[str, str]],
        workers: Sequence[tuple[str, str]],
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.fields["children"].choices = list(children)  # type: ignore[attr-defined]
        self.fields["by_worker"].choices = list(workers)  # type: ignore[attr-defined]
        self.fields["first_day"].earliest = today  # type: ignore[attr-defined]
        self.fields["last_day"].earliest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """It ends after it begins, within three months: longer than that, the case is given to somebody else."""
        typed = super().clean() or {}
        first, last = typed.get("first_day"), typed.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", "The last day can’t be before the first")
        if first and last and (last - first).days > LONGEST_COVER:
            self.add_error("last_day", "Cover lasts at most three months. For longer, give the case to somebody else")
        return typed


LONGEST_COVER = 92


def _named(head: Head, today: date) -> str:
    age = head.age(today)
    return f"{head.name}, {age}" if age else head.name


def _choices(codes: str) -> list[tuple[str, str]]:
    return [(one.code, one.label or one.code) for one in codeset(codes).codes]
