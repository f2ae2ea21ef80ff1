"""The pages that say who is around a child: added after a search, corrected, ended, and how they are reached."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.journeys.people import actions
from onechild.service.journeys.people.finding import SOMEBODY_NEW, who_may_be
from onechild.service.journeys.people.forms import (
    ANSWERS,
    NOTED,
    AdultForm,
    ContactForm,
    EndContactForm,
    EndForm,
    NoteForm,
    RelationEditForm,
    RelationForm,
)
from onechild.service.journeys.people.queries import NO_NAME, Person, around, open_relationships
from onechild.service.record.actions.editing import Stale
from onechild.service.record.actions.work.people import NewAdult
from onechild.service.record.models import Adult, AdultContact, Child
from onechild.service.record.queries.names import heads

CLASH = 409
WHAT = "the people around the child"


def relation_new(request: SignedIn, la_child_id: str) -> HttpResponse:
    """Add somebody: the name is looked for first, and whoever may be meant is shown."""
    child = _to_edit(request, la_child_id)
    draft = draft_of(request, child=child)
    options: dict[str, Any] = {"today": request.today}
    form = RelationForm(request.POST, **options) if request.method == "POST" else filled(RelationForm, draft, **options)
    if request.method == "POST" and (answer := _add(request, child, form)):
        done_with(request, child=child)
        return answer
    context = {"form": form, "draft": draft, "title": "Who is around {name}?", "button": "Add this person"}
    return _page(request, child, context)


def relation_edit(request: SignedIn, la_child_id: str, relationship_id: str) -> HttpResponse:
    """Correct a relationship of ours; beside one that the case system keeps, note what is known."""
    child = _to_edit(request, la_child_id)
    person = _person(request, child, relationship_id)
    draft = draft_of(request, child=child)
    kind: Any = NoteForm if person.loaded else RelationEditForm
    noted = {name: getattr(person.note, name) for name in NOTED} if person.note else {}
    options: dict[str, Any] = {"today": request.today, "initial": noted}
    if not person.loaded:
        options["row"] = person.row
    form = kind(request.POST, **options) if request.method == "POST" else filled(kind, draft, **options)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            _change(request, person, form)
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            done_with(request, child=child)
            return _back(child, "noted" if person.loaded else "changed")
    title = f"{person.name or NO_NAME}, {person.relation_words[:1].lower()}{person.relation_words[1:]}"
    context = {"form": form, "draft": draft, "title": title, "button": "Save this", "person": person}
    return _page(request, child, context, status=status)


def relation_end(request: SignedIn, la_child_id: str, relationship_id: str) -> HttpResponse:
    """End a relationship of ours; one that the case system keeps is ended there."""
    child = _to_edit(request, la_child_id)
    person = _person(request, child, relationship_id)
    title = f"{person.name or NO_NAME} is no longer around {{name}}"
    if person.loaded or not person.now:
        context = {"title": title, "refused": person.loaded, "person": person}
        return _page(request, child, context, page="people/not_ours.html")
    options: dict[str, Any] = {"row": person.row, "today": request.today, "started_on": person.row.started_on}
    form, status = EndForm(request.POST or None, **options), 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.end(
                row=person.row,
                on=form.typed["ended_on"],
                words=form.cleaned_data["why"],
                seen_version=form.seen_version,
                by=request.user,
                today=request.today,
            )
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            return _back(child, "ended")
    return _page(request, child, {"form": form, "title": title, "button": "End this"}, status=status)


def contact_new(request: SignedIn, la_child_id: str, adult_id: str) -> HttpResponse:
    """Add an address, a number or an e-mail address of an adult around the child."""
    child = _to_edit(request, la_child_id)
    if not open_relationships(child, adult_id):
        raise Http404("There is no such adult around the child.")
    draft = draft_of(request, child=child)
    options: dict[str, Any] = {"today": request.today}
    form = ContactForm(request.POST, **options) if request.method == "POST" else filled(ContactForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        actions.add_contact(child=child, adult_id=adult_id, by=request.user, today=request.today, **form.columns())
        done_with(request, child=child)
        return _back(child, "contact")
    names = [one.name for one in around(child, today=request.today) if one.row.related_adult_id == adult_id]
    context = {"form": form, "draft": draft, "button": "Add this",
               "title": f"How is {names[0] or NO_NAME} reached?"}  # fmt: skip
    return _page(request, child, context)


def adult_edit(request: SignedIn, la_child_id: str, adult_id: str) -> HttpResponse:
    """Put right when an adult of ours was born, or say that they died; a loaded one is put right where it is kept."""
    child = _to_edit(request, la_child_id)
    row = Adult.objects.filter(pk=adult_id).first()
    if row is None or not open_relationships(child, adult_id):
        raise Http404("There is no such adult around the child.")
    person = next(one for one in around(child, today=request.today) if one.row.related_adult_id == adult_id)
    title = f"Dates of {person.name or NO_NAME}"
    if row.origin_id is not None:
        return _page(request, child, {"title": title, "adult": True, "person": person}, page="people/not_ours.html")
    form, status = AdultForm(request.POST or None, row=row, today=request.today), 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_adult(
                child=child,
                adult=row,
                typed=form.typed,
                seen_version=form.seen_version,
                by=request.user,
                today=request.today,
            )
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            return _back(child, "changed")
    return _page(request, child, {"form": form, "title": title, "button": "Save these dates"}, status=status)


def contact_end(request: SignedIn, la_child_id: str, contact_id: str) -> HttpResponse:
    """Say that an adult is no longer reached there."""
    child = _to_edit(request, la_child_id)
    row = AdultContact.objects.filter(pk=contact_id, ended_on__isnull=True).first()
    if row is None or not open_relationships(child, row.adult_id):
        raise Http404("There is no such address or number.")
    form, status = EndContactForm(request.POST or None, row=row, today=request.today), 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_contact(
                child=child,
                contact=row,
                on=form.typed["ended_on"],
                seen_version=form.seen_version,
                by=request.user,
                today=request.today,
            )
        except Stale as stale:
            form, status = form.after(stale), CLASH
        else:
            return _back(child, "contact_ended")
    context = {"form": form, "title": f"End: {row.value}", "button": "End this"}
    return _page(request, child, context, status=status)


def _to_edit(request: SignedIn, la_child_id: str) -> Child:
    child = open_child(request, la_child_id, what=WHAT)
    check(request.viewer, "edit_child")
    return child


def _person(request: SignedIn, child: Child, relationship_id: str) -> Person:
    found = next((one for one in around(child, today=request.today) if one.row.pk == relationship_id), None)
    if found is None or found.hidden:
        raise Http404("There is no such relationship.")
    return found


def _add(request: SignedIn, child: Child, form: RelationForm) -> HttpResponse | None:
    """Add who was chosen; nothing where it must first be said who is meant."""
    form.offer(_found(request, child, form))
    if not form.is_valid():
        return None
    typed, chosen = form.cleaned_data, form.cleaned_data["person"]
    a_child = typed["kind"] == "child"
    if a_child and not form.likely:
        form.add_error(
            "kind", "No such child is found. A child’s record is made when a contact about them is taken in."
        )
        return None
    if not chosen and form.likely:
        form.add_error("person", "Say whether it is one of these")
        return None
    new = not a_child and chosen in ("", SOMEBODY_NEW)
    try:
        actions.add(
            child=child,
            relation=typed["relation"],
            adult_id=None if a_child or new else chosen,
            somebody_new=_new(typed) if new else None,
            other=Child.objects.filter(pk=chosen).first() if a_child else None,
            parental_responsibility=ANSWERS[typed["parental_responsibility"]],
            same_household=ANSWERS[typed["same_household"]],
            started_on=typed["started_on"],
            noted=form.noted(),
            together=a_child and typed["together"],
            by=request.user,
            today=request.today,
        )
    except actions.Already:
        form.add_error("relation", "This stands on the record already, and has not ended")
        return None
    return _back(child, "added")


def _found(request: SignedIn, child: Child, form: RelationForm) -> Any:
    """Who may be meant by what was typed, told to the access log."""
    typed = RelationForm.base_fields["born_on"]
    raw = [request.POST.get(f"born_on_{box}", "") for box in ("day", "month", "year")]
    try:
        born_on = typed.clean(raw)
    except ValidationError:
        born_on = None
    found = who_may_be(
        child=child,
        forename=request.POST.get("forename", "")[:200],
        surname=request.POST.get("surname", "")[:200],
        born_on=born_on,
        a_child=request.POST.get("kind") == "child",
        today=request.today,
    )
    request.seen({key for one in found for key in one.child_ids}, what="who may be a person around the child")
    return found


def _new(typed: dict[str, Any]) -> NewAdult:
    return NewAdult(
        forename=typed["forename"], surname=typed["surname"], born_on=typed["born_on"], sex=typed["sex"] or None
    )


def _change(request: SignedIn, person: Person, form: Any) -> None:
    by: dict[str, Any] = {"row": person.row, "by": request.user, "today": request.today}
    if person.loaded:
        actions.note(noted=form.noted(), **by)
    else:
        actions.change(typed=form.columns(), noted=form.noted(), seen_version=form.seen_version, **by)


def _page(
    request: SignedIn, child: Child, context: dict[str, Any], *, page: str = "people/form.html", status: int = 200
) -> HttpResponse:
    head = heads([child.pk], today=request.today)[child.pk]
    title = context["title"].replace("{name}", head.first_name)
    return render(request, page, {**context, "title": title, "child": child, "head": head}, status=status)


def _back(child: Child, said: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('people', args=[child.la_child_id])}?saved={said}")
