"""Puts a handover pack together: safety, people, what is owed and promised, the days ahead, the past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onechild.service.govuk.parts import Duty, Fact, Happening, Table
from onechild.service.govuk.words import date_only
from onechild.service.journeys.handover.pack.ahead import days_that_matter, duties_of, next_visits_told, plan_of
from onechild.service.journeys.handover.pack.past import Voice, history_of, voices_of, works_of
from onechild.service.journeys.handover.pack.people import Safety, children_of, people_of, safety_of
from onechild.service.journeys.handover.pack.promised import promises_table
from onechild.service.record.models import Child, Handover
from onechild.service.record.queries.continuity import workers_among
from onechild.service.record.queries.due import due_for
from onechild.service.record.queries.header import header
from onechild.service.record.queries.promises import open_promises

STAYS = timedelta(days=28)  # after it was read: the new worker may still look things up in it


@dataclass(frozen=True, kw_only=True)
class Pack:
    """What the record says today. `child_ids` are all children it names, for the access log."""

    safety: Safety
    people: Sequence[Fact]
    unseen: int
    owed: Sequence[Duty]
    promises: Table
    many_promises: int
    plan: Sequence[Fact]
    told: Sequence[str]
    days: Sequence[Fact]
    history: Sequence[Happening]
    in_all: int
    voices: Sequence[Voice]
    works: Sequence[Voice]
    in_a_year: int
    child_ids: Sequence[str]


def pack_of(child: Child, row: Handover, *, today: date) -> Pack | None:
    """This function will return the pack of a handover; None once it is long read: the record has moved on.

    Brothers and sisters whom the reader may not see are only counted. Some thirty queries.
    """
    if not current(row, today=today):
        return None
    head = header(child, today=today)
    dues = due_for([child.pk], today=today)
    promises = open_promises(child_ids=[child.pk], today=today)
    history, in_all = history_of(child.pk, today=today)
    return Pack(
        safety=safety_of(head),
        people=people_of(head),
        unseen=head.siblings_unseen,
        owed=duties_of(dues, head.head.first_name),
        promises=promises_table(promises, today=today),
        many_promises=len(promises),
        plan=plan_of(child.pk, today=today),
        told=next_visits_told(child.pk, today=today),
        days=days_that_matter(child, today=today),
        history=history,
        in_all=in_all,
        voices=voices_of(child.pk, today=today),
        works=works_of(child.pk, today=today),
        in_a_year=workers_among(head.held, today=today).in_a_year,
        child_ids=[child.pk, *children_of(head)],
    )


def current(row: Handover, *, today: date) -> bool:
    """Whether the pack is shown: until it is read, and for four weeks after."""
    return row.read_at is None or row.read_at.date() + STAYS >= today


def read_words(row: Handover, today: date) -> str:
    """ "Read by Ana Reis on 4 December"."""
    return f"Read by {row.read_by_name} on {date_only(row.read_at.date(), today)}" if row.read_at else ""
