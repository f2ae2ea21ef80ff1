"""The pages of a child in need plan: it is begun, written, sent, decided on, and read."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.journeys.support.actions import plans as actions
from onechild.service.journeys.support.asking import Page, form_page
from onechild.service.journeys.support.fields import DecideForm
from onechild.service.journeys.support.opening import Opened, acting, opened
from onechild.service.journeys.support.plans import reading
from onechild.service.journeys.support.plans.forms import LivingPlanForm, PlanForm
from onechild.service.record.actions.work.step_down import NotYet
from onechild.service.record.models import ChildInNeedPlan, NeedPlanNote

WHAT = "child in need plan"


def plans(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Every child in need plan of the child, and the one that is being written."""
    found = opened(request, la_child_id, what=WHAT)
    notes = NeedPlanNote.objects.filter(child=found.child).exclude(status="approved")
    rows = list(ChildInNeedPlan.objects.filter(child=found.child).order_by("-started_on"))
    context = {
        "child": found.child,
        "head": found.head,
        "drafts": list(notes),
        "rows": rows,
        "may": request.viewer.may("do_casework"),
    }
    return render(request, "support/plans.html", context)


def new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Begin to write a child in need plan."""
    found = opened(request, la_child_id, "do_casework", what=WHAT)

    def act(form: PlanForm) -> str:
        note = actions.begin(
            child=found.child,
            typed=form.typed,
            worker_id=request.viewer.worker_id,
            by=request.user,
            today=request.today,
        )
        return page_of(found, note.plan_id)

    page = Page(
        back=reverse("child", args=[la_child_id]),
        back_words=found.head.name,
        title=f"Write a child in need plan for {found.head.first_name}",
        lede="Nothing here has to be finished at once. The plan begins when a manager has approved it.",
        button="Save this plan",
    )
    most = actions.most_days(NeedPlanNote(child=found.child), today=request.today)
    return form_page(request, found, PlanForm, page, act=act, row=None, today=request.today, most_days=most)


def plan(request: SignedIn, la_child_id: str, plan_id: str) -> HttpResponse:
    """A plan whole, as the family can be given it; printed without its buttons."""
    found = opened(request, la_child_id, what=WHAT)
    told = reading.plan_of(found.child, plan_id)
    context = {
        "child": found.child,
        "head": found.head,
        "plan": told,
        "shown": reading.shown_of(told),
        "writes": request.viewer.may("do_casework") and (told.written or told.open),
        "status": reading.status_tag(told),
        "facts": reading.facts_of(told, today=request.today),
        "dues": reading.dues_of(found.child, told, first_name=found.head.first_name, today=request.today),
        "happened": reading.told_of(told, today=request.today),
        "needed": actions.still_needed(told.note, today=request.today) if told.note and told.written else [],
        "may_write": request.viewer.may("do_casework"),
        "may_decide": reading.may_decide(told, request.viewer),
        "manages": request.viewer.may("approve_work"),
        "refused": request.GET.get("refused", ""),
    }
    return render(request, "support/plan.html", context)


def edit(request: SignedIn, la_child_id: str, plan_id: str) -> HttpResponse:
    """Edit what a plan says; two people who do are told."""
    found = opened(request, la_child_id, "do_casework", what=WHAT)
    told = reading.plan_of(found.child, plan_id)
    if told.note is None:
        return HttpResponseRedirect(page_of(found, plan_id))
    note = told.note

    def act(form: LivingPlanForm) -> str:
        actions.keep(note=note, typed=form.typed, seen_version=form.seen_version, by=request.user, today=request.today)
        return page_of(found, plan_id)

    page = Page(
        back=page_of(found, plan_id),
        back_words="Child in need plan",
        title=f"Edit {found.head.first_name}’s child in need plan",
        button="Save this plan",
        notes=[f"Returned by {told.returned.by_name}: {told.returned.words}"] if told.returned else [],
    )
    kind = PlanForm if told.row is None else LivingPlanForm
    most = actions.most_days(note, today=request.today)
    return form_page(request, found, kind, page, act=act, row=note, today=request.today, most_days=most)


@require_POST
def submit(request: SignedIn, la_child_id: str, plan_id: str) -> HttpResponse:
    """Send a plan to a manager; what it still lacks stands on its page."""
    found = opened(request, la_child_id, "do_casework", what=WHAT)
    told = reading.plan_of(found.child, plan_id)
    try:
        if told.note is not None:
            actions.submit(
                note=told.note,
                worker_id=request.viewer.worker_id,
                by=request.user,
                now=request.now,
                today=request.today,
            )
    except NotYet:
        return HttpResponseRedirect(f"{page_of(found, plan_id)}?refused=yes")
    return HttpResponseRedirect(page_of(found, plan_id))


def decide(request: SignedIn, la_child_id: str, plan_id: str) -> HttpResponse:
    """Approve a plan, or return it with what needs to be changed."""
    found = opened(request, la_child_id, "approve_work", what=WHAT)
    told = reading.plan_of(found.child, plan_id)
    if told.note is None or not told.with_a_manager:
        return HttpResponseRedirect(page_of(found, plan_id))
    note = told.note

    def act(form: DecideForm) -> str:
        typed = form.cleaned_data
        if typed["answer"] == "return":
            actions.send_back(note=note, words=typed["reason"], **acting(request))
        else:
            actions.approve(note=note, reason=typed["reason"], seen=typed["seen"], **acting(request))
        return page_of(found, plan_id)

    page = Page(
        back=page_of(found, plan_id),
        back_words="Child in need plan",
        title=f"Decide on {found.head.first_name}’s child in need plan",
        button="Record this decision",
        template="support/decide_plan.html",
        more={
            "plan": told,
            "shown": reading.shown_of(told),
            "facts": reading.facts_of(told, today=request.today),
        },
    )
    return form_page(request, found, DecideForm, page, act=act)


def page_of(found: Opened, plan_id: str) -> str:
    """This function will return the address of a plan."""
    return reverse("need-plan", args=[found.child.la_child_id, plan_id])
