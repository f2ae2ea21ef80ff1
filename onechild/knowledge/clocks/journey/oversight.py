"""What follows the work itself: supervision, changes of worker, visits written up; missing again; serious incidents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.front_door import seen_in_person
from onechild.knowledge.clocks.journey.intervals import FAR, merged
from onechild.knowledge.clocks.journey.kind import joined, kind
from onechild.knowledge.clocks.journey.reading import Journey, days_later, event, spell
from onechild.knowledge.clocks.journey.steps import to_the_end_of_work, worked_with

if TYPE_CHECKING:
    import ibis.expr.types as ir

TIMES, IN_DAYS, LONG_DAYS = 3, 90, 3  # missing three times in ninety days, or three days on end
LEFT_CARE = ("Relevant", "Former Relevant", "Qualifying")


def care_leaver_supported(journey: Journey) -> ir.Table:
    """Young people who left care and are still supported."""
    rows = journey.table("leaving_care_eligibility").filter(_.eligibility.isin(LEFT_CARE))
    return merged(spell(rows, "care_leaver_supported", key="eligibility_id"), "care_leaver_supported")


def case_supervised(journey: Journey) -> ir.Table:
    """Supervisions about the child."""
    rows = journey.table("supervisions").filter(_.child_id.notnull())
    about = rows.filter(_.supervision_kind.isnull() | (_.supervision_kind == "case"))
    return event(about, "case_supervised", key="supervision_id")


def visit_to_write_up(journey: Journey) -> ir.Table:
    """Visits and attempts whose day of writing the source tells."""
    told = journey.table("visits").filter(_.recorded_on.notnull())
    return spell(told, "visit_to_write_up", key="visit_id", starts="happened_on", ends=None)


def visit_written_up(journey: Journey) -> ir.Table:
    """The day each was written up, never before the visit."""
    told = journey.table("visits").filter(_.recorded_on.notnull())
    dated = told.mutate(written_on=ibis.greatest(_.recorded_on, _.happened_on))
    return event(dated, "visit_written_up", key="visit_id", on="written_on", about="visit_id")


def lead_worker_gone(journey: Journey) -> ir.Table:
    """A lead worker's time with a child ended, nobody else leading, while the council works on with the child."""
    held = journey.shared(_lead_workers)
    ended = held.filter(_.ended_on.notnull()).mutate(gone_on=_.ended_on)
    others = held.select("child_id", other_from=_.started_on, other_to=_.ended_on)
    covered = ended.join(others, "child_id").filter(
        _.other_from < _.gone_on, _.other_to.isnull() | (_.other_to > _.gone_on)
    )
    bare = ended.anti_join(covered, ["child_id", "allocation_id"])
    work = journey.shared(worked_with).select("child_id", work_from=_.started_on, work_to=_.ended_on)
    going_on = bare.join(work, "child_id").filter(
        _.work_from <= _.gone_on, _.work_to.isnull() | (_.gone_on < _.work_to)
    )
    return spell(going_on, "lead_worker_gone", key="allocation_id", starts="gone_on", ends="work_to")


def lead_worker_begun(journey: Journey) -> ir.Table:
    """Lead workers, on the day each began."""
    return event(journey.shared(_lead_workers), "lead_worker_begun", key="allocation_id", on="started_on")


def new_lead_worker(journey: Journey) -> ir.Table:
    """A lead worker who took over from another within the same time of work, while that lasts."""
    held = journey.shared(_lead_workers)
    work = journey.shared(worked_with).select("child_id", work_from=_.started_on, work_to=_.ended_on)
    during = held.join(work, "child_id").filter(
        _.work_from <= _.started_on, _.work_to.isnull() | (_.started_on < _.work_to)
    )
    before = held.select("child_id", old_id=_.worker_id, old_from=_.started_on, old_to=_.ended_on)
    followed = during.join(before, "child_id").filter(
        _.old_id != _.worker_id, _.old_from < _.started_on, _.old_to.isnull() | (_.old_to > _.work_from)
    )
    new = during.semi_join(followed, ["child_id", "allocation_id"]).mutate(
        until=ibis.least(_.ended_on.fill_null(FAR), _.work_to.fill_null(FAR)).nullif(FAR)
    )
    return spell(new, "new_lead_worker", key="allocation_id", ends="until")


