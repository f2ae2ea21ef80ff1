"""Plans, visits and cover that tests of the diary start from, made by calling actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from onechild.service.record.actions import diary
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Child, DiaryEntry, FamilyMember, Visit
from tests.service.conftest import TODAY


@dataclass(frozen=True)
class Somebody:
    """Somebody who acts, as far as a change-set needs to know them."""

    pk: int = 1
    name: str = "Ana Reis"


def plan(
    worker_id: str, *children: Child, on: date, at: time | None = None, kind: str = "visit", by: object = None
) -> Sequence[DiaryEntry]:
    """A visit or meeting in a worker's diary."""
    return diary.plan(
        children=children,
        worker_id=worker_id,
        kind=kind,
        purpose="child_in_need" if kind == "visit" else None,
        on=on,
        starts_at=at,
        minutes=60 if at else None,
        by=by or Somebody(),  # type: ignore[arg-type]
        today=TODAY,
    )


def visited(
    child: Child, worker_id: str, *, on: date, recorded_on: date | None = None, seen: bool | None = True
) -> Visit:
    """A visit that a source system sent."""
    with change_set(by="a test", kind="edit", words="a visit"):
        return Visit.objects.create(
            child=child, happened_on=on, purpose="child_in_need", worker_id=worker_id, seen=seen,
            recorded_on=recorded_on or on,
        )  # fmt: skip


def one_family(*children: Child) -> None:
    """Make these children one family, in place of any other."""
    with change_set(by="a test", kind="edit", words="a family"):
        FamilyMember.objects.filter(child__in=children).update(ended_on=date(2020, 1, 1))
        for child in children:
            FamilyMember.objects.create(child=child, family_id="F-TEST", started_on=date(2020, 1, 1))
