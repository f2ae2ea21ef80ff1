"""The pages of one promise: it is given, read with its whole story, and everything that is done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed
from onechild.service.journeys.promises.asking import Page, form_page
from onechild.service.journeys.promises.keeping import choosing, reading
from onechild.service.journeys.promises.keeping import forms as asked
from onechild.service.journeys.promises.keeping.who import VERBS
from onechild.service.journeys.promises.opening import GIVES, Opened, acting, manages, opened, opened_promise, owners
from onechild.service.record.actions import promises as actions
from onechild.service.record.models import Direction


@dataclass(frozen=True, kw_only=True)
class Form:
    """The page of a verb: its form, title and button, what it needs to be drawn, and what it does."""

    form: type[forms.Form]
    title: str
    button: str
    needs: Callable[[SignedIn, Opened, Direction], Mapping[str, Any]]
    does: Callable[[SignedIn, Direction, Any], None]


def new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Say what must be done for the child: where it was said, who does it, by when."""
    found = opened(request, la_child_id, *GIVES)

    def act(form: asked.GiveForm) -> str:
        typed = form.cleaned_data
        made = actions.give(
            child=found.child,
            words=typed["what"],
            owner_id=typed["owner"],
            due_on=typed["due_on"],
            given_in=typed["given_in"],
            given_in_id=typed["row"].partition(":")[2],
            **acting(request),
        )
        return page_of(found, made.pk)

    page = Page(
        back=reverse("child-promises", args=[la_child_id]),
        back_words=f"{found.head.name}: promises",
        title=f"Give a direction for {found.head.first_name}",
        lede="It is followed until somebody shows that it was kept, whoever works with the child by then.",
        button="Give this direction",
    )
    return form_page(
        request,
        found,
        asked.GiveForm,
        page,
        act=act,
        sources=choosing.sources(request.viewer),
        rows=choosing.rows_said_in(found.child, today=request.today),
        owners=owners(found.child, today=request.today),
        today=request.today,
    )


def promise(request: SignedIn, la_child_id: str, direction_id: str) -> HttpResponse:
    """One promise with its whole story."""
    found, row, told = opened_promise(request, la_child_id, direction_id)
    context = {
        "child": found.child,
        "head": found.head,
        "told": told,
        "row": row,
        "tags": reading.tags_of(told, today=request.today),
        "facts": reading.facts_of(told, today=request.today),
        "story": reading.told_of(found.child, told, today=request.today),
        "verbs": reading.verbs_of(told, request.viewer, la_child_id=la_child_id),
    }
    return render(request, "promises/promise.html", context)


def do(request: SignedIn, la_child_id: str, direction_id: str, verb: str) -> HttpResponse:
    """The form of one verb; who may not is told who can."""
    found, row, told = opened_promise(request, la_child_id, direction_id)
    known = next(one for one in VERBS if one.page == f"promise-{verb}")
    # A form that was sent may find the promise settled meanwhile: the action says so, and what was typed is kept.
    settled = request.method == "POST" and told.state != "open" and verb != "reopen"
    if not known.may(told, request.viewer) and not settled:
        raise NotAllowed(_why_not(known.why_not, told.state), GIVES, child=la_child_id, child_id=found.child.pk)
    form = FORMS[verb]

    def act(typed: Any) -> str:
        form.does(request, row, typed)
        return page_of(found, direction_id)

    page = Page(
        back=page_of(found, direction_id),
        back_words="The promise",
        title=form.title,
        lede=told.words,
        facts=reading.facts_of(told, today=request.today),
        button=form.button,
    )
    return form_page(request, found, form.form, page, act=act, **form.needs(request, found, row))


def page_of(found: Opened, direction_id: str) -> str:
    """This function will return the address of a promise."""
    return reverse("promise", args=[found.child.la_child_id, direction_id])


def _why_not(words: str, state: str) -> str:
    return words if state == "open" else f"This promise was {state} already. {words}"


def _nothing(request: SignedIn, found: Opened, row: Direction) -> Mapping[str, Any]:
    return {}


