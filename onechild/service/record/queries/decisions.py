"""The decisions about a child, who made each and why; and every footprint of management on the record."""

from __future__ import annotations

from datetime import date

from onechild.service.record.queries.timeline import Happenings, timeline

# What counts as a decision, from the front door to the court.
DECISIONS = (
    "front_door_decision",
    "strategy_discussion",
    "enquiry_ended",
    "conference",
    "protection_plan_began",
    "protection_plan_ended",
    "need_plan_began",
    "need_plan_ended",
    "care_began",
    "care_ended",
    "care_review",
    "permanence_plan",
    "permanence_decided",
    "permanence_matched",
    "permanence_reversed",
    "pre_proceedings_began",
    "pre_proceedings_ended",
    "proceedings_began",
    "proceedings_ended",
    "decision_explained",
    "referral_ended",
    "outcome",
)
# Those for which the record has a place for the reason, so that a missing one can be said.
WITH_A_REASON = ("front_door_decision", "decision_explained")
# What a page's head leaves to the whole list.
LESSER = ("outcome", "referral_ended", "enquiry_ended", "care_review")
FOOTPRINTS = (
    "supervision",
    "direction_given",
    "direction_done",
    "direction_withdrawn",
    "audit",
    "front_door_decision",
    "warning_began",
)


def decisions(
    child_id: str, *, today: date, many: int | None = None, after: int = 0, brief: bool = False
) -> Happenings:
    """This function will return the decisions about a child, the newest first; `brief` leaves the lesser ones out."""
    return timeline(child_id, today=today, kinds=DECISIONS, leaving_out=LESSER if brief else (), many=many, after=after)


def footprints(child_id: str, *, today: date, many: int | None = None) -> Happenings:
    """This function will return what managers, auditors and panels did or said about a child, the newest first."""
    return timeline(child_id, today=today, kinds=FOOTPRINTS, many=many)
