"""Says what files hold before anything is loaded: formats, rows by table, what could not be read, what contradicts."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pyarrow.parquet as pq

from onechild.service.exchange.reading import ToLoad

SHOWN = 20


def what_it_holds(found: ToLoad) -> dict[str, Any]:
    """This function will return what an opened extract holds as plain data, for a page to show: no row of a child."""
    extract = found.extract
    rows = {name: count for name, count in extract.rows.items() if name not in ("quarantine", "findings") and count}
    return {
        "council": extract.about.council,
        "invented": extract.about.invented,
        "known_at": extract.about.known_at.isoformat() if extract.about.known_at else None,
        "year": found.year,
        "formats": sorted(found.formats),
        "files": [source.name for source in extract.about.sources],
        "rows": rows,
        "aside": _counted(found, "quarantine", ("file", "table_name", "column_name", "reason")),
        "aside_count": extract.rows.get("quarantine", 0),
        "findings": _counted(found, "findings", ("finding_kind", "table_name")),
        "warnings": found.warnings,
    }


def _counted(found: ToLoad, name: str, columns: tuple[str, ...]) -> list[list[Any]]:
    """How many rows of a table say each thing, the most frequent first."""
    path = found.extract.path(name)
    if path is None:
        return []
    read = pq.read_table(path, columns=list(columns))
    lines = zip(*(read.column(column).to_pylist() for column in columns), strict=True)
    return [[*(word or "" for word in line), count] for line, count in Counter(lines).most_common(SHOWN)]
