"""The desk's pages in Chromium: axe finds nothing at a desk and on a phone, and all works without JavaScript."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from contextvars import copy_context
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.models import Obligation
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still, holder
from tests.service.people import child_of, sign_in, team_of

__all__ = ["a_day_that_stands_still", "holder"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
STATIC = Path("onechild/service/govuk/static")
SITE = "http://onechild.test"
PAGES = (
    "/",
    "/my-children/",
    "/teams/",
    "TEAM?show=waiting",
    "TEAM?show=active",
    "TEAM?show=members",
    "WORKER",
    "/search/",
)
Opened = Callable[..., Any]


@pytest.fixture
def site(browser: Any, client: Client, holder: str) -> Opened:
    """A way to open pages: the browser asks, the test client answers, and nothing goes over a network."""
    Obligation.objects.filter(child=child_of(holder)).update(
        met_on=None, ended_on=None, due_on=TODAY - timedelta(days=2)
    )
    sign_in(client, "social_worker", worker_id=holder)
    ours = copy_context()

    def answer(route: Any) -> None:
        address = route.request.url.removeprefix(SITE)
        if address.startswith("/static/"):
            file = STATIC / address.removeprefix("/static/").split("?")[0]
            route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "text/plain")
            return
        # Django keeps a connection for each context; the test's own is the one that sees what the test did.
        response = ours.run(client.get, address)
        route.fulfill(status=response.status_code, body=response.content, headers=dict(response.items()))

    def opened(address: str, width: int, *, scripts: bool = True) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
        context.route("**/*", answer)
        page = context.new_page()
        page.goto(SITE + address.replace("TEAM", f"/teams/{team_of(holder)}/").replace("WORKER", f"/workers/{holder}/"))
        return page

    return opened


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(site: Opened, address: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = site(address, width)
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 390])
def test_without_scripts_a_name_is_found_from_any_page(site: Opened, width: int) -> None:
    page = site("/my-children/", width, scripts=False)
    name = page.locator("tbody th a").first.inner_text()
    page.fill("#site-search", name)
    page.click(".oc-search__button")
    assert page.locator("tbody th a").first.inner_text() == name
    assert page.get_by_text("Same name").first.is_visible()


def test_without_scripts_a_list_is_sorted_by_its_headers(site: Opened) -> None:
    page = site("/my-children/", 1280, scripts=False)
    page.get_by_role("link", name="Held since", exact=True).click()
    assert page.url.endswith("sort=since")
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Held since")


def test_without_scripts_a_teams_counts_lead_to_its_parts(site: Opened) -> None:
    page = site("TEAM?show=waiting", 390, scripts=False)
    page.locator(".oc-jump").get_by_role("link", name="Members").click()
    assert page.get_by_role("heading", name="Members").is_visible()


def test_only_what_is_late_is_red(site: Opened) -> None:
    page = site("/", 1280)
    assert page.get_by_text("2 days late").first.is_visible()
    assert page.locator(".oc-jump__item--late").count() == 1
