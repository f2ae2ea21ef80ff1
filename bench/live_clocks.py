"""How long the live clocks take on PostgreSQL: one child, a thousand, and all of ten years of Hatterton."""

from __future__ import annotations

import argparse
import io
import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import psycopg
import pyarrow as pa
import pyarrow.csv
from psycopg import sql

from onechild.knowledge.clocks import live
from onechild.knowledge.clocks.engine import COLUMNS, MOMENTS
from onechild.knowledge.clocks.standards import read_standards
from onechild.knowledge.engines.own_postgres import own_postgres
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import Extract, read_extract

CHILDREN = 200
MANY = 1000
ROUNDS = 3
DATES = ("started_on", "due_on", "met_on", "ended_on")
TYPES = {
    pa.string(): "text",
    pa.date32(): "date",
    pa.int64(): "bigint",
    pa.float64(): "double precision",
    pa.bool_(): "boolean",
    pa.timestamp("us", tz="UTC"): "timestamptz",
}
Name = sql.Identifier


def run(extract: Path) -> list[dict[str, object]]:
    """This function will return a row for each measurement, in milliseconds for a child and seconds for more.

    The record is one of plain tables in a server of our own, which waits for the disk as a real one does. `one
    child` is a warm connection after its first call, with the write of a changed row and the commit.
    """
    folder = Path(tempfile.mkdtemp(prefix="onechild-bench-"))
    folder.chmod(0o755)
    try:
        with own_postgres(folder / "postgres") as url, psycopg.connect(url) as connection:
            return list(_measured(connection, read_extract(extract, trusting=True)))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measured(connection: psycopg.Connection[Any], extract: Extract) -> Iterable[dict[str, object]]:
    with connection.cursor() as cursor:
        _record(cursor, extract)
        yield {"what": "compile, once a process", "seconds": _seconds(live.install_sql)}
        live.install(cursor)
        standards = read_standards(extract.table("settings").to_pylist())
        yield {"what": "load the law", "seconds": _seconds(lambda: live.load_law(cursor, standards))}
        connection.commit()
        yield {"what": "rebuild into an empty table", "seconds": _committed(connection, lambda: live.rebuild(cursor))}
        cursor.execute("ANALYZE")
        again = [_committed(connection, lambda: live.rebuild(cursor)) for _ in range(ROUNDS)]
        yield {"what": "rebuild of what is right", "seconds": statistics.median(again), "obligations": _rows(cursor)}
        yield {"what": "differences", "seconds": _committed(connection, lambda: live.differences(cursor))}
        for what, table in (("one child", "children"), ("one looked-after child", "periods_of_care")):
            yield {"what": what, **_one_by_one(connection, cursor, _some(cursor, table, CHILDREN))}
        many = _some(cursor, "children", MANY)
        thousand = [_committed(connection, lambda: live.renew(cursor, many)) for _ in range(ROUNDS)]
        yield {"what": f"{MANY} children", "seconds": statistics.median(thousand)}


def _one_by_one(connection: psycopg.Connection[Any], cursor: Any, children: list[str]) -> dict[str, object]:
    times = []
    for child in children:
        cursor.execute(
            "UPDATE obligations SET due_on = due_on - 1 WHERE ctid = "
            "(SELECT ctid FROM obligations WHERE child_id = %s LIMIT 1)",
            [child],
        )
        times.append(1000 * _committed(connection, lambda child=child: live.renew(cursor, [child])))  # type: ignore[misc]
    first, *warm = times
    p95 = sorted(warm)[int(len(warm) * 0.95)]
    return {"first_ms": round(first, 1), "median_ms": round(statistics.median(warm), 2), "p95_ms": round(p95, 2)}


def _record(cursor: Any, extract: Extract) -> None:
    """The tables with the rows of the extract, their keys and an index by child; and views as the real record has."""
    make = sql.SQL
    cursor.execute(make("CREATE {} contract").format(make("SCHEMA")))
    for name, table in TABLES.items():
        columns = make(", ").join(make("{} {}").format(Name(f.name), make(TYPES[f.type])) for f in table.schema)
        target = Name("public", name)
        cursor.execute(
            make("CREATE {} {} ({}, PRIMARY KEY ({}))").format(make("TABLE"), target, columns, Name(table.key))
        )
        if name in extract.rows:
            lines = io.BytesIO()
            rows = extract.table(name).combine_chunks()
            pyarrow.csv.write_csv(rows, lines, pyarrow.csv.WriteOptions(include_header=False))
            with cursor.copy(make("COPY {} FROM STDIN (FORMAT csv)").format(target)) as copied:
                copied.write(lines.getvalue())
        owner = next((key for key in ("child_id", "worker_id") if key in table.names and key != table.key), None)
        if owner:
            cursor.execute(make("CREATE INDEX ON {} ({})").format(target, Name(owner)))
        view = make("CREATE {} {} AS TABLE {}").format(make("VIEW"), Name("contract", name), target)
        cursor.execute(view)
    types = {"sequence": "bigint", **dict.fromkeys(DATES, "date"), **dict.fromkeys(MOMENTS, "timestamptz")}
    kept = make(", ").join(make("{} {}").format(Name(name), make(types.get(name, "text"))) for name in COLUMNS)
    key = "PRIMARY KEY (subject_kind, subject_id, clock, spell_id, sequence)"
    cursor.execute(make("CREATE {} public.obligations ({}, {})").format(make("TABLE"), kept, make(key)))
    cursor.execute("CREATE INDEX ON public.obligations (child_id)")
    cursor.execute("ANALYZE")


def _some(cursor: Any, table: str, count: int) -> list[str]:
    """Children in an order that has nothing to do with them."""
    chosen = "{} child_id {} {} GROUP BY 1 ORDER BY md5(child_id) LIMIT %s"
    cursor.execute(
        sql.SQL(chosen).format(sql.SQL("SELECT"), sql.SQL("FROM"), Name("contract", table)),
        [count],
    )
    return [row[0] for row in cursor.fetchall()]


def _rows(cursor: Any) -> int:
    cursor.execute("TABLE public.obligations")
    return int(cursor.rowcount)


def _committed(connection: psycopg.Connection[Any], work: Callable[[], object]) -> float:
    def committed() -> None:
        work()
        connection.commit()

    return _seconds(committed)


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return round(time.perf_counter() - started, 4)


def main() -> None:
    """Print the figures as JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--extract", type=Path, required=True, help="an extract that is there already")
    print(json.dumps(run(options.parse_args().extract), indent=1))


if __name__ == "__main__":
    main()
