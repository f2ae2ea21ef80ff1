"""Keeps a form that was sent after its sender's session had ended, and gives it back once they have signed in again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from onechild.service.access.drafts.models import Draft
from onechild.service.access.drafts.parking import keep, park, unpark
from onechild.service.access.drafts.values import kept_of
from onechild.service.access.sign_in.actions.signing_in import BEFORE, LATE

OWN_PAGES = ("/sign-in/", "/account/")


class ParkMiddleware:
    """Parks the form, sealed, for the person whose session had ended in this browser; the token was checked before.

    The sign-in page carries nothing of it. A part of a page asked for by HTMX is told to go to the sign-in page whole.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        before = request.session.get(BEFORE)
        response = self.get_response(request)
        if SESSION_KEY in request.session or not _leads_to_sign_in(response):
            return response
        page = page_of(request)
        if before and request.method == "POST" and not page.startswith(OWN_PAGES):
            if kept := kept_of(request.POST):
                park(user_id=before["user"], page=page, values=kept, now=request.clock)  # type: ignore[attr-defined]
            response["Location"] = f"{reverse('sign-in')}?{urlencode({'next': page})}"
        if request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Redirect": f"{reverse('sign-in')}?{urlencode({'next': page})}"})
        return response


class UnparkMiddleware:
    """Stands inside the viewer's transaction: makes drafts of what was parked, on the first page after signing in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if SESSION_KEY in request.session and request.session.pop(LATE, False):
            unpark(viewer=request.viewer, user=request.user, now=request.now)  # type: ignore[attr-defined, arg-type]
        return self.get_response(request)


def keep_late_form(request: Any) -> Draft | None:
    """This function will keep, as a draft of whoever is signed in, a form whose token was of an earlier session.

    Only where the browser itself says that a page of ours sent it: no other site can plant a draft.
    """
    kept = kept_of(request.POST)
    if not kept or not request.viewer.signed_in or request.headers.get("Sec-Fetch-Site") != "same-origin":
        return None
    page = page_of(request)
    if page.startswith(OWN_PAGES):
        return None
    return keep(viewer=request.viewer, user=request.user, page=page, values=kept, now=request.now)


def page_of(request: HttpRequest) -> str:
    """This function will return the path of the page that a form stands on, which is not always where it was sent."""
    told = request.POST.get("draft_page") or urlsplit(request.headers.get("HX-Current-URL", "")).path
    return told if told.startswith("/") and not told.startswith("//") else request.path_info


def _leads_to_sign_in(response: HttpResponse) -> bool:
    return response.status_code == 302 and urlsplit(response.get("Location", "")).path == reverse("sign-in")
