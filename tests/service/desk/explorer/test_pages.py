"""The pages of the explorer: every council and every measure opens, gaps are words, files hold what the page shows."""

from __future__ import annotations

import ast
import csv
import io
from pathlib import Path

import pytest
from django.test import RequestFactory
from python_calamine import CalamineWorkbook

from onechild.knowledge.benchmarks.reading import councils, topics
from onechild.service.desk.explorer import views
from onechild.service.desk.explorer.choosing import offered

ROOT = Path(views.__file__).parent
VIEW = "council=821&measure=rereferral&from=2016&to=2025"
OFFERED = [one.key for one in offered()]
CODES = [one.code for one in councils()]


def _view(query: str) -> str:
    response = views.view(RequestFactory().get(f"/benchmarks/view/?{query}"))
    assert response.status_code == 200, response.headers
    return response.content.decode()


@pytest.mark.parametrize("key", OFFERED)
def test_every_measure_opens(key: str) -> None:
    page = views.measure(RequestFactory().get("/"), key).content.decode()
    assert "Every council" in page


@pytest.mark.parametrize("place", range(0, len(OFFERED), 3))
def test_a_measure_opens_for_a_council(place: int) -> None:
    request = RequestFactory().get("/", {"council": CODES[place % len(CODES)], "measure": OFFERED[place]})
    address = views.view(request).headers["Location"]
    assert "Ofsted’s judgements" in _view(address.partition("?")[2])


@pytest.mark.parametrize("code", CODES)
def test_every_council_opens(code: str) -> None:
    assert "Ofsted’s judgements" in views.council(RequestFactory().get("/"), code).content.decode()


@pytest.mark.parametrize("key", list(topics()))
def test_every_topic_opens_with_a_council_and_without(key: str) -> None:
    assert views.topic(RequestFactory().get("/"), key).status_code == 200
    assert "Luton" in views.topic(RequestFactory().get("/", {"council": "821"}), key).content.decode()


def test_a_view_begins_with_a_sentence_and_says_its_own_address_and_its_source() -> None:
    page = _view(VIEW)
    assert "Luton: 18.9% in the year to 31 March 2025, lower than England (22.6%)" in page
    assert "http://testserver/benchmarks/view/?council=821&amp;measure=rereferral&amp;from=2016&amp;to=2025" in page
    assert "Open Government Licence v3.0" in page
    assert "data of 8 April 2026" in page
    assert "Ofsted: good overall, inspected 19 to 30 January 2026, published 10 March 2026." in page
    assert "The inspection before that we hold: requires improvement, July 2022." in page


def test_another_way_to_write_a_view_is_sent_to_its_one_address() -> None:
    response = views.view(RequestFactory().get("/", {"measure": "rereferral", "council": "821"}))
    assert (response.status_code, response.headers["Location"]) == (302, f"/benchmarks/view/?{VIEW}")


def test_a_gap_stands_in_words() -> None:
    page = _view("council=213&measure=work-force-nosw&from=2024&to=2025")
    assert "not available" in page


def test_a_new_council_says_that_it_was_not_there() -> None:
    assert "no such council then" in _view("council=943&measure=lacnum&from=2016&to=2025")


def test_years_without_figures_of_one_measure_are_said_beside_the_other() -> None:
    page = _view("council=821&measure=rereferral&measure=yjs-caution-sentence10-17-yo&from=2016&to=2020")
    assert "Nothing was published of 2016 to 2020" in page


def test_what_is_not_understood_is_a_problem_in_words_that_leads_to_its_field() -> None:
    response = views.view(RequestFactory().get("/", {"council": "999", "measure": "rereferral"}))
    page = response.content.decode()
    assert response.status_code == 400
    assert '<a href="#council">No council in England has the code “999”' in page
    assert '<option value="rereferral" selected>' in page


def test_what_is_asked_is_never_markup() -> None:
    response = views.view(RequestFactory().get("/", {"council": "<script>", "measure": "<script>"}))
    assert b"<script>" not in response.content.replace(b'<script type="module"', b"")


def test_the_csv_holds_every_figure_of_the_view_with_its_source_and_gaps_with_their_reason() -> None:
    response = views.view_csv(RequestFactory().get(f"/?{VIEW}&neighbour=871"))
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    own = next(row for row in rows if (row["Area"], row["Year"]) == ("Luton", "2025"))
    assert (own["Value"], own["Period"], own["Edition"]) == ("18.9", "year to 31 March 2025", "data of 8 April 2026")
    assert {row["Area"] for row in rows} == {"Luton", "England", "East of England", "Slough", "Similar councils’ mean"}
    assert 'filename="published-figures-821-2016-2025.csv"' in response["Content-Disposition"]


def test_a_gap_in_the_csv_is_empty_and_says_why() -> None:
    response = views.view_csv(RequestFactory().get("/?council=213&measure=work-force-nosw&from=2025&to=2025"))
    own = next(iter(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")))))
    assert (own["Area"], own["Value"], own["Note"]) == ("Westminster", "", "not available")


def test_the_workbook_holds_numbers_as_numbers_and_says_where_it_is_from() -> None:
    response = views.view_xlsx(RequestFactory().get(f"/?{VIEW}"))
    book = CalamineWorkbook.from_filelike(io.BytesIO(response.content))
    figures = book.get_sheet_by_name("Figures").to_python()
    assert figures[10][2:5] == ["Luton", "821", 2025.0]
    assert figures[10][6] == 18.9
    about = [row[0] for row in book.get_sheet_by_name("About these figures").to_python()]
    assert f"This view: http://testserver/benchmarks/view/?{VIEW}" in about


def test_a_column_that_equals_one_of_lait_is_offered_once() -> None:
    assert "work-force-avgnumcase-sw" in OFFERED
    assert "workforce-caseload-fte" not in OFFERED


def test_no_module_of_the_explorer_knows_the_record_or_who_may_see_it() -> None:
    names = {
        name
        for path in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _imported(node)
    }
    allowed = ("onechild.knowledge.benchmarks", "onechild.service.govuk", "onechild.service.desk.explorer")
    assert sorted(name for name in names if name.startswith("onechild") and not name.startswith(allowed)) == []
    assert sorted(name for name in names if name.startswith("django.db")) == []


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [one.name for one in node.names] if isinstance(node, ast.Import) else []
