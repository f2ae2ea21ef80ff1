"""Writes what a homeless young person was told, what they chose, in what words, and whether they are safe tonight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from onechild.service.access.actions.restrict_at_once import overseers_for, tell_person
from onechild.service.access.refusals import NotPossible
from onechild.service.journeys.sensitive.actions.work import OVER
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.models import HomelessChoice, Pathway
from onechild.service.record.models.homeless_choice import HomelessOutcome

BED_AND_BREAKFAST = "bed_and_breakfast"
PLACES: tuple[tuple[str, str], ...] = (
    ("family", "With family or a friend, checked"),
    ("foster", "With a foster carer"),
    ("lodgings", "Supported lodgings, or a volunteer host"),
    ("supported", "Supported accommodation that is registered"),
    ("home", "At home, with support"),
    ("tenancy", "In housing’s own supported tenancy"),
    (BED_AND_BREAKFAST, "Bed and breakfast, or a hotel"),
    ("none", "Nowhere yet"),
)
REFUSED = (
    "Bed and breakfast is not suitable for a young person of 16 or 17, even in an emergency (2018 guidance). Find "
    "another place, with a service manager if need be."
)
NOT_SAFE = "A young person has nowhere safe for tonight."


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What was explained and how, whether an advocate was offered and taken, the choice in words, and tonight."""

    on: date
    section_17_explained: bool
    section_20_explained: bool
    explained_how: str
    advocate_offered: bool
    advocate_accepted: bool | None
    choice: str
    childs_words: str
    safe_tonight: bool
    place: str
    place_words: str = ""
    housing_words: str = ""


def choose(
    chosen: Chosen, *, pathway: Pathway, worker_id: str | None, by: Person, now: datetime, today: date
) -> HomelessChoice:
    """Write the young person's choice, as it stands on the day; earlier ones stay, since it may change.

    Raises NotPossible for bed and breakfast, for a choice between sections that were not both explained, and where the
    work has ended. Where there is nowhere safe tonight the overseer is told at once.
    """
    if chosen.place == BED_AND_BREAKFAST:
        raise NotPossible(REFUSED)
    informed = chosen.section_17_explained and chosen.section_20_explained
    if chosen.choice != HomelessOutcome.UNDECIDED and not informed:
        raise NotPossible("Both sections are explained before the young person chooses.")
    with change_set(by=by, kind="edit", words="A young person's choice recorded"):
        locked([pathway.child_id])
        row = Pathway.objects.select_for_update().get(pk=pathway.pk)
        if row.ended_on is not None:
            raise NotPossible(OVER)
        made = HomelessChoice.objects.create(
            child_id=row.child_id,
            pathway=row,
            happened_on=chosen.on,
            recorded_on=today,
            worker_id=worker_id,
            **{name: value for name, value in vars(chosen).items() if name != "on"},
        )
        _enter(made, row, chosen, worker_id=worker_id, by=by, now=now, today=today)
        if not chosen.safe_tonight:
            _alarm(row)
        return made


def _enter(
    made: HomelessChoice,
    row: Pathway,
    chosen: Chosen,
    *,
    worker_id: str | None,
    by: Person,
    now: datetime,
    today: date,
) -> None:
    decided = Decided(
        kind="homeless_choice",
        outcome=chosen.choice,
        outcome_words=HomelessOutcome(chosen.choice).label,
        reason=chosen.childs_words or chosen.place_words or "Not decided yet.",
        options="Section 20, section 17, housing, home: each explained." if chosen.explained_how else "",
        seen=chosen.explained_how,
        about="homeless_choices",
        about_id=made.pk,
    )
    enter(decided, child=row.child, worker_id=worker_id, by=by, now=now, today=today)


def _alarm(row: Pathway) -> None:
    page = reverse("pathway", args=[row.child.la_child_id, row.pk])
    for one in overseers_for(row.child_id):
        if one.worker_id == row.overseer_id:
            tell_person(child_id=row.child_id, user_id=one.user_id, words=NOT_SAFE, page=page)
