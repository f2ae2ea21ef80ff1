"""The page that says what recording costs."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.viewer import Request, needs
from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.journeys.burden.queries import FEWEST, Burden, Form, Month, burden

COLUMNS = (
    Column(text="Form"),
    Column(text="Month"),
    Column(text="Sent", number=True),
    Column(text="Half within", number=True),
    Column(text="Quarter over", number=True),
    Column(text="Half, before", number=True),
)


@needs("see_figures")
def show(request: Request) -> HttpResponse:
    """Show what each form costs, what nobody answers and what is asked twice."""
    found = burden(today=request.today)
    return render(
        request, "burden/burden.html", {"burden": found, "table": _table(found), "fewest": FEWEST, **_said(found)}
    )


def _table(found: Burden) -> Table:
    rows = [_row(form) for form in found.forms]
    empty = "No form was sent often enough yet to say anything."
    return Table(label="Time that forms take", columns=COLUMNS, rows=rows, kind="stack", empty=empty)


def _row(form: Form) -> list[object]:
    latest, before = form.latest, form.months[1] if len(form.months) > 1 else None
    return [
        Cell(text=said(form.form), strong=True),
        f"{latest.month:%B %Y}",
        latest.sent,
        _took(latest, "median"),
        _took(latest, "upper"),
        _took(before, "median") if before else "not known",
    ]


def _took(month: Month, which: str) -> str:
    seconds = getattr(month, which)
    if seconds is None:
        return "not known"
    return f"{round(seconds)} seconds" if seconds < 90 else f"{seconds / 60:.0f} min"


def _said(found: Burden) -> dict[str, object]:
    return {
        "unanswered": [
            (said(form.form), question.replace("_", " "), given, of)
            for form in found.forms
            for question, given, of in form.unanswered
        ],
        "twice": [(one.question.replace("_", " "), [said(form) for form in one.forms]) for one in found.twice],
    }


def said(form: str) -> str:
    """ "Visit" of "visit-new": the form in words, as My drafts says it."""
    words = form.replace("-", " ").removesuffix(" new")
    return words[:1].upper() + words[1:]
