"""The workforce and the academy in Chromium, wide and narrow: axe finds nothing, and nothing scrolls sideways."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    AcademyCohort,
    AcademyPlace,
    AssessedYear,
    AssessedYearNote,
    AssessedYearReview,
    ChildProtectionPlan,
    Employment,
    PracticeObservation,
    Worker,
    WorkerName,
    WorkforceTarget,
)
from tests.service.desk.conftest import a_day_that_stands_still, holder
from tests.service.in_browser import faults, open_page
from tests.service.people import child_of, sign_in, team_of

__all__ = ["a_day_that_stands_still", "holder"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db]
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def pages(holder: str) -> list[str]:
    """A target, an agency worker, a cohort, a year with a review and an observation; and every page about them."""
    with change_set(by="a test", kind="edit", words="a workforce"):
        Worker.objects.filter(pk=holder).update(newly_qualified_to=date(2027, 9, 7))
        WorkerName.objects.create(worker_id=holder, name="Robin Ash")
        row = Employment.objects.create(
            worker_id=holder, employment_kind="agency", role="social_worker", fte=1, started_on=date(2026, 3, 2)
        )
        WorkforceTarget.objects.create(
            target="agency_rate",
            from_value=40,
            value=15,
            started_on=date(2026, 4, 1),
            reach_by=date(2027, 3, 31),
            words="Two conversions a month, and an academy cohort each autumn.",
            set_by_name="Pat Vane",
        )
        cohort = AcademyCohort.objects.create(
            name="Autumn 2026", kind="newly_qualified", places=12, started_on=date(2026, 9, 1)
        )
        year = AssessedYear.objects.create(worker_id=holder, started_on=date(2026, 9, 7))
        place = AcademyPlace.objects.create(
            cohort=cohort, worker_id=holder, started_on=date(2026, 9, 1), assessed_year=year
        )
        seen = PracticeObservation.objects.create(
            worker_id=holder,
            place=place,
            observer_name="Pat Vane",
            happened_on=date(2026, 11, 3),
            setting="home_visit",
            strengths="Sat on the floor and waited.",
            to_learn="Ending a visit.",
            family_words="She listened.",
        )
        review = AssessedYearReview.objects.create(worker_id=holder, assessed_year=year, happened_on=date(2026, 11, 10))
        AssessedYearNote.objects.create(
            review=review,
            worker_id=holder,
            happened_on=date(2026, 11, 10),
            stage="3",
            finding="support",
            words="Asks early.",
            support="Weekly joint visits.",
            workload_kept=False,
            workload_words="Two cases came in one week.",
            cases_held=14,
            by_name="Pat Vane",
        )
        ChildProtectionPlan.objects.create(child=child_of(holder), started_on=date(2026, 10, 1))
    team = team_of(holder)
    alone = ("workforce", "workforce-posts", "post-new", "employment-new", "workforce-targets", "workforce-target-new")
    alone += ("workforce-census", "academy", "my-academy", "cohort-new")  # type: ignore[assignment]
    of_row = [("employment-end", row.pk), ("employment-convert", row.pk), ("employment-hours", row.pk)]
    of_row += [("workforce-origin", row.pk), ("workforce-details", holder), ("workforce-absence", holder)]
    of_row += [("cohort", cohort.pk), ("place-new", cohort.pk), ("place-end", place.pk), ("academy-worker", holder)]
    of_row += [("observation-new", holder), ("observation", seen.pk), ("assessed-year-new", holder)]
    of_row += [("assessed-year", year.pk), ("assessed-year-review", year.pk), ("assessed-year-end", year.pk)]
    return [
        *(reverse(name) for name in alone),
        f"{reverse('workforce-people')}?team={team}",
        *(reverse(name, args=[key]) for name, key in of_row),
    ]


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_of_the_workforce_and_the_academy_is_sound(
    browser: Any, client: Client, pages: list[str], width: int, tmp_path: Path
) -> None:
    sign_in(client, "service_manager", team_id=None)
    wrong = [found for address in pages if (found := _wrong(browser, client, address, width, tmp_path))]
    assert wrong == []


def _wrong(browser: Any, client: Client, address: str, width: int, place: Path) -> str:
    page = open_page(browser, client, address, width=width)
    try:
        found = [f"{address}: {said}" for said in page.said]
        page.screenshot(
            path=place / f"{address.strip('/').replace('/', '_').partition('?')[0]}-{width}.png", full_page=True
        )
        if faults(page):
            found.append(f"{address}: {faults(page)}")
        if page.evaluate(SIDEWAYS):
            found.append(f"{address} scrolls sideways")
        return "\n".join(found)
    finally:
        page.context.close()
