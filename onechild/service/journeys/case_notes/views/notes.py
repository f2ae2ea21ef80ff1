"""The pages of case notes: which kind to add, to write one, the list, one note, and to take one away."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_POST

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.refusals import NotPossible
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.journeys.case_notes import queries
from onechild.service.journeys.case_notes.actions import notes as actions
from onechild.service.journeys.case_notes.forms import NoteForm, NotesFilter, RemoveForm
from onechild.service.record.actions.editing import Stale
from onechild.service.record.models import CaseNote, Child
from onechild.service.record.queries.names import heads, worker_names
from onechild.service.record.queries.people import worked_together

A_PAGE, CLASH = 25, 409
WRITTEN = {"correspondence": "Correspondence", "other": "Something else"}
DRAFTS = {"visit-new": "A visit", "note-write": "A note", "note-transcript": "A transcript"}


def notes(request: SignedIn, la_child_id: str) -> HttpResponse:
    """List the notes of a child, those of visits too; say what is unfinished."""
    child = open_child(request, la_child_id, what="case notes")
    form = NotesFilter(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    wanted = queries.Wanted(
        kinds=asked.get("kind") or (),
        since=asked.get("since"),
        until=asked.get("until"),
        significant=bool(asked.get("significant")),
    )
    found = queries.notes_of(child, wanted=wanted)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = _of(request, child) | {
        "form": form,
        "page": page,
        "total": len(found),
        "filtered": any(asked.values()),
        "unfinished": _unfinished(request, child),
        "may_write": request.viewer.may("record_visit"),
    }
    return render(request, "case_notes/notes.html", context)


def choose(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Ask what is to be written down: a visit, correspondence or something else."""
    child = open_child(request, la_child_id, what="adding a case note")
    check(request.viewer, "record_visit")
    ways = (
        ("visit-new", (), "Visit", "Seen, seen alone, what each child said, and the next visit."),
        ("note-write", ("correspondence",), "Correspondence", "A call, letter, message or talk with anybody."),
        ("note-write", ("other",), "Something else", "What you saw, thought or agreed that is no visit."),
        (
            "note-transcript",
            (),
            "From a transcript",
            "Paste or attach one. It becomes a draft, never a note by itself.",
        ),
        ("document-new", (), "Document", "A letter, report or picture, kept as a file."),
    )
    links = [
        (href, title, words) for name, more, title, words in ways if (href := _there(name, child.la_child_id, *more))
    ]
    return render(
        request,
        "case_notes/choose.html",
        _of(request, child) | {"ways": links, "unfinished": _unfinished(request, child)},
    )


def write(request: SignedIn, la_child_id: str, kind: str) -> HttpResponse:
    """Write correspondence, or something else, on the record of a child and of brothers and sisters."""
    child = open_child(request, la_child_id, what="writing a case note")
    if kind not in WRITTEN:
        raise Http404("There is no such kind of note.")
    check(request.viewer, "record_visit")
    group = worked_together(child.pk, today=request.today)
    request.seen([head.child_id for head in group], what="writing a case note")
    options: dict[str, Any] = {"kind": kind, "heads": group, "today": request.today}
    draft = draft_of(request, child=child)
    form = NoteForm(request.POST, **options) if request.method == "POST" else filled(NoteForm, draft, **options)
    if request.method == "POST" and form.is_valid() and (made := _write(request, child, kind, form)):
        done_with(request, child=child)
        return HttpResponseRedirect(reverse("note", args=[child.la_child_id, made[0].pk]))
    context = _of(request, child) | {"form": form, "draft": draft, "kind": kind, "title": WRITTEN[kind]}
    return render(request, "case_notes/write.html", context)


def note(request: SignedIn, la_child_id: str, note_id: str) -> HttpResponse:
    """Show one note whole, with what can be done with it."""
    child = open_child(request, la_child_id, what="a case note")
    row = _row(child, note_id)
    also = queries.also_on(row, today=request.today)
    context = _of(request, child) | {
        "note": queries.note_of(row, child, worker_names([row.worker_id])),
        "row": row,
        "also": also,
        "may_write": request.viewer.may("record_visit") and not row.removed_on,
        "may_remove": request.viewer.may("approve_work") and not row.removed_on,
    }
    return render(request, "case_notes/note.html", context)


