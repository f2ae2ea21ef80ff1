"""How long obligations take for ten years of Hatterton, and for ten such councils beside the growth in rows."""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

HERE = Path(__file__).resolve().parent.parent
ROUNDS = 3
TIMES = 10


def run(out: Path, *, extract: Path | None = None, rounds: int = ROUNDS) -> list[dict[str, object]]:
    """This function will return a row for x1 and one for x10: rows of obligations, median seconds, megabytes.

    Each round is a process of its own, so that the memory is its own too. `extract` is a council that is there already;
    left out, one is invented in `out`.
    """
    one = extract or _invented(out / "hatterton")
    many = _copied_elsewhere(one, out / f"times-{TIMES}")
    found = [_row(name, _rounds(folder, rounds)) for name, folder in (("x1", one), (f"x{TIMES}", many))]
    growth = _number(found[1], "engine_seconds") / _number(found[0], "engine_seconds")
    rows = _number(found[1], "obligations") / _number(found[0], "obligations")
    return [*found, {"what": "growth", "of_rows": round(rows, 2), "of_engine_seconds": round(growth, 2)}]


def copied(extract: Path, out: Path, *, times: int) -> Path:
    """This function will write an extract with the children of another so many times over, each with its own ids."""
    from onechild.knowledge.tables.contract import TABLES
    from onechild.knowledge.tables.extract import read_extract, write_extract

    source = read_extract(extract, trusting=True)
    tables = {
        name: pa.concat_tables([_with_ids(source.table(name), f"{number}-") for number in range(times)])
        if "child_id" in TABLES[name].names
        else source.table(name)
        for name in source.rows
    }
    write_extract(out, tables, about=source.about)
    return out


def _copied_elsewhere(extract: Path, out: Path) -> Path:
    """A process is born with its parent's peak of memory, so that this one must stay small."""
    subprocess.run([sys.executable, "-m", "bench.clocks", "--copy", str(extract), str(out)], check=True, cwd=HERE)
    return out


def _with_ids(rows: pa.Table, prefix: str) -> pa.Table:
    for position, field in enumerate(rows.schema):
        if field.name.endswith("_id") and field.name != "worker_id":
            joined = pc.binary_join_element_wise(pa.scalar(prefix), rows.column(position), "")
            rows = rows.set_column(position, field, joined)
    return rows


def measured(extract: Path) -> dict[str, float]:
    """This function will build the obligations of an extract in this process and say what that took.

    `engine_seconds` leaves out what is the same for every extract: writing the queries.
    """
    from onechild.knowledge.clocks.parts import build_in_parts
    from onechild.knowledge.engines.duckdb import open_store
    from onechild.knowledge.tables.extract import read_extract

    with open_store(read_extract(extract, trusting=True)) as store, _timing(store.backend.con) as spent:
        started = time.perf_counter()
        build_in_parts(store)
        seconds = time.perf_counter() - started
        rows = store.table("obligations").count().to_pyarrow().as_py()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"obligations": rows, "seconds": seconds, "engine_seconds": spent[0], "megabytes": megabytes}


@contextmanager
def _timing(connection: object) -> Iterator[list[float]]:
    """What the engine itself takes: the time inside `execute`, for as long as the block lasts."""
    spent, kind = [0.0], type(connection)
    plain = kind.execute  # type: ignore[attr-defined]

    def timed(self: object, *arguments: object, **named: object) -> object:
        started = time.perf_counter()
        try:
            return plain(self, *arguments, **named)
        finally:
            spent[0] += time.perf_counter() - started

    kind.execute = timed  # type: ignore[attr-defined]
    try:
        yield spent
    finally:
        kind.execute = plain  # type: ignore[attr-defined]


def _rounds(extract: Path, rounds: int) -> list[dict[str, float]]:
    command = [sys.executable, "-m", "bench.clocks", "--measure", str(extract)]
    said = (subprocess.run(command, capture_output=True, text=True, check=True, cwd=HERE) for _ in range(rounds))
    return [json.loads(one.stdout) for one in said]


def _row(what: str, rounds: list[dict[str, float]]) -> dict[str, object]:
    medians = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    return {
        "what": what,
        "obligations": int(medians["obligations"]),
        "seconds": round(medians["seconds"], 2),
        "engine_seconds": round(medians["engine_seconds"], 2),
        "megabytes": round(medians["megabytes"]),
        "rounds": len(rounds),
    }


def _number(row: dict[str, object], name: str) -> float:
    return float(str(row[name]))


def _invented(out: Path) -> Path:
    command = [str(Path(sys.executable).with_name("onechild")), "invent", "--out", str(out), "--until", "2026-11-21"]
    subprocess.run(command, check=True, capture_output=True)
    return out


def main() -> None:
    """Print the figures as JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--extract", type=Path, help="an extract that is there already")
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options.add_argument("--copy", type=Path, nargs=2, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.copy:
        copied(*asked.copy, times=TIMES)
        return
    if asked.measure:
        print(json.dumps(measured(asked.measure)))
        return
    with tempfile.TemporaryDirectory(prefix="onechild-bench-") as folder:
        print(json.dumps(run(Path(folder), extract=asked.extract, rounds=asked.rounds), indent=1))


if __name__ == "__main__":
    main()
