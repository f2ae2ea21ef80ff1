"""The pages of practice observations: write one, read one, answer it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.one_form import form_page
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed
from onechild.service.govuk.forms import DayField, Radios
from onechild.service.journeys.academy.observing import actions
from onechild.service.journeys.academy.who import check_reads, check_teaches
from onechild.service.record.models import PracticeObservation, Worker
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

SETTINGS = [
    ("home_visit", "A home visit"),
    ("direct_work", "Direct work with a child"),
    ("meeting", "A meeting with a family"),
    ("conference", "A conference or review"),
    ("supervision", "Supervision or reflection"),
    ("other", "Something else"),
]
MET = {"yes": True, "no": False, "not_judged": None}


class ObserveForm(forms.Form):
    """What was seen. It names no child."""

    happened_on = DayField(label="When was it?", called="the day of the observation")
    setting = forms.ChoiceField(label="What was observed?", choices=SETTINGS, widget=Radios)
    strengths = forms.CharField(
        label="What was done well?", max_length=4000, widget=forms.Textarea, help_text="Name no child and no family."
    )
    to_learn = forms.CharField(label="What is there to learn?", max_length=4000, widget=forms.Textarea)
    family_words = forms.CharField(
        label="What did the family say of how they were worked with?",
        required=False,
        max_length=2000,
        widget=forms.Textarea,
        help_text="In their words, without their names.",
    )
    met_standard = forms.ChoiceField(
        label="Was the standard for this stage met?",
        choices=[("yes", "Yes"), ("no", "Not yet"), ("not_judged", "It was not judged")],
        widget=Radios,
    )

    def __init__(self, *args: Any, today: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["happened_on"]
        field.latest, field.latest_words = today, "can’t be in the future"


class AnswerForm(forms.Form):
    """The worker's own words."""

    worker_words = forms.CharField(
        label="What do you say of it?", max_length=4000, widget=forms.Textarea, help_text="Signing closes it."
    )


def new(request: SignedIn, worker_id: str) -> HttpResponse:
    """Write an observation of a worker."""
    if not Worker.objects.filter(pk=worker_id).exists():
        raise Http404("There is no such worker.")
    check_teaches(request.viewer, worker_id, today=request.today, mentors=True)

    def write(form: ObserveForm) -> str:
        typed = form.cleaned_data
        row = actions.observe(
            worker_id=worker_id,
            on=typed["happened_on"],
            setting=typed["setting"],
            strengths=typed["strengths"],
            to_learn=typed["to_learn"],
            family_words=typed["family_words"],
            met_standard=MET[typed["met_standard"]],
            by=request.user,
            by_worker_id=request.viewer.worker_id,
            today=request.today,
        )
        return reverse("observation", args=[row.pk])

    name = worker_names([worker_id]).get(worker_id, NO_WORKER_NAME)
    return form_page(
        request,
        ObserveForm,
        write,
        title=f"Record an observation: {name}",
        button="Record this observation",
        back=reverse("academy-worker", args=[worker_id]),
        back_words=name,
        lede="The worker reads it, adds their own words and signs.",
        today=request.today,
    )


def observation(request: SignedIn, observation_id: str) -> HttpResponse:
    """Read an observation; the worker it is of adds their words and signs."""
    row = _open(request, observation_id)
    mine = bool(request.viewer.worker_id) and request.viewer.worker_id == row.worker_id
    name = worker_names([row.worker_id]).get(row.worker_id, NO_WORKER_NAME)
    context = {
        "row": row,
        "name": name,
        "setting": dict(SETTINGS).get(row.setting, row.setting),
        "mine": mine,
        "back": reverse("my-academy") if mine else reverse("academy-worker", args=[row.worker_id]),
    }
    return render(request, "academy/observation.html", context)


def sign(request: SignedIn, observation_id: str) -> HttpResponse:
    """Add one's own words to an observation of oneself, and sign."""
    row = _open(request, observation_id)
    if not request.viewer.worker_id or request.viewer.worker_id != row.worker_id:
        raise NotAllowed("Only the worker who was observed signs it.")
    if row.worker_signed_at and request.method != "POST":
        raise Http404("It is signed already.")

    def write(form: AnswerForm) -> str:
        actions.answer(observation=row, words=form.cleaned_data["worker_words"], by=request.user, now=request.now)
        return reverse("observation", args=[row.pk])

    return form_page(
        request,
        AnswerForm,
        write,
        title="Answer an observation",
        button="Sign this observation",
        back=reverse("observation", args=[row.pk]),
        back_words="The observation",
    )


def _open(request: SignedIn, observation_id: str) -> PracticeObservation:
    row = PracticeObservation.objects.filter(pk=observation_id).first()
    if row is None:
        raise Http404("There is no such observation.")
    if row.observer_id is None or row.observer_id != request.viewer.worker_id:
        check_reads(request.viewer, row.worker_id, today=request.today)
    return row
