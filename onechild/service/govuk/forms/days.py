"""A day in three boxes: day, month and year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from onechild.service.govuk.forms.reading_days import BOXES, NotADay, read_day
from onechild.service.govuk.words import date_only

LABELS = {"day": "Day", "month": "Month", "year": "Year"}


class DayInput(forms.MultiWidget):
    """Three boxes named `name_day`, `name_month` and `name_year`; a whole date sent as `name` is read as well."""

    template_name = "onechild/forms/day.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            box: forms.TextInput({"inputmode": "numeric"}) for box in BOXES
        }
        super().__init__(boxes, attrs)
        self.wrong: tuple[str, ...] = ()

    def decompress(self, value: Any) -> list[str]:
        """The boxes of a day."""
        return [str(value.day), str(value.month), str(value.year)] if isinstance(value, date) else ["", "", ""]

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[str]:
        """What was typed, box by box."""
        typed = [str(part or "") for part in super().value_from_datadict(data, files, name)]
        return typed if any(typed) else [str(data.get(name) or ""), "", ""]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Whether neither a box nor a whole date was sent."""
        return name not in data and super().value_omitted_from_data(data, files, name)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The boxes with their labels, and which of them are wrong."""
        context = super().get_context(name, value, attrs)
        for box, part in zip(BOXES, context["widget"]["subwidgets"], strict=True):
            part |= {"label": LABELS[box], "wide": box == "year", "wrong": box in self.wrong}
        return context

    def id_of(self, id_: str, box: str) -> str:
        """The id of one box, for a link to it."""
        return f"{id_}_{BOXES.index(box)}"


class DayField(forms.Field):
    """A day. `called` is what messages call it ("the date you saw Kayden"); bounds are days, and the reason is said.

    Bounds may be set on a form's field, since today is an argument: `form.fields["seen_on"].latest = today`.
    """

    widget = DayInput

    def __init__(
        self,
        *,
        called: str = "",
        earliest: date | None = None,
        latest: date | None = None,
        latest_words: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.called, self.earliest, self.latest, self.latest_words = called, earliest, latest, latest_words

    def to_python(self, value: Any) -> date | None:
        """The day, or a refusal that says what is wrong."""
        read = value if isinstance(value, date) else read_day(value or ["", "", ""])
        if isinstance(read, NotADay):
            raise _wrong(read.words if read.whole else self._about(read.words), read.boxes)
        return read

    def validate(self, value: Any) -> None:
        """Refuse a day left out that is needed, or one outside its bounds."""
        if value is None:
            if self.required:
                raise _wrong(f"Enter {self._name()}", BOXES)
            return
        if self.latest and value > self.latest:
            raise _wrong(self._about(self.latest_words or f"must be on or before {date_only(self.latest)}"), BOXES)
        if self.earliest and value < self.earliest:
            raise _wrong(self._about(f"must be on or after {date_only(self.earliest)}"), BOXES)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another day was typed."""
        read = read_day(data or ["", "", ""])
        return isinstance(read, NotADay) or read != initial

    def _name(self) -> str:
        return self.called or (f"{self.label}"[:1].lower() + f"{self.label}"[1:] if self.label else "a date")

    def _about(self, words: str) -> str:
        name = self._name()
        return f"{name[:1].upper()}{name[1:]} {words}"


def _wrong(words: str, boxes: tuple[str, ...]) -> ValidationError:
    return ValidationError(words, code="day", params={"boxes": boxes})
