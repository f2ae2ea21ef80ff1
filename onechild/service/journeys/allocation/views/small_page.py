"""A page of one small form about a child: its words, and how it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.allocation.opening import Family
from onechild.service.record.models import Child

CLASH = 409


@dataclass(frozen=True, kw_only=True)
class Page:
    """What the page says besides the form."""

    title: str
    button: str
    lede: str = ""
    notes: Sequence[str] = ()
    clash: str = ""


def shown(
    request: SignedIn, family: Family, form: forms.Form, page: Page, *, draft: Any = None, status: int = 200
) -> HttpResponse:
    """This function will return the page with the form."""
    context = {"family": family, "head": family.head, "form": form, "page": page, "draft": draft}
    return render(request, "allocation/form.html", context, status=status)


def back(child: Child, said: str) -> HttpResponseRedirect:
    """To the page that says who holds the child, which says what was done."""
    return HttpResponseRedirect(f"{reverse('child-allocation', args=[child.la_child_id])}?saved={said}")
