"""The pages of documents: the list, to add one, one document, its file, and to take it away."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.refusals import NotPossible
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, check
from onechild.service.journeys.case_notes.actions import documents as actions
from onechild.service.journeys.case_notes.checking.kinds import MOST_BYTES, Refused
from onechild.service.journeys.case_notes.forms import DocumentForm, RemoveForm
from onechild.service.record.actions.editing import Stale
from onechild.service.record.models import Child, Document, DocumentContent, DocumentKind
from onechild.service.record.queries.names import heads, worker_names

CLASH = 409
# The file is handed over to be saved: no browser guesses what it is, draws it or runs anything of it.
HANDED_OVER = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Download-Options": "noopen",
}
KINDS = dict(DocumentKind.choices)


def documents(request: SignedIn, la_child_id: str) -> HttpResponse:
    """List the documents of a child, the newest first, with whether each was scanned."""
    child = open_child(request, la_child_id, what="documents")
    kind = request.GET.get("kind", "")
    rows = Document.objects.filter(child=child).order_by("-happened_on", "-pk")
    found = list(rows.filter(kind=kind) if kind in KINDS else rows)
    names = worker_names(one.worker_id for one in found)
    context = _of(request, child) | {
        "documents": [(one, names.get(one.worker_id or "", one.added_by_name)) for one in found],
        "kinds": DocumentKind.choices,
        "kind": kind,
        "may_write": request.viewer.may("record_visit"),
    }
    return render(request, "case_notes/documents.html", context)


def new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Add a document; a file that is refused leaves the rest of the form as it was typed."""
    child = open_child(request, la_child_id, what="adding a document")
    check(request.viewer, "record_visit")
    draft = draft_of(request, child=child)
    options: dict[str, Any] = {"today": request.today}
    if request.method == "POST":
        form = DocumentForm(request.POST, request.FILES, **options)
    else:
        form = filled(DocumentForm, draft, **options)
    if request.method == "POST" and form.is_valid() and (kept := _keep(request, child, form)):
        done_with(request, child=child)
        return HttpResponseRedirect(reverse("document", args=[child.la_child_id, kept.pk]))
    return render(request, "case_notes/document_new.html", _of(request, child) | {"form": form, "draft": draft})


def document(request: SignedIn, la_child_id: str, document_id: str) -> HttpResponse:
    """Say what a document is, who added it, and whether it can be opened."""
    child = open_child(request, la_child_id, what="a document")
    row = _row(child, document_id)
    context = _of(request, child) | {
        "document": row,
        "added_by": worker_names([row.worker_id]).get(row.worker_id or "", row.added_by_name),
        "opens": opens(row),
        "may_remove": request.viewer.may("approve_work") and not row.removed_on,
    }
    return render(request, "case_notes/document.html", context)


def file(request: SignedIn, la_child_id: str, document_id: str) -> HttpResponse:
    """Hand over the file of a document, to be saved and never drawn."""
    child = open_child(request, la_child_id, what="the file of a document")
    row = _row(child, document_id)
    if not opens(row):
        raise NotAllowed(
            "This document was taken away."
            if row.removed_on
            else "The virus scanner found something in this document, so it is held back."
            if row.scan == "found"
            else "This document has not been scanned yet. Try again in a minute or two."
        )
    content = DocumentContent.objects.filter(document=row).first()
    if content is None:
        raise Http404("The file is not there.")
    answer = HttpResponse(bytes(content.content), content_type="application/octet-stream")
    for name, value in HANDED_OVER.items():
        answer[name] = value
    answer["Content-Disposition"] = content_disposition_header(True, row.filename) or "attachment"
    return answer


def remove(request: SignedIn, la_child_id: str, document_id: str) -> HttpResponse:
    """Take a document off the record, with who asked for it and why."""
    child = open_child(request, la_child_id, what="taking a document away")
    check(request.viewer, "approve_work")
    row = _row(child, document_id)
    if row.removed_on:
        raise Http404("This document was taken away already.")
    draft, status = draft_of(request, child=child), 200
    seen = {"initial": {"edit_version": row.edit_version}}
    form = RemoveForm(request.POST) if request.method == "POST" else filled(RemoveForm, draft, **seen)
    del form.fields["everywhere"]
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.remove(
                document=row,
                reason=f"{typed['reason']} (asked for by {typed['asked_by']})",
                seen_version=typed["edit_version"],
                by=request.user,
                today=request.today,
            )
        except (Stale, NotPossible) as problem:
            words = (
                str(problem) if isinstance(problem, NotPossible) else "Somebody changed this meanwhile: open it again."
            )
            form.add_error(None, words)
            status = CLASH
        else:
            done_with(request, child=child)
            return HttpResponseRedirect(reverse("documents", args=[child.la_child_id]))
    context = {"form": form, "draft": draft, "title": "Take this document away", "what": row.title}
    return render(request, "case_notes/remove.html", _of(request, child) | context, status=status)


def opens(row: Document) -> bool:
    """Whether a document can be had: scanned and clean, or with no scanner, or where the scanner does not answer.

    What waits for its first scan is held for that minute; what the scanner can't be asked about is not held from people
    who may need it tonight, and the page says that it was not scanned.
    """
    if row.removed_on or row.scan == "found":
        return False
    return row.scan != "waiting" or bool(row.scan_words)


def _keep(request: SignedIn, child: Child, form: DocumentForm) -> Document | None:
    """Keep the file, or say on the form why not."""
    typed = form.cleaned_data
    sent = typed["file"]
    told = actions.Told(
        title=typed["title"],
        kind=typed["kind"],
        on=typed["happened_on"],
        written_by=typed["written_by"],
        about_others=typed["about_others"],
        significance=typed["significance"] if typed["significant"] else "",
    )
    try:
        if sent.size > MOST_BYTES:  # before it is read into memory
            raise Refused(f"The file is {sent.size / 1024**2:.1f} MB. It can be 10 MB at most")
        return actions.keep(
            child=child,
            told=told,
            filename=sent.name or "",
            content=sent.read(),
            worker_id=request.viewer.worker_id,
            by=request.user,
            today=request.today,
        )
    except Refused as refused:
        form.add_error("file", str(refused))
    except actions.KeptAlready as same:
        form.add_error("file", f"This very file is on the record already, as “{same.document.title}”")
    return None


def _row(child: Child, document_id: str) -> Document:
    row = Document.objects.filter(child=child, pk=document_id).first()
    if row is None:
        raise Http404("There is no such document.")
    return row


def _of(request: SignedIn, child: Child) -> dict[str, Any]:
    return {"child": child, "head": heads([child.pk], today=request.today)[child.pk]}
