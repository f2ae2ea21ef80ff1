"""Who a child or a worker is, in one line: name, age, public id and family."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from onechild.knowledge.workdays import age_on
from onechild.service.govuk.words import short_age
from onechild.service.record.models import WorkerName

NO_NAME, UNBORN, ADULT = "Name not recorded", "Unborn baby", 18
NO_WORKER_NAME = "a worker whose name is not recorded"


@dataclass(frozen=True, kw_only=True)
class Head:
    """A child as a line of a list names one; `restricted` is the code of the restriction, empty where there is none."""

    child_id: str
    la_child_id: str
    forename: str
    surname: str
    born_on: date | None
    expected_on: date | None
    died_on: date | None = None
    family_id: str = ""
    restricted: str = ""

    @property
    def name(self) -> str:
        """The name in full; what can be said where there is none."""
        return f"{self.forename} {self.surname}".strip() or (UNBORN if self.unborn else NO_NAME)

    @property
    def first_name(self) -> str:
        """What brothers and sisters are told apart by."""
        return self.forename or self.name

    @property
    def unborn(self) -> bool:
        """Whether the child is expected."""
        return self.born_on is None and self.expected_on is not None

    def age(self, today: date) -> str:
        """ "7", "11 months", "expected 14 January"; nothing where no date is recorded."""
        born = self.born_on or self.expected_on
        return short_age(born, today) if born else ""


def heads(child_ids: Collection[str], *, today: date) -> dict[str, Head]:
    """This function will return each of these children by id, as named on the day: one query.

    The name is the one used, else the legal one, else any; a name that ended is not said. Children whom the viewer may
    not see are left out.
    """
    if not child_ids:
        return {}
    with connection.cursor() as cursor:
        cursor.callproc("record_heads", [list(child_ids), today])
        found = [_head(row) for row in cursor.fetchall()]
    return {head.child_id: head for head in found}


def growing_up(head: Head, today: date) -> bool:
    """Born, living and under 18: a grown brother or sister has visits of their own."""
    return head.born_on is not None and head.died_on is None and age_on(head.born_on, today) < ADULT


def worker_names(worker_ids: Iterable[str | None]) -> dict[str, str]:
    """This function will return the names of workers by id: one query; a worker without one is left out."""
    wanted = {worker_id for worker_id in worker_ids if worker_id}
    if not wanted:
        return {}
    rows = WorkerName.objects.filter(worker_id__in=wanted).order_by("worker_name_id")
    return {worker_id: name for worker_id, name in rows.values_list("worker_id", "name") if name}


def joined(names: Sequence[str]) -> str:
    """ "Kayden, Skye and Reuben"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def together(heads: Sequence[Head]) -> str:
    """This function will return "Kayden, Skye and Reuben Marsh-Bello", or full names where surnames differ."""
    if len({head.surname for head in heads}) == 1 and all(head.forename for head in heads):
        return f"{joined([head.forename for head in heads])} {heads[0].surname}".strip()
    return joined([head.name for head in heads])


def _head(row: Sequence[Any]) -> Head:
    child_id, la_child_id, forename, surname, born_on, expected_on, died_on, family_id, restricted = row
    return Head(
        child_id=child_id,
        la_child_id=la_child_id,
        forename=forename or "",
        surname=surname or "",
        born_on=born_on,
        expected_on=expected_on,
        died_on=died_on,
        family_id=family_id or "",
        restricted=restricted or "",
    )
