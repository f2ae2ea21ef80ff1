"""One query that turns spells, events and the law into obligations; and how each stood on a day.

Next due is the last qualifying event plus a length, so an obligation is the gap between two neighbours: no recursion.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import ibis
from ibis import _

if TYPE_CHECKING:
    import ibis.expr.types as ir

SPELL = ("clock", "subject_id", "spell_id")
DUTY = (*SPELL, "sequence")
OWED = (*SPELL, "subject_kind", "child_id", "started_on", "ended_on")
STAGE = (
    *DUTY,
    "subject_kind",
    "child_id",
    "spell_ended_on",
    "started_on",
    "counted_from",
    "step",
    "next_on",
    "next_met",
    "day",
)
FAR = date(9999, 12, 31)
START, RESTART, EVENT = 0, 1, 2

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
)
OUTCOMES = ("met", "met_late", "not_required", "missed", "overdue", "open")


@dataclass(frozen=True)
class LawTables:
    """The law, on the engine: clocks, meets, steps and due, as `law.py` makes them."""

    clocks: ir.Table
    meets: ir.Table
    steps: ir.Table
    due: ir.Table


def obligations(spells: ir.Table, events: ir.Table, law: LawTables) -> ir.Table:
    """This function will return one row for every duty there was or is; `due_on` is null where it can't be counted.

    `spells`: kind, subject_id, child_id, spell_id, started_on, counted_from, ended_on; (kind, subject_id, spell_id)
    unique. `events`: kind, subject_id, about_id (the spell it belongs to, where known), happened_on. A spell holds on
    [started_on, ended_on); an event on its last day can meet a duty and opens none. A duty not yet late when a
    condition changes is re-timed from what it was counted from, and never falls due before the change.
    """
    owed = law.clocks.join(spells, law.clocks.starts == spells.kind).drop("kind", "starts")
    found = _settled(_duties(_anchors(owed, spells, events, law)), spells, law)
    stopped = ibis.least(found.spell_ended_on.fill_null(FAR), found.next_on.fill_null(FAR)).nullif(FAR)
    met = found.next_met.fill_null(False)
    return found.mutate(
        met_on=ibis.ifelse(met, found.next_on, ibis.null("date")),
        ended_on=ibis.ifelse(met, ibis.null("date"), stopped),
    ).select(*COLUMNS)


def outcome(obligations: ir.Table, day: date | ir.DateValue) -> ir.Table:
    """This function will add `outcome` as it stood at the end of a day; duties that began later are left out.

    met and met_late: done by then. not_required: it stopped being owed before it was late. missed: it stopped being
    owed after that. overdue: still owed, and the day it was due is past. open: still owed.
    """
    then = obligations.filter(_.started_on <= day)
    late = then.due_on < day
    stood = ibis.cases(
        ((then.met_on <= day) & (then.met_on <= then.due_on), "met"),
        (then.met_on <= day, "met_late"),
        ((then.ended_on <= day) & (then.due_on < then.ended_on), "missed"),
        (then.ended_on <= day, "not_required"),
        (late, "overdue"),
        else_="open",
    )
    return then.mutate(outcome=stood)


def _anchors(owed: ir.Table, spells: ir.Table, events: ir.Table, law: LawTables) -> ir.Table:
    """What a duty is counted from: the spell's start, a rule that starts the count again, an event that met it."""
    starts = owed.mutate(day=owed.started_on, rank=ibis.literal(START, "int8"))
    restarts = _restarts(owed, spells, law).mutate(rank=ibis.literal(RESTART, "int8"), counted_from=_.day)
    met = _met(owed, events, law).mutate(rank=ibis.literal(EVENT, "int8"), counted_from=_.day)
    return ibis.union(*(kind.select(*OWED, "day", "rank", "counted_from") for kind in (starts, restarts, met)))


def _restarts(owed: ir.Table, spells: ir.Table, law: LawTables) -> ir.Table:
    rules = law.steps.filter(_.restarts).select("clock", "during").distinct()
    begun = rules.join(spells, rules.during == spells.kind).select("clock", "subject_id", day=_.started_on)
    held = owed.join(begun.distinct(), ["clock", "subject_id"])
    return held.filter(_.day > _.started_on, _.ended_on.isnull() | (_.day < _.ended_on)).select(*OWED, "day")


def _met(owed: ir.Table, events: ir.Table, law: LawTables) -> ir.Table:
    qualifying = law.meets.join(events, law.meets.kind == events.kind).filter(
        _.happened_on >= _.in_force_from, _.happened_on < _.in_force_to
    )
    known = qualifying.select("clock", "subject_id", "about_id", day=_.happened_on)
    met = owed.join(known, ["clock", "subject_id"]).filter(
        _.day >= _.started_on,
        _.ended_on.isnull() | (_.day <= _.ended_on),
        _.about_id.isnull() | (_.about_id == _.spell_id),
    )
    return met.select(*OWED, "day").distinct()


