"""Fills live.sql: the statements that keep a table of PostgreSQL in step with what is worked out of the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from onechild.knowledge.engines.compiled import Compiled, Step

# With the rights of whoever installs them, and an error where a policy would hide a row; no time lost on compiling.
RIGHTS = (
    "SECURITY DEFINER SET row_security = off SET search_path = pg_temp SET jit = off SET client_min_messages = error "
    "SET timezone = 'UTC'"
)
TYPES = {
    pa.string(): "text",
    pa.date32(): "date",
    pa.int64(): "bigint",
    pa.int32(): "integer",
    pa.bool_(): "boolean",
    pa.timestamp("us", tz="UTC"): "timestamptz",
}
ASKED = "clocks_asked"
DONE = ("inserted", "updated", "deleted")


@dataclass(frozen=True)
class Family:
    """Whose duties a set of functions keeps: children's, or those of all other subjects.

    `suffix` ends the names of its functions, `of` is the condition on a subject kind by which its rows and clocks are
    told from others', and `subject` the column of `obligations` that it is asked by. `owners` are the columns by which
    a table's rows are somebody's; a table that is not there is read whole, one whose column is `HOLDERS` is read of the
    workers who hold a child.
    """

    suffix: str
    of: str
    subject: str
    owners: Mapping[str, str]


HOLDERS = "holders"


@dataclass(frozen=True)
class Kept:
    """The table that is kept, with its columns; `worked_out` is the step it must equal, where a day could be counted.

    `journey` are the steps of events, after the last of which it can be said which clocks are asked; `needs` are, for
    each clock, the tables of the contract without a row of which it is not. `first_day` is the first that can be
    counted on.
    """

    table: str
    key: tuple[str, ...]
    columns: Mapping[str, pa.DataType]
    worked_out: str
    journey: tuple[str, ...]
    needs: Mapping[str, tuple[str, ...]]
    first_day: date


def live_schema(law: Mapping[str, pa.Schema], keys: Mapping[str, str]) -> str:
    """This function will return the statements that make the schema `clocks` with the tables of the law.

    `keys` are the columns of their keys, by table.
    """
    tables = "\n".join(_law_table(name, schema, keys.get(name)) for name, schema in law.items())
    return _filled(_template("live_schema.sql"), {"law_tables": tables})


def live_functions(compiled: Compiled, kept: Kept, family: Family) -> str:
    """This function will return the statements that make the functions of a family, to be run any number of times.

    What the steps read as `clocks_asked` are the clocks asked.
    """
    place = 1 + max(number for number, step in enumerate(compiled.steps) if step.name in kept.journey)
    journey, duties = compiled.steps[:place], compiled.steps[place:]
    leaves = dict(sorted(compiled.leaves.items(), key=lambda leaf: family.owners.get(leaf[1]) == HOLDERS))
    few = [Step(name, _leaf(table, leaves, family, "= ANY($1)")) for name, table in leaves.items()]
    many = [Step(name, _leaf(table, leaves, family, "IN (TABLE clocks_asked_about)")) for name, table in leaves.items()]
    by_writer, by_all = Step(ASKED, _asked(kept, family, "c.asked OR ")), Step(ASKED, _asked(kept, family, ""))
    parts = {
        "rights": RIGHTS,
        "others": family.suffix,
        "of": family.of,
        "subject": family.subject,
        "table": kept.table,
        "columns": ", ".join(kept.columns),
        "typed_columns": ", ".join(f"{name} {TYPES[kind]}" for name, kind in kept.columns.items()),
        "steps_of_a_few": ",\n".join(_inline(step) for step in (*few, *journey, by_writer, *duties)),
        "leaves_of_all": "\n".join(
            _executed(f"CREATE TEMP VIEW {name} AS TABLE contract.{table}") for name, table in leaves.items()
        ),
        "leaves_of_many": _stored(many),
        "journey_steps": _stored(journey),
        "clocks_to_ask_of_all": _stored([by_all]),
        "clocks_to_ask_of_many": _stored([by_writer]),
        "duty_steps": _stored(duties),
        "made": ", ".join((*(step.name for step in compiled.steps), ASKED)),
        "leaves": ", ".join(leaves),
        "writes": _writes(kept),
        "counts": ", ".join(f"(SELECT count(*) FROM clocks_{done})" for done in DONE),  # noqa: S608  names of our own
        "complete": f"NOT EXISTS (SELECT FROM {ASKED} JOIN clocks.law_clocks c USING (number) WHERE NOT c.asked)",
        "told": _told(kept),
        "worked_out": kept.worked_out,
        "first_day": f"DATE '{kept.first_day.isoformat()}'",
    }
    return _filled(_template("live.sql"), parts)


def _template(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _filled(text: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        text = text.replace(f"«{name}»", part)
    return text


def _inline(step: Step) -> str:
    return f"{step.name} AS MATERIALIZED (\n{step.query}\n)"


def _stored(steps: Sequence[Step]) -> str:
    return "\n".join(
        _executed(statement)
        for step in steps
        for statement in (f"CREATE TEMP TABLE {step.name} ON COMMIT DROP AS {step.query}", f"ANALYZE {step.name}")
    )


def _executed(statement: str) -> str:
    """A statement planned when it is run: the tables that it names were made a moment ago."""
    return f"EXECUTE $step${statement}$step$;"


def _leaf(table: str, leaves: Mapping[str, str], family: Family, among: str) -> str:
    """The rows of the subjects asked about; of a table of workers, for children, of those who hold one of them."""
    owner = family.owners.get(table)
    if owner is None:
        return f"SELECT * FROM contract.{table}"  # noqa: S608  names of the contract
    if owner != HOLDERS:
        return f"SELECT * FROM contract.{table} WHERE {owner} {among}"  # noqa: S608
    holders = next(name for name, held in leaves.items() if held == "allocations")
    return f"SELECT * FROM contract.{table} WHERE worker_id IN (SELECT worker_id FROM {holders})"  # noqa: S608


def _law_table(name: str, schema: pa.Schema, key: str | None) -> str:
    columns = ", ".join(f"{field.name} {TYPES[field.type]}" for field in schema)
    index = f" CREATE UNIQUE INDEX IF NOT EXISTS {name}_key ON clocks.{name} ({key});" if key else ""
    return f"CREATE TABLE IF NOT EXISTS clocks.{name} ({columns});{index}"


def _asked(kept: Kept, family: Family, first: str) -> str:
    """The clocks for which the record carries what they need; those asked of all already need not be looked at."""
    carried = " ".join(
        f"WHEN '{clock}' THEN {' AND '.join(f'EXISTS (SELECT FROM contract.{name})' for name in needs)}"
        for clock, needs in kept.needs.items()
        if needs
    )
    happened = " OR ".join(
        f"EXISTS (SELECT FROM {events} e JOIN clocks.law_meets m ON m.kind = e.kind WHERE m.number = c.number)"
        for events in kept.journey
    )
    return (
        "SELECT c.number, c.clock, c.subject_kind, c.starts FROM clocks.law_clocks c "  # noqa: S608  names of our own
        f"WHERE c.subject_kind {family.of} AND ({first}"
        f"(CASE c.clock {carried} ELSE true END AND (NOT c.needs_event OR {happened})))"
    )


def _writes(kept: Kept) -> str:
    """Three writes that see the table as it was: what is gone, what differs, what is new.

    `place` is where a row lies in the table for as long as the statement lasts.
    """
    now = f"clocks_now AS NOT MATERIALIZED (SELECT * FROM {kept.worked_out} WHERE due_on IS NOT NULL)"  # noqa: S608
    gone = (
        f"clocks_deleted AS (DELETE FROM {kept.table} WHERE ctid = ANY(ARRAY(SELECT k.place FROM clocks_kept k "  # noqa: S608
        f"WHERE NOT EXISTS (SELECT FROM clocks_now w WHERE {_same(kept, 'w', 'k')}))) RETURNING 1)"
    )
    put = ", ".join(f"{name} = w.{name}" for name in _others(kept))
    changed = (
        f"clocks_updated AS (UPDATE {kept.table} o SET {put} FROM clocks_now w JOIN clocks_kept k "  # noqa: S608
        f"ON {_same(kept, 'w', 'k')} WHERE o.ctid = k.place AND {_differ(kept)} RETURNING 1)"
    )
    columns = ", ".join(kept.columns)
    new = (
        f"clocks_inserted AS (INSERT INTO {kept.table} ({columns}) SELECT {columns} FROM clocks_now w "  # noqa: S608
        f"WHERE NOT EXISTS (SELECT FROM clocks_kept k WHERE {_same(kept, 'w', 'k')}) RETURNING 1)"
    )
    return ",\n".join((now, gone, changed, new))


def _told(kept: Kept) -> str:
    first = kept.key[0]
    columns = ", ".join(
        f"CAST(CASE WHEN w.{first} IS NULL THEN k.{name} ELSE w.{name} END AS {TYPES[kind]})"
        for name, kind in kept.columns.items()
    )
    return (
        f"SELECT CASE WHEN w.{first} IS NULL THEN 'surplus' WHEN k.{first} IS NULL THEN 'missing' "  # noqa: S608
        f"ELSE 'different' END, {columns} "
        f"FROM (SELECT * FROM {kept.worked_out} WHERE due_on IS NOT NULL) w FULL JOIN clocks_kept k "
        f"ON {_same(kept, 'w', 'k')} WHERE w.{first} IS NULL OR k.{first} IS NULL OR {_differ(kept)}"
    )


def _others(kept: Kept) -> list[str]:
    return [name for name in kept.columns if name not in kept.key]


def _same(kept: Kept, one: str, other: str) -> str:
    return " AND ".join(f"{one}.{name} = {other}.{name}" for name in kept.key)


def _differ(kept: Kept) -> str:
    worked_out, there = (", ".join(f"{row}.{name}" for name in _others(kept)) for row in ("w", "k"))
    return f"({worked_out}) IS DISTINCT FROM ({there})"
