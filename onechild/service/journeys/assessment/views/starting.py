"""The page that starts an assessment from the open referral, for one child or for brothers and sisters together."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.journeys.assessment.actions.starting import Starting, UnderWay, start
from onechild.service.journeys.assessment.forms.starting import StartForm
from onechild.service.journeys.assessment.views.opening import to
from onechild.service.record.models import Assessment, Child, Referral
from onechild.service.record.queries.names import Head, growing_up, heads
from onechild.service.record.queries.people import brothers_and_sisters, holdings, leads
from onechild.service.record.queries.work.referrals import open_referral_of

CLASH = 409


def new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Start an assessment, or say why there is none to start and where to go instead."""
    child = open_child(request, la_child_id, what="starting an assessment")
    check(request.viewer, "do_casework")
    named = heads({child.pk, *brothers_and_sisters(child.pk, today=request.today)}, today=request.today)
    request.seen(named, what="starting an assessment")
    head = named[child.pk]
    under_way = _under_way(child.pk)
    referral = open_referral_of(child.pk, request.today)
    if under_way or referral is None:
        context = {"child": child, "head": head, "under_way": under_way}
        return render(request, "assessment/cannot_start.html", context)
    siblings = [one for one in named.values() if _may_join(one, child.pk, request)]
    draft = draft_of(request, child=child)
    options: dict[str, Any] = {"siblings": siblings, "today": request.today, "earliest": referral.started_on}
    form = StartForm(request.POST, **options) if request.method == "POST" else filled(StartForm, draft, **options)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            made = _start(request, child, form)
        except UnderWay:
            form.add_error(None, "Somebody has started an assessment of one of these children meanwhile.")
            status = CLASH
        else:
            done_with(request, child=child)
            return to("assessment-history", child.la_child_id, made.pk, saved="started")
    context = {"child": child, "head": head, "form": form, "draft": draft, "referral": referral}
    return render(request, "assessment/new.html", context, status=status)


def _start(request: SignedIn, child: Child, form: StartForm) -> Assessment:
    typed = form.cleaned_data
    ids = [child.pk, *typed.get("also", [])]
    children = {one.pk: one for one in Child.objects.filter(pk__in=ids)}
    made = start(
        children=[_starting(request, children[one]) for one in ids if one in children],
        kind=typed["kind"],
        on=typed["started_on"],
        why=typed["why"],
        writer_id=request.viewer.worker_id,
        by=request.user,
        today=request.today,
    )
    return made[0]


def _starting(request: SignedIn, child: Child) -> Starting:
    """Who holds the child and under which referral; the second assessment under one is of an open child."""
    referral = open_referral_of(child.pk, request.today)
    held = next(
        (one for one in reversed(leads(holdings(child.pk, today=request.today))) if one.open_on(request.today)), None
    )
    return Starting(
        child=child,
        referral=referral,
        team_id=(held.team_id if held else None) or _own_team(request, referral),
        worker_id=held.worker_id if held else None,
        of_open_child=Assessment.objects.filter(child=child, referral=referral, ended_on__isnull=False).exists(),
    )


def _own_team(request: SignedIn, referral: Referral | None) -> str | None:
    if referral is not None and referral.team_id:
        return str(referral.team_id)
    return next(iter(request.viewer.team_ids), None)


def _under_way(child_id: str) -> Assessment | None:
    return Assessment.objects.filter(child_id=child_id, ended_on__isnull=True).order_by("-started_on").first()


def _may_join(head: Head, child_id: str, request: SignedIn) -> bool:
    """A brother or sister who grows up or is expected, whose own referral is open and who is not assessed already."""
    return (
        head.child_id != child_id
        and (head.unborn or growing_up(head, request.today))
        and open_referral_of(head.child_id, request.today) is not None
        and _under_way(head.child_id) is None
    )
