"""Who may teach a worker, and who is in a first year."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from onechild.service.access.viewer import NotAllowed, Viewer
from onechild.service.record.models import AcademyPlace, AssessedYear, TeamMembership, Worker

TEACHES = ("keep_academy", "supervise")


def on_day(day: date) -> Q:
    """Spells that hold at the end of a day, an unknown start included."""
    began = Q(started_on__isnull=True) | Q(started_on__lte=day)
    return began & (Q(ended_on__isnull=True) | Q(ended_on__gt=day))


def may_teach(viewer: Viewer, worker_id: str, *, today: date) -> bool:
    """Whether the viewer keeps the academy, or supervises the team that the worker is in; never oneself."""
    if viewer.worker_id == worker_id:
        return False
    if viewer.may("keep_academy"):
        return True
    theirs = TeamMembership.objects.filter(on_day(today), worker_id=worker_id, team_id__in=viewer.team_ids)
    return viewer.may("supervise") and theirs.exists()


def check_teaches(viewer: Viewer, worker_id: str, *, today: date, mentors: bool = False) -> None:
    """Raise NotAllowed where the viewer may not teach this worker; `mentors` lets the worker's mentor too."""
    if may_teach(viewer, worker_id, today=today):
        return
    places = AcademyPlace.objects.filter(on_day(today), worker_id=worker_id)
    if mentors and viewer.worker_id and places.filter(mentor_id=viewer.worker_id).exists():
        return
    raise NotAllowed("The academy, the worker’s manager or the mentor does this, and nobody for themselves.", TEACHES)


def check_reads(viewer: Viewer, worker_id: str, *, today: date) -> None:
    """Raise NotAllowed where the viewer is neither the worker nor somebody who teaches them."""
    if not viewer.worker_id or viewer.worker_id != worker_id:
        check_teaches(viewer, worker_id, today=today, mentors=True)


def in_first_year(*, today: date, among: Collection[str] | None = None) -> list[str]:
    """This function will return workers in their assessed year or first year: two queries."""
    years = AssessedYear.objects.filter(on_day(today))
    first = Worker.objects.filter(newly_qualified_to__gt=today)
    found = {*years.values_list("worker_id", flat=True), *first.values_list("pk", flat=True)}
    return sorted(found if among is None else found & set(among))
