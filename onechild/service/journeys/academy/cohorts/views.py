"""The pages of cohorts: one with its places, a new one, a new place, the end of a place."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.one_form import form_page
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.govuk.forms import DayField, Radios
from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.govuk.words import date_only
from onechild.service.journeys.academy import choices
from onechild.service.journeys.academy.cohorts import actions
from onechild.service.record.editing_form import EditForm
from onechild.service.record.models import AcademyCohort, AcademyPlace
from onechild.service.record.models.academy_cohort import CohortKind
from onechild.service.record.models.academy_place import PlaceOutcome
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

MAY, BACK = "keep_academy", "Academy"
ENDINGS = [one for one in PlaceOutcome.choices if one[0] != PlaceOutcome.EXTENDED]


class CohortForm(forms.Form):
    """A new cohort."""

    name = forms.CharField(label="What is it called?", max_length=200)
    kind = forms.ChoiceField(label="Who is it for?", choices=CohortKind.choices, widget=Radios)
    started_on = DayField(label="When does it begin?", called="the day it begins")
    ended_on = DayField(label="When does it end, if that is known?", called="the day it ends", required=False)
    places = forms.IntegerField(label="How many places?", required=False, min_value=1, max_value=500)
    lead = forms.ChoiceField(label="Who leads it?", required=False)
    words = forms.CharField(label="What is it for?", required=False, max_length=2000, widget=forms.Textarea)

    def __init__(self, *args: Any, staff: choices.Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["lead"].choices = choices.NOBODY + staff  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        typed = super().clean() or {}
        if typed.get("ended_on") and typed.get("started_on") and typed["ended_on"] < typed["started_on"]:
            self.add_error("ended_on", "The day it ends must be on or after the day it begins")
        return typed


class PlaceForm(forms.Form):
    """A place for somebody."""

    worker = forms.ChoiceField(label="Who takes the place?")
    mentor = forms.ChoiceField(label="Who is the mentor?", required=False, help_text="Somebody other than the manager.")
    started_on = DayField(label="From when?", called="the day it begins")

    def __init__(self, *args: Any, staff: choices.Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("worker", "mentor"):
            self.fields[name].choices = choices.NOBODY + staff  # type: ignore[attr-defined]


class EndPlaceForm(EditForm):
    """The end of a place."""

    ended_on = DayField(label="From when is it over?", called="the day it is over")
    outcome = forms.ChoiceField(label="How did it end?", choices=ENDINGS, widget=Radios)
    outcome_words = forms.CharField(
        label="What is there to say of it?", required=False, max_length=2000, widget=forms.Textarea
    )


@needs(MAY)
def cohort(request: SignedIn, cohort_id: str) -> HttpResponse:
    """A cohort with everybody in it."""
    row = _cohort(cohort_id)
    places = list(AcademyPlace.objects.filter(cohort=row).order_by("started_on", "pk"))
    names = worker_names([*(one.worker_id for one in places), *(one.mentor_id for one in places), row.lead_id])
    table = Table(
        label="Places",
        columns=[Column("Worker"), Column("Mentor"), Column("Since"), Column("How it stands")],
        rows=[_row(one, names, request.today) for one in places],
        empty="Nobody has a place yet.",
    )
    context = {
        "cohort": row,
        "table": table,
        "count": len(places),
        "taken": sum(one.ended_on is None for one in places),
        "lead": names.get(row.lead_id or "", ""),
    }
    return render(request, "academy/cohort.html", context)


def _row(one: AcademyPlace, names: dict[str, str], today: date) -> list[object]:
    name = names.get(one.worker_id, NO_WORKER_NAME)
    if one.ended_on is not None:
        stands = Cell(
            text=one.get_outcome_display(), note=f"{date_only(one.ended_on, today)}. {one.outcome_words}".strip()
        )
    else:
        said = "Extended" if one.outcome else ""
        stands = Cell(text="End this place", href=reverse("place-end", args=[one.pk]), hidden=f": {name}", note=said)
    return [
        Cell(text=name, href=reverse("academy-worker", args=[one.worker_id])),
        names.get(one.mentor_id or "", "No mentor yet"),
        date_only(one.started_on, today),
        stands,
    ]


@needs(MAY)
def new(request: SignedIn) -> HttpResponse:
    """Make a cohort."""

    def write(form: CohortForm) -> str:
        typed = form.cleaned_data
        row = actions.make(
            name=typed["name"],
            kind=typed["kind"],
            places=typed["places"],
            lead_id=typed["lead"],
            on=typed["started_on"],
            until=typed["ended_on"],
            words=typed["words"],
            by=request.user,
            today=request.today,
        )
        return reverse("cohort", args=[row.pk])

    return form_page(
        request,
        CohortForm,
        write,
        title="Make a cohort",
        button="Make this cohort",
        back=reverse("academy"),
        back_words=BACK,
        staff=choices.staff(request.today),
    )


@needs(MAY)
def place_new(request: SignedIn, cohort_id: str) -> HttpResponse:
    """Give somebody a place."""
    row = _cohort(cohort_id)

    def write(form: PlaceForm) -> str:
        typed = form.cleaned_data
        actions.place(
            cohort=row,
            worker_id=typed["worker"],
            mentor_id=typed["mentor"],
            on=typed["started_on"],
            by=request.user,
            today=request.today,
        )
        return reverse("cohort", args=[row.pk])

    return form_page(
        request,
        PlaceForm,
        write,
        title=f"Give a place: {row.name}",
        button="Give this place",
        back=reverse("cohort", args=[row.pk]),
        back_words=row.name,
        staff=choices.staff(request.today),
    )


@needs(MAY)
def place_end(request: SignedIn, place_id: str) -> HttpResponse:
    """End a place."""
    row = AcademyPlace.objects.filter(pk=place_id).select_related("cohort").first()
    if row is None or (row.ended_on and request.method != "POST"):
        raise Http404("There is no such place.")

    def write(form: EndPlaceForm) -> str:
        typed = form.typed
        actions.end_place(
            place=row,
            on=typed["ended_on"],
            outcome=typed["outcome"],
            words=typed["outcome_words"],
            seen_version=form.seen_version,
            by=request.user,
            today=request.today,
        )
        return reverse("cohort", args=[row.cohort_id])

    name = worker_names([row.worker_id]).get(row.worker_id, NO_WORKER_NAME)
    return form_page(
        request,
        EndPlaceForm,
        write,
        title=f"End a place: {name}",
        button="End this place",
        back=reverse("cohort", args=[row.cohort_id]),
        back_words=row.cohort.name,
        row=row,
    )


def _cohort(cohort_id: str) -> AcademyCohort:
    row = AcademyCohort.objects.filter(pk=cohort_id).first()
    if row is None:
        raise Http404("There is no such cohort.")
    return row
