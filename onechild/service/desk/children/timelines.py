"""The whole timeline with its filter, and the decisions with management's footprints beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import cached_property

from onechild.service.desk.children.chronology.lines import with_marks
from onechild.service.desk.children.forms import TimelineFilter
from onechild.service.desk.children.frame import ChildFrame
from onechild.service.govuk.parts import Cell, Column, Fact, Table, Tag
from onechild.service.govuk.words import date_only
from onechild.service.record.models import Decision
from onechild.service.record.queries.decisions import WITH_A_REASON, decisions, footprints
from onechild.service.record.queries.names import worker_names
from onechild.service.record.queries.timeline import Happened, Happenings, timeline
from onechild.service.record.queries.work.chronology import chronology
from onechild.service.record.queries.work.wording import said_of, words_of

A_PAGE = 50


class Counted(Paginator):  # type: ignore[type-arg]
    """Pages of a list of which the database counted the whole and read one page."""

    def __init__(self, items: list[Happened], total: int) -> None:
        super().__init__(items, A_PAGE)
        self.total = total

    @cached_property
    def count(self) -> int:
        """How many there are in all."""
        return self.total


def timeline_of(frame: ChildFrame, asked: QueryDict) -> dict[str, Any]:
    """This function will return a page of the timeline, or with `all=yes` the whole, as the filter in `asked` says."""
    form = TimelineFilter(asked)
    wanted = form.cleaned_data if form.is_valid() else {}
    whole = asked.get("all") == "yes"
    number = max(int(asked.get("page", "")), 1) if asked.get("page", "").isdecimal() else 1
    limits: dict[str, Any] = {} if whole else {"many": A_PAGE, "after": (number - 1) * A_PAGE}
    today = frame.head.today
    narrowed: dict[str, Any] = {"parts": wanted.get("part") or ()}
    narrowed |= {"since": wanted.get("since"), "until": wanted.get("until")}
    if wanted.get("significant"):
        found = _significant(frame, **narrowed)
    else:
        found = timeline(frame.child.pk, today=today, **narrowed, **limits)
    workers = worker_names(one.worker_id for one in found.items)
    page: Page[Happened] | None = None
    if not whole and len(found.items) < found.total:
        page = Page(found.items, number, Counted(found.items, found.total))
    return {
        "form": form,
        "happenings": with_marks(
            frame, found.items, [said_of(one, workers=workers, today=today) for one in found.items]
        ),
        "total": found.total,
        "page": page,
        "whole": whole,
        "filtered": any(wanted.values()),
        "whole_href": f"?{urlencode([*_asked(asked), ('all', 'yes')])}",
    }


def _significant(frame: ChildFrame, *, parts: Collection[str], since: date | None, until: date | None) -> Happenings:
    """What is marked as significant, the newest first, in these parts and between these days."""
    rows = [one.happened for one in chronology(frame.child.pk, today=frame.head.today)]
    kept = [
        one
        for one in reversed(rows)
        if (not parts or one.part in parts) and (not since or one.on >= since) and (not until or one.on <= until)
    ]
    return Happenings(kept, len(kept))


def _asked(asked: QueryDict) -> list[tuple[str, str]]:
    """The filter as it stands in the address, without the page."""
    return [(name, value) for name, values in asked.lists() for value in values if name not in ("page", "all")]


def decisions_of(frame: ChildFrame) -> dict[str, Any]:
    """This function will return every decision as a table, and every footprint of management as a timeline."""
    today = frame.head.today
    decided = decisions(frame.child.pk, today=today)
    managed = footprints(frame.child.pk, today=today)
    named = [one.detail.get("screened_by") for one in decided.items]
    workers = worker_names([one.worker_id for one in (*decided.items, *managed.items)] + named)
    return {
        "decisions": _table(decided.items, workers, today),
        "count": decided.total,
        "footprints": [said_of(one, workers=workers, today=today) for one in managed.items],
        "footprint_count": managed.total,
        "registered": _registered(frame.child.pk, today),
    }


def decision_facts(items: Iterable[Happened], *, workers: Mapping[str, str], today: date) -> list[Fact]:
    """This function will return decisions as a short list: what, when, who and why."""
    found = []
    for one in items:
        title, words = words_of(one, workers=workers, today=today)
        missing = Tag("No reason recorded", "missing") if _unreasoned(one) else None
        found.append(Fact(value=title, note=f"{date_only(one.on, today)}. {words}".strip(), tag=missing))
    return found


def _registered(child_id: str, today: date) -> Table:
    """The decisions in the register, each leading to its page with what was seen, the challenge and what came of it."""
    found = Decision.objects.filter(child_id=child_id).order_by("-decided_at", "-pk")
    return Table(
        label="In the register",
        columns=[Column("When"), Column("What was decided"), Column("Who"), Column("Why")],
        rows=[
            [
                Cell(
                    text=date_only(one.happened_on, today),
                    href=reverse("decision", args=[one.pk]),
                    hidden=one.outcome_words,
                ),
                Cell(text=one.outcome_words, note=one.get_kind_display()),
                one.decided_by_name,
                one.reason,
            ]
            for one in found
        ],
    )


def _table(items: list[Happened], workers: Mapping[str, str], today: date) -> Table:
    return Table(
        label="Decisions",
        heading="decisions",
        columns=[Column("When"), Column("What was decided"), Column("Who"), Column("Options"), Column("Why")],
        rows=[_row(one, workers, today) for one in items],
        empty="No decision is recorded. Each would be here with who decided, and why.",
    )


def _row(one: Happened, workers: Mapping[str, str], today: date) -> list[object]:
    plain = Happened(**{**one.__dict__, "detail": _without_reason(one.detail), "worker_id": None})
    title, words = words_of(plain, workers=workers, today=today)
    who = workers.get(one.worker_id or "", "")
    screened = workers.get(one.detail.get("screened_by") or "", "")
    why: object = one.detail.get("reason") or ""
    if _unreasoned(one):
        why = Tag("No reason recorded", "missing")
    explained = _explained(one, today)
    return [
        date_only(one.on, today),
        Cell(text=title, note=" ".join(part for part in (words, explained) if part)),
        _who(one, who, screened),
        one.detail.get("options") or "",
        why,
    ]


def _who(one: Happened, who: str, screened: str) -> Cell:
    """Who decided; an outcome is of something that has its own row, with who decided that."""
    if not who and one.what != "outcome":
        return Cell(tag=Tag("Not recorded", "missing"))
    return Cell(text=who, note=f"screened by {screened}" if screened else "")


def _explained(one: Happened, today: date) -> str:
    if one.what != "decision_explained":
        return ""
    on = one.detail.get("explained")
    return (
        f"Explained to the child on {date_only(date.fromisoformat(on), today)}."
        if on
        else "Not yet explained to the child."
    )


def _without_reason(detail: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in detail.items() if name not in ("reason", "options", "explained")}


def _unreasoned(one: Happened) -> bool:
    return one.what in WITH_A_REASON and not one.detail.get("reason")
