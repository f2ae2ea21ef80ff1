"""The planner's pages at a desk and on a phone: axe finds nothing, nothing scrolls sideways."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.service.in_browser import faults, open_page
from tests.service.journeys.planner.test_planner import TODAY, a_team_too_full, lines, planned
from tests.service.people import a_worker, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture
def pages(client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages, with a plan that was worked out twice."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
    settings.TODAY = TODAY.isoformat()
    team = a_team_too_full()
    sign_in(client, "team_manager", worker_id=a_worker(team, "team_manager"), team_id=team)
    first = planned(client, team)
    group, some = next(iter(lines(first).items()))
    answer = client.post(f"/planner/{first.pk}/again/", {f"never-{group}": [some[0].after_worker_id]})
    plan_id = answer["Location"].split("/")[-2]
    return [
        reverse("planner"),
        *(reverse(name, args=[plan_id]) for name in ("plan", "plan-make", "plan-drop")),
        reverse("plan", args=[first.pk]),
        f"{reverse('what-if')}?team={team}&joiners=2&sick=1&target=16&demand=10",
    ]


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, client: Client, pages: list[str], width: int
) -> None:
    assert {page: _found(browser, client, page, width) for page in pages} == dict.fromkeys(pages, ("", True))


def _found(browser: Any, client: Client, page: str, width: int) -> tuple[str, bool]:
    opened = open_page(browser, client, page, width=width, javascript=True)
    return faults(opened), opened.evaluate("document.documentElement.scrollWidth") <= width
