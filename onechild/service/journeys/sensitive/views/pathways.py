"""Beginning a pathway, its page, and what it is about."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.actions.restrict_at_once import Asked, leads_of, overseers_for
from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.models import User
from onechild.service.access.queries.restricted import who_can_open
from onechild.service.access.refusals import NotPossible
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.govuk.parts import Basis, Duty, Link
from onechild.service.journeys.sensitive.actions.homeless import PLACES
from onechild.service.journeys.sensitive.actions.opening import Begun, begin, tell
from onechild.service.journeys.sensitive.forms.pathways import NOBODY, BeginForm, DescribeForm
from onechild.service.journeys.sensitive.kinds import Kind, kind_of
from onechild.service.journeys.sensitive.queries import pathways as queries
from onechild.service.journeys.sensitive.views.frame import (
    CLASH,
    frame,
    href,
    on_page,
    opened,
    pathway_of,
    shown,
    title_of,
)
from onechild.service.journeys.sensitive.views.told import choice_facts, facts, happenings
from onechild.service.record.actions.editing import Stale
from onechild.service.record.models import Allocation, Child, Obligation, Pathway
from onechild.service.record.queries.names import worker_names
from onechild.service.record.queries.work.in_post import in_post
from onechild.service.record.queries.work.outcomes import outcomes_of

# What a clock asks for, on which footing, and the step that meets it.
DUTIES: dict[str, tuple[str, Basis, str]] = {
    "fgm-report": ("Report it to the police yourself", "law", "fgm_reported"),
    "homeless-16-17": ("Assess the need together with housing", "local", "homeless_need_assessed"),
    "trafficking-referral": ("Tell the national referral mechanism", "guidance", "trafficking_referred"),
    "missing-meeting": ("Meet about the repeated episodes", "local", "missing_meeting"),
}


def new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Choose what the work is about; sending it restricts the record where it must, before any word is typed.

    No draft is kept of this page: it has no words, and what was chosen must not outlive it.
    """
    child = opened(request, la_child_id, "do_casework")
    overseers = {str(one.user_id): one for one in overseers_for(child.pk)}
    options: dict[str, Any] = {
        "overseers": [(key, one.name) for key, one in overseers.items()],
        "today": request.today,
    }
    form = BeginForm(request.POST, **options) if request.method == "POST" else BeginForm(**options)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        there = Pathway.objects.filter(child=child, kind=typed["kind"], ended_on__isnull=True).first()
        if there is not None:
            return HttpResponseRedirect(on_page(there))
        try:
            made = _begin(request, child, typed, overseers)
        except NotPossible as refused:
            form.add_error(None, str(refused))
        else:
            return HttpResponseRedirect(reverse("pathway-words", args=[child.la_child_id, made.pk]))
    return shown(
        request,
        child,
        form,
        title="Begin specially careful work",
        button="Begin this work",
        back=reverse("child-pathways", args=[child.la_child_id]),
        drafts=False,
        leads=[one for one in leads_of(child.pk) if one.user_id != request.user.pk],
        asks="sensitive/_begin.html",
    )


def page(request: SignedIn, la_child_id: str, pathway_id: str) -> HttpResponse:
    """All of one pathway: what to do now, what never to do, what is known, and what was done."""
    child = opened(request, la_child_id)
    found = queries.whole(pathway_id, child_id=child.pk)
    if found is None:
        raise Http404("There is no such work.")
    row = found.listed.pathway
    context = {
        **frame(request, child),
        "found": found,
        "listed": found.listed,
        "pathway": row,
        "kind": found.listed.kind,
        "late": found.listed.late(request.today),
        **_openers(child, found.listed.kind),
        "outcomes": outcomes_of(row.pk),
        "happened": happenings(found),
        "duties": _duties(child, row, request),
        "strategy": href("strategy-new", child.la_child_id),
        "people": href("child-people", child.la_child_id),
        "warn": href("child-warning-new", child.la_child_id),
        "choice": found.choices[0] if found.choices else None,
        "earlier": [(one, dict(PLACES).get(one.place, "")) for one in found.choices[1:]],
        "choice_facts": choice_facts(found.choices[0]) if found.choices else [],
        "facts": facts(found.listed, today=request.today),
        "their_own": queries.their_own(row, worker_id=request.viewer.worker_id, name=request.user.name),
    }
    return render(request, "sensitive/pathway.html", context)


