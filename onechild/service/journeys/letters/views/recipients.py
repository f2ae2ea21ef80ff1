"""The pages on which a letter gets its recipients, is checked for each, let go by a manager, printed and sent."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from onechild.knowledge.workdays import london
from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed
from onechild.service.journeys.letters.actions import sending, writing
from onechild.service.journeys.letters.forms import DecideForm, LiftForm, RecipientForm, SentForm
from onechild.service.journeys.letters.printing import to_docx
from onechild.service.journeys.letters.told import recipient_told
from onechild.service.journeys.letters.views.opening import Opened, opened, recipient_of
from onechild.service.record.actions.work.steps import OwnWork
from onechild.service.record.models import LetterStatus
from onechild.service.record.models.fields import code_in_words

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def recipient_new(request: SignedIn, la_child_id: str, letter_id: str) -> HttpResponse:
    """Add somebody whom the letter goes to, and where."""
    found = opened(request, la_child_id, letter_id, needs="do_casework")
    if found.letter.status == LetterStatus.DROPPED:
        raise Http404("This letter was dropped.")
    places = _places(found)
    options: dict[str, Any] = {
        "people": _people(found),
        "places": [(key, words) for key, (words, _) in places.items()],
        "kids": [(kid.child_id, kid.name) for kid in found.seen.family.subjects],
    }
    draft = draft_of(request, child=found.child)
    post = request.method == "POST"
    form = RecipientForm(request.POST, **options) if post else filled(RecipientForm, draft, **options)
    if post and form.is_valid():
        who = _who(found, form.cleaned_data, places)
        writing.add_recipient(letter=found.letter, by=request.user, today=request.today, **who)
        done_with(request, child=found.child)
        return found.back("recipient")
    return render(
        request, "letters/recipient_new.html", {"letter": found, "form": form, "draft": draft, "head": found.head}
    )


@require_POST
def recipient_out(request: SignedIn, la_child_id: str, letter_id: str, recipient_id: str) -> HttpResponse:
    """Take a recipient off a letter."""
    found = opened(request, la_child_id, letter_id, needs="do_casework")
    row = recipient_of(found, recipient_id)
    if row.sent_at is not None:
        raise Http404("It was sent to them.")
    writing.take_out_recipient(recipient=row, by=request.user, today=request.today, now=request.now)
    return found.back("recipient_out")


@require_POST
def check_letter(request: SignedIn, la_child_id: str, letter_id: str) -> HttpResponse:
    """Check the letter for each recipient."""
    found = opened(request, la_child_id, letter_id, needs="do_casework")
    try:
        sending.check(letter=found.letter, by=request.user, now=request.now, today=request.today)
    except sending.NotReady:
        return found.back("not_ready")
    return found.back("checked")


def allow(request: SignedIn, la_child_id: str, letter_id: str, recipient_id: str) -> HttpResponse:
    """A recipient to whom the letter may not go: ask a manager, or decide as one."""
    found = opened(request, la_child_id, letter_id, needs="do_casework")
    row = recipient_of(found, recipient_id)
    if not row.refused:
        raise Http404("Nothing stands in the way of this recipient.")
    told = recipient_told(found, row, viewer=request.viewer)
    decides = told["asked"] is not None and request.viewer.may("approve_work")
    kind = DecideForm if decides else LiftForm
    draft = draft_of(request, child=found.child)
    form: Any = kind(request.POST) if request.method == "POST" else filled(kind, draft)
    if request.method == "POST" and told["may_lift"] and form.is_valid():
        said = _decide(request, row, form) if decides else _ask(request, row, form)
        if said:
            done_with(request, child=found.child)
            return found.back(said)
    context = {"letter": found, "one": told, "form": form, "decides": decides, "draft": draft, "head": found.head}
    return render(request, "letters/allow.html", context)


def version(request: SignedIn, la_child_id: str, letter_id: str, recipient_id: str) -> HttpResponse:
    """One recipient’s version, to read and print, or as a Word file; only after its check, and as it was checked."""
    found = opened(request, la_child_id, letter_id, needs="do_casework")
    row = recipient_of(found, recipient_id)
    if row.refused or not row.text or not (row.sent_at or sending.still_good(row, found.seen)):
        raise Http404("There is no version for this recipient until the letter is checked.")
    if request.GET.get("as") == "docx":
        answer = HttpResponse(
            to_docx(row, subject=found.letter.subject, on=london(row.sent_at) if row.sent_at else request.today),
            content_type=DOCX,
        )
        answer["Content-Disposition"] = 'attachment; filename="letter.docx"'
        return answer
    context = {"letter": found, "row": row, "paragraphs": row.text.split(sending.BREAK), "head": found.head}
    return render(request, "letters/version.html", context)


def send(request: SignedIn, la_child_id: str, letter_id: str, recipient_id: str) -> HttpResponse:
    """Note that a version left, and how. Anything that changed since the check sends the writer back to it."""
    found = opened(request, la_child_id, letter_id, needs="do_casework")
    row = recipient_of(found, recipient_id)
    if row.sent_at is not None or row.refused or not row.text:
        raise Http404("There is nothing to send to this recipient.")
    form = SentForm(request.POST or None)
    if not sending.still_good(row, found.seen):
        return found.back("check_again")
    if request.method == "POST" and form.is_valid():
        try:
            sending.send(
                recipient=row, how=form.cleaned_data["how"], by=request.user, now=request.now, today=request.today
            )
        except (sending.CheckAgain, sending.MayNotLift, writing.Closed):
            return found.back("check_again")
        return found.back("sent")
    told = recipient_told(found, row, viewer=request.viewer)
    return render(request, "letters/send.html", {"letter": found, "one": told, "form": form, "head": found.head})


def _ask(request: SignedIn, row: Any, form: Any) -> str:
    sending.ask_to_lift(
        recipient=row,
        why=form.cleaned_data["why"],
        worker_id=request.viewer.worker_id,
        by=request.user,
        now=request.now,
        today=request.today,
    )
    return "asked"


def _decide(request: SignedIn, row: Any, form: Any) -> str:
    """Decide as a manager. Nobody decides on what they asked for."""
    allowed = form.cleaned_data["decision"] == "allow"
    try:
        sending.decide(
            recipient=row,
            allowed=allowed,
            reason=form.cleaned_data["reason"],
            worker_id=request.viewer.worker_id,
            by=request.user,
            now=request.now,
            today=request.today,
        )
    except OwnWork:
        raise NotAllowed("You asked for this, so somebody else must decide.", ("approve_work",)) from None
    except sending.CheckAgain:
        return "check_again"
    return "allowed" if allowed else "not_allowed"


def _people(found: Opened) -> list[tuple[str, str]]:
    """The children of the letter and the adults around them, for a choice."""
    kids = [(f"child:{kid.child_id}", f"{kid.name}, the child") for kid in found.seen.family.subjects]
    return [*kids, *((f"adult:{key}", f"{name}{_relation(found, key)}") for key, name in found.adults())]


def _relation(found: Opened, adult_id: str) -> str:
    ties = [tie for tie in found.seen.family.ties if tie.adult_id == adult_id]
    words = code_in_words("relation", ties[0].relation) if ties else ""
    return f", {words[:1].lower()}{words[1:]}" if words else ""


def _places(found: Opened) -> dict[str, tuple[str, dict[str, str]]]:
    """The addresses on record: in words that say whose each is, with the columns that it fills."""
    made = {
        f"home:{kid.child_id}": (
            f"Where {kid.name} lives: {kid.address}, {kid.postcode}",
            {"address": kid.address, "postcode": kid.postcode},
        )
        for kid in found.seen.family.kids
        if kid.address or kid.postcode
    }
    for number, one in enumerate(found.seen.family.reaches):
        if one.kind in ("address", "email"):
            whose = found.seen.family.name_of(one.adult_id)
            at = {"address": one.value, "postcode": one.postcode} if one.kind == "address" else {"email": one.value}
            made[f"{one.adult_id}:{number}"] = (f"{whose}: {', '.join(part for part in at.values() if part)}", at)
    return made


def _who(found: Opened, typed: dict[str, Any], places: dict[str, tuple[str, dict[str, str]]]) -> dict[str, Any]:
    kind, _, key = typed["who"].partition(":")
    names = {**dict(found.adults()), **dict(found.kids())}
    who: dict[str, Any] = {"name": names.get(key) or typed["name"] or typed["agency"]}
    if kind == "adult":
        who["adult_id"] = key
    elif kind == "child":
        who["related_child_id"] = key
    else:
        who |= {"agency": typed["agency"], "related_child_id": typed.get("only_child") or None}
    chosen = places.get(typed.get("place") or "")
    typed_at = {name: typed[name] for name in ("address", "postcode", "email")}
    return who | (typed_at | chosen[1] if chosen else typed_at)
