"""A team's page, the waiting list, a worker's leave, a team's targets: axe at a desk and on a phone, nothing wider."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from tests.service.conftest import TODAY
from tests.service.desk.staffing.test_team_page import held, on_leave, waits
from tests.service.in_browser import faults, open_page
from tests.service.people import a_worker, a_worker_with_children, sign_in, team_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture
def pages(client: Client, settings: Any) -> list[str]:
    """The pages, for a manager: two children wait, one with nobody named, and a worker goes on leave."""
    settings.TODAY = TODAY.isoformat()
    worker = a_worker_with_children()
    team_id = team_of(worker)
    manager = a_worker(team_id, "team_manager")
    [first, second, *_] = held(worker)
    waits(first, team_id, since=date(2026, 11, 17), priority="high", manager=manager)
    waits(second, team_id, since=date(2026, 11, 20))
    on_leave(worker, TODAY + timedelta(days=2), TODAY + timedelta(days=16))
    sign_in(client, "service_manager", worker_id=manager, team_id=team_id)
    return [
        f"/teams/{team_id}/",
        "/waiting/",
        f"/children/{first.la_child_id}/waiting-look/",
        f"/workers/{worker}/",
        f"/workers/{worker}/?show=load",
        f"/workers/{worker}/leave/",
        f"/workers/{worker}/limit/",
        f"/workers/{worker}/languages-and-areas/",
        f"/teams/{team_id}/targets/",
        f"/teams/{team_id}/targets/caseload_target/",
    ]


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, client: Client, pages: list[str], width: int
) -> None:
    assert {page: _found(browser, client, page, width) for page in pages} == dict.fromkeys(pages, ("", True))


def _found(browser: Any, client: Client, page: str, width: int) -> tuple[str, bool]:
    opened = open_page(browser, client, page, width=width)
    return faults(opened), opened.evaluate("document.documentElement.scrollWidth") <= width
