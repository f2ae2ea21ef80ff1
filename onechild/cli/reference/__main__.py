"""`python -m onechild.cli.reference` writes docs/reference; with --check it names the pages that are out of date."""

from __future__ import annotations

import sys
from pathlib import Path

from onechild.cli.reference.files import formats_page
from onechild.cli.reference.law import clocks_page
from onechild.cli.reference.measures import measures_page
from onechild.cli.reference.silence import silence_page
from onechild.cli.reference.tables import codesets_page, tables_page

HERE = Path(__file__).resolve().parents[3] / "docs" / "reference"
MADE = "<!-- Made by `make reference` from the code; a change here is lost. -->\n\n"
PAGES = {
    "tables.md": tables_page,
    "codesets.md": codesets_page,
    "clocks.md": clocks_page,
    "measures.md": measures_page,
    "silence.md": silence_page,
    "formats.md": formats_page,
}


def main(arguments: list[str]) -> int:
    """Write every page and return 0; or with `--check` write none, and return 1 where one is out of date."""
    pages = {HERE / name: MADE + page() for name, page in PAGES.items()}
    if arguments == ["--check"]:
        return _check(pages)
    HERE.mkdir(parents=True, exist_ok=True)
    for path, words in pages.items():
        path.write_text(words, encoding="utf-8")
    return 0


def _check(pages: dict[Path, str]) -> int:
    stale = [path for path, words in pages.items() if not path.is_file() or path.read_text("utf-8") != words]
    for path in stale:
        sys.stderr.write(f"docs/reference/{path.name} is out of date: run `make reference`\n")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
