"""Makes a child's record and the adults around it, and says who is what to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from onechild.service.record.models import Address, Adult, AdultName, Child, ChildName, FamilyMember, Relationship


@dataclass(frozen=True, kw_only=True)
class NewChild:
    """What is known of a child whose record is made: an unborn child has `expected_on` and no `born_on`."""

    forename: str
    surname: str
    born_on: date | None = None
    expected_on: date | None = None
    sex: str | None = None
    address: str = ""
    postcode: str = ""
    language: str = ""


def new_child(known: NewChild, *, today: date) -> Child:
    """This function will make a record of a child, with the name and the address told, and return it.

    Call it inside a change-set, after the search that shows nobody is recorded twice. The public id is made here.
    """
    key = _new_key()
    child = Child.objects.create(
        child_id=key,
        la_child_id=key,
        born_on=known.born_on,
        expected_on=None if known.born_on else known.expected_on,
        sex=known.sex,
        first_language=known.language or None,
        recorded_on=today,
    )
    ChildName.objects.create(
        child=child,
        forename=known.forename or None,
        surname=known.surname or None,
        name_kind="legal",
        started_on=known.born_on,
        recorded_on=today,
    )
    if known.address or known.postcode:
        Address.objects.create(
            child=child,
            address_kind="home",
            lines=known.address or None,
            postcode=known.postcode or None,
            started_on=today,
            recorded_on=today,
        )
    return child


def _new_key() -> str:
    """The public id, which is the key as well: returns and extracts name the child by the key (DfE: 20 letters and
    digits at most, never used again)."""
    with connection.cursor() as cursor:
        cursor.callproc("record_new_child_id")
        return str(cursor.fetchone()[0])


@dataclass(frozen=True, kw_only=True)
class NewAdult:
    """What is known of an adult whose record is made."""

    forename: str
    surname: str
    born_on: date | None = None
    sex: str | None = None


def new_adult(known: NewAdult, *, today: date) -> Adult:
    """This function will make a record of an adult with the name told, and return it; call it in a change-set."""
    adult = Adult.objects.create(born_on=known.born_on, sex=known.sex, recorded_on=today)
    AdultName.objects.create(
        adult_id=adult.pk,
        forename=known.forename or None,
        surname=known.surname or None,
        name_kind="legal",
        recorded_on=today,
    )
    return adult


def relate(
    *,
    child: Child,
    relation: str,
    today: date,
    adult_id: str | None = None,
    related_child_id: str | None = None,
    parental_responsibility: bool | None = None,
    same_household: bool | None = None,
    started_on: date | None = None,
) -> Relationship:
    """This function will say what an adult or another child is to a child, and return the row; in a change-set."""
    return Relationship.objects.create(
        child=child,
        related_adult_id=adult_id,
        related_child_id=related_child_id,
        relation=relation,
        parental_responsibility=parental_responsibility,
        same_household=same_household,
        started_on=started_on,
        recorded_on=today,
    )


def relate_siblings(children: Sequence[Child], *, today: date) -> int:
    """This function will say of these children that each is a brother or sister of each other, and how many rows it
    took: what stands on the record already stays. They are one family group from today. Call it in a change-set."""
    keys = [child.pk for child in children]
    rows = Relationship.objects.filter(child_id__in=keys, related_child_id__in=keys, ended_on=None)
    there = set(rows.filter(relation__in=("sibling", "half_sibling")).values_list("child_id", "related_child_id"))
    pairs = [(one, other.pk) for one in children for other in children if one.pk != other.pk]
    made = [relate(child=one, relation="sibling", today=today, related_child_id=key)
            for one, key in pairs if (one.pk, key) not in there]  # fmt: skip
    one_family(children, today=today)
    return len(made)


def one_family(children: Sequence[Child], *, today: date) -> None:
    """Put children in one family group: one that any of them is in, else a new one named after the first."""
    rows = FamilyMember.objects.filter(child__in=children, ended_on=None).order_by("pk")
    mine = {row.child_id: row.family_id for row in rows}
    group = next((mine[child.pk] for child in children if child.pk in mine), children[0].pk)
    for child in children:
        if mine.get(child.pk) != group:
            FamilyMember.objects.create(child=child, family_id=group, started_on=today, recorded_on=today)
