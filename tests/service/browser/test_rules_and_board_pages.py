"""Standards, rules and the board in Chromium: axe finds nothing at a desk and on a phone, all without JavaScript."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.models import Obligation
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still, holder
from tests.service.in_browser import faults, open_page
from tests.service.people import child_of, sign_in, team_of

__all__ = ["a_day_that_stands_still", "holder"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PAGES = (
    "/standards/",
    "/standards/?amber=yes",
    "/standards/child_protection_visit_days/",
    "/standards/personal_adviser_age/",
    "/rules/",
    "/rules/initial-child-protection-conference/",
    "/rules/looked-after-visit/",
    "/rules/personal-adviser/",
    "/board/",
    "TEAM/board/",
    "TEAM/board/duties/?which=late",
    "TEAM/board/duties/?which=met",
)


@pytest.fixture
def site(browser: Any, client: Client, holder: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A way to open pages, as the director sees them, with something late."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
    Obligation.objects.filter(child=child_of(holder)).update(
        met_on=None, ended_on=None, due_on=TODAY - timedelta(days=2)
    )
    sign_in(client, "director")

    def opened(address: str, width: int, *, scripts: bool = True) -> Any:
        address = address.replace("TEAM", f"/teams/{team_of(holder)}")
        return open_page(browser, client, address, width=width, javascript=scripts)

    return opened


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(site: Any, address: str, width: int) -> None:
    page = site(address, width)
    assert faults(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.said == []


def test_without_javascript_a_standard_is_set_and_withdrawn(site: Any) -> None:
    page = site("/standards/short_package_visit_weeks/", 390, scripts=False)
    page.fill("input[name=value]", "8")
    page.fill("input[name=from_on_day]", "1")
    page.fill("input[name=from_on_month]", "12")
    page.fill("input[name=from_on_year]", "2026")
    page.fill("textarea[name=reason]", "Agreed by the board")
    page.get_by_role("button", name="Set this standard").click()
    assert "8 weeks from 1 December" in page.locator(".oc-lede").inner_text()
    page.get_by_role("link", name="Withdraw it").click()
    page.fill("textarea[name=reason]", "Too soon")
    page.get_by_role("button", name="Withdraw it").click()
    assert "8 weeks from 1 December" not in page.locator(".oc-lede").inner_text()


def test_without_javascript_a_manager_gets_from_the_board_to_the_child(site: Any) -> None:
    page = site("TEAM/board/", 1280, scripts=False)
    page.locator("section[aria-labelledby=first] a[href*='which=late']").first.click()
    page.locator("section[aria-labelledby=duties] tbody th a").first.click()
    assert page.url.count("/children/") == 1


def test_without_javascript_a_rule_is_found_by_a_word(site: Any) -> None:
    page = site("/rules/", 390, scripts=False)
    page.fill("#rules-q", "adviser")
    page.get_by_role("button", name="Find", exact=True).last.click()
    page.get_by_role("link", name="Appoint a personal adviser").click()
    assert page.get_by_role("heading", name="An example").is_visible()
