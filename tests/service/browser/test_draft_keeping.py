"""What is typed is kept as it is typed: by one who never stops, with no connection, and in a tab that is reloaded."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.drafts.models import Draft
from onechild.service.record.models import Child
from tests.service.desk.conftest import a_day_that_stands_still, holder
from tests.service.in_browser import open_page
from tests.service.people import child_of, sign_in

__all__ = ["a_day_that_stands_still", "holder"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture
def child(client: Client, holder: str) -> Child:
    """A child of the worker who is signed in."""
    sign_in(client, worker_id=holder)
    return child_of(holder)


def form_of(browser: Any, client: Client, child: Child) -> Any:
    """The form of a visit, opened."""
    return open_page(browser, client, f"/children/{child.la_child_id}/visits/new/")


def kept() -> str:
    """What the only draft has in its words."""
    held = Draft.objects.filter(kind="visit-new").first()
    return str(held.values["words"][0]) if held else ""


def line(page: Any) -> str:
    """What the form says of its keeping."""
    return str(page.locator("[data-draft]").inner_text())


def test_what_somebody_types_who_never_stops_is_kept_up_to_five_seconds_before(
    browser: Any, client: Client, child: Child
) -> None:
    page = form_of(browser, client, child)
    assert line(page) == "What you type is kept as you type."
    box = page.locator("textarea[name=words]")
    box.focus()
    at: list[float] = []
    began = time.monotonic()
    while time.monotonic() - began < 8:
        page.keyboard.type("x")
        at.append(time.monotonic())
        page.wait_for_timeout(150)
    owed = sum(1 for one in at if one <= time.monotonic() - 5)
    assert len(kept()) >= owed > 0


def test_a_lost_connection_is_said_and_what_was_typed_is_kept_when_it_is_back(
    browser: Any, client: Client, child: Child
) -> None:
    page = form_of(browser, client, child)
    page.route("**/drafts/**", lambda route: route.abort())
    page.locator("textarea[name=words]").fill("She was at the door.")
    page.locator(".oc-saved--lost").wait_for(timeout=8000)
    assert "no connection. We go on trying." in line(page)
    page.unroute("**/drafts/**")
    page.locator("[data-draft]", has_text="Draft saved at").wait_for(timeout=15000)
    assert kept() == "She was at the door."


def test_what_the_server_never_got_is_put_back_in_the_tab_and_then_kept(
    browser: Any, client: Client, child: Child
) -> None:
    page = form_of(browser, client, child)
    page.route("**/drafts/**", lambda route: route.abort())
    page.locator("textarea[name=words]").fill("Typed with no connection.")
    page.wait_for_timeout(700)
    page.evaluate("window.onbeforeunload = null")
    assert not kept()
    page.unroute("**/drafts/**")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    assert page.locator("textarea[name=words]").input_value() == "Typed with no connection."
    page.locator("[data-draft]", has_text="Draft saved at").wait_for(timeout=8000)
    assert kept() == "Typed with no connection."
    assert not page.evaluate("Object.keys(sessionStorage).some((key) => key.startsWith('onechild-draft:'))")


def test_signing_out_leaves_nothing_of_a_form_in_the_tab(browser: Any, client: Client, child: Child) -> None:
    page = form_of(browser, client, child)
    page.locator("textarea[name=words]").fill("Nobody else’s business.")
    page.wait_for_timeout(700)
    assert "business" in page.evaluate("JSON.stringify(sessionStorage)")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_timeout(1500)
    assert "business" not in page.evaluate("JSON.stringify(sessionStorage)")
