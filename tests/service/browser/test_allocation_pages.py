"""The pages of allocation in Chromium: clean by axe, whole at a phone's width, and done without JavaScript."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Allocation, Child, Team, TransferRequest, WorkerFact, WorkerLimit, WorkerName
from tests.service.conftest import TODAY
from tests.service.in_browser import faults, open_page
from tests.service.people import a_worker, a_worker_with_children, child_of, sign_in, team_of

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
SHOTS = os.environ.get("ONECHILD_SHOTS", "")
NAMES = ("Denise Okoro", "Priya Sathananthan", "Imogen Sallis", "Marek Dvořák")


@pytest.fixture(autouse=True)
def here(settings: Any, tmp_path: Path) -> None:
    """The day is that of the little council."""
    settings.TODAY, settings.FILES = TODAY.isoformat(), tmp_path / "files"


@pytest.fixture
def child(client: Client) -> Child:
    """A child whom a worker holds, in a team whose manager is signed in, with three colleagues who could take over."""
    held = a_worker_with_children()
    team_id = team_of(held)
    manager, *others = (a_worker(team_id, role) for role in ("team_manager", *["social_worker"] * 3))
    with change_set(by="a test", kind="edit", words="colleagues"):
        for worker_id, name in zip((manager, *others), NAMES, strict=True):
            WorkerName.objects.create(worker_id=worker_id, name=name)
        WorkerName.objects.create(worker_id=held, name="Hoa Tran")
        WorkerFact.objects.create(worker_id=others[0], languages=["Polish"])
        WorkerLimit.objects.create(worker_id=others[2], started_on=TODAY, ended_on=date(2026, 12, 14), at_most_new=0)
        found = child_of(held)
        spell = {"started_on": date(2024, 2, 5), "ended_on": date(2024, 8, 12)}
        Allocation.objects.create(child=found, worker_id=others[0], team_id=team_id, role="lead", **spell)
    sign_in(client, "team_manager", worker_id=manager, team_id=team_id)
    return found


def asked(client: Client, child: Child) -> str:
    """The page of a request to another team."""
    other = Team.objects.filter(team_kind="looked_after").order_by("pk")[0]
    typed = {"team": other.pk, "reason": "TSPROC", "words": "Looked after now."}
    client.post(f"/children/{child.la_child_id}/transfer/", typed)
    return f"/transfers/{TransferRequest.objects.get(child=child).pk}/"


@pytest.mark.parametrize("width", [1280, 390])
def test_each_page_is_clean_and_no_wider_than_its_window(
    browser: Any, client: Client, child: Child, width: int, tmp_path: Path
) -> None:
    folder = Path(SHOTS) if SHOTS else tmp_path
    team = Allocation.objects.filter(child=child, role="lead", ended_on=None)[0].team_id
    own = f"/children/{child.la_child_id}"
    pages = {
        "allocate": f"{own}/allocate/",
        "transfer-new": f"{own}/transfer/",
        "co-worker": f"{own}/allocation/co-worker/",
        "several": f"/teams/{team}/allocate/?child={child.la_child_id}",
        "asked": asked(client, child),
        "transfers": "/transfers/",
        "child": f"{own}/allocation/",
    }
    wrong = [fault for name, page in pages.items() if (fault := _fault(browser, client, page, width, folder / name))]
    assert wrong == []


def _fault(browser: Any, client: Client, page: str, width: int, picture: Path) -> str:
    opened = open_page(browser, client, page, width=width)
    opened.screenshot(path=f"{picture}-{width}.png", full_page=True)
    wide = opened.evaluate("document.documentElement.scrollWidth") > width
    found = faults(opened) + ("; ".join(map(str, opened.said))) + ("wider than its window" if wide else "")
    opened.close()
    return f"{page}: {found}" if found else ""


def test_without_javascript_a_child_is_given_to_another_worker(browser: Any, client: Client, child: Child) -> None:
    page = open_page(browser, client, f"/children/{child.la_child_id}/allocate/", javascript=False)
    assert page.locator("input[type=radio]:checked").count() == 0
    page.get_by_label("Priya Sathananthan").check()
    page.get_by_label("Why does it change?").select_option("MANAGE")
    page.get_by_label("Why, in words?").fill("She knows the family.")
    page.get_by_role("button", name="Allocate ").click()
    assert "Priya Sathananthan" in page.locator(".oc-lede").inner_text()
