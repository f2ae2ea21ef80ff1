"""Holds people and addresses to the limits of rate, before a page does any work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils import timezone

from onechild.service.access.sign_in.rates import LIMITS, Limit, waits


class RatesMiddleware:
    """Answers 429, and says how long to wait, to who asks too often. Stands outside the transaction of the page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = list(_asked(request))
        wait = waits(asked, now=timezone.now(), factor=settings.RATE_FACTOR) if asked else 0
        if wait and asked[0][0].politely:
            request.held_off = wait  # type: ignore[attr-defined]  # the page says it itself, and keeps what was typed
        if not wait or asked[0][0].politely:
            return self.get_response(request)
        response = render(request, "sign_in/too_often.html", {"wait": wait}, status=429)
        response["Retry-After"] = str(wait)
        return response


def _asked(request: HttpRequest) -> Iterator[tuple[Limit, str]]:
    try:
        page = resolve(request.path_info).view_name
    except Resolver404:
        return
    for limit in LIMITS:
        if limit.posts and request.method != "POST":
            continue
        if any(fnmatchcase(page, pattern) for pattern in limit.pages):
            yield limit, _whom(request, limit)


def _whom(request: HttpRequest, limit: Limit) -> str:
    if limit.by == "all":
        return ""
    if limit.by == "path":
        return request.path_info
    address = str(request.META.get("REMOTE_ADDR", ""))
    if limit.by == "name":
        return request.POST.get("email", "").strip().lower()
    if limit.by == "person":
        pending = request.session.get("pending") or {}
        return str(request.session.get(SESSION_KEY) or pending.get("user") or address)
    return address
