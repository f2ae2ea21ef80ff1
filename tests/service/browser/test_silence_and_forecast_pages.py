"""What has not happened and the forecast in Chromium: axe finds nothing at any width, and all works without scripts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.journeys.silence.actions import look, snooze
from onechild.service.journeys.silence.models import Silence
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Absence, ChildInNeedPlan, Obligation, Visit
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still, holder
from tests.service.in_browser import faults, open_page
from tests.service.loading import NOW
from tests.service.people import a_worker, child_of, make_user, sign_in, team_of

__all__ = ["a_day_that_stands_still", "holder"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PAGES = (
    "/silence/?show=all",
    "/silence/?show=aside",
    "/silence/?show=all&check=no-visit-entered",
    "SNOOZE",
    "TEAM/forecast/",
    "WORKER/forecast/",
)


@pytest.fixture
def site(browser: Any, client: Client, holder: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A way to open pages, as somebody who sees all and works with children: something silent, too much to do."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")
    child, team_id = child_of(holder), team_of(holder)
    with change_set(by="a test", kind="edit", words="a plan and no visits; leave; a colleague"):
        Visit.objects.filter(child=child).update(gone_at=NOW)
        ChildInNeedPlan.objects.create(child=child, started_on=TODAY - timedelta(weeks=20))
        Absence.objects.create(
            worker_id=holder, started_on=TODAY, ended_on=TODAY + timedelta(days=14), absence_kind="annual_leave"
        )
    a_worker(team_id)
    Obligation.objects.all().delete()
    for number in range(30):
        Obligation.objects.create(
            subject_kind="child",
            subject_id=child.pk,
            child=child,
            clock="child-in-need-visit",
            spell_id=f"s{number}",
            sequence=1,
            within="10 working days",
            started_on=TODAY - timedelta(days=40),
            due_on=TODAY + timedelta(days=number - 2),
        )
    look(today=TODAY)
    aside = Silence.objects.filter(gone_on=None, check_key="no-worker").order_by("pk")[0]
    until = TODAY + timedelta(days=20)
    by = make_user("team_manager")
    snooze(silence=aside, until=until, reason="A worker starts on 7 December", by=by, today=TODAY, now=NOW)
    sign_in(client, "front_door")
    snoozed = Silence.objects.get(child=child, check_key="no-visit-entered", gone_on=None).pk
    kept = {"SNOOZE": f"/silence/{snoozed}/snooze/", "TEAM": f"/teams/{team_id}", "WORKER": f"/workers/{holder}"}

    def opened(address: str, width: int, *, scripts: bool = True) -> Any:
        for word, place in kept.items():
            address = address.replace(word, place)
        return open_page(browser, client, address, width=width, javascript=scripts)

    return opened


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(site: Any, address: str, width: int) -> None:
    page = site(address, width)
    assert faults(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.said == []


def test_without_javascript_something_is_put_aside_and_taken_up_again(site: Any) -> None:
    page = site("SNOOZE", 390, scripts=False)
    page.fill("textarea[name=reason]", "The family is abroad until the New Year")
    page.fill("input[name=until_day]", "4")
    page.fill("input[name=until_month]", "1")
    page.fill("input[name=until_year]", "2027")
    page.get_by_role("button", name="Put it aside").click()
    page.get_by_role("link", name="Until 4 January 2027").first.click()
    assert "The family is abroad until the New Year" in page.locator("#main-content, main").first.inner_text()
    page.get_by_role("button", name="Take it up again now").click()
    assert page.get_by_role("heading", name="What has not happened").is_visible()
