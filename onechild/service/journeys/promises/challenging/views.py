"""The pages of challenges: those going on, a child's, one with its stages; raised, answered, taken further, ended."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, needs
from onechild.service.govuk.listing import page_asked
from onechild.service.journeys.promises.asking import Page, form_page
from onechild.service.journeys.promises.challenging import forms as asked
from onechild.service.journeys.promises.challenging import reading
from onechild.service.journeys.promises.challenging.answerers import answerers, can_open, person_of, raiser_gone
from onechild.service.journeys.promises.opening import Opened, opened
from onechild.service.record.actions.work import challenges as actions
from onechild.service.record.models import Escalation
from onechild.service.record.queries.names import heads
from onechild.service.record.queries.promises import open_promises
from onechild.service.record.queries.work.challenges import Challenge, is_looked_after
from onechild.service.record.queries.work.challenges import challenges as found_challenges

WHAT, RAISES = "challenges about the child", "raise_challenge"
SEES = ("see_own_children", "see_all_children")


@needs(*SEES)
def challenges(request: SignedIn) -> HttpResponse:
    """Every challenge about children whom the viewer may see; with ?show=ended those that have ended."""
    ended = request.GET.get("show") == "ended"
    rows = found_challenges(going_on=not ended)
    page = page_asked(request.GET, rows, size=50)
    named = heads({one.row.child_id for one in page}, today=request.today)
    request.seen(named, what="challenges", kind="list")
    context = {
        "ended": ended,
        "count": len(rows),
        "late": sum(1 for one in rows if one.late(request.today)),
        "page": page,
        "table": reading.table_of(list(page), named, today=request.today),
    }
    return render(request, "promises/challenges.html", context)


def of_child(request: SignedIn, la_child_id: str) -> HttpResponse:
    """The challenges about one child."""
    found = opened(request, la_child_id, what=WHAT)
    rows = found_challenges(child_id=found.child.pk)
    context = {
        "child": found.child,
        "head": found.head,
        "may": request.viewer.may(RAISES),
        "count": len(rows),
        "table": reading.table_of(rows, {found.child.pk: found.head}, today=request.today),
    }
    return render(request, "promises/child_challenges.html", context)


def new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Challenge formally how a child is worked with."""
    found = opened(request, la_child_id, RAISES, what=WHAT)
    looked_after = is_looked_after(found.child.pk, today=request.today)

    def act(form: asked.RaiseForm) -> str:
        typed = form.cleaned_data
        made = actions.raise_challenge(
            child=found.child,
            about=typed["about"],
            words=typed["words"],
            wanted=typed["wanted"],
            childs_view=typed["childs_view"],
            direction_id=typed["direction"],
            put=_put(typed, words=typed["words"]),
            by=request.user,
            by_worker_id=request.viewer.worker_id,
            reviews=_reviews(request),
            today=request.today,
        )
        return page_of(found, made)

    page = Page(
        back=reverse("child-challenges", args=[la_child_id]),
        back_words=f"{found.head.name}: challenges",
        title=f"Challenge how {found.head.first_name} is worked with",
        lede=reading.CAFCASS_ANY_TIME if looked_after and _reviews(request) else reading.STEPS,
        button="Raise this challenge",
    )
    promised = open_promises(child_ids=[found.child.pk], today=request.today)
    return form_page(
        request,
        found,
        asked.RaiseForm,
        page,
        act=act,
        stages=reading.stages_after("", cafcass=looked_after and _reviews(request)),
        people=answerers(found.child, but=request.user, today=request.today),
        refuses=_refuses(request, found),
        directions=[(one.key, one.words[:120]) for one in promised if one.kind == "direction"],
    )


def challenge(request: SignedIn, la_child_id: str, escalation_id: str) -> HttpResponse:
    """One challenge with its stages, what each answered, and by when."""
    found, told = _opened(request, la_child_id, escalation_id)
    context = {
        "child": found.child,
        "head": found.head,
        "told": told,
        "tags": reading.tags_of(told, today=request.today),
        "facts": reading.facts_of(told, today=request.today),
        "story": reading.story_of(told, today=request.today),
        "direction": told.row.direction_id,
        "may_answer": _may_answer(request, told),
        "notes_answer": _notes_answer(request, told),
        "may_go_on": told.row.ended_on is None and request.viewer.may(RAISES) and not _why_not(request, told),
        "answered": told.last.answered_on is not None,
    }
    return render(request, "promises/challenge.html", context)


def answer(request: SignedIn, la_child_id: str, escalation_id: str) -> HttpResponse:
    """Answer the stage it is at, as the person it was put to; or write down what Cafcass answered."""
    found, told = _opened(request, la_child_id, escalation_id)
    notes = _notes_answer(request, told)
    if not notes and not _may_answer(request, told) and told.last.answered_on is None:
        raise NotAllowed(f"This was put to {told.last.to_words}, who alone answers it.", child=la_child_id)

    def act(form: Any) -> str:
        typed = form.cleaned_data
        if notes:
            actions.note_answer(
                step=told.last,
                words=typed["answer"],
                answered_by=typed["answered_by"],
                on=typed["answered_on"],
                by=request.user,
                today=request.today,
            )
        else:
            actions.answer(
                step=told.last,
                words=typed["answer"],
                by=request.user,
                by_worker_id=request.viewer.worker_id,
                today=request.today,
            )
        return page_of(found, told.row)

    page = _page(found, told, title="Answer this challenge", button="Record this answer")
    if notes:
        return form_page(request, found, asked.NoteAnswerForm, page, act=act, today=request.today)
    return form_page(request, found, asked.AnswerForm, page, act=act)


