"""The pages of the partner's form: for anybody, asking nothing of the record, the same whoever is signed in.

They are called by config's PublicFormsMiddleware, before anything knows of a person, and as the public role.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.signing import BadSignature, dumps, loads
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from onechild.service.journeys.partner_form.actions import take_in
from onechild.service.journeys.partner_form.forms import PartnerForm, new_once
from onechild.service.record.intake_form.form import MORE

SALT = "onechild.partner_form.done"
NO_FILES = "This form takes no files. Nothing of the file was kept: tell us what is in it, or ring us."
NOT_SENT = (
    "Your browser did not send back the cookie that keeps this form safe, so nothing was sent yet. All that you typed "
    "is below. Press the button again; if that fails, allow cookies for this page, or ring us."
)
HELD_OFF = "Many forms are being sent just now, so yours was not taken in yet. All that you typed is below."


class Request(HttpRequest):
    """A request as the public forms get it: `held_off` is how many seconds to wait, where too much was sent."""

    now: datetime
    held_off: int


@require_http_methods(["GET", "HEAD", "POST"])
@csrf_protect
def form(request: Request) -> HttpResponse:
    """Ask, and take what was told; whatever is wrong, all that was typed stands in the form again."""
    if request.method != "POST":
        return _page(request, PartnerForm(now=request.now, initial={"once": new_once(request.now)}))
    if any(button in request.POST for button in MORE):
        return _page(request, PartnerForm.as_typed(request.POST, now=request.now))
    if getattr(request, "held_off", 0):
        return _page(request, PartnerForm.as_typed(request.POST, now=request.now), status=429, said=HELD_OFF)
    sent = PartnerForm(request.POST, now=request.now)
    if request.FILES:
        sent.add_error(None, NO_FILES)
    if not sent.is_valid():
        return _page(request, _with_key(sent, request), status=400)
    told = sent.told()
    number = take_in(told=told, key=sent.key, now=request.now)
    done = {"n": number, "p": bool(told.intake["professional"]), "d": sent.cleaned_data["danger"] == "yes"}
    return HttpResponseRedirect(reverse("partner-done", args=[dumps(done, salt=SALT)]))


@require_http_methods(["GET", "HEAD"])
def done(request: Request, done: str) -> HttpResponse:
    """Say the acknowledgement number and what happens next: nothing is looked up."""
    try:
        said = loads(done, salt=SALT)
    except BadSignature:
        raise Http404("There is no such page.") from None
    context = {"number": said["n"], "professional": said["p"], "danger": said["d"]}
    return _drawn(request, "done", context)


def not_sent(request: Request) -> HttpResponse:
    """Show the form as it was typed to whoever's browser lost its token; nothing was taken in."""
    typed = PartnerForm.as_typed(request.POST, now=request.now)
    return _page(request, typed, status=403, said=NOT_SENT)


def too_much(request: HttpRequest) -> HttpResponse:
    """Say that more was sent than a form can hold (413): nothing was read of it."""
    return _drawn(request, "too_much", {}, status=413)


def _with_key(sent: PartnerForm, request: Request) -> PartnerForm:
    """A page without a key of ours gets one, so that it can be sent again."""
    if not sent.key:
        data = request.POST.copy()
        data["once"] = new_once(request.now)
        errors = sent.errors
        sent = PartnerForm(data, now=request.now)
        sent._errors, sent.cleaned_data = errors, {}  # type: ignore[attr-defined]
    return sent


def _page(request: Request, form: PartnerForm, *, status: int = 200, said: str = "") -> HttpResponse:
    wait = getattr(request, "held_off", 0)
    context: dict[str, Any] = {"form": form, "said": said, "wait": max(wait // 60, 1) if wait else 0}
    response = _drawn(request, "form", context, status=status)
    if status == 429:
        response["Retry-After"] = str(wait)
    return response


def _drawn(request: HttpRequest, page: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """A page, which can always say whom to ring."""
    number = getattr(request, "front_door_phone", "")
    ring = f"us on {number}, day or night" if number else "the council’s children’s services"
    return render(request, f"partner_form/{page}.html", {**context, "ring": ring}, status=status)
