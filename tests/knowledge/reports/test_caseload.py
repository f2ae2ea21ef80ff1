"""The caseload report, counted from a council small enough to count by hand."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from onechild.errors import CannotProceed
from onechild.knowledge.engines.duckdb import open_memory
from onechild.knowledge.measures.engine import calculate
from onechild.knowledge.measures.preparing import prepare
from onechild.knowledge.reports.caseload import CaseloadReport, caseload_report
from onechild.knowledge.reports.page.whole import to_html
from onechild.knowledge.reports.to_json import to_json
from onechild.knowledge.reports.to_text import to_text
from onechild.knowledge.reports.visits import ASKED
from tests.knowledge.reports.small_council import ABOUT, HOLDS, NOW, THEN, report_of
from tests.spec.measures.examples import store_of, tables_of

CONTRACT = [
    "team",
    "workers",
    "fte",
    "cases",
    "average",
    "average_per_fte",
    "over_target",
    "unallocated",
    "held_by_managers",
    "held_by_absent",
    "before",
]


@pytest.fixture(scope="module")
def report() -> CaseloadReport:
    """The report for staff."""
    return report_of(target=1)


@pytest.fixture(scope="module")
def published() -> CaseloadReport:
    """The copy for publication."""
    return report_of(target=1, publish=True)


def test_json_gives_every_team_its_figures_now_and_before(report: CaseloadReport) -> None:
    found = _facts(report)
    assert (found["as_at"], found["against"], found["target"]) == ("2021-05-31", "2020-05-31", 1)
    north = next(team for team in found["teams"] if team["team"] == "North")
    assert list(north) == CONTRACT
    assert [north[name] for name in CONTRACT[1:-1]] == [1, 0.5, 2, 2, 4, 1, 1, 1, 0]
    assert [north["before"][name] for name in CONTRACT[1:-1]] == [1, 0.5, 1, 1, 2, 1, 0, 0, 0]


def test_json_leaves_a_team_that_was_not_there_without_a_before(report: CaseloadReport) -> None:
    south = next(team for team in _facts(report)["teams"] if team["team"] == "South")
    assert (south["before"], south["held_by_absent"]) == (None, 1)


def test_a_team_that_vanished_is_not_in_the_report(report: CaseloadReport) -> None:
    assert "Old South" not in [team["team"] for team in _facts(report)["teams"]]


def test_a_child_with_open_work_and_no_team_counts_for_the_council_alone(report: CaseloadReport) -> None:
    found = _facts(report)
    assert (found["all_teams"]["unallocated"], found["council"]["unallocated"]) == (1, 2)


def test_sentences_compare_the_two_teams_that_can_be_compared(report: CaseloadReport) -> None:
    assert report.sentences[0] == (
        "The number of staff with cases over target is lower than at May 2020 in none of the two teams that can be "
        "compared; it is the same in two (Assessment & Help and North)."
    )
    assert "South is left out of the comparison: it was not there at May 2020." in report.sentences


def test_visits_stand_with_their_numbers_and_basis(report: CaseloadReport) -> None:
    assert report.visit_sentences[0] == (
        "One of the two children (50.0%) on a child protection plan for 28 days or longer was seen within 28 days at "
        "May 2021; at May 2020 it was both (100%)."
    )


def test_visits_of_the_children_concerned_are_those_that_the_whole_extract_gives(report: CaseloadReport) -> None:
    with store_of(HOLDS) as store:
        prepare(store, ASKED)
        whole = {measure.key: calculate(store, measure, as_ats=[THEN, NOW]) for measure in ASKED}
    shown = {one.key: [(share.part, share.whole) for share in (one.then, one.now)] for one in report.visits.figures}
    assert shown == {key: [(one.numerator, one.denominator) for one in found] for key, found in whole.items()}


def test_text_holds_all_sentences_and_says_that_the_council_is_invented(report: CaseloadReport) -> None:
    text = " ".join(to_text(report).split())
    assert all(sentence in text for sentence in (*report.sentences, *report.visit_sentences))
    assert "Hatterton is an invented council. No child or worker here is real." in text


def test_html_is_one_page_that_asks_for_nothing(report: CaseloadReport) -> None:
    page = to_html(report)
    assert not re.search(r"<script|<link|<img|@import|url\((?!#)|\bsrc=|style=", page)
    assert re.findall(r'https?://[^"<\s]+', page) == ["http://www.w3.org/2000/svg"] * 2


def test_html_is_well_formed_with_ids_of_their_own(report: CaseloadReport) -> None:
    checker = _Checker()
    checker.feed(to_html(report))
    assert checker.open == []
    assert len(checker.ids) == len(set(checker.ids))
    assert {link for link in checker.links if link[1:] not in checker.ids} == set()


def test_html_escapes_what_the_extract_says(report: CaseloadReport) -> None:
    assert "Assessment &amp; Help" in to_html(report)
    assert "Assessment & Help" not in to_html(report)


def test_html_for_staff_opens_to_the_children(report: CaseloadReport) -> None:
    page = to_html(report)
    assert "For staff only" in page
    assert all(child in page for child in ("c1", "c6", "c7", "c10"))


def test_html_for_publication_holds_no_id_of_a_child_or_worker(published: CaseloadReport) -> None:
    page = to_html(published)
    body = page[page.index("<main") :]
    assert not re.search(
        r"\bc\d+\b|\bana\b|\bben\b|\bcho\b|\bman\b", re.sub(r"<svg.*?</svg>", "", body, flags=re.DOTALL)
    )
    assert "For publication" in page


def test_copy_for_publication_tells_no_small_count_and_nothing_worked_out_from_one(published: CaseloadReport) -> None:
    for team in _facts(published)["teams"]:
        assert {team[name] for name in ("workers", "cases")} <= {"1 to 5", "hidden"}
        assert {team[name] for name in ("average", "average_per_fte", "fte")} == {"hidden"}


def test_hours_not_recorded_leave_the_average_by_hours_unknown_and_say_so() -> None:
    found = report_of(re.sub(r"social_worker \| 0.5", "social_worker | ", HOLDS))
    north = next(team for team in _facts(found)["teams"] if team["team"] == "North")
    assert (north["fte"], north["average_per_fte"], north["average"]) == (None, None, 2)
    assert any("Hours are not recorded for every worker of North" in note for note in found.notes)


def test_an_extract_without_visits_says_so_and_counts_the_rest() -> None:
    tables = tables_of(HOLDS)
    del tables["visits"]
    with open_memory(tables) as store:
        found = caseload_report(store, about=ABOUT, as_at=NOW, against=THEN)
    assert found.visit_sentences == (
        "Nothing is said of visits: the extract does not hold what they are counted from.",
    )
    assert found.caseload.together[1].cases == 5
    assert "the extract holds no visits" in to_html(found)


def test_without_an_earlier_figure_nothing_is_compared() -> None:
    found = report_of(against=date(2015, 5, 31))
    assert found.sentences[0] == "No team can be compared with May 2015."
    assert all(team["before"] is None for team in _facts(found)["teams"])


def test_an_earlier_day_that_is_not_earlier_is_refused() -> None:
    with pytest.raises(CannotProceed, match="31 May 2021 is not earlier"):
        report_of(as_at=THEN, against=NOW)


def test_a_day_before_the_data_begins_is_refused() -> None:
    with pytest.raises(CannotProceed, match="the extract's first allocation began on 1 January 2019"):
        report_of(as_at=date(2018, 5, 31), against=date(2017, 5, 31))


def test_an_extract_without_allocations_is_refused() -> None:
    with pytest.raises(CannotProceed, match="holds no allocation"):
        report_of("children\nchild_id\nc1")


def test_an_extract_without_teams_still_gives_the_council() -> None:
    found = report_of("allocations\nchild_id | worker_id | started_on\nc1 | ana | 2019-01-01")
    assert found.sentences[0].startswith("The extract names no team that held cases at May 2021")
    assert found.caseload.council[1].cases == 1
    assert "1 case" in " ".join(found.notes) or "one case" in " ".join(found.notes)
    assert to_html(found)
    assert to_text(found)


def test_a_day_later_than_the_facts_is_said() -> None:
    late = report_of(about=replace(ABOUT, known_at=date(2021, 1, 1)))
    assert any("before the day of this report" in note for note in late.notes)


def test_a_real_council_is_not_called_invented() -> None:
    real = report_of(about=replace(ABOUT, invented=False))
    assert "invented" not in to_html(real)
    assert _facts(real)["invented"] is None


def _facts(report: CaseloadReport) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(to_json(report))
    return found


class _Checker(HTMLParser):
    """Gathers ids and links, and the tags left open."""

    EMPTY = ("meta", "br", "link", "input", "img", "hr")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag, its id and its link."""
        facts = dict(attrs)
        self.ids += [facts["id"]] if facts.get("id") else []
        self.links += [facts["href"]] if tag == "a" and facts.get("href") else []
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself stays not open."""

    def handle_endtag(self, tag: str) -> None:
        """Close the tag opened last."""
        assert self.open.pop() == tag
