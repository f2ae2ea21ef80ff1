"""Asks as a viewer: from here to the end, the database itself shows only what this person may see."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection, transaction

from onechild.service.access.models import User
from onechild.service.access.viewer import NOBODY, Viewer, viewer_of


def enter(user: User | None, *, now: datetime | None) -> Viewer:
    """This function will take on the web's role for this user, in one statement, and return the viewer they are.

    It holds until the transaction ends or `leave` is called. Roles are those in force on the London day of `now`; with
    none, the database's own. For no user, the database shows no child.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a viewer is entered inside a transaction")
    with connection.cursor() as cursor:
        cursor.callproc("access_enter", [user.pk if user else None, now])
        (facts,) = cursor.fetchone()
    if user is None:
        return NOBODY
    known = json.loads(facts) if isinstance(facts, str) else facts
    return viewer_of(user, roles=[(role, team) for role, team in known["roles"]], team_ids=known["teams"])


def leave() -> None:
    """Go back to whoever connected to the database, for work that goes on in the same transaction."""
    with connection.cursor() as cursor:
        cursor.callproc("access_leave")


@contextmanager
def as_viewer(user: User | None, *, now: datetime | None) -> Iterator[Viewer]:
    """Do the block in a transaction as this viewer: for jobs, commands and tests that act for somebody."""
    with transaction.atomic():
        viewer = enter(user, now=now)
        yield viewer
        leave()
