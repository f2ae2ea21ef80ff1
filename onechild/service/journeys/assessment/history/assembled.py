"""Assembles a history out of the record, as far as the reader may see, with its patterns and what was searched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onechild.service.journeys.assessment.history.circle import Circle, circle_of
from onechild.service.journeys.assessment.history.model import Fact, Past, Pattern, Person
from onechild.service.journeys.assessment.history.patterns.catalogue import patterns_in
from onechild.service.record.models import Assessment, AssessmentFactor, Contact, FrontDoorDecision, Visit
from onechild.service.record.queries.timeline import timeline

# What a reader of a history is shown, line by line; the rest is only drawn on by patterns.
SHOWN = (
    *("contact", "front_door_decision", "referral_began", "referral_ended", "early_help_began", "early_help_ended"),
    *("assessment_ended", "enquiry_began", "conference", "protection_plan_began", "protection_plan_ended"),
    *("need_plan_began", "need_plan_ended", "care_began", "care_ended", "legal_status_began", "pre_proceedings_began"),
    *("proceedings_began", "proceedings_ended", "earlier_permanence", "permanence_placement_order"),
    *("permanence_ordered", "edge_of_care_began", "missing_began", "warning_began", "child_died", "adult_died"),
)
DRAWN_ON = ("assessment_began", "allocated", "address", "school_began")
SEARCHED = (
    "contacts and what was decided on them",
    "referrals",
    "early help",
    "assessments and what they found",
    "section 47 enquiries and conferences",
    "child protection and child in need plans",
    "time looked after, court work and permanence",
    "times missing",
    "visits at which the child was not seen",
    "homes, schools and workers",
    "deaths in the family",
)


@dataclass(frozen=True, kw_only=True)
class History:
    """The past of a child and of the people around the child, and the patterns in it."""

    past: Past
    patterns: tuple[Pattern, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing at all was found."""
        return not self.lines_of_all

    @property
    def lines_of_all(self) -> list[Fact]:
        """The facts that a reader is shown, of everybody."""
        return [fact for fact in self.past.facts if fact.what in SHOWN]

    def lines(self, person: Person) -> list[Fact]:
        """The facts that a reader is shown of one child, the newest first."""
        mine = [fact for fact in self.lines_of_all if fact.child_id == person.child_id]
        return sorted(mine, key=lambda fact: (fact.on, fact.what, fact.key), reverse=True)


def history_of(child_id: str, *, before: Assessment | None, today: date) -> History:
    """This function will return a child's history: about five queries, and one for each child whose past belongs to it.

    `before` is the assessment that it is read for: what that one found itself is no part of it.
    """
    circle = circle_of(child_id, today=today)
    ids = [one.child_id for one in circle.people]
    worked = _worked_already(ids)
    facts = [fact for one in ids for fact in _happened(one, before, worked, today)]
    facts += [*_factors(ids, before), *_unseen(ids, today), *_deaths(circle, child_id)]
    past = Past(
        child_id=child_id,
        today=today,
        people=circle.people,
        facts=tuple(facts),
        adults=circle.adults,
        children_of=circle.children_of,
        kept=circle.kept,
    )
    return History(past=past, patterns=tuple(patterns_in(past)))


def _happened(child_id: str, before: Assessment | None, worked: set[str], today: date) -> list[Fact]:
    found = timeline(child_id, today=today, kinds=(*SHOWN, *DRAWN_ON)).items
    return [
        Fact(
            child_id=child_id,
            on=one.on,
            what=one.what,
            key=one.row_key,
            detail={**one.detail, "worker_id": one.worker_id, "worked_already": one.row_key in worked},
            recorded_on=one.recorded_on,
        )
        for one in found
        if before is None or not one.what.startswith("assessment_") or one.on < before.started_on
        if one.detail.get("outcome") != "screening"
    ]


def _worked_already(ids: list[str]) -> set[str]:
    """The keys of contacts about a case that was open, which its worker took."""
    said = Contact.objects.filter(child_id__in=ids, already_open=True).values_list("pk", flat=True)
    decided = FrontDoorDecision.objects.filter(child_id__in=ids, outcome="existing_worker")
    return {*said, *decided.values_list("contact_id", flat=True)}


def _factors(ids: list[str], before: Assessment | None) -> list[Fact]:
    """What assessments found; one whose source gives no day is dated by its assessment, or left out."""
    rows = AssessmentFactor.objects.filter(child_id__in=ids).select_related("assessment")
    found = []
    for row in rows:
        assessment = row.assessment
        on = row.happened_on or (assessment.ended_on or assessment.started_on if assessment else None)
        if on is not None and (before is None or on < before.started_on):
            found.append(_fact(row.child_id, on, "factor", row.pk, {"factor": row.factor}, row.recorded_on))
    return found


def _unseen(ids: list[str], today: date) -> list[Fact]:
    rows = Visit.objects.filter(child_id__in=ids, seen=False, happened_on__lte=today)
    return [
        _fact(row.child_id, row.happened_on, "visit", row.pk, {"not_seen": row.not_seen_reason}, row.recorded_on)
        for row in rows
    ]


def _deaths(circle: Circle, child_id: str) -> list[Fact]:
    children = [
        _fact(head.child_id, head.died_on, "child_died", head.child_id, {}, None)
        for head in circle.heads.values()
        if head.died_on
    ]
    adults = {
        one.adult_id: _fact(child_id, one.died_on, "adult_died", one.adult_id, {"name": one.name}, None)
        for one in circle.relations
        if one.adult_id and one.died_on and one.relation != "professional"
    }
    return [*children, *adults.values()]


def _fact(
    child_id: str, on: date, what: str, key: str, detail: dict[str, str | None], recorded_on: date | None
) -> Fact:
    return Fact(child_id=child_id, on=on, what=what, key=key, detail=detail, recorded_on=recorded_on)
