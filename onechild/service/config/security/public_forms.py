"""Answers the forms for anybody before anything knows of a person, as the role of the database that reads nothing."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.urls import Resolver404, ResolverMatch, resolve

from onechild.service.access.public_pages import PUBLIC_FORMS
from onechild.service.journeys.partner_form.actions import as_public
from onechild.service.journeys.partner_form.views import too_much


class PublicFormsMiddleware:
    """Calls the view of a public form at once, in a transaction of the public role; hands every other page on.

    It stands after the limits of rate, which for these pages hold off politely (`request.held_off`), and before
    sessions are joined to people: whoever is signed in gets the same page. The views check their own token against
    forgery.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        match = _public_form(request)
        if match is None:
            return self.get_response(request)
        request.resolver_match = match
        try:
            request.POST  # noqa: B018  read here, so that too much of it is said in words
        except (SuspiciousOperation, MultiPartParserError):
            return too_much(request)
        with as_public():
            response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        return response


def _public_form(request: HttpRequest) -> ResolverMatch | None:
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return None
    return match if match.view_name in PUBLIC_FORMS else None
