"""One query that turns spells, events and the law into obligations; and how each stood on a day.

Next due is the last qualifying event plus a length, so an obligation is the gap between two neighbours: no recursion.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import ibis
from ibis import _

if TYPE_CHECKING:
    import ibis.expr.types as ir

FAR = date(9999, 12, 31)
AT = "timestamp('UTC', 6)"
START, RESTART, EVENT = 0, 1, 2
# One row for a duty, and again for each change in its time: what began it, what ends it, and the day that is looked at.
STAGE = ("span", "number", "sequence", "step", "counted_from", "started_on", "next_on", "next_met", "last_on", "day")

COLUMNS = (
    "subject_kind",
    "subject_id",
    "child_id",
    "clock",
    "version",
    "spell_id",
    "sequence",
    "within",
    "started_on",
    "due_on",
    "met_on",
    "ended_on",
    "started_at",
    "due_at",
    "met_at",
)
# What a clock that runs in hours has besides, as hours.py makes it: null for all others.
MOMENTS = ("started_at", "due_at", "met_at")
OUTCOMES = ("met", "met_late", "not_required", "missed", "overdue", "open")


@dataclass(frozen=True)
class LawTables:
    """The law, on the engine: clocks, meets, steps and due, as `law.py` makes them."""

    clocks: ir.Table
    meets: ir.Table
    steps: ir.Table
    due: ir.Table


Keep = Callable[[str, "ir.Table"], "ir.Table"]


def obligations(
    spells: ir.Table, events: ir.Table, law: LawTables, *, keep: Keep = lambda name, rows: rows
) -> ir.Table:
    """This function will return one row for every duty there was or is; `due_on` is null where it can't be counted.

    `spells`: kind, subject_id, child_id, spell_id, started_on, counted_from, ended_on; (kind, subject_id, spell_id)
    unique. `events`: kind, subject_id, about_id (the spell it belongs to, where known), happened_on. A spell holds on
    [started_on, ended_on); an event on its last day can meet a duty and opens none. A duty not yet late when a
    condition changes is re-timed from what it was counted from, and never falls due before the change. `keep` may
    store what is used more than once; left out, it is all one expression.
    """
    spans = keep("duty_spans", _spans(spells, law))
    held = keep("duty_conditions", _conditions(spans, spells, law))
    gaps = keep("duty_gaps", _gaps(_anchors(spans, held, events, law)))
    settled = _settled(gaps, held, law, keep)
    stopped = ibis.least(settled.last_on.fill_null(FAR), settled.next_on.fill_null(FAR)).nullif(FAR)
    met = settled.next_met.fill_null(False)
    ended = settled.mutate(
        met_on=ibis.ifelse(met, settled.next_on, ibis.null("date")),
        ended_on=ibis.ifelse(met, ibis.null("date"), stopped),
    )
    told = spans.select("span", "subject_kind", "subject_id", "child_id", "clock", "spell_id")
    return ended.join(told, "span").mutate(**{name: ibis.null(AT) for name in MOMENTS}).select(*COLUMNS)


def outcome(obligations: ir.Table, day: date | ir.DateValue) -> ir.Table:
    """This function will add `outcome` as it stood at the end of a day; duties that began later are left out.

    met and met_late: done by then. not_required: it stopped being owed before it was late. missed: it stopped being
    owed after that. overdue: still owed, and the day it was due is past. open: still owed. Where a duty ran in hours
    its moment is past by the end of the day it was due, and decides whether it was met in time where both are known.
    """
    then = obligations.filter(_.started_on <= day)
    late = ibis.ifelse(then.due_at.notnull(), then.due_on <= day, then.due_on < day)
    in_time = ibis.ifelse(
        then.due_at.notnull() & then.met_at.notnull(), then.met_at <= then.due_at, then.met_on <= then.due_on
    )
    stood = ibis.cases(
        ((then.met_on <= day) & in_time, "met"),
        (then.met_on <= day, "met_late"),
        ((then.ended_on <= day) & (then.due_on < then.ended_on), "missed"),
        (then.ended_on <= day, "not_required"),
        (late, "overdue"),
        else_="open",
    )
    return then.mutate(outcome=stood)


def _spans(spells: ir.Table, law: LawTables) -> ir.Table:
    """Spells that open duties, once for each clock they open one of, numbered."""
    owed = law.clocks.join(spells, law.clocks.starts == spells.kind).drop("kind", "starts")
    order = ibis.window(order_by=["number", "subject_id", "spell_id"])
    return owed.mutate(span=ibis.row_number().over(order))


def _conditions(spans: ir.Table, spells: ir.Table, law: LawTables) -> ir.Table:
    """For each span the times in it at which a conditional rule of its clock holds."""
    rules = law.steps.filter(_.during.notnull()).drop("clock", "within", "version")
    held = rules.join(spells, rules.during == spells.kind)
    held = held.select(*rules.columns, "subject_id", held_from=spells.started_on, held_to=spells.ended_on)
    within = spans.select("span", "number", "subject_id", "started_on", "ended_on")
    return (
        within.join(held, ["number", "subject_id"])
        .filter(
            _.ended_on.isnull() | (_.held_from < _.ended_on),
            _.held_to.isnull() | (_.held_to > _.started_on),
        )
        .drop("number", "subject_id")
    )


def _anchors(spans: ir.Table, held: ir.Table, events: ir.Table, law: LawTables) -> ir.Table:
    """What a duty is counted from: the span's start, a rule that starts the count again, an event that met it."""
    starts = spans.mutate(day=spans.started_on, rank=ibis.literal(START, "int8"))
    begun = held.filter(_.restarts, _.held_from > _.started_on).select("span", day=_.held_from).distinct()
    restarts = spans.join(begun, "span").mutate(rank=ibis.literal(RESTART, "int8"), counted_from=_.day)
    met = _met(spans, events, law).mutate(rank=ibis.literal(EVENT, "int8"), counted_from=_.day)
    columns = ("span", "number", "last_on", "day", "rank", "counted_from")
    return ibis.union(*(rows.rename(last_on="ended_on").select(*columns) for rows in (starts, restarts, met)))


