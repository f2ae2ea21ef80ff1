"""What a plan says of itself: sentences first, then the workers before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onechild.knowledge.reports.words import capital, number, things
from onechild.service.govuk.parts import Cell, Column, Load, Table
from onechild.service.govuk.words import date_only
from onechild.service.journeys.planner.plans.found import Family
from onechild.service.record.models import AllocationPlan

# The kinds of work as a line says them.
WORK = {
    "protection": "child protection",
    "court": "court work",
    "care": "looked after",
    "need": "in need",
    "assessment": "being assessed",
}
A_HAIR = 0.05


def title(plan: AllocationPlan, names: Mapping[str, str]) -> str:
    """ "Plan: the waiting list of Family Safeguarding 2"."""
    team = plan.team.name if plan.team else "all teams"
    if plan.kind == "leaver" and plan.leaver_id and plan.leaves_on:
        who = names.get(plan.leaver_id, "a worker")
        return f"Plan: {team} without {who}, from {date_only(plan.leaves_on, plan.happened_on)}"
    return {"waiting": f"Plan: the waiting list of {team}", "team": f"Plan: {team}, evened out"}.get(
        plan.kind, "Plan: all teams, each evened out"
    )


def lead(plan: AllocationPlan, families: Sequence[Family]) -> list[str]:
    """This function will return the first sentence, which is bold, and the others."""
    said = [_changes(families), *_waits(plan, families), *plan.rules.get("short", []), _not_counted(plan)]
    return [_first(plan, families), *(one for one in said if one)]


def _first(plan: AllocationPlan, families: Sequence[Family]) -> str:
    """The overload; of a waiting list, that it is so because nobody else moves."""
    said = _overload(plan)
    moves = plan.rules.get("may_move_held") or any(one.changes and one.line.before_worker_id for one in families)
    if plan.kind != "waiting" or moves:
        return said
    return f"Without moving anybody who has a worker, {said[:1].lower()}{said[1:]}"


def _overload(plan: AllocationPlan) -> str:
    loads = [one for one in plan.loads if not one["manages"]]
    if not loads:
        return "No worker of this team could be planned for."
    most = max(loads, key=lambda one: (one["over_after"], one["over"]))
    was = max(one["over"] for one in loads)
    if most["over_after"] < A_HAIR:
        return "Nobody would be over target." if was < A_HAIR else f"Nobody would be over target; now {_over(was)}."
    now = "as now" if abs(was - most["over_after"]) < A_HAIR else f"now {_cases(was)}"
    if plan.kind == "council":
        return f"The furthest over target would be {most['name']}, by {_cases(most['over_after'])} ({now})."
    bound = next((one["bound"] for one in plan.proofs if one["aim"] == "largest overload"), None)
    best = bound is not None and most["over_after"] - bound < A_HAIR
    start = "The smallest largest overload that these workers allow is" if best else "The largest overload would be"
    return f"{start} {_cases(most['over_after'])}: {most['name']} ({now})."


def _changes(families: Sequence[Family]) -> str:
    moves = [one for one in families if one.changes and one.line.before_worker_id]
    gets = [one for one in families if one.changes and not one.line.before_worker_id]
    parts = [
        f"{capital(_groups(moves))} would change worker" if moves else "Nobody would change worker",
        f"{_groups(gets)} would get one" if gets else "",
    ]
    return f"{', and '.join(part for part in parts if part)}."


def _waits(plan: AllocationPlan, families: Sequence[Family]) -> Iterator[str]:
    left = sum(len(one.lines) for one in families if one.waits)
    out = _on_the_list(plan)
    if left:
        still = "would then wait" if plan.kind == "leaver" else "would still wait"
        yield f"{capital(things(left, 'child', 'children'))} {still}."
    elif plan.kind == "leaver":
        yield "Each child of this plan would have a worker."
    else:
        yield "No other child would be left waiting." if out else "Nobody would be left waiting."
    if out:
        yield f"The {out} {_is(plan)} not in this plan."


def _on_the_list(plan: AllocationPlan) -> str:
    """Who waits and is no line: on a leaver's day the whole list, else those who are restricted; empty for none."""
    hidden = plan.rules.get("hidden", 0)
    count = _out(plan)
    if not count:
        return ""
    which = "restricted " if plan.kind != "leaver" else ""
    also = f" ({number(hidden)} restricted)" if hidden and plan.kind == "leaver" else ""
    return f"{number(count) + ' ' if count > 1 else ''}{which}{'child' if count == 1 else 'children'} on the list{also}"


