"""Signs somebody in under a new session key, and out again."""

from __future__ import annotations

from django.contrib.auth import login, logout
from django.http import HttpRequest

from onechild.service.access.models import User
from onechild.service.access.sign_in import pending
from onechild.service.access.sign_in.models import Session
from onechild.service.access.sign_in.sealing import digest

BACKEND = "onechild.service.access.sign_in.backends.PasswordBackend"
BEFORE = "before"  # whose session ended in this browser, for the form that they may have sent too late
LATE = "late"  # that the same person is back, and a form may wait for them


def sign_in(request: HttpRequest, *, user: User, how: str) -> None:
    """Sign somebody in who has shown all that is asked; `how` is said on the list of where they are signed in."""
    pending.forget(request)
    before = request.session.pop(BEFORE, {})
    login(request, user, backend=BACKEND)
    request.session["how"] = how
    if before.get("user") == user.pk:
        request.session[LATE] = True
    request.session.save()
    Session.objects.filter(digest=digest(request.session.session_key or "")).update(
        address=request.META.get("REMOTE_ADDR", ""), browser=_browser(request.headers.get("User-Agent", ""))
    )


def sign_out(request: HttpRequest) -> None:
    """End this session."""
    logout(request)


def _browser(agent: str) -> str:
    """The browser and the machine in words, as far as their own line tells."""
    browsers = (
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    )
    machines = (
        ("Windows", "Windows"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Mac OS", "Mac"),
    )
    browser = next((words for mark, words in browsers if mark in agent), "A browser")
    machine = next((words for mark, words in (*machines, ("Linux", "Linux")) if mark in agent), "")
    return f"{browser} on {machine}" if machine else browser
