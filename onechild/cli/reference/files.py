"""The page on what each column of a sector file becomes."""

from __future__ import annotations

from onechild.cli.reference.grid import grid
from onechild.knowledge.formats import annex_a, cin_census, ssd, ssda903

FORMATS = {"SSD": ssd, "CIN census": cin_census, "SSDA903": ssda903, "Annex A": annex_a}


def formats_page() -> str:
    """Every column of every format, with the standard column it is read into or why it is not carried."""
    lines = ["# What each file's columns become", ""]
    lines += [
        "Where files of several formats speak of one thing, the earlier format of this page goes before the later."
    ]
    for name, package in FORMATS.items():
        carried = [(row.part, row.column, f"`{row.table}.{row.to}`", row.note) for row in package.MAPPING]
        left = [(part, column, "not carried", why) for (part, column), why in package.NOT_CARRIED.items()]
        lines += ["", f"## {name}", "", *grid(("part", "column", "becomes", "note"), [*carried, *left])]
    return "\n".join(lines) + "\n"
