"""The performance pages in Chromium: axe finds nothing at a desk and on a phone, and all works without JavaScript."""

from __future__ import annotations

import mimetypes
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.service.conftest import (
    django_db_modify_db_settings,
    django_db_setup,
    little_hatterton,
    over_plain_http,
    postgres_url,
    service_template,
)
from tests.service.people import sign_in, team_of
from tests.service.working_out import holder, worked_out

__all__ = [
    "django_db_modify_db_settings",
    "django_db_setup",
    "holder",
    "little_hatterton",
    "over_plain_http",
    "postgres_url",
    "service_template",
    "worked_out",
]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
STATIC = Path("onechild/service/govuk/static")
SITE = "http://onechild.test"
PAGES = (
    "/performance/",
    "/performance/caseload/?as_at=2026-11-21&against=2026-10-31",
    "/performance/measures/children-looked-after/",
    "/performance/measures/cases-unallocated/",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, the system's own."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def site(browser: Any, client: Client, holder: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A way to open pages: the browser asks, the test client answers, and nothing goes over a network."""
    # Playwright keeps a loop of its own in this thread; the answers are made one after the other all the same.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
    sign_in(client, "performance_analyst")

    def answer(route: Any) -> None:
        address = route.request.url.removeprefix(SITE)
        if address.startswith("/static/"):
            file = STATIC / address.removeprefix("/static/").split("?")[0]
            route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "text/plain")
            return
        response = client.get(address)
        route.fulfill(status=response.status_code, body=response.content, headers=dict(response.items()))

    def opened(width: int, *, scripts: bool = True) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
        context.route("**/*", answer)
        return context.new_page()

    return opened


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(site: Any, address: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = site(width)
    page.goto(SITE + address)
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_a_reader_gets_from_the_report_to_a_child(site: Any, holder: str) -> None:
    page = site(1280, scripts=False)
    page.goto(f"{SITE}/performance/caseload/?as_at=2026-11-21&against=2026-10-31")
    page.locator("section[aria-labelledby=figures] tbody a").first.wait_for()
    page.locator(f"a[href*='team={team_of(holder)}']").first.click()
    page.locator(f"a[href*='worker={holder.replace(':', '%3A')}']").first.click()
    assert page.locator("section[aria-labelledby=behind] tbody th a").count() > 0


def test_without_javascript_the_days_of_the_report_can_be_chosen(site: Any) -> None:
    page = site(1280, scripts=False)
    page.goto(f"{SITE}/performance/measures/cases-unallocated/")
    page.select_option("#as_at", "2026-10-31")
    page.get_by_role("button", name="Show that day").click()
    assert "at 31 October 2026" in page.locator(".oc-big__of").inner_text()