def _out(plan: AllocationPlan) -> int:
    return int(plan.rules.get("aside", 0)) + int(plan.rules.get("hidden", 0))


def _is(plan: AllocationPlan) -> str:
    return "is" if _out(plan) == 1 else "are"


def _not_counted(plan: AllocationPlan) -> str:
    """Beside the shortfall: whom it leaves out."""
    out = _on_the_list(plan)
    return f"The {out} {_is(plan)} not counted in that." if out and plan.rules.get("short") else ""


def _groups(families: Sequence[Family]) -> str:
    children = sum(len(one.lines) for one in families)
    if children == len(families):
        return things(children, "child", "children")
    return f"{things(len(families), 'family', 'families')} ({number(children)} children)"


def _cases(over: float) -> str:
    return f"{over:.1f} cases over target"


def _over(over: float) -> str:
    return f"the furthest is {over:.1f} cases over"


def differences(families: Sequence[Family]) -> str:
    """What differs from the plan before, as far as children stand in both; empty where nothing does."""
    count = sum(one.earlier is not None for one in families)
    return (
        f"{capital(things(count, 'line', 'lines'))} differ{'s' if count == 1 else ''} from the plan before."
        if count
        else ""
    )


def workers(plan: AllocationPlan) -> Table:
    """This function will return the workers before and after, the furthest over first; managers last."""
    shown = [one for one in plan.loads if not one["manages"] or one["before"] or one["after"]]
    loads = sorted(shown, key=lambda one: (one["manages"], -one["over_after"], -one["over"], one["name"]))
    scale = max((max(one["after"], one["target"]) for one in loads), default=1)
    columns = [
        Column("Worker"),
        Column("Share of full time", number=True),
        Column("Target", number=True),
        Column("Families", number=True),
        Column("Children", number=True),
        Column("Weighted load", number=True),
        Column("Over target", number=True),
        Column("Children after"),
    ]
    return Table(
        label="Workers before and after",
        columns=columns,
        rows=[_row(one, scale) for one in loads],
        total=_total(loads) if len(loads) > 1 else (),
        kind="stack",
        heading="workers-heading",
        empty="No worker is of this team.",
    )


def _row(one: Mapping[str, Any], scale: float) -> list[object]:
    return [
        Cell(text=one["name"], note=", ".join(_notes(one))),
        "" if one["fte"] is None else f"{one['fte']:.1f}",
        "" if one["manages"] else f"{one['target']:.1f}",
        _then(one["families"], one["families_after"], "{:d}"),
        _then(one["before"], one["after"], "{:d}"),
        _then(one["weighs"], one["weighs_after"], "{:.1f}"),
        "not asked" if one["manages"] else _then(one["over"], one["over_after"], "{:.1f}"),
        "" if one["manages"] else Load(held=one["after"], target=one["target"], scale=scale),
    ]


def _total(loads: Sequence[Mapping[str, Any]]) -> list[object]:
    def summed(key: str) -> Any:
        return sum(one[key] for one in loads)

    return [
        Cell(text="All", strong=True),
        _summed_hours(loads),
        f"{sum(one['target'] for one in loads if not one['manages']):.1f}",
        _then(summed("families"), summed("families_after"), "{:d}"),
        _then(summed("before"), summed("after"), "{:d}"),
        _then(summed("weighs"), summed("weighs_after"), "{:.1f}"),
        "",
        "",
    ]


def _summed_hours(loads: Sequence[Mapping[str, Any]]) -> str:
    """Nothing where somebody's hours are not recorded: a sum would be too small."""
    hours = [one["fte"] for one in loads]
    return "" if None in hours else f"{sum(hours):.1f}"


def _then(before: float, after: float, told: str) -> str:
    was, will = told.format(before), told.format(after)
    return was if was == will else f"{was}, then {will}"


def _notes(one: Mapping[str, Any]) -> Iterator[str]:
    if one["manages"]:
        yield "manager"
    if one["newly_qualified"]:
        yield "first year"
    if one["why_not"]:
        yield one["why_not"].rstrip(".")
