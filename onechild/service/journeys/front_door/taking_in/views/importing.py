"""Takes contacts in from a table: a preview first, then those that could be read; the rest comes back to be mended."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.govuk.parts import Tag
from onechild.service.journeys.front_door.taking_in.actions.receiving import Arrived, receive
from onechild.service.journeys.front_door.taking_in.forms import NO_WORKER, ImportForm
from onechild.service.journeys.front_door.taking_in.importing import COLUMNS, MUST, Read, Ready, read_contacts
from onechild.service.record.models import Intake

LARGEST = 1_000_000
KEY = "import"


@needs("screen_contact")
def bring_in(request: SignedIn) -> HttpResponse:
    """Read the lines and show what they would be; take them in where that is what was asked."""
    draft = draft_of(request)
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else filled(ImportForm, draft)
    context: dict[str, object] = {"form": form, "draft": draft, "columns": list(COLUMNS), "must": MUST}
    context["restricted_tag"] = Tag("Restricted", "restricted")
    if request.method == "POST" and form.is_valid() and (text := _text_of(form)):
        read = read_contacts(text, now=request.now)
        if read.said:
            form.add_error("text", read.said)
        elif "take_in" in request.POST and not _may_open_all(request, read):
            form.add_error("text", NO_WORKER)
        elif "take_in" in request.POST:
            context |= _taken_in(request, read)
            done_with(request)
            context["form"] = ImportForm(initial={"text": read.aside})
            context["read"] = read
        else:
            context |= {"read": read, "text": text, "known": _known(read)}
            context["form"] = ImportForm(initial={"text": text})
    return render(request, "front_door/import.html", context)


def _text_of(form: ImportForm) -> str:
    """What was pasted, or the words of the file; the form says where the file is none of words."""
    file = form.cleaned_data.get("file")
    if file is None:
        return str(form.cleaned_data["text"])
    if file.size > LARGEST:
        form.add_error("file", "The file is larger than 1 MB: send it in parts")
        return ""
    sent = file.read()
    try:
        text = str(sent.decode("utf-8-sig"))
    except UnicodeDecodeError:
        text = ""
    if not text or "\0" in text:
        form.add_error("file", "This is no file of lines (CSV): save it as “CSV UTF-8” and choose it again")
        return ""
    return text


def _may_open_all(request: SignedIn, read: Read) -> bool:
    """Whether the viewer could open what they take in: a sensitive contact opens to workers who are named on it."""
    opens = request.viewer.worker_id or request.viewer.may("hold_sensitive")
    return bool(opens) or not any(one.told.intake["sensitive"] for one in read.ready)


def _taken_in(request: SignedIn, read: Read) -> dict[str, object]:
    worker = request.viewer.worker_id
    taken, before = [], 0
    for one in read.ready:
        arrived = Arrived(channel="import", at=one.received_at, key=KEY)
        intake, new = receive(
            told=one.told, arrived=arrived, open_to_ids=[worker] if worker else [], by=request.user, now=request.now
        )
        before += not new
        if intake is not None and new:
            taken.append((intake, _names(one)))
    return {"taken": taken, "before": before, "took": True}


def _known(read: Read) -> set[int]:
    """The first lines of contacts that were taken in before."""
    numbers = {one.told.acknowledgement(key=KEY): one for one in read.ready}
    there = Intake.objects.filter(acknowledgement__in=numbers).values_list("acknowledgement", flat=True)
    return {numbers[number].lines[0] for number in there}


def _names(one: Ready) -> str:
    return ", ".join(f"{child['forename']} {child['surname']}".strip() or "a child" for child in one.told.children)
