"""The performance pages in Chromium: axe finds nothing at a desk and on a phone, and all works without JavaScript."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.service.in_browser import faults, open_page
from tests.service.people import sign_in, team_of
from tests.service.working_out import holder, worked_out

__all__ = ["holder", "worked_out"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PAGES = (
    "/performance/",
    "/performance/caseload/?as_at=2026-11-21&against=2026-10-31",
    "/performance/measures/children-looked-after/",
    "/performance/measures/cases-unallocated/",
    "/performance/measures/cases-held/?by=age",
    "/performance/measures/re-referrals-in-12-months/",
    "/performance/areas/child-protection/",
    "/performance/changes/",
    "/performance/mash/",
    "/performance/legal/",
)


@pytest.fixture
def site(browser: Any, client: Client, holder: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A way to open pages: the browser asks, the test client answers, and nothing goes over a network."""
    # Playwright keeps a loop of its own in this thread; the answers are made one after the other all the same.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
    sign_in(client, "performance_analyst")

    def opened(address: str, width: int, *, scripts: bool = True) -> Any:
        return open_page(browser, client, address, width=width, javascript=scripts)

    return opened


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(site: Any, width: int) -> None:
    # All pages in one test: what stands behind them takes longer to make than they to open.
    assert {page: _found(site(page, width), width) for page in PAGES} == dict.fromkeys(PAGES, ("", True))


def _found(page: Any, width: int) -> tuple[str, bool]:
    """What axe finds, and whether all of the page is within its window."""
    return faults(page), page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_a_reader_gets_from_the_report_to_a_child(site: Any, holder: str) -> None:
    page = site("/performance/caseload/?as_at=2026-11-21&against=2026-10-31", 1280, scripts=False)
    page.locator("section[aria-labelledby=figures] tbody a").first.wait_for()
    page.locator(f"a[href*='team={team_of(holder)}']").first.click()
    page.locator(f"a[href*='worker={holder.replace(':', '%3A')}']").first.click()
    assert page.locator("section[aria-labelledby=behind] tbody th a").count() > 0


def test_without_javascript_the_days_of_the_report_can_be_chosen(site: Any) -> None:
    page = site("/performance/measures/cases-unallocated/", 1280, scripts=False)
    page.select_option("#at", "2026-10-31")
    page.get_by_role("button", name="Show that day").click()
    assert "at 31 October 2026" in page.locator(".oc-big__of").inner_text()
