"""The forms of what a supervision came to: about a child, about the worker, a later note, and the signatures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Self

from django import forms
from django.forms.boundfield import BoundField

from onechild.service.govuk.forms import DayField, Radios
from onechild.service.journeys.supervision.actions.writing import Asked
from onechild.service.journeys.supervision.forms.beginning import words
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models import SupervisionNote

MOST, AHEAD = 3, timedelta(days=366)
COLUMNS = ("promised", "talked", "childs_day", "question", "answer", "decided", "no_direction_words")


class ChildForm(EditForm):
    """What was said of one child; what was promised before comes first."""

    promised = words("What has come of what was promised?", required=False, rows=3)
    talked = words("What did you talk about, and what does it mean?", help_text="Analysis, rather than what happened.")
    childs_day = words(
        "What is an ordinary day like for {name}?", help_text="What the child wakes up to, and who is there."
    )
    question = forms.ChoiceField(label="Which question did you think about together?", required=False)
    answer = words("What came of thinking about it?", required=False)
    decided = words("What do you decide, and why?", help_text="The manager’s own view, the risk named.")
    no_direction_words = words("If you give no direction: why not?", required=False, rows=2)

    def __init__(
        self,
        *args: Any,
        name: str,
        questions: Sequence[Any],
        owners: Sequence[tuple[str, str]],
        opens_with: bool,
        given: bool,
        today: date,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.options |= {
            "name": name,
            "questions": questions,
            "owners": owners,
            "opens_with": opens_with,
            "given": given,
            "today": today,
        }
        self.given, self.opens_with, fields = given, opens_with, dict[str, Any](self.fields)
        fields["childs_day"].label = fields["childs_day"].label.format(name=name)
        fields["question"].choices = [("", "None of these"), *questions, *_kept(self.row, questions)]
        if opens_with:
            fields["promised"].required = True
            fields["promised"].error_messages["required"] = "Say what has come of what was promised"
        else:
            del self.fields["promised"]
        for number in range(MOST):
            self.fields[f"direction_{number}"] = words("What must be done?", required=False, rows=2)
            self.fields[f"owner_{number}"] = forms.ChoiceField(
                label="Who does it?", required=False, choices=[("", "Choose who"), *owners]
            )
            self.fields[f"due_on_{number}"] = DayField(
                label="By when?", called="the day by which it is done", required=False,
                earliest=today, latest=today + AHEAD,
            )  # fmt: skip

    def parts(self) -> list[tuple[BoundField, BoundField, BoundField]]:
        """The places for directions: what, who, by when."""
        return [(self[f"direction_{one}"], self[f"owner_{one}"], self[f"due_on_{one}"]) for one in range(MOST)]

    def columns(self) -> dict[str, Any]:
        """What is kept in the note itself."""
        typed = self.typed
        return {name: typed[name] for name in COLUMNS if name in self.fields}

    def directions(self) -> list[Asked]:
        """The directions that were typed."""
        said = self.cleaned_data
        return [
            Asked(words=said[f"direction_{one}"], owner_id=said[f"owner_{one}"], due_on=said[f"due_on_{one}"])
            for one in range(MOST)
            if said.get(f"direction_{one}")
        ]

    def clean(self) -> dict[str, Any]:
        """A direction has its owner and its day; and there is one, or a reason for none."""
        typed = super().clean() or {}
        for one in range(MOST):
            self._whole(typed, one)
        if typed.get("question") and not typed.get("answer") and "answer" not in self.errors:
            self.add_error("answer", "Say what came of thinking about it")
        any_said = self.given or any(typed.get(f"direction_{one}") for one in range(MOST))
        wrong = any(name.startswith(("direction_", "owner_", "due_on_")) for name in self.errors)
        if not any_said and not wrong and not typed.get("no_direction_words"):
            self.add_error("no_direction_words", "Give a direction above, or say why there is none")
        return typed

    def _whole(self, typed: dict[str, Any], one: int) -> None:
        said, owner, due = (typed.get(f"{name}_{one}") for name in ("direction", "owner", "due_on"))
        if not (said or owner or due):
            return
        if not said:
            self.add_error(f"direction_{one}", "Say what must be done")
        if not owner and f"owner_{one}" not in self.errors:
            self.add_error(f"owner_{one}", "Choose who does it")
        if not due and f"due_on_{one}" not in self.errors:
            self.add_error(f"due_on_{one}", "Enter the day by which it is done")

    def again(self, **options: Any) -> Self:
        """The same form anew, with the directions as typed: they clash with nobody's."""
        said = [f"{name}_{one}" for one in range(MOST) for name in ("direction", "owner", "due_on")]
        typed = {name: self.cleaned_data.get(name) for name in said}
        return super().again(**{**options, "initial": {**typed, **options.get("initial", {})}})

    def _names(self) -> list[str]:
        return [name for name in COLUMNS if name in getattr(self, "fields", self.base_fields)]


class PersonalForm(EditForm):
    """A worker's own supervision."""

    wellbeing = words("How are you, and what would help?", required=False)
    workload = words("How is the workload?", required=False)
    learning = words("What are you learning, and what do you want to learn?", required=False)
    practice = words("What goes well in your practice, and what is hard?", required=False)
    agreed = words("What did you agree, who does it and by when?", missing="Say what you agreed")


class LaterForm(forms.Form):
    """What came up after it was signed."""

    said = words("What came up later?", help_text="What was signed stays as it is; this stands under it.")


class SupervisorSignForm(forms.Form):
    """The supervisor's signature, with the day of the next one."""

    next_on = DayField(label="When is the next one?", called="the day of the next supervision")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["next_on"].earliest = today + timedelta(days=1)  # type: ignore[attr-defined]


class WorkerSignForm(forms.Form):
    """The worker's signature: agreeing or not, with words of their own."""

    agrees = forms.TypedChoiceField(
        label="Is this what you talked about and agreed?",
        choices=[("yes", "Yes"), ("no", "No, I don’t agree with all of it")],
        coerce=lambda value: value == "yes",
        widget=Radios,
        error_messages={"required": "Choose whether you agree"},
    )
    said = words("What do you want to add?", help_text="If you don’t agree, say with what.", required=False)

    def clean(self) -> dict[str, Any]:
        """Not agreeing needs words."""
        typed = super().clean() or {}
        if typed.get("agrees") is False and not typed.get("said"):
            self.add_error("said", "Say what you don’t agree with")
        return typed


def _kept(row: Any, questions: Sequence[Any]) -> list[tuple[str, str]]:
    """The question kept in the note, where it is no longer asked."""
    known = {words for _, group in questions for words, _ in group}
    kept = row.question if isinstance(row, SupervisionNote) else ""
    return [(kept, kept)] if kept and kept not in known else []
