"""Feedback: who is still to be told, and writing down that they were."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.govuk.parts import Tag
from onechild.service.journeys.front_door.deciding.actions import telling
from onechild.service.journeys.front_door.deciding.forms import ToldForm
from onechild.service.journeys.front_door.deciding.queries import to_tell
from onechild.service.journeys.front_door.deciding.views.moving import CLASH, WHAT, shown
from onechild.service.journeys.front_door.outcomes import BY_KEY
from onechild.service.journeys.front_door.taking_in.access import open_contact
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.journeys.front_door.taking_in.queries.contact import who_told


@needs("screen_contact")
def list_to_tell(request: SignedIn) -> HttpResponse:
    """Contacts that were decided and whose senders have not been told, the longest waiting first."""
    rows = to_tell(today=request.today)
    request.seen({key for one in rows for key in one.child_ids}, what="whom the front door has still to tell")
    saved = "Recorded." if request.GET.get("saved") == "told" else ""
    return render(request, "front_door/to_tell.html", {"rows": rows, "saved": saved, "late": Tag("Late", "late")})


def tell(request: SignedIn, intake_id: str) -> HttpResponse:
    """Write down how the sender was told; for a member of the public, without a word of what was decided."""
    intake = open_contact(request, intake_id, what=WHAT)
    if intake.stage != "decided":
        status = CLASH if request.method == "POST" else 200
        return shown(request, intake, said="This contact is not decided yet: there is nothing to tell.", status=status)
    draft, professional = draft_of(request), bool(intake.professional)
    posted = request.method == "POST"
    form = (
        ToldForm(request.POST, professional=professional)
        if posted
        else filled(ToldForm, draft, professional=professional)
    )
    if posted and form.is_valid():
        try:
            telling.told(
                intake=intake,
                how=form.cleaned_data["how"],
                words=form.cleaned_data.get("words", ""),
                worker_id=request.viewer.worker_id,
                by=request.user,
                now=request.now,
            )
        except NotPossible as refused:
            return shown(request, intake, said=str(refused), status=CLASH)
        done_with(request)
        return HttpResponseRedirect(f"{reverse('contacts-to-tell')}?saved=told")
    context = {
        "intake": intake,
        "form": form,
        "draft": draft,
        "professional": professional,
        "who": who_told(intake),
        "outcome": BY_KEY[intake.outcome].words if professional and intake.outcome in BY_KEY else "",
    }
    return render(request, "front_door/tell.html", context)
