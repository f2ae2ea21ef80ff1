"""An adult's own childhood record: that there is one, the asking for it, a manager's decision, and the reading."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection
from django.http import Http404, HttpResponse
from django.shortcuts import render

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, check
from onechild.service.govuk.parts import Happening
from onechild.service.journeys.assessment.actions import childhood as actions
from onechild.service.journeys.assessment.forms.deciding import AskForm, OpeningForm
from onechild.service.journeys.assessment.history.saying import said
from onechild.service.journeys.assessment.queries import asking, open_for_days
from onechild.service.journeys.assessment.views.opening import actor, to
from onechild.service.record.actions.work.steps import OwnWork
from onechild.service.record.models import Adult, AdultHistoryOpening, Assessment, Child, WorkStep
from onechild.service.record.queries.names import heads
from onechild.service.record.queries.people import Relation, relations

NO_WORKER = "Your account is not joined to a worker of the record, so nothing can be opened for you."


def childhood(request: SignedIn, la_child_id: str, adult_id: str) -> HttpResponse:
    """Read what was opened; else ask for it, or decide on what somebody asked."""
    child = open_child(request, la_child_id, what="that there is a record of an adult's own childhood")
    check(request.viewer, "do_casework", "approve_work")
    sealed = _known(child.pk).get(adult_id)
    relation = next((one for one in relations(child.pk) if one.adult_id == adult_id), None)
    if sealed is None or relation is None:
        raise Http404("There is no such record.")
    context: dict[str, Any] = {
        "child": child,
        "head": heads({child.pk}, today=request.today)[child.pk],
        "adult": relation.name or relation.relation_words,
        "relation": relation,
        "days": open_for_days(request.today),
        "saved": request.GET.get("saved", ""),
    }
    if sealed:
        return render(request, "assessment/childhood_sealed.html", context)
    if opened := _opened(child.pk, adult_id):
        return _read(request, child, adult_id, opened, context)
    asked = asking(actions.about_id(child.pk, adult_id))
    if asked is not None:
        return _decide(request, child, relation, asked, context)
    return _ask(request, child, adult_id, context)


def _ask(request: SignedIn, child: Child, adult_id: str, context: dict[str, Any]) -> HttpResponse:
    check(request.viewer, "do_casework")
    if not request.viewer.worker_id:
        raise NotAllowed(NO_WORKER)
    draft, posted = draft_of(request, child=child), request.method == "POST"
    form = AskForm(request.POST) if posted else filled(AskForm, draft)
    if posted and form.is_valid():
        actions.ask(child=child, adult_id=adult_id, why=form.cleaned_data["why"], who=actor(request))
        done_with(request, child=child)
        return to("adult-childhood", child.la_child_id, adult_id, saved="asked")
    last = WorkStep.objects.filter(about=actions.ABOUT, about_id=actions.about_id(child.pk, adult_id))
    context |= {"form": form, "draft": draft, "last": last.order_by("-at", "-pk").first()}
    return render(request, "assessment/childhood_ask.html", context)


def _decide(
    request: SignedIn, child: Child, relation: Relation, asked: WorkStep, context: dict[str, Any]
) -> HttpResponse:
    """The form for a manager who did not ask; for anybody else, that it waits."""
    context |= {"asked": asked}
    own = asked.by_name == request.user.name or asked.by_worker_id == request.viewer.worker_id
    if own or not request.viewer.may("approve_work"):
        if request.method == "POST":
            raise NotAllowed("A manager who did not ask decides on this.", ("approve_work",))
        return render(request, "assessment/childhood_waits.html", context)
    draft, posted = draft_of(request, child=child), request.method == "POST"
    form = OpeningForm(request.POST) if posted else filled(OpeningForm, draft)
    if posted and form.is_valid():
        adult = Adult.objects.get(pk=relation.adult_id)
        under_way = Assessment.objects.filter(child=child, ended_on__isnull=True).first()
        opens = form.cleaned_data["opens"] == "yes"
        try:
            actions.decide(
                asked=asked,
                child=child,
                adult=adult,
                assessment=under_way,
                opens=opens,
                days=context["days"],
                reason=form.cleaned_data["reason"],
                who=actor(request),
            )
        except OwnWork:
            raise NotAllowed("A manager who did not ask decides on this.", ("approve_work",)) from None
        done_with(request, child=child)
        return to("adult-childhood", child.la_child_id, relation.adult_id or "", saved="opened" if opens else "closed")
    context |= {"form": form, "draft": draft}
    return render(request, "assessment/childhood_decide.html", context)


def _read(request: SignedIn, child: Child, adult_id: str, opened: str, context: dict[str, Any]) -> HttpResponse:
    """The outline of the record; the look is noted on both children's."""
    request.seen([child.pk, opened], what="an adult's own childhood record, opened by a decision")
    with connection.cursor() as cursor:
        cursor.callproc("assessment_childhood", [child.pk, adult_id])
        rows = cursor.fetchall()
    lines = [Happening(on=on, title=f"{said(what, _detail(detail))}.") for on, what, _, detail in rows]
    opening = AdultHistoryOpening.objects.filter(
        child=child, adult_id=adult_id, opened_for_id=request.viewer.worker_id, ends_on__gt=request.today
    )
    context |= {"lines": lines, "opening": opening.order_by("-ends_on").first()}
    return render(request, "assessment/childhood_read.html", context)


def _known(child_id: str) -> dict[str, bool]:
    """The adults around a child of whom there is a childhood record; true where it is sealed."""
    with connection.cursor() as cursor:
        cursor.callproc("assessment_childhoods", [child_id])
        return dict(cursor.fetchall())


def _opened(child_id: str, adult_id: str) -> str:
    with connection.cursor() as cursor:
        cursor.callproc("assessment_opened_childhood", [child_id, adult_id])
        return str(cursor.fetchone()[0] or "")


def _detail(detail: Any) -> dict[str, Any]:
    return dict(json.loads(detail) if isinstance(detail, str) else detail)
