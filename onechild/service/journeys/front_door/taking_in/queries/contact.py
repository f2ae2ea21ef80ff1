"""One contact with all that it has: its children and who they may be, its adults, what was done, its doubles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q

from onechild.service.access.viewer import Viewer
from onechild.service.journeys.front_door.taking_in.queries.history import History, histories_of
from onechild.service.journeys.front_door.taking_in.queries.matches import Matches, matches_of
from onechild.service.record.models import Intake, IntakeAdult, IntakeChild, IntakeMove
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import NO_NAME, UNBORN, Head
from onechild.service.record.queries.people import brothers_and_sisters, relations

DOUBLES_WITHIN = timedelta(days=14)
DONE = ("decided", "joined")


@dataclass(frozen=True, kw_only=True)
class ChildLine:
    """A child of the contact: as told, as linked, and while not linked who it may be."""

    row: IntakeChild
    head: Head | None
    matches: Matches

    @property
    def name(self) -> str:
        """The name as told; what can be said where none was."""
        told = f"{self.row.forename} {self.row.surname}".strip()
        return told or (UNBORN if self.row.expected_on else NO_NAME)


@dataclass(frozen=True, kw_only=True)
class Page:
    """What the page of a contact shows."""

    intake: Intake
    children: Sequence[ChildLine]
    adults: Sequence[IntakeAdult]
    histories: Sequence[History]
    moves: Sequence[IntakeMove]
    joined_here: Sequence[Intake]
    doubles: Sequence[tuple[Intake, str]] = field(default_factory=tuple)
    siblings: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def child_ids(self) -> tuple[str, ...]:
        """Every child of the record whom the page shows."""
        linked = [one.row.child_id for one in self.children if one.row.child_id]
        matched = [key for one in self.children for key in one.matches.child_ids]
        return tuple(dict.fromkeys([*linked, *matched]))

    @property
    def may_be_siblings(self) -> bool:
        """Whether two children are linked of whom the record does not say that they are brothers or sisters."""
        linked = [one.row.child_id for one in self.children if one.row.child_id]
        return len(linked) > 1 and not all(set(linked) - {key} <= set(self.siblings.get(key, ())) for key in linked)

    @property
    def unlinked(self) -> str:
        """How many of its children are linked to nobody yet, in words."""
        many = sum(one.row.child_id is None for one in self.children)
        if not self.children:
            return "No child is named yet."
        if not many:
            return "Every child is linked to a record."
        return f"{'One is' if many == 1 else f'{many} are'} linked to no record yet."


def page_of(
    intake: Intake, *, viewer: Viewer, today: date, writes: bool, searched: Mapping[str, str] | None = None
) -> Page:
    """This function will read a contact for its page; who its children may be only for those who can link them.

    `searched` has what was typed to look for a child of the contact, by the child's key.
    """
    rows = list(IntakeChild.objects.filter(intake=intake).order_by("number", "pk"))
    linked = [row.child_id for row in rows if row.child_id]
    contacts = [row.contact_id for row in rows if row.contact_id]
    histories = histories_of(linked, but=contacts, today=today)
    named = {one.head.child_id: one.head for one in histories}
    typed = searched or {}
    lines = [
        ChildLine(
            row=row,
            head=named.get(row.child_id or ""),
            matches=matches_of(row, viewer=viewer, today=today, typed=typed.get(row.pk, ""))
            if writes and not row.child_id
            else Matches(),
        )
        for row in rows
    ]
    return Page(
        intake=intake,
        children=lines,
        adults=list(IntakeAdult.objects.filter(intake=intake).order_by("pk")),
        histories=histories,
        moves=list(IntakeMove.objects.filter(intake=intake).order_by("moved_at", "pk")),
        joined_here=list(Intake.objects.filter(joined_to=intake).order_by("received_at")),
        siblings={key: brothers_and_sisters(key, today=today) for key in linked} if len(linked) > 1 else {},
        doubles=doubles_of(intake, rows) if writes and intake.stage not in DONE else (),
    )


def doubles_of(intake: Intake, rows: Sequence[IntakeChild]) -> list[tuple[Intake, str]]:
    """This function will return contacts of the same fortnight about a child like one of these, with whom."""
    like = Q(pk__in=[])
    for row in rows:
        if row.child_id:
            like |= Q(child_id=row.child_id)
        if row.surname and (row.born_on or row.forename):
            same = Q(surname__iexact=row.surname)
            like |= same & (Q(born_on=row.born_on) if row.born_on else Q(forename__iexact=row.forename))
    near = Q(received_at__gte=intake.received_at - DOUBLES_WITHIN, received_at__lte=intake.received_at + DOUBLES_WITHIN)
    found = IntakeChild.objects.filter(like).exclude(intake=intake).values_list("intake_id", "forename", "surname")
    names: dict[str, list[str]] = {}
    for key, forename, surname in found:
        names.setdefault(key, []).append(f"{forename} {surname}".strip())
    others = Intake.objects.filter(near, pk__in=names).exclude(stage="joined").order_by("-received_at")
    return [(one, ", ".join(dict.fromkeys(filter(None, names[one.pk])))) for one in others]


def adults_around(rows: Sequence[IntakeChild], *, today: date) -> dict[str, str]:
    """This function will return the adults recorded around the linked children, with what they are: a query a child."""
    found: dict[str, str] = {}
    for row in rows:
        for one in relations(row.child_id) if row.child_id else ():
            if one.adult_id and one.now(today):
                found.setdefault(
                    one.adult_id, f"{one.name}, {one.relation_words.lower()} of {row.forename or 'a child'}"
                )
    return found


def who_told(intake: Intake) -> str:
    """This function will return "PC Jo Lund, officer, Hatterton Police (Police)"."""
    who = ", ".join(one for one in (intake.referrer_name, intake.referrer_role, intake.organisation) if one)
    kind = code_in_words("referral_source", intake.source_kind)
    return f"{who} ({kind})" if who and kind else who or kind or "Nobody said who they are"
