"""One page of what a search found, as rows of a table: only the people on this page are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from onechild.service.access.viewer import Viewer
from onechild.service.desk.duties import Children, children_of
from onechild.service.desk.links import child_page, worker_page
from onechild.service.desk.listing import tags_cell
from onechild.service.govuk.parts import Cell, Column, Fact, Table
from onechild.service.govuk.words import date_only
from onechild.service.record.models import Adult, AdultName, WorkerName
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.names import Head, joined, worker_names
from onechild.service.record.queries.search.finding import MOST, Found

SIZE = 20
AROUND = 6


@dataclass(frozen=True, kw_only=True)
class Results:
    """What a page of the search shows, and the children on it."""

    page: Page[Found]
    table: Table
    child_ids: tuple[str, ...]
    count: int
    more: bool


def in_order(found: Sequence[Found]) -> list[Found]:
    """This function will put those found in one row: the likest first, children before adults before workers."""
    kinds = ("child", "adult", "worker")
    return sorted((one for one in found if one.kind in kinds), key=lambda one: (-one.score, kinds.index(one.kind)))


def results_of(page: Page[Found], *, today: date) -> Results:
    """This function will read the people on a page: four queries at most."""
    rows = list(page)
    around = [child_id for one in rows for child_id in one.around[:AROUND]]
    ids = [*(one.subject_id for one in rows if one.kind == "child"), *around]
    children = children_of(set(ids), today=today)
    adults = _adults([one.subject_id for one in rows if one.kind == "adult"])
    workers = worker_names(one.subject_id for one in rows if one.kind == "worker")
    holders = holders_of([one.subject_id for one in rows if one.kind == "child"], today=today)
    drawn = [row for one in rows if (row := _row(one, children, adults, workers, holders, today))]
    table = Table(
        label="People found",
        columns=[Column("Name"), Column("Born"), Column("How things stand"), Column("Why found")],
        rows=drawn,
        kind="stack",
    )
    count = page.paginator.count
    return Results(page=page, table=table, child_ids=tuple(children.heads), count=count, more=count >= MOST)


def holders_of(child_ids: Sequence[str], *, today: date) -> dict[str, str]:
    """This function will return who holds each open child, "With Ana Reis", or that nobody does yet: one query."""
    if not child_ids:
        return {}
    named = WorkerName.objects.filter(worker_id=OuterRef("worker_id")).values_list("name", flat=True)[:1]
    held = open_allocations(today).filter(child_id__in=child_ids, role="lead").annotate(named=Subquery(named))
    rows = held.values_list("child_id", "worker_id", "named")
    return {
        child_id: f"With {name or worker_id}" if worker_id else "Waiting for a worker"
        for child_id, worker_id, name in rows
    }


def restricted_lines(found: Sequence[Found], viewer: Viewer) -> list[Fact]:
    """This function will say that a restricted record is the one asked for: no name, and how to ask."""
    return [
        Fact(
            value="A restricted record matches what you typed.",
            note="Only people named on it can open it.",
            href=child_page(one.subject_id) if viewer.may("break_glass") else "",
        )
        for one in found
        if one.kind == "restricted"
    ]


def _row(
    one: Found,
    children: Children,
    adults: Mapping[str, Mapping[str, object]],
    workers: Mapping[str, str],
    holders: Mapping[str, str],
    today: date,
) -> list[object] | None:
    if one.kind == "child":
        return _child(one, children, holders, today) if one.subject_id in children.heads else None
    if one.kind == "adult":
        return _adult(one, children, adults.get(one.subject_id), today)
    name = workers.get(one.subject_id)
    return [Cell(text=name, href=worker_page(one.subject_id)), "", "Worker", one.why] if name else None


def _child(one: Found, children: Children, holders: Mapping[str, str], today: date) -> list[object]:
    head = children.heads[one.subject_id]
    note = f"Found by another name of theirs. {one.why}" if _by_another_name(one, head) else one.why
    stands = "Open" if one.subject_id in holders else "Not open now"
    born = head.born_on or head.expected_on
    said = (date_only(born) if head.born_on else head.age(today).capitalize()) if born else "Not recorded"
    return [
        Cell(text=head.name, href=child_page(head.la_child_id), note=head.la_child_id),
        Cell(text=said, note=head.age(today) if head.born_on else ""),
        tags_cell(one.subject_id, children, note=holders.get(one.subject_id, ""), otherwise=stands),
        note,
    ]


def _adult(one: Found, children: Children, adult: Mapping[str, object] | None, today: date) -> list[object] | None:
    known = [children.heads[child_id] for child_id in one.around if child_id in children.heads]
    if not known or adult is None:
        return None
    first = known[0]
    more = len(one.around) - len(known)
    said = joined([head.name for head in known]) + (f" and {more} more" if more > 0 else "")
    born = adult["born_on"]
    return [
        Cell(
            text=str(adult["name"]), href=f"{child_page(first.la_child_id)}people/", hidden=f"on {first.name}’s record"
        ),
        date_only(born) if isinstance(born, date) else "Not recorded",
        Cell(text="Adult", note=f"Around {said}"),
        one.why,
    ]


def _by_another_name(one: Found, head: Head) -> bool:
    plain = head.name.lower().replace("-", " ")
    said = {*plain.split(), plain.replace(" ", "")}
    exactly = [word for word, way in zip(one.words, one.ways, strict=False) if way == "same"]
    return any(word not in said and not any(word in known for known in said) for word in exactly if word.isascii())


def _adults(adult_ids: Sequence[str]) -> dict[str, dict[str, object]]:
    if not adult_ids:
        return {}
    named = AdultName.objects.filter(adult_id=OuterRef("adult_id")).order_by("-started_on", "name_id")
    rows = Adult.objects.filter(pk__in=adult_ids).annotate(
        named=Subquery(named.values_list(JSONObject(forename="forename", surname="surname"))[:1])
    )
    return {row["adult_id"]: _named(row) for row in rows.values("adult_id", "born_on", "named")}


def _named(row: dict[str, object]) -> dict[str, object]:
    named = row["named"] if isinstance(row["named"], dict) else {}
    name = f"{named.get('forename') or ''} {named.get('surname') or ''}".strip()
    return {"name": name or "Name not recorded", "born_on": row["born_on"]}
