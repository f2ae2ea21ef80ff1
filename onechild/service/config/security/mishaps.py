"""The pages for what went wrong, in the look of the house and without detail: 400, 403, 404, 500, form not sent."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.urls import reverse

from onechild.service.config.security.late_forms import keep_late_form
from onechild.service.journeys.partner_form import views as partner_form


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that what was sent can't be understood (400)."""
    return _page("bad_request", 400)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that this person may not do that (403)."""
    return render(request, "mishaps/not_allowed.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is no such page (404)."""
    return render(request, "mishaps/not_found.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that OneChild is at fault (500); reads no database, which may be what is broken."""
    return _page("broken", 500)


def not_sent(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form could not be taken because its token is not this session's (403); keep it if we can."""
    if request.path_info == reverse("partner-form"):
        return partner_form.not_sent(cast(partner_form.Request, request))
    draft = keep_late_form(request) if hasattr(request, "viewer") else None
    answer = render(request, "mishaps/not_sent.html", {"draft": draft}, status=403)
    if draft is not None:
        answer["X-Draft-Kept"] = "yes"  # for the script that keeps what is typed
    return answer


def _page(name: str, status: int) -> HttpResponse:
    return HttpResponse(loader.render_to_string(f"mishaps/{name}.html"), status=status)
