"""Adds one sending of a form to the counts of its month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import connection


def count_sending(*, form: str, month: date, span: int | None, asked: Iterable[str], answered: Iterable[str]) -> None:
    """This function will add one sending of a form: in which span of time (none: left open over an hour, or unknown).

    `asked` are the questions that were there and `answered` those with an answer. Nothing of an answer is kept.
    """
    there = sorted(set(asked) | set(answered))
    given = set(answered)
    with connection.cursor() as cursor:
        cursor.callproc("burden_count_sending", [form, month, span, there, [question in given for question in there]])
