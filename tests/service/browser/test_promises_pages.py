"""Promises and challenges in Chromium: axe finds nothing at either width, and no page scrolls sideways."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.actions import promises as actions
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.challenges import Put, raise_challenge
from onechild.service.record.models import Allocation
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still
from tests.service.in_browser import faults, open_page
from tests.service.our_own import a_family
from tests.service.people import a_worker, give, make_user

__all__ = ["a_day_that_stands_still"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
THEN, NOW = datetime(2026, 10, 1, 9, 0, tzinfo=UTC), datetime(2026, 11, 20, 16, 0, tzinfo=UTC)


@pytest.fixture
def pages(client: Client) -> dict[str, str]:
    """A promise late and disputed, one left behind, one kept; a challenge answered; all as a manager sees them."""
    family = a_family()
    zadie, zeb = family.children
    manager = make_user("team_manager", worker_id=a_worker(family.team_id, "team_manager"), team_id=family.team_id)
    owner = make_user("social_worker", worker_id=family.worker_id)
    officer = make_user("reviewing_officer", worker_id=a_worker(family.team_id, "reviewing_officer"))
    client.force_login(manager, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    by: dict[str, Any] = {"by": manager, "by_worker_id": manager.worker_id}
    before: dict[str, Any] = {**by, "now": THEN, "today": date(2026, 10, 1)}
    asked: dict[str, Any] = {"owner_id": family.worker_id, "given_in": "supervision", **before}
    words = "See the grandmother at home, and write whether Zadie could stay with her in the half-term week."
    late = actions.give(child=zadie, words=words, due_on=date(2026, 11, 2), **asked)
    actions.give(child=zeb, words="Ask the school for his attendance.", due_on=date(2026, 12, 4), **asked)
    kept = actions.give(child=zadie, words="Read the chronology with her.", due_on=date(2026, 10, 20), **asked)
    actions.keep(direction=kept, on=date(2026, 10, 19), words="Read together.", manages=True, **before)
    doing: dict[str, Any] = {"by": owner, "by_worker_id": owner.worker_id, "now": NOW, "today": TODAY}
    actions.change_due(direction=late, due_on=date(2026, 11, 9), words="She was away.", **by, now=NOW, today=TODAY)
    actions.dispute(direction=late, words="She has moved to Leeds.", **doing)
    with change_set(by=manager, kind="edit", words="a reviewing officer"):
        Allocation.objects.create(
            child=zadie, worker_id=officer.worker_id, role="reviewing_officer", started_on=date(2026, 3, 2)
        )
    row = raise_challenge(
        child=zadie,
        about="drift",
        words="Nothing has moved since July.",
        wanted="A plan by Christmas.",
        childs_view="I want to know.",
        put=Put(stage="team_manager", to_worker_id=manager.worker_id, to_words=manager.name, words="Please answer."),
        by=officer,
        by_worker_id=officer.worker_id,
        reviews=True,
        today=TODAY,
    )
    give(zeb, worker_id=a_worker(family.team_id), team_id=family.team_id)
    home, challenge = f"/children/{zadie.la_child_id}/", f"/children/{zadie.la_child_id}/challenges/{row.pk}/"
    promise = f"{home}promises/{late.pk}/"
    return {
        "MINE": "/promises/?show=given",
        "TEAM": f"/promises/team/{family.team_id}/",
        "CHILD": f"{home}promises/",
        "NEW": f"{home}promises/new/",
        "PROMISE": promise,
        "KEPT": f"{promise}kept/",
        "DAY": f"{promise}day/",
        "DISPUTE": f"{promise}answer/",
        "CHALLENGES": "/challenges/",
        "CHALLENGE": challenge,
        "ANSWER": f"{challenge}answer/",
    }


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_whole_and_axe_finds_nothing(
    browser: Any, client: Client, pages: dict[str, str], width: int
) -> None:
    assert _wrong(browser, client, pages, width) == []


def _wrong(browser: Any, client: Client, pages: dict[str, str], width: int) -> list[str]:
    """What is wrong with the pages at a width; each is kept as a picture where SHOTS names a folder."""
    wrong = []
    for name, address in pages.items():
        page = open_page(browser, client, address, width=width)
        if folder := os.environ.get("SHOTS"):
            page.screenshot(path=str(Path(folder) / f"{name.lower()}-{width}.png"), full_page=True)
        wide = page.evaluate("document.documentElement.scrollWidth")
        found = faults(page) or "; ".join(page.said) or (f"{wide} wide" if wide > width else "")
        wrong += [f"{name}: {found}"] if found or page.title() == "" else []
        page.context.close()
    return wrong
