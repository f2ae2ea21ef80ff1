"""The register of disclosures, the rectification notes, and the impact assessment."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpResponse
from django.shortcuts import redirect, render

from onechild.service.access.viewer import Request, needs
from onechild.service.govuk.listing import page_asked
from onechild.service.journeys.information_rights.actions import entries as actions
from onechild.service.journeys.information_rights.finding import child_named
from onechild.service.journeys.information_rights.forms import DisclosureForm, NoteForm
from onechild.service.journeys.information_rights.models import BASES, Disclosure, Rectification
from onechild.service.journeys.information_rights.ways import frame

ASSESSMENT = Path(__file__).resolve().parent.parent / "impact_assessment.md"


@needs("information_rights")
def disclosures(request: Request) -> HttpResponse:
    """List what was told to whom, newest first, and sign a new entry."""
    form = DisclosureForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _disclose(request, form):
        return redirect("rights-disclosures")
    page = page_asked(request.GET, Disclosure.objects.select_related("child", "signed_by").order_by("-signed_at"))
    request.seen([one.child_id for one in page], what="register of disclosures", kind="list")
    entries = [(one, BASES.get(one.basis, one.basis)) for one in page]
    given = {"form": form, "page": page, "entries": entries} | frame("rights-disclosures")
    return render(request, "information_rights/disclosures.html", given)


@needs("information_rights")
def notes(request: Request) -> HttpResponse:
    """List rectification notes, newest first, and put one beside a record."""
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _note(request, form):
        return redirect("rights-notes")
    page = page_asked(request.GET, Rectification.objects.select_related("child").order_by("-noted_at"))
    request.seen([one.child_id for one in page], what="rectification notes", kind="list")
    return render(request, "information_rights/notes.html", {"form": form, "page": page} | frame("rights-notes"))


@needs("information_rights")
def impact_assessment(request: Request) -> HttpResponse:
    """Show the data protection impact assessment."""
    parts = [part.strip() for part in ASSESSMENT.read_text(encoding="utf-8").split("\n## ")]
    sections = [(title, _paragraphs(body)) for title, _line, body in (part.partition("\n") for part in parts[1:])]
    given = {"lead": _paragraphs(parts[0].partition("\n")[2]), "sections": sections} | frame("rights-impact")
    return render(request, "information_rights/impact_assessment.html", given)


def _paragraphs(text: str) -> list[tuple[str, list[str]]]:
    """Each paragraph as words, or as the items of a list."""
    found = []
    for part in text.strip().split("\n\n"):
        lines = part.splitlines()
        if lines and lines[0].startswith("- "):
            found.append(("", [one.strip() for one in part.removeprefix("- ").replace("\n  ", " ").split("\n- ")]))
        else:
            found.append((" ".join(lines), []))
    return found


def _disclose(request: Request, form: DisclosureForm) -> bool:
    child = child_named(request, form, what="a disclosure")
    if child is None:
        return False
    given = {name: value for name, value in form.cleaned_data.items() if name != "child"}
    actions.disclose(child=child, **given, by=request.viewer.user, at=request.now)  # type: ignore[arg-type]
    return True


def _note(request: Request, form: NoteForm) -> bool:
    child = child_named(request, form, what="a rectification note")
    if child is None:
        return False
    given = {name: value for name, value in form.cleaned_data.items() if name != "child"}
    actions.note(child=child, **given, by=request.viewer.user, at=request.now)  # type: ignore[arg-type]
    return True
