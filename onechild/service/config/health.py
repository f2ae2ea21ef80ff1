"""Two addresses for machines: `/healthz` (this process is alive) and `/readyz` (it can do its work).

They are answered before anything else, so they need no session, no host name and no sign-in. They say yes or no;
the reason goes to the log, and `onechild doctor` tells it to whoever runs the machine.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from onechild.service.config import readiness

log = logging.getLogger("onechild.health")


class HealthMiddleware:
    """Answers the two addresses ahead of all other middleware: a machine that asks knows no host name."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        page = {"/healthz": alive, "/readyz": ready}.get(request.path_info)
        return page(request) if page else self.get_response(request)


def alive(request: HttpRequest) -> HttpResponse:
    """Say that this process answers, whatever else is wrong."""
    return _said("alive", 200)


def ready(request: HttpRequest) -> HttpResponse:
    """Say whether this OneChild can do its work; 503 where it can't, with the reason in the log alone."""
    # The real moment, even where a demonstration stands still: heartbeats go on.
    unwell = [one for one in readiness.answers(now=timezone.now(), files=settings.FILES) if not one.well]
    for one in unwell:
        log.warning("not ready", extra={"check": one.key})
    return _said("not ready", 503) if unwell else _said("ready", 200)


def _said(words: str, status: int) -> HttpResponse:
    answer = HttpResponse(f"{words}\n", status=status, content_type="text/plain; charset=utf-8")
    answer["Cache-Control"] = "no-store"
    return answer
