"""The pages of a strategy discussion: to open one at any stage, and to write what was shared and decided."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from onechild.knowledge.workdays import LONDON
from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.govuk.parts import Fact
from onechild.service.govuk.words import clock, day
from onechild.service.journeys.protection.days import moment
from onechild.service.journeys.protection.opening import Opened, done, form_page, opened, warnings_of, way
from onechild.service.journeys.protection.strategy.actions import TABLE, Held, WrittenUp, record_held
from onechild.service.journeys.protection.strategy.forms import AT_LEAST, HeldForm, OpenForm
from onechild.service.record.actions.work.strategy import open_discussion
from onechild.service.record.models import MeetingPerson, StrategyDiscussion, StrategyNote

MAY_DECIDE = ("approve_work", "decide_contact")
WHAT = "a strategy discussion"
TYPED = ("shared", "risk", "reason", "medical", "agreed_actions", *(f"safety_{number}" for number in range(9)))


def new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Open a strategy discussion about a child and whichever brothers and sisters."""
    page = opened(request, la_child_id, what=WHAT, needs=("do_casework", "screen_contact", "decide_contact"))
    options: dict[str, Any] = {"others": page.others, "today": request.today}
    draft = draft_of(request, child=page.child)
    form = OpenForm(request.POST, **options) if request.method == "POST" else filled(OpenForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        children = page.chosen(form.cleaned_data.get("others", []))
        rows = open_discussion(
            children=children,
            why=form.cleaned_data["why"],
            worker_id=request.viewer.worker_id,
            by=request.user,
            now=request.now,
            today=request.today,
        )
        mine = next(row for row in rows if row.child_id == page.child.pk)
        return done(request, page.child, "strategy", mine.pk)
    return form_page(
        request,
        page,
        form,
        title="Open a strategy discussion",
        button="Open this strategy discussion",
        back=way("child", la_child_id),
        lede="Use it as soon as you suspect that a child suffers or is likely to suffer significant harm. "
        "It waits for no check. If a child is in danger now, ring 999 first.",
    )


def discussion(request: SignedIn, la_child_id: str, discussion_id: str) -> HttpResponse:
    """What was shared and decided; before that, the form for it."""
    page = opened(request, la_child_id, what=WHAT)
    note = StrategyNote.objects.filter(child=page.child, discussion_id=discussion_id).first()
    row = StrategyDiscussion.objects.filter(child=page.child, pk=discussion_id).first()
    if note is None and row is None:
        raise Http404("There is no such discussion.")
    if note is None or note.decided:
        return _decided(request, page, row, note, told=request.method == "POST")
    if request.method == "POST":
        check(request.viewer, *MAY_DECIDE)
    notes = _together(page, note)
    named = page.named()
    options: dict[str, Any] = {"heads": [named[one.child_id] for one in notes], "today": request.today}
    draft = draft_of(request, child=page.child)
    form = HeldForm(request.POST, **options) if request.method == "POST" else filled(HeldForm, draft, **options)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            _record(request, form, notes)
            return done(request, page.child, "strategy", discussion_id)
        except WrittenUp as known:
            form.add_error(None, str(known))
            status = 409
    context = {
        "child": page.child,
        "head": page.head,
        "note": note,
        "form": form,
        "draft": draft,
        "names": [named[one.child_id].first_name for one in notes],
        "may": any(request.viewer.may(one) for one in MAY_DECIDE),
        "warnings": warnings_of(page.child.pk, today=request.today),
    }
    return render(request, "protection/strategy_open.html", context, status=status)


def _together(page: Opened, note: StrategyNote) -> list[StrategyNote]:
    """The undecided notes of the discussion, of the children whom the viewer may see, this child's first."""
    rows = StrategyNote.objects.filter(meeting_id=note.meeting_id, decided="", child_id__in=page.named())
    return sorted(rows, key=lambda one: (one.pk != note.pk, one.child_id)) if note.meeting_id else [note]


def _record(request: SignedIn, form: HeldForm, notes: list[StrategyNote]) -> None:
    typed = form.cleaned_data
    held = Held(
        at=moment(typed["held_on"], typed["held_at"]),
        people=form.people(),
        **{
            name: typed[name]
            for name in (
                *("shared", "risk", "reason", "chaired_by_name", "medical", "agreed_actions", "police_reference"),
            )
        },
    )
    record_held(
        held,
        notes=notes,
        answers=form.answers(),
        worker_id=request.viewer.worker_id,
        by=request.user,
        now=request.now,
        today=request.today,
    )


def _decided(
    request: SignedIn, page: Opened, row: StrategyDiscussion | None, note: StrategyNote | None, *, told: bool
) -> HttpResponse:
    """What was decided; with `told`, to somebody who sent another decision meanwhile, whose words are not lost."""
    people = list(MeetingPerson.objects.filter(about=TABLE, about_id=row.pk).order_by("pk")) if row else []
    there = {one.part for one in people}
    context: dict[str, Any] = {
        "child": page.child,
        "head": page.head,
        "row": row,
        "note": note,
        "facts": _facts(request, row, note),
        "people": [Fact(name=AT_LEAST.get(one.part) or one.get_part_display(), value=one.name) for one in people],
        "missing": [words for part, words in AT_LEAST.items() if part not in there] if note else [],
        "enquiry": way("enquiry", page.child.la_child_id, row.enquiry_id) if row and row.enquiry_id else "",
        "assessment": way("assessment-new", page.child.la_child_id),
    }
    context["typed"] = [value for name in TYPED for value in request.POST.getlist(name) if value] if told else []
    return render(request, "protection/strategy.html", context, status=409 if told else 200)


def _facts(request: SignedIn, row: StrategyDiscussion | None, note: StrategyNote | None) -> list[Fact]:
    found = []
    if row:
        at = f", {clock(row.held_at.astimezone(LONDON).time())}" if row.held_at else ""
        found.append(Fact(name="Held", value=f"{day(row.happened_on, request.today)}{at}"))
    if note:
        told = (
            ("Decided", note.get_decided_display()),
            ("Why", note.reason),
            ("Led by", note.chaired_by_name),
            ("Why it was opened", note.why),
            ("What was shared", note.shared),
            ("The risk", note.risk),
            ("Safe tonight", note.safety_now),
            ("Medical examination", note.medical),
            ("Who does what", note.agreed_actions),
            ("Police reference", note.police_reference),
        )
        found += [Fact(name=name, value=value) for name, value in told if value]
    return found
