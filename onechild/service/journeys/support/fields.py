"""Fields that several forms of this journey ask alike, and the form with which a manager decides."""

from __future__ import annotations

from typing import Any

from django import forms

from onechild.service.govuk.forms import Radios

YES_NO = [(True, "Yes"), (False, "No")]


def words(
    label: str, *, help_text: str = "", required: bool = True, rows: int = 5, missing: str = ""
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


def yes_no(label: str, *, required: bool = True, help_text: str = "") -> forms.TypedChoiceField:
    """This function will return a question to answer with yes or no; neither is chosen."""
    return forms.TypedChoiceField(
        label=label,
        help_text=help_text,
        required=required,
        choices=YES_NO,
        coerce=lambda value: value == "True",
        empty_value=None,
        widget=Radios,
    )


def number(label: str, *, help_text: str = "", required: bool = True, most: int = 400) -> forms.IntegerField:
    """This function will return a field for a whole number from 1."""
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=required,
        min_value=1,
        max_value=most,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-3"}),
    )


class DecideForm(forms.Form):
    """A manager’s answer to written work: nothing is chosen, and either answer says why."""

    answer = forms.ChoiceField(
        label="What do you decide?",
        choices=[("approve", "Approve it"), ("return", "Return it for edits")],
        widget=Radios,
        error_messages={"required": "Choose what you decide"},
    )
    seen = words(
        "What did you read or hear before you decided?",
        help_text="Such as the plan, the assessment, the worker.",
        rows=2,
    )
    reason = words("Why? If you return it: what needs to be changed?", missing="Say why, or what needs to be changed")
