"""Placements, legal statuses, reviews and health of looked-after children, as spells and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.intervals import FAR, as_kind, merged, outside, overlap, until_first
from onechild.knowledge.clocks.journey.kind import joined, kind
from onechild.knowledge.clocks.journey.reading import Journey, event, spell, with_due
from onechild.knowledge.workdays.lengths import Length

if TYPE_CHECKING:
    import ibis.expr.types as ir

WITH_PARENT = ("P1",)
FOR_ADOPTION = ("A3", "A4", "A5", "A6")
LONG_TERM_FOSTERING = ("U1", "U4")
INTERIM_CARE_ORDER, CARE_ORDER = "C1", "C2"
# An interim or full care order, and the orders that rest on one.
CARE_ORDERS = (INTERIM_CARE_ORDER, CARE_ORDER, "D1", "E1")
SERIES_OF_SHORT_BREAKS = ("V3", "V4")
YEAR = Length(1, "year")
THREE_MONTHS_BEFORE = Length(-3, "month")


def placement(journey: Journey) -> ir.Table:
    """Placements, ended at the latest with the period of care."""
    return spell(journey.shared(placements), "placement", key="placement_id")


def looked_after(journey: Journey) -> ir.Table:
    """Periods of care."""
    return spell(journey.table("periods_of_care"), "looked_after", key="care_id")


def placed_for_adoption(journey: Journey) -> ir.Table:
    """Placed for adoption, by the kind of placement."""
    return _placed(journey, FOR_ADOPTION, "placed_for_adoption")


def placed_for_adoption_unreviewed(journey: Journey) -> ir.Table:
    """Placed for adoption, to the first review after that."""
    return _unreviewed(journey, journey.shared(placed_for_adoption), "placed_for_adoption_unreviewed")


def temporary_or_interim(journey: Journey) -> ir.Table:
    """With a connected person approved for a time (regulation 24 or 25), or a parent under an interim care order."""
    approved = _conditions(journey, ("temporary_approval", "extended_temporary_approval"))
    interim = overlap(legal_statuses(journey, (INTERIM_CARE_ORDER,)), _placed(journey, WITH_PARENT, "home"), "interim")
    return merged(ibis.union(approved, interim), "temporary_or_interim")


def temporary_or_interim_unreviewed(journey: Journey) -> ir.Table:
    """The same, to the first review after it began."""
    return _unreviewed(journey, journey.shared(temporary_or_interim), "temporary_or_interim_unreviewed")


def parents_before_assessment(journey: Journey) -> ir.Table:
    """Placed with a parent before the assessment was complete (regulation 19)."""
    return merged(_conditions(journey, ("parents_before_assessment",)), "parents_before_assessment")


def parents_before_assessment_unreviewed(journey: Journey) -> ir.Table:
    """The same, to the first review after it began."""
    return _unreviewed(journey, journey.shared(parents_before_assessment), "parents_before_assessment_unreviewed")


def care_order_with_parent(journey: Journey) -> ir.Table:
    """Living with a parent under a full care order."""
    home = _placed(journey, WITH_PARENT, "home")
    return overlap(legal_statuses(journey, (CARE_ORDER,)), home, "care_order_with_parent")


def other_arrangements(journey: Journey) -> ir.Table:
    """Living where somebody other than the council arranged it (regulation 28(6))."""
    return merged(_conditions(journey, ("other_arrangements",)), "other_arrangements")


def short_breaks(journey: Journey) -> ir.Table:
    """A series of short breaks, by a condition of the placement or by the legal status V3 or V4."""
    said = _conditions(journey, ("short_breaks",))
    return merged(ibis.union(said, legal_statuses(journey, SERIES_OF_SHORT_BREAKS)), "short_breaks")


def over_a_year_until_18(journey: Journey) -> ir.Table:
    """In one placement over a year, and meant to stay to 18: a condition, or a long-term fostering code."""
    coded = spell(
        journey.shared(placements).filter(_.placement_kind.isin(LONG_TERM_FOSTERING)), "long", key="placement_id"
    )
    meant = merged(ibis.union(_conditions(journey, ("intended_to_18",)), coded), "meant")
    return overlap(journey.shared(_over_a_year), meant, "over_a_year_until_18")


def long_term_fewer_visits(journey: Journey) -> ir.Table:
    """In one placement over a year, fewer visits being agreed with the child."""
    agreed = merged(_conditions(journey, ("fewer_visits_agreed",)), "agreed")
    return overlap(journey.shared(_over_a_year), agreed, "long_term_fewer_visits")


def in_care(journey: Journey) -> ir.Table:
    """The times in care, merged."""
    return merged(looked_after(journey), "in_care")


def care_outside_short_breaks(journey: Journey) -> ir.Table:
    """Periods of care less series of short breaks."""
    return outside(looked_after(journey), journey.shared(short_breaks), "care_outside_short_breaks")


def looked_after_not_in_short_breaks(journey: Journey) -> ir.Table:
    """Periods of care less series of short breaks, and less those begun within three months of a health assessment."""
    whole = journey.shared(care_outside_short_breaks)
    dated = with_due(journey, whole, THREE_MONTHS_BEFORE, of="started_on", into="since")
    checks = initial_health_assessment_held(journey).select("subject_id", checked_on=_.happened_on)
    fresh = dated.join(checks, "subject_id").filter(_.checked_on < _.started_on, _.checked_on >= _.since)
    owed = whole.anti_join(fresh, ["subject_id", "spell_id"])
    return as_kind(owed, "looked_after_not_in_short_breaks")


def looked_after_visit_seen(journey: Journey) -> ir.Table:
    """Visits in person to a looked-after child, who was seen; a visit to a child placed for adoption is one too."""
    seen = _looked_after_visits(journey).filter(_.method.isnull() | (_.method == "face_to_face"))
    return event(seen, "looked_after_visit_seen", key="visit_id")


def looked_after_visit_at_a_distance(journey: Journey) -> ir.Table:
    """Visits by video or telephone with the reason recorded: only the temporary law of 2020 and 2021 let them count."""
    seen = _looked_after_visits(journey).filter(_.method.isin(["video", "telephone"]), _.video_reason.notnull())
    return event(seen, "looked_after_visit_at_a_distance", key="visit_id")


def looked_after_review_held(journey: Journey) -> ir.Table:
    """Reviews held, on the day each was completed."""
    held = journey.table("looked_after_reviews").filter(~_.cancelled.fill_null(False))
    return event(held, "looked_after_review_held", key="review_id")


def initial_health_assessment_held(journey: Journey) -> ir.Table:
    """Health assessments done: an initial one, or one whose source does not say which."""
    checks = journey.table("health_checks")
    kinds = ["initial_health_assessment", "health_assessment"]
    done = checks.filter(_.check_kind.isin(kinds), _.check_status.isnull() | (_.check_status == "Completed"))
    return event(done, "initial_health_assessment_held", key="health_check_id")


def _looked_after_visits(journey: Journey) -> ir.Table:
    return journey.table("visits").filter(_.seen, _.purpose.isin(["looked_after", "placed_for_adoption"]))


def placements(journey: Journey) -> ir.Table:
    """Placements with their kind, ended at the latest with the period of care that they name."""
    care = journey.table("periods_of_care").select("child_id", "care_id", care_ended_on=_.ended_on)
    rows = journey.table("placements").left_join(care, ["child_id", "care_id"])
    ended = ibis.least(rows.ended_on.fill_null(FAR), rows.care_ended_on.fill_null(FAR)).nullif(FAR)
    return rows.select("placement_id", "child_id", "placement_kind", "started_on", ended_on=ended)


def _placed(journey: Journey, codes: tuple[str, ...], kind: str) -> ir.Table:
    rows = journey.shared(placements).filter(_.placement_kind.isin(codes))
    return merged(spell(rows, kind, key="placement_id"), kind)


def _over_a_year(journey: Journey) -> ir.Table:
    """From the anniversary of a placement; placements one after another don't add up."""
    dated = with_due(journey, journey.shared(placements), YEAR, of="started_on", into="anniversary")
    return spell(dated.filter(_.anniversary.notnull()), "over_a_year", key="placement_id", starts="anniversary")


