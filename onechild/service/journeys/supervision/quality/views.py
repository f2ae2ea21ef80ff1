"""The pages of readings: what is drawn and waits, what was found, and one supervision read against the rubric."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onechild.service.access.entering import enter, leave
from onechild.service.access.gate import open_child
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, Viewer, needs
from onechild.service.govuk.parts import Cell, Column, Fact, Table, Tag
from onechild.service.govuk.words import date_only
from onechild.service.journeys.supervision.quality import actions
from onechild.service.journeys.supervision.quality.drawing import DRAWN, draw, each_month
from onechild.service.journeys.supervision.quality.forms import AnswerForm, ReadForm
from onechild.service.journeys.supervision.quality.rubric import ANSWERS, LINES, SHORT
from onechild.service.journeys.supervision.reading import given_in
from onechild.service.journeys.supervision.views.asking import Page, form_page
from onechild.service.record.models import SupervisionReading
from onechild.service.record.queries.names import NO_WORKER_NAME, Head, heads, worker_names

READS = ("audit_work", "approve_work")
SAID = dict(ANSWERS)


@needs(*READS, "supervise", "set_standards")
def readings(request: SignedIn) -> HttpResponse:
    """What is drawn and waits, what was read; and, for auditors and the director alone, how each supervisor's read."""
    rows = list(SupervisionReading.objects.select_related("note").order_by("-happened_on", "pk"))
    mine = request.viewer.worker_id
    opens = any(map(request.viewer.may, READS))
    rows = rows if opens or may_compare(request.viewer) else [row for row in rows if row.note.supervisor_id == mine]
    named = heads({row.child_id for row in rows}, today=request.today)
    rows = [row for row in rows if row.child_id in named]
    request.seen(named, what="readings of supervisions", kind="list")
    names = worker_names(row.note.supervisor_id for row in rows)
    waiting = [row for row in rows if row.read_on is None and not actions.had_a_part(row, worker_id=mine)]
    read = [row for row in rows if row.read_on and (may_compare(request.viewer) or row.note.supervisor_id == mine)]
    context = {
        "waiting": _table("To read", waiting, named, names, request.today),
        "waits": len(waiting),
        "read": _table("Read", read, named, names, request.today),
        "count": len(read),
        "lines": _by_line(read) if may_compare(request.viewer) else None,
        "supervisors": _by_supervisor(read, names) if may_compare(request.viewer) else None,
        "each_month": each_month(request.today),
        "may_draw": request.viewer.sees_all and request.viewer.may("audit_work"),
    }
    return render(request, "supervision/readings.html", context)


@require_POST
@needs("audit_work")
def draw_now(request: SignedIn) -> HttpResponse:
    """Draw last month's sample where the timetable has not: it is the same one."""
    if not request.viewer.sees_all:
        raise NotAllowed("A sample is drawn from every supervision, by somebody who may see all children.")
    # As the timetable does, which sees restricted records too: else this would be another sample.
    leave()
    draw(today=request.today, by=request.user)
    enter(request.user, now=request.now)
    return HttpResponseRedirect(reverse("supervision-readings"))


def reading(request: SignedIn, la_child_id: str, reading_id: str) -> HttpResponse:
    """Read one supervision against the rubric; see what was found; or answer it, as whoever supervised."""
    child = open_child(request, la_child_id, what="a supervision about the child, to be read")
    row = SupervisionReading.objects.select_related("note", "note__session").filter(pk=reading_id, child=child).first()
    if row is None:
        raise Http404("There is no such reading.")
    viewer, mine = request.viewer, request.viewer.worker_id
    supervised = bool(mine) and row.note.supervisor_id == mine
    part = actions.had_a_part(row, worker_id=mine)
    reads = any(map(viewer.may, READS)) and not part
    if not (reads or supervised or may_compare(viewer)):
        raise NotAllowed("It is read by an auditor or a manager who was no part of it.", READS)
    if row.read_on and not supervised and not may_compare(viewer) and row.reader_name != viewer.name:
        raise NotAllowed("What was found is for whoever supervised, auditors and the director.", ("audit_work",))
    head = heads([child.pk], today=request.today)[child.pk]
    names = worker_names([row.note.supervisor_id, row.note.worker_id])
    given = given_in([row.note.supervision_id], today=request.today).get(row.note.supervision_id or "", [])
    more = {
        "reading": row,
        "note": row.note,
        "head": head,
        "given": given,
        "supervisor": names.get(row.note.supervisor_id or "", NO_WORKER_NAME),
        "worker": names.get(row.note.worker_id, NO_WORKER_NAME),
        "found": [Fact(name=LINES[key], value=SAID.get(row.answers.get(key, ""), "")) for key in LINES],
        "had_a_part": part,
        "drawn": _how_drawn(row),
    }
    page = Page(
        back=reverse("supervision-readings"),
        back_words="Supervisions read",
        title="Read a supervision" if row.read_on is None else "A supervision that was read",
        button="Record this reading" if row.read_on is None else "Record your answer",
        template="supervision/reading.html",
        more=more,
    )
    if row.read_on is None and reads:
        return form_page(request, ReadForm, page, act=lambda form: _read(request, row, form), child=child)
    if row.read_on and supervised and not row.answered_on:
        return form_page(request, AnswerForm, page, act=lambda form: _answer(request, row, form), child=child)
    return render(request, page.template, {"page": page, **more})


