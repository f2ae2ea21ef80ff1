"""Questions that several forms of allocation share: when, why, how urgent, and who saw what before saving."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django import forms

from onechild.knowledge.codesets import codeset
from onechild.service.govuk.forms import DayField, Radios
from onechild.service.record.actions.allocating import First, SetAside, earliest_day

MOST = 4000
LIST = "list"


def reasons() -> list[tuple[str, str]]:
    """The coded reasons for a change of worker, as the return on children looked after has them; none chosen."""
    return [("", "Choose a reason"), *((one.code, one.label or one.code) for one in codeset("sw_change_reason").codes)]


def priorities() -> list[tuple[str, str]]:
    """Urgent, high, medium, low."""
    return [(one.code, one.label or one.code) for one in codeset("allocation_priority").codes]


def text(label: str, *, required: bool = True, rows: int = 3, hint: str = "") -> forms.CharField:
    """A question that is answered in words."""
    widget = forms.Textarea(attrs={"rows": str(rows)})
    return forms.CharField(label=label, required=required, max_length=MOST, widget=widget, help_text=hint)


def priority_field(*, required: bool) -> forms.ChoiceField:
    """How urgently the child needs a worker or a visit."""
    return forms.ChoiceField(label="How urgent is it?", choices=priorities(), required=required, widget=Radios)


class SeenForm(forms.Form):
    """A form that tells whether somebody moved a child since it was opened: `seen` carries each child's stamp."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, stamps: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["seen"] = packed(stamps)

    def stamps(self) -> dict[str, str]:
        """The stamps that were there when the form was opened, child by child."""
        pairs = (one.partition("=") for one in self.cleaned_data["seen"].split(" ") if "=" in one)
        return {child_id: stamp for child_id, _, stamp in pairs}


def packed(stamps: Mapping[str, str]) -> str:
    """Stamps as one hidden field holds them."""
    return " ".join(f"{child_id}={stamp}" for child_id, stamp in stamps.items())


class MoveForm(SeenForm):
    """What every move asks: from which day, why as a code, and why in words."""

    on = DayField(label="From which day?", called="the day")
    reason = forms.ChoiceField(label="Why does it change?", choices=reasons)
    words = text("Why, in words?", hint="It stands on the child’s record and is told to the next worker.")

    def __init__(self, *args: Any, today: date, earliest: date | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        fields: dict[str, Any] = self.fields
        self.initial.setdefault("on", today)
        fields["on"].earliest = earliest or earliest_day(today)


class FirstForm(MoveForm):
    """A move to a worker or on a list: who, who answers meanwhile, what first, and the first-year rule set aside."""

    worker = forms.ChoiceField(label="Who will be their social worker?", widget=Radios)
    manager = forms.ChoiceField(
        label="Which manager answers for the child on the list?",
        required=False,
        help_text="Only if the child waits. This manager looks at the child until there is a worker.",
    )
    priority = priority_field(required=False)
    first = text(
        "What should be done first?",
        required=False,
        rows=2,
        hint="Goes to the worker as your direction and to the list of promises, with your name.",
    )
    first_by = DayField(label="By which day?", called="the day by which that should be done", required=False)
    aside_words = text("Why is the first-year rule set aside for this child?", required=False, rows=2)
    aside_with = forms.ChoiceField(label="Who works beside them?", required=False)
    aside_look = DayField(label="When do you look at this again?", called="the day you look again", required=False)

    def __init__(
        self,
        *args: Any,
        workers: Collection[tuple[str, str]],
        managers: Collection[tuple[str, str]],
        only_list: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        fields: dict[str, Any] = self.fields
        fields["worker"].choices = [*workers, (LIST, "Nobody yet: wait on the team’s list")]
        fields["manager"].choices = [("", "Choose a manager"), *managers]
        fields["aside_with"].choices = [("", "Choose a worker"), *workers]
        fields["first_by"].earliest = fields["aside_look"].earliest = self.today
        self.ask_aside = bool(self.data.get("aside_words") or self.data.get("aside_with"))

    @property
    def to_list(self) -> bool:
        """Whether the child waits on the list."""
        return bool(self.cleaned_data["worker"] == LIST)

    def clean(self) -> dict[str, Any]:
        """On the list somebody answers for the child, and it is said how urgent it is; a direction has a day."""
        typed = super().clean() or {}
        if typed.get("worker") == LIST:
            if not typed.get("manager"):
                self.add_error("manager", "Choose the manager who answers for the child while the child waits")
            if not typed.get("priority"):
                self.add_error("priority", "Choose how urgent it is")
            if typed.get("first"):
                self.add_error("first", "There is no worker yet to do it. Give the direction when there is one")
        if typed.get("first") and not typed.get("first_by") and "first_by" not in self.errors:
            self.add_error("first_by", "Say by which day it should be done")
        if typed.get("aside_words"):
            for name, words in (
                ("aside_with", "Choose who works beside them"),
                ("aside_look", "Say when you look again"),
            ):
                if not typed.get(name) and name not in self.errors:
                    self.add_error(name, words)
        return typed

    def told_first(self) -> First | None:
        """The direction, where there is one."""
        words, on = self.cleaned_data["first"], self.cleaned_data["first_by"]
        return First(words=words, due_on=on) if words and on else None

    def told_aside(self) -> SetAside | None:
        """Why the rule is set aside, where it is."""
        typed = self.cleaned_data
        if not typed["aside_words"]:
            return None
        return SetAside(
            words=typed["aside_words"], co_worker_id=typed["aside_with"] or None, look_again_on=typed["aside_look"]
        )
