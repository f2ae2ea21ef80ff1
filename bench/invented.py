"""How long Hatterton takes to invent and to write, and what ten of it take: seconds, memory and disk."""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from onechild.knowledge.invented.inventing import about, invent, write_hatterton
from onechild.knowledge.tables.extract import write_extract

UNTIL = date(2026, 3, 31)
ROUNDS = 3
COPIES = 10


def run() -> dict[str, float]:
    """Measure ten years of Hatterton at full size: seconds (medians of three) and rows; and ten copies, once."""
    tables = invent(until=UNTIL)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "hatterton"
        facts = about(until=UNTIL, seed=1, scale=1.0)
        return {
            "rows": sum(rows.num_rows for rows in tables.values()),
            "invent_seconds": _median(lambda: invent(until=UNTIL)),
            "write_seconds": _median(lambda: write_extract(target, tables, about=facts)),
            **_copies_in_a_fresh_process(target),
        }


def copies(target: Path) -> dict[str, float]:
    """Write ten councils; the peak is of the whole process, so that it wants a fresh one."""
    start = time.perf_counter()
    write_hatterton(target, until=UNTIL, scale=COPIES)
    seconds = round(time.perf_counter() - start, 1)
    return {
        "copies": COPIES,
        "copies_seconds": seconds,
        "copies_peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "copies_disk_mb": sum(path.stat().st_size for path in target.iterdir()) // 1_000_000,
    }


def _copies_in_a_fresh_process(target: Path) -> dict[str, float]:
    ran = subprocess.run([sys.executable, "-m", "bench.invented", str(target)], capture_output=True, check=True)
    found: dict[str, float] = json.loads(ran.stdout)
    return found


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return round(statistics.median(times), 2)


if __name__ == "__main__":
    json.dump(copies(Path(sys.argv[1])) if sys.argv[1:] else run(), sys.stdout, indent=1)
    print()
