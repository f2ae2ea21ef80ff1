"""Begins employments, changes their hours, makes agency workers permanent, and ends employments.

The contract's own rows are written, and the worker's duties (supervision, registration) move in the same transaction.
An employment that a load owns is the staff system's: it is neither changed nor ended here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew_others
from onechild.service.record.actions.editing import changed
from onechild.service.record.actions.staffing.refused import THE_SOURCES, Refused
from onechild.service.record.models import Employment, EmploymentNote, TeamMembership, Worker, WorkerName

A_DAY = timedelta(days=1)
FROM_AN_AGENCY = "4"  # of the census's codes of where a worker came from


@dataclass(frozen=True, kw_only=True)
class NewWorker:
    """Somebody whom the record does not know yet."""

    name: str
    registration_number: str = ""
    qualified_on: date | None = None


def begin(
    *,
    worker: NewWorker | str,
    kind: str,
    role: str,
    fte: float,
    post_id: str | None,
    team_id: str,
    on: date,
    start_origin: str,
    words: str,
    by: Person,
    today: date,
) -> Employment:
    """Begin an employment and a place in a team, of a worker known by id or of a new one.

    This function will raise Refused where the worker is employed on that day already, which a change of hours or of
    kind ends first.
    """
    with change_set(by=by, kind="edit", words="Employment begun"):
        worker_id = worker if isinstance(worker, str) else _new(worker, today)
        _lock(worker_id)
        if Employment.objects.filter(worker_id=worker_id).filter(_open_on(on)).exists():
            raise Refused("worker", "They are employed on that day already: change their hours, or end that first.")
        row = Employment.objects.create(
            worker_id=worker_id,
            post_id=post_id or None,
            employment_kind=kind,
            role=role,
            fte=fte,
            started_on=on,
            recorded_on=today,
        )
        _note(row, today, start_origin=start_origin, words=words)
        if not TeamMembership.objects.filter(worker_id=worker_id, team_id=team_id).filter(_open_on(on)).exists():
            TeamMembership.objects.create(
                worker_id=worker_id, team_id=team_id, role=role, started_on=on, recorded_on=today
            )
        renew_others([worker_id])
        return row


def change_hours(*, employment: Employment, fte: float, on: date, seen_version: int, by: Person, today: date) -> None:
    """Change somebody's hours from a day: the employment goes on as a new spell. Raises Refused, Stale."""
    with change_set(by=by, kind="edit", words="Hours changed"):
        row = _ours(employment, "fte")
        if row.started_on and on <= row.started_on:
            raise Refused("on", "The day must be after the employment began.")
        if row.fte == fte:
            raise Refused("fte", "These are the hours already.")
        _close(row, on=on, reason="moved_post", seen_version=seen_version, today=today)
        _next(row, on=on, fte=fte, kind=row.employment_kind, post_id=row.post_id, today=today)
        renew_others([row.worker_id])


def convert(
    *,
    employment: Employment,
    last_day: date,
    post_id: str | None,
    fte: float,
    words: str,
    seen_version: int,
    by: Person,
    today: date,
) -> Employment:
    """Make an agency worker permanent: the assignment ends on its last day, the employment begins the day after.

    One act, so that it is counted as what it was. Children and team stay. Raises Refused, Stale.
    """
    with change_set(by=by, kind="edit", words="Agency worker became permanent"):
        row = _ours(employment, "last_day")
        if row.employment_kind != "agency":
            raise Refused("last_day", "They are in the council’s employment already.")
        if row.started_on and last_day < row.started_on:
            raise Refused("last_day", "The assignment can’t end before it began.")
        on = last_day + A_DAY
        _close(row, on=on, reason="became_permanent", seen_version=seen_version, today=today)
        made = _next(row, on=on, fte=fte, kind="permanent", post_id=post_id or None, today=today)
        _note(made, today, start_origin=FROM_AN_AGENCY, words=words)
        renew_others([row.worker_id])
        return made


