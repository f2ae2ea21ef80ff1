"""The pages that prepare a conference with the family, and those of its day: who came, what was decided, who knows."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed
from onechild.service.govuk.parts import Link
from onechild.service.journeys.protection.conference import deciding, preparing
from onechild.service.journeys.protection.conference.chairs import near_to
from onechild.service.journeys.protection.conference.forms import DissentForm, ReportForm, SentForm, SharedForm
from onechild.service.journeys.protection.conference.forms_of_the_day import AttendanceForm, DecideForm
from onechild.service.journeys.protection.conference.queries import FAMILY, Arranged
from onechild.service.journeys.protection.conference.views import ARRANGES, open_conference, still_to_come
from onechild.service.journeys.protection.days import CORE_GROUP, FIRST_CORE_GROUP, REVIEW_CONFERENCE, due_after
from onechild.service.journeys.protection.opening import Opened, done, form_of, form_page, way
from onechild.service.record.actions.editing import Stale
from onechild.service.record.actions.work.meetings import Answered, answer_dissent
from onechild.service.record.models import ChildProtectionPlan, ConferenceArrangement

CLASH = 409
LONG = 270  # days: from nine months on, a plan is a long one
CAN_T = "You work with one of these children, or manage who does. Somebody outside the line of management decides."


def report(request: SignedIn, la_child_id: str, arrangement_id: str) -> HttpResponse:
    """Write the report to the conference, and how the child takes part."""
    page, found = open_conference(request, la_child_id, arrangement_id, needs=("do_casework",), to_come=True)
    draft, status = draft_of(request, child=page.child), 200
    form = ReportForm(request.POST, row=found.row) if request.method == "POST" else None
    others = [row for row in found.together if row.pk != found.row.pk and row.report]
    same = next((row for row in others if row.pk == request.GET.get("like")), None)
    if form is None and draft is None and same is not None and not found.row.report:
        form = ReportForm(row=found.row, initial={"report": same.report})
    form = form or filled(ReportForm, draft, row=found.row)
    if request.method == "POST" and form.is_valid() and still_to_come(form, found):
        try:
            preparing.keep_report(
                conference=found,
                typed=form.typed,
                seen_version=form.seen_version,
                by=request.user,
                today=request.today,
            )
            return done(request, page.child, "conference", arrangement_id)
        except Stale as stale:
            form, status = form.after(stale), CLASH
    return form_page(
        request,
        page,
        form,
        title="Report to the conference",
        button="Save this report",
        back=way("conference", la_child_id, arrangement_id),
        lede="Write it to the family: they read it first.",
        links=_copies(page, found, others),
        status=status,
    )


def shared(request: SignedIn, la_child_id: str, arrangement_id: str) -> HttpResponse:
    """Say that the family has the report."""
    page, found = open_conference(request, la_child_id, arrangement_id, needs=("do_casework",), to_come=True)
    people = [(one.pk, one.name) for one in found.asked if one.part in FAMILY]
    options: dict[str, Any] = {"people": people, "today": request.today}
    form = form_of(request, page, SharedForm, **options)
    if request.method == "POST" and form.is_valid() and still_to_come(form, found):
        preparing.share_report(
            conference=found,
            on=form.cleaned_data["shared_on"],
            with_people=form.cleaned_data["people"],
            worker_id=request.viewer.worker_id,
            by=request.user,
            today=request.today,
        )
        return done(request, page.child, "conference", arrangement_id)
    return form_page(
        request,
        page,
        form,
        title="The family has the report",
        button="Record that the report was shared",
        back=way("conference", la_child_id, arrangement_id),
        lede="It counts for each child of the conference whose report is written."
        if people
        else "Nobody of the family is asked to the conference yet.",
    )


def attendance(request: SignedIn, la_child_id: str, arrangement_id: str) -> HttpResponse:
    """Who came, what each thinks, and whether each agrees."""
    page, found = open_conference(request, la_child_id, arrangement_id, needs=ARRANGES)
    if found.row.cancelled_on or not found.asked:
        raise Http404("Nobody is asked to this conference.")
    options: dict[str, Any] = {"people": found.asked, "today": request.today}
    draft = draft_of(request, child=page.child)
    if request.method == "POST":
        form = AttendanceForm(request.POST, **options)
    else:
        form = filled(AttendanceForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        preparing.note_the_day(conference=found, said=form.said(), by=request.user, today=request.today)
        return done(request, page.child, "conference", arrangement_id, at="#people")
    return form_page(
        request,
        page,
        form,
        title="Who came, and what each thinks",
        button="Save who came",
        back=way("conference", la_child_id, arrangement_id),
        lede="Who came is kept for each child; whether somebody agrees, for this child alone.",
    )


def decide(request: SignedIn, la_child_id: str, arrangement_id: str) -> HttpResponse:
    """The chair writes what the conference decided, for each child."""
    page, found = open_conference(request, la_child_id, arrangement_id, needs=("chair_conference",), to_come=True)
    rows = [row for row in found.together if row.child_id in page.named() and row.cancelled_on is None]
    ids = [row.child_id for row in rows]
    if request.viewer.worker_id is None or request.viewer.worker_id in near_to(ids, today=request.today):
        raise NotAllowed(CAN_T, ("chair_conference",))
    options = _options(request, page, found, ids)
    form = form_of(request, page, DecideForm, **options)
    if request.method == "POST" and form.is_valid() and still_to_come(form, found):
        try:
            deciding.decide(
                form.day(),
                conference=found,
                answers=form.answers(),
                worker_id=request.viewer.worker_id,
                by=request.user,
                now=request.now,
                today=request.today,
            )
            return done(request, page.child, "conference", arrangement_id)
        except deciding.NotTheChair:
            raise NotAllowed(CAN_T, ("chair_conference",)) from None
        except deciding.HeldAlready:
            form.add_error(None, "Somebody has written this conference up meanwhile. Nothing of yours was saved.")
        except deciding.Refused as refused:
            form.add_error("held_on", str(refused))
    return form_page(
        request,
        page,
        form,
        title="What the conference decided",
        button="Record what was decided",
        back=way("conference", la_child_id, arrangement_id),
        lede="Each child has a decision of their own. Say first who came, so that it stands in the decision.",
    )


def sent(request: SignedIn, la_child_id: str, arrangement_id: str) -> HttpResponse:
    """Say that the decisions were sent."""
    page, found = open_conference(request, la_child_id, arrangement_id, needs=ARRANGES)
    if found.held is None:
        raise Http404("It was not held yet.")
    form = form_of(request, page, SentForm, today=request.today)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        preparing.tell_all(
            conference=found, on=typed["sent_on"], how=typed["how"], by=request.user, today=request.today
        )
        return done(request, page.child, "conference", arrangement_id)
    return form_page(
        request,
        page,
        form,
        title="The decisions were sent",
        button="Record that they were sent",
        back=way("conference", la_child_id, arrangement_id),
        lede="Somebody who was left out, or is not to know where the child lives, gets a version of their own.",
    )


def dissent(request: SignedIn, la_child_id: str, arrangement_id: str, person_id: str) -> HttpResponse:
    """Answer somebody who does not agree."""
    page, found = open_conference(request, la_child_id, arrangement_id, needs=("chair_conference", "approve_work"))
    person = next((one for one in found.people if one.pk == person_id and one.dissent), None)
    if person is None or person.dissent_answered_on:
        raise Http404("There is nothing to answer.")
    form = form_of(request, page, DissentForm)
    if request.method == "POST" and form.is_valid():
        try:
            answer_dissent(person=person, answer=form.cleaned_data["answer"], by=request.user, today=request.today)
            return done(request, page.child, "conference", arrangement_id, at="#dissent")
        except Answered as known:
            form.add_error(None, str(known))
    return form_page(
        request,
        page,
        form,
        title=f"Answer {person.name}",
        button="Give this answer",
        back=way("conference", la_child_id, arrangement_id),
        lede=f"{person.name} does not agree: {person.dissent}",
    )


def _copies(page: Opened, found: Arranged, others: list[ConferenceArrangement]) -> list[Link]:
    """Ways to begin with the report that is written for a brother or sister."""
    here, named = way("conference-report", page.child.la_child_id, found.row.pk), page.named()
    return [
        Link(f"Begin with the report for {named[row.child_id].first_name}", f"{here}?like={row.pk}")
        for row in others
        if row.child_id in named and not found.row.report
    ]


def _options(request: SignedIn, page: Opened, found: Arranged, ids: list[str]) -> dict[str, Any]:
    review, today = found.row.conference_kind == "review", request.today
    plans = {plan.child_id: plan for plan in ChildProtectionPlan.objects.filter(child_id__in=ids) if _on(plan, today)}
    on = min(today, found.row.planned_for.date()) if found.row.planned_for else today
    turn = 2 if review else 1
    return {
        "kind": found.row.conference_kind,
        "heads": [head for head in page.group if head.child_id in ids],
        "people": found.asked,
        "long_plans": {key: review and (today - plan.started_on).days >= LONG for key, plan in plans.items()},
        "theirs": {key: plan.latest_category or "" for key, plan in plans.items() if plan.origin_id},
        "latest": {
            "core_group_on": due_after(CORE_GROUP if review else FIRST_CORE_GROUP, on),
            "next_on": due_after(REVIEW_CONFERENCE, on, turn=turn),
        },
        "earliest": _began(found),
        "today": today,
    }


def _began(found: Arranged) -> date | None:
    """The first day on which the conference could be: what it follows had begun by then."""
    row = found.row
    if row.conference_kind == "review":
        return row.plan.started_on if row.plan_id and row.plan else None
    before = row.enquiry if row.enquiry_id else row.referral
    return before.started_on if before else None


def _on(plan: ChildProtectionPlan, today: date) -> bool:
    return plan.ended_on is None or plan.ended_on > today
