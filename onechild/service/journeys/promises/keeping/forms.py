"""The forms of one promise. Those that change its row carry the version that they were filled from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from onechild.service.govuk.forms import DayField, Radios
from onechild.service.record.editing_form import EditForm

Choices = Sequence[tuple[str, str]]
NOBODY: tuple[str, str] = ("", "Choose")


def said(label: str, missing: str, *, help_text: str = "", rows: int = 4) -> forms.CharField:
    """This function will return a field for some sentences, with what is said where it is left empty."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": str(rows)}),
        error_messages={"required": missing},
    )


class GiveForm(forms.Form):
    """What must be done, where it was said, who does it and by when. Nothing is chosen."""

    what = said("What must be done?", "Say what must be done", help_text="One thing, so that it can be kept. Name who "
                "else is needed, and what will show that it was done.")  # fmt: skip
    given_in = forms.ChoiceField(
        label="Where was this said?", widget=Radios, error_messages={"required": "Choose where this was said"}
    )
    row = forms.ChoiceField(
        label="Which one?", required=False, help_text="Leave it where it isn’t in the list, or was said elsewhere."
    )
    owner = forms.ChoiceField(label="Who does it?", error_messages={"required": "Choose who does it"})
    due_on = DayField(label="By when?", called="the day by which it is done")

    def __init__(
        self, *args: Any, sources: Choices, rows: Choices, owners: Choices, today: date, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["given_in"].choices = list(sources)  # type: ignore[attr-defined]
        self.fields["row"].choices = [("", "None of these"), *rows]  # type: ignore[attr-defined]
        self.fields["owner"].choices = [NOBODY, *owners]  # type: ignore[attr-defined]
        self.fields["due_on"].earliest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The row is of the kind that was chosen: a conference is no supervision."""
        typed = super().clean() or {}
        kind = str(typed.get("row") or "").partition(":")[0]
        if kind and typed.get("given_in") and kind != typed["given_in"]:
            self.add_error("row", "Choose one of the same kind, or none of these")
        return typed


class NewsForm(forms.Form):
    """What has happened, while it is not yet kept."""

    said = said("What has happened so far?", "Say what has happened")


class KeptForm(EditForm):
    """What shows that it was kept: a row of the child's record, or words alone; words always."""

    done_on = DayField(label="When was it done?", called="the day it was done")
    evidence = forms.ChoiceField(
        label="What shows it?", required=False, help_text="A visit, note, document or step on the child’s record."
    )
    said = said("What shows it, in words?", "Say what shows that it was kept", help_text="What was found or agreed, "
                "and what changed for the child.")  # fmt: skip

    def __init__(self, *args: Any, evidence: Choices, today: date, given_on: date, **options: Any) -> None:
        self.more = {"evidence": evidence, "today": today, "given_on": given_on}
        super().__init__(*args, **options)
        self.fields["evidence"].choices = [("", "Nothing in this list: my words alone"), *evidence]  # type: ignore[attr-defined]
        self.fields["done_on"].latest = today  # type: ignore[attr-defined]
        self.fields["done_on"].earliest = given_on  # type: ignore[attr-defined]

    def again(self, **options: Any) -> KeptForm:
        """The same form anew, with the same choices."""
        return super().again(**self.more, **options)


class OwnerForm(EditForm):
    """Who does it from now on. The present owner is not chosen."""

    owner_id = forms.ChoiceField(label="Who does it from now on?", error_messages={"required": "Choose who does it"})
    said = said("Why?", "Say why somebody else does it")

    def __init__(self, *args: Any, owners: Choices, **options: Any) -> None:
        self.more = {"owners": owners}
        options["initial"] = {"owner_id": "", **options.get("initial", {})}
        super().__init__(*args, **options)
        self.fields["owner_id"].choices = [NOBODY, *owners]  # type: ignore[attr-defined]

    def again(self, **options: Any) -> OwnerForm:
        """The same form anew, with the same choices."""
        return super().again(**self.more, **options)


class DayForm(EditForm):
    """Another day, and why: each move is counted."""

    due_on = DayField(label="By when now?", called="the new day")
    said = said("Why is the day moved?", "Say why the day is moved", help_text="What stands in the way, what is done "
                "meanwhile, and what it means for the child.")  # fmt: skip

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        self.more = {"today": today}
        options["initial"] = {"due_on": None, **options.get("initial", {})}
        super().__init__(*args, **options)
        self.fields["due_on"].earliest = today  # type: ignore[attr-defined]

    def again(self, **options: Any) -> DayForm:
        """The same form anew, with the same day."""
        return super().again(**self.more, **options)


class DisputeForm(forms.Form):
    """Why its owner can't keep it, or thinks that it is not right."""

    said = said("Why is it not right, or why can’t it be kept?", "Say why", help_text="Whoever gave it answers. It "
                "stays open meanwhile.")  # fmt: skip


class AnswerForm(forms.Form):
    """The answer to a dispute: nothing is chosen, and each answer says why."""

    answer = forms.ChoiceField(
        label="What do you answer?",
        choices=[("stands", "It stands"), ("changed", "It is changed"), ("withdrawn", "It is withdrawn")],
        widget=Radios,
        error_messages={"required": "Choose what you answer"},
    )
    new_words = forms.CharField(
        label="If it is changed: what must be done now?",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": "3"}),
        help_text="Leave empty to keep the words as they are.",
    )
    due_on = DayField(label="If it is changed: by when now?", required=False, called="the new day")
    said = said("Why?", "Say why")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["due_on"].earliest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A change says what changes."""
        typed = super().clean() or {}
        changed = typed.get("new_words") or typed.get("due_on")
        if typed.get("answer") == "changed" and not changed and "due_on" not in self.errors:
            self.add_error("new_words", "Say what must be done now, or by when")
        return typed


class WithdrawForm(EditForm):
    """Why it need not be kept."""

    withdrawn_reason = said("Why is it withdrawn?", "Say why it is withdrawn", help_text="It stays on the record with "
                            "this reason.")  # fmt: skip


class ReopenForm(forms.Form):
    """Why it is opened again, and the new day."""

    said = said("Why is it opened again?", "Say why it is opened again")
    due_on = DayField(label="By when?", called="the day by which it is done")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["due_on"].earliest = today  # type: ignore[attr-defined]