def seen_by_lead_worker(journey: Journey) -> ir.Table:
    """Visits at which the child was seen by a lead worker, belonging to that worker's time; or nobody says by whom."""
    visits = seen_in_person(journey).select("child_id", "visit_id", "worker_id", "happened_on")
    held = journey.shared(_lead_workers).select("child_id", "worker_id", "allocation_id")
    theirs = visits.join(held, ["child_id", "worker_id"])
    unsaid = visits.filter(_.worker_id.isnull())
    return ibis.union(
        event(theirs, "seen_by_lead_worker", key="visit_id", about="allocation_id"),
        event(unsaid, "seen_by_lead_worker", key="visit_id"),
    )


def missing_again(journey: Journey) -> ir.Table:
    """Missing for the third time in ninety days, or for three days on end: from the day that was so."""
    episodes = journey.table("missing_episodes").select("child_id", "missing_id", "started_on", "ended_on")
    numbers = journey.days.select("date", "number")
    numbered = episodes.join(numbers, episodes.started_on == numbers.date).drop("date")
    along = ibis.window(group_by="child_id", order_by=["started_on", "missing_id"])
    often = numbered.mutate(earlier=_.number.lag(TIMES - 1).over(along))
    dated = days_later(journey, often, LONG_DAYS, of="started_on", into="long_on")
    third = dated.earlier.notnull() & (dated.number - dated.earlier < IN_DAYS)
    long = dated.ended_on.isnull() | (dated.ended_on >= dated.long_on)
    rows = dated.mutate(again_on=ibis.cases((third, dated.started_on), (long, dated.long_on), else_=ibis.null("date")))
    found = rows.filter(rows.again_on.notnull())
    again = spell(found, "missing_again", key="missing_id", starts="again_on", ends=None)
    return to_the_end_of_work(journey, again, also_on_its_last_day=True)


def serious_incident(journey: Journey) -> ir.Table:
    """Serious incidents, from the day the council became aware."""
    rows = journey.table("serious_incidents")
    return spell(rows, "serious_incident", key="serious_incident_id", starts="happened_on", ends=None)


def serious_incident_notified(journey: Journey) -> ir.Table:
    """Serious incidents notified."""
    rows, key = journey.table("serious_incidents"), "serious_incident_id"
    return event(rows, "serious_incident_notified", key=key, on="notified_on", about=key)


def rapid_review_owed(journey: Journey) -> ir.Table:
    """Notified deaths and serious harm where abuse or neglect is known or suspected, from the notification."""
    rows = journey.table("serious_incidents").filter(_.incident_kind == "harm", _.notified_on.notnull())
    return spell(rows, "rapid_review_owed", key="serious_incident_id", starts="notified_on", ends=None)


def rapid_review_sent(journey: Journey) -> ir.Table:
    """Rapid reviews sent."""
    rows, key = journey.table("serious_incidents"), "serious_incident_id"
    return event(rows, "rapid_review_sent", key=key, on="rapid_review_on", about=key)


def _lead_workers(journey: Journey) -> ir.Table:
    """Allocations of a child to a lead worker by name; those on a team's list are nobody's."""
    held = journey.table("allocations").filter(_.role == "lead", _.worker_id.notnull())
    return held.select("child_id", "allocation_id", "worker_id", "started_on", "ended_on")


SPELLS = joined(
    kind(worked_with, "referrals", "periods_of_care", "leaving_care_eligibility"),
    kind(care_leaver_supported, "leaving_care_eligibility"),
    kind(visit_to_write_up, "visits"),
    kind(lead_worker_gone, "allocations"),
    kind(new_lead_worker, "allocations"),
    kind(missing_again, "missing_episodes"),
    kind(serious_incident, "serious_incidents", outlives=True),
    kind(rapid_review_owed, "serious_incidents", outlives=True),
)
EVENTS = joined(
    kind(case_supervised, "supervisions"),
    kind(visit_written_up, "visits"),
    kind(lead_worker_begun, "allocations"),
    kind(seen_by_lead_worker, "visits"),
    kind(serious_incident_notified, "serious_incidents"),
    kind(rapid_review_sent, "serious_incidents"),
)
