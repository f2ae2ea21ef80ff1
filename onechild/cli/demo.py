"""What `make demo` does: invents Hatterton, writes its caseload report, then reads the sector's sample files if at hand."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / "demo"
SAMPLES = PROJECT.parent / "shared" / "data" / "samples"
AS_AT, AGAINST = "2021-05-31", "2020-05-31"


def main() -> int:
    """Run the demonstration from start to end; a second run reuses what the first one made."""
    extract = FOLDER / "hatterton"
    page = FOLDER / "caseload-may-2021.html"
    report = ["report", "caseload", "--extract", extract, "--as-at", AS_AT, "--against", AGAINST]
    steps = (
        _invent(extract),
        _run(*report, "--format", "html", "--out", page),
        _run(*report, "--format", "text"),
    )
    if any(steps):
        return 2
    _say(f"\nThe same report as a page, with its charts and the children behind every figure: {_near(page)}")
    _say(f"The council it counts, as standard tables: {_near(extract)}")
    return _read_samples()


def _invent(extract: Path) -> int:
    if (extract / "extract.json").is_file() and _made_today(extract / "extract.json"):
        _say(f"Hatterton is there from earlier today ({_near(extract)}).\n")
        return 0
    _say("Inventing Hatterton, a council of 62,280 children, from 2016 to today …\n")
    return _run("invent", "--out", extract)


def _made_today(made: Path) -> bool:
    newest = max(path.stat().st_mtime for path in (PROJECT / "onechild" / "knowledge").rglob("*.py"))
    written = made.stat().st_mtime
    return written > newest and date.fromtimestamp(written) == date.fromtimestamp(_now())


def _now() -> float:
    marker = FOLDER / ".now"
    marker.touch()
    return marker.stat().st_mtime


def _read_samples() -> int:
    if not SAMPLES.is_dir():
        _say("\nNo sample files are at hand (../shared/data/samples), so none were read.")
        return 0
    _say("\nReading the sector's sample files, each a different made-up council's:\n")
    reads: Iterable[tuple[str, tuple[object, ...]]] = (
        ("annex-a", (SAMPLES / "annex_a.xlsx", "--council", "000")),
        ("cin-census-2021-shape", (SAMPLES / "cin_census_2021.xml",)),
        ("cin-census-2026-shape", (SAMPLES / "cin_census_2026.xml",)),
        ("ssda903", (SAMPLES / "ssda903", "--council", "000")),
    )
    ends = [_run("read", *arguments, "--out", FOLDER / "samples" / name) for name, arguments in reads]
    return 2 if any(end == 2 for end in ends) else 0


def _run(*arguments: object) -> int:
    command = [sys.executable, "-m", "onechild", *map(str, arguments)]
    return subprocess.run(command, check=False).returncode  # noqa: S603 - our own command line


def _near(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
