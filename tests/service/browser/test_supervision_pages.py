"""The pages of supervision in Chromium: axe finds nothing, and nothing scrolls sideways, at both widths."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.models import SupervisionReading
from tests.service.desk.conftest import a_day_that_stands_still
from tests.service.in_browser import faults, open_page
from tests.service.journeys.supervision.conftest import Two, browser_of, promised, standing, two
from tests.service.journeys.supervision.test_apart_and_read import OWN, RUBRIC, drawn, read
from tests.service.journeys.supervision.test_supervising import written
from tests.service.people import make_user

__all__ = ["a_day_that_stands_still", "promised", "standing", "two"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_of_supervision_is_whole_and_axe_finds_nothing(
    browser: Any, two: Two, promised: Any, width: int
) -> None:
    address = two.begin("case", two.zadie, two.zeb)
    written(two, address, promised="The school has not rung back.")
    own = two.begin("personal")
    two.manages.post(f"{own}write/", OWN)
    zadie, zeb = two.zadie.la_child_id, two.zeb.la_child_id
    pages = {
        "SUPERVISIONS": "/supervision/",
        "AGENDA": f"/supervision/{two.worker_id}/agenda/",
        "BEGIN": f"/supervision/{two.worker_id}/new/",
        "GROUP": "/supervision/group/",
        "SESSION": address,
        "CHILD-FORM": f"{address}children/{zeb}/",
        "CHILD-AGAIN": f"{address}children/{zadie}/",
        "OWN": own,
        "OWN-FORM": f"{own}write/",
        "SIGN": f"{own}sign/",
        "OFF": f"{address}off/",
        "OF-CHILD": f"/children/{zadie}/supervisions/",
    }
    assert _wrong(browser, two.manages, pages, width) == []
    assert _wrong(browser, two.works, {"MINE": "/supervision/"}, width) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_pages_of_readings_are_whole_and_axe_finds_nothing(browser: Any, two: Two, width: int) -> None:
    reading = drawn(two)
    auditor = browser_of(make_user("auditor"))
    page = f"/supervision/readings/{two.zadie.la_child_id}/{reading.pk}/"
    assert _wrong(browser, auditor, {"TO-READ": page}, width) == []
    read(auditor, two, reading, RUBRIC)
    assert SupervisionReading.objects.get().read_on is not None
    assert _wrong(browser, auditor, {"READINGS": "/supervision/readings/"}, width) == []
    assert _wrong(browser, two.manages, {"ANSWER": page}, width) == []


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
