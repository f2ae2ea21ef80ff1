"""One transaction for each request, entered as its viewer, with one event in the access log at its end."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlencode

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import SimpleTemplateResponse, TemplateResponse
from django.urls import reverse

from onechild.service.access.entering import enter, leave
from onechild.service.access.models import User
from onechild.service.access.public_pages import PUBLIC_PAGES
from onechild.service.access.queries.restricted import who_can_open
from onechild.service.access.viewer import NotAllowed, Request, Viewer

FAULT = 500


class Seen:
    """What a page shows of children, gathered for its one event; called as `request.seen(child_ids, what=...)`."""

    def __init__(self) -> None:
        self.children: dict[str, None] = {}
        self.what: dict[str, None] = {}
        self.kind = "page"

    def __call__(self, child_ids: Iterable[str], *, what: str, kind: str = "page") -> None:
        """Add children to this page's event, and say what was shown of them."""
        self.children.update(dict.fromkeys(str(child_id) for child_id in child_ids))
        self.what[what] = None
        self.kind = kind if kind != "page" else self.kind


class ViewerMiddleware:
    """Sets `request.viewer` and `request.seen`; has whoever is not signed in do so first; keeps or undoes the whole."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        with transaction.atomic():
            request.seen = Seen()
            request.viewer = enter(_signed_in(request), now=request.now)
            response = self.get_response(request)
            if response.status_code >= FAULT or connection.needs_rollback:
                transaction.set_rollback(True)
            else:
                _note(request, request.viewer, request.seen, response)
                leave()
        return response

    def process_view(
        self, request: Request, view: Callable[..., Any], args: Any, values: Any
    ) -> HttpResponseRedirect | None:
        """Send whoever is not signed in to the sign-in page, but for the pages that need none."""
        match = request.resolver_match
        if request.viewer.signed_in or (match and match.url_name in PUBLIC_PAGES):
            return None
        back = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
        return HttpResponseRedirect(f"{reverse('sign-in')}?{back}" if back else reverse("sign-in"))

    def process_exception(self, request: Request, exception: Exception) -> SimpleTemplateResponse | None:
        """Say to whoever may not that they may not, who can, and how to ask."""
        if not isinstance(exception, NotAllowed):
            return None
        people = who_can_open(exception.child_id) if exception.child_id else []
        given = {"refused": exception, "people": people, "may_break": request.viewer.may("break_glass")}
        return TemplateResponse(request, "access/not_allowed.html", given, status=403).render()


def _signed_in(request: Request) -> User | None:
    user: Any = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else None


def _note(request: Request, viewer: Viewer, seen: Any, response: HttpResponse) -> None:
    if not seen.what or not viewer.signed_in:
        return
    if response.streaming and seen.children:
        raise RuntimeError("a page that shows children is not streamed: its event belongs in the same transaction")
    with connection.cursor() as cursor:
        cursor.callproc(
            "access_note",
            [
                _session_of(request),
                seen.kind,
                "; ".join(seen.what),
                request.resolver_match.url_name or "" if request.resolver_match else "",
                request.method,
                response.status_code,
                list(seen.children),
                ", ".join(dict.fromkeys(held.role for held in viewer.roles)),
            ],
        )


def _session_of(request: Request) -> str:
    """A session is told from another in the log without giving its key away."""
    key = request.session.session_key or ""
    return hashlib.sha256(key.encode()).hexdigest()[:16] if key else ""
