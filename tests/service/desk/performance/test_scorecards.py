"""Scorecards, breakdowns and changes as pages: from stored figures alone, with few questions, and safe for scrutiny."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.service.desk.performance.scorecard.areas import AREA_OF, AREAS
from onechild.service.record.models import Figure
from tests.service.conftest import TODAY
from tests.service.desk.conftest import FRAME
from tests.service.people import make_user, sign_in
from tests.service.working_out import worked_out

__all__ = ["worked_out"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("worked_out")]
CASES = "/performance/measures/cases-held/"
SCORECARD, CHANGES = "/performance/areas/caseload/", "/performance/changes/"
OCTOBER = "2026-10-31"
SMALL = re.compile(r"(?<![\d.,£])[1-5](?![\d.,%])")


def page(client: Client, address: str) -> str:
    """What a page says."""
    return client.get(address).content.decode()


def lines(client: Client, address: str) -> list[Any]:
    """The lines of a scorecard."""
    found: list[Any] = client.get(address).context["lines"]
    return found


def test_every_measure_is_on_one_scorecard() -> None:
    assert AREA_OF.keys() == MEASURES.keys()
    assert sum(len(area.measures) for area in AREAS.values()) == len(MEASURES)


@pytest.mark.parametrize("slug", list(AREAS))
def test_the_scorecard_of_every_area_opens(client: Client, slug: str) -> None:
    sign_in(client, "director")
    answer = client.get(f"/performance/areas/{slug}/")
    assert answer.status_code == 200
    assert len(answer.context["lines"]) == len(AREAS[slug].measures)


def test_a_scorecard_has_the_figures_that_are_stored(client: Client) -> None:
    sign_in(client, "director")
    line = next(one for one in lines(client, SCORECARD) if one.measure.key == "cases-held")
    kept = Figure.objects.get(day__to_on=TODAY, day__from_on=None, measure="cases-held", by="")
    assert line.now.number == kept.value


def test_a_scorecard_of_a_day_past_has_that_days_figures(client: Client) -> None:
    sign_in(client, "director")
    line = next(one for one in lines(client, f"{SCORECARD}?at={OCTOBER}") if one.measure.key == "cases-held")
    kept = Figure.objects.get(day__to_on=OCTOBER, day__from_on=None, measure="cases-held", by="")
    assert line.now.number == kept.value


def test_a_scorecard_keeps_its_address_with_the_day_in_it(client: Client) -> None:
    sign_in(client, "director")
    assert f"{SCORECARD}?at={OCTOBER}" in page(client, f"{SCORECARD}?at={OCTOBER}")


@pytest.mark.parametrize("address", [f"{SCORECARD}?at=2019-01-31", f"{SCORECARD}?at=soon", f"{CHANGES}?at=2019-01-31"])
def test_a_day_that_is_not_kept_is_said_to_be_none(client: Client, address: str) -> None:
    sign_in(client, "director")
    answer = client.get(address)
    assert answer.status_code == 404
    assert "There is no figure for this day" in answer.content.decode()


def test_an_unknown_area_is_not_there(client: Client) -> None:
    sign_in(client, "director")
    assert client.get("/performance/areas/made-up/").status_code == 404


@pytest.mark.parametrize(("address", "most"), [(SCORECARD, 4), ("/performance/", 4), (CHANGES, 5)])
def test_once_a_working_out_is_read_a_page_asks_next_to_nothing(
    client: Client, asked_of_the_database: Callable[[], Any], address: str, most: int
) -> None:
    sign_in(client, "director")
    client.get(address)
    with asked_of_the_database() as asked:
        client.get(address)
    own = [one["sql"] for one in asked if not re.match(r"SAVEPOINT|RELEASE", one["sql"])]
    assert len(own) <= FRAME + most


def test_scrutiny_reads_no_small_count_on_a_scorecard(client: Client) -> None:
    sign_in(client, "scrutiny")
    shown = [one for slug in AREAS for one in lines(client, f"/performance/areas/{slug}/") if one.now]
    counts = [one.now.value for one in shown if one.measure.shape.value == "count"]
    parts = [one.now.parts for one in shown]
    assert shown
    assert not [words for words in counts if SMALL.fullmatch(words)]
    assert not [words for words in parts if SMALL.search(words)]


def test_what_scrutiny_reads_does_not_come_from_the_figures_of_staff(client: Client) -> None:
    sign_in(client, "director")
    staff = {one.measure.key: one.now for one in lines(client, SCORECARD)}
    sign_in(client, user=make_user("scrutiny"))
    answer = client.get(SCORECARD)
    assert answer.context["public"]
    assert {one.measure.key for one in answer.context["lines"]} == staff.keys()


def test_scrutiny_is_given_no_cut_but_the_team(client: Client) -> None:
    sign_in(client, "scrutiny")
    groups = client.get(f"{CASES}?by=age").context["groups"]
    assert groups is None or groups.by == "team"


@pytest.mark.parametrize("by", ["age", "sex", "placement"])
def test_a_figure_is_broken_down_by_any_of_its_cuts(client: Client, by: str) -> None:
    sign_in(client, "director")
    found = client.get(f"/performance/measures/children-looked-after/?by={by}").context["groups"]
    kept = Figure.objects.filter(day__to_on=TODAY, day__from_on=None, measure="children-looked-after", by=by)
    assert found.by == by
    assert len(found.groups) == kept.count() > 0


def test_a_cut_that_the_measure_has_not_is_taken_for_its_first(client: Client) -> None:
    sign_in(client, "director")
    assert client.get(f"{CASES}?by=shoe-size").context["groups"].by == MEASURES["cases-held"].breakdowns[0]


def test_a_measure_can_be_taken_as_lines_for_a_spreadsheet(client: Client) -> None:
    sign_in(client, "director")
    answer = client.get(f"{CASES}?as=csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer["Content-Disposition"].endswith('cases-held-2026-11-21.csv"')
    assert {row["to"] for row in rows if not row["by"]} >= {"2026-11-21", OCTOBER}
    assert "/children/" not in answer.content.decode()


def test_the_definition_leads_to_the_rules_it_is_read_from(client: Client) -> None:
    sign_in(client, "director")
    measure = MEASURES["child-protection-visits-in-time"]
    said = page(client, f"/performance/measures/{measure.key}/")
    assert all(f'href="/rules/{clock}/"' in said for clock in measure.all_clocks)
    assert measure.all_clocks


def test_a_measure_says_who_keeps_it_and_until_when_it_stands(client: Client) -> None:
    sign_in(client, "director")
    said = page(client, CASES)
    assert "Kept by" in said
    assert "To be looked at again by" in said


def test_a_trend_tells_its_rules_in_words_and_its_months_in_a_table(client: Client) -> None:
    sign_in(client, "director")
    said = page(client, CASES)
    assert "2.66 times the average move" in said
    assert "Eight months in a row, or more" in said
    assert "The trend as a table" in said


def test_changes_say_what_they_cannot_tell(client: Client) -> None:
    sign_in(client, "director")
    said = page(client, CHANGES)
    assert "What this page can’t tell" in said
    assert "What changed in October 2026" in said


def test_changes_keep_small_counts_of_late_duties_from_scrutiny(client: Client) -> None:
    sign_in(client, "director")
    table = client.get(CHANGES).context["late"]
    staff = {row[0].text: row[1] for row in table.rows} if table else {}
    sign_in(client, user=make_user("scrutiny"))
    table = client.get(CHANGES).context["late"]
    public = {row[0].text: row[1] for row in table.rows} if table else {}
    assert not [words for words in public.values() if SMALL.fullmatch(words)]
    assert all(public.get(title, "1 to 5") == "1 to 5" for title, words in staff.items() if SMALL.fullmatch(words))
