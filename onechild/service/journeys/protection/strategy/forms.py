"""The forms of a strategy discussion: to open one, and to write what the agencies shared and decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from onechild.service.govuk.forms import DayField, Radios
from onechild.service.journeys.protection.fields import box, hour, line, not_after, with_whom
from onechild.service.journeys.protection.opening import named_choices
from onechild.service.record.actions.work.meetings import Asked
from onechild.service.record.models.strategy_note import StrategyOutcome
from onechild.service.record.queries.names import Head

# Who is to be there at least, in the order that the page asks; the rest are there where they know the child.
AT_LEAST = {"social_care": "Children’s social care", "police": "Police", "health": "Health"}
BESIDES = {"education": "School, nursery or college", "other": "Anybody else, with their agency"}


@dataclass(frozen=True)
class ChildPart:
    """What is asked of one child."""

    head: Head
    fields: list[BoundField]


class OpenForm(forms.Form):
    """Why the agencies must talk, and about whom."""

    why = box(
        "What makes you suspect significant harm?",
        required=True,
        help_text="What was seen or said, by whom and when. Write it so that it can be read out to the police.",
        error_messages={"required": "Say what makes you suspect significant harm"},
    )
    others = with_whom("Which brothers and sisters is it about as well?")

    def __init__(self, *args: Any, others: Sequence[Head], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["others"].choices = named_choices(others, today)  # type: ignore[attr-defined]
        if not others:
            del self.fields["others"]


class HeldForm(forms.Form):
    """What was shared and decided, once for all, and for each child what was decided and how they are safe tonight."""

    held_on = DayField(label="When did the agencies talk?", called="the day of the discussion")
    held_at = hour()
    chaired_by_name = line("Who led it?", required=True, help_text="Name and post.")
    shared = box("What did each agency share?", required=True, rows=6)
    risk = box("What is the risk, and to whom?", required=True)
    reason = box("Why was it decided so?", required=True)
    medical = box("Is a medical examination needed: by whom, when, or why not?", rows=2)
    agreed_actions = box("Who does what, by when?", rows=3)
    police_reference = line("Police reference", most=100)

    def __init__(self, *args: Any, heads: Sequence[Head], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.heads = heads
        not_after(self.fields["held_on"], today)
        for part, label in {**AT_LEAST, **BESIDES}.items():
            self.fields[f"there_{part}"] = line(
                f"{label}: who was there?", help_text="Name and post. Empty means that nobody was."
            )
        for number, head in enumerate(heads):
            self.fields[f"decided_{number}"] = forms.ChoiceField(
                label=f"What was decided for {head.first_name}?", choices=StrategyOutcome.choices, widget=Radios
            )
            self.fields[f"safety_{number}"] = box(f"How is {head.first_name} safe tonight?", required=True, rows=3)

    def there(self) -> Iterator[BoundField]:
        """Who was there, agency by agency."""
        return (self[f"there_{part}"] for part in (*AT_LEAST, *BESIDES))

    def parts(self) -> Iterator[ChildPart]:
        """What is asked of each child."""
        for number, head in enumerate(self.heads):
            yield ChildPart(head, [self[f"decided_{number}"], self[f"safety_{number}"]])

    def people(self) -> list[Asked]:
        """Those who were there."""
        typed = {part: self.cleaned_data.get(f"there_{part}", "").strip() for part in (*AT_LEAST, *BESIDES)}
        return [Asked(name=name, part=part, attended=True) for part, name in typed.items() if name]

    def answers(self) -> dict[str, tuple[str, str]]:
        """By child: what was decided, and how they are safe."""
        typed = self.cleaned_data
        return {
            head.child_id: (typed[f"decided_{number}"], typed[f"safety_{number}"])
            for number, head in enumerate(self.heads)
        }
