"""Specially careful work in Chromium: axe finds nothing and nothing scrolls sideways, at a desk and on a phone."""

from __future__ import annotations

import os
from datetime import date
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Allocation, Child, MissingEpisode, Pathway, PeriodOfCare
from tests.service.in_browser import faults, open_page
from tests.service.people import a_worker, a_worker_with_children, make_user, sign_in, team_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
ON = {"happened_on_day": "20", "happened_on_month": "11", "happened_on_year": "2026"}
SHOTS = os.environ.get("ONECHILD_SHOTS", "")


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day of the little council."""
    settings.TODAY = date(2026, 11, 21).isoformat()


@pytest.fixture
def worker(client: Client) -> User:
    """A social worker who holds children."""
    return sign_in(client, "social_worker", worker_id=a_worker_with_children())


@pytest.fixture
def manager(worker: User) -> User:
    """The manager of the worker's team."""
    return make_user("team_manager", worker_id=a_worker(team_of(str(worker.worker_id)), role="team_manager"))


@pytest.fixture
def child(worker: User) -> Child:
    """A child of the worker's, not in care."""
    held = Allocation.objects.filter(worker_id=worker.worker_id, role="lead", ended_on=None, child__restricted=None)
    away = PeriodOfCare.objects.values("child_id")
    return held.exclude(child_id__in=away).order_by("child_id")[0].child


@pytest.fixture
def pages(client: Client, child: Child, manager: User) -> list[str]:
    """Pages of protected work, of exploitation, of an order and of a child who came back."""
    at = f"/children/{child.la_child_id}/"
    gone = {"kind": "M", "started_on_day": "18", "started_on_month": "11", "started_on_year": "2026"}
    client.post(f"{at}missing/new/", gone | {"words": "Left after tea in a grey coat.", "police": "Reference 88"})
    episode = MissingEpisode.objects.filter(child=child, origin=None).latest("pk")
    back = {"on_day": "19", "on_month": "11", "on_year": "2026", "at": "10.05am", "words": "By taxi, tired."}
    client.post(f"{at}missing/{episode.pk}/back/", back)
    order = {"kind": "non_molestation", "started_on_day": "1", "started_on_month": "11", "started_on_year": "2026"}
    client.post(f"{at}orders/new/", order | {"against_words": "an older friend", "forbids_contact": "yes"})
    found = []
    for kind in ("exploitation", "forced_marriage"):
        client.post(f"{at}pathways/new/", {"kind": kind, "overseer": str(manager.pk)})
        row = Pathway.objects.get(child=child, kind=kind)
        typed = {
            "edit_version": "1",
            "words": "She told her teacher that a flight is booked.",
            "lead_id": str(row.lead_id),
            "overseer_id": str(manager.worker_id),
            "no_contact_with_family": "yes",
            "safe_contact": "Through Miss Adair at school, before noon.",
        }
        client.post(f"{at}pathways/{row.pk}/words/", typed)
        key = "trafficking_suspected" if kind == "exploitation" else "seen_alone"
        client.post(f"{at}pathways/{row.pk}/done/", {"kind": key, "words": "At school, for an hour.", **ON})
        found += [f"{at}pathways/{row.pk}/"]
    found += [f"{found[-1]}words/", f"{found[-1]}done/", *_homeless(client, child, manager)]
    extra = [f"{found[0]}signs/", f"{found[0]}outcomes/new/", f"{at}pathways/", f"{at}pathways/new/"]
    of_missing = [f"{at}missing/{episode.pk}/", f"{at}missing/{episode.pk}/interview/"]
    return [*found, *extra, *of_missing, f"{at}orders/new/", "/pathways/", "/missing/"]


def _homeless(client: Client, child: Child, manager: User) -> list[str]:
    with change_set(by="a test", kind="edit", words="born"):
        Child.objects.filter(pk=child.pk).update(born_on=date(2010, 3, 1))
    at = f"/children/{child.la_child_id}/pathways/"
    client.post(f"{at}new/", {"kind": "homeless_16_17", "overseer": str(manager.pk)})
    row = Pathway.objects.get(child=child, kind="homeless_16_17")
    told = {"section_17_explained": "yes", "section_20_explained": "yes", "explained_how": "By me, with the leaflet."}
    tonight = {"safe_tonight": "yes", "place": "lodgings", "place_words": "With a host of the scheme.", **ON}
    chosen = {"advocate_offered": "yes", "choice": "section_20", "childs_words": "I want a worker."}
    client.post(f"{at}{row.pk}/choice/", {**told, **tonight, **chosen})
    return [f"{at}{row.pk}/", f"{at}{row.pk}/choice/"]


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, client: Client, pages: list[str], width: int
) -> None:
    wrong = [words for number, path in enumerate(pages) for words in _wrong(browser, client, path, width, number)]
    assert wrong == []


def _wrong(browser: Any, client: Client, path: str, width: int, number: int) -> list[str]:
    page = open_page(browser, client, path, width=width)
    sideways = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    found = [f"{path} {words}" for words in (faults(page), *page.said) if words]
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{number:02}-{width}.png", full_page=True)
    page.context.close()
    return [*found, *([f"{path} scrolls sideways"] if sideways else [])]
