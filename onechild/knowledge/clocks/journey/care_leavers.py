"""Pathway assessments and plans to be made, homes that the council provides, and contact with care leavers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.ages import birthdays
from onechild.knowledge.clocks.journey.intervals import FAR, as_kind, merged, outside, until_first
from onechild.knowledge.clocks.journey.kind import family, joined, kind
from onechild.knowledge.clocks.journey.leaving_care import entitled
from onechild.knowledge.clocks.journey.reading import SPELL_COLUMNS, Journey, event, spell

if TYPE_CHECKING:
    import ibis.expr.types as ir

# Why there is no contact, as the SSDA903 codes it: refuses, needs no services any more, or has gone home.
DECLINED = ("REFU", "NREQ", "RHOM")
FIRST_MADE = {"needs_assessment": "pathway_needs_assessed", "plan": "pathway_plan_made"}


def pathway_owed(journey: Journey) -> ir.Table:
    """From 16, or the later day that a young person became eligible or relevant, to 18."""
    return as_kind(_aged(journey, "aged_16", "aged_18"), "pathway_owed")


def pathway_first_made(journey: Journey) -> ir.Table:
    """A needs assessment, and a pathway plan: on the day it was made, or became owed where it was made before."""
    owed = journey.shared(pathway_owed).select(child_id=_.subject_id, about=_.spell_id, owed_from=_.started_on)
    rows = journey.table("pathway_steps").filter(_.step.isin(list(FIRST_MADE)), _.happened_on.notnull())
    known = rows.select("pathway_step_id", "child_id", "step", made_on="happened_on").join(owed, "child_id")
    dated = known.mutate(happened_on=ibis.greatest(_.made_on, _.owed_from))
    return event(dated, dated.step.cases(*FIRST_MADE.items()), key="pathway_step_id", about="about")


def provided_home(journey: Journey) -> ir.Table:
    """In a home that the council provides to a care leaver, at the latest to 25."""
    stays = journey.table("stays").filter(_.stay_kind == "provided_accommodation")
    aged = journey.shared(birthdays).select("child_id", "aged_25")
    rows = stays.left_join(aged, "child_id").drop("child_id_right")
    until = rows.mutate(until=ibis.least(_.ended_on.fill_null(FAR), _.aged_25.fill_null(FAR)).nullif(FAR))
    return spell(until, "provided_home", key="stay_id", ends="until")


def provided_home_seen(journey: Journey) -> ir.Table:
    """Visits to a young person in a home that the council provides, made there."""
    there = _met(journey).filter(_.at_provided_accommodation)
    return event(there, "provided_home_seen", key="leaving_care_contact_id")


def provided_home_seen_again(journey: Journey) -> ir.Table:
    """The same, but the first in each home."""
    seen = journey.shared(provided_home_seen).select("subject_id", "child_id", "event_id", "happened_on")
    homes = journey.shared(provided_home).select("subject_id", about="spell_id", since="started_on", until="ended_on")
    during = seen.join(homes, "subject_id").filter(
        _.happened_on >= _.since, _.until.isnull() | (_.happened_on <= _.until)
    )
    first = during.group_by("subject_id", "about").agg(first_on=_.happened_on.min())
    later = during.join(first, ["subject_id", "about"]).filter(_.happened_on > _.first_on)
    return event(later, "provided_home_seen_again", key="event_id", about="about")


def care_leaver(journey: Journey) -> ir.Table:
    """Former relevant from 18 to 21, less the times the young person declines contact."""
    return outside(journey.shared(_leaver_to_21), journey.shared(_contact_declined), "care_leaver")


def care_leaver_from_21(journey: Journey) -> ir.Table:
    """Former relevant from 21 to 25, as recorded."""
    return as_kind(_aged(journey, "aged_21", "aged_25"), "care_leaver_from_21")


def care_leaver_met(journey: Journey) -> ir.Table:
    """Contacts face to face, and visits at which the young person was seen."""
    contacts = event(_met(journey), "care_leaver_met", key="leaving_care_contact_id")
    visits = journey.table("visits").filter(
        _.purpose == "care_leaver", _.seen, _.method.isnull() | (_.method == "face_to_face")
    )
    return ibis.union(contacts, event(visits, "care_leaver_met", key="visit_id"))


def care_leaver_heard(journey: Journey) -> ir.Table:
    """Contacts of any kind, and visits."""
    contacts = event(journey.table("leaving_care_contacts"), "care_leaver_heard", key="leaving_care_contact_id")
    visits = journey.table("visits").filter(_.purpose == "care_leaver", _.seen)
    return ibis.union(contacts, event(visits, "care_leaver_heard", key="visit_id"))


def _met(journey: Journey) -> ir.Table:
    return journey.table("leaving_care_contacts").filter(_.method.isnull() | (_.method == "face_to_face"))


def _leaver_to_21(journey: Journey) -> ir.Table:
    return _aged(journey, "aged_18", "aged_21")


def _aged(journey: Journey, first: str, last: str) -> ir.Table:
    rows = journey.shared(entitled).join(journey.shared(birthdays), "child_id")
    cut = rows.mutate(
        started_on=ibis.greatest(rows.started_on, rows[first]),
        ended_on=ibis.least(rows.ended_on.fill_null(FAR), rows[last]),
    )
    held = cut.filter(cut.started_on < cut.ended_on).mutate(counted_from=_.started_on)
    return held.select(*SPELL_COLUMNS)


def _contact_declined(journey: Journey) -> ir.Table:
    """From the day contact was declined to the next day on which anything else was said."""
    known = journey.table("leaving_care_circumstances").filter(_.in_touch.notnull(), _.happened_on.notnull())
    declined = known.filter(_.in_touch.isin(DECLINED)).mutate(until=ibis.null("date"))
    spells = spell(declined, "declined", key="circumstance_id", starts="happened_on", ends="until")
    otherwise = event(known.filter(~_.in_touch.isin(DECLINED)), "otherwise", key="circumstance_id")
    return merged(until_first(spells, otherwise, "declined"), "declined")


SPELLS = joined(
    kind(pathway_owed, "periods_of_care", "leaving_care_eligibility"),
    kind(provided_home, "stays"),
    kind(care_leaver, "periods_of_care", "leaving_care_eligibility"),
    kind(care_leaver_from_21, "leaving_care_eligibility"),
)
EVENTS = joined(
    family(pathway_first_made, FIRST_MADE.values(), "pathway_steps"),
    kind(provided_home_seen, "leaving_care_contacts"),
    kind(provided_home_seen_again, "leaving_care_contacts"),
    kind(care_leaver_met, "leaving_care_contacts", "visits"),
    kind(care_leaver_heard, "leaving_care_contacts", "visits"),
)
