"""A page that is one form: filled from its draft, refused beside the field, settled where two edited one row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.record.actions.editing import Stale
from onechild.service.record.actions.staffing.refused import Refused

CLASH = 409


def form_page(
    request: SignedIn,
    kind: type[Any],
    write: Callable[[Any], str],
    *,
    title: str,
    button: str,
    back: str,
    back_words: str,
    lede: str = "",
    template: str = "drafts/one_form.html",
    context: dict[str, Any] | None = None,
    **options: Any,
) -> HttpResponse:
    """This function will answer a page that is one form without a child.

    `write` takes the valid form, writes, and returns the address to go on to; what it raises as Refused stands beside
    its field, and a Stale is shown to be settled (`kind` is then an EditForm).
    """
    draft = draft_of(request)
    form = kind(request.POST, **options) if request.method == "POST" else filled(kind, draft, **options)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            there = write(form)
        except Refused as refused:
            form.add_error(refused.field, refused.words)
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            done_with(request)
            return HttpResponseRedirect(there)
    shown: dict[str, Any] = {"form": form, "draft": draft, "title": title, "button": button, "lede": lede}
    shown |= {"back": back, "back_words": back_words, "edits": _edits(form), **(context or {})}
    return render(request, template, shown, status=status)


def _edits(form: forms.BaseForm) -> bool:
    """Whether the form edits a row that somebody else may edit too."""
    return hasattr(form, "own_fields")
