"""Adoption and special guardianship: authority, matching, reports, life story, support, as spells and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.ages import birthdays
from onechild.knowledge.clocks.journey.in_care import (
    FOR_ADOPTION,
    looked_after,
    looked_after_review_held,
    placed_for_adoption,
    placements,
)
from onechild.knowledge.clocks.journey.intervals import FAR, as_kind, merged, outside, overlap, until_first
from onechild.knowledge.clocks.journey.kind import family, joined, kind
from onechild.knowledge.clocks.journey.reading import Journey, event, spell

if TYPE_CHECKING:
    import ibis.expr.types as ir

PLACEMENT_ORDER = "E1"
GIVEN = {"life_story_book_given": "life_story_book_ready", "later_life_letter_given": "later_life_letter_ready"}


def authority_to_place(journey: Journey) -> ir.Table:
    """Authority to place for adoption in care, less the times the child is placed; after one, from the last review."""
    return as_kind(journey.shared(_adoption_authority), "authority_to_place")


def authority_after_placement(journey: Journey) -> ir.Table:
    """The same, only after a placement for adoption ended without an order."""
    return as_kind(journey.shared(_adoption_authority).filter(_.spell_id.contains("/")), "authority_after_placement")


def adoption_planned(journey: Journey) -> ir.Table:
    """From the decision that a child should be placed for adoption, counted from entry to care."""
    care = journey.table("periods_of_care").select("child_id", "care_id", began_on=_.started_on)
    cases = journey.shared(_permanence_cases).filter(_.decided_on.notnull()).left_join(care, ["child_id", "care_id"])
    entered = ibis.ifelse(_.entered_care_on <= _.decided_on, _.entered_care_on, _.began_on)
    counted = cases.mutate(entered_on=entered).filter(_.entered_on <= _.decided_on)
    return spell(
        counted,
        "adoption_planned",
        key="permanence_case_id",
        starts="decided_on",
        ends="until",
        counted_from="entered_on",
    )


def placed_with_adopters(journey: Journey) -> ir.Table:
    """The child was with the family that adopts: placed, or with them as foster carers when adoption was decided."""
    cases = journey.shared(_permanence_cases).filter(_.decided_on.notnull())
    first = ibis.least(_.placed_on.fill_null(FAR), _.carer_became_adopter_on.fill_null(FAR)).nullif(FAR)
    rows = cases.mutate(first_on=first).filter(_.first_on.notnull())
    dated = rows.mutate(happened_on=ibis.greatest(_.first_on, _.decided_on))
    return event(dated, "placed_with_adopters", key="permanence_case_id", about="permanence_case_id")


def placement_ordered(journey: Journey) -> ir.Table:
    """From a placement order."""
    return spell(
        journey.shared(_permanence_cases),
        "placement_ordered",
        key="permanence_case_id",
        starts="placement_order_on",
        ends="until",
    )


def matched_with_adopters(journey: Journey) -> ir.Table:
    """The child was matched, or had been when the order was made."""
    rows = journey.shared(_permanence_cases).filter(_.matched_on.notnull(), _.placement_order_on.notnull())
    dated = rows.mutate(happened_on=ibis.greatest(_.matched_on, _.placement_order_on))
    return event(dated, "matched_with_adopters", key="permanence_case_id", about="permanence_case_id")


def adoption_celebrated(journey: Journey) -> ir.Table:
    """From the celebration of an adoption, to 18."""
    return _steps_to_18(journey, "adoption_celebrated", "adoption_celebrated")


def given_for_adoption(journey: Journey) -> ir.Table:
    """The life story book and the later-life letter, on the day each was given, or of the celebration if later."""
    days = journey.shared(adoption_celebrated).select(
        child_id=_.subject_id, about=_.spell_id, celebrated_on=_.started_on
    )
    rows = _steps(journey, *GIVEN).select("child_id", "step_id", "step", given_on="happened_on").join(days, "child_id")
    dated = rows.mutate(happened_on=ibis.greatest(_.given_on, _.celebrated_on))
    return event(dated, dated.step.cases(*GIVEN.items()), key="step_id", about="about")


def permanence_report(journey: Journey) -> ir.Table:
    """From a child permanence report to a placement, an order, a change of plan or the end of care."""
    care = journey.table("periods_of_care").select("child_id", care_from=_.started_on, until=_.ended_on)
    signed = _steps(journey, "permanence_report_signed").join(care, "child_id")
    held = signed.filter(_.care_from <= _.happened_on, _.until.isnull() | (_.happened_on < _.until))
    told = spell(held, "report", key="step_id", starts="happened_on", ends="until")
    rows = journey.shared(_permanence_cases)
    placed = journey.shared(placements).filter(_.placement_kind.isin(FOR_ADOPTION))
    ends = ibis.union(
        event(placed, "ended", key="placement_id", on="started_on"),
        *(event(rows, "ended", key="permanence_case_id", on=day) for day in ("placed_on", "reversed_on", "ordered_on")),
    )
    return merged(until_first(told, ends, "permanence_report"), "permanence_report")


def permanence_report_renewed(journey: Journey) -> ir.Table:
    """A child permanence report signed again: every one but the first, which began the count."""
    first = journey.shared(permanence_report).select(child_id=_.subject_id, happened_on=_.started_on)
    again = _steps(journey, "permanence_report_signed").anti_join(first, ["child_id", "happened_on"])
    return event(again, "permanence_report_renewed", key="step_id")


def special_guardianship_noticed(journey: Journey) -> ir.Table:
    """From notice of intention to apply, until a court sets a day for the report or makes an order; to 18."""
    noticed = _steps_to_18(journey, "special_guardianship_notice", "special_guardianship_noticed")
    directed = event(_steps(journey, "special_guardianship_report_directed"), "directed", key="step_id")
    return until_first(noticed, ibis.union(directed, _ordered(journey)), "special_guardianship_noticed")


def special_guardianship_report_due(journey: Journey) -> ir.Table:
    """From a court's direction, counted from the day it sets, until an order or a new direction; to 18."""
    directions = _steps(journey, "special_guardianship_report_directed").filter(_.set_for_on.notnull())
    rows = directions.join(journey.shared(birthdays), "child_id")
    set_for = spell(
        rows,
        "directed",
        key="step_id",
        starts="happened_on",
        ends="aged_18",
        counted_from="set_for_on",
    )
    again = event(_steps(journey, "special_guardianship_report_directed"), "directed", key="step_id")
    return until_first(set_for, ibis.union(again, _ordered(journey)), "special_guardianship_report_due")


