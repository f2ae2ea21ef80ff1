"""Pre-proceedings, care proceedings, supervision orders and private fostering, as spells and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.front_door import seen_in_person
from onechild.knowledge.clocks.journey.intervals import FAR
from onechild.knowledge.clocks.journey.kind import family, joined, kind
from onechild.knowledge.clocks.journey.reading import Journey, days_later, event, spell, with_due
from onechild.knowledge.clocks.journey.steps import to_the_end_of_work
from onechild.knowledge.workdays.lengths import Length

if TYPE_CHECKING:
    import ibis.expr.types as ir

# Applications for an order under section 31 of the Children Act 1989.
SECTION_31 = ("care", "supervision")
YEAR = Length(1, "year")


def pre_proceedings(journey: Journey) -> ir.Table:
    """Pre-proceedings to their end: from the decision to begin them, from the letter, from the first meeting."""
    rows = journey.shared(_pre_proceedings)
    stages = {
        "pre_proceedings": "started_on",
        "pre_proceedings_letter_sent": "letter_on",
        "pre_proceedings_met": "first_meeting_on",
    }
    found = (
        spell(rows.filter(rows[day].notnull()), name, key="pre_proceedings_id", starts=day, ends="until")
        for name, day in stages.items()
    )
    return ibis.union(*found)


def pre_proceedings_step(journey: Journey) -> ir.Table:
    """Letters before proceedings, first meetings, and the ends of pre-proceedings, each belonging to its row."""
    rows = journey.shared(_pre_proceedings)
    stages = {
        "letter_before_proceedings": "letter_on",
        "pre_proceedings_meeting": "first_meeting_on",
        "pre_proceedings_concluded": "until",
    }
    key = "pre_proceedings_id"
    return ibis.union(*(event(rows, name, key=key, on=day, about=key) for name, day in stages.items()))


def family_group_offered_by_letter(journey: Journey) -> ir.Table:
    """Offers of a family group decision-making meeting, on the day of the letter where they came before or in it."""
    rows = journey.shared(_pre_proceedings).filter(_.letter_on.notnull())
    offers = journey.table("steps_taken").filter(_.step == "family_group_offered")
    taken = rows.join(offers.select("child_id", offered_on=_.happened_on), "child_id").filter(
        _.offered_on >= _.started_on, _.until.isnull() | (_.offered_on <= _.until)
    )
    said = rows.filter(_.family_group_offered).mutate(offered_on=_.letter_on)
    columns = ("child_id", "pre_proceedings_id", "letter_on", "offered_on")
    both = ibis.union(taken.select(*columns), said.select(*columns))
    dated = both.mutate(known_on=ibis.greatest(_.offered_on, _.letter_on))
    key = "pre_proceedings_id"
    return event(dated, "family_group_offered_by_letter", key=key, on="known_on", about=key)


def family_group_to_hold(journey: Journey) -> ir.Table:
    """From the offer of a family group decision-making meeting to the end of pre-proceedings."""
    offers = family_group_offered_by_letter(journey).group_by("child_id", "about_id").agg(known_on=_.happened_on.min())
    rows = journey.shared(_pre_proceedings).join(
        offers.select("child_id", "known_on", pre_proceedings_id=_.about_id), ["child_id", "pre_proceedings_id"]
    )
    return spell(rows, "family_group_to_hold", key="pre_proceedings_id", starts="known_on", ends="until")


def proceedings(journey: Journey) -> ir.Table:
    """Proceedings for a care or supervision order, from the day of issue; where no application is named, any."""
    return spell(_proceedings(journey), "proceedings", key="proceedings_id")


def proceedings_in_first_time(journey: Journey) -> ir.Table:
    """The same, to the first extension of their time."""
    extended = journey.shared(_extensions).group_by("child_id", "proceedings_id").agg(first_on=_.happened_on.min())
    rows = _proceedings(journey).left_join(extended, ["child_id", "proceedings_id"])
    until = ibis.least(rows.ended_on.fill_null(FAR), rows.first_on.fill_null(FAR)).nullif(FAR)
    return spell(rows.mutate(until=until), "proceedings_in_first_time", key="proceedings_id", ends="until")


def proceedings_in_extended_time(journey: Journey) -> ir.Table:
    """From an extension to the next or to the end, counted from the day that it sets."""
    rows = journey.shared(_extensions)
    until = ibis.least(rows.ended_on.fill_null(FAR), rows.next_on.fill_null(FAR)).nullif(FAR)
    return spell(
        rows.mutate(until=until),
        "proceedings_in_extended_time",
        key="extension_id",
        starts="happened_on",
        ends="until",
        counted_from="set_for_on",
    )


def proceedings_concluded(journey: Journey) -> ir.Table:
    """Proceedings ended, each belonging to itself."""
    rows = _proceedings(journey)
    return event(rows, "proceedings_concluded", key="proceedings_id", on="ended_on", about="proceedings_id")


def extended_proceedings_concluded(journey: Journey) -> ir.Table:
    """The same, belonging to each extension of them."""
    rows = journey.shared(_extensions)
    return event(rows, "extended_proceedings_concluded", key="extension_id", on="ended_on", about="extension_id")


def case_management_hearing_held(journey: Journey) -> ir.Table:
    """Case management hearings held."""
    held = journey.table("hearings").filter(_.hearing_kind == "case_management", _.held)
    return event(held, "case_management_hearing_held", key="hearing_id", about="proceedings_id")


def supervision_order(journey: Journey) -> ir.Table:
    """Supervision orders, from the final order to its end after a year, the first extension, or the end of the work."""
    orders = journey.table("proceedings").filter(_.final_order == "supervision", _.ended_on.notnull())
    made = orders.select("child_id", "proceedings_id", made_on=_.ended_on)
    extended = journey.table("steps_taken").filter(_.step == "supervision_order_extended")
    later = made.join(extended.select("child_id", "happened_on"), "child_id").filter(_.happened_on > _.made_on)
    first = later.group_by("child_id", "proceedings_id").agg(extended_on=_.happened_on.min())
    lasting = with_due(journey, made, YEAR, of="made_on", into="expired_on")
    rows = lasting.left_join(first, ["child_id", "proceedings_id"])
    until = ibis.least(rows.expired_on.fill_null(FAR), rows.extended_on.fill_null(FAR)).nullif(FAR)
    ending = rows.mutate(until=until)
    found = spell(ending, "supervision_order", key="proceedings_id", starts="made_on", ends="until")
    return to_the_end_of_work(journey, found)


def supervision_order_in_extended_time(journey: Journey) -> ir.Table:
    """From an extension of a supervision order to its end, the next or the end of the work; counted from that end."""
    steps = journey.table("steps_taken").filter(_.step == "supervision_order_extended", _.set_for_on.notnull())
    along = ibis.window(group_by="child_id", order_by=["happened_on", "step_id"])
    dated = days_later(
        journey, steps.mutate(next_on=_.happened_on.lead().over(along)), 1, of="set_for_on", into="after"
    )
    until = ibis.least(dated.after.fill_null(FAR), dated.next_on.fill_null(FAR)).nullif(FAR)
    ending = dated.mutate(until=until)
    name = "supervision_order_in_extended_time"
    found = spell(ending, name, key="step_id", starts="happened_on", ends="until", counted_from="set_for_on")
    return to_the_end_of_work(journey, found)


def private_fostering(journey: Journey) -> ir.Table:
    """Private fostering, from the day the council was told of it: then it is deemed to begin."""
    return spell(_private_fostering(journey), "private_fostering", key="private_fostering_id", starts="known_on")


def private_fostering_after_a_year(journey: Journey) -> ir.Table:
    """The same, from a year after."""
    dated = with_due(journey, _private_fostering(journey), YEAR, of="known_on", into="anniversary")
    rows = dated.filter(_.anniversary.notnull())
    return spell(rows, "private_fostering_after_a_year", key="private_fostering_id", starts="anniversary")


def private_fostering_visit_seen(journey: Journey) -> ir.Table:
    """Private fostering visits in person at which the child was seen."""
    visits = seen_in_person(journey).filter(_.purpose == "private_fostering")
    return event(visits, "private_fostering_visit_seen", key="visit_id")


def _pre_proceedings(journey: Journey) -> ir.Table:
    """Pre-proceedings with the day they ended: a decision, the application, or their end as recorded."""
    rows = journey.table("pre_proceedings")
    ends = (rows[name].fill_null(FAR) for name in ("ended_on", "decided_on", "application_on"))
    return rows.select(
        *("child_id", "pre_proceedings_id", "started_on", "letter_on", "first_meeting_on", "family_group_offered"),
        until=ibis.least(*ends).nullif(FAR),
    )


def _proceedings(journey: Journey) -> ir.Table:
    rows = journey.table("proceedings").filter(_.application.isnull() | _.application.isin(SECTION_31))
    return rows.select("child_id", "proceedings_id", "started_on", "ended_on")


def _extensions(journey: Journey) -> ir.Table:
    """Extensions with the proceedings that each is of, by name or by its day, and the day of the next."""
    steps = journey.table("steps_taken").filter(_.step == "proceedings_extended", _.set_for_on.notnull())
    said = steps.select("child_id", "step_id", "happened_on", "set_for_on", "about_id")
    rows = said.join(_proceedings(journey), "child_id").filter(
        _.about_id.isnull() | (_.about_id == _.proceedings_id),
        _.happened_on > _.started_on,
        _.ended_on.isnull() | (_.happened_on < _.ended_on),
    )
    along = ibis.window(group_by=["child_id", "proceedings_id"], order_by=["happened_on", "step_id"])
    return rows.mutate(
        extension_id=rows.proceedings_id + "/" + rows.step_id, next_on=rows.happened_on.lead().over(along)
    )


def _private_fostering(journey: Journey) -> ir.Table:
    rows = journey.table("private_fostering")
    known = ibis.coalesce(rows.notified_on, rows.started_on)
    return rows.select("child_id", "private_fostering_id", "ended_on", known_on=known)


STAGES = ("pre_proceedings", "pre_proceedings_letter_sent", "pre_proceedings_met")
STEPS = ("letter_before_proceedings", "pre_proceedings_meeting", "pre_proceedings_concluded")
SPELLS = joined(
    family(pre_proceedings, STAGES, "pre_proceedings"),
    kind(proceedings, "proceedings"),
    kind(proceedings_in_first_time, "proceedings"),
    kind(proceedings_in_extended_time, "steps_taken"),
    kind(family_group_to_hold, "pre_proceedings"),
    kind(supervision_order, "proceedings"),
    kind(supervision_order_in_extended_time, "steps_taken"),
    kind(private_fostering, "private_fostering"),
    kind(private_fostering_after_a_year, "private_fostering"),
)
EVENTS = joined(
    family(pre_proceedings_step, STEPS, "pre_proceedings"),
    kind(family_group_offered_by_letter, "pre_proceedings"),
    kind(proceedings_concluded, "proceedings"),
    kind(extended_proceedings_concluded, "steps_taken"),
    kind(case_management_hearing_held, "hearings"),
    kind(private_fostering_visit_seen, "visits"),
)
