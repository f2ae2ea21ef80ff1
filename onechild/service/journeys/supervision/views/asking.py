"""A page with one form: kept as a draft, sent to one action, shown again as typed where that refuses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.supervision.actions.sessions import NotPossible
from onechild.service.record.actions.editing import Stale
from onechild.service.record.models import Child

CLASH = 409
AnyForm = TypeVar("AnyForm", bound=forms.Form)


@dataclass(frozen=True, kw_only=True)
class Page:
    """What stands around the form: where it leads back to, its title, a sentence, its button, its template."""

    back: str
    back_words: str
    title: str
    button: str
    lede: str = ""
    template: str = "supervision/form.html"
    more: Mapping[str, Any] = field(default_factory=dict)


def form_page(
    request: SignedIn,
    form_class: type[AnyForm],
    page: Page,
    *,
    act: Callable[[AnyForm], str],
    child: Child | None = None,
    **options: Any,
) -> HttpResponse:
    """Show the form, or hand it to `act`, which does what it asks and returns the address to go to."""
    draft, status = draft_of(request, child=child), 200
    posted = request.method == "POST"
    form = form_class(request.POST, **options) if posted else filled(form_class, draft, **options)
    if posted and form.is_valid():
        try:
            address = act(form)
        except NotPossible as refused:
            form.add_error(None, str(refused))
        except Stale as stale:
            form, status = form.after(stale), CLASH  # type: ignore[attr-defined]
        else:
            done_with(request, child=child)
            return HttpResponseRedirect(address)
    context = {"form": form, "draft": draft, "page": page, **page.more}
    return render(request, page.template, context, status=status)
