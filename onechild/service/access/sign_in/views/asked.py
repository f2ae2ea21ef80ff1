"""Which page somebody asked for before they had to sign in: kept to this service's own."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def asked_for(request: HttpRequest) -> str:
    """This function will return the path in `next`, or the front page for anything that leads elsewhere."""
    path = request.POST.get("next") or request.GET.get("next") or "/"
    ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if ours else "/"
