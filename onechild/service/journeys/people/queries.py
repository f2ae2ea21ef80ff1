"""Reads who is around a child: each person with what they are to the child, and everything noted of that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from onechild.service.govuk.parts import Tag
from onechild.service.record.models import (
    Adult,
    AdultContact,
    AdultName,
    Child,
    Relationship,
    RelationshipNote,
    WarningKind,
    WarningNote,
)
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import Head, heads

NO_NAME = "Name not recorded"


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody around a child. `head` is set for a child whose record the viewer may open; with neither, only the
    relationship may be told."""

    row: Relationship
    relation_words: str
    name: str
    born_on: date | None
    died_on: date | None
    sex: str
    head: Head | None
    note: RelationshipNote | None
    contacts: tuple[AdultContact, ...]
    warned: tuple[str, ...]
    had_a_record: bool
    now: bool

    @property
    def hidden(self) -> bool:
        """A child whom one may be told of and whose record one may not open."""
        return bool(self.row.related_child_id) and self.head is None

    @property
    def loaded(self) -> bool:
        """Whether the case system keeps this relationship."""
        return self.row.origin_id is not None

    @property
    def lives_with(self) -> bool:
        """Whether they live with the child now."""
        return bool(self.row.same_household) and self.now

    @property
    def warn_tags(self) -> list[Tag]:
        """What warnings in force say of them."""
        return [Tag(words, "over") for words in self.warned]

    @property
    def risk(self) -> bool:
        """Whether a warning in force says that they may be a risk."""
        return WarningKind.RISKY_ADULT.label in self.warned


def around(child: Child, *, today: date) -> list[Person]:
    """This function will return everybody to whom a child is related, those of today first: seven queries.

    A child whom the viewer may not be told of is left out by the record itself.
    """
    rows = list(Relationship.objects.filter(child=child).order_by("relation", "pk"))
    adult_ids = {row.related_adult_id for row in rows if row.related_adult_id}
    adults = {one.pk: one for one in Adult.objects.filter(pk__in=adult_ids)}
    names = adult_names(adult_ids)
    named = heads({row.related_child_id for row in rows if row.related_child_id}, today=today)
    notes = _notes(row.pk for row in rows)
    contacts = _contacts(adult_ids, today)
    warned = _warned(child, today)
    found = []
    for row in rows:
        adult, head = adults.get(row.related_adult_id or ""), named.get(row.related_child_id or "")
        found.append(
            Person(
                row=row,
                relation_words=code_in_words("relation", row.relation),
                name=head.name if head else names.get(row.related_adult_id or "", "") if adult else "",
                born_on=head.born_on if head else adult.born_on if adult else None,
                died_on=head.died_on if head else adult.died_on if adult else None,
                sex=(adult.sex or "") if adult else "",
                head=head,
                note=notes.get(row.pk),
                contacts=tuple(contacts.get(row.related_adult_id or "", ())),
                warned=tuple(warned.get(row.related_adult_id or "", ())),
                had_a_record=bool(adult and adult.known_as_child_id),
                now=row.ended_on is None or row.ended_on > today,
            )
        )
    return sorted(found, key=lambda one: (not one.now, not one.lives_with, not one.row.parental_responsibility))


def adult_names(adult_ids: Iterable[str | None]) -> dict[str, str]:
    """This function will return the names of adults by id, the newest of each: one query."""
    rows = AdultName.objects.filter(adult_id__in=[key for key in adult_ids if key])
    found: dict[str, str] = {}
    for row in rows.order_by("-ended_on", "started_on", "pk"):
        name = f"{row.forename or ''} {row.surname or ''}".strip()
        if name and (row.ended_on is None or row.adult_id not in found):
            found[row.adult_id] = name
    return found


def open_relationships(child: Child, adult_id: str) -> bool:
    """This function will say whether an adult is or was around a child, so that what reaches them may be written."""
    return Relationship.objects.filter(child=child, related_adult_id=adult_id).exists()


def _notes(relationship_ids: Iterable[str]) -> dict[str, RelationshipNote]:
    rows = RelationshipNote.objects.filter(relationship_id__in=list(relationship_ids)).order_by("change_set_id", "pk")
    return {row.relationship_id: row for row in rows}


def _contacts(adult_ids: Iterable[str | None], today: date) -> dict[str, list[AdultContact]]:
    now = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    found: dict[str, list[AdultContact]] = {}
    for row in AdultContact.objects.filter(now, adult_id__in=[key for key in adult_ids if key]).order_by("kind", "pk"):
        found.setdefault(row.adult_id, []).append(row)
    return found


def _warned(child: Child, today: date) -> dict[str, list[str]]:
    now = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    found: dict[str, list[str]] = {}
    for note in WarningNote.objects.filter(now, child=child, adult__isnull=False).order_by("kind"):
        found.setdefault(note.adult_id or "", []).append(note.get_kind_display())
    return found
