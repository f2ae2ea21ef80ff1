"""Answers the open pages before anything knows of a person: no session, no viewer, and no question to the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any, NoReturn

from django.db import DEFAULT_DB_ALIAS, connections
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import Resolver404, ResolverMatch, resolve

from onechild.service.access.public_pages import OPEN_PAGES

KEPT_FOR = "public, max-age=3600"
READING = ("GET", "HEAD")


class AskedTheDatabase(RuntimeError):
    """An open page asked the database something: it has no business there."""


class OpenPagesMiddleware:
    """Calls the view of an open page at once, with the database shut; hands every other page on.

    It stands after the limits of rate, and before sessions are joined to people. What it answers is the same for
    everybody, so that it may be kept for an hour.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        match = _open_page(request)
        if match is None:
            return self.get_response(request)
        if request.method not in READING:
            return HttpResponseNotAllowed(READING)
        request.resolver_match = match
        with _shut():
            response: HttpResponse = match.func(request, *match.args, **match.kwargs)
        if response.status_code == HTTPStatus.OK:
            response.open_to_all = True  # type: ignore[attr-defined]
            response.headers["Cache-Control"] = KEPT_FOR
        return response


def _open_page(request: HttpRequest) -> ResolverMatch | None:
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return None
    return match if match.view_name in OPEN_PAGES else None


@contextmanager
def _shut() -> Iterator[None]:
    """Nothing in the block can get a cursor, neither for a statement nor for a function of the database."""
    here = connections[DEFAULT_DB_ALIAS]  # this thread's own
    here.cursor = here.chunked_cursor = _refuse  # type: ignore[method-assign]
    try:
        yield
    finally:
        del here.cursor, here.chunked_cursor


def _refuse(*asked: Any, **how: Any) -> NoReturn:
    raise AskedTheDatabase("an open page may not ask the database anything")
