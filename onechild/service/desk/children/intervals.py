"""A stricter visit interval for one child: what was set under each open plan, and the forms that set and end it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import Viewer, check
from onechild.service.desk.children.around import span
from onechild.service.desk.children.frame import frame_of
from onechild.service.govuk.forms import DayField
from onechild.service.govuk.parts import Cell, Column, Link, Table
from onechild.service.record.actions import visit_intervals as actions
from onechild.service.record.actions.standards import Refused
from onechild.service.record.models import Child, ChildInNeedPlan, ChildProtectionPlan

MAY = "approve_work"
KINDS: dict[str, type[ChildProtectionPlan] | type[ChildInNeedPlan]] = {
    "protection": ChildProtectionPlan,
    "need": ChildInNeedPlan,
}
NAMES = {"protection": "child protection plan", "need": "child in need plan"}


@dataclass(frozen=True)
class PlanPart:
    """An open plan's own intervals, and the ways to set one and to end it."""

    title: str
    table: Table
    links: list[Link]


class IntervalForm(forms.Form):
    """How often, from when and why."""

    every_days = forms.IntegerField(
        label="Every how many days is the child to be seen?",
        error_messages={"required": "Enter the number of days", "invalid": "Enter the number of days, such as 14"},
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-3"}),
    )
    from_on = DayField(label="From when?", called="the day from which it holds")
    reason = forms.CharField(
        label="Why?", max_length=1000, widget=forms.Textarea, error_messages={"required": "Say why"}
    )


class EndForm(forms.Form):
    """From when the council's own interval holds again, and why."""

    from_on = DayField(label="From when is it no longer asked?", called="the day from which it is no longer asked")
    reason = forms.CharField(
        label="Why?", max_length=1000, widget=forms.Textarea, error_messages={"required": "Say why"}
    )


def parts_of(child: Child, *, viewer: Viewer, today: date) -> list[PlanPart]:
    """This function will return a part for each open plan: two queries a plan at most."""
    found = []
    for kind, model in KINDS.items():
        open_plans = [row for row in model.objects.filter(child=child) if row.ended_on is None or row.ended_on > today]
        found += [_part(child, kind, plan, viewer, today) for plan in open_plans]
    return found


def interval(request: SignedIn, la_child_id: str, kind: str, plan_id: str) -> HttpResponse:
    """Set a stricter interval under a plan."""
    child, plan = _open(request, la_child_id, kind, plan_id)
    form = IntervalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_interval(plan=plan, by=request.user, today=request.today, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field, refused.words)
        else:
            return _back(child)
    title = f"Set a stricter visit interval under the {NAMES[kind]}"
    return _form(request, child, form, title=title, button="Set this interval")


def end_interval(request: SignedIn, la_child_id: str, kind: str, plan_id: str) -> HttpResponse:
    """End the plan's own interval."""
    child, plan = _open(request, la_child_id, kind, plan_id)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.end_interval(
                plan=plan, on=typed["from_on"], reason=typed["reason"], by=request.user, today=request.today
            )
        except Refused as refused:
            form.add_error(refused.field, refused.words)
        else:
            return _back(child)
    title = f"Go back to the council’s own visit interval under the {NAMES[kind]}"
    return _form(request, child, form, title=title, button="End the stricter interval")


def _part(child: Child, kind: str, plan: actions.Plan, viewer: Viewer, today: date) -> PlanPart:
    rows = actions.intervals(plan)
    table = Table(
        label=f"Visit intervals of the {NAMES[kind]}",
        columns=[Column("Every"), Column("From, to"), Column("Why")],
        rows=[_row(row, today) for row in rows],
        empty=_usual(plan),
    )
    links: list[Link] = []
    if viewer.may(MAY):
        arguments = [child.la_child_id, kind, plan.pk]
        links.append(Link("Set a stricter interval for this child", reverse("child-interval", args=arguments)))
        if any(row.ended_on is None or row.ended_on > today for row in rows):
            links.append(Link("End the stricter interval", reverse("child-interval-end", args=arguments)))
    return PlanPart(f"How often the child is seen under the {NAMES[kind]}", table, links)


def _row(row: Any, today: date) -> list[object]:
    held = "" if row.ended_on != row.started_on else "Never held"
    days = f"{row.every_days} day{'' if row.every_days == 1 else 's'}"
    return [Cell(text=days, note=held, strong=not held), span(row.started_on, row.ended_on, today), row.reason or ""]


def _usual(plan: actions.Plan) -> str:
    if plan.visit_every_days:
        return f"The plan itself asks for a visit every {plan.visit_every_days} days. Nothing stricter is set."
    return "The council’s own interval holds. Nothing stricter is set for this child."


def _open(request: SignedIn, la_child_id: str, kind: str, plan_id: str) -> tuple[Child, actions.Plan]:
    child = open_child(request, la_child_id, what="how often the child is seen")
    check(request.viewer, MAY)
    plan = KINDS[kind].objects.filter(child=child, pk=plan_id).first() if kind in KINDS else None
    if plan is None or (plan.ended_on is not None and plan.ended_on <= request.today):
        raise Http404("There is no such open plan.")
    return child, plan


def _form(request: SignedIn, child: Child, form: forms.Form, *, title: str, button: str) -> HttpResponse:
    context = {"frame": frame_of(request, child), "form": form, "title": title, "button": button}
    return render(request, "desk/children/small_form.html", context)


def _back(child: Child) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('child-plans', args=[child.la_child_id])}#intervals")
