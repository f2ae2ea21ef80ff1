"""`onechild plan` proposes who could hold whom: the waiting list, a leaver's day, or a whole team or council."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onechild.cli.opening import day_of, extract_in, store_on
from onechild.errors import CannotProceed

if TYPE_CHECKING:
    from onechild.knowledge.planning import Gathered, Proposal, Short

ALL = "all"


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(plan)


def plan(
    extract: Annotated[Path, typer.Option(help="The folder of the extract.")],
    team: Annotated[str, typer.Option(help="The team, by id; `all` for every team that holds cases.")],
    as_at: Annotated[str, typer.Option(help="As things stood at the end of this day, YYYY-MM-DD.")],
    leaver: Annotated[str | None, typer.Option(help="A worker who leaves, by id: all their children go.")] = None,
    on: Annotated[str | None, typer.Option(help="The leaver's last day; else the day of --as-at.")] = None,
    target: Annotated[
        float | None, typer.Option(help="Cases a full-time worker should hold; else the council's setting.")
    ] = None,
    waiting_only: Annotated[
        bool, typer.Option("--waiting-only", help="Nobody who has a worker changes, but for a leaver's children.")
    ] = False,
    seconds: Annotated[float, typer.Option(help="How long to search at most.")] = 15.0,
    who: Annotated[bool, typer.Option("--who", help="Name the children of each change, by id.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Propose an allocation: before and after for each worker, what it reaches and its proof, and who is short."""
    from onechild.knowledge.planning import Rules, gather, propose, short_of
    from onechild.knowledge.planning.reading import caseholding, read

    day = day_of(as_at, option="--as-at")
    _leaves = day_of(on, option="--on") if on else day
    if target is not None and not 0 < target < float("inf"):
        raise CannotProceed(f"--target {target:g} is not a number of cases above nought")
    if not 0 < seconds < float("inf"):
        raise CannotProceed(f"--seconds {seconds:g} is not a time above nought")
    with store_on("duckdb", extract_in(extract)) as store:
        teams = caseholding(store, on=day) if team == ALL else (team,)
        found = read(store, teams=teams, on=day, target=target)
    if leaver is not None and leaver not in {row.worker_id for row in found.workers}:
        raise CannotProceed(f"nobody called {leaver} works in this plan; give a worker's id")
    alone = leaver is not None or waiting_only
    gathered = gather(
        workers=found.workers,
        children=found.children,
        on=day,
        rules=Rules(may_move_held=not alone),
        leavers=() if leaver is None else (leaver,),
    )
    made = propose(gathered.asked, seconds=seconds)
    short = short_of(gathered.asked, full_time_target=found.full_time_target)
    if as_json:
        typer.echo(json.dumps(_whole(made, short, gathered, who=who), ensure_ascii=False, indent=1))
        return
    title = ", ".join(found.teams.values()) if len(teams) < 3 else f"{len(teams)} teams"
    for line in (f"{title}, as at the end of {as_at}", "", *made.said, *short.words, *gathered.notes, ""):
        typer.echo(line)
    typer.echo(_table(made))
    typer.echo(_changes(made, gathered, leaves=_leaves.isoformat() if leaver else "", who=who))


def _whole(made: Proposal, short: Short, gathered: Gathered, *, who: bool) -> dict[str, object]:
    lines = [asdict(line) | {"children": list(gathered.members[line.group_id])} for line in made.lines if line.changes]
    return {
        "said": made.said,
        "short": asdict(short),
        "notes": gathered.notes,
        "proofs": [asdict(proof) | {"gap": proof.gap} for proof in made.proofs],
        "workers": [asdict(load) for load in made.loads],
        **({"lines": lines} if who else {}),
    }


def _table(made: Proposal) -> str:
    head = ("worker", "target", "cases", "then", "over", "then", "weighs", "then")
    cells = [
        (
            f"{load.name} ({load.worker_id})",
            f"{load.target:g}",
            str(load.before),
            str(load.after),
            f"{load.over_before:.3g}",
            f"{load.over_after:.3g}",
            f"{load.weighs_before:g}",
            f"{load.weighs_after:g}",
        )
        for load in sorted(made.loads, key=lambda load: (load.target - load.before, load.name))
    ]
    widths = [max(map(len, column)) for column in zip(head, *cells, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) if not place else cell.rjust(width)
                  for place, (cell, width) in enumerate(zip(line, widths, strict=True)))
        for line in (head, *cells)
    ]  # fmt: skip
    return "\n".join(lines)


def _changes(made: Proposal, gathered: Gathered, *, leaves: str, who: bool) -> str:
    names = {load.worker_id: load.name for load in made.loads}
    found = [""]
    for line in made.lines:
        if not line.changes and line.after is not None:
            continue
        children = ", ".join(gathered.members[line.group_id]) if who else f"{line.children} together"
        before = names[line.before] if line.before else "waiting"
        after = names[line.after] if line.after else "nobody yet"
        beside = ", ".join(names[one] for one in line.co_work)
        need = "must be co-worked" if line.co_work_needed else "could be co-worked"
        said = " ".join((*line.reasons, f"{need} by {beside}." if beside else "")).strip()
        found.append(f"{children}: {before} to {after}. {said[:1].upper()}{said[1:]}".rstrip())
    if leaves:
        found.append(f"\nFrom {leaves}.")
    return "\n".join(found)