@require_POST
def pin(request: SignedIn, la_child_id: str, note_id: str) -> HttpResponse:
    """Keep a note at the head of the list, or no longer."""
    child = open_child(request, la_child_id, what="a case note")
    check(request.viewer, "record_visit")
    row = _row(child, note_id)
    actions.pin(note=row, pinned=not row.pinned, by=request.user)
    return HttpResponseRedirect(reverse("note", args=[child.la_child_id, row.pk]))


def remove(request: SignedIn, la_child_id: str, note_id: str) -> HttpResponse:
    """Take a note off the record, with who asked for it and why."""
    child = open_child(request, la_child_id, what="taking a case note away")
    check(request.viewer, "approve_work")
    row = _row(child, note_id)
    if row.removed_on:
        raise Http404("This note was taken away already.")
    draft, status = draft_of(request, child=child), 200
    seen = {"initial": {"edit_version": row.edit_version}}
    form = RemoveForm(request.POST) if request.method == "POST" else filled(RemoveForm, draft, **seen)
    if not row.group_id:
        del form.fields["everywhere"]
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.remove(
                note=row,
                asked_by=typed["asked_by"],
                reason=typed["reason"],
                everywhere=bool(typed.get("everywhere")),
                seen_version=typed["edit_version"],
                by=request.user,
                today=request.today,
            )
        except (Stale, NotPossible) as problem:
            form.add_error(None, str(problem) if isinstance(problem, NotPossible) else _changed(problem))
            status = CLASH
        else:
            done_with(request, child=child)
            return HttpResponseRedirect(reverse("notes", args=[child.la_child_id]))
    context = _of(request, child) | {"form": form, "draft": draft, "title": "Take this note away", "what": row.subject}
    return render(request, "case_notes/remove.html", context, status=status)


def _write(request: SignedIn, child: Child, kind: str, form: NoteForm) -> list[CaseNote] | None:
    """Write the note; nothing where it may be the same one sent twice, and the form then asks."""
    typed = form.cleaned_data
    twice = CaseNote.objects.filter(
        child=child, happened_on=typed["happened_on"], subject=typed["subject"], words=typed["words"], removed_on=None
    )
    if not typed["again"] and twice.exists():
        form.ask_whether_another()
        return None
    others = Child.objects.filter(la_child_id__in=typed.get("also") or []).order_by("pk")
    return actions.write(
        children=[child, *others],
        written=actions.Written(
            kind=kind,
            on=typed["happened_on"],
            at=typed["at"],
            subject=typed["subject"],
            words=typed["words"],
            way=typed.get("way") or "",
            with_whom=typed.get("with_whom") or "",
            significance=typed["significance"] if typed["significant"] else "",
            about_others=typed["about_others"],
            from_transcript=bool(typed["from_transcript"]),
        ),
        childs_words=typed["childs_words"],
        worker_id=request.viewer.worker_id,
        by=request.user,
        now=request.now,
        today=request.today,
    )


def _row(child: Child, note_id: str) -> CaseNote:
    row = CaseNote.objects.filter(child=child, pk=note_id).first()
    if row is None:
        raise Http404("There is no such note.")
    return row


def _of(request: SignedIn, child: Child) -> dict[str, Any]:
    return {"child": child, "head": heads([child.pk], today=request.today)[child.pk]}


def _unfinished(request: SignedIn, child: Child) -> list[tuple[str, Any]]:
    return [(DRAFTS[draft.kind], draft) for draft in queries.unfinished(request.user, child)]


def _changed(stale: Stale) -> str:
    last = stale.differences[0]
    return f"{last.by} changed this meanwhile. Open the note again and look before you take it away."


def _there(name: str, *values: str) -> str:
    try:
        return reverse(name, args=values)
    except NoReverseMatch:
        return ""
