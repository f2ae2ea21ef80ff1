"""The partner's form and the taking in of contacts in Chromium: axe finds nothing, and a phone without scripts does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.models import Child, Intake
from tests.service.in_browser import faults, open_page
from tests.service.journeys.front_door.test_taking_in import NOW, child, link, of, record, standing, triage, worker_id

__all__ = ["child", "standing", "triage", "worker_id"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture
def addresses(client: Client, triage: Any, child: Child) -> list[str]:
    """The pages of a contact about one child who is linked and one who is not, and those beside it."""
    first = record(client, child, children="2", child_forename_1="Wilhelmina", child_surname_1="Quillfeather")
    record(client, child, once="k2")
    link(client, first, child)
    contact = f"/front-door/contacts/{first.pk}/"
    return [
        "/tell-us/",
        "/front-door/contacts/new/",
        "/front-door/contacts/import/",
        "/front-door/out-of-hours/",
        contact,
        f"{contact}details/",
        f"{contact}urgency/",
        f"{contact}join/",
        f"{contact}children/{of(first).pk}/",
        f"{contact}children/{of(first).pk}/unlink/",
    ]


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, client: Client, addresses: list[str], width: int
) -> None:
    assert list(_wrong(browser, client, addresses, width)) == []


def _wrong(browser: Any, client: Client, addresses: list[str], width: int) -> Iterator[str]:
    for address in addresses:
        page = open_page(browser, client, address, width=width)
        if said := faults(page):
            yield f"{address}: {said}"
        if page.evaluate("document.documentElement.scrollWidth") > width:
            yield f"{address} scrolls sideways"
        yield from (f"{address}: {one}" for one in page.said)
        page.context.close()


def test_without_scripts_a_partner_tells_of_two_children_on_a_phone_and_gets_a_number(
    browser: Any, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(browser, client, "/tell-us/", width=390, javascript=False)
    monkeypatch.setattr("onechild.service.config.moment.now", lambda: NOW + timedelta(minutes=5))
    page.get_by_role("group", name="Is a child in danger right now?").get_by_label("No", exact=True).check()
    page.get_by_label("Who are you?").select_option("2A")
    page.get_by_label("Your name").fill("Jo Lund")
    page.get_by_label("First name").fill("Orla")
    page.get_by_role("button", name="Add another child").click()
    page.get_by_label("First name").nth(1).fill("Finn")
    page.get_by_label("What are you worried about?").fill("Nobody came to fetch them.")
    page.get_by_role("button", name="Send this to the front door").click()
    assert "There is a problem" in page.content()
    page.locator("#id_referrer_phone").fill("01632 960 555")
    page.get_by_role("group", name="Does the family know").get_by_label("No", exact=True).check()
    page.get_by_role("group", name="Must something happen").get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Send this to the front door").click()
    intake = Intake.objects.get()
    assert intake.acknowledgement in page.content()
