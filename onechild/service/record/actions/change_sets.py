"""Begins a numbered change-set: outside one, the database refuses every write to a table of the record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from django.db import connection, transaction


class Person(Protocol):
    """Somebody signed in, as far as a change-set needs to know them."""

    pk: int
    name: str


@contextmanager
def change_set(*, by: Person | str, kind: str, words: str) -> Iterator[int]:
    """Open a transaction and a change-set in it, and hand over its number; all is kept, or nothing.

    `by` is the user who acts, or words for what acts by itself ("load of 21 November"). `kind` is one of `KINDS`.
    A change-set begun inside another is part of the same transaction and has a number of its own.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind} is no kind of change-set: {', '.join(KINDS)}")
    name, user = (by, None) if isinstance(by, str) else (by.name, by.pk)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.callproc("record_begin_change_set", [kind, words, name, user])
        yield int(cursor.fetchone()[0])


KINDS = ("load", "edit", "link", "mend", "setting", "erasure", "invented")
