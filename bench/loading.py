"""How fast an extract goes into the record with its history on, and how soon a second, unchanged load is done.

Its own PostgreSQL, waiting for the disk as a real one does. Obligations are timed apart from the rows.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
SETTINGS = "onechild.service.config.settings"
NEEDED_RATE = 20_000
NEEDED_RATIO = 5.0
PORT = 5434


def run(extract: Path) -> dict[str, object]:
    """This function will load an extract three times into a new record, each in a process of its own.

    First into empty tables; then the same again; then with one row changed in each table. Seconds are of the whole
    command's work on the record, from the opened extract to the end of the transaction.
    """
    from onechild.knowledge.engines.own_postgres import own_postgres

    folder = Path(tempfile.mkdtemp(prefix="onechild-bench-"))
    folder.chmod(0o755)
    try:
        with own_postgres(folder / "postgres", port=PORT, database="record") as url:
            subprocess.run(
                [sys.executable, "-m", "django", "migrate", "-v0"], env=_environment(url), check=True, cwd=HERE
            )
            first, second = _measured(url, extract), _measured(url, extract)
            third = _measured(url, one_row_changed(extract, folder / "changed"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    rate = first["rows"] / first["seconds"]
    whole = first["seconds"] + first["clock_seconds"]
    return {
        "rows": int(first["rows"]),
        "first": first,
        "rows_a_second": round(rate),
        "unchanged": second,
        "times_faster_unchanged": round(whole / (second["seconds"] + second["clock_seconds"]), 1),
        "rows_alone_times_faster": round(first["seconds"] / second["seconds"], 1),
        "one_row_changed_in_each_table": third,
        "as_asked": rate >= NEEDED_RATE and first["seconds"] / second["seconds"] >= NEEDED_RATIO,
    }


def one_row_changed(extract: Path, out: Path) -> Path:
    """This function will write the extract again with the first row of every table changed in where it comes from."""
    import pyarrow as pa

    from onechild.knowledge.tables.extract import read_extract, write_extract

    def changed(rows: pa.Table) -> pa.Table:
        column = rows.column("source_row").to_pylist()
        column[0] = "another row"
        position = rows.schema.get_field_index("source_row")
        return rows.set_column(position, rows.schema.field(position), pa.array(column, pa.string()))

    source = read_extract(extract, trusting=True)
    write_extract(out, {name: changed(source.table(name)) for name in source.rows}, about=source.about)
    return out


def measured(extract: Path) -> dict[str, float]:
    """This function will load an extract into the record of DATABASE_URL, as `onechild load` does, and time it."""
    import django

    django.setup()
    from onechild.service.exchange.loads import ask, run_load

    began = time.perf_counter()
    now = datetime.now(UTC)
    asked = ask(source="hatterton", files=[str(extract)], by="bench", now=now, council="", real=False, keep_files=True)
    load = run_load(asked.pk, now=now)
    spent = time.perf_counter() - began
    clock_seconds = load.clock_seconds or 0.0
    return {
        "rows": load.rows_total,
        "changed": sum(table.changed for table in load.tables.all()),
        "seconds": round(spent - clock_seconds, 2),  # reading and checking the files, and the commit, with it
        "clock_seconds": round(clock_seconds, 2),
        "megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _measured(url: str, extract: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.loading", "--measure", str(extract)]
    said = subprocess.run(command, env=_environment(url), capture_output=True, text=True, check=True, cwd=HERE)
    found: dict[str, float] = json.loads(said.stdout)
    return found


def _environment(url: str) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": SETTINGS, "ONECHILD_INVENTED": "yes"}


def main() -> None:
    """Print the figures as JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--extract", type=Path, required=False, help="an extract that is there already")
    options.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    asked = options.parse_args()
    print(json.dumps(measured(asked.measure) if asked.measure else run(asked.extract), indent=1))


if __name__ == "__main__":
    main()
