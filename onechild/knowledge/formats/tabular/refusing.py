"""Puts aside the rows of a file whose cells are not as many as its headings, and counts them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from onechild.knowledge.formats.model import FileCount
from onechild.knowledge.formats.tabular.delimited import Broken
from onechild.knowledge.formats.tabular.layout import Part


def refuse_broken(
    broken: Sequence[Broken], name: str, part: Part, *, source: str, count: FileCount
) -> list[dict[str, object]]:
    """This function will return a row of the quarantine for each broken row, and count it as refused."""
    count.rows += len(broken)
    count.refused += len(broken)
    return [
        {
            "file": name,
            "place": f"line {row.line}",
            "line": row.line,
            "table_name": part.main,
            "column_name": None,
            "value": None,
            "reason": row.reason,
            "row_refused": True,
            "row_values": json.dumps(row.cells, ensure_ascii=False),
            "source": source,
            "source_row": f"{name} line {row.line}",
        }
        for row in broken
    ]
