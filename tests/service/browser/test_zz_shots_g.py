"""Visits, case notes and documents in Chromium: a visit to three in few taps on a phone, and axe finds nothing."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Child, DiaryEntry, Relationship, Visit, VisitNote
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still, holder
from tests.service.in_browser import faults, open_page
from tests.service.journeys.case_notes.test_case_notes import CALL
from tests.service.people import child_of, give, sign_in, team_of

__all__ = ["a_day_that_stands_still", "holder"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
MOST_TAPS, MOST_SECONDS, TOUCH = 12, 60, 44
OWN = ("seen_", "said_")  # each child's own answers, which are not counted


@pytest.fixture
def three(client: Client, holder: str) -> list[Child]:
    """Three brothers and sisters of the worker who is signed in."""
    sign_in(client, worker_id=holder)
    first = child_of(holder)
    others = list(Child.objects.filter(restricted=None, born_on__gt=date(2012, 1, 1)).exclude(pk=first.pk)[:2])
    with change_set(by="a test", kind="edit", words="brothers and sisters"):
        Relationship.objects.filter(child=first).update(ended_on=date(2026, 1, 1))
        for one in others:
            Relationship.objects.create(child=first, related_child=one, relation="sibling", started_on=one.born_on)
    for one in others:
        give(one, worker_id=holder, team_id=team_of(holder))
    return [first, *others]


class Thumb:
    """Taps on a phone, counted, each on something large enough; what is typed and each child's own answers are not."""

    def __init__(self, page: Any) -> None:
        self.page, self.taps, self.small = page, 0, []

    def tap(self, target: Any, *, own: bool = False) -> None:
        """Tap the middle of it."""
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        if box["height"] < TOUCH:
            self.small.append((target.inner_text()[:40], box["height"]))
        target.click()
        self.taps += 0 if own else 1

    def choose(self, name: str, value: str) -> None:
        """Tap a choice."""
        choice = self.page.locator(f'.govuk-radios__item:has(input[name="{name}"][value="{value}"]) label')
        self.tap(choice, own=name.startswith(OWN))

    def type(self, name: str, words: str) -> None:
        """Tap into a box and type."""
        self.tap(self.page.locator(f"[name={name}]"), own=name.startswith(OWN))
        self.page.keyboard.insert_text(words)


def test_a_visit_to_three_is_recorded_on_a_phone_in_twelve_taps_and_a_minute(
    browser: Any, client: Client, three: list[Child]
) -> None:
    page = open_page(browser, client, f"/children/{three[0].la_child_id}/notes/new/", width=390)
    thumb, began = Thumb(page), time.monotonic()
    thumb.tap(page.get_by_role("link", name="Visit", exact=True))
    thumb.choose("day", TODAY.isoformat())
    thumb.choose("purpose", "child_in_need")
    thumb.type("aim", "See how the new routine goes")
    thumb.choose("place", "home")
    for number in range(3):
        thumb.choose(f"seen_{number}", "alone")
        thumb.choose(f"bedroom_{number}", "yes")
        thumb.type(f"said_{number}", f"My own words, {number}.")
    thumb.type("words", "All three had had breakfast.")
    thumb.choose("next_day", "2026-12-05")
    thumb.tap(page.get_by_role("button", name="Record this visit"))
    page.get_by_role("heading", name="is recorded").wait_for()
    took = time.monotonic() - began
    visits = Visit.objects.filter(origin=None)
    assert {(one.child_id, one.seen_alone, one.bedroom_seen) for one in visits} == {
        (child.pk, True, True) for child in three
    }
    assert len(set(VisitNote.objects.filter(visit__in=visits).values_list("childs_words", flat=True))) == 3
    assert DiaryEntry.objects.filter(planned_on=date(2026, 12, 5)).count() == 3
    assert thumb.small == []
    assert thumb.taps <= MOST_TAPS
    assert took < MOST_SECONDS


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, client: Client, three: list[Child], width: int
) -> None:
    record = f"/children/{three[0].la_child_id}/"
    note = client.post(f"{record}notes/new/correspondence/", {**CALL, "significant": "on", "significance": "Neglect"})
    client.post("/drafts/visit-new/", {"draft_page": f"{record}visits/new/", "words": "half", "from_transcript": "yes"})
    visit = Visit.objects.filter(child=three[0]).order_by("happened_on")[0]
    pages = {
        "choose": f"{record}notes/new/",
        "visit": f"{record}visits/new/",
        "write": f"{record}notes/new/correspondence/",
        "transcript": f"{record}notes/transcript/",
        "note": note["Location"],
        "notes": f"{record}notes/?kind=visit&kind=correspondence",
        "document": f"{record}documents/new/",
        "documents": f"{record}documents/",
        "chronology": f"{record}chronology/?decisions=yes",
        "mark": f"{record}chronology/mark/visit/{visit.pk}/",
        "timeline": f"{record}timeline/",
    }
    found = {}
    for name, address in pages.items():
        page = open_page(browser, client, address, width=width)
        page.screenshot(path=f"/tmp/G/{name}-{width}.png", full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth") > width
        found[name] = (faults(page), wide, page.said)
        page.close()
    assert {name: told for name, told in found.items() if told != ("", False, [])} == {}
