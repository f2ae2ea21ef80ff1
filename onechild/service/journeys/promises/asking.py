"""A page with one form, about one child: kept as a draft, sent to one action, and shown again where that refuses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.govuk.parts import Fact
from onechild.service.journeys.promises.opening import Opened
from onechild.service.record.actions import promises
from onechild.service.record.actions.editing import Stale
from onechild.service.record.actions.work import challenges

CLASH = 409


@dataclass(frozen=True, kw_only=True)
class Page:
    """What stands around the form: where it leads back to, its title, a sentence, what to know first, its button."""

    back: str
    back_words: str
    title: str
    button: str
    lede: str = ""
    facts: Sequence[Fact] = ()


def form_page(
    request: SignedIn,
    opened: Opened,
    form_class: type[forms.Form],
    page: Page,
    *,
    act: Callable[[Any], str],
    **options: Any,
) -> HttpResponse:
    """Show the form, or hand it to `act`, which does what it asks and returns the address to go to."""
    draft, status = draft_of(request, child=opened.child), 200
    posted = request.method == "POST"
    form: Any = form_class(request.POST, **options) if posted else filled(form_class, draft, **options)
    if posted and form.is_valid():
        try:
            address = act(form)
        except (promises.NotPossible, challenges.NotPossible) as refused:
            form.add_error(None, str(refused))
            status = CLASH
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            done_with(request, child=opened.child)
            return HttpResponseRedirect(address)
    context = {"child": opened.child, "head": opened.head, "form": form, "draft": draft, "page": page}
    return render(request, "promises/form.html", context, status=status)
