"""What could not be read: the list, one of them mended or left, all alike mended at once."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.service.access.viewer import Request, needs
from onechild.service.exchange.mending import acting
from onechild.service.exchange.mending.asking import AS, RowForm, ValueForm, mendable, row_as_it_stood
from onechild.service.exchange.mending.finding import alike as alike_to
from onechild.service.exchange.mending.finding import belonging, hidden, waiting
from onechild.service.exchange.models import AsideDecision
from onechild.service.exchange.pages.data_in import words_of
from onechild.service.exchange.pages.forms import ReasonForm
from onechild.service.exchange.pages.ways import tabs
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Fact, Table
from onechild.service.record.models import QuarantineRow
from onechild.service.record.queries.names import heads

FILTERS = {"file": "File", "table_name": "Table", "reason": "Reason"}
MOST_CHOICES = 100


@needs("mend_quarantine")
def quarantine(request: Request) -> HttpResponse:
    """List what waits, filtered and a page at a time, and what was decided last."""
    some = _filtered(request)
    page = page_asked(request.GET, some)
    shown = list(page)
    secret, rows = hidden(shown), belonging(shown)
    request.seen([one.child_id for one in rows.values() if one.child_id], what="what could not be read", kind="list")
    table = Table(
        label="What could not be read",
        columns=[Column("File"), Column("Place"), Column("Table"), Column("Column"), Column("Value"), Column("Reason"),
                 Column("")],
        rows=[_line(one, one.pk in secret) for one in shown],
        empty="Nothing waits to be mended. What a load can’t read will be listed here.",
    )  # fmt: skip
    decided = AsideDecision.objects.all()[:10]
    given = {
        "page": page, "table": table, "filters": _filters(request), "decided": decided,
        "tabs": tabs(request.viewer, "quarantine"), "done": request.GET.get("done"), "left": request.GET.get("left"),
    }  # fmt: skip
    return render(request, "exchange/quarantine.html", given)


@needs("mend_quarantine")
def mend(request: Request, quarantine_id: str) -> HttpResponse:
    """Show one, take in what was mended, or leave it with a reason."""
    aside = _one(quarantine_id)
    form, leaving = None, ReasonForm(prefix="leave")
    if mendable(aside):
        form = _form(request, aside)
    if request.method == "POST":
        if "leave" in request.POST:
            leaving = ReasonForm(request.POST, prefix="leave")
            done = leaving.is_valid() and _left(request, aside, leaving)
        else:
            done = form is not None and form.is_bound and form.is_valid() and _mended(request, aside, form)
        if done:
            return redirect("quarantine")
    return render(request, "exchange/mend.html", _given(request, aside, form, leaving))


@require_POST
@needs("mend_quarantine")
def alike(request: Request) -> HttpResponse:
    """Mend every value that waits for the same reason in the same column."""
    aside = _one(str(request.POST.get("quarantine_id", "")))
    form = _form(request, aside)
    if aside.row_refused or not mendable(aside) or not (form.is_bound and form.is_valid()):
        return render(request, "exchange/mend.html", _given(request, aside, form, ReasonForm(prefix="leave")))
    done, left = acting.mend_alike(aside=aside, given=form.given(), by=request.viewer.user, now=request.now)  # type: ignore[arg-type]
    return redirect(f"{reverse('quarantine')}?{urlencode({'done': done, 'left': left})}")


def _filtered(request: Request) -> QuerySet[QuarantineRow]:
    asked = {name: request.GET[name] for name in FILTERS if request.GET.get(name)}
    return waiting().filter(**asked)


def _filters(request: Request) -> list[dict[str, Any]]:
    """The choices of each filter, with how many wait."""
    found = []
    for name, label in FILTERS.items():
        counts = waiting().order_by().values_list(name).annotate(n=Count("pk")).order_by("-n", name)[:MOST_CHOICES]
        choices = [
            {"value": value, "text": f"{words_of(value) if name == 'table_name' else value} ({n})"}
            for value, n in counts
            if value
        ]
        found.append({"name": name, "label": label, "choices": choices, "chosen": request.GET.get(name, "")})
    return found


def _line(one: QuarantineRow, secret: bool) -> list[object]:
    value = "Not shown: the record is restricted" if secret else one.value
    if value is None:
        value = "Nothing stands there" if not one.row_refused else "The whole row"
    place = f"{one.place}{', the whole row was refused' if one.row_refused else ''}"
    do = Cell() if secret else Cell(text="Mend or leave", href=reverse("quarantine-mend", args=[one.pk]), hidden=place)
    return [one.file, place, words_of(one.table_name or ""), one.column_name or "", value, one.reason, do]


def _one(quarantine_id: str) -> QuarantineRow:
    aside = waiting().filter(pk=quarantine_id).first()
    if aside is None or hidden([aside]):
        raise Http404("Nothing here waits to be mended.")
    return aside


def _form(request: Request, aside: QuarantineRow) -> Any:
    sent = request.POST if request.method == "POST" and "leave" not in request.POST else None
    if aside.row_refused:
        return RowForm(sent, aside=aside)
    chosen = str(sent.get(AS, "")) if sent else ""
    if sent and chosen and not any(name == chosen or name.startswith(f"{chosen}_") for name in sent):
        return ValueForm(None, aside=aside, initial={AS: chosen})  # the column was chosen: now its value is asked for
    return ValueForm(sent, aside=aside)


def _mended(request: Request, aside: QuarantineRow, form: Any) -> bool:
    try:
        acting.mend(aside=aside, given=form.given(), by=request.viewer.user, now=request.now)  # type: ignore[arg-type]
    except acting.CannotMend as refused:
        form.add_error(None, str(refused).capitalize())
        return False
    return True


def _left(request: Request, aside: QuarantineRow, form: ReasonForm) -> bool:
    try:
        acting.leave(aside=aside, reason=form.cleaned_data["reason"], by=request.viewer.user, now=request.now)  # type: ignore[arg-type]
    except acting.CannotMend as refused:
        form.add_error(None, str(refused).capitalize())
        return False
    return True


def _given(request: Request, aside: QuarantineRow, form: Any, leaving: ReasonForm) -> dict[str, Any]:
    found = belonging([aside]).get(aside.pk)
    head = heads([found.child_id], today=request.today).get(found.child_id) if found and found.child_id else None
    request.seen([head.child_id] if head else [], what="a value that could not be read")
    facts = [
        Fact(name="File", value=aside.file), Fact(name="Place", value=aside.place),
        Fact(name="Table", value=words_of(aside.table_name or "not known")),
        Fact(name="Column", value=aside.column_name or "the whole row"),
        Fact(name="Value", value=aside.value or "nothing stands there"), Fact(name="Why", value=aside.reason),
    ]  # fmt: skip
    if head:
        facts.append(Fact(name="Child", value=f"{head.name} ({head.la_child_id})"))
    return {
        "aside": aside, "form": form, "leaving": leaving, "facts": facts, "stood": row_as_it_stood(aside),
        "alike": 0 if aside.row_refused else alike_to(aside).count(), "tabs": tabs(request.viewer, "quarantine"),
    }  # fmt: skip