def conditions_held(journey: Journey) -> ir.Table:
    """Conditions from `begun_on` to `until`, each within its placement where it names one."""
    rows = journey.table("placement_conditions")
    places = journey.shared(placements).select(
        "child_id", "placement_id", placed_from=_.started_on, placed_to=_.ended_on
    )
    held = rows.left_join(places, ["child_id", "placement_id"]).mutate(
        begun_on=ibis.greatest(_.started_on, _.placed_from.fill_null(_.started_on)),
        until=ibis.least(_.ended_on.fill_null(FAR), _.placed_to.fill_null(FAR)).nullif(FAR),
    )
    return held.select("child_id", "condition_id", "placement_id", "condition", "begun_on", "until")


def _conditions(journey: Journey, conditions: tuple[str, ...]) -> ir.Table:
    held = journey.shared(conditions_held).filter(_.condition.isin(conditions))
    return spell(held, "condition", key="condition_id", starts="begun_on", ends="until")


def legal_statuses(journey: Journey, statuses: tuple[str, ...]) -> ir.Table:
    """Legal statuses as recorded, and as episodes of care carry them."""
    recorded = journey.table("legal_statuses").filter(_.status.isin(statuses))
    episodes = journey.table("care_episodes").filter(_.legal_status.isin(statuses))
    spells = (spell(recorded, "legal", key="legal_status_id"), spell(episodes, "legal", key="episode_id"))
    return merged(ibis.union(*spells), "legal")


def _unreviewed(journey: Journey, spells: ir.Table, kind: str) -> ir.Table:
    return until_first(spells, journey.shared(looked_after_review_held), kind)


SPELLS = joined(
    kind(placement, "placements"),
    kind(looked_after, "periods_of_care"),
    kind(placed_for_adoption, "placements"),
    kind(placed_for_adoption_unreviewed, "placements"),
    kind(temporary_or_interim, "placements"),
    kind(temporary_or_interim_unreviewed, "placements"),
    kind(parents_before_assessment, "placement_conditions"),
    kind(parents_before_assessment_unreviewed, "placement_conditions"),
    kind(care_order_with_parent, "placements"),
    kind(other_arrangements, "placement_conditions"),
    kind(short_breaks, "placement_conditions", "legal_statuses", "care_episodes"),
    kind(over_a_year_until_18, "placements"),
    kind(long_term_fewer_visits, "placement_conditions"),
    kind(looked_after_not_in_short_breaks, "periods_of_care"),
    kind(care_outside_short_breaks, "periods_of_care"),
)
EVENTS = joined(
    kind(looked_after_visit_seen, "visits"),
    kind(looked_after_visit_at_a_distance, "visits"),
    kind(looked_after_review_held, "looked_after_reviews"),
    kind(initial_health_assessment_held, "health_checks"),
)
