"""Finds the child whom a form names by id, as far as whoever asks may know of them."""

from __future__ import annotations

from django import forms
from django.http import Http404

from onechild.service.access.gate import open_child
from onechild.service.access.viewer import NotAllowed, Request
from onechild.service.record.models import Child


def child_named(request: Request, form: forms.Form, *, what: str) -> Child | None:
    """This function will return the child, or say on the form that there is none whom this person may open."""
    try:
        return open_child(request, form.cleaned_data["child"].strip(), what=what)
    except (Http404, NotAllowed):
        form.add_error("child", "There is no child with this id whose record you may open")
        return None
