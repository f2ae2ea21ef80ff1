"""The gallery of components in Chromium, under the service's own content security policy and with no network."""

from __future__ import annotations

import mimetypes
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import RequestFactory

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.browser.gallery_urls")]
ORIGIN = "http://gallery.test"
POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, the system's own."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
@pytest.mark.parametrize("address", ["/gallery/", "/gallery/?errors"])
def test_axe_finds_nothing(browser: Any, address: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page, _said = _open(browser, address, width)
    found = axe.Axe().run(page)
    assert not found.violations_count, found.generate_report()


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
def test_page_does_not_scroll_sideways(browser: Any, width: int) -> None:
    page, _said = _open(browser, "/gallery/?errors", width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_strict_policy_stops_nothing_and_no_style_is_put_in(browser: Any) -> None:
    page, said = _open(browser, "/gallery/?errors", 1280)
    assert said == []
    assert page.locator("[style], style").count() == 0


def test_scripts_start_and_lead_to_what_is_wrong(browser: Any) -> None:
    page, _said = _open(browser, "/gallery/?errors", 1280)
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    page.locator(".govuk-error-summary__list a").first.click()
    assert page.evaluate("document.activeElement.id") == "id_seen_on_2"


def test_htmx_runs_and_keeps_no_page_in_the_browser(browser: Any) -> None:
    page, _said = _open(browser, "/gallery/", 1280)
    assert page.evaluate("htmx.config.historyCacheSize") == 0
    assert page.evaluate("htmx.config.allowEval") is False


def test_every_part_stands_without_javascript(browser: Any) -> None:
    page, _said = _open(browser, "/gallery/?errors", 390, javascript=False)
    assert page.locator(".govuk-error-summary").is_visible()
    assert page.locator(".oc-table").first.is_visible()
    assert page.locator("form.oc-form button").is_visible()


def test_a_keyboard_reaches_the_main_part_first(browser: Any) -> None:
    page, _said = _open(browser, "/gallery/", 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"


def test_one_drawing_shows_at_each_width(browser: Any) -> None:
    shown = {
        width: _open(browser, "/gallery/", width)[0].locator(".oc-figure svg:visible").get_attribute("class")
        for width in (1280, 390)
    }
    assert shown == {1280: "chart chart--wide", 390: "chart chart--narrow"}


def test_paper_has_a_line_of_its_own_and_no_buttons(browser: Any) -> None:
    page, _said = _open(browser, "/gallery/", 1280)
    page.emulate_media(media="print")
    assert (
        page.locator(".oc-print-head").inner_text().startswith("OneChild, Hatterton Council. Printed by Farida Rahmani")
    )
    assert page.locator(".govuk-button:visible, .oc-header:visible, nav:visible").count() == 0


def _open(browser: Any, address: str, width: int, *, javascript: bool = True) -> tuple[Any, list[str]]:
    """The page, and what the browser complained of."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, base_url=ORIGIN, java_script_enabled=javascript
    )
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.route("**/*", _answer)
    page.goto(address)
    return page, said


def _answer(route: Any) -> None:
    """Answer for the server: the gallery, or a static file as Django finds it."""
    address = urlsplit(route.request.url)
    if address.path == "/gallery/":
        body = _gallery(address.query)
        route.fulfill(body=body, content_type="text/html", headers={"Content-Security-Policy": POLICY})
        return
    found = finders.find(address.path.removeprefix("/static/"))
    if isinstance(found, str):
        route.fulfill(body=Path(found).read_bytes(), content_type=mimetypes.guess_type(found)[0])
    else:
        route.fulfill(status=404)


@cache
def _gallery(query: str) -> bytes:
    from onechild.service.govuk.gallery import gallery

    return gallery(RequestFactory().get(f"/gallery/?{query}")).content
