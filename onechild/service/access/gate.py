"""The one way to a child's page: the child, or what to answer instead."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection
from django.http import Http404

from onechild.service.access.viewer import NotAllowed, Request
from onechild.service.record.models import Child


@dataclass(frozen=True)
class Standing:
    """How a viewer stands to a child of whom they may be told: open, restricted or elsewhere (outside their reach)."""

    child_id: str
    standing: str
    restriction: str | None


def open_child(request: Request, la_child_id: str, *, what: str = "child's record") -> Child:
    """This function will return the child with this public id, and note in the access log that the viewer looked.

    It raises Http404 where there is no such child as far as this viewer may know, and NotAllowed where the viewer may
    know of the child and may not open the record. `what` says what was opened, for whoever reads the log.
    """
    stands = standing_of(la_child_id)
    if stands is None:
        request.seen([], what=f"{what}: asked for, and not there for this person", kind="refused")
        raise Http404("There is no such child.")
    if stands.standing != "open":
        request.seen([stands.child_id], what=f"{what}: asked for, and not opened", kind="refused")
        raise NotAllowed(
            "This record is restricted. Only people named on it can open it."
            if stands.standing == "restricted"
            else "You don't work with this child.",
            child=la_child_id,
            child_id=stands.child_id,
        )
    request.seen([stands.child_id], what=what)
    return Child.every.get(pk=stands.child_id)


def standing_of(la_child_id: str) -> Standing | None:
    """This function will return how the transaction's viewer stands to a child; None where they may not know of one."""
    with connection.cursor() as cursor:
        cursor.callproc("access_standing", [la_child_id])
        row = cursor.fetchone()
    return Standing(*row) if row else None
