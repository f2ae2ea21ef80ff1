"""Writes docs/reference from the code, or with --check says which page is out of date. Run as a module by `make`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.codesets import CodeSet, all_codesets
from onechild.knowledge.formats import annex_a, cin_census, ssd, ssda903
from onechild.knowledge.formats.mapping import Mapped
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.tables.contract import SUBJECTS, VERSION
from onechild.knowledge.tables.model import Column, Table

HERE = Path(__file__).resolve().parents[2] / "docs" / "reference"
MADE = "<!-- Made by `make reference` from the code; a change here is lost. -->\n\n"
FORMATS = {"Annex A": annex_a, "CIN census": cin_census, "SSDA903": ssda903, "SSD": ssd}


def main(arguments: list[str]) -> int:
    """Write every page, or with `--check` return 1 and name the pages that the code no longer agrees with."""
    pages = {HERE / name: MADE + make() for name, make in _pages().items()}
    if arguments != ["--check"]:
        for path, words in pages.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, encoding="utf-8")
        return 0
    stale = [path for path, words in pages.items() if not path.is_file() or path.read_text("utf-8") != words]
    for path in stale:
        sys.stderr.write(f"docs/reference/{path.relative_to(HERE)} is out of date: run `make reference`\n")
    return 1 if stale else 0


def _pages() -> dict[str, Callable[[], str]]:
    return {
        "tables.md": _tables,
        "codesets.md": _codesets,
        "clocks.md": _clocks,
        "measures.md": _measures,
        "formats.md": _formats,
    }


def _tables() -> str:
    lines = [f"# The standard tables (contract version {VERSION})", ""]
    for subject, tables in SUBJECTS.items():
        lines += [f"- [{subject}](#{_anchor(subject)}): " + ", ".join(f"`{table.name}`" for table in tables)]
    for subject, tables in SUBJECTS.items():
        lines += ["", f"## {subject}"]
        for table in tables:
            lines += ["", *_table(table)]
    return "\n".join(lines) + "\n"


def _table(table: Table) -> list[str]:
    filled = _filled_from(table.name)
    head = [f"### `{table.name}`", "", f"{table.says} A {table.shape}; key `{table.key}`.", ""]
    return [
        *head,
        *_grid(
            ("column", "type", "what it says", *filled),
            (
                (f"`{column.name}`", _type(column), column.says, *(_sources(table, column, name) for name in filled))
                for column in table.columns
            ),
        ),
    ]


def _filled_from(table: str) -> list[str]:
    return [name for name, package in FORMATS.items() if any(row.table == table for row in package.MAPPING)]


def _sources(table: Table, column: Column, format_name: str) -> str:
    rows: Iterable[Mapped] = FORMATS[format_name].MAPPING
    found = [
        f"{row.part} {row.source}".strip() for row in rows if (row.table, row.column) == (table.name, column.name)
    ]
    return "; ".join(dict.fromkeys(found))


def _type(column: Column) -> str:
    words = f"[{column.codes}](codesets.md#{_anchor(column.codes)})" if column.codes else str(column.kind)
    if column.refers:
        words = f"key of `{column.refers}`"
    return words + (", required" if column.required else "")


def _codesets() -> str:
    lines = ["# Code sets", "", "Dates are the first and last day a code was valid; empty means no limit known.", ""]
    for key, codes in sorted(all_codesets().items()):
        lines += [f"## {key}", "", *_codeset(codes), ""]
    return "\n".join(lines)


def _codeset(codes: CodeSet) -> list[str]:
    rows = (
        (f"`{code.code}`", code.label or "(meaning not published)", str(code.valid_from or ""), str(code.valid_to or ""))
        for code in codes.codes
    )
    return [f"{codes.title}. Source: {codes.source}.", "", *_grid(("code", "meaning", "from", "to"), rows)]


def _clocks() -> str:
    lines = ["# Clocks", "", "Confidence K is sector knowledge: a page shows it as “local standard, check”.", ""]
    for clock in CLOCKS:
        lines += [f"## {clock.key}", "", *_clock(clock), ""]
    return "\n".join(lines)


def _clock(clock: Clock) -> list[str]:
    return clock.described()


def _measures() -> str:
    lines = ["# Measures", ""]
    for measure in MEASURES:
        lines += [f"## {measure.key}", "", *_measure(measure), ""]
    return "\n".join(lines)


def _measure(measure: Measure) -> list[str]:
    return measure.described()


def _formats() -> str:
    lines = ["# What each file's columns become", ""]
    for name, package in FORMATS.items():
        lines += [f"## {name}", ""]
        rows = ((row.part, row.source, _goes_to(row), row.note) for row in package.MAPPING)
        lines += [*_grid(("part", "column", "becomes", "note"), rows), ""]
    return "\n".join(lines)


def _goes_to(row: Mapped) -> str:
    return f"`{row.table}.{row.column}`" if row.table else "not carried"


def _grid(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    return [_row(head), _row(("---",) * len(head)), *(_row(row) for row in rows)]


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "/").replace("\n", " ") for cell in cells) + " |"


def _anchor(words: str) -> str:
    return "".join(letter for letter in words.lower().replace(" ", "-") if letter.isalnum() or letter in "-_")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
