"""Requests to take children over, as lists show them; and what of allocation waits for somebody on My day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse

from onechild.knowledge.clocks.local.caseloads import CASELOAD_STANDARDS
from onechild.knowledge.workdays import working_day_after
from onechild.knowledge.workdays.hours import london
from onechild.service.access.viewer import Viewer
from onechild.service.record.models import Setting, TransferRequest
from onechild.service.record.queries.names import Head, heads, joined, worker_names
from onechild.service.record.queries.work.waiting import Somebody, Waiting

SETTING = "transfer_answer_working_days"
LATELY = timedelta(days=28)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Children asked for together, with what was told, and by when it is to be answered (a local standard)."""

    rows: tuple[TransferRequest, ...]
    heads: tuple[Head, ...]
    answer_by: date
    worker: str

    @property
    def child_ids(self) -> tuple[str, ...]:
        """The children that the viewer may see of it."""
        return tuple(one.child_id for one in self.heads)

    @property
    def first(self) -> TransferRequest:
        """The request that stands for all: they share words, teams and answer."""
        return self.rows[0]

    @property
    def names(self) -> str:
        """The children by name."""
        return joined([one.name for one in self.heads]) if self.heads else "a child"

    @property
    def is_open(self) -> bool:
        """Whether it waits for its answer."""
        return not self.first.answer

    @property
    def to_team_id(self) -> str:
        """The team that is asked."""
        return str(self.first.to_team_id)

    @property
    def from_team_id(self) -> str:
        """The team that asks; empty where no team held the child."""
        return str(self.first.from_team_id or "")

    @property
    def move_on(self) -> date | None:
        """From which day it would be."""
        return self.first.move_on


@dataclass(frozen=True, kw_only=True)
class Lists:
    """The three lists of the page."""

    to_answer: tuple[Asked, ...]
    by_us: tuple[Asked, ...]
    answered: tuple[Asked, ...]

    @property
    def all(self) -> tuple[Asked, ...]:
        """Every one of them."""
        return (*self.to_answer, *self.by_us, *self.answered)


def asked_of(viewer: Viewer, *, today: date) -> Lists:
    """This function will return what is asked of the viewer's teams, what these ask, and what was answered lately."""
    rows = list(_rows().filter(answer="")) + list(_rows().exclude(answer="").filter(happened_on__gte=today - LATELY))
    found = [
        one
        for one in _asked(rows, today)
        if viewer.sees_all or {one.to_team_id, one.from_team_id} & set(viewer.team_ids)
    ]
    of_us = [one for one in found if viewer.sees_all or one.to_team_id in viewer.team_ids]
    return Lists(
        to_answer=tuple(one for one in of_us if one.is_open),
        by_us=tuple(one for one in found if one.is_open and one not in of_us),
        answered=tuple(one for one in found if not one.is_open),
    )


def requests_for(transfer_id: str, *, today: date) -> Asked | None:
    """This function will return the request with whatever was asked and not yet answered together with it."""
    one = _rows().filter(pk=transfer_id).first()
    if one is None:
        return None
    rows = list(_rows().filter(batch_id=one.batch_id, answer=one.answer))
    return next(iter(_asked(rows, today)), None)


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> Sequence[Waiting]:
    """This function will return the requests that the viewer's teams have to answer: two queries."""
    if not viewer.may("allocate") or not viewer.team_ids:
        return ()
    rows = list(_rows().filter(answer="", to_team_id__in=viewer.team_ids))
    return [
        Waiting(
            title=f"{one.first.asked_by_name} asks your team to take over {one.names}",
            does="Answer",
            page=reverse("transfer", args=[one.first.pk]),
            child_ids=one.child_ids,
            since=one.first.asked_at,
            due_on=one.answer_by,
        )
        for one in _asked(rows, today)
        if one.heads
    ]


def _rows() -> QuerySet[TransferRequest]:
    return TransferRequest.objects.select_related("child", "to_team", "from_team").order_by("asked_at", "pk")


def _asked(rows: Iterable[TransferRequest], today: date) -> list[Asked]:
    batches: dict[tuple[str, str], list[TransferRequest]] = {}
    for row in rows:
        batches.setdefault((row.batch_id, row.answer), []).append(row)
    named = heads({row.child_id for one in batches.values() for row in one}, today=today)
    workers = worker_names(one[0].from_worker_id for one in batches.values())
    days = _days(today) if batches else 0
    return [
        Asked(
            rows=tuple(one),
            heads=tuple(named[row.child_id] for row in one if row.child_id in named),
            answer_by=working_day_after(london(one[0].asked_at), days),
            worker=workers.get(one[0].from_worker_id or "", ""),
        )
        for one in batches.values()
    ]


def _days(today: date) -> int:
    rows = Setting.objects.filter(setting=SETTING, team=None, role=None, started_on__lte=today).order_by("started_on")
    open_ = [row.value for row in rows if row.ended_on is None or row.ended_on > today]
    return int(open_[-1] if open_ else next(one.default or 0 for one in CASELOAD_STANDARDS if one.setting == SETTING))
