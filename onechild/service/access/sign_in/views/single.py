"""Single sign-on: to the council's own sign-in page, and back with a code (OpenID Connect, with PKCE and a nonce)."""

from __future__ import annotations

import jwt
import requests
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from mozilla_django_oidc.views import OIDCAuthenticationRequestView  # type: ignore[import-untyped]

from onechild.service.access.models import User
from onechild.service.access.sign_in.actions import signing_in
from onechild.service.access.sign_in.provider import Provider, setting
from onechild.service.access.sign_in.request import Request
from onechild.service.access.sign_in.views.asked import asked_for

STATES = "oidc_states"
NOT_WORKING = (SuspiciousOperation, jwt.PyJWTError, requests.RequestException, KeyError, ValueError)


class Ask(OIDCAuthenticationRequestView):  # type: ignore[misc]
    """Leads to the provider's page, with a state, a nonce and a challenge of this session's own."""

    get_settings = staticmethod(setting)


def ask(request: Request) -> HttpResponse:
    """Send the browser to the council's own sign-in page."""
    if not request.rules.single_sign_on:
        raise Http404
    try:
        response: HttpResponse = Ask.as_view()(request)
    except NOT_WORKING:
        return _failed(request, status=503)
    request.session["single_next"] = asked_for(request)
    return response


def back(request: Request) -> HttpResponse:
    """Take the code that the provider gave the browser, once, and sign in whom it stands for."""
    if not request.rules.single_sign_on:
        raise Http404
    states = request.session.get(STATES, {})
    held = states.pop(request.GET.get("state", ""), None)
    request.session[STATES] = states
    user = _user_of(request, held) if held and "code" in request.GET else None
    if user is None:
        return _failed(request, status=403)
    then = request.session.pop("single_next", "/")
    request.session.pop(STATES, None)
    signing_in.sign_in(request, user=user, how="single sign-on")
    return redirect(then)


def _user_of(request: Request, held: dict[str, str]) -> User | None:
    try:
        user = Provider().authenticate(request, nonce=held["nonce"], code_verifier=held["code_verifier"])
    except NOT_WORKING:
        return None
    return user if isinstance(user, User) else None


def _failed(request: Request, *, status: int) -> HttpResponse:
    return render(request, "sign_in/single_failed.html", {"rules": request.rules}, status=status)
