"""A child's pages in Chromium: axe finds nothing at either width, and all of it works without JavaScript."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.record.actions import warnings
from onechild.service.record.models import Child, ChildDetails, ChildProtectionPlan, Visit, Worker
from tests.service.in_browser import faults, open_page
from tests.service.people import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
TODAY = date(2026, 11, 21)
PAGES = ("", "timeline/", "clocks/", "plans/", "people/", "decisions/", "held/", "edit/", "edit/names/new/")
FORMS = ("warnings/", "warnings/new/", "visits/new/")


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day of the little council."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def practitioner(client: Client) -> User:
    """Somebody who may see every child that is not restricted, and write."""
    return sign_in(client, "front_door", worker_id=Worker.objects.order_by("pk")[0].pk)


@pytest.fixture
def child(practitioner: User) -> Child:
    """A child on a plan, with a warning in force."""
    plans = ChildProtectionPlan.objects.filter(ended_on=None, child__restricted=None)
    found = plans.select_related("child").order_by("child_id")[0].child
    warnings.add(
        child=found,
        by=practitioner,
        today=TODAY,
        kind="risk_to_worker",
        words="Visit in pairs.",
        started_on=TODAY,
        review_by=date(2027, 5, 1),
        told=True,
        told_on=TODAY,
        manager_id=Worker.objects.order_by("pk")[0].pk,
        discussed_on=TODAY,
    )
    return found


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", [*PAGES, *FORMS])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Any, client: Client, child: Child, path: str, width: int
) -> None:
    page = open_page(browser, client, f"/children/{child.la_child_id}/{path}", width=width)
    assert child.la_child_id in page.locator("main").inner_text() or path == "visits/new/"
    assert faults(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.said == []


def test_axe_finds_nothing_on_a_form_with_errors(browser: Any, client: Client, child: Child) -> None:
    page = open_page(browser, client, f"/children/{child.la_child_id}/visits/new/", width=390)
    page.get_by_role("button", name="Record this visit").click()
    assert page.locator(".govuk-error-summary").is_visible()
    assert faults(page) == ""


def test_a_visit_is_recorded_without_javascript(browser: Any, client: Client, child: Child) -> None:
    page = open_page(browser, client, f"/children/{child.la_child_id}/", width=390, javascript=False)
    page.get_by_role("button", name="Record a visit").click()
    page.get_by_label("Today, ").check()
    page.get_by_label("Child protection plan").check()
    page.get_by_label("What did you go to find out or do?").fill("See how the week went")
    page.get_by_label("Yes, and alone for some of it").first.check()
    for answer in page.get_by_label("The visit was not to").all():
        answer.check()
    page.get_by_label("At home").check()
    page.get_by_role("button", name="Record this visit").click()
    assert "this met the visit due" in page.locator("main").inner_text()
    assert Visit.objects.get(child=child, origin=None).seen_alone


def test_two_editors_are_told_apart_without_javascript(browser: Any, client: Client, child: Child) -> None:
    address = f"/children/{child.la_child_id}/edit/"
    page = open_page(browser, client, address, width=390, javascript=False)
    client.post(address, {"edit_version": "0", "first_language": "Polish"})
    page.get_by_label("First language").fill("Czech")
    page.get_by_role("button", name="Save these details").click()
    assert "Somebody else changed this" in page.locator("#clash").inner_text()
    assert page.get_by_label("First language", exact=True).input_value() == "Czech"
    page.get_by_label("What I typed, below").check()
    page.get_by_role("button", name="Save these details").click()
    assert ChildDetails.objects.get(child=child).first_language == "Czech"


def test_a_clash_has_no_faults_on_a_phone(browser: Any, client: Client, child: Child) -> None:
    address = f"/children/{child.la_child_id}/edit/"
    page = open_page(browser, client, address, width=390)
    client.post(address, {"edit_version": "0", "first_language": "Polish"})
    page.get_by_label("First language").fill("Czech")
    page.get_by_role("button", name="Save these details").click()
    assert faults(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_paper_has_the_childs_timeline_and_no_buttons(browser: Any, client: Client, child: Child) -> None:
    page = open_page(browser, client, f"/children/{child.la_child_id}/timeline/?all=yes")
    page.emulate_media(media="print")
    assert "Printed by" in page.locator(".oc-print-head").inner_text()
    assert page.locator(".govuk-button:visible, .oc-header:visible, nav:visible").count() == 0
    assert page.locator(".oc-time__item:visible").count() > 5
