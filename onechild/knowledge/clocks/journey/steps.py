"""Steps that no other table holds, as events that meet a duty and as the start of one.

Each code of the list `step` is an event of that name, and opens two kinds of spell: `since_<step>`, counted from its
day, and `set_for_<step>`, counted from the day that it sets. A spell ends when the council has no more to do with the
child.
"""

from __future__ import annotations

from operator import le, lt
from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.intervals import FAR, merged
from onechild.knowledge.clocks.journey.kind import family, joined
from onechild.knowledge.clocks.journey.reading import SPELL_COLUMNS, Journey, event, spell
from onechild.knowledge.codesets.load import codeset

if TYPE_CHECKING:
    import ibis.expr.types as ir

STEPS: tuple[str, ...] = tuple(dict.fromkeys(code.code for code in codeset("step").codes))


def step_taken(journey: Journey) -> ir.Table:
    """Every step, each a kind of its own, belonging to the row it is about where it says which."""
    rows = journey.table("steps_taken")
    return event(rows, rows.step, key="step_id", about="about_id")


def since_step(journey: Journey) -> ir.Table:
    """From the day of a step to the day the council's work with the child ended."""
    rows = journey.shared(_steps_to_the_end)
    return spell(rows, ibis.literal("since_") + rows.step, key="step_id", starts="happened_on", ends="until")


def set_for_step(journey: Journey) -> ir.Table:
    """The same, counted from the day that the step sets for another, where it sets one."""
    rows = journey.shared(_steps_to_the_end).filter(_.set_for_on.notnull())
    kind = ibis.literal("set_for_") + rows.step
    return spell(rows, kind, key="step_id", starts="happened_on", ends="until", counted_from="set_for_on")


def worked_with(journey: Journey) -> ir.Table:
    """The times in which the council worked with the child: referrals, care and leaving care, merged."""
    parts = (
        ("referrals", "referral_id"),
        ("periods_of_care", "care_id"),
        ("leaving_care_eligibility", "eligibility_id"),
    )
    return merged(ibis.union(*(spell(journey.table(name), "work", key=key) for name, key in parts)), "worked_with")


def to_the_end_of_work(journey: Journey, spells: ir.Table, *, also_on_its_last_day: bool = False) -> ir.Table:
    """This function will return spells ended at the latest with the council's work that was under way when they began.

    One that began on the day the work ended is left out, or goes on with `also_on_its_last_day`; one that began outside
    any work goes on.
    """
    reaches = lt if also_on_its_last_day else le
    work = journey.shared(worked_with).select("subject_id", begun_on=_.started_on, until=_.ended_on)
    during = (
        spells.join(work, "subject_id")
        .filter(_.begun_on <= _.started_on, _.until.isnull() | reaches(_.started_on, _.until))
        .select("kind", "subject_id", "spell_id", "until")
    )
    ended = spells.left_join(during, ["kind", "subject_id", "spell_id"]).mutate(
        ended_on=ibis.least(_.ended_on.fill_null(FAR), _.until.fill_null(FAR)).nullif(FAR)
    )
    return ended.filter(_.ended_on.isnull() | (_.started_on < _.ended_on)).select(*SPELL_COLUMNS)


def _steps_to_the_end(journey: Journey) -> ir.Table:
    """Steps with the end of the work under way on their day; one taken outside any goes on."""
    work = journey.shared(worked_with).select("child_id", begun_on=_.started_on, until=_.ended_on)
    rows = journey.table("steps_taken")
    during = (
        rows.join(work, "child_id")
        .filter(_.begun_on <= _.happened_on, _.until.isnull() | (_.happened_on < _.until))
        .select("step_id", "until")
    )
    return rows.left_join(during, "step_id").select(
        "child_id", "step_id", "step", "happened_on", "set_for_on", "about_id", "until"
    )


SPELLS = joined(
    family(since_step, (f"since_{step}" for step in STEPS), "steps_taken"),
    family(set_for_step, (f"set_for_{step}" for step in STEPS), "steps_taken"),
)
EVENTS = joined(
    family(step_taken, STEPS, "steps_taken"),
)
