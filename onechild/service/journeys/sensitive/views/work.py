"""What was done or learned on a pathway, the signs seen, a manager's look, and the end."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.refusals import NotPossible
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.sensitive.actions import work as actions
from onechild.service.journeys.sensitive.forms.pathways import DoneForm, EndForm, OverseeForm, SignsForm
from onechild.service.journeys.sensitive.kinds import kind_of
from onechild.service.journeys.sensitive.views.frame import on_page, opened, pathway_of, shown, title_of
from onechild.service.record.models import Pathway
from onechild.service.record.models.pathway import PathwayKind
from onechild.service.record.queries.work.outcomes import unmet


def done(request: SignedIn, la_child_id: str, pathway_id: str) -> HttpResponse:
    """Write one thing that was done or learned."""
    child = opened(request, la_child_id, "do_casework")
    row = pathway_of(child, pathway_id)
    options: dict[str, Any] = {"about": kind_of(row.kind), "today": request.today}
    draft = draft_of(request, child=child)
    form = DoneForm(request.POST, **options) if request.method == "POST" else filled(DoneForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        said = actions.Done(
            key=typed["kind"],
            on=typed["happened_on"],
            words=typed["words"],
            whom=typed["whom"],
            next_on=typed["next_on"],
        )
        try:
            actions.add(said, pathway=row, worker_id=request.viewer.worker_id, by=request.user, today=request.today)
        except NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            done_with(request, child=child)
            return HttpResponseRedirect(on_page(row))
    return shown(
        request,
        child,
        form,
        title=f"{title_of(row.kind)}: something done or learned",
        button="Record this",
        back=on_page(row),
        draft=draft,
    )


def signs(request: SignedIn, la_child_id: str, pathway_id: str) -> HttpResponse:
    """Write which signs of exploitation were seen or told."""
    child = opened(request, la_child_id, "do_casework")
    row = pathway_of(child, pathway_id)
    if row.kind != PathwayKind.EXPLOITATION:
        raise Http404("This work asks for no signs.")
    draft = draft_of(request, child=child)
    options: dict[str, Any] = {"today": request.today}
    form = SignsForm(request.POST, **options) if request.method == "POST" else filled(SignsForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.add_signs(
                typed["signs"],
                pathway=row,
                on=typed["happened_on"],
                words=typed["words"],
                whom=typed["whom"],
                worker_id=request.viewer.worker_id,
                by=request.user,
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
        title="Signs that were seen or told",
        button="Record these signs",
        back=on_page(row),
        draft=draft,
        lede="Tick what was there. Nobody adds them up: one sign may be enough, and ten may have another cause.",
    )


def oversight(request: SignedIn, la_child_id: str, pathway_id: str) -> HttpResponse:
    """Write that a manager looked at the work, and what must happen."""
    child = opened(request, la_child_id, "approve_work")
    row = pathway_of(child, pathway_id)
    options: dict[str, Any] = {"today": request.today, "every_days": row.oversight_every_days}
    draft = draft_of(request, child=child)
    form = OverseeForm(request.POST, **options) if request.method == "POST" else filled(OverseeForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.oversee(
                pathway=row,
                words=typed["words"],
                next_by=typed["next_by"],
                worker_id=request.viewer.worker_id,
                by=request.user,
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
        title=f"{title_of(row.kind)}: a manager’s look",
        button="Record this look",
        back=on_page(row),
        draft=draft,
    )


def end(request: SignedIn, la_child_id: str, pathway_id: str) -> HttpResponse:
    """End the work, for a manager's reason."""
    child = opened(request, la_child_id, "approve_work")
    row = pathway_of(child, pathway_id)
    draft = draft_of(request, child=child)
    options: dict[str, Any] = {"today": request.today}
    form = EndForm(request.POST, **options) if request.method == "POST" else filled(EndForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        try:
            actions.end(
                pathway=row,
                on=form.cleaned_data["ended_on"],
                reason=form.cleaned_data["reason"],
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
        title=f"End it: {title_of(row.kind).lower()}",
        button="End this work",
        back=on_page(row),
        draft=draft,
        lede=_before_the_end(row),
    )


def _before_the_end(row: Pathway) -> str:
    """What to know before it ends: what the safety plan has not reached, and that the record stays restricted."""
    left = len(unmet(row.pk))
    plan = (
        f"{left} outcome{'s' if left > 1 else ''} of the safety plan {'are' if left > 1 else 'is'} not met."
        if left
        else ""
    )
    stays = "The record stays restricted until somebody who restricts records lifts that."
    return " ".join(part for part in (plan, stays if kind_of(row.kind).protected else "") if part)