def further(request: SignedIn, la_child_id: str, escalation_id: str) -> HttpResponse:
    """Take it to a later stage: the answer does not settle it, or none came by its day."""
    found, told = _opened_to_go_on(request, la_child_id, escalation_id)
    cafcass = _reviews(request) and is_looked_after(found.child.pk, today=request.today)

    def act(form: asked.FurtherForm) -> str:
        typed = form.cleaned_data
        actions.take_further(
            escalation=told.row,
            put=_put(typed, words=typed["why"]),
            why=typed["why"],
            by=request.user,
            by_worker_id=request.viewer.worker_id,
            reviews=_reviews(request),
            raiser_gone=raiser_gone(told.row),
            today=request.today,
        )
        return page_of(found, told.row)

    page = _page(found, told, title="Take this challenge further", button="Take it further")
    people = answerers(found.child, but=request.user, today=request.today)
    stages = reading.stages_after(told.last.stage, cafcass=cafcass)
    refuses = _refuses(request, found)
    return form_page(request, found, asked.FurtherForm, page, act=act, stages=stages, people=people, refuses=refuses)


def end(request: SignedIn, la_child_id: str, escalation_id: str) -> HttpResponse:
    """End it: resolved, in part, withdrawn, or referred to Cafcass; in words."""
    found, told = _opened_to_go_on(request, la_child_id, escalation_id)

    def act(form: asked.EndForm) -> str:
        actions.end(
            escalation=told.row,
            by=request.user,
            by_worker_id=request.viewer.worker_id,
            raiser_gone=raiser_gone(told.row),
            today=request.today,
            **form.cleaned_data,
        )
        return page_of(found, told.row)

    page = _page(found, told, title="End this challenge", button="End it")
    answered = told.last.answered_on is not None
    referred = told.last.stage == asked.CAFCASS
    return form_page(request, found, asked.EndForm, page, act=act, referred=referred, answered=answered)


def page_of(found: Opened, row: Escalation) -> str:
    """This function will return the address of a challenge."""
    return reverse("challenge", args=[found.child.la_child_id, row.pk])


def _opened(request: SignedIn, la_child_id: str, escalation_id: str, *permissions: str) -> tuple[Opened, Challenge]:
    found = opened(request, la_child_id, *permissions, what=WHAT)
    told = next(iter(found_challenges(child_id=found.child.pk, only=escalation_id)), None)
    if told is None:
        raise Http404("There is no such challenge.")
    return found, told


def _opened_to_go_on(request: SignedIn, la_child_id: str, escalation_id: str) -> tuple[Opened, Challenge]:
    found, told = _opened(request, la_child_id, escalation_id, RAISES)
    if told.row.ended_on is None and (why := _why_not(request, told)):
        raise NotAllowed(why, child=la_child_id)
    return found, told


def _why_not(request: SignedIn, told: Challenge) -> str:
    """Why the viewer may not take it further or end it; nothing where they may."""
    return actions.why_not_go_on(
        told.row, name=request.viewer.name, worker_id=request.viewer.worker_id, raiser_gone=raiser_gone(told.row)
    )


def _page(found: Opened, told: Challenge, *, title: str, button: str) -> Page:
    back = page_of(found, told.row)
    return Page(back=back, back_words="The challenge", title=title, lede=told.row.words, button=button)


def _put(typed: dict[str, Any], *, words: str) -> actions.Put:
    if typed["stage"] == asked.CAFCASS:
        return actions.Put(stage=asked.CAFCASS, to_worker_id=None, to_words=typed["cafcass"], words=words)
    worker_id, name = person_of(typed["to"])
    return actions.Put(stage=typed["stage"], to_worker_id=worker_id, to_words=name, words=words)


def _refuses(request: SignedIn, found: Opened) -> asked.Refuses:
    """What is said against somebody who can't open the record, and so could never answer."""

    def refuses(key: str) -> str:
        if can_open(key, found.child, asked_by=request.user, now=request.now):
            return ""
        return f"{person_of(key)[1]} can’t open this record: choose somebody who can"

    return refuses


def _reviews(request: SignedIn) -> bool:
    """Whether the viewer is a reviewing officer: they alone may refer a looked-after child's case to Cafcass."""
    return any(held.role == "reviewing_officer" for held in request.viewer.roles)


def _may_answer(request: SignedIn, told: Challenge) -> bool:
    open_now = told.row.ended_on is None and told.last.answered_on is None
    return open_now and actions.may_answer(told.last, name=request.viewer.name, worker_id=request.viewer.worker_id)


def _notes_answer(request: SignedIn, told: Challenge) -> bool:
    open_now = told.row.ended_on is None and told.last.answered_on is None
    return open_now and told.last.stage == asked.CAFCASS and request.viewer.may(RAISES)
