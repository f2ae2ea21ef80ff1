"""Restricts a record to named people, names more, takes names off, and lifts it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from onechild.service.access.models import Restriction, RestrictionPerson, User
from onechild.service.access.refusals import NotPossible
from onechild.service.access.restrictions import CLASSES


def restrict(
    *, child_id: str, restriction: str, reason: str, people: Iterable[User], by: User, at: datetime
) -> Restriction:
    """Restrict a record from this moment to the people named.

    This function will raise NotPossible where the record is restricted here already, the class is not known, or nobody
    is named: a record that nobody may open protects nobody.
    """
    named = list({user.pk: user for user in people}.values())
    if restriction not in CLASSES:
        raise NotPossible("Choose why the record is restricted.")
    if not named:
        raise NotPossible("Name at least one person who may open the record.")
    if Restriction.objects.filter(child_id=child_id, lifted_at=None).exists():
        raise NotPossible("This record is restricted already. Name people on it, or lift it first.")
    with transaction.atomic():
        made = Restriction.objects.create(
            child_id=child_id, restriction=restriction, reason=reason, began_at=at, began_by=by
        )
        for user in named:
            _name(restriction=made, user=user, by=by, at=at)
    return made


def lift(*, restriction: Restriction, reason: str, by: User, at: datetime) -> None:
    """Lift a restriction; where the record's source restricts it too, that stays."""
    changed = Restriction.objects.filter(pk=restriction.pk, lifted_at=None).update(
        lifted_at=at, lifted_by=by, lifted_reason=reason
    )
    if not changed:
        raise NotPossible("This restriction was lifted already.")


def name(*, restriction: Restriction, user: User, by: User, at: datetime) -> None:
    """Name somebody, who may open the record from now on; nobody names themselves on what others restricted."""
    if user.pk == by.pk:
        raise NotPossible("Somebody else must name you on this record.")
    _name(restriction=restriction, user=user, by=by, at=at)


def _name(*, restriction: Restriction, user: User, by: User, at: datetime) -> None:
    if restriction.lifted_at is not None:
        raise NotPossible("This restriction was lifted already.")
    if RestrictionPerson.objects.filter(restriction=restriction, user=user, unnamed_at=None).exists():
        raise NotPossible(f"{user.name} is named on this record already.")
    RestrictionPerson.objects.create(restriction=restriction, user=user, named_at=at, named_by=by)


def unname(*, restriction: Restriction, user: User, by: User, at: datetime) -> None:
    """Take somebody's name off; the last one stays, so that somebody can open the record."""
    named = RestrictionPerson.objects.filter(restriction=restriction, unnamed_at=None)
    if not named.filter(user=user).exists():
        raise NotPossible(f"{user.name} is not named on this record.")
    if named.count() == 1:
        raise NotPossible("This is the last person named. Name somebody else first.")
    named.filter(user=user).update(unnamed_at=at, unnamed_by=by)