def supported_family(journey: Journey) -> ir.Table:
    """From the day adoption or special guardianship support was agreed to the day it ended, at the latest to 18."""
    ended = event(_steps(journey, "support_ended"), "ended", key="step_id")
    return until_first(_steps_to_18(journey, "support_agreed", "supported_family"), ended, "supported_family")


def _placement_authority(journey: Journey) -> ir.Table:
    """A placement order, by the child's legal status or by the case, while the child is in care."""
    statuses = journey.table("legal_statuses").filter(_.status == PLACEMENT_ORDER)
    episodes = journey.table("care_episodes").filter(_.legal_status == PLACEMENT_ORDER)
    cases = journey.shared(_permanence_cases)
    told = ibis.union(
        spell(statuses, "authority", key="legal_status_id"),
        spell(episodes, "authority", key="episode_id"),
        spell(cases, "authority", key="permanence_case_id", starts="placement_order_on", ends="until"),
    )
    return overlap(told, looked_after(journey), "authority")


def _adoption_authority(journey: Journey) -> ir.Table:
    authority = journey.shared(_placement_authority)
    waiting = outside(authority, journey.shared(placed_for_adoption), "authority")
    reviews = journey.shared(looked_after_review_held).select("subject_id", reviewed_on=_.happened_on)
    resumed = waiting.filter(_.spell_id.contains("/"))
    last = (
        resumed.join(reviews, "subject_id")
        .filter(_.reviewed_on <= _.started_on)
        .group_by("subject_id", "spell_id")
        .agg(last_on=_.reviewed_on.max())
    )
    rows = waiting.left_join(last, ["subject_id", "spell_id"])
    return as_kind(rows.mutate(counted_from=ibis.coalesce(_.last_on, _.counted_from)), "authority")


def _permanence_cases(journey: Journey) -> ir.Table:
    """Cases with the day each came to its end: an order, another plan, or the end of care."""
    care = journey.table("periods_of_care").select("child_id", "care_id", care_ended_on=_.ended_on)
    rows = journey.table("permanence_cases").left_join(care, ["child_id", "care_id"])
    ends = (rows[day].fill_null(FAR) for day in ("ordered_on", "reversed_on", "care_ended_on"))
    return rows.select(
        "permanence_case_id",
        "child_id",
        "care_id",
        "entered_care_on",
        "decided_on",
        "placement_order_on",
        "matched_on",
        "placed_on",
        "carer_became_adopter_on",
        "ordered_on",
        "reversed_on",
        until=ibis.least(*ends).nullif(FAR),
    )


def _ordered(journey: Journey) -> ir.Table:
    return event(journey.shared(_permanence_cases), "ordered", key="permanence_case_id", on="ordered_on")


def _steps_to_18(journey: Journey, step: str, name: str) -> ir.Table:
    rows = _steps(journey, step).join(journey.shared(birthdays), "child_id")
    return spell(rows, name, key="step_id", starts="happened_on", ends="aged_18")


def _steps(journey: Journey, *steps: str) -> ir.Table:
    return journey.table("steps_taken").filter(_.step.isin(steps))


SPELLS = joined(
    kind(authority_to_place, "permanence_cases", "legal_statuses", "care_episodes"),
    kind(authority_after_placement, "permanence_cases", "legal_statuses", "care_episodes"),
    kind(adoption_planned, "permanence_cases"),
    kind(placement_ordered, "permanence_cases"),
    kind(adoption_celebrated, "steps_taken"),
    kind(permanence_report, "steps_taken"),
    kind(special_guardianship_noticed, "steps_taken"),
    kind(special_guardianship_report_due, "steps_taken"),
    kind(supported_family, "steps_taken"),
)
EVENTS = joined(
    kind(placed_with_adopters, "permanence_cases"),
    kind(matched_with_adopters, "permanence_cases"),
    family(given_for_adoption, GIVEN.values(), "steps_taken"),
    kind(permanence_report_renewed, "steps_taken"),
)
