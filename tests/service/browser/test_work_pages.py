"""The lists of the work, what can be added to a child, and what recording costs: axe at a desk and on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from onechild.service.journeys.burden.actions import count_sending
from tests.service.in_browser import faults, open_page
from tests.service.journeys.burden.test_burden import MONTH, sent
from tests.service.people import a_worker_with_children, child_of, sign_in, team_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture
def pages(client: Client, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages, for a manager whose team has children; some forms were sent."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
    worker = a_worker_with_children()
    sent(25)
    sent(9, form="child-warning-new", span=9)
    count_sending(form="note-write", month=MONTH, span=None, asked=("words",), answered=("words",))
    sign_in(client, "team_manager", worker_id=worker, team_id=team_of(worker))
    return [reverse("work"), "/burden/", "/", f"/children/{child_of(worker).la_child_id}/add/"]


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, client: Client, pages: list[str], width: int
) -> None:
    assert {page: _found(browser, client, page, width) for page in pages} == dict.fromkeys(pages, ("", True))


def _found(browser: Any, client: Client, page: str, width: int) -> tuple[str, bool]:
    opened = open_page(browser, client, page, width=width, javascript=True)
    return faults(opened), opened.evaluate("document.documentElement.scrollWidth") <= width
