"""The sign-in page, the page of a locked account, and signing out."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import authenticate
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from onechild.service.access.models import User
from onechild.service.access.sign_in import pending
from onechild.service.access.sign_in.actions import codes, signing_in
from onechild.service.access.sign_in.forms import WRONG, SignInForm
from onechild.service.access.sign_in.request import Request
from onechild.service.access.sign_in.views.asked import asked_for


@sensitive_post_parameters("password")
def sign_in(request: Request) -> HttpResponse:
    """Ask for e-mail address and password; lead on to the one-time code."""
    then = asked_for(request)
    if request.user.is_authenticated:
        return redirect(then)
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = _known(request, form.cleaned_data)
        if user is not None:
            return _onwards(request, user, then)
        form.add_error(None, WRONG)
    late = signing_in.BEFORE in request.session
    words = {"form": form, "next": then, "query": urlencode({"next": then}), "rules": request.rules, "late": late}
    return render(request, "sign_in/sign_in.html", words)


@require_POST
def sign_out(request: Request) -> HttpResponse:
    """End this session."""
    signing_in.sign_out(request)
    return redirect("sign-in")


def locked_out(request: Request, response: HttpResponse | None, credentials: dict[str, Any] | None) -> HttpResponse:
    """Show, in place of the sign-in page, that there were too many tries, how long it lasts and who can end it."""
    minutes = int(request.rules.locked_for.total_seconds() // 60)
    words = {"minutes": minutes, "tries": request.rules.tries}
    page = render(request, "sign_in/locked.html", words, status=429)
    page["Retry-After"] = str(minutes * 60)
    return page


def _known(request: Request, given: dict[str, Any]) -> User | None:
    user = authenticate(request, username=given["email"].lower(), password=given["password"])
    return user if isinstance(user, User) else None


def _onwards(request: Request, user: User, then: str) -> HttpResponse:
    """A demonstration asks for no code; else the code, or first the setting up of what makes it."""
    if not request.rules.codes:
        signing_in.sign_in(request, user=user, how="password (demonstration)")
        return redirect(then)
    pending.begin(request, user=user, then=then, now=request.clock)
    return redirect("sign-in-code" if codes.has_authenticator(user) else "sign-in-set-up")
