"""The pages on the standard tables and the code sets."""

from __future__ import annotations

from onechild.cli.reference.files import FORMATS
from onechild.cli.reference.grid import anchor, grid
from onechild.knowledge.codesets import CodeSet, all_codesets
from onechild.knowledge.tables.contract import SUBJECTS, VERSION
from onechild.knowledge.tables.model import Column, Table


def tables_page() -> str:
    """Every table by subject: its sentence, its columns, and which columns of each format are read into them."""
    lines = [f"# The standard tables (contract version {VERSION})", ""]
    for subject, tables in SUBJECTS.items():
        named = ", ".join(f"[{table.name}](#{anchor(table.name)})" for table in tables)
        lines += [f"- [{subject}](#{anchor(subject)}): {named}"]
    for subject, tables in SUBJECTS.items():
        lines += ["", f"## {subject}"]
        for table in tables:
            lines += ["", *_table(table)]
    return "\n".join(lines) + "\n"


def codesets_page() -> str:
    """Every code set with its codes and their years."""
    lines = ["# Code sets", "", "`from` and `to` are the first and last day of a code; empty means no limit known.", ""]
    for key, codes in sorted(all_codesets().items()):
        lines += [f"## {key}", "", *_codeset(codes), ""]
    return "\n".join(lines)


def _table(table: Table) -> list[str]:
    filled = [name for name, package in FORMATS.items() if any(row.table == table.name for row in package.MAPPING)]
    personal = " Holds names, numbers or addresses." if table.personal else ""
    rows = (
        (f"`{column.name}`", _type(column), column.says, *(_sources(table, column, name) for name in filled))
        for column in table.columns
    )
    head = [f"### {table.name}", "", f"{table.says} {_shape(table)} Key `{table.key}`.{personal}", ""]
    return [*head, *grid(("column", "type", "what it says", *filled), rows)]


def _shape(table: Table) -> str:
    return {"spell": "A spell.", "event": "An event.", "thing": "A thing."}[table.shape.value]


def _type(column: Column) -> str:
    words = f"[{column.codes}](codesets.md#{anchor(column.codes)})" if column.codes else str(column.kind)
    if column.refers:
        words = f"key of `{column.refers}`"
    return words + (", required" if column.required else "")


def _sources(table: Table, column: Column, format_name: str) -> str:
    rows = FORMATS[format_name].MAPPING
    found = [f"{row.part} {row.column}".strip() for row in rows if (row.table, row.to) == (table.name, column.name)]
    return "; ".join(dict.fromkeys(found))


def _codeset(codes: CodeSet) -> list[str]:
    rows = (
        (f"`{code.code}`", code.label or "(not published)", str(code.valid_from or ""), str(code.valid_to or ""))
        for code in codes.codes
    )
    return [f"{codes.title}. Source: {codes.source}.", "", *grid(("code", "meaning", "from", "to"), rows)]
