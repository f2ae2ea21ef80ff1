"""`make bench`: every measurement, or those named (`python -m bench census report`), printed and kept as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from bench import catalogue, census, clocks, invented, live_clocks, loading, pages, planning, report
from onechild.knowledge.invented.inventing import is_written, write_hatterton

OUT = Path(__file__).parent / "out"
UNTIL = date(2026, 3, 31)  # ten years of Hatterton


def main(names: list[str]) -> int:
    """Run the measurements named, or all; 2 where a name is not known."""
    if unknown := [name for name in names if name not in MEASUREMENTS]:
        print(f"there is no measurement called {unknown[0]}; there are {', '.join(MEASUREMENTS)}", file=sys.stderr)
        return 2
    OUT.mkdir(exist_ok=True)
    for name in names or MEASUREMENTS:
        print(f"{name} …", file=sys.stderr)
        found = MEASUREMENTS[name]()
        print(json.dumps({name: found}, indent=1), flush=True)
        (OUT / f"{name}.json").write_text(json.dumps(found, indent=1) + "\n")
    return 0


def _hatterton() -> Path:
    folder = OUT / "hatterton"
    if not is_written(folder, until=UNTIL):
        write_hatterton(folder, until=UNTIL)
    return folder


MEASUREMENTS: Mapping[str, Callable[[], object]] = {
    "census": lambda: census.run(OUT),
    "report": lambda: report.run(_hatterton()),
    "catalogue": lambda: catalogue.run(_hatterton()),
    "clocks": lambda: clocks.run(OUT, extract=_hatterton()),
    "live_clocks": lambda: live_clocks.run(_hatterton()),
    "invented": invented.run,
    "loading": lambda: loading.run(_hatterton()),
    "pages": lambda: pages.run(OUT),
    "planning": lambda: planning.run(_hatterton()),
}

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
