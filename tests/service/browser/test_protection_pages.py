"""The pages of protection in Chromium: axe finds nothing at a desk and on a phone, and nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.models import ConferenceArrangement, StrategyNote
from tests.service.in_browser import faults, open_page
from tests.service.journeys.protection.conftest import Family, People, family, on, people, typed
from tests.service.journeys.protection.steps import (
    CONFERENCE,
    GROUP,
    arranged,
    came,
    concluded,
    decided,
    discussed,
    prepared,
    sent,
    suspected,
)

__all__ = ["family", "on", "people"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
On = Callable[[date], None]


@pytest.mark.parametrize("width", [1280, 390])
def test_before_there_is_a_plan_the_pages_are_clean(
    browser: Any, on: On, people: People, family: Family, width: int
) -> None:
    on(CONFERENCE)
    note = suspected(people, family)
    _clean(browser, people.manager, family.page("strategy/new/"), width)
    _clean(browser, people.manager, family.page(f"strategy/{note.discussion_id}/"), width)
    enquiry = discussed(people, family)
    _clean(browser, people.manager, family.page(f"strategy/{note.discussion_id}/"), width)
    _clean(browser, people.worker, family.page(f"enquiries/{enquiry.pk}/"), width)
    _clean(browser, people.worker, family.page(f"enquiries/{enquiry.pk}/write/"), width)
    _clean(browser, people.worker, family.page("conferences/new/"), width)


@pytest.mark.parametrize("width", [1280, 390])
def test_from_the_conference_on_the_pages_are_clean(
    browser: Any, on: On, people: People, family: Family, width: int
) -> None:
    on(CONFERENCE)
    concluded(people, family)
    row = arranged(people, family)
    prepared(people, family, row, on=CONFERENCE)
    here = family.page(f"conferences/{row.pk}/")
    _clean(browser, people.worker, here, width)
    _clean(browser, people.worker, f"{here}ask/", width)
    _clean(browser, people.chair, f"{here}attendance/", width)
    _clean(browser, people.chair, f"{here}decide/", width)
    came(people, family, row)
    plan = decided(people, family, row)
    _clean(browser, people.chair, here, width)
    on(GROUP)
    page = family.page(f"protection-plans/{plan.pk}/")
    _clean(browser, people.worker, f"{page}core-groups/new/", width)
    group = {**typed("held_on", GROUP), "quorate": "yes", "words": "R has left.", **typed("next_on", date(2026, 8, 14))}
    sent(people.worker, f"{page}core-groups/new/", {**group, "said_0": "It is quiet.", "progress_0": "Calmer."})
    _clean(browser, people.manager, page, width)
    _clean(browser, people.worker, f"{page}family/", width)
    _clean(browser, people.manager, f"{page}end/", width)
    _clean(browser, people.manager, family.page("protection/"), width)
    _clean(browser, people.manager, "/protection/?show=teams", width)
    assert ConferenceArrangement.objects.count() == StrategyNote.objects.count() == 2


def _clean(browser: Any, client: Client, address: str, width: int) -> None:
    page = open_page(browser, client, address, width=width)
    assert page.locator("h1").count() == 1
    assert faults(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.said == []
