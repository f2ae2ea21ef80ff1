"""Who is entitled to support on leaving care and since when, advisers and pathway plans, as spells and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.ages import birthdays
from onechild.knowledge.clocks.journey.in_care import care_outside_short_breaks
from onechild.knowledge.clocks.journey.intervals import FAR, as_kind, merged, until_first
from onechild.knowledge.clocks.journey.kind import joined, kind
from onechild.knowledge.clocks.journey.reading import SPELL_COLUMNS, Journey, event, spell

if TYPE_CHECKING:
    import ibis.expr.types as ir

# Care Leavers (England) Regulations 2010 and regulation 40 of the Care Planning Regulations 2010: 13 weeks since 14.
WEEKS_IN_DAYS = 91
ENTITLED = ("Eligible", "Relevant", "Former Relevant")
NOT_ENTITLED = ("Qualifying", "No Current Eligibility")
AGED = ("aged_14", "aged_15", "aged_16", "aged_21")


def adviser_owed(journey: Journey) -> ir.Table:
    """From 15, or from 13 weeks in care since 14 if later, to 21; ended with care where that came before 16.

    Counted from birth. A young person whose time in care is not told is taken from the recorded entitlement.
    """
    known = journey.shared(_care_since_14)
    aged = known.mutate(started_on=ibis.greatest(_.reached_on, _.aged_15))
    at_15 = aged.filter(_.started_on < _.until)
    stays = at_15.filter(_.until > _.aged_16)
    first = stays.mutate(turn=ibis.row_number().over(ibis.window(group_by="subject_id", order_by="started_on")))
    lasting = first.filter(_.turn == 0).drop("turn").mutate(ended_on=_.aged_21)
    short = at_15.filter(_.until <= _.aged_16).mutate(ended_on=_.until)
    derived = ibis.union(*(_as_spells(rows, "adviser_owed") for rows in (lasting, short)))
    return ibis.union(derived, _as_spells(_told_before(journey, derived), "adviser_owed"))


def _told_before(journey: Journey, derived: ir.Table) -> ir.Table:
    """Recorded entitlement, up to the day from which the time in care itself tells it."""
    first = derived.group_by("subject_id").agg(first_on=_.started_on.min())
    born = journey.shared(birthdays).select(subject_id=_.child_id, born_on=_.born_on)
    told = journey.shared(recorded_entitlement).left_join(born, "subject_id").drop("subject_id_right")
    until = told.left_join(first, "subject_id").mutate(
        ended_on=ibis.least(_.ended_on.fill_null(FAR), _.first_on.fill_null(FAR)).nullif(FAR)
    )
    return until.filter(_.ended_on.isnull() | (_.started_on < _.ended_on))


def adviser_allocated(journey: Journey) -> ir.Table:
    """A personal adviser with the young person: on the day one was owed, or the day one was allocated if later."""
    allocations = journey.table("allocations").filter(_.worker_id.notnull())
    advisers = _advisers(journey)
    as_adviser = ibis.union(
        allocations.filter(_.role == "personal_adviser").select(*HELD),
        allocations.filter(_.role != "personal_adviser").semi_join(advisers, "worker_id").select(*HELD),
    )
    owed = journey.shared(adviser_owed).select(child_id=_.subject_id, about=_.spell_id, owed_from=_.started_on)
    met = as_adviser.join(owed, "child_id").filter(_.ended_on.isnull() | (_.ended_on > _.owed_from))
    dated = met.mutate(happened_on=ibis.greatest(_.started_on, _.owed_from))
    return event(dated, "adviser_allocated", key="allocation_id", about="about")


def pathway_plan(journey: Journey) -> ir.Table:
    """From the first pathway plan of a young person entitled to one, counted from the latest plan or review."""
    owed, steps = journey.shared(entitled), _plans_and_reviews(journey)
    dated = owed.join(steps.select(subject_id=_.child_id, step_on=_.happened_on, step=_.step), "subject_id")
    before = dated.filter(_.step_on <= _.started_on).group_by("subject_id", "spell_id").agg(last_on=_.step_on.max())
    later = dated.filter(_.step == "plan", _.step_on > _.started_on)
    later = later.group_by("subject_id", "spell_id").agg(first_on=_.step_on.min())
    keys = ["subject_id", "spell_id"]
    rows = owed.left_join(before, keys).drop("subject_id_right", "spell_id_right").left_join(later, keys)
    planned = rows.filter(_.last_on.notnull() | _.first_on.notnull()).mutate(
        counted_from=ibis.coalesce(_.last_on, _.first_on),
        started_on=ibis.ifelse(_.last_on.notnull(), _.started_on, _.first_on),
    )
    return as_kind(planned.filter(_.ended_on.isnull() | (_.started_on < _.ended_on)), "pathway_plan")


def pathway_plan_reviewed(journey: Journey) -> ir.Table:
    """Reviews of a pathway plan, and new plans, but the first of all."""
    steps = _plans_and_reviews(journey)
    first = steps.group_by("child_id").agg(first_on=_.happened_on.min())
    later = steps.join(first, "child_id").filter(_.happened_on > _.first_on)
    return event(later, "pathway_plan_reviewed", key="pathway_step_id")


HELD = ("allocation_id", "child_id", "started_on", "ended_on")


def _care_since_14(journey: Journey) -> ir.Table:
    """Each time in care after 14 in which 13 weeks were or had been reached: reached_on, until, and birthdays."""
    care = merged(journey.shared(care_outside_short_breaks), "care")
    rows = care.join(journey.shared(birthdays), "child_id").select(
        "subject_id", "child_id", "spell_id", "started_on", "ended_on", "born_on", *AGED
    )
    since = rows.mutate(from_on=ibis.greatest(_.started_on, _.aged_14), until=_.ended_on.fill_null(FAR))
    since = _numbered(journey, since.filter(_.from_on < _.until), "from_on", "from_number")
    since = _numbered(journey, since, "ended_on", "until_number")
    so_far = ibis.cumulative_window(group_by="subject_id", order_by="from_on")
    counted = since.mutate(spent=_.until_number.fill_null(_.from_number) - _.from_number)
    counted = counted.mutate(earlier=_.spent.sum().over(so_far) - _.spent)
    reached = counted.mutate(reached=_.from_number + ibis.greatest(0, WEEKS_IN_DAYS - _.earlier))
    days = journey.days.select(reached="number", reached_on="date")
    return reached.join(days, "reached").filter(_.reached_on < _.until)


def _numbered(journey: Journey, rows: ir.Table, column: str, into: str) -> ir.Table:
    days = journey.days.select("date", **{into: journey.days.number})
    return rows.left_join(days, rows[column] == days.date).select(*rows.columns, into)


def entitled(journey: Journey) -> ir.Table:
    """Eligible, relevant or former relevant: by the time in care from 16 to 21, and as recorded up to 25."""
    known = journey.shared(_care_since_14)
    at_16 = known.mutate(started_on=ibis.greatest(_.reached_on, _.aged_16)).filter(_.started_on < _.until)
    by_care = _as_spells(at_16.mutate(ended_on=_.aged_21), "entitled")
    statuses = journey.table("leaving_care_eligibility")
    ended = event(statuses.filter(_.eligibility.isin(NOT_ENTITLED)), "ended", key="eligibility_id", on="started_on")
    return merged(ibis.union(until_first(by_care, ended, "entitled"), journey.shared(recorded_entitlement)), "entitled")


def recorded_entitlement(journey: Journey) -> ir.Table:
    statuses = journey.table("leaving_care_eligibility").filter(_.eligibility.isin(ENTITLED))
    aged = journey.shared(birthdays).select("child_id", "aged_25")
    rows = statuses.left_join(aged, "child_id").drop("child_id_right")
    until = ibis.least(rows.ended_on.fill_null(FAR), rows.aged_25.fill_null(FAR)).nullif(FAR)
    return merged(spell(rows.mutate(until=until), "entitled", key="eligibility_id", ends="until"), "entitled")


def _plans_and_reviews(journey: Journey) -> ir.Table:
    return journey.table("pathway_steps").filter(_.step.isin(["plan", "review"]), _.happened_on.notnull())


def _advisers(journey: Journey) -> ir.Table:
    """Workers whose post is personal adviser: they are one, whatever part an allocation gives them."""
    return journey.table("employments").filter(_.role == "personal_adviser").select("worker_id").distinct()


def _as_spells(rows: ir.Table, kind: str) -> ir.Table:
    counted_from = rows.born_on if kind == "adviser_owed" else rows.started_on
    held = rows.mutate(kind=ibis.literal(kind), counted_from=counted_from, spell_id=rows.started_on.cast("string"))
    return held.filter(held.ended_on.isnull() | (held.started_on < held.ended_on)).select(*SPELL_COLUMNS)


SPELLS = joined(
    kind(adviser_owed, "periods_of_care", "leaving_care_eligibility"),
    kind(pathway_plan, "pathway_steps"),
)
EVENTS = joined(
    kind(adviser_allocated, "allocations"),
    kind(pathway_plan_reviewed, "pathway_steps"),
)
