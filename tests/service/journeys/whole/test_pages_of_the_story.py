"""Every page that the story leaves behind, on a phone: axe finds nothing, nothing scrolls sideways."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from onechild.service.record.models import (
    Assessment,
    ChildInNeedPlan,
    ChildProtectionPlan,
    ConferenceArrangement,
    Intake,
    Section47Enquiry,
    StrategyNote,
    Visit,
)
from tests.service.browser.conftest import browser
from tests.service.in_browser import faults, open_page
from tests.service.journeys.whole import story
from tests.service.people import make_user

__all__ = ["browser"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PHONE = 390
OF_A_CHILD = (
    *("child", "child-timeline", "child-chronology", "child-clocks", "child-plans", "child-protection", "child-people"),
    *(
        "child-decisions",
        "child-pathways",
        "people",
        "network",
        "notes",
        "documents",
        "letters",
        "need-plans",
        "child-add",
    ),
)


def test_every_page_of_the_story_can_be_used_on_a_phone(
    browser: Any, client: Client, clock: Any, acting: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
    children = story.whole(client, clock, acting)
    child = children[0]
    clock("2026-11-16 09:00")
    acting(make_user("front_door", worker_id=None, team_id=story.TEAM))
    intake = [Intake.objects.get().pk]
    rows = {
        "strategy": StrategyNote.objects.get(child=child).discussion_id,
        "enquiry": Section47Enquiry.objects.get(child=child).pk,
        "assessment": Assessment.objects.get(child=child).pk,
        "assessment-history": Assessment.objects.get(child=child).pk,
        "conference": ConferenceArrangement.objects.filter(child=child).order_by("pk")[0].pk,
        "protection-plan": ChildProtectionPlan.objects.get(child=child).pk,
        "protection-plan-family": ChildProtectionPlan.objects.get(child=child).pk,
        "need-plan": ChildInNeedPlan.objects.get(child=child).pk,
    }
    pages = [
        *(reverse(name, args=[child.la_child_id]) for name in OF_A_CHILD),
        *(reverse(name, args=[child.la_child_id, key]) for name, key in rows.items()),
        reverse("contact", args=intake),
        reverse("front-door-decide", args=intake),
        *(
            reverse(name)
            for name in ("front-door", "decisions", "my-decisions", "watches", "protection", "assessments")
        ),
    ]
    assert Visit.objects.filter(child=child).count() == 2
    assert {page: _found(browser, client, page) for page in pages} == dict.fromkeys(pages, ("", True))


def _found(browser: Any, client: Client, page: str) -> tuple[str, bool]:
    """What axe finds, and whether all of the page is within a phone's window."""
    opened = open_page(browser, client, page, width=PHONE, javascript=True)
    found = faults(opened), opened.evaluate("document.documentElement.scrollWidth") <= PHONE
    opened.context.close()
    return found
