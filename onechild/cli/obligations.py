"""`onechild clocks` lists the statutory timescales; `onechild obligations` the duties that they make of an extract."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onechild.cli.opening import day_of, extract_in, store_on
from onechild.errors import CannotProceed

if TYPE_CHECKING:
    from onechild.knowledge.clocks.model import Clock, Confidence
    from onechild.knowledge.engines.store import Store

Row = dict[str, Any]

SHOWN = {
    "child_id": "child",
    "clock": "clock",
    "started_on": "began",
    "due_on": "due",
    "met_on": "met",
    "ended_on": "ended",
    "within": "within",
    "outcome": "outcome",
}


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(clocks)
    app.command()(obligations)


def clocks(as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False) -> None:
    """List every statutory timescale with its key, title, source and standing."""
    from onechild.knowledge.clocks.catalogue import CLOCKS

    if as_json:
        typer.echo(json.dumps([described(clock) for clock in CLOCKS], ensure_ascii=False, indent=1))
        return
    for clock in CLOCKS:
        facts = described(clock)
        typer.echo(f"{clock.key}\n  {clock.title}. Owed by: {clock.owed_by}.")
        typer.echo(f"  {facts['standing']}; {facts['confidence']}. {clock.source}")
        for version in facts["versions"]:
            typer.echo(f"  - {in_words(version)}")
        for words in clock.exceptions:
            typer.echo(f"    {words}")
        typer.echo("")


def obligations(
    extract: Annotated[Path, typer.Option(help="The folder of the extract.")],
    as_at: Annotated[str, typer.Option(help="As it stood at the end of this day, YYYY-MM-DD.")],
    clock: Annotated[str | None, typer.Option(help="Only this clock; see `onechild clocks`.")] = None,
    child: Annotated[str | None, typer.Option(help="Only this child, by id.")] = None,
    outcome: Annotated[
        str | None, typer.Option(help="Only met, met_late, not_required, missed, overdue or open.")
    ] = None,
    engine: Annotated[str, typer.Option(help="duckdb, postgres or spark.")] = "duckdb",
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """List the duties that there were or are, and how each stood on a day."""
    from onechild.knowledge.clocks import catalogue
    from onechild.knowledge.clocks.engine import OUTCOMES

    day = day_of(as_at, option="--as-at")
    if outcome is not None and outcome not in OUTCOMES:
        raise CannotProceed(f"there is no outcome {outcome}: the outcomes are {', '.join(OUTCOMES)}")
    asked = catalogue.CLOCKS if clock is None else (catalogue.clock(clock),)
    with store_on(engine, extract_in(extract)) as store:
        _refuse_an_unknown_child(store, child)
        rows, unasked = _rows(store, asked, day, child=child, outcome=outcome)
    if unasked:
        typer.echo(f"onechild: {'; '.join(unasked)}", err=True)
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1, default=date.isoformat))
    else:
        typer.echo(_table(rows, as_at))


def _rows(
    store: Store, asked: tuple[Clock, ...], day: date, *, child: str | None, outcome: str | None
) -> tuple[list[Row], list[str]]:
    """The duties in order of the day they fall due, and what could not be asked or counted."""
    from onechild.knowledge.clocks.engine import COLUMNS
    from onechild.knowledge.clocks.engine import outcome as stood
    from onechild.knowledge.clocks.parts import build_in_parts

    build_in_parts(store, clocks=asked)
    found = stood(store.table("obligations"), day)
    if child is not None:
        found = found.filter(found.child_id == child)
    if outcome is not None:
        found = found.filter(found.outcome == outcome)
    ordered = found.order_by("due_on", "child_id", "clock", "spell_id", "sequence").select(*COLUMNS, "outcome")
    rows: list[Row] = [_as_at(row, day) for row in ordered.to_pyarrow().to_pylist()]
    words: list[str] = store.table("clock_findings").to_pyarrow().column("words").to_pylist()
    return rows, words


def _as_at(row: Row, day: date) -> Row:
    """What came after the day asked for is left out, so that nothing overdue shows a day on which it was met."""
    return {**row, **{name: None for name in ("met_on", "ended_on") if row[name] and row[name] > day}}


def _refuse_an_unknown_child(store: Store, child: str | None) -> None:
    if child is None:
        return
    children = store.table("children")
    if not children.filter(children.child_id == child).count().to_pyarrow().as_py():
        raise CannotProceed(f"the extract holds no child {child}")


def _table(rows: list[Row], as_at: str) -> str:
    if not rows:
        return f"No duty to show as at {as_at}."
    cells = [[str(row[name]) if row[name] is not None else "" for name in SHOWN] for row in rows]
    widths = [max(map(len, column)) for column in zip(list(SHOWN.values()), *cells, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in (list(SHOWN.values()), *cells)
    ]
    duties = "1 duty" if len(rows) == 1 else f"{len(rows):,} duties"
    return "\n".join((*lines, "", f"{duties}, as at the end of {as_at}."))


def described(clock: Clock) -> Row:
    """A clock as the JSON of `onechild clocks` gives it: dates as text, empty where there is no limit."""
    return {
        "key": clock.key,
        "title": clock.title,
        "reference": clock.reference,
        "source": str(clock.source),
        "standing": clock.standing.value,
        "confidence": _sure(clock.confidence),
        "topic": clock.topic.value,
        "plain": clock.plain,
        "subject_kind": clock.subject_kind,
        "owed_by": clock.owed_by,
        "versions": _versions(clock),
        "exceptions": list(clock.exceptions),
        "notes": list(clock.notes),
    }


def _sure(confidence: Confidence) -> str:
    """Words for a reader: what nobody has read in a source is the council's to check."""
    words = {
        "V": "read in the source",
        "V2": "read in another's account of the source",
        "K": "local standard, check",
    }
    return words[confidence.value]


def _versions(clock: Clock) -> list[Row]:
    from onechild.knowledge.clocks.model import BEGINNING, FOREVER

    return [
        {
            "reference": rule.reference,
            "during": rule.during,
            "within": [_length(length) for length in rule.lengths],
            "repeats": rule.repeats,
            "in_force_from": None if rule.in_force_from == BEGINNING else rule.in_force_from.isoformat(),
            "in_force_to": None if rule.in_force_to == FOREVER else rule.in_force_to.isoformat(),
            "says": rule.says,
            "from_turn": rule.from_turn,
            "confidence": _sure(rule.confidence or clock.confidence),
            "source": str(rule.source or clock.source),
        }
        for rule in clock.rules
    ]


def _length(length: object) -> str:
    from onechild.knowledge.clocks.model import OwnInterval, Standard

    if isinstance(length, Standard):
        if length.default is None:
            return f"only where the council sets it ({length.setting})"
        return f"{length.of(length.default)} (the council's setting {length.setting})"
    return "as the plan says, where stricter" if isinstance(length, OwnInterval) else str(length)


def in_words(version: Row) -> str:
    """One version of a rule, as `described` gives it, in a line."""
    during = f", while {version['during'].replace('_', ' ')}" if version["during"] else ""
    since = f", since {version['in_force_from']}" if version["in_force_from"] else ""
    until = f", until {version['in_force_to']}" if version["in_force_to"] else ""
    turn = f", from turn {version['from_turn']}" if version["from_turn"] > 1 else ""
    says = f" {version['says']}" if version["says"] else ""
    return f"{version['reference']}: {', then '.join(version['within'])}{turn}{during}{since}{until}.{says}"
