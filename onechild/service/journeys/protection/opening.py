"""What every page of protection opens with: the child, brothers and sisters, the warnings, and ways to other rooms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from onechild.knowledge.codesets import codeset
from onechild.knowledge.workdays import age_on
from onechild.service.access.drafts.filling import AnyForm, filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.record.models import Child, WarningNote
from onechild.service.record.queries.names import ADULT, Head, heads
from onechild.service.record.queries.people import brothers_and_sisters

MOST_SIBLINGS = 8


@dataclass(frozen=True, kw_only=True)
class Opened:
    """The child of the page, and the brothers and sisters under 18 or unborn whom the viewer may see."""

    child: Child
    head: Head
    others: list[Head]

    @property
    def group(self) -> list[Head]:
        """The child, then the others."""
        return [self.head, *self.others]

    def named(self) -> dict[str, Head]:
        """All of them by id."""
        return {head.child_id: head for head in self.group}

    def chosen(self, public_ids: Iterable[str]) -> list[Child]:
        """The child of the page and whichever others were ticked, by their public ids."""
        wanted = {head.child_id for head in self.others if head.la_child_id in set(public_ids)} | {self.child.pk}
        return list(Child.objects.filter(pk__in=wanted).order_by("pk"))


def opened(request: SignedIn, la_child_id: str, *, what: str, needs: Sequence[str] = ()) -> Opened:
    """This function will open the child for the viewer, note all who are named, and check what the page needs.

    Raises Http404 or NotAllowed, as `open_child` and `check` do.
    """
    child = open_child(request, la_child_id, what=what)
    if needs:
        check(request.viewer, *needs)
    named = heads({child.pk, *brothers_and_sisters(child.pk, today=request.today)}, today=request.today)
    request.seen(named, what=what)
    others = [head for key, head in named.items() if key != child.pk and _young(head, request.today)]
    others.sort(key=lambda head: (head.born_on or date.max, head.child_id))
    head = named.get(child.pk) or _bare(child)
    return Opened(child=child, head=head, others=others[:MOST_SIBLINGS])


def warnings_of(child_id: str, *, today: date) -> list[WarningNote]:
    """This function will return the warnings in force: what to know before ringing or writing to anybody."""
    held = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    return list(WarningNote.objects.filter(held, child_id=child_id, started_on__lte=today).order_by("kind", "pk"))


def choices(codes: str, *, but: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """This function will return a published list as a form asks it."""
    return [(one.code, one.label or one.code) for one in codeset(codes).codes if one.code not in but]


def named_choices(found: Sequence[Head], today: date) -> list[tuple[str, str]]:
    """This function will return children as boxes to tick, by public id, with their ages."""
    return [(head.la_child_id, ", ".join(part for part in (head.name, head.age(today)) if part)) for head in found]


def way(name: str, *args: str) -> str:
    """This function will return the address of a page of another room; nothing where it is not there."""
    try:
        return reverse(name, args=list(args))
    except NoReverseMatch:
        return ""


def form_of(request: SignedIn, page: Opened, form: type[AnyForm], **options: Any) -> AnyForm:
    """This function will return the form as it was sent; before that as its draft was typed, else empty."""
    if request.method == "POST":
        return form(request.POST, **options)
    return filled(form, draft_of(request, child=page.child), **options)


def form_page(
    request: SignedIn, page: Opened, form: Any, *, title: str, button: str, back: str, status: int = 200, **more: Any
) -> HttpResponse:
    """This function will draw a form of this room: one look for all, with its draft and the warnings in force."""
    context = {
        "child": page.child,
        "head": page.head,
        "form": form,
        "title": title,
        "button": button,
        "back": back,
        "draft": draft_of(request, child=page.child),
        "warnings": warnings_of(page.child.pk, today=request.today),
        **more,
    }
    return render(request, "protection/form.html", context, status=status)


def done(request: SignedIn, child: Child, name: str, *args: str, at: str = "") -> HttpResponseRedirect:
    """This function will let go of the draft and lead to a page of the child."""
    done_with(request, child=child)
    return HttpResponseRedirect(f"{reverse(name, args=[child.la_child_id, *args])}{at}")


def _young(head: Head, today: date) -> bool:
    return head.died_on is None and (head.born_on is None or age_on(head.born_on, today) < ADULT)


def _bare(child: Child) -> Head:
    return Head(
        child_id=child.pk,
        la_child_id=child.la_child_id,
        forename="",
        surname="",
        born_on=child.born_on,
        expected_on=child.expected_on,
    )
