"""The pages of Annex A in Chromium: clean by axe, whole at a phone's width, and without JavaScript."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.service.conftest import TODAY
from tests.service.in_browser import faults, open_page
from tests.service.people import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
FRONT = "/data-out/annex-a/"
PAGES = ("", "lists/8/", "lists/8/rows/2/", "queries/")


@pytest.fixture(autouse=True)
def here(settings: Any, tmp_path: Path) -> None:
    """The day is that of the little council."""
    settings.TODAY, settings.FILES, settings.INVENTED = TODAY.isoformat(), tmp_path / "files", True


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_clean_and_no_wider_than_its_window(browser: Any, client: Client, page: str, width: int) -> None:
    sign_in(client, "performance_analyst")
    opened = open_page(browser, client, f"{FRONT}{page}", width=width)
    assert faults(opened) == ""
    assert opened.said == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_the_day_can_be_chosen(browser: Any, client: Client) -> None:
    sign_in(client, "performance_analyst")
    page = open_page(browser, client, FRONT, javascript=False)
    page.get_by_role("textbox", name="Day").fill("31")
    page.get_by_role("textbox", name="Month").fill("5")
    page.get_by_role("textbox", name="Year").fill("2021")
    page.get_by_role("button", name="Show that day").click()
    assert "as at the end of 31 May 2021" in page.content()
