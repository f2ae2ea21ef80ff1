"""How each page of this journey opens its child and handover, and who may do what with it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404

from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, Viewer
from onechild.service.record.models import Child, Handover
from onechild.service.record.queries.names import NO_WORKER_NAME, Head, heads, worker_names

NOBODY_YET = "nobody yet"
NOT_YOURS = "The worker who hands the child over writes this, or a manager who allocates."
NOT_YOURS_TO_READ = "Only the next worker can say that they have read it."


@dataclass(frozen=True)
class Opened:
    """A handover whose page was asked for, with its child and the two workers by name."""

    child: Child
    head: Head
    row: Handover
    leaver: str
    next: str

    @property
    def given(self) -> bool:
        """Whether it is known who comes next."""
        return self.row.to_worker_id is not None


def opened(request: SignedIn, la_child_id: str, handover_id: str, *, what: str) -> Opened:
    """Open the child and the handover; Http404 where there is none of this key."""
    child = open_child(request, la_child_id, what=what)
    row = Handover.objects.filter(child=child, pk=handover_id).first()
    if row is None:
        raise Http404("There is no such handover.")
    head = heads([child.pk], today=request.today)[child.pk]
    names = worker_names([row.from_worker_id, row.to_worker_id])
    return Opened(child, head, row, _named(names, row.from_worker_id), _named(names, row.to_worker_id))


def writes(viewer: Viewer, row: Handover) -> bool:
    """Whether the viewer may write it: who leaves, or a manager, until it is read."""
    return row.read_at is None and (_is(viewer, row.from_worker_id) or viewer.may("allocate"))


def reads(viewer: Viewer, row: Handover) -> bool:
    """Whether it waits to be marked as read by the viewer, who is the next worker."""
    return row.finished_at is not None and row.read_at is None and _is(viewer, row.to_worker_id)


def meets(viewer: Viewer, row: Handover) -> bool:
    """Whether the viewer may record the joint visit: one of the two workers, or a manager."""
    mine = _is(viewer, row.from_worker_id) or _is(viewer, row.to_worker_id) or viewer.may("allocate")
    return row.met_on is None and row.to_worker_id is not None and mine


def check_writes(viewer: Viewer, row: Handover) -> None:
    """Raise NotAllowed where the viewer is neither the one who leaves nor a manager."""
    if not (_is(viewer, row.from_worker_id) or viewer.may("allocate")):
        raise NotAllowed(NOT_YOURS, ("allocate",))


def check_reads(viewer: Viewer, row: Handover) -> None:
    """Raise NotAllowed where the viewer is not the next worker: nobody reads in another's place."""
    if not _is(viewer, row.to_worker_id):
        raise NotAllowed(NOT_YOURS_TO_READ)


def check_meets(viewer: Viewer, row: Handover) -> None:
    """Raise NotAllowed where the viewer is neither worker nor a manager."""
    if not (_is(viewer, row.from_worker_id) or _is(viewer, row.to_worker_id) or viewer.may("allocate")):
        raise NotAllowed("One of the two workers records the joint visit, or a manager.", ("allocate",))


def _is(viewer: Viewer, worker_id: str | None) -> bool:
    return worker_id is not None and viewer.worker_id == worker_id


def _named(names: dict[str, str], worker_id: str | None) -> str:
    return names.get(worker_id, NO_WORKER_NAME) if worker_id else NOBODY_YET