def _duties(anchors: ir.Table) -> ir.Table:
    """Anchors with what comes next, numbered in the spell (sequence) and since the count last started again (step)."""
    order = ["day", "rank"]
    along = ibis.window(group_by=SPELL, order_by=order)
    so_far = ibis.cumulative_window(group_by=SPELL, order_by=order)
    next_day, next_rank = _.day.lead().over(along), _.rank.lead().over(along)
    marked = anchors.mutate(
        sequence=ibis.row_number().over(along) + 1,
        block=ibis.ifelse(_.rank == EVENT, 0, 1).sum().over(so_far),
        next_on=next_day,
        # An event on the day that a count starts again meets the old duty and the new one.
        next_met=(next_rank == EVENT)
        | ((_.rank.lead(2).over(along) == EVENT) & (_.day.lead(2).over(along) == next_day)),
    )
    block = ibis.window(group_by=[*SPELL, "block"], order_by="sequence")
    stepped = marked.mutate(step=ibis.row_number().over(block) + 1, started_on=_.day)
    return stepped.filter(_.ended_on.isnull() | (_.day < _.ended_on)).rename(spell_ended_on="ended_on").select(*STAGE)


def _settled(duties: ir.Table, spells: ir.Table, law: LawTables) -> ir.Table:
    """Each duty with the rule that decides its due date: the first in whose time no change overtook it."""
    first = _timed(duties, spells, law)
    changed = _changes(duties, spells, law)
    touched = changed.select(*DUTY).distinct()
    stages = ibis.union(first.semi_join(touched, list(DUTY)), _timed(changed, spells, law))
    in_turn = ibis.window(group_by=DUTY, order_by="day")
    overtaken = stages.mutate(next_change=_.day.lead().over(in_turn))
    lasting = overtaken.filter(_.next_change.isnull() | (_.due_on < _.next_change) | _.due_on.isnull())
    settled = lasting.mutate(turn=ibis.row_number().over(in_turn)).filter(_.turn == 0)
    return ibis.union(first.anti_join(touched, list(DUTY)), settled.select(*first.columns))


def _changes(duties: ir.Table, spells: ir.Table, law: LawTables) -> ir.Table:
    """A duty once more for each day in its time on which a condition that its clock knows began or ended."""
    rules = law.steps.filter(_.during.notnull()).select("clock", "during").distinct()
    held = rules.join(spells, rules.during == spells.kind)
    turns = ibis.union(
        held.select("clock", "subject_id", turned_on=held.started_on),
        held.filter(held.ended_on.notnull()).select("clock", "subject_id", turned_on=held.ended_on),
        distinct=True,
    )
    within = duties.join(turns, ["clock", "subject_id"]).filter(
        _.turned_on > _.day,
        _.next_on.isnull() | (_.turned_on < _.next_on),
        _.spell_ended_on.isnull() | (_.turned_on < _.spell_ended_on),
    )
    return within.drop("day").rename(day="turned_on").select(*STAGE)


def _timed(stages: ir.Table, spells: ir.Table, law: LawTables) -> ir.Table:
    """The rule in force when the duty began, by what holds on `day`, and the day it makes the duty due."""
    general = law.steps.filter(_.during.isnull()).select("clock", general=_.priority).distinct()
    best = _best_condition(stages, spells, law.steps)
    ruled = stages.join(general, "clock").left_join(best, [*DUTY, "day"])
    ruled = ruled.mutate(priority=ibis.coalesce(_.best, _.general)).select(*STAGE, "priority")
    chosen = ruled.join(law.steps, ["clock", "priority"]).filter(*_in_force()).select(*STAGE, "within", "version")
    counted = chosen.left_join(law.due, ["within", "counted_from"])
    falls_on = ibis.ifelse(counted.falls_on.isnull(), ibis.null("date"), ibis.greatest(counted.falls_on, counted.day))
    return counted.mutate(due_on=falls_on).select(*STAGE, "within", "version", "due_on")


def _best_condition(stages: ir.Table, spells: ir.Table, steps: ir.Table) -> ir.Table:
    """The priority of the first conditional rule that holds, for the stages that have one."""
    rules = steps.filter(_.during.notnull()).drop("within", "version", "restarts")
    held = rules.join(spells, rules.during == spells.kind)
    held = held.select(*rules.columns, "subject_id", held_from=spells.started_on, held_to=spells.ended_on)
    holding = stages.join(held, ["clock", "subject_id"]).filter(
        *_in_force(), _.day >= _.held_from, _.held_to.isnull() | (_.day < _.held_to)
    )
    return holding.group_by(*DUTY, "day").agg(best=_.priority.min())


def _in_force() -> tuple[ir.BooleanValue, ...]:
    return (
        _.step >= _.step_from,
        _.step <= _.step_to,
        _.started_on >= _.in_force_from,
        _.started_on < _.in_force_to,
    )
