"""Duties as they stand at each moment: the one that is owed, and how those before it in the same spell were kept."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.measures.question import FOREVER, Question, holding


def turns(question: Question, clock: str) -> ir.Table:
    """Each spell that owes a duty of a clock at each moment, with how it was kept up to then.

    Columns: moment, child_id, spell_id, late (what is owed now is), begun (the first duty has fallen due, or has been
    done), last_in_time (the last one that was done; unknown where none was), late_before (how many before were late).
    """

    def draw() -> ir.Table:
        now = _now(question, clock)
        every = question.table("obligations").filter(_.clock == clock)
        past = every.select(
            was_of="subject_id",
            was_in="spell_id",
            was_turn="sequence",
            was_met=every.met_on.notnull(),
            in_time=ibis.ifelse((_over(every) <= every.due_on).fill_null(True), 1, 0),
        )
        before = now.join(
            past, [now.subject_id == past.was_of, now.spell_id == past.was_in, past.was_turn < now.sequence]
        )
        kept = before.group_by(["moment", "spell_id"]).agg(
            late_before=_.count(where=_.in_time == 0), last_met=_.was_turn.max(where=_.was_met)
        )
        last = before.filter(_.was_met).select("moment", "spell_id", last_met="was_turn", in_time="in_time")
        kept = kept.left_join(last, ["moment", "spell_id", "last_met"]).drop(
            "moment_right", "spell_id_right", "last_met_right"
        )
        rows = now.left_join(kept, ["moment", "spell_id"]).drop("moment_right", "spell_id_right")
        return rows.select(
            *("moment", "child_id", "spell_id", "late"),
            begun=_.late | (_.due_on == _.to_on).fill_null(False) | (_.sequence > 1),
            last_in_time=_.in_time == 1,
            late_before=_.late_before.fill_null(0),
        )

    return question.keep(f"turns_of_{clock.replace('-', '_')}", draw)


def _now(question: Question, clock: str) -> ir.Table:
    """The duty that each spell owes at the end of each moment; due by the end of the day is not late."""
    every = question.table("obligations").filter(_.clock == clock)
    spells = every.select(
        *("subject_id", "child_id", "spell_id", "sequence", "started_on", "due_on"), ended_on=_over(every)
    )
    held = holding(question.asked.select("moment", "to_on"), spells)
    return held.drop("started_on", "ended_on").mutate(late=(_.due_on < _.to_on).fill_null(False))


def _over(duties: ir.Table) -> ir.DateValue:
    """The day a duty was done or stopped being owed."""
    return ibis.least(duties.met_on.fill_null(FOREVER), duties.ended_on.fill_null(FOREVER))
