"""Puts the chronology into lines, and says beside any line of a timeline whether it is significant, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.urls import NoReverseMatch, reverse

from onechild.service.desk.children.frame import ChildFrame
from onechild.service.govuk.parts import Happening, Link
from onechild.service.record.queries.names import worker_names
from onechild.service.record.queries.timeline import Happened
from onechild.service.record.queries.work.chronology import Significant, chronology, marks_of
from onechild.service.record.queries.work.wording import said_of

OWN_PAGES = {"case_note": "note", "document": "document"}


def chronology_of(frame: ChildFrame, *, decisions_too: bool) -> list[Happening]:
    """This function will return the lines of the chronology, the oldest first."""
    found = chronology(frame.child.pk, today=frame.head.today, decisions_too=decisions_too)
    workers = worker_names(one.happened.worker_id for one in found)
    return [_line(frame, one, workers) for one in found]


def with_marks(frame: ChildFrame, found: Sequence[Happened], lines: Sequence[Happening]) -> list[Happening]:
    """This function will return the lines of a timeline, each with why it is significant or a link to mark it."""
    marks = marks_of(frame.child.pk, found)
    told = []
    for one, line in zip(found, lines, strict=True):
        mark = marks.get((one.what, one.row_key))
        why = mark.words if mark else one.detail.get("significance") or ""
        told.append(_marked(frame, one, line, why))
    return told


def own_page(child: str, happened: Happened) -> str:
    """The address of the page that a happening has of its own; empty where it has none."""
    name = OWN_PAGES.get(happened.what)
    try:
        return reverse(name, args=[child, happened.row_key]) if name else ""
    except NoReverseMatch:
        return ""


def _line(frame: ChildFrame, one: Significant, workers: Mapping[str, str]) -> Happening:
    line = said_of(one.happened, workers=workers, today=frame.head.today)
    by = f" ({one.marked_by}{_on(one.marked_on)})" if one.marked_by else ""
    return _marked(frame, one.happened, line, f"{one.why}{by}" if one.why else "")


def _marked(frame: ChildFrame, one: Happened, line: Happening, why: str) -> Happening:
    note = " ".join(
        part
        for part in (line.note, f"Significant: {why}{'' if why.endswith(('.', ')')) else '.'}" if why else "")
        if part
    )
    action = _mark_link(frame, one, line, marked=bool(why)) if frame.may_visit else None
    return replace(line, note=note, action=action, href=line.href or own_page(frame.child.la_child_id, one))


def _mark_link(frame: ChildFrame, one: Happened, line: Happening, *, marked: bool) -> Link:
    href = reverse("child-mark", args=[frame.child.la_child_id, one.what, one.row_key])
    return Link("Change the mark" if marked else "Mark as significant", href, hidden=line.title)


def _on(day: date | None) -> str:
    return f", {day.day} {day:%B %Y}" if day else ""