def _day(request: SignedIn, found: Opened, row: Direction) -> Mapping[str, Any]:
    return {"today": request.today}


def _row(request: SignedIn, found: Opened, row: Direction) -> Mapping[str, Any]:
    return {"row": row}


def _row_day(request: SignedIn, found: Opened, row: Direction) -> Mapping[str, Any]:
    return {"row": row, "today": request.today}


def _row_owners(request: SignedIn, found: Opened, row: Direction) -> Mapping[str, Any]:
    return {"row": row, "owners": owners(found.child, today=request.today)}


def _evidence(request: SignedIn, found: Opened, row: Direction) -> Mapping[str, Any]:
    shown = choosing.evidence(found.child, since=row.happened_on)
    return {"row": row, "evidence": shown, "today": request.today, "given_on": row.happened_on}


def _news(request: SignedIn, row: Direction, form: forms.Form) -> None:
    actions.add_news(direction=row, words=form.cleaned_data["said"], **acting(request))


def _keep(request: SignedIn, row: Direction, form: asked.KeptForm) -> None:
    kind, _, key = str(form.typed["evidence"]).partition(":")
    actions.keep(
        direction=row,
        on=form.typed["done_on"],
        words=form.typed["said"],
        evidence_kind=kind,
        evidence_id=key,
        manages=manages(request.viewer),
        seen_version=form.seen_version,
        **acting(request),
    )


def _owner(request: SignedIn, row: Direction, form: asked.OwnerForm) -> None:
    typed = form.typed
    actions.change_owner(
        direction=row,
        to_worker_id=typed["owner_id"],
        words=typed["said"],
        seen_version=form.seen_version,
        **acting(request),
    )


def _move(request: SignedIn, row: Direction, form: asked.DayForm) -> None:
    typed = form.typed
    actions.change_due(
        direction=row, due_on=typed["due_on"], words=typed["said"], seen_version=form.seen_version, **acting(request)
    )


def _dispute(request: SignedIn, row: Direction, form: forms.Form) -> None:
    actions.dispute(direction=row, words=form.cleaned_data["said"], **acting(request))


def _answer(request: SignedIn, row: Direction, form: forms.Form) -> None:
    typed = form.cleaned_data
    actions.answer_dispute(
        direction=row,
        answer=typed["answer"],
        words=typed["said"],
        new_words=typed["new_words"],
        due_on=typed["due_on"],
        manages=manages(request.viewer),
        **acting(request),
    )


def _withdraw(request: SignedIn, row: Direction, form: asked.WithdrawForm) -> None:
    actions.withdraw(
        direction=row,
        words=form.typed["withdrawn_reason"],
        manages=manages(request.viewer),
        seen_version=form.seen_version,
        **acting(request),
    )


def _reopen(request: SignedIn, row: Direction, form: forms.Form) -> None:
    typed = form.cleaned_data
    actions.reopen(direction=row, words=typed["said"], due_on=typed["due_on"], **acting(request))


FORMS: dict[str, Form] = {
    "news": Form(
        form=asked.NewsForm,
        title="Write what has happened",
        button="Save what has happened",
        needs=_nothing,
        does=_news,
    ),
    "kept": Form(
        form=asked.KeptForm, title="It was kept: say what shows it", button="Mark it kept", needs=_evidence, does=_keep
    ),
    "owner": Form(
        form=asked.OwnerForm, title="Change who does it", button="Change who does it", needs=_row_owners, does=_owner
    ),
    "day": Form(form=asked.DayForm, title="Change the day", button="Change the day", needs=_row_day, does=_move),
    "dispute": Form(
        form=asked.DisputeForm, title="Dispute it", button="Send this dispute", needs=_nothing, does=_dispute
    ),
    "answer": Form(
        form=asked.AnswerForm, title="Answer the dispute", button="Record this answer", needs=_day, does=_answer
    ),
    "withdraw": Form(form=asked.WithdrawForm, title="Withdraw it", button="Withdraw it", needs=_row, does=_withdraw),
    "reopen": Form(form=asked.ReopenForm, title="Open it again", button="Open it again", needs=_day, does=_reopen),
}
