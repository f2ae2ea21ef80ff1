"""The pages that arrange a conference, show it, and bring people to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.govuk.parts import Link
from onechild.service.govuk.words import due
from onechild.service.journeys.protection.conference import arranging
from onechild.service.journeys.protection.conference.chairs import chairs_for
from onechild.service.journeys.protection.conference.forms import HOW, ArrangeForm, AskForm, MoveForm, ReasonForm
from onechild.service.journeys.protection.conference.queries import Arranged, arranged, flags_for
from onechild.service.journeys.protection.conference.showing import facts_of, people_table, target_of, to_do
from onechild.service.journeys.protection.days import INITIAL_CONFERENCE, REVIEW_CONFERENCE, moment
from onechild.service.journeys.protection.opening import Opened, done, form_of, form_page, opened, warnings_of, way
from onechild.service.record.actions.work.meetings import Asked
from onechild.service.record.queries.due import due_for
from onechild.service.record.queries.people import Relation, relations

WHAT = "a child protection conference"
ARRANGES = ("do_casework", "chair_conference")


def new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Arrange a conference for a child and whichever brothers and sisters."""
    page = opened(request, la_child_id, what=WHAT, needs=ARRANGES)
    chairs = chairs_for([page.child.pk], today=request.today)
    options: dict[str, Any] = {"others": page.others, "chairs": chairs, "today": request.today}
    form = form_of(request, page, ArrangeForm, **options)
    if request.method == "POST" and form.is_valid():
        try:
            rows = _arrange(request, page, form.cleaned_data)
            mine = next(row for row in rows if row.child_id == page.child.pk)
            return done(request, page.child, "conference", mine.pk)
        except arranging.Refused as refused:
            form.add_error(refused.field, refused.words)
    return form_page(
        request,
        page,
        form,
        title="Arrange a conference",
        button="Arrange this conference",
        back=way("child", la_child_id),
        lede=_due_words(request, page),
    )


def conference(request: SignedIn, la_child_id: str, arrangement_id: str) -> HttpResponse:
    """A conference as it stands, for one child."""
    page, found = open_conference(request, la_child_id, arrangement_id)
    names = page.named()
    target = target_of(found, today=request.today)
    context = {
        "child": page.child,
        "head": page.head,
        "found": found,
        "facts": [*([target] if target else []), *facts_of(found, today=request.today)],
        "people": people_table(found),
        "dissent": [one for one in found.people if one.dissent],
        "around": _around(page, found, request) if found.open else [],
        "to_do": to_do(found),
        "siblings": [
            Link(names[one.child_id].first_name, way("conference", names[one.child_id].la_child_id, one.pk))
            for one in found.together
            if one.child_id in names and one.pk != found.row.pk
        ],
        "may": any(request.viewer.may(one) for one in ARRANGES),
        "may_decide": request.viewer.may("chair_conference"),
        "plan": way("protection-plan", la_child_id, found.row.plan_id) if found.row.plan_id else "",
        "enquiry": way("enquiry", la_child_id, found.row.enquiry_id) if found.row.enquiry_id else "",
        "warnings": warnings_of(page.child.pk, today=request.today),
    }
    return render(request, "protection/conference.html", context)


def move(request: SignedIn, la_child_id: str, arrangement_id: str) -> HttpResponse:
    """Move a conference to another day."""
    page, found = open_conference(request, la_child_id, arrangement_id, needs=ARRANGES, to_come=True)
    draft = draft_of(request, child=page.child)
    options = {"today": request.today}
    form = MoveForm(request.POST, **options) if request.method == "POST" else filled(MoveForm, draft, **options)
    if request.method == "POST" and form.is_valid() and still_to_come(form, found):
        typed = form.cleaned_data
        arranging.move(
            conference=found,
            at=moment(typed["planned_on"], typed["planned_at"]),
            place=typed["place"],
            why=typed["why"],
            worker_id=request.viewer.worker_id,
            by=request.user,
            today=request.today,
        )
        return done(request, page.child, "conference", arrangement_id)
    return form_page(
        request,
        page,
        form,
        title="Move the conference",
        button="Move this conference",
        back=way("conference", la_child_id, arrangement_id),
        lede="It moves for all the children whom it is about. What the law asks does not move with it.",
    )


def call_off(request: SignedIn, la_child_id: str, arrangement_id: str) -> HttpResponse:
    """Call a conference off, with a reason."""
    page, found = open_conference(request, la_child_id, arrangement_id, needs=ARRANGES, to_come=True)
    form = form_of(request, page, ReasonForm)
    if request.method == "POST" and form.is_valid() and still_to_come(form, found):
        arranging.call_off(
            conference=found,
            reason=form.cleaned_data["reason"],
            by=request.user,
            now=request.now,
            today=request.today,
        )
        return done(request, page.child, "conference", arrangement_id)
    return form_page(
        request,
        page,
        form,
        title="Call the conference off",
        button="Call this conference off",
        back=way("conference", la_child_id, arrangement_id),
        lede="The duty to hold one stays, as long as the enquiry or the plan lasts.",
    )


