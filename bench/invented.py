"""How long Hatterton takes to invent, to write, and to copy ten times over."""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from onechild.knowledge.invented.copying import copy, together
from onechild.knowledge.invented.inventing import about, invent
from onechild.knowledge.tables.extract import write_extract

UNTIL = date(2026, 3, 31)
ROUNDS = 3
COPIES = 10


def run() -> dict[str, float]:
    """Measure ten years of Hatterton at full size: seconds (medians of three) and rows."""
    tables = invent(until=UNTIL)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "hatterton"
        facts = about(until=UNTIL, seed=1, scale=1.0)
        return {
            "rows": sum(rows.num_rows for rows in tables.values()),
            "invent_seconds": _median(lambda: invent(until=UNTIL)),
            "write_seconds": _median(lambda: write_extract(target, tables, about=facts)),
            "ten_copies_seconds": _median(lambda: together([copy(tables, count=count) for count in range(COPIES)])),
        }


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return round(statistics.median(times), 2)


if __name__ == "__main__":
    json.dump(run(), sys.stdout, indent=1)
    print()
