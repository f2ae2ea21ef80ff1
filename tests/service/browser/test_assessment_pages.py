"""The pages of an assessment in Chromium: axe finds nothing, nothing scrolls sideways, all works without scripts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import AssessmentWork, ChildProtectionPlan, Contact
from tests.service.in_browser import faults, open_page
from tests.service.journeys.assessment.making import (
    TODAY,
    Team,
    a_team_with_a_child_to_assess,
    page,
    start,
    to_assess,
    write,
    write_all,
)
from tests.service.journeys.assessment.test_history_pages import a_partner, another_child
from tests.service.people import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PICTURES = os.environ.get("ONECHILD_PICTURES", "")  # a folder, for whoever wants to look


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def team() -> Team:
    """A worker with a child of whom there is a past: contacts, an old plan, a partner who was a child here."""
    made = a_team_with_a_child_to_assess()
    a_partner(made, childhood=another_child(None))
    with change_set(by="a test", kind="edit", words="a past"):
        Contact.objects.bulk_create(
            Contact(child=made.child, happened_on=TODAY - timedelta(days=30 * n), recorded_on=TODAY)
            for n in range(1, 5)
        )
        ChildProtectionPlan.objects.create(
            child=made.child,
            started_on=date(2019, 3, 1),
            ended_on=date(2020, 3, 1),
            initial_category="NEG",
            recorded_on=TODAY,
        )
    return made


def wrong(browser: Any, client: Client, addresses: list[str], *, width: int) -> str:
    """What axe and the browser find on these pages, and which of them scroll sideways."""
    return "\n".join(line for address in addresses for line in _wrong(browser, client, address, width))


def _wrong(browser: Any, client: Client, address: str, width: int) -> Iterator[str]:
    shown = open_page(browser, client, address, width=width)
    if PICTURES:
        name = address.strip("/").replace("/", "-").replace(":", "")
        shown.screenshot(path=str(Path(PICTURES) / f"{width}-{name}.png"), full_page=True)
    found = [faults(shown), *shown.said]
    if shown.evaluate("document.documentElement.scrollWidth") > width:
        found.append("scrolls sideways")
    yield from (f"{address}: {one}" for one in found if one)
    shown.context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_the_pages_of_an_assessment(browser: Any, client: Client, team: Team, width: int) -> None:
    sign_in(client, user=team.worker)
    assessment = start(client, team.child)
    here = page(team.child, assessment)
    adult = client.get(f"{here}history/").context["history"].past.adults
    childhood = next(one.adult_id for one in adult if one.has_childhood)
    spare = to_assess(str(team.worker.worker_id))
    delay = {"cause": "family", "started_on": "2026-11-09", "ended_on": "2026-11-12", "words": "All had flu."}
    client.post(f"{here}delay/", delay)
    first = [
        f"/children/{spare.la_child_id}/assessments/new/",
        f"{here}history/",
        f"{here}history/earlier_plans/",
        here,
        f"{here}send/",
        f"{here}parts/voice/",
        f"{here}parts/factors/",
        f"{here}parts/outcome/",
        f"{here}delay/",
        f"/children/{team.child.la_child_id}/adults/{childhood}/childhood/",
    ]
    assert wrong(browser, client, first, width=width) == ""
    write_all(client, assessment)
    client.post(f"{here}send/", {"words": "All there."})
    sign_in(client, user=team.manager)
    assert wrong(browser, client, [f"{here}decide/", f"{here}check/", "/assessments/"], width=width) == ""
    client.post(f"{here}decide/", {"decision": "return", "changes": "Ask the father."})
    sign_in(client, user=team.worker)
    assert wrong(browser, client, [here], width=width) == ""


def test_without_scripts_a_part_is_written_and_a_clash_is_settled(browser: Any, client: Client, team: Team) -> None:
    sign_in(client, user=team.worker)
    assessment = start(client, team.child)
    shown = open_page(browser, client, page(team.child, assessment, "parts/analysis/"), width=390, javascript=False)
    shown.fill("textarea[name=analysis]", "My words.")
    write(client, assessment, "analysis", analysis="Another's words.")
    shown.click("text=Save this part")
    if PICTURES:
        shown.screenshot(path=str(Path(PICTURES) / "390-clash.png"), full_page=True)
    assert "Another's words." in shown.content()
    assert shown.input_value("textarea[name=analysis]") == "My words."
    shown.check("text=What I typed, below")
    shown.click("text=Save this part")
    assert AssessmentWork.objects.get(assessment=assessment).analysis == "My words."
