"""The tables of the ledger: promises by their day, and children by how far what was promised for them has slipped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.urls import NoReverseMatch, reverse

from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.govuk.words import date_only
from onechild.service.journeys.promises.keeping.reading import days_words, tags_of, whereabouts
from onechild.service.record.queries.names import Head
from onechild.service.record.queries.promises import Drift, Promise

NO_DAY = "No day is set"


# Where an action of a plan is marked done: pages of other journeys, which may not be there.
_PLAN_PAGES = {"need": "need-plan-done", "protection": "protection-action-done"}


def page_of(one: Promise, la_child_id: str) -> str:
    """This function will return where a promise is read and kept: its own page, or that of the plan it stands in."""
    if one.kind == "direction":
        return reverse("promise", args=[la_child_id, one.key])
    try:
        if one.state == "open" and one.plan_kind in _PLAN_PAGES:
            return reverse(_PLAN_PAGES[one.plan_kind], args=[la_child_id, one.plan_id, one.key])
        return reverse("child-plans", args=[la_child_id])
    except NoReverseMatch:
        return reverse("child", args=[la_child_id])


def promises_table(
    rows: Iterable[Promise], named: Mapping[str, Head], *, today: date, label: str, empty: str, owner: bool = True
) -> Table:
    """This function will return promises as lines; children whom the viewer may not see are left out."""
    columns = [Column("What must be done"), Column("Child"), Column("By when"), Column("Given in")]
    if owner:
        columns.insert(2, Column("Who does it"))
    return Table(
        label=label,
        columns=columns,
        rows=[_line(one, named[one.child_id], today=today, owner=owner) for one in rows if one.child_id in named],
        empty=empty,
    )


def childs_table(rows: Sequence[Promise], *, la_child_id: str, today: date, label: str, empty: str) -> Table:
    """This function will return a child's promises, open or settled."""
    columns = [Column("What must be done"), Column("Who does it"), Column("By when"), Column("Given in")]
    return Table(
        label=label,
        columns=columns,
        rows=[[_what(one, la_child_id), _who(one), _when(one, today=today), _given(one, today=today)] for one in rows],
        empty=empty,
    )


def drift_table(found: Sequence[tuple[Head, Drift]], *, today: date) -> Table:
    """This function will return children by how far things have slipped: plain counts side by side."""
    return Table(
        label="How far what was promised has slipped, child by child",
        columns=[
            Column("Child"),
            Column("Late now", number=True),
            Column("Days late", number=True),
            Column("Day moved", number=True),
            Column("Kept in time"),
            Column("Oldest open"),
        ],
        rows=[
            [
                Cell(text=head.name, href=reverse("child-promises", args=[head.la_child_id])),
                one.late,
                one.days_late,
                one.moved,
                kept_words(one),
                date_only(one.oldest_on, today) if one.oldest_on else "",
            ]
            for head, one in found
        ],
        empty="Nothing is open.",
    )


def kept_words(one: Drift) -> str:
    """ "6 of 8"; that none was due where none was."""
    return f"{one.kept_in_time} of {one.kept}" if one.kept else "None kept yet"


def _line(one: Promise, head: Head, *, today: date, owner: bool) -> list[object]:
    who = [_who(one)] if owner else []
    child = Cell(
        text=head.name, href=reverse("child-promises", args=[head.la_child_id]), note="" if owner else whereabouts(one)
    )
    return [_what(one, head.la_child_id), child, *who, _when(one, today=today), _given(one, today=today)]


def _what(one: Promise, la_child_id: str) -> Cell:
    return Cell(text=one.words or "Words not recorded", href=page_of(one, la_child_id))


def _who(one: Promise) -> Cell:
    return Cell(text=one.owner or "Nobody is named", note=whereabouts(one))


def _when(one: Promise, *, today: date) -> Cell:
    on = date_only(one.due_on, today) if one.due_on else NO_DAY
    if one.state != "open":
        settled = one.done_on or one.withdrawn_on
        return Cell(text=on, note=f"{one.state.capitalize()} {date_only(settled, today)}" if settled else "")
    if one.late(today):
        return Cell(text=on, tag=tags_of(one, today=today)[0], note="Disputed" if one.disputed_on else "")
    return Cell(text=on, note="Disputed: waits for an answer" if one.disputed_on else "")


def _given(one: Promise, *, today: date) -> Cell:
    on = date_only(one.given_on, today) if one.given_on else ""
    return Cell(text=one.source_words, note=", ".join(part for part in (on, one.given_by) if part))


__all__ = ["childs_table", "days_words", "drift_table", "kept_words", "page_of", "promises_table"]
