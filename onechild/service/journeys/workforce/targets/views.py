"""The page of targets, each with its chart and months; a new one; ending one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.one_form import form_page
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.govuk.forms import DayField, Radios
from onechild.service.govuk.parts import Column, Table
from onechild.service.journeys.workforce.counted import workforce_now
from onechild.service.journeys.workforce.targets import actions
from onechild.service.journeys.workforce.targets.drawing import drawn
from onechild.service.journeys.workforce.targets.trajectory import NAMES, SHARES, Trajectory, trajectory_of
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models import WorkforceTarget
from onechild.service.record.models.workforce_target import WorkforceTargetKind

MAY, BACK = "plan_workforce", "Targets"


class TargetForm(forms.Form):
    """A new target."""

    target = forms.ChoiceField(label="What is aimed at?", choices=WorkforceTargetKind.choices, widget=Radios)
    started_on = DayField(label="From when?", called="the day it starts")
    from_value = forms.FloatField(label="What is it on that day?", min_value=0, help_text="Per cent, or people.")
    value = forms.FloatField(label="What should it be?", min_value=0)
    reach_by = DayField(label="By when?", called="the day to reach it by")
    words = forms.CharField(
        label="How will it be reached?", max_length=2000, widget=forms.Textarea, help_text="What is done, and by whom."
    )

    def clean(self) -> dict[str, Any]:
        """The aim lies after the start, and a share is at most all."""
        typed = super().clean() or {}
        start, reach = typed.get("started_on"), typed.get("reach_by")
        if start and reach and reach <= start:
            self.add_error("reach_by", "The day to reach it by must be after the day it starts")
        for name in ("from_value", "value"):
            if typed.get("target") in SHARES and (typed.get(name) or 0) > 100:
                self.add_error(name, "A share is at most 100 per cent")
        return typed


class EndTargetForm(EditForm):
    """The day from which a target no longer holds."""

    ended_on = DayField(label="From when does it no longer hold?", called="the day it ends")


@needs(MAY)
def targets(request: SignedIn) -> HttpResponse:
    """Every target in force with its months against its line, and those past."""
    today, workforce = request.today, workforce_now()
    rows = list(WorkforceTarget.objects.order_by("target", "-started_on"))
    held = [row for row in rows if row.ended_on is None or row.ended_on > today]
    shown = []
    for row in held:
        found = trajectory_of(row, workforce, today=today)
        name = f"target-{row.target.replace('_', '-')}"
        shown.append(
            {
                "row": row,
                "finding": found.finding(today),
                "wide": drawn(found, name=name, canvas="wide", today=today),
                "narrow": drawn(found, name=name, canvas="narrow", today=today),
                "table": _months(found),
                "id": name,
            }
        )
    past = [row for row in rows if row not in held]
    return render(request, "workforce/targets.html", {"shown": shown, "past": [_past(row) for row in past]})


def _months(found: Trajectory) -> Table:
    return Table(
        label=f"{found.name}, each month",
        columns=[Column("As at"), Column("Counted", number=True), Column("The line", number=True)],
        rows=[
            [
                f"{one.on.day} {one.on:%B %Y}",
                found.words(one.actual),
                "not begun" if one.line is None else found.words(one.line),
            ]
            for one in reversed(found.points)
        ],
        kind="tight",
    )


def _past(row: WorkforceTarget) -> tuple[str, WorkforceTarget]:
    return NAMES[WorkforceTargetKind(row.target)], row


@needs(MAY)
def new(request: SignedIn) -> HttpResponse:
    """Set a target."""

    def write(form: TargetForm) -> str:
        typed = form.cleaned_data
        actions.set_target(
            target=typed["target"],
            from_value=typed["from_value"],
            value=typed["value"],
            on=typed["started_on"],
            reach_by=typed["reach_by"],
            words=typed["words"],
            by=request.user,
            today=request.today,
        )
        return reverse("workforce-targets")

    return form_page(
        request,
        TargetForm,
        write,
        title="Set a target",
        button="Set this target",
        back=reverse("workforce-targets"),
        back_words=BACK,
        lede="One of the same kind that holds ends on the day that this one starts.",
    )


@needs(MAY)
def end(request: SignedIn, target_id: str) -> HttpResponse:
    """End a target."""
    row = WorkforceTarget.objects.filter(pk=target_id).first()
    if row is None or (row.ended_on and request.method != "POST"):
        raise Http404("There is no such target.")

    def write(form: EndTargetForm) -> str:
        actions.end(
            target=row, on=form.typed["ended_on"], seen_version=form.seen_version, by=request.user, today=request.today
        )
        return reverse("workforce-targets")

    return form_page(
        request,
        EndTargetForm,
        write,
        title="End a target",
        button="End this target",
        back=reverse("workforce-targets"),
        back_words=BACK,
        lede=NAMES[WorkforceTargetKind(row.target)],
        row=row,
    )
