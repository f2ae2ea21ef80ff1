"""Who can open a restricted record; restricting one, naming people on it, lifting it."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from onechild.service.access.actions import restrict as actions
from onechild.service.access.forms import PersonForm, RestrictForm, WordsForm
from onechild.service.access.gate import Standing, standing_of
from onechild.service.access.models import Restriction, User
from onechild.service.access.queries.restricted import restriction_of, who_can_open
from onechild.service.access.refusals import NotPossible
from onechild.service.access.restrictions import class_of
from onechild.service.access.viewer import NotAllowed, Request, needs


def who(request: Request, la_child_id: str) -> HttpResponse:
    """Say who can open a record: for whoever can, and for whoever names people on it."""
    stands = _stands(request, la_child_id, what="who can open the record")
    restriction = restriction_of(stands.child_id)
    given = {
        "la_child_id": la_child_id,
        "stands": stands,
        "restriction": restriction,
        "class": class_of(stands.restriction) if stands.restriction else None,
        "people": who_can_open(stands.child_id),
        "may_restrict": request.viewer.may("restrict_record"),
        "restrict": RestrictForm(prefix="restrict"),
        "person": PersonForm(prefix="name"),
        "lift": WordsForm(prefix="lift"),
    }
    return render(request, "access/who_can_open.html", given)


@require_POST
@needs("restrict_record")
def restrict(request: Request, la_child_id: str) -> HttpResponse:
    """Restrict a record."""
    stands = _stands(request, la_child_id, what="restrict the record")
    form = RestrictForm(request.POST, prefix="restrict")
    if not form.is_valid():
        return _again(request, la_child_id, form, "Restrict this record")
    given = form.cleaned_data
    try:
        actions.restrict(
            child_id=stands.child_id, restriction=given["restriction"], reason=given["reason"],
            people=[given["person"]], by=_user(request), at=request.now,
        )  # fmt: skip
    except NotPossible as refused:
        return _refused(request, refused)
    # Whoever restricts a record may not be named on it, and may then no longer open it.
    return redirect("child-who", la_child_id)


@require_POST
@needs("restrict_record")
def name(request: Request, la_child_id: str) -> HttpResponse:
    """Name somebody."""
    stands = _stands(request, la_child_id, what="name somebody on the restricted record")
    form = PersonForm(request.POST, prefix="name")
    if not form.is_valid():
        return _again(request, la_child_id, form, "Name this person")
    try:
        actions.name(restriction=_made(stands), user=form.cleaned_data["person"], by=_user(request), at=request.now)
    except NotPossible as refused:
        return _refused(request, refused)
    return redirect("child-who", la_child_id)


@require_POST
@needs("restrict_record")
def unname(request: Request, la_child_id: str, user_id: int) -> HttpResponse:
    """Take somebody's name off."""
    stands = _stands(request, la_child_id, what="take a name off the restricted record")
    person = get_object_or_404(User, pk=user_id)
    try:
        actions.unname(restriction=_made(stands), user=person, by=_user(request), at=request.now)
    except NotPossible as refused:
        return _refused(request, refused)
    return redirect("child-who", la_child_id)


@require_POST
@needs("restrict_record")
def lift(request: Request, la_child_id: str) -> HttpResponse:
    """Lift a restriction."""
    stands = _stands(request, la_child_id, what="lift the restriction")
    form = WordsForm(request.POST, prefix="lift")
    if not form.is_valid():
        return _again(request, la_child_id, form, "Lift this restriction")
    try:
        actions.lift(restriction=_made(stands), reason=form.cleaned_data["words"], by=_user(request), at=request.now)
    except NotPossible as refused:
        return _refused(request, refused)
    return redirect("child-who", la_child_id)


def _stands(request: Request, la_child_id: str, *, what: str) -> Standing:
    stands = standing_of(la_child_id)
    if stands is None:
        raise Http404("There is no such child.")
    request.seen([stands.child_id], what=what)
    # Whoever may not open a record keeps nobody's name on it, but for those who decide on emergencies.
    keeps = (
        stands.standing == "restricted" and request.viewer.may("restrict_record") and request.viewer.may("grant_glass")
    )
    if stands.standing != "open" and not keeps:
        raise NotAllowed("You may not open this record.", child=la_child_id, child_id=stands.child_id)
    return stands


def _made(stands: Standing) -> Restriction:
    if (restriction := restriction_of(stands.child_id)) is None:
        raise NotPossible("Only its source restricts this record. Restrict it here to name people on it.")
    return restriction


def _again(request: Request, la_child_id: str, form: forms.Form, button: str) -> HttpResponse:
    return render(request, "access/again.html", {"form": form, "button": button, "la_child_id": la_child_id})


def _refused(request: Request, refused: NotPossible) -> HttpResponse:
    return render(request, "access/not_possible.html", {"words": str(refused)}, status=409)


def _user(request: Request) -> User:
    if request.viewer.user is None:
        raise Http404("Nobody is signed in.")
    return request.viewer.user