def ask(request: SignedIn, la_child_id: str, arrangement_id: str) -> HttpResponse:
    """Ask somebody to a conference, or leave them out with a reason; who is flagged is weighed first."""
    page, found = open_conference(request, la_child_id, arrangement_id, needs=ARRANGES, to_come=True)
    about = next((one for one in relations(page.child.pk) if one.adult_id == request.GET.get("adult", "none")), None)
    adult_id = about.adult_id if about else None
    flags = flags_for(page.child.pk, adult_id, today=request.today) if adult_id else _all_flags(request, page)
    draft = draft_of(request, child=page.child)
    options: dict[str, Any] = {"flagged": bool(flags)}
    if request.method == "POST":
        form = AskForm(request.POST, **options)
    elif draft is None and about is not None:
        form = AskForm(initial={"name": about.name or about.relation_words}, **options)
    else:
        form = filled(AskForm, draft, **options)
    if request.method == "POST" and form.is_valid() and still_to_come(form, found):
        who = _asked(form.cleaned_data, adult_id)
        arranging.ask_person(who, conference=found, by=request.user, today=request.today)
        return done(request, page.child, "conference", arrangement_id, at="#people")
    return form_page(
        request,
        page,
        form,
        title="Ask somebody to the conference",
        button="Save who is asked",
        back=way("conference", la_child_id, arrangement_id),
        flags=flags,
        lede="It counts for each child whom the conference is about.",
    )


def open_conference(
    request: SignedIn, la_child_id: str, arrangement_id: str, *, needs: tuple[str, ...] = (), to_come: bool = False
) -> tuple[Opened, Arranged]:
    """This function will open the child and the conference; Http404 where there is no such one, or it is past.

    A form that comes too late is not thrown away with a 404: the view shows it again and says so.
    """
    page = opened(request, la_child_id, what=WHAT)
    if needs:
        check(request.viewer, *needs)
    found = arranged(page.child.pk, arrangement_id)
    if found is None or (to_come and not found.open and request.method != "POST"):
        raise Http404("There is no such conference to come.")
    return page, found


def still_to_come(form: forms.Form, found: Arranged) -> bool:
    """Whether the conference is neither held nor called off; the form says so where it came too late."""
    if not found.open:
        form.add_error(None, "The conference was held or called off meanwhile. Nothing of yours was saved.")
    return found.open


def _arrange(request: SignedIn, page: Opened, typed: dict[str, Any]) -> list[Any]:
    new_one = arranging.NewConference(
        kind=typed["kind"],
        at=moment(typed["planned_on"], typed["planned_at"]),
        chair_id=typed["chair"],
        why=typed["why"],
        place=typed["place"],
        interpreter=typed["interpreter"],
        notified_on=typed["notified_on"],
    )
    return arranging.arrange(
        new_one,
        children=page.chosen(typed.get("others", [])),
        worker_id=request.viewer.worker_id,
        by=request.user,
        today=request.today,
    )


def _due_words(request: SignedIn, page: Opened) -> str:
    owed = due_for([page.child.pk], today=request.today)
    found = [one for one in owed if one.clock in (INITIAL_CONFERENCE, REVIEW_CONFERENCE, "transfer-in-conference")]
    said = [f"{one.title(page.head.first_name)}: {due(one.due_on, request.today, unit=one.unit)}." for one in found]
    return " ".join(said)


def _around(page: Opened, found: Arranged, request: SignedIn) -> list[Relation]:
    """The adults around the child of whom nothing is said yet: neither asked nor left out."""
    settled = {one.adult_id for one in found.people if one.adult_id}
    known = relations(page.child.pk)
    return [one for one in known if one.adult_id and one.adult_id not in settled and one.now(request.today)]


def _all_flags(request: SignedIn, page: Opened) -> list[str]:
    """Somebody typed by name may be whom a warning is about: all warnings are shown, and a reason is asked for."""
    return flags_for(page.child.pk, None, today=request.today)


def _asked(typed: dict[str, Any], adult_id: str | None) -> Asked:
    coming = typed["asked"] == "yes"
    how = dict(HOW).get(typed["how"], "") if coming else ""
    safe = typed.get("safe_because", "")
    return Asked(
        name=typed["name"],
        part=typed["part"],
        agency=typed["agency"],
        adult_id=adult_id,
        invited_how=f"{how}. Safe because: {safe}" if how and safe else how,
        report_asked=bool(typed["report_asked"]) and coming,
        left_out_reason="" if coming else typed["left_out_reason"],
    )
