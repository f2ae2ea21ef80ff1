"""Who moves a child, when and why; and the refusals that a page shows in the words they carry."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NotRequired, Required, TypedDict

from onechild.knowledge.workdays import working_day_after
from onechild.service.record.actions.change_sets import Person

BACK = 5  # working days: a move written down later than this is told as it is, from a day that can still be shown


class Who(TypedDict, total=False):
    """Who acts and when, and why in words."""

    by: Required[Person]
    by_worker_id: Required[str | None]
    now: Required[datetime]
    today: Required[date]
    words: NotRequired[str]


class Acting(Who, total=False):
    """What every action here is told besides what it does. `reason` is a code of `sw_change_reason`."""

    reason: NotRequired[str | None]
    batch_id: NotRequired[str | None]
    plan_id: NotRequired[str | None]


@dataclass(frozen=True, kw_only=True)
class Act:
    """The same, with what was left out filled in: moves made together share `batch_id`."""

    by: Person
    by_worker_id: str | None
    now: datetime
    today: date
    reason: str | None = None
    words: str = ""
    batch_id: str | None = None
    plan_id: str | None = None
    batch: str = field(default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "batch", self.batch_id or uuid.uuid4().hex)


def earliest_day(today: date) -> date:
    """This function will return the first day from which a child may be moved, or whose move may be undone."""
    return working_day_after(today, -BACK)


@dataclass(frozen=True, kw_only=True)
class First:
    """What should be done first by whom the child goes to: it becomes a direction."""

    words: str
    due_on: date


@dataclass(frozen=True, kw_only=True)
class SetAside:
    """The rule for the first year set aside for this child: why, who works beside, and when somebody looks again."""

    words: str
    co_worker_id: str | None
    look_again_on: date


class NotPossible(Exception):
    """It can't be done as things stand; the message says so in words for its reader, and what to do instead."""


class Meanwhile(NotPossible):
    """Somebody moved the child after the form was opened; nothing was written. `child_ids` are those who were moved."""

    def __init__(self, message: str, child_ids: list[str]) -> None:
        super().__init__(message)
        self.child_ids = child_ids


class Protected(NotPossible):
    """A worker in the protected first year would lead protection or court work; `child_ids` are those children."""

    def __init__(self, message: str, child_ids: list[str]) -> None:
        super().__init__(message)
        self.child_ids = child_ids
