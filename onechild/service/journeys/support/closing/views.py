"""The pages of closing a case: a worker asks, somebody else decides, and nothing is left behind unseen."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.govuk.words import date_only
from onechild.service.journeys.support.actions import closing as actions
from onechild.service.journeys.support.asking import Page, form_page
from onechild.service.journeys.support.closing.forms import ClosureForm
from onechild.service.journeys.support.fields import DecideForm
from onechild.service.journeys.support.left_open import LeftOpen, left_open
from onechild.service.journeys.support.opening import Opened, acting, opened
from onechild.service.record.models import Closure
from onechild.service.record.queries.names import worker_names
from onechild.service.record.queries.work.referrals import open_referral_of
from onechild.service.record.queries.work.steps import returned_with, steps_of

WHAT = "closing the case"


def ask(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Ask for a case to be closed; where it can't be, say why, and what was asked before."""
    found = opened(request, la_child_id, "do_casework", what=WHAT)
    asked = Closure.objects.filter(child=found.child).order_by("-happened_on", "-pk").first()
    left = left_open(found.child.pk, today=request.today)
    refused = _refused(request, found, left)
    if refused or (asked and asked.status == "submitted"):
        context = {"child": found.child, "head": found.head, "left": left, "refused": refused, "asked": asked}
        return render(request, "support/closure_none.html", context)

    def act(form: ClosureForm) -> str:
        row = actions.ask(
            child=found.child,
            typed=form.own(),
            handover_on=form.cleaned_data["handover_on"],
            worker_id=request.viewer.worker_id,
            by=request.user,
            now=request.now,
            today=request.today,
        )
        return _page_of(found, row)

    returned = returned_with(asked.pk) if asked else None
    notes = [f"Returned by {returned.by_name}: {returned.words}"] if returned else []
    page = Page(
        back=reverse("child", args=[la_child_id]),
        back_words=found.head.name,
        title=f"Ask to close {found.head.first_name}’s case",
        button="Ask a manager to close it",
        lede="A manager who did not ask decides. The child is followed for a year, and what comes back is told.",
        notes=notes + [f"Left, to be named below: {one.words}" for one in left.named],
    )
    named = [one.words for one in left.named]
    return form_page(
        request, found, ClosureForm, page, act=act, today=request.today, child_id=found.child.pk, named=named
    )


def closure(request: SignedIn, la_child_id: str, closure_id: str) -> HttpResponse:
    """What was asked and decided; and, for a manager who did not ask, the decision."""
    found = opened(request, la_child_id, what=WHAT)
    row = Closure.objects.filter(child=found.child, pk=closure_id).first()
    if row is None:
        raise Http404("There is no such request.")
    if row.status == "submitted" and _may_decide(request, row):
        return _decide(request, found, row)
    context = {**_told(request, found, row), "manages": request.viewer.may("approve_work")}
    return render(request, "support/closure.html", context)


def _decide(request: SignedIn, found: Opened, row: Closure) -> HttpResponse:
    def act(form: DecideForm) -> str:
        typed = form.cleaned_data
        if typed["answer"] == "return":
            actions.send_back(closure=row, words=typed["reason"], **acting(request))
        else:
            actions.decide(closure=row, reason=typed["reason"], seen=typed["seen"], **acting(request))
        return _page_of(found, row)

    page = Page(
        back=reverse("child", args=[found.child.la_child_id]),
        back_words=found.head.name,
        title=f"Decide whether {found.head.first_name}’s case closes",
        button="Record this decision",
        template="support/decide_closure.html",
        more=_told(request, found, row),
    )
    return form_page(request, found, DecideForm, page, act=act)


def _told(request: SignedIn, found: Opened, row: Closure) -> dict[str, object]:
    return {
        "child": found.child,
        "head": found.head,
        "closure": row,
        "asker": worker_names([row.asked_by_id]).get(row.asked_by_id or "", ""),
        "steps": steps_of(row.pk),
        "left": left_open(found.child.pk, today=request.today) if row.status == "submitted" else None,
        "today_words": date_only(request.today),
    }


def _refused(request: SignedIn, found: Opened, left: LeftOpen) -> str:
    referral = open_referral_of(found.child.pk, request.today)
    if referral is None:
        return "There is no open case to close."
    if referral.origin_id is not None:
        return "This case is kept in the case system; close it there."
    return "Settle this first. A case does not close over it." if left.first else ""


def _may_decide(request: SignedIn, row: Closure) -> bool:
    """A manager, and not who asked."""
    sent = [step for step in steps_of(row.pk) if step.step == "submitted"][-1:]
    own = any(
        (one.by_worker_id and one.by_worker_id == request.viewer.worker_id) or one.by_name == request.viewer.name
        for one in sent
    )
    return request.viewer.may("approve_work") and not own


def _page_of(found: Opened, row: Closure) -> str:
    return reverse("closure", args=[found.child.la_child_id, row.pk])
