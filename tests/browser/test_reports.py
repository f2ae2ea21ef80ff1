"""Reports as pages in Chromium: axe finds nothing, nothing scrolls sideways, a note leads to its definition."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onechild.knowledge.reports.kinds.asking import Asking
from onechild.knowledge.reports.kinds.caseload import told_by
from onechild.knowledge.reports.kinds.pack import pack
from onechild.knowledge.reports.kinds.scrutiny import scrutiny
from onechild.knowledge.reports.renderers.page import to_html
from tests.knowledge.reports.answering import ByLot
from tests.knowledge.reports.small_council import ABOUT, NOW, THEN, report_of

pytestmark = pytest.mark.browser
WIDTHS = (1280, 390)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, the system's own."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A pack and a scrutiny report, of figures by lot."""
    folder = tmp_path_factory.mktemp("reports")
    told = told_by(report_of())
    made = (
        pack(Asking(ByLot(1, most=200), ABOUT, NOW, THEN), told),
        scrutiny(Asking(ByLot(1, most=200), ABOUT, NOW, THEN, publish=True), told),
    )
    for one in made:
        (folder / f"{one.kind}.html").write_text(to_html(one), encoding="utf-8")
    return {one.kind: folder / f"{one.kind}.html" for one in made}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["pack", "scrutiny"])
def test_axe_finds_nothing_in_a_report(browser: Any, files: dict[str, Path], kind: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found = axe.Axe().run(_open(browser, files[kind], width))
    assert (found.generate_report() if found.violations_count else "") == ""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["pack", "scrutiny"])
def test_a_report_does_not_scroll_sideways(browser: Any, files: dict[str, Path], kind: str, width: int) -> None:
    assert _open(browser, files[kind], width).evaluate("document.documentElement.scrollWidth") <= width


def test_one_drawing_of_each_chart_shows_at_each_width(browser: Any, files: dict[str, Path]) -> None:
    shown = [_open(browser, files["pack"], width).locator("figure svg:visible").count() for width in WIDTHS]
    charts = _open(browser, files["pack"], 1280).locator("figure").count()
    assert shown == [charts, charts]


def test_a_note_leads_to_the_definition(browser: Any, files: dict[str, Path]) -> None:
    page = _open(browser, files["scrutiny"], 1280)
    page.locator("sup a").first.click()
    assert page.url.endswith("#note-1")
    assert page.locator("#note-1").is_visible()


def _open(browser: Any, file: Path, width: int) -> Any:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(file.as_uri())
    return page
