"""My day, my children, calendar, diary and cover in Chromium: axe finds nothing, and all works without scripts."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.models import DiaryEntry
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still, holder
from tests.service.desk.planning import plan
from tests.service.desk.test_my_day import owe
from tests.service.in_browser import faults, open_page
from tests.service.journeys.diary.test_cover import away
from tests.service.people import a_worker, child_of, sign_in, team_of

__all__ = ["a_day_that_stands_still", "holder"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PAGES = (
    "/",
    "/?by=child",
    "/?by=round",
    "/my-children/",
    "/my-children/?group=family",
    "/my-day/calendar/",
    "/my-day/calendar/?as=agenda",
    "/my-day/calendar/feed/",
    "/cover/",
    "COVER",
    "PLAN",
    "ROUND",
    "ROUNDmove/",
    "LATE",
)


@pytest.fixture
def world(client: Client, holder: str) -> dict[str, str]:
    """A worker with a late visit, a plan for today and one not written up; a colleague away."""
    child, due = child_of(holder), TODAY - timedelta(days=2)
    owe(child.pk, "child-protection-visit", due)
    [entry] = plan(holder, child, on=TODAY, at=time(14))
    plan(holder, child, on=TODAY - timedelta(days=3))
    away(holder)
    colleague = a_worker(team_of(holder))
    sign_in(client, "team_manager", worker_id=holder, team_id=team_of(holder))
    record = f"/children/{child.la_child_id}/"
    return {
        "COVER": f"/cover/{holder}/",
        "PLAN": f"{record}diary/new/?purpose=child_protection",
        "ROUND": f"/diary/{entry.round_id}/",
        "LATE": f"{record}clocks/late/?clock=child-protection-visit&spell=S1&due={due}",
        "colleague": colleague,
    }


def at(world: dict[str, str], address: str) -> str:
    """The address with what the world has in its place."""
    for name, where in world.items():
        address = address.replace(name, where)
    return address


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, client: Client, world: dict[str, str], address: str, width: int
) -> None:
    page = open_page(browser, client, at(world, address), width=width)
    assert faults(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.said == []


def test_without_scripts_a_visit_is_planned_and_stands_on_my_day(
    browser: Any, client: Client, world: dict[str, str]
) -> None:
    page = open_page(browser, client, at(world, "PLAN"), javascript=False)
    page.get_by_label("Day", exact=True).fill("22")
    page.get_by_label("Month", exact=True).fill("11")
    page.get_by_label("Year", exact=True).fill("2026")
    page.get_by_role("button", name="Put it in my diary").click()
    assert DiaryEntry.objects.filter(planned_on=date(2026, 11, 22)).exists()


def test_on_a_phone_the_month_is_an_agenda(browser: Any, client: Client, world: dict[str, str]) -> None:
    page = open_page(browser, client, "/my-day/calendar/", width=390)
    assert not page.locator("table.oc-month").is_visible()
    assert page.get_by_role("heading", name="Saturday 21 November").is_visible()


def test_a_month_is_a_table_whose_columns_are_days(browser: Any, client: Client, world: dict[str, str]) -> None:
    page = open_page(browser, client, "/my-day/calendar/", width=1280)
    assert page.locator("table.oc-month th[scope=col]").count() == 7
    assert page.locator("[aria-current=date]").inner_text().split() == ["Saturday", "21", "Today"]


def test_late_is_said_in_words_in_the_calendar(browser: Any, client: Client, world: dict[str, str]) -> None:
    page = open_page(browser, client, "/my-day/calendar/", width=1280)
    assert page.locator(".oc-month .oc-mark--late").first.inner_text() in ("Late", "Not recorded: counts as not seen")
