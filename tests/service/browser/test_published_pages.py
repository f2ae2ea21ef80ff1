"""The pages of published figures in Chromium: axe finds nothing at a desk and on a phone, and no script is needed."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.service.in_browser import faults, open_page
from tests.service.people import sign_in
from tests.service.telling import late_referral, tell

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, client: Client, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
    told = tell(by="team")
    late_referral()
    sign_in(client, "performance_analyst")
    listed = open_page(browser, client, "/performance/published/", width=width)
    assert faults(listed) == ""
    assert listed.evaluate("document.documentElement.scrollWidth") <= width
    page = open_page(browser, client, f"/performance/published/{told.pk}/", width=width, javascript=False)
    assert page.locator("section[aria-labelledby=changed] tbody tr").count() == 1
    page = open_page(browser, client, f"/performance/published/{told.pk}/", width=width)
    assert faults(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
