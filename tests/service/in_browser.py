"""Opens pages of the service in Chromium with no server between: the browser asks, Django's test client answers.

So a page is drawn from the transaction of the test, for whoever the client is signed in as.
"""

from __future__ import annotations

import contextvars
import mimetypes
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

ORIGIN = "http://onechild.test"
KEPT = ("Content-Security-Policy", "X-Draft-Kept", "X-Draft-At")
PASSED = ("hx-request", "x-by-itself")


def open_page(browser: Any, client: Client, address: str, *, width: int = 1280, javascript: bool = True) -> Any:
    """This function will return the page at an address, opened; `page.said` lists what the browser complained of."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, base_url=ORIGIN, java_script_enabled=javascript
    )
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    # The driver answers from a context of its own, which would have a database connection of its own.
    here = contextvars.copy_context()
    page.route("**/*", lambda route: _answer(route, lambda *asked: here.copy().run(_ask, client, *asked)))
    page.goto(address)
    return page


def faults(page: Any) -> str:
    """What axe finds, with everything that opens opened; nothing where it finds nothing."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page.evaluate("document.querySelectorAll('details').forEach(element => { element.open = true })")
    found = axe.Axe().run(page)
    return str(found.generate_report()) if found.violations_count else ""


def _answer(route: Any, ask: Callable[..., Any]) -> None:
    request = route.request
    address = urlsplit(request.url)
    if address.path.startswith("/static/"):
        _static(route, address.path.removeprefix("/static/"))
        return
    path = f"{address.path}?{address.query}" if address.query else address.path
    kind = request.headers.get("content-type", "application/octet-stream")
    part = {name: request.headers[name] for name in PASSED if name in request.headers}
    answer = ask(request.method, path, request.post_data_buffer or b"", kind, part)
    kept = {name: answer[name] for name in KEPT if name in answer}
    route.fulfill(status=answer.status_code, body=answer.content, content_type=answer["Content-Type"], headers=kept)


def _ask(client: Client, method: str, path: str, body: bytes, kind: str, part: dict[str, str]) -> Any:
    """What the service answers; where it sends the browser on, the page there, since no server would answer for it."""
    answer = client.generic(method, path, body, content_type=kind, headers={"referer": ORIGIN, **part})
    return client.get(answer["Location"]) if answer.status_code in (301, 302) else answer


def _static(route: Any, name: str) -> None:
    found = finders.find(name)
    if not isinstance(found, str):
        route.fulfill(status=404)
        return
    route.fulfill(body=Path(found).read_bytes(), content_type=mimetypes.guess_type(found)[0])
