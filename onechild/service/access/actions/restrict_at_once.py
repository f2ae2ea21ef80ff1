"""Restricts a record from the moment that specially protected work begins, and asks a manager to oversee the work."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Somebody with an account who may be asked to oversee, or who leads; `worker_id` is theirs in the record."""

    user_id: int
    name: str
    worker_id: str = ""


def overseers_for(child_id: str) -> list[Asked]:
    """This function will return who may be asked to oversee work with a child: managers and seniors, never oneself."""
    with connection.cursor() as cursor:
        cursor.callproc("access_overseers_for", [child_id])
        found = [Asked(user_id=user, worker_id=worker, name=name) for user, worker, name in cursor.fetchall()]
    return sorted(found, key=lambda one: (one.name, one.user_id))


def leads_of(child_id: str) -> list[Asked]:
    """This function will return who leads on the child and would be able to open the record once it is restricted."""
    with connection.cursor() as cursor:
        cursor.callproc("access_leads_of", [child_id])
        return [Asked(user_id=user, name=name) for user, name in cursor.fetchall()]


def only_by_glass(child_id: str) -> bool:
    """This function will say whether the viewer sees this restricted record by an emergency opening alone."""
    with connection.cursor() as cursor:
        cursor.callproc("access_only_by_glass", [child_id])
        return bool(cursor.fetchone()[0])


def restrict_at_once(*, child_id: str, restriction: str, overseer_id: int | None) -> int:
    """Restrict a record from this moment to the viewer, whoever leads on the child, and the overseer (a user's number).

    This function will return how many people are named, or 0 where the record was specially protected already and
    stays as it is. Whoever was named on an ordinary restriction stays named. The database refuses any class but the
    three that restrict at once, any overseer whom `overseers_for` does not list, and a viewer of `only_by_glass`.
    """
    with connection.cursor() as cursor:
        cursor.callproc("access_restrict_at_once", [child_id, restriction, overseer_id])
        return int(cursor.fetchone()[0])


def tell_person(*, child_id: str, user_id: int, words: str, page: str) -> bool:
    """Tell one person something about a child at once; the words name no child. False where they may not be told."""
    with connection.cursor() as cursor:
        cursor.callproc("access_tell_person", [child_id, user_id, words, page])
        return bool(cursor.fetchone()[0])


def tell_granters(*, child_id: str, words: str, page: str) -> int:
    """Tell whoever may grant that a specially protected record is opened; this function returns how many were told."""
    with connection.cursor() as cursor:
        cursor.callproc("access_tell", [child_id, "granters", words, page])
        return int(cursor.fetchone()[0])