def _met(spans: ir.Table, events: ir.Table, law: LawTables) -> ir.Table:
    qualifying = law.meets.join(events, law.meets.kind == events.kind).filter(
        _.happened_on >= _.in_force_from, _.happened_on < _.in_force_to
    )
    known = qualifying.select("number", "subject_id", "about_id", day=_.happened_on)
    met = spans.join(known, ["number", "subject_id"]).filter(
        _.day >= _.started_on,
        _.ended_on.isnull() | (_.day <= _.ended_on),
        _.about_id.isnull() | (_.about_id == _.spell_id),
    )
    return met.select("span", "number", "ended_on", "day").distinct()


def _gaps(anchors: ir.Table) -> ir.Table:
    """Anchors with what comes next, numbered in the span (sequence) and since the count last started again (step)."""
    order = ["day", "rank"]
    along = ibis.window(group_by="span", order_by=order)
    so_far = ibis.cumulative_window(group_by="span", order_by=order)
    next_day, next_rank = _.day.lead().over(along), _.rank.lead().over(along)
    marked = anchors.mutate(
        sequence=ibis.row_number().over(along) + 1,
        block=ibis.ifelse(_.rank == EVENT, 0, 1).sum().over(so_far),
        next_on=next_day,
        # An event on the day that a count starts again meets the old duty and the new one.
        next_met=(next_rank == EVENT)
        | ((_.rank.lead(2).over(along) == EVENT) & (_.day.lead(2).over(along) == next_day)),
    )
    block = ibis.window(group_by=["span", "block"], order_by="sequence")
    stepped = marked.mutate(step=ibis.row_number().over(block) + 1, started_on=_.day)
    return stepped.filter(_.last_on.isnull() | (_.day < _.last_on)).select(*STAGE)


def _settled(gaps: ir.Table, held: ir.Table, law: LawTables, keep: Keep) -> ir.Table:
    """Each duty with the rule that decides its due date: the first in whose time no change overtook it."""
    first = keep("duty_first", _timed(gaps, held, law, keep, "first"))
    changed = keep("duty_changes", _changes(gaps, held))
    touched = changed.select("span", "sequence").distinct()
    stages = ibis.union(first.semi_join(touched, ["span", "sequence"]), _timed(changed, held, law, keep, "changed"))
    in_turn = ibis.window(group_by=["span", "sequence"], order_by="day")
    overtaken = stages.mutate(next_change=_.day.lead().over(in_turn))
    lasting = overtaken.filter(_.next_change.isnull() | (_.due_on < _.next_change) | _.due_on.isnull())
    settled = lasting.mutate(turn=ibis.row_number().over(in_turn)).filter(_.turn == 0)
    return ibis.union(first.anti_join(touched, ["span", "sequence"]), settled.select(*first.columns))


def _changes(gaps: ir.Table, held: ir.Table) -> ir.Table:
    """A duty once more for each day in its time on which a condition that its clock knows began or ended."""
    turns = ibis.union(
        held.select("span", turned_on=held.held_from),
        held.filter(held.held_to.notnull()).select("span", turned_on=held.held_to),
        distinct=True,
    )
    within = gaps.join(turns, "span").filter(
        _.turned_on > _.day,
        _.next_on.isnull() | (_.turned_on < _.next_on),
        _.last_on.isnull() | (_.turned_on < _.last_on),
    )
    return within.drop("day").rename(day="turned_on").select(*STAGE)


def _timed(stages: ir.Table, held: ir.Table, law: LawTables, keep: Keep, name: str) -> ir.Table:
    """The rule in force when the duty began, by what holds on `day`, and the day it makes the duty due."""
    general = law.steps.filter(_.during.isnull()).select("number", general=_.priority).distinct()
    best = _best_condition(stages, held)
    ruled = stages.join(general, "number").left_join(best, ["span", "sequence", "day"])
    priority = ruled.mutate(priority=ibis.coalesce(_.best, _.general)).select(*STAGE, "priority")
    # Kept apart: a planner that joins the steps first compares each of them with every condition.
    ruled = keep(f"duty_{name}_ruled", priority)
    chosen = ruled.join(law.steps, ["number", "priority"]).filter(*_in_force()).select(*STAGE, "within", "version")
    counted = chosen.left_join(law.due, ["within", "counted_from"])
    falls_on = ibis.ifelse(counted.falls_on.isnull(), ibis.null("date"), ibis.greatest(counted.falls_on, counted.day))
    return counted.mutate(due_on=falls_on).select(*STAGE, "within", "version", "due_on")


def _best_condition(stages: ir.Table, held: ir.Table) -> ir.Table:
    """The priority of the first conditional rule that holds, for the stages that have one."""
    holding = stages.join(held.drop("started_on", "ended_on"), "span").filter(
        *_in_force(), _.day >= _.held_from, _.held_to.isnull() | (_.day < _.held_to)
    )
    return holding.group_by("span", "sequence", "day").agg(best=_.priority.min())


def _in_force() -> tuple[ir.BooleanValue, ...]:
    return (
        _.step >= _.step_from,
        _.step <= _.step_to,
        _.started_on >= _.in_force_from,
        _.started_on < _.in_force_to,
    )
