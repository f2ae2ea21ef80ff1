"""What people are asked for when they send files, mend what could not be read, link records and compare lists."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms

from onechild.service.exchange.reconciling import WHAT
from onechild.service.exchange.uploads import Meant
from onechild.service.govuk.forms import DayField
from onechild.service.record.models import SourceSystem


class Files(forms.ClearableFileInput):
    """A box for several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or several files."""

    widget = Files

    def clean(self, data: Any, initial: Any = None) -> Any:
        """This function will return the files as a list."""
        one = super().clean
        return [one(each, initial) for each in data] if isinstance(data, list) and data else [one(data, initial)]


class UploadForm(forms.Form):
    """The files, and what only whoever sends them knows."""

    sent = FilesField(
        label="The files",
        help_text="One or several of a children in need census, SSDA903, Annex A, SSD, or an extract as a zip. "
        "What each is, is told by what it holds, whatever it is called.",
        error_messages={"required": "Choose the files to send", "empty": "One of these files is empty"},
    )
    source = forms.CharField(
        label="The system they come from",
        help_text="A short code, small letters and digits, the same each time, such as mosaic.",
        max_length=12,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "spellcheck": "false"}),
        error_messages={"required": "Enter the code of the system they come from"},
    )
    source_name = forms.CharField(
        label="What people call it", required=False, max_length=60, help_text="Only where it is new."
    )
    year = forms.IntegerField(
        label="The year a return ends in",
        help_text="For a return of a year, where its files don’t say: 2026 for April 2025 to March 2026.",
        required=False,
        min_value=2005,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-4"}),
    )
    known_at = DayField(
        called="the day the files were made", label="The day the files were made", required=False,
    )  # fmt: skip
    older = forms.BooleanField(
        label="These are older than what is loaded, and that is meant",
        help_text="It takes the record back to what the system said then.",
        required=False,
    )

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.today = today
        self.fields["year"].max_value = today.year + 1  # type: ignore[attr-defined]
        known = SourceSystem.objects.order_by("pk").first()
        if known and not self.is_bound:
            self.fields["source"].help_text = f"A short code, the same each time. The main system’s is {known.code}."

    def clean_source(self) -> str:
        """This function will return the code, or say what a code is."""
        code = str(self.cleaned_data["source"]).strip()
        if not re.fullmatch(r"[a-z0-9]{1,12}", code) or code == "oc":
            raise forms.ValidationError("A code has 1 to 12 small letters and digits, such as mosaic")
        return code

    def clean_known_at(self) -> date | None:
        """This function will return the day, or say that it is to come."""
        day: date | None = self.cleaned_data["known_at"]
        if day and day > self.today:
            raise forms.ValidationError("The day the files were made can’t be to come")
        return day

    def meant(self) -> Meant:
        """This function will return what was said of the files."""
        given = self.cleaned_data
        return Meant(
            source=given["source"], source_name=given["source_name"], year=given["year"], known_at=given["known_at"],
            older=given["older"],
        )  # fmt: skip


class ReasonForm(forms.Form):
    """A reason, in words."""

    reason = forms.CharField(label="Why?", error_messages={"required": "Say why"}, max_length=500)


class PairForm(forms.Form):
    """Two records, by their public ids."""

    kept = forms.CharField(label="The record that is kept (id)", max_length=20)
    joined = forms.CharField(label="The record that is joined to it (id)", max_length=20)

    def clean(self) -> dict[str, Any]:
        """This function will refuse one and the same record."""
        given = {name: str(value).strip() for name, value in (super().clean() or {}).items()}
        if given.get("kept") and given.get("kept") == given.get("joined"):
            raise forms.ValidationError("These are one record already")
        return given


class LinkForm(forms.Form):
    """Why two records are of one child."""

    reason = forms.CharField(
        label="How do you know that they are one child?",
        help_text="It stays with the link, for whoever has to judge it later.",
        max_length=500,
        error_messages={"required": "Say how you know"},
    )


class TheirListForm(forms.Form):
    """Another system's own list: the file, what it counts, and the day."""

    file = forms.FileField(
        label="Their list", help_text="CSV or XLSX with a header row: a child’s id, and what is counted.",
        error_messages={"required": "Choose their list", "empty": "The file is empty"},
    )  # fmt: skip
    name = forms.CharField(label="Whose list it is", max_length=60, help_text="Such as Mosaic.")
    what = forms.ChoiceField(
        label="What it counts", choices=[("", ""), *((key, words) for key, words in WHAT.items())],
        error_messages={"required": "Choose what the list counts"},
    )  # fmt: skip
    as_at = DayField(called="the day of the list", label="As at which day?")
    id_column = forms.CharField(
        label="The heading of the child’s id", max_length=100, required=False,
        help_text="Leave it empty where it is the first column.",
    )  # fmt: skip
    yes_column = forms.CharField(
        label="The heading of a yes or no column", max_length=100, required=False,
        help_text="Leave it empty where every child on the list is counted.",
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["as_at"].latest = today  # type: ignore[attr-defined]
