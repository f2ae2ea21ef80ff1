"""A worker's page: their children with what is due, and their load against their target."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.viewer import NotAllowed, Request
from onechild.service.desk.links import team_page
from onechild.service.desk.listing import listing_page, rows_of
from onechild.service.desk.teams.tables import Notes, note, room
from onechild.service.desk.workers.tabs import tabs_of
from onechild.service.govuk.parts import Fact, Load, Tag
from onechild.service.govuk.words import date_only
from onechild.service.record.models import Team, WorkerFact
from onechild.service.record.queries.workforce import Person, people, targets
from onechild.service.record.queries.workload.away import endings, limits_now, off_soon
from onechild.service.record.queries.workload.loads import Held, loads_of
from onechild.service.record.queries.workload.weights import weights

MAY_ASK = {"see_own_children", "see_team", "see_all_children"}


def worker(request: Request, worker_id: str) -> HttpResponse:
    """Show a worker to the worker, to those of the same team, and to those who see all children."""
    person = open_worker(request, worker_id)
    today, mine = request.today, worker_id == request.viewer.worker_id
    standards = targets(today=today)
    rows = rows_of(worker_id=worker_id, today=today)
    team_id = next((row.team_id for row in rows if row.role == "lead"), None) or next(iter(person.teams), None)
    [held] = loads_of({worker_id: person}, team_id=team_id, standards=standards, today=today)
    show = "load" if request.GET.get("show") == "load" else "children"
    names = dict(Team.objects.filter(pk__in=person.teams).values_list("team_id", "name"))
    context: dict[str, object] = {
        "person": person,
        "show": show,
        "tabs": tabs_of(
            person, request.viewer, show=show, children=len(rows), newly_qualified=person.newly_qualified(today)
        ),
        "facts": _facts(held, names, request),
        "load": Load(held=held.load, target=held.target, scale=max(held.load, held.target)),
        "held": held,
        "standards": standards,
        "share": f"{standards.first_year_share:.0%}",
        "weights": weights(today=today),
        "note": note(held, _notes(request, worker_id, mine=mine), today),
        "mine": mine,
        "leave_page": reverse("worker-leave", args=[worker_id]) if may_plan(request, person) else "",
        "known": WorkerFact.objects.filter(worker_id=worker_id).first(),
    }
    if show == "children":
        empty = f"{person.name} holds no child. A child given to them stands here."
        listing = listing_page(request, rows, label="Children", empty=empty, both_days=True)
        request.seen(listing.child_ids, what="worker: children")
        context["listing"] = listing
    return render(request, "desk/worker.html", context)


def open_worker(request: Request, worker_id: str) -> Person:
    """This function will return a worker whom the viewer may see. Raises Http404 and NotAllowed."""
    person = people([worker_id], today=request.today).get(worker_id)
    if person is None or not request.viewer.permissions & MAY_ASK:
        raise Http404("There is no such worker.")
    viewer = request.viewer
    shares = viewer.may("see_team") and bool(set(person.teams) & set(viewer.team_ids))
    if person.worker_id != viewer.worker_id and not shares and not viewer.may("see_all_children"):
        raise NotAllowed("You can see the workers of your own teams.", ("see_all_children",))
    return person


def may_plan(request: Request, person: Person) -> bool:
    """Whether the viewer may plan this worker's leave: whoever allocates in their team, or in all."""
    viewer = request.viewer
    return viewer.may("allocate") and (bool(set(person.teams) & set(viewer.team_ids)) or viewer.may("see_all_children"))


def _notes(request: Request, worker_id: str, *, mine: bool) -> Notes:
    """What is told beside the load: to peers least, to the worker and whoever shares work out all; three queries."""
    ids, today = [worker_id], request.today
    whole = mine or request.viewer.may("allocate")
    if not whole:
        return Notes(offs=off_soon(ids, today=today))
    return Notes(
        offs=off_soon(ids, today=today),
        endings=endings(ids, today=today),
        limits=limits_now(ids, today=today),
        whole=True,
    )


def _facts(held: Held, names: dict[str, str], request: Request) -> list[Fact]:
    person = held.person
    over = Tag(f"{held.against:.1f} over", "over") if held.over else None
    apart = "" if held.over or person.manages else room(held.against)
    hours = f"{person.fte:.1f}" if person.fte is not None else "not recorded"
    facts = [
        Fact(name="Role", value=person.role_words or "not recorded"),
        Fact(name="Share of full time", value=hours),
        Fact(
            name="Children",
            value=str(held.cases),
            note=f"{held.families} families" if held.families != 1 else "1 family",
        ),
        Fact(
            name="Target", value=f"{held.target:.1f}" if not person.manages else "none, a manager", note=apart, tag=over
        ),
        Fact(name="Weighted load", value=f"{held.load:.1f}"),
        Fact(
            name="Visits due in 28 days",
            value=str(held.visits),
            note=f"{held.visits_late} late" if held.visits_late else "",
        ),
    ]
    if person.newly_qualified(request.today) and person.newly_qualified_to:
        facts.append(Fact(name="First year", value=f"until {date_only(person.newly_qualified_to, request.today)}"))
    team = [Fact(name="Team", value=name, href=_team(request, key)) for key, name in sorted(names.items())]
    return [*team, *facts]


def _team(request: Request, team_id: str) -> str:
    opens = team_id in request.viewer.team_ids or request.viewer.may("see_all_children")
    return (
        team_page(team_id)
        if opens and (request.viewer.may("see_team") or request.viewer.may("see_all_children"))
        else ""
    )
