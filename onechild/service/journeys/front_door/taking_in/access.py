"""The one way to a contact: the row, or what to answer instead."""

from __future__ import annotations

from django.http import Http404

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, check
from onechild.service.record.models import Intake, IntakeChild

WRITES = "screen_contact"


def open_contact(request: SignedIn, intake_id: str, *, what: str, writes: bool = True) -> Intake:
    """This function will return the contact, and note in the access log that the viewer looked.

    Who screens contacts opens them all but those that are hidden, which answer Http404 as if they were not there.
    Whoever works with a linked child may read (`writes=False`); for anybody else it is NotAllowed, there or not.
    """
    if writes:
        check(request.viewer, WRITES)
    intake = Intake.objects.filter(pk=intake_id).first()
    if intake is None:
        if not request.viewer.may(WRITES):
            raise NotAllowed("Contacts are for the front door, and for those who work with the child.", (WRITES,))
        raise Http404("There is no such contact.")
    linked = IntakeChild.objects.filter(intake=intake, child__isnull=False).values_list("child_id", flat=True)
    request.seen([str(one) for one in linked], what=what)
    return intake


def child_of(intake: Intake, intake_child_id: str) -> IntakeChild:
    """This function will return one child of a contact, or raise Http404."""
    row = IntakeChild.objects.filter(intake=intake, pk=intake_child_id).first()
    if row is None:
        raise Http404("There is no such child in this contact.")
    return row
