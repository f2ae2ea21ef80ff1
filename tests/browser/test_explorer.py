"""The benchmark explorer in Chromium: axe finds nothing, a keyboard is enough, no script is needed, nothing scrolls."""

from __future__ import annotations

import mimetypes
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.browser.explorer_urls")]
ORIGIN = "http://testserver"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
    " base-uri 'none'"
)
VIEW = "/benchmarks/view/?council=821&measure=rereferral&from=2016&to=2025"
PAGES = (
    "/benchmarks/",
    "/benchmarks/about/",
    "/benchmarks/topics/homes/?council=839",
    "/benchmarks/measures/lac-ks4-avg-prog8/",
    "/benchmarks/councils/839/",
    "/benchmarks/view/?council=839&measure=lacnum&measure=work-force-avgnumcase-sw&other=821&from=2016&to=2025",
    "/benchmarks/view/?council=999&measure=nothing",
)
TARGET = 24  # pixels: the least that WCAG 2.2 asks of a target that stands alone
ALONE_AND_SMALL = """size => [...document.querySelectorAll('button, select, input:not([type=hidden]), summary')]
    .filter(one => { const at = one.getBoundingClientRect(); return at.height > 0 && at.height < size })
    .map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, the system's own."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(browser: Any, address: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page, _said = _open(browser, address, width)
    for details in page.query_selector_all("details"):
        details.evaluate("element => element.open = true")
    found = axe.Axe().run(page)
    assert not found.violations_count, found.generate_report()


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("address", PAGES)
def test_page_does_not_scroll_sideways(browser: Any, address: str, width: int) -> None:
    page, _said = _open(browser, address, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_strict_policy_stops_nothing_and_no_style_is_put_in(browser: Any) -> None:
    page, said = _open(browser, VIEW, 1280)
    assert said == []
    assert page.locator("[style], style").count() == 0


def test_every_target_that_stands_alone_is_large_enough(browser: Any) -> None:
    page, _said = _open(browser, VIEW, 390)
    page.locator("summary").click()
    assert page.evaluate(ALONE_AND_SMALL, TARGET) == []


@pytest.mark.parametrize(("width", "shown"), [(1280, 884), (390, 358)])
def test_each_width_has_its_own_drawings_which_say_the_finding(browser: Any, width: int, shown: int) -> None:
    page, _said = _open(browser, VIEW, width)
    drawings = page.locator("svg.chart:visible")
    assert drawings.count() == 2
    assert drawings.first.bounding_box()["width"] == shown
    assert "lower than England (22.6%)" in drawings.first.locator("title").text_content()


def test_a_council_and_a_measure_are_chosen_by_keyboard_and_without_a_script(browser: Any) -> None:
    page, _said = _open(browser, "/benchmarks/", 390, javascript=False)
    page.locator("#council").focus()
    page.keyboard.type("Lut")
    page.keyboard.press("Tab")
    page.keyboard.type("Re-ref")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/view/?*")
    assert page.url == f"{ORIGIN}/benchmarks/view/?council=821&measure=rereferral"
    assert page.locator("h1").inner_text() == "Luton beside England and similar councils"


def test_what_is_wrong_is_read_first_and_leads_to_its_field(browser: Any) -> None:
    page, _said = _open(browser, PAGES[-1], 1280)
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    page.locator(".govuk-error-summary__list a").first.click()
    assert page.evaluate("document.activeElement.id") == "council"


def test_a_keyboard_reaches_the_main_part_first(browser: Any) -> None:
    page, _said = _open(browser, VIEW, 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"


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
    asked = urlsplit(route.request.url)
    if asked.path.startswith("/static/"):
        found = finders.find(asked.path.removeprefix("/static/"))
        kind = mimetypes.guess_type(asked.path)[0] or "text/plain"
        route.fulfill(body=Path(str(found)).read_bytes(), content_type=kind)
        return
    with ThreadPoolExecutor(1) as apart:  # Django refuses to work inside playwright's loop
        answer = apart.submit(_page, f"{asked.path}?{asked.query}" if asked.query else asked.path).result()
    route.fulfill(
        status=answer.status_code,
        body=answer.content,
        headers={"Content-Type": "text/html", "Content-Security-Policy": POLICY},
    )


def _page(address: str) -> HttpResponse:
    """What the address answers; where it sends on, what stands there, because a browser's route is asked only once."""
    match = resolve(urlsplit(address).path, urlconf="tests.browser.explorer_urls")
    response: HttpResponse = match.func(RequestFactory().get(address), *match.args, **match.kwargs)
    return _page(response["Location"]) if response.has_header("Location") else response