def may_compare(viewer: Viewer) -> bool:
    """Whether the viewer may see how each supervisor's supervisions read: auditors and the director alone."""
    return viewer.may("audit_work") or any(held.role == "director" for held in viewer.roles)


def _how_drawn(row: SupervisionReading) -> list[Fact]:
    """What anybody needs to draw it again; nothing for one that was drawn before this was kept."""
    how = row.answers.get(DRAWN)
    if not how:
        return []
    return [
        Fact(name="Drawn for", value=f"{date.fromisoformat(row.drawn_for + '-01'):%B %Y}"),
        Fact(name="Seed", value=str(how["seed"])),
        Fact(name="Drawn", value=f"{how['taken']} of {how['of']} notes signed in that month"),
        Fact(name="Fingerprint of those notes’ keys", value=str(how["fingerprint"])),
    ]


def _read(request: SignedIn, row: SupervisionReading, form: ReadForm) -> str:
    actions.read(
        reading=row,
        answers=form.answers(),
        strength=form.cleaned_data["strength"],
        words=form.cleaned_data["better"],
        by=request.user,
        by_worker_id=request.viewer.worker_id,
        today=request.today,
    )
    return reverse("supervision-readings")


def _answer(request: SignedIn, row: SupervisionReading, form: AnswerForm) -> str:
    actions.answer(
        reading=row,
        words=form.cleaned_data["said"],
        by=request.user,
        by_worker_id=request.viewer.worker_id,
        today=request.today,
    )
    return request.path


def _table(
    label: str, rows: Sequence[SupervisionReading], named: dict[str, Head], names: dict[str, str], today: date
) -> Table:
    return Table(
        label=label,
        columns=[Column("Child"), Column("Supervision"), Column("Supervisor"), Column("Drawn for"), Column("Reading")],
        rows=[_row(row, named[row.child_id], names, today) for row in rows],
        empty="No supervision waits to be read." if label == "To read" else "None was read yet.",
    )


def _row(row: SupervisionReading, head: Head, names: dict[str, str], today: date) -> list[object]:
    page = reverse("supervision-reading", args=[head.la_child_id, row.pk])
    if row.read_on is None:
        late = Tag("Late", "late") if row.due_on and row.due_on < today else None
        by_when = f"Read it by {date_only(row.due_on, today)}" if row.due_on else "Read it"
        said = Cell(text=by_when, href=page, hidden=f": {head.name}", tag=late)
    else:
        yes = sum(row.answers.get(key) == "yes" for key in LINES)
        note = f"{row.reader_name}, {date_only(row.read_on, today)}" + ("" if row.answered_on else "; no answer yet")
        said = Cell(text=f"{yes} of {len(LINES)} yes", href=page, hidden=f": {head.name}", note=note)
    return [
        head.name,
        date_only(row.note.happened_on, today),
        names.get(row.note.supervisor_id or "", NO_WORKER_NAME),
        f"{date.fromisoformat(row.drawn_for + '-01'):%B %Y}",
        said,
    ]


def _by_line(read: Sequence[SupervisionReading]) -> Table:
    return Table(
        label="By line of the rubric",
        columns=[Column("Line"), *(Column(words, number=True) for _, words in ANSWERS)],
        rows=[
            [SHORT[key], *(sum(row.answers.get(key) == answer for row in read) for answer, _ in ANSWERS)]
            for key in SHORT
        ],
        kind="tight",
    )


def _by_supervisor(read: Sequence[SupervisionReading], names: dict[str, str]) -> Table:
    ids = sorted({row.note.supervisor_id or "" for row in read}, key=lambda key: names.get(key, key))
    theirs = {key: [row for row in read if (row.note.supervisor_id or "") == key] for key in ids}
    return Table(
        label="By supervisor",
        columns=[
            Column("Supervisor"),
            Column("Read", number=True),
            *(Column(SHORT[key], number=True) for key in SHORT),
        ],
        rows=[
            [
                names.get(key, NO_WORKER_NAME),
                len(rows),
                *(f"{sum(row.answers.get(line) == 'yes' for row in rows)} of {len(rows)}" for line in SHORT),
            ]
            for key, rows in theirs.items()
        ],
        kind="scroll",
    )
