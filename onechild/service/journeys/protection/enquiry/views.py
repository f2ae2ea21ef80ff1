"""The pages of a section 47 enquiry: to write it, to send it, and for a manager to answer it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, check
from onechild.service.govuk.parts import Fact, Link
from onechild.service.govuk.words import date_only, day, due
from onechild.service.journeys.protection.enquiry import actions
from onechild.service.journeys.protection.enquiry.forms import APPROVE, AnswerForm, EnquiryForm
from onechild.service.journeys.protection.enquiry.queries import Enquiry, enquiry_of, like, still_needed
from onechild.service.journeys.protection.opening import Opened, done, form_of, form_page, opened, warnings_of, way
from onechild.service.record.actions.editing import Stale
from onechild.service.record.actions.work.steps import OwnWork
from onechild.service.record.models import EnquiryNote
from onechild.service.record.models.assessment_work import WorkStatus
from onechild.service.record.queries.due import due_for
from onechild.service.record.queries.work.steps import returned_with, steps_of

WHAT = "a section 47 enquiry"
CLOCKS = ("section-47-child-seen", "section-47-outcome", "initial-child-protection-conference")
CLASH = 409
# What brothers and sisters may have in common; what a child says, and what it means for them, is their own.
SHARED = ("findings", "family_views", "partner_views", "safety_plan")


def enquiry(request: SignedIn, la_child_id: str, enquiry_id: str) -> HttpResponse:
    """An enquiry as it stands: what is due, what is written, and what to do next."""
    page, found = _open(request, la_child_id, enquiry_id)
    dues = [due for due in due_for([page.child.pk], today=request.today) if due.clock in CLOCKS]
    context = {
        "child": page.child,
        "head": page.head,
        "found": found,
        "note": found.note,
        "facts": _facts(request, found),
        "written": _written(found),
        "missing": still_needed(found.note, seen=found.seen is not None) if found.writable else [],
        "dues": [(one.title(page.head.first_name), due(one.due_on, request.today), one.late) for one in dues],
        "not_sent": request.GET.get("sent") == "no",
        "steps": steps_of(found.row.pk),
        "returned": returned_with(found.row.pk),
        "waits": found.note is not None and found.note.status == WorkStatus.SUBMITTED,
        "may_write": request.viewer.may("do_casework"),
        "may_answer": request.viewer.may("approve_work"),
        "warnings": warnings_of(page.child.pk, today=request.today),
    }
    return render(request, "protection/enquiry.html", context)


def write(request: SignedIn, la_child_id: str, enquiry_id: str) -> HttpResponse:
    """Write an enquiry, and send it to a manager."""
    page, found = _open(request, la_child_id, enquiry_id, needs=("do_casework",))
    if not found.writable and request.method != "POST":
        raise NotAllowed(_not_writable(found), ("approve_work",) if found.ours else ())
    others = like(found.row, [head.child_id for head in page.others])
    form, status = _filled(request, page, found, others), 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.keep(
                enquiry=found,
                typed=form.typed,
                seen_version=form.seen_version,
                worker_id=request.viewer.worker_id,
                by=request.user,
                today=request.today,
            )
            if "send" in request.POST:
                _send(request, found)
            return done(request, page.child, "enquiry", enquiry_id)
        except Stale as stale:
            form, status = form.after(stale), CLASH
        except actions.MovedOn as moved:
            form.add_error(None, str(moved))
            status = CLASH
        except actions.NotReady:
            return done(request, page.child, "enquiry", enquiry_id, at="?sent=no#missing")
    return form_page(
        request,
        page,
        form,
        title="Write the section 47 enquiry",
        button="Save",
        second_button="Save, and send it to a manager",
        back=way("enquiry", la_child_id, enquiry_id),
        lede="Save as often as you like. Nothing counts as concluded until a manager has approved it.",
        status=status,
        links=_copies(page, found, others),
    )


def answer(request: SignedIn, la_child_id: str, enquiry_id: str) -> HttpResponse:
    """A manager approves an enquiry, or returns it."""
    page, found = _open(request, la_child_id, enquiry_id, needs=("approve_work",))
    if found.note is None or found.note.status != WorkStatus.SUBMITTED:
        raise Http404("It does not wait for a manager.")
    form = form_of(request, page, AnswerForm, concluded=found.note.concluded)
    if request.method == "POST" and form.is_valid():
        typed: dict[str, Any] = form.cleaned_data
        who: Any = {
            "worker_id": request.viewer.worker_id,
            "by": request.user,
            "now": request.now,
            "today": request.today,
        }
        try:
            if typed["answer"] == APPROVE:
                actions.approve(enquiry=found, reason=typed["reason"], follows=typed.get("next", ""), **who)
            else:
                actions.give_back(enquiry=found, changes=typed["changes"], **who)
            return done(request, page.child, "enquiry", enquiry_id)
        except OwnWork:
            raise NotAllowed("You sent this, so someone else must approve it.", ("approve_work",)) from None
        except actions.MovedOn as moved:
            form.add_error(None, str(moved))
    return form_page(
        request,
        page,
        form,
        title="Answer the section 47 enquiry",
        button="Record my decision",
        back=way("enquiry", la_child_id, enquiry_id),
        lede=f"It concludes: {found.note.get_concluded_display()}. {found.note.reason}",
    )


def _send(request: SignedIn, found: Enquiry) -> None:
    actions.submit(
        enquiry=found, worker_id=request.viewer.worker_id, by=request.user, now=request.now, today=request.today
    )


def _open(request: SignedIn, la_child_id: str, enquiry_id: str, needs: tuple[str, ...] = ()) -> tuple[Opened, Enquiry]:
    page = opened(request, la_child_id, what=WHAT)
    if needs:
        check(request.viewer, *needs)
    found = enquiry_of(page.child.pk, enquiry_id)
    if found is None:
        raise Http404("There is no such enquiry.")
    return page, found


def _filled(request: SignedIn, page: Opened, found: Enquiry, others: list[EnquiryNote]) -> EnquiryForm:
    if request.method == "POST":
        return EnquiryForm(request.POST, row=found.note)
    draft = draft_of(request, child=page.child)
    same = next((note for note in others if note.enquiry_id == request.GET.get("like")), None)
    if draft is None and same is not None:
        written = {name: getattr(same, name) for name in SHARED if not getattr(found.note, name, "")}
        return EnquiryForm(row=found.note, initial=written)
    return filled(EnquiryForm, draft, row=found.note)


def _copies(page: Opened, found: Enquiry, others: list[EnquiryNote]) -> list[Link]:
    """Ways to begin from what is written for a brother or sister: what was found, and what family and agencies say."""
    here, named = way("enquiry-write", page.child.la_child_id, found.row.pk), page.named()
    return [
        Link(f"Begin with what is written for {named[note.child_id].first_name}", f"{here}?like={note.enquiry_id}")
        for note in others
        if note.child_id in named
    ]


def _not_writable(found: Enquiry) -> str:
    if not found.ours:
        return "This enquiry is kept in the case system: write and end it there."
    return "It is with a manager, or it has ended. A manager can return it for edits."


def _facts(request: SignedIn, found: Enquiry) -> list[Fact]:
    row, today = found.row, request.today
    facts = [Fact(name="Began", value=day(row.started_on, today))]
    if found.seen:
        said = "seen alone" if found.seen.seen_alone else "not seen alone"
        alone = "not said whether alone" if found.seen.seen_alone is None else said
        facts.append(Fact(name="Child seen", value=f"{day(found.seen.happened_on, today)}, {alone}"))
    if row.conference_target_on:
        facts.append(Fact(name="A conference, if one is needed, by", value=date_only(row.conference_target_on, today)))
    if row.ended_on:
        facts.append(Fact(name="Ended", value=day(row.ended_on, today)))
    return facts


def _written(found: Enquiry) -> list[Fact]:
    if found.note is None:
        return []
    fields = EnquiryForm.base_fields
    told = [(str(fields[name].label), getattr(found.note, name)) for name in fields if hasattr(found.note, name)]
    words = dict(fields["concluded"].choices)  # type: ignore[attr-defined]
    return [Fact(name=label, value=str(words.get(value, value))) for label, value in told if value and label != "None"]
