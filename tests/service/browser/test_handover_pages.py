"""The handover's pages in Chromium: axe finds nothing on any, none scrolls sideways."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from onechild.service.record.actions import handovers
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Direction, Handover, Visit, VisitNote, WarningNote
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still
from tests.service.in_browser import faults, open_page
from tests.service.journeys.handover.test_handovers import NOW, Change

__all__ = ["a_day_that_stands_still"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
SHOTS = os.environ.get("ONECHILD_SHOTS", "")


@pytest.fixture
def row() -> Handover:
    """A handover half written, of a child about whom the record says much."""
    change = Change()
    day: dict[str, Any] = {"child": change.child, "recorded_on": TODAY}
    with change_set(by="a test", kind="edit", words="what a next worker must know"):
        WarningNote.objects.create(
            **day, kind="risk_to_worker", words="Go in twos: the dog bites.", started_on=TODAY,
            review_by=date(2027, 2, 1), told=False, not_told_reason="The owner is not known",
        )  # fmt: skip
        Direction.objects.create(
            **day, happened_on=date(2026, 11, 2), owner_id=change.leaver_id, words="Ring the school nurse about the "
            "cough", due_on=date(2026, 11, 16), given_in="supervision",
        )  # fmt: skip
        visit = Visit.objects.create(**day, happened_on=date(2026, 11, 18), purpose="child_in_need", seen=True)
        VisitNote.objects.create(
            **day, visit=visit, place="home", childs_words="I sleep at Nan’s when it is loud.",
            direct_work="Three houses, with felt pens.", next_on=date(2026, 12, 2),
        )  # fmt: skip
    made = change.made()
    written = handovers.Written(
        words="Ring Nan first, before two. Long silences are thinking: wait.",
        childs_words="I don’t like being asked about Dad in the car.",
        childs_words_on=date(2026, 11, 20),
        meet_on=date(2026, 11, 30),
    )
    handovers.finish(handover=made, written=written, seen_version=made.edit_version, by=change.manager, now=NOW)
    made.refresh_from_db()
    made.manager = change.manager  # type: ignore[attr-defined]
    made.team_id = change.team_id  # type: ignore[attr-defined]
    return made


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser: Any, client: Client, row: Any, width: int) -> None:
    client.force_login(row.manager, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    of_row = [row.child.la_child_id, row.pk]
    pages = {
        "list": reverse("handovers", args=of_row[:1]),
        "pack": reverse("handover", args=of_row),
        "write": reverse("handover-finish", args=of_row),
        "met": reverse("handover-met", args=of_row),
        "team": reverse("team-continuity", args=[row.team_id]),
    }
    found = {}
    for name, address in pages.items():
        page = open_page(browser, client, address, width=width)
        wide = page.evaluate("document.documentElement.scrollWidth") > width
        if SHOTS:
            page.screenshot(path=str(Path(SHOTS) / f"{name}-{width}.png"), full_page=True)
        found[name] = (faults(page), wide, page.said)
        page.close()
    assert {name: told for name, told in found.items() if told != ("", False, [])} == {}
