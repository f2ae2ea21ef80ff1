"""The caseload page in Chromium: axe finds nothing, nothing scrolls sideways, nothing is asked of the network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onechild.knowledge.reports.page.whole import to_html
from tests.knowledge.reports.small_council import report_of

pytestmark = pytest.mark.browser
WIDTHS = (1280, 768, 390, 320)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, the system's own."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def staff_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy for staff, as a file."""
    return _written(tmp_path_factory, publish=False)


@pytest.fixture(scope="module")
def public_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy for publication, as a file."""
    return _written(tmp_path_factory, publish=True)


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_the_copy_for_staff(browser: Any, staff_page: Path, width: int) -> None:
    assert _faults(browser, staff_page, width) == ""


def test_axe_finds_nothing_in_the_copy_for_publication(browser: Any, public_page: Path) -> None:
    assert _faults(browser, public_page, 390) == ""


@pytest.mark.parametrize("width", WIDTHS)
def test_page_does_not_scroll_sideways(browser: Any, staff_page: Path, width: int) -> None:
    assert _open(browser, staff_page, width).evaluate("document.documentElement.scrollWidth") <= width


def test_page_asks_for_nothing_but_itself(browser: Any, staff_page: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(staff_page.as_uri())
    assert asked == [staff_page.as_uri()]


def test_one_drawing_shows_at_each_width(browser: Any, staff_page: Path) -> None:
    shown = {width: _open(browser, staff_page, width).locator("svg.chart:visible") for width in (1280, 390)}
    assert {width: found.count() for width, found in shown.items()} == {1280: 1, 390: 1}
    assert shown[390].bounding_box()["width"] <= 390


def test_a_keyboard_reaches_the_main_part_first(browser: Any, staff_page: Path) -> None:
    page = _open(browser, staff_page, 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"


def test_a_team_opens_to_the_children_behind_it(browser: Any, staff_page: Path) -> None:
    page = _open(browser, staff_page, 1280)
    page.locator("table a[href='#behind-1']").click()
    assert page.locator("#behind-1").is_visible()


def _written(tmp_path_factory: pytest.TempPathFactory, *, publish: bool) -> Path:
    path = tmp_path_factory.mktemp("report") / "caseload.html"
    path.write_text(to_html(report_of(target=1, publish=publish)), encoding="utf-8")
    return path


def _faults(browser: Any, file: Path, width: int) -> str:
    """What axe finds with everything opened; nothing where it finds nothing."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = _open(browser, file, width)
    for details in page.query_selector_all("details"):
        details.evaluate("element => element.open = true")
    found = axe.Axe().run(page)
    return found.generate_report() if found.violations_count else ""


def _open(browser: Any, file: Path, width: int) -> Any:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(file.as_uri())
    return page
