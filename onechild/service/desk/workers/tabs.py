"""The tabs at the head of a worker's page; those of other journeys where this copy has them."""

from __future__ import annotations

from django.urls import reverse

from onechild.service.access.viewer import Viewer
from onechild.service.desk.links import page_named
from onechild.service.govuk.parts import Link
from onechild.service.record.queries.workforce import Person


def tabs_of(person: Person, viewer: Viewer, *, show: str, children: int, newly_qualified: bool) -> list[Link]:
    """This function will return the tabs that the viewer may open."""
    here = reverse("worker", args=[person.worker_id])
    mine = person.worker_id == viewer.worker_id
    tabs = [
        Link("Children", here, current=show == "children", count=children),
        Link("Load", f"{here}?show=load", current=show == "load"),
    ]
    others = [
        ("Promises", _promises(person, viewer, mine=mine)),
        ("Supervision", _supervision(person, viewer, mine=mine)),
    ]
    if newly_qualified and (mine or viewer.may("supervise") or viewer.may("keep_academy")):
        others.append(("Academy", page_named("academy")))
    return [*tabs, *(Link(text, href) for text, href in others if href)]


def _promises(person: Person, viewer: Viewer, *, mine: bool) -> str:
    if mine:
        return page_named("promises-mine")
    shared = [team for team in person.teams if team in viewer.team_ids] or list(person.teams)
    return page_named("promises-team", shared[0]) if shared else ""


def _supervision(person: Person, viewer: Viewer, *, mine: bool) -> str:
    if mine:
        return page_named("supervisions")
    shared = bool(set(person.teams) & set(viewer.team_ids))
    return page_named("supervision-agenda", person.worker_id) if shared and viewer.may("supervise") else ""
