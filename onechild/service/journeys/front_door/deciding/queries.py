"""What the pages of deciding read: teams to choose, discussions opened, whom to tell, and what waits for a viewer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import NoReverseMatch, reverse

from onechild.knowledge.workdays import london, working_day_after
from onechild.service.journeys.front_door.board.words import names_of
from onechild.service.journeys.front_door.taking_in.queries.contact import who_told
from onechild.service.record.models import Child, Intake, IntakeChild, IntakeStage, StrategyNote, Team
from onechild.service.record.queries.names import heads

# Teams that take children on from the front door.
TAKE_ON = ("assessment", "family_safeguarding", "disabilities", "looked_after", "leaving_care", "edge_of_care", "other")
TELL_WITHIN = 1  # working day: the clock referrer-told
# A form of a partner or of the public says on its last page that it came: nothing is owed to a member of the public.
ACKNOWLEDGED_BY_THE_PAGE = "partner_form"


@dataclass(frozen=True)
class ToTell:
    """A sender who has still to be told, by when, and about whom; a member of the public is only thanked."""

    intake: Intake
    who: str
    names: str
    due_on: date
    late: bool
    professional: bool
    child_ids: tuple[str, ...]


def teams_to_choose(*, today: date) -> list[tuple[str, str]]:
    """This function will return the teams that take children on, by key and name: one query."""
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    rows = Team.objects.filter(still, team_kind__in=TAKE_ON).order_by("name", "pk")
    return list(rows.values_list("pk", "name"))


def discussions_of(intake: Intake, *, today: date) -> list[tuple[str, str]]:
    """This function will return the strategy discussions opened from a contact: each child's name and its page."""
    rows = list(StrategyNote.objects.filter(intake=intake).order_by("opened_at", "pk"))
    ids = {row.child_id for row in rows}
    public: Mapping[str, str] = dict(Child.objects.filter(pk__in=ids).values_list("pk", "la_child_id"))
    names = {key: head.first_name for key, head in heads(ids, today=today).items()} if ids else {}
    return [
        (names.get(row.child_id, "the child"), _page("strategy", public[row.child_id], row.discussion_id))
        for row in rows
        if row.child_id in public
    ]


def to_tell(*, today: date) -> list[ToTell]:
    """This function will return whose senders have still to be told, the longest waiting first: three queries."""
    intakes = list(_untold().order_by("decided_at", "pk"))
    children = defaultdict(list)
    for child in IntakeChild.objects.filter(intake_id__in=[one.pk for one in intakes]).order_by("number", "pk"):
        children[child.intake_id].append(child)
    named = heads({one.child_id for rows in children.values() for one in rows if one.child_id}, today=today)
    found = []
    for intake in intakes:
        if intake.decided_at is None:
            continue
        due = working_day_after(london(intake.decided_at), TELL_WITHIN)
        found.append(
            ToTell(
                intake,
                who_told(intake),
                names_of(children[intake.pk], named),
                due,
                due < today,
                bool(intake.professional),
                tuple(str(one.child_id) for one in children[intake.pk] if one.child_id),
            )
        )
    return found


def is_to_tell(intake: Intake) -> bool:
    """This function will say whether the sender of a decided contact has still to be told."""
    return intake.pk is not None and _untold().filter(pk=intake.pk).exists()


def _untold() -> QuerySet[Intake]:
    decided = Intake.objects.filter(stage=IntakeStage.DECIDED, told_at__isnull=True, decided_at__isnull=False)
    return decided.exclude(Q(professional__isnull=True) & Q(referrer_name="")).exclude(
        ~Q(professional=True), channel=ACKNOWLEDGED_BY_THE_PAGE
    )


def _page(name: str, *args: object) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
