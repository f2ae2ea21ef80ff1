"""The board and the pages of deciding in Chromium: axe finds nothing, on a phone too, and nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Intake, PartnerCheck
from tests.service.in_browser import faults, open_page
from tests.service.journeys.front_door.at_the_door import a_board, a_colleague
from tests.service.people import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
THURSDAY = datetime(2026, 11, 19, 14, 20, tzinfo=UTC)


@pytest.fixture
def addresses(client: Client, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A full board, and the pages behind it at every stage."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
    monkeypatch.setattr("onechild.service.config.moment.now", lambda: THURSDAY)
    decider = a_colleague("front_door", name="Tomasz Wilk")
    a_colleague("front_door", name="Rosa Quill")
    a_board(now=THURSDAY, holder_id=str(decider.worker_id))
    sign_in(client, user=decider)
    at = {one.stage: f"/front-door/contacts/{one.pk}/" for one in Intake.objects.exclude(sensitive="fgm")}
    check = PartnerCheck.objects.filter(answered_at__isnull=True)[0]
    with change_set(by="a test", kind="edit", words="one decided"):
        Intake.objects.filter(pk=at["contact"].split("/")[3]).update(
            stage="decided", decided_at=THURSDAY - timedelta(hours=1), outcome="advice", referrer_name="Jo Lund"
        )
    return [
        "/front-door/",
        "/front-door/to-tell/",
        f"{at['initial']}next/",
        f"{at['initial']}decide/",
        f"{at['initial']}hand/",
        f"{at['screening']}screen/",
        f"{at['screening']}suggest/",
        f"{at['screening']}checks/new/",
        f"/front-door/contacts/{check.intake_id}/checks/{check.pk}/",
        f"{at['final']}decide/",
        f"{at['contact']}next/",
        f"{at['contact']}tell/",
        f"{at['contact']}reverse/",
    ]


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, client: Client, addresses: list[str], width: int
) -> None:
    assert list(_wrong(browser, client, addresses, width)) == []


def _wrong(browser: Any, client: Client, addresses: list[str], width: int) -> Iterator[str]:
    for number, address in enumerate(addresses):
        page = open_page(browser, client, address, width=width)
        page.screenshot(path=f"/tmp/B/{width}-{number}.png", full_page=True)  # noqa: S108
        if said := faults(page):
            yield f"{address}: {said}"
        if page.evaluate("document.documentElement.scrollWidth") > width:
            yield f"{address} scrolls sideways"
        yield from (f"{address}: {one}" for one in page.said)
        page.context.close()
