"""What is wrong or missing in the record of a child with an open case: each rule, and who can mend what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from onechild.service.govuk.words import date_only
from onechild.service.record.models import (
    Address,
    Allocation,
    Child,
    ChildName,
    ChildProtectionPlan,
    Finding,
    Identifier,
    LegalStatus,
    PeriodOfCare,
    Placement,
    Visit,
    WorkerName,
)

Pairs = Iterable[tuple[str, Any]]
LOOKED_BACK = timedelta(days=365)
SCHOOL_AGE = 5
OPEN = Q(ended_on__isnull=True)


@dataclass(frozen=True)
class Check:
    """One rule in words, who can mend what breaks it, and how the rows that break it are found among some children."""

    key: str
    says: str
    mends: str
    finds: Callable[[QuerySet[Any], date], Pairs]


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong or missing about a child; `words` say which row, where there are many."""

    check: Check
    child_id: str
    words: str = ""


def wrongs(held: QuerySet[Any], *, today: date) -> Iterator[Wrong]:
    """This function will give all that is wrong about some children: `held` is a query of their keys."""
    for check in CHECKS:
        for child_id, said in check.finds(held, today):
            yield Wrong(check, child_id, date_only(said, today) if isinstance(said, date) else str(said or ""))


def _children(missing: Q) -> Callable[[QuerySet[Any], date], Pairs]:
    return lambda held, today: Child.objects.filter(missing, pk__in=held).values_list("pk", F("died_on"))


def _visits(wrong: Q, *, back: bool = True) -> Callable[[QuerySet[Any], date], Pairs]:
    def find(held: QuerySet[Any], today: date) -> Pairs:
        rows = Visit.objects.filter(wrong, child_id__in=held)
        rows = rows.filter(happened_on__gt=today - LOOKED_BACK) if back else rows
        return rows.values_list("child_id", "happened_on")

    return find


def _spells(model: Any, wrong: Q) -> Callable[[QuerySet[Any], date], Pairs]:
    return lambda held, today: model.objects.filter(OPEN, wrong, child_id__in=held).values_list(
        "child_id", "started_on"
    )


def _without(model: Any, lacking: Any, *, only: Q = OPEN) -> Callable[[QuerySet[Any], date], Pairs]:
    there = lacking.objects.filter(only, child_id=OuterRef("child_id"))
    return lambda held, today: model.objects.filter(OPEN, ~Exists(there), child_id__in=held).values_list(
        "child_id", "started_on"
    )


def _lacks(lacking: Any, *, only: Q = OPEN) -> Callable[[QuerySet[Any], date], Pairs]:
    there = lacking.objects.filter(only, child_id=OuterRef("pk"))
    return lambda held, today: Child.objects.filter(~Exists(there), pk__in=held, died_on=None).values_list(
        "pk", "died_on"
    )


def _no_pupil_number(held: QuerySet[Any], today: date) -> Pairs:
    there = Identifier.objects.filter(identifier_kind="upn", child_id=OuterRef("pk"))
    old_enough = date(today.year - SCHOOL_AGE, 9, 1)
    some = Child.objects.filter(~Exists(there), pk__in=held, born_on__lt=old_enough, upn_unknown=None)
    return some.values_list("pk", "died_on")


def _to_come(held: QuerySet[Any], today: date) -> Pairs:
    return Visit.objects.filter(child_id__in=held, happened_on__gt=today).values_list("child_id", "happened_on")


def _nameless_workers(held: QuerySet[Any], today: date) -> Pairs:
    named = WorkerName.objects.filter(worker_id=OuterRef("worker_id")).exclude(name=None).exclude(name="")
    rows = Allocation.objects.filter(OPEN, ~Exists(named), child_id__in=held, role="lead").exclude(worker_id=None)
    return rows.values_list("child_id", "started_on")


def _findings(held: QuerySet[Any], today: date) -> Pairs:
    return Finding.objects.filter(child_id__in=held).values_list("child_id", "words")


WORKER, DATA, SOURCE = "the worker, on the child’s page", "the data team", "the data team, where it comes from"
CHECKS: tuple[Check, ...] = (
    Check("seen", "A visit says whether the child was seen.", WORKER, _visits(Q(seen=None))),
    Check("alone", "A visit at which the child was seen says whether alone.", WORKER,
          _visits(Q(seen=True, seen_alone=None))),
    Check("not_seen", "A visit at which the child was not seen says why.", WORKER,
          _visits(Q(seen=False, not_seen_reason=None))),
    Check("before_birth", "No visit to a child is before the date of birth.", WORKER,
          _visits(Q(happened_on__lt=F("child__born_on"), child__expected_on=None), back=False)),
    Check("to_come", "No visit is dated to come.", WORKER, _to_come),
    Check("name", "A child has a name.", WORKER, _lacks(ChildName, only=Q())),
    Check("born", "A child has a date of birth, or a day on which the birth is expected.", WORKER,
          _children(Q(born_on=None, expected_on=None))),
    Check("sex", "A child’s sex is recorded, with “not known” where it is not.", WORKER, _children(Q(sex=None))),
    Check("ethnicity", "A child’s ethnicity is recorded, as the family says it.", WORKER, _children(Q(ethnicity=None))),
    Check("address", "A child has an address of today.", WORKER, _lacks(Address)),
    Check("upn", "A child of school age has a unique pupil number, or the reason why not.", DATA, _no_pupil_number),
    Check("worker_name", "The worker who holds the case has a name.", DATA, _nameless_workers),
    Check("category", "A child protection plan has its category.", WORKER,
          _spells(ChildProtectionPlan, Q(initial_category=None, latest_category=None))),
    Check("conference", "A child protection plan names the conference that made it.", DATA,
          _spells(ChildProtectionPlan, Q(conference_id=None))),
    Check("placed_status", "A child who is placed has a legal status.", WORKER, _without(Placement, LegalStatus)),
    Check("care_status", "A looked-after child has a legal status.", WORKER, _without(PeriodOfCare, LegalStatus)),
    Check("care_placement", "A looked-after child has a placement.", WORKER, _without(PeriodOfCare, Placement)),
    Check("need", "A period of care says the child’s need.", WORKER, _spells(PeriodOfCare, Q(need=None))),
    Check("finding", "What a source says does not contradict itself.", SOURCE, _findings),
)  # fmt: skip
