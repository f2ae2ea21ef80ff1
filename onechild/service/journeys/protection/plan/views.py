"""The pages of a child protection plan: as workers read it, as the family reads it, its core groups and its end."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, check
from onechild.service.govuk.parts import Fact, Link
from onechild.service.govuk.words import day, due
from onechild.service.journeys.protection.conference.queries import FAMILY
from onechild.service.journeys.protection.days import CORE_GROUP, due_after
from onechild.service.journeys.protection.opening import Opened, done, form_of, form_page, opened, warnings_of, way
from onechild.service.journeys.protection.plan import actions
from onechild.service.journeys.protection.plan.forms import CategoryForm, CoreGroupForm, EndForm
from onechild.service.journeys.protection.plan.queries import Plan, open_plans, plan_of
from onechild.service.record.actions.work.meetings import Asked
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.due import due_for
from onechild.service.record.queries.names import worker_names

WHAT = "a child protection plan"
CLOCKS = ("first-core-group", "core-group", "review-child-protection-conference", "child-protection-visit")
KEPT_THERE = (
    "This plan is kept in the case system: change or end it there. Core groups and reviews can be recorded here."
)


def plan(request: SignedIn, la_child_id: str, plan_id: str) -> HttpResponse:
    """A plan as workers read it."""
    page, found = open_plan(request, la_child_id, plan_id)
    dues = [one for one in due_for([page.child.pk], today=request.today) if one.clock in CLOCKS]
    in_force = found.open_on(request.today)
    context = {
        "child": page.child,
        "head": page.head,
        "found": found,
        "facts": _facts(request, found),
        "dues": [(one.title(page.head.first_name), due(one.due_on, request.today), one.late) for one in dues]
        if in_force
        else [],
        "in_force": in_force,
        "kept_there": "" if found.ours else KEPT_THERE,
        "contingency": found.latest.contingency if found.latest else "",
        "may": request.viewer.may("do_casework"),
        "may_end": request.viewer.may("approve_work"),
        "step_down": way("step-down", la_child_id),
        "interval": way("child-interval", la_child_id, "protection", plan_id),
        "warnings": warnings_of(page.child.pk, today=request.today),
    }
    return render(request, "protection/plan.html", context)


def family(request: SignedIn, la_child_id: str, plan_id: str) -> HttpResponse:
    """The same plan in plain words, to print and give to the family."""
    page, found = open_plan(request, la_child_id, plan_id)
    chair = found.latest.chair_id if found.latest else None
    context = {
        "child": page.child,
        "head": page.head,
        "found": found,
        "contingency": found.latest.contingency if found.latest else "",
        "strengths": found.latest.strengths if found.latest else "",
        "chair": worker_names([chair]).get(chair or "", ""),
        "warnings": warnings_of(page.child.pk, today=request.today),
    }
    return render(request, "protection/plan_family.html", context)


def core_group(request: SignedIn, la_child_id: str, plan_id: str) -> HttpResponse:
    """Record a core group, for the child and the brothers and sisters on a plan."""
    page, found = open_plan(request, la_child_id, plan_id, needs="do_casework", in_force=True)
    plans = open_plans([head.child_id for head in page.group], today=request.today) | {page.child.pk: found.row}
    options: dict[str, Any] = {
        "heads": [head for head in page.group if head.child_id in plans],
        "members": found.members,
        "next_by": due_after(CORE_GROUP, request.today),
        "today": request.today,
    }
    draft = draft_of(request, child=page.child)
    form = CoreGroupForm(request.POST, **options) if request.method == "POST" else None
    form = form or filled(CoreGroupForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_core_group(
                _held(form, found),
                children={
                    key: actions.OfChild(plan=plans[key], childs_words=said, progress=progress)
                    for key, (said, progress) in form.answers().items()
                },
                worker_id=request.viewer.worker_id,
                by=request.user,
                today=request.today,
            )
            return done(request, page.child, "protection-plan", plan_id, at="#core-groups")
        except actions.Refused as refused:
            form.add_error(refused.field, refused.words)
    return form_page(
        request,
        page,
        form,
        title="Record a core group",
        button="Record this core group",
        back=way("protection-plan", la_child_id, plan_id),
        lede="One form for brothers and sisters; what each said and what has changed is their own.",
    )


def category(request: SignedIn, la_child_id: str, plan_id: str) -> HttpResponse:
    """Put another category in force between conferences."""
    page, found = open_plan(request, la_child_id, plan_id, in_force=True)
    check(request.viewer, "approve_work", "chair_conference")
    _ours(found)
    form = form_of(request, page, CategoryForm, today=request.today)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_category(plan=found, **form.cleaned_data, **_who(request))
            return done(request, page.child, "protection-plan", plan_id)
        except actions.Refused as refused:
            form.add_error(refused.field, refused.words)
    return form_page(
        request,
        page,
        form,
        title="Change the category",
        button="Change this category",
        back=way("protection-plan", la_child_id, plan_id),
        lede=f"Now: {code_in_words('abuse_category', found.row.latest_category)}. "
        "A review conference can change it too.",
    )


def end(request: SignedIn, la_child_id: str, plan_id: str) -> HttpResponse:
    """End a plan that does not step down."""
    page, found = open_plan(request, la_child_id, plan_id, needs="approve_work", in_force=True)
    _ours(found)
    draft = draft_of(request, child=page.child)
    options = {"today": request.today}
    form = EndForm(request.POST, **options) if request.method == "POST" else filled(EndForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_plan(plan=found, **form.cleaned_data, **_who(request))
            return done(request, page.child, "protection-plan", plan_id)
        except actions.Refused as refused:
            form.add_error(refused.field, refused.words)
    return form_page(
        request,
        page,
        form,
        title="End the child protection plan",
        button="End this plan",
        back=way("protection-plan", la_child_id, plan_id),
        lede="Where help goes on, as a child in need or as early help, do not end it here: step it down, so that what "
        "is not changed yet goes on under a named worker.",
        links=[Link("Step down instead", step_down)] if (step_down := way("step-down", la_child_id)) else [],
    )


def open_plan(
    request: SignedIn, la_child_id: str, plan_id: str, *, needs: str = "", in_force: bool = False
) -> tuple[Opened, Plan]:
    """This function will open the child and the plan; Http404 where there is none, or it must not have ended."""
    page = opened(request, la_child_id, what=WHAT, needs=(needs,) if needs else ())
    found = plan_of(page.child.pk, plan_id)
    late = in_force and request.method != "POST"  # a form that comes too late is shown again, and told why
    if found is None or (late and not found.open_on(request.today)):
        raise Http404("There is no such plan.")
    return page, found


def _ours(found: Plan) -> None:
    if not found.ours:
        raise NotAllowed(KEPT_THERE)


def _who(request: SignedIn) -> dict[str, Any]:
    return {
        "worker_id": request.viewer.worker_id,
        "by": request.user,
        "now": request.now,
        "today": request.today,
    }


def _held(form: CoreGroupForm, found: Plan) -> actions.GroupHeld:
    typed = form.cleaned_data
    came = set(typed.get("members", []))
    people = [Asked(name=one.name, part=one.part, agency=one.agency, attended=one.pk in came) for one in found.members]
    people += [Asked(name=name, part=part, attended=True) for part, name in form.there()]
    return actions.GroupHeld(
        on=typed["held_on"],
        quorate=typed["quorate"] == "yes",
        words=typed["words"],
        family_words=typed["family_words"],
        next_on=typed["next_on"],
        people=people,
    )


def _facts(request: SignedIn, found: Plan) -> list[Fact]:
    row, today = found.row, request.today
    there = any(one.part in FAMILY for one in found.members)
    told = (
        ("Since", day(row.started_on, today)),
        ("Category", code_in_words("abuse_category", row.latest_category or row.initial_category)),
        ("Plans before this one", str(row.previous_plans) if row.previous_plans is not None else ""),
        ("Core group", ", ".join(one.name for one in found.members)),
        ("", "" if there or not found.members else "Nobody of the family is in the core group."),
        ("Next core group", day(found.next_group_on, today) if found.next_group_on else ""),
        ("Ended", day(row.ended_on, today) if row.ended_on else ""),
        ("Why it ended", code_in_words("plan_end_reason", row.end_reason)),
    )
    return [Fact(name=name or "Family", value=value) for name, value in told if value]
