"""Fills silence.sql: the statements that find what has not happened in the record, of a few children and of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from onechild.knowledge.engines.compiled import Compiled, Step
from onechild.knowledge.engines.live_functions import RIGHTS, TYPES
from onechild.knowledge.tables.contract import TABLES

MERGE = """
    mended AS (
        UPDATE public.silences s SET gone_on = (SELECT day FROM today)
        WHERE s.gone_on IS NULL AND {of_these} AND NOT EXISTS (
            SELECT FROM looked l
            WHERE l.child_id = s.child_id AND l.check_key = s.check_key AND l.row_id = s.row_id)
        RETURNING 1
    ), moved AS (
        UPDATE public.silences s SET since_on = l.since_on, detail = l.detail FROM looked l
        WHERE s.gone_on IS NULL AND l.child_id = s.child_id AND l.check_key = s.check_key AND l.row_id = s.row_id
            AND (s.since_on, s.detail) IS DISTINCT FROM (l.since_on, l.detail)
    ), begun AS (
        INSERT INTO public.silences (child_id, check_key, row_id, since_on, detail, found_on)
        SELECT l.child_id, l.check_key, l.row_id, l.since_on, l.detail, (SELECT day FROM today) FROM looked l
        WHERE NOT EXISTS (
            SELECT FROM public.silences s
            WHERE s.gone_on IS NULL AND l.child_id = s.child_id AND l.check_key = s.check_key AND l.row_id = s.row_id)
        ON CONFLICT DO NOTHING
        RETURNING 1
    )
    SELECT (SELECT count(*) FROM begun), (SELECT count(*) FROM mended) INTO new_ones, gone_ones;"""


def silence_functions(
    compiled: Compiled,
    found: Mapping[str, Step],
    needs: Mapping[str, Sequence[tuple[str, str, str]]],
    *,
    columns: Mapping[str, pa.DataType],
    moment: pa.Schema,
) -> str:
    """This function will return the statements that make the schema `silence`, to be run any number of times.

    `compiled` holds the shared steps; `found` has a step for each check, which `needs` a row of tables, or one with
    anything in a column, or with a value in it.
    """
    few = [Step(name, _leaf(table, compiled, "WHERE child_id = ANY($1)")) for name, table in _in_order(compiled)]
    every = [Step(name, f"SELECT * FROM contract.{table}") for name, table in _in_order(compiled)]  # noqa: S608
    steps = [*compiled.steps, *found.values()]
    names = ", ".join(f"CAST({name} AS {TYPES[kind]})" for name, kind in columns.items())
    parts = {
        "moment_columns": ", ".join(f"{field.name} {TYPES[field.type]} NOT NULL" for field in moment),
        "found_columns": ", ".join(f"{name} {TYPES[kind]}" for name, kind in columns.items()),
        "rights": RIGHTS,
        "steps_of_a_few": ",\n".join(_step(step) for step in (*few, *steps)),
        "steps_of_all": ",\n".join((*(_step(one, plain=True) for one in every), *map(_step, steps))),
        "found": "\nUNION ALL\n".join(
            f"SELECT {names} FROM {step.name} WHERE EXISTS (SELECT FROM silence.asked a WHERE a.check_key = '{check}')"  # noqa: S608
            for check, step in found.items()
        ),
        "asked": "\nUNION ALL\n".join(f"SELECT '{check}'{_where(needs.get(check, ()))}" for check in found),
        "merge_of_a_few": MERGE.format(of_these="s.child_id = ANY($1)"),
        "merge_of_all": MERGE.format(of_these="true"),
    }
    text = Path(__file__).with_name("silence.sql").read_text(encoding="utf-8")
    for name, part in parts.items():
        text = text.replace(f"«{name}»", part)
    return text


def _in_order(compiled: Compiled) -> list[tuple[str, str]]:
    """Tables of children first: who holds them says which rows of a table of workers are wanted."""
    return sorted(compiled.leaves.items(), key=lambda leaf: "child_id" not in TABLES[leaf[1]].names)


def _leaf(table: str, compiled: Compiled, of_these: str) -> str:
    if "child_id" in TABLES[table].names:
        return f"SELECT * FROM contract.{table} {of_these}"  # noqa: S608  names of the contract
    # Those who hold the children, and those who must keep what was promised for them.
    of_workers = {"allocations": "worker_id", "directions": "owner_id"}
    named = " UNION ".join(
        f"SELECT {of_workers[held]} FROM {name}"  # noqa: S608
        for name, held in compiled.leaves.items()
        if held in of_workers
    )
    return f"SELECT * FROM contract.{table} WHERE worker_id IN ({named})"  # noqa: S608  names of the contract


def _step(step: Step, *, plain: bool = False) -> str:
    return f"{step.name} AS {'NOT ' if plain else ''}MATERIALIZED (\n{step.query}\n)"


def _where(needs: Sequence[tuple[str, str, str]]) -> str:
    """What the whole record must hold for the check to say anything."""
    held = [f"EXISTS (SELECT FROM contract.{table}{_holding(column, value)})" for table, column, value in needs]
    return f" WHERE {' AND '.join(held)}" if held else ""


def _holding(column: str, value: str) -> str:
    if not column:
        return ""
    return f" WHERE {column} = '{value}'" if value else f" WHERE {column} IS NOT NULL"
