"""Who a child or a worker is, in one line: name, age, public id and family."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import JSONObject

from onechild.service.govuk.words import short_age
from onechild.service.record.models import Child, ChildName, FamilyMember, WorkerName

NO_NAME, UNBORN = "Name not recorded", "Unborn baby"
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
    rows = (
        Child.objects.filter(pk__in=list(child_ids))
        .annotate(named=Subquery(current_names(today)[:1]), family=Subquery(_family(today)))
        .values("child_id", "la_child_id", "born_on", "expected_on", "died_on", "restricted", "named", "family")
    )
    return {row["child_id"]: _head(row) for row in rows}


def current_names(today: date, *, of: str = "child_id") -> QuerySet[ChildName, Any]:
    """This function will return the names of the outer query's child on the day as JSON, the one to say first first."""
    best = Case(When(name_kind="used", then=Value(0)), When(name_kind="legal", then=Value(1)), default=Value(2))
    return (
        ChildName.objects.filter(_on(today), child_id=OuterRef(of))
        .order_by(best, "-started_on", "name_id")
        .values_list(JSONObject(forename="forename", surname="surname"))
    )


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


def _family(today: date) -> QuerySet[FamilyMember, str]:
    found = FamilyMember.objects.filter(_on(today), child_id=OuterRef("child_id")).order_by("-started_on", "pk")
    return found.values_list("family_id", flat=True)[:1]


def _on(today: date) -> Q:
    """Spells that hold at the end of the day; one that does not say from when has always held."""
    began = Q(started_on__isnull=True) | Q(started_on__lte=today)
    return began & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))


def _head(row: dict[str, Any]) -> Head:
    named = row["named"] or {}
    return Head(
        child_id=row["child_id"],
        la_child_id=row["la_child_id"],
        forename=named.get("forename") or "",
        surname=named.get("surname") or "",
        born_on=row["born_on"],
        expected_on=row["expected_on"],
        died_on=row["died_on"],
        family_id=row["family"] or "",
        restricted=row["restricted"] or "",
    )
