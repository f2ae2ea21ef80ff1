"""The API, read-only: what the pages show, as JSON, by the same gate, the same relation and the same access log.

It is asked with the session of somebody signed in; a write, when there is one, needs the CSRF token too. Its
description is `/api/schema.json`; there is no page to try it on, which would bring in another site's scripts.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import NinjaAPI, Query, Schema
from ninja.security import django_auth

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.service.access import visible
from onechild.service.access.gate import open_child
from onechild.service.access.viewer import NotAllowed, Request, check
from onechild.service.record.models import Child, Team
from onechild.service.record.queries.due import due_for
from onechild.service.record.queries.header import header
from onechild.service.record.queries.names import NO_NAME, Head, heads

SEES_CHILDREN = ("see_own_children", "see_team", "see_all_children")
SEES_FIGURES = ("see_figures", "see_figures_suppressed")
MOST = 100

api = NinjaAPI(
    title="OneChild",
    version="1",
    description="What OneChild's pages show, as JSON. Read-only.",
    urls_namespace="api",
    auth=django_auth,
    docs_url=None,
    openapi_url="/schema.json",
)


class ChildLine(Schema):
    """A child as a line of a list."""

    la_child_id: str
    name: str
    born_on: date | None
    expected_on: date | None
    restricted: bool


class DutyLine(Schema):
    """A duty that is open today."""

    clock: str
    what: str
    why: str
    within: str
    started_on: date
    due_on: date
    late: bool


class ChildSummary(ChildLine):
    """A child, what they are open as, who holds the case, and what is due."""

    statuses: list[str]
    held_by: str
    team: str
    due: list[DutyLine]


class ChildPage(Schema):
    """One page of children, by public id; `count` is of all pages."""

    count: int
    page: int
    pages: int
    children: list[ChildLine]


class TeamLine(Schema):
    """A team."""

    team_id: str
    name: str
    kind: str | None
    parent_team_id: str | None
    started_on: date | None
    ended_on: date | None


class MeasureLine(Schema):
    """A measure as it is defined; its figures stand on its page."""

    key: str
    title: str
    says: str
    why_it_matters: str
    better: str
    unit: str
    sources: list[str]
    version: int


@api.get("/children/", response=ChildPage, url_name="api-children")
def children(
    request: Request, page: Annotated[int, Query(ge=1)] = 1, size: Annotated[int, Query(ge=1, le=MOST)] = 50
) -> dict[str, Any]:
    """The children whom you may see, by public id."""
    check(request.viewer, *SEES_CHILDREN)
    seen = visible.children(request.viewer)
    count = seen.count()
    ids = list(seen.order_by("la_child_id").values_list("pk", flat=True)[(page - 1) * size : page * size])
    named = heads(ids, today=request.today)
    request.seen(ids, what="API: children", kind="api")
    lines = [_line(named[child_id]) for child_id in ids if child_id in named]
    return {"count": count, "page": page, "pages": -(-count // size), "children": lines}


@api.get("/children/{la_child_id}", response=ChildSummary, url_name="api-child")
def child(request: Request, la_child_id: str) -> dict[str, Any]:
    """One child, and what is due for them."""
    found = open_child(request, la_child_id, what="API: child")
    known = header(found, today=request.today)
    return {
        **_line(known.head),
        "statuses": [status.kind for status in known.statuses],
        "held_by": known.lead.worker if known.lead else "",
        "team": known.lead.team if known.lead else "",
        "due": _due(found, known.head.first_name, request.today),
    }


@api.get("/children/{la_child_id}/obligations", response=list[DutyLine], url_name="api-obligations")
def obligations(request: Request, la_child_id: str) -> list[dict[str, Any]]:
    """What is due for one child, the earliest first."""
    found = open_child(request, la_child_id, what="API: what is due")
    named = heads([found.pk], today=request.today).get(found.pk)
    return _due(found, named.first_name if named else NO_NAME, request.today)


@api.get("/teams", response=list[TeamLine], url_name="api-teams")
def teams(request: Request) -> list[dict[str, Any]]:
    """Every team, with its dates and the team that it is part of."""
    check(request.viewer, "see_team", "see_all_children", *SEES_FIGURES)
    columns = ("team_id", "name", "parent_team_id", "started_on", "ended_on", "team_kind")
    return [row | {"kind": row["team_kind"]} for row in Team.objects.order_by("name", "pk").values(*columns)]


@api.get("/measures", response=list[MeasureLine], url_name="api-measures")
def measures(request: Request) -> list[dict[str, Any]]:
    """Every measure, as it is defined."""
    check(request.viewer, *SEES_FIGURES)
    return [
        {
            "key": measure.key,
            "title": measure.title,
            "says": measure.says,
            "why_it_matters": measure.why_it_matters,
            "better": measure.better.value,
            "unit": measure.value_unit,
            "sources": [source.words for source in measure.sources],
            "version": measure.version,
        }
        for measure in MEASURES.values()
    ]


@api.exception_handler(NotAllowed)
def not_allowed(request: Request, refused: NotAllowed) -> HttpResponse:
    """Say that this may not be done, and who can."""
    return api.create_response(request, {"detail": refused.words, "who_can": list(refused.who_can)}, status=403)


def _line(head: Head) -> dict[str, Any]:
    return {
        "la_child_id": head.la_child_id,
        "name": head.name,
        "born_on": head.born_on,
        "expected_on": head.expected_on,
        "restricted": bool(head.restricted),
    }


def _due(child: Child, name: str, today: date) -> list[dict[str, Any]]:
    return [
        {
            "clock": due.clock,
            "what": due.title(name),
            "why": due.why(),
            "within": due.within,
            "started_on": due.counted_from,
            "due_on": due.due_on,
            "late": due.late,
        }
        for due in due_for([child.pk], today=today)
    ]
