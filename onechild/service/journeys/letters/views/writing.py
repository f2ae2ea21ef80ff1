"""The pages on which a letter is begun, its paragraphs changed, and what they tell is marked."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.journeys.letters import queries
from onechild.service.journeys.letters.actions import writing
from onechild.service.journeys.letters.forms import HeadForm, LetterForm, MarkForm, PartForm, paragraphs_of
from onechild.service.journeys.letters.told import page_of
from onechild.service.journeys.letters.views.opening import WHAT, Opened, opened
from onechild.service.record.actions.editing import Stale
from onechild.service.record.models import Child, LetterPart
from onechild.service.record.queries.names import heads
from onechild.service.record.queries.people import brothers_and_sisters, family_of

CLASH = 409
PREFILLED = ("kind",)  # never words: an address is kept in logs


def letters(request: SignedIn, la_child_id: str) -> HttpResponse:
    """The letters about a child: being written, checked, sent and dropped."""
    child = open_child(request, la_child_id, what="letters about the child")
    head = heads([child.pk], today=request.today)[child.pk]
    context = {"child": child, "head": head, "found": queries.letters_of(child, today=request.today),
               "may_write": request.viewer.may("do_casework"), "saved": request.GET.get("saved", "")}  # fmt: skip
    return render(request, "letters/letters.html", context)


def new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Begin a letter. What it is for, and the row that it is about, may be given in the address; words never are."""
    child = open_child(request, la_child_id, what="writing a letter")
    check(request.viewer, "do_casework")
    siblings = _siblings(request, child)
    draft = draft_of(request, child=child)
    options: dict[str, Any] = {"siblings": siblings}
    if request.method == "POST":
        form = LetterForm(request.POST, **options)
    else:
        given = {name: request.GET[name] for name in PREFILLED if name in request.GET}
        form = filled(LetterForm, draft, **options) if draft else LetterForm(initial=given, **options)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        others = Child.objects.filter(pk__in=typed.get("others") or [])
        made = writing.write(
            children=[child, *others],
            subject=typed["subject"],
            kind=typed["kind"],
            paragraphs=form.paragraphs(),
            about=request.GET.get("about", "")[:40],
            about_id=request.GET.get("about_id", "")[:200],
            worker_id=request.viewer.worker_id,
            by=request.user,
            today=request.today,
        )
        done_with(request, child=child)
        return HttpResponseRedirect(reverse("letter", args=[child.la_child_id, made.pk]))
    head = heads([child.pk], today=request.today)[child.pk]
    return render(request, "letters/new.html", {"child": child, "head": head, "form": form, "draft": draft})


def letter(request: SignedIn, la_child_id: str, letter_id: str) -> HttpResponse:
    """One letter: its paragraphs, what is to be answered, whom it goes to, and what came of the check."""
    found = opened(request, la_child_id, letter_id)
    said = request.GET.get("saved", "")
    return render(request, "letters/letter.html", page_of(found, viewer=request.viewer, said=said))


def mark(request: SignedIn, la_child_id: str, letter_id: str) -> HttpResponse:
    """Say of everything that was found whether it tells that."""
    found = _to_write(request, la_child_id, letter_id)
    draft = draft_of(request, child=found.child)
    options: dict[str, Any] = {"parts": found.seen.parts, "adults": found.adults()}
    form = MarkForm(request.POST, **options) if request.method == "POST" else filled(MarkForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        _answer(request, form)
        done_with(request, child=found.child)
        return found.back("marked")
    return render(request, "letters/mark.html", {"letter": found, "form": form, "draft": draft, "head": found.head})


def part(request: SignedIn, la_child_id: str, letter_id: str, part_id: str) -> HttpResponse:
    """Change a paragraph: its words, what it tells, of whom, and what stands there instead."""
    found = _to_write(request, la_child_id, letter_id)
    row = next((one.row for one in found.seen.parts if one.row.pk == part_id), None)
    if row is None:
        raise Http404("There is no such paragraph.")
    draft = draft_of(request, child=found.child)
    options: dict[str, Any] = {"row": row, "adults": found.adults(), "kids": found.kids()}
    form = PartForm(request.POST, **options) if request.method == "POST" else filled(PartForm, draft, **options)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            writing.change_part(
                part=row, typed=form.typed, seen_version=form.seen_version, by=request.user, today=request.today
            )
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            done_with(request, child=found.child)
            return found.back("changed")
    context = {"letter": found, "form": form, "draft": draft, "row": row, "head": found.head}
    return render(request, "letters/part.html", context, status=status)


def head(request: SignedIn, la_child_id: str, letter_id: str) -> HttpResponse:
    """Change what a letter is about and for."""
    found = _to_write(request, la_child_id, letter_id)
    form, status = HeadForm(request.POST or None, row=found.letter), 200
    if request.method == "POST" and form.is_valid():
        try:
            writing.change_head(
                letter=found.letter,
                typed=form.typed,
                seen_version=form.seen_version,
                by=request.user,
                today=request.today,
            )
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            return found.back("changed")
    return render(request, "letters/head.html", {"letter": found, "form": form, "head": found.head}, status=status)


@require_POST
def part_new(request: SignedIn, la_child_id: str, letter_id: str) -> HttpResponse:
    """Add paragraphs at the end."""
    found = _to_write(request, la_child_id, letter_id)
    for words in paragraphs_of(request.POST.get("words", ""))[:50]:
        writing.add_part(letter=found.letter, words=words[:20_000], by=request.user, today=request.today)
    return found.back("changed")


@require_POST
def part_out(request: SignedIn, la_child_id: str, letter_id: str, part_id: str) -> HttpResponse:
    """Take a paragraph out."""
    found = _to_write(request, la_child_id, letter_id)
    row = LetterPart.objects.filter(letter=found.letter, pk=part_id).first()
    if row is None:
        raise Http404("There is no such paragraph.")
    writing.take_out_part(part=row, by=request.user, today=request.today, now=request.now)
    return found.back("taken_out")


@require_POST
def drop(request: SignedIn, la_child_id: str, letter_id: str) -> HttpResponse:
    """Drop a letter that has not left."""
    found = _to_write(request, la_child_id, letter_id)
    writing.drop(letter=found.letter, by=request.user, today=request.today)
    return HttpResponseRedirect(f"{reverse('letters', args=[found.child.la_child_id])}?saved=dropped")


def _to_write(request: SignedIn, la_child_id: str, letter_id: str) -> Opened:
    found = opened(request, la_child_id, letter_id, needs="do_casework")
    if found.seen.closed:
        raise Http404("This letter has left or was dropped: its words stay as they are.")
    return found


def _answer(request: SignedIn, form: MarkForm) -> None:
    for asked in form.parts:
        said = form.answers(asked)
        yes = [(one, adult) for one, tells, adult in said if tells]
        writing.answer(
            part=asked.row,
            facts=[one.fact for one, _ in yes],
            no_such=[(one.fact, one.words) for one, tells, _ in said if not tells],
            adult_id=next((adult for _, adult in yes if adult), ""),
            child_id=next((one.child_id for one, _ in yes if one.child_id), ""),
            by=request.user,
            today=request.today,
        )


def _siblings(request: SignedIn, child: Child) -> list[tuple[str, str]]:
    near = {*brothers_and_sisters(child.pk, today=request.today), *family_of(child.pk, today=request.today)}
    named = heads(near, today=request.today)
    request.seen(named, what=WHAT)
    return [(key, named[key].name) for key in sorted(named, key=lambda key: named[key].name)]
