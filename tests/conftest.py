"""What all tests share: where the project and the sample files lie, and a plain word on what was skipped."""

from __future__ import annotations

import importlib.util
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SHARED_DATA = ROOT.parent / "shared" / "data"

# The same examples on every machine: a failure that one person sees, everyone can see.
settings.register_profile("onechild", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("onechild")


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The folder that holds pyproject.toml."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The sample files and published figures beside the project; where they aren't, the test is skipped."""
    if not SHARED_DATA.is_dir():
        pytest.skip("sample files are not at hand: ../shared/data")
    return SHARED_DATA


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a marked test, saying why, where the machine lacks what its marker needs."""
    if item.get_closest_marker("spark") and (lacking := _what_spark_lacks()):
        pytest.skip(f"Spark is not at hand: {lacking}")
    if item.get_closest_marker("browser") and not shutil.which("chromium"):
        pytest.skip("no browser is at hand: install chromium")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print each reason for skipping once, with how many tests it kept from running."""
    reasons = Counter(_reason(report) for report in terminalreporter.stats.get("skipped", []))
    if not reasons:
        return
    terminalreporter.section("NOT TESTED ON THIS MACHINE", sep="=", bold=True)
    for reason, count in sorted(reasons.items()):
        terminalreporter.line(f"SKIPPED: {reason} ({count} {'test' if count == 1 else 'tests'})")


def _what_spark_lacks() -> str:
    if not shutil.which("java"):
        return "install Java 17"
    if importlib.util.find_spec("pyspark") is None:
        return "run `make venv-spark`"
    return ""


def _reason(report: pytest.TestReport) -> str:
    """A skipped report carries (file, line, reason); xdist hands it over unchanged."""
    text = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return text.removeprefix("Skipped: ")