def leave(
    *,
    employment: Employment,
    last_day: date,
    reason: str,
    words: str,
    destination: str,
    held: int,
    seen_version: int,
    by: Person,
    today: date,
) -> None:
    """End an employment after its last day, with the reason, words and where the worker goes.

    `held` is how many children the worker leads on the day after. With any, the last day must be still to come, so
    that they are shared out before it. Raises Refused, Stale.
    """
    with change_set(by=by, kind="edit", words="Employment ended"):
        row = _ours(employment, "last_day")
        if row.started_on and last_day < row.started_on:
            raise Refused("last_day", "The last day can’t be before the employment began.")
        if held and last_day <= today:
            children = "1 child" if held == 1 else f"{held} children"
            raise Refused(
                "last_day",
                f"They lead the work with {children}. Allocate them to others first, or give a last day that is still "
                "to come and plan their leaver’s day.",
            )
        on = last_day + A_DAY
        _close(row, on=on, reason=reason, seen_version=seen_version, today=today)
        _note(row, today, leaver_destination=destination, words=words)
        if not Employment.objects.filter(worker_id=row.worker_id).filter(_open_on(on)).exists():
            places = TeamMembership.objects.filter(worker_id=row.worker_id, origin=None).filter(_open_on(on))
            for place in places.select_for_update():
                place.ended_on, place.end_recorded_on = max(on, place.started_on or on), today
                place.save(update_fields=["ended_on", "end_recorded_on"])
        renew_others([row.worker_id])


def _lock(worker_id: str) -> Worker:
    return Worker.objects.select_for_update(no_key=True).get(pk=worker_id)


def _ours(employment: Employment, field: str) -> Employment:
    """The row, locked, where it is not a load's and has not ended."""
    _lock(employment.worker_id)
    row = Employment.objects.select_for_update().get(pk=employment.pk)
    if row.origin_id is not None:
        raise Refused(field, THE_SOURCES)
    if row.ended_on is not None:
        raise Refused(field, "Somebody else ended this meanwhile: nothing of yours was written.")
    return row


def _new(told: NewWorker, today: date) -> str:
    row = Worker.objects.create(
        qualified_on=told.qualified_on, registered=bool(told.registration_number) or None, recorded_on=today
    )
    WorkerName.objects.create(
        worker=row, name=told.name, registration_number=told.registration_number or None, recorded_on=today
    )
    return str(row.pk)


def _close(row: Employment, *, on: date, reason: str, seen_version: int, today: date) -> None:
    changed(row, seen_version=seen_version, typed={"ended_on": on, "end_reason": reason})
    row.end_recorded_on = today
    row.save(update_fields=["ended_on", "end_reason", "end_recorded_on"])


def _next(row: Employment, *, on: date, fte: float, kind: str | None, post_id: str | None, today: date) -> Employment:
    return Employment.objects.create(
        worker_id=row.worker_id,
        post_id=post_id,
        employment_kind=kind,
        role=row.role,
        fte=fte,
        started_on=on,
        recorded_on=today,
    )


def _note(row: Employment, today: date, **told: Any) -> None:
    keep_note(employment_id=row.pk, told={key: value for key, value in told.items() if value}, today=today)


def keep_note(*, employment_id: str, told: Mapping[str, Any], today: date) -> None:
    """Keep what the census asks of an employment beside it, inside a change-set; nothing told writes nothing."""
    if not told:
        return
    note = EmploymentNote.objects.select_for_update().filter(employment_id=employment_id).first()
    if note is None:
        EmploymentNote.objects.create(employment_id=employment_id, recorded_on=today, **told)
        return
    for name, value in told.items():
        setattr(note, name, value)
    note.recorded_on = today
    note.save(update_fields=[*told, "recorded_on"])


def _open_on(day: date) -> Q:
    return Q(ended_on__isnull=True) | Q(ended_on__gt=day)