def describe(request: SignedIn, la_child_id: str, pathway_id: str) -> HttpResponse:
    """Say what the work is about, who leads and oversees it, and how the child is reached safely."""
    child = opened(request, la_child_id, "do_casework", "approve_work")
    row = pathway_of(child, pathway_id)
    asked = overseers_for(child.pk)
    options: dict[str, Any] = {
        "row": row,
        "leads": _leads(request, child, row),
        "overseers": _overseers(request, row, asked),
    }
    draft = draft_of(request, child=child)
    form = DescribeForm(request.POST, **options) if request.method == "POST" else filled(DescribeForm, draft, **options)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            tell(
                pathway=row,
                typed=form.typed,
                seen_version=form.seen_version,
                overseer=next((one for one in asked if one.worker_id == form.typed["overseer_id"]), None),
                by=request.user,
                worker_id=request.viewer.worker_id,
                now=request.now,
                today=request.today,
            )
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            done_with(request, child=child)
            return HttpResponseRedirect(on_page(row))
    return shown(
        request,
        child,
        form,
        title=title_of(row.kind),
        button="Save what is known",
        back=on_page(row),
        draft=draft,
        status=status,
        asks="sensitive/_describe.html",
        kind=kind_of(row.kind),
        **_openers(child, kind_of(row.kind)),
    )


def _openers(child: Child, kind: Kind) -> dict[str, Any]:
    """Who can open a specially protected record, for its pages to say."""
    found = who_can_open(child.pk) if kind.protected else []
    words = f"Specially protected. {len(found)} people can open it; you are one. Every view is logged."
    return {"openers": found, "restricted_words": words, "who_href": reverse("child-who", args=[child.la_child_id])}


def _begin(request: SignedIn, child: Child, typed: dict[str, Any], overseers: dict[str, Asked]) -> Pathway:
    lead = Allocation.objects.filter(child=child, role="lead", ended_on__isnull=True, worker_id__isnull=False).first()
    overseer = overseers.get(typed["overseer"]) if typed["overseer"] != NOBODY else None
    lead_id = lead.worker_id if lead else request.viewer.worker_id
    begun = Begun(
        kind=typed["kind"],
        on=typed["started_on"] or request.today,
        lead_id=None if overseer and overseer.worker_id == lead_id else lead_id,
        overseer=overseer,
        every_days=queries.every_days(kind_of(typed["kind"]), today=request.today),
    )
    return begin(begun, child=child, by=request.user, worker_id=request.viewer.worker_id, today=request.today)


def _leads(request: SignedIn, child: Child, row: Pathway) -> list[tuple[str, str]]:
    """Who may lead: on a restricted record those who can open it; else whoever is in post in the child's teams."""
    if kind_of(row.kind).protected:
        users = User.objects.filter(pk__in=[one.user_id for one in who_can_open(child.pk)], worker_id__isnull=False)
        return sorted({str(user.worker_id): user.name for user in users}.items(), key=lambda one: one[1])
    teams = Allocation.objects.filter(child=child, ended_on__isnull=True).values_list("team_id", flat=True)
    found = dict(in_post([*teams, *request.viewer.team_ids], today=request.today))
    mine = {key for key in (request.viewer.worker_id, row.lead_id) if key}
    return sorted({**worker_names(mine), **found}.items(), key=lambda one: one[1])


def _overseers(request: SignedIn, row: Pathway, asked: list[Asked]) -> list[tuple[str, str]]:
    """Who may oversee, with whoever does now, and the viewer where they manage and it is not their own work."""
    found = {one.worker_id: one.name for one in asked} | worker_names([row.overseer_id])
    mine = request.viewer.worker_id
    if (
        mine
        and request.viewer.may("approve_work")
        and not queries.their_own(row, worker_id=mine, name=request.user.name)
    ):
        found[mine] = request.user.name
    return sorted(found.items(), key=lambda one: one[1])


def _duties(child: Child, row: Pathway, request: SignedIn) -> list[Duty]:
    """What a clock says is owed on this work now."""
    steps = {one.step for one in kind_of(row.kind).doings if one.step}
    asked = {clock: told for clock, told in DUTIES.items() if told[2] in steps}
    if not asked or row.ended_on is not None:
        return []
    rows = Obligation.objects.filter(child=child, clock__in=asked, met_on__isnull=True).order_by("due_on")
    page = reverse("pathway-done", args=[child.la_child_id, row.pk])
    return [
        Duty(
            what=asked[one.clock][0],
            basis=asked[one.clock][1],
            due=one.due_on,
            next=Link("Record it", page, hidden=f": {asked[one.clock][0]}"),
        )
        for one in rows
        if one.ended_on is None or one.ended_on > request.today
    ]
