"""Fills a form with its draft: as typed, half answers too, and without a word about what is still missing."""

from __future__ import annotations

from typing import Any, TypeVar

from django import forms
from django.forms.utils import ErrorDict

from onechild.service.access.drafts.models import Draft
from onechild.service.access.drafts.values import sent_of

AnyForm = TypeVar("AnyForm", bound=forms.BaseForm)


def filled(form: type[AnyForm], draft: Draft | None, **others: Any) -> AnyForm:
    """This function will return the form, empty where there is no draft, else as it was typed; it is not checked."""
    if draft is None:
        return form(**others)
    made = form(sent_of(draft.values), **others)
    # Checked already, as far as Django knows: a draft may lack what a form must have.
    made._errors = ErrorDict()  # type: ignore[attr-defined]
    made.cleaned_data = {}
    return made
