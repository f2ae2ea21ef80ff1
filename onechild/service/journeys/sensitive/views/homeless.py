"""What a homeless young person was told and chose."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.refusals import NotPossible
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.sensitive.actions.homeless import choose
from onechild.service.journeys.sensitive.forms.homeless import ChoiceForm
from onechild.service.journeys.sensitive.views.frame import on_page, opened, pathway_of, shown
from onechild.service.record.models.pathway import PathwayKind


def choice(request: SignedIn, la_child_id: str, pathway_id: str) -> HttpResponse:
    """Write what was explained, what the young person chose in their own words, and where they sleep tonight."""
    child = opened(request, la_child_id, "do_casework")
    row = pathway_of(child, pathway_id)
    if row.kind != PathwayKind.HOMELESS:
        raise Http404("This work asks for no such choice.")
    options: dict[str, Any] = {"today": request.today}
    draft = draft_of(request, child=child)
    form = ChoiceForm(request.POST, **options) if request.method == "POST" else filled(ChoiceForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        try:
            choose(
                form.chosen(),
                pathway=row,
                worker_id=request.viewer.worker_id,
                by=request.user,
                now=request.now,
                today=request.today,
            )
        except NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            done_with(request, child=child)
            return HttpResponseRedirect(on_page(row))
    return shown(
        request,
        child,
        form,
        title="What the young person was told and chose",
        button="Record what they chose",
        back=on_page(row),
        draft=draft,
        lede="An earlier choice stays on record: they may change their mind, and this is then the newest.",
    )
