"""The page that makes a draft of a transcript: it becomes what somebody then reads, cuts and records, or nothing."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.actions import TooManyDrafts, save_draft, take_draft
from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.drafts.place import place_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.journeys.case_notes.checking.kinds import Refused
from onechild.service.journeys.case_notes.checking.transcripts import words_of
from onechild.service.journeys.case_notes.forms import TranscriptForm
from onechild.service.record.models import Child
from onechild.service.record.queries.names import heads


def transcript(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Take a transcript, pasted or as a file, and lead to the form that it is now a draft of."""
    child = open_child(request, la_child_id, what="a transcript")
    check(request.viewer, "record_visit")
    draft = draft_of(request, child=child)
    form = TranscriptForm(request.POST, request.FILES) if request.method == "POST" else filled(TranscriptForm, draft)
    if request.method == "POST" and form.is_valid() and (words := _words(form)):
        page = _page(child, form.cleaned_data["becomes"])
        try:
            _add(request, child, page, words)
        except TooManyDrafts:
            form.add_error(None, "You have 200 drafts. Drop some that you no longer need")
        else:
            done_with(request, child=child)
            return HttpResponseRedirect(page)
    head = heads([child.pk], today=request.today)[child.pk]
    return render(request, "case_notes/transcript.html", {"child": child, "head": head, "form": form, "draft": draft})


def _words(form: TranscriptForm) -> str:
    """The words, of the file first; nothing where the file is refused, which the form then says."""
    sent: Any = form.cleaned_data.get("file")
    if not sent:
        return str(form.cleaned_data["pasted"]).strip()
    try:
        return words_of(name=sent.name or "", content=sent.read())
    except Refused as refused:
        form.add_error("file", str(refused))
        return ""


def _page(child: Child, becomes: str) -> str:
    if becomes == "visit":
        return reverse("visit-new", args=[child.la_child_id])
    return reverse("note-write", args=[child.la_child_id, becomes])


def _add(request: SignedIn, child: Child, page: str, words: str) -> None:
    """Put the words under what the draft of that form has already: nothing typed is lost."""
    place = place_of(page)
    held = take_draft(user=request.user, kind=place.kind, child=child, about=place.about)
    values = dict(held.values) if held else {}
    before = values.get("words", [""])[0].rstrip()
    values |= {"words": [f"{before}\n\n{words}" if before else words], "from_transcript": ["yes"]}
    save_draft(user=request.user, values=values, child=child, now=request.now, **place.named)
