"""What is wrong with a form, and where: for the summary at the head of a page and for the boxes of a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.formsets import BaseFormSet

from onechild.service.govuk.forms.days import DayInput
from onechild.service.govuk.forms.reading_days import BOXES


@dataclass(frozen=True)
class Wrong:
    """A message, and the address of the field on the page; none where it is about the whole form."""

    text: str
    href: str = ""


def errors_of(form: forms.BaseForm | BaseFormSet[Any]) -> Iterator[Wrong]:
    """This function will yield every message of a form or a formset, fields in their order on the page first."""
    if isinstance(form, BaseFormSet):
        yield from (Wrong(str(message)) for message in form.non_form_errors())
        for part in form.forms:
            yield from errors_of(part)
        return
    yield from (Wrong(str(message)) for message in form.non_field_errors())
    for field in form:
        yield from (Wrong(str(message), f"#{_first_id(field)}") for message in field.errors)


def boxes_of(field: BoundField) -> tuple[str, ...]:
    """This function will return the boxes of a day that are wrong: all, where an error names none."""
    named: list[str] = []
    for error in field.errors.as_data():
        named += (error.params or {}).get("boxes", BOXES)
    return tuple(box for box in BOXES if box in named)


def _first_id(field: BoundField) -> str:
    """The id of what a reader should be led to: the first wrong box, the first choice, or the field itself."""
    widget, id_ = field.field.widget, field.auto_id
    if isinstance(widget, DayInput):
        return widget.id_of(id_, boxes_of(field)[0])
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return f"{id_}_0"
    return field.id_for_label or id_
