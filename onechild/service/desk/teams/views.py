"""A team's page: who waits, which active children need a look, who holds how much; and all active children."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import Http404, HttpResponse
from django.shortcuts import render

from onechild.service.access.viewer import NotAllowed, Request, needs
from onechild.service.desk.duties import children_of
from onechild.service.desk.links import board_page, page_named, team_page
from onechild.service.desk.listing import Row, listing_page
from onechild.service.desk.teams.board import Board, board_of
from onechild.service.desk.teams.looks import Looks, looks_of, looks_table, shown_children
from onechild.service.desk.teams.tables import managers_apart, members_table, notes_of
from onechild.service.desk.teams.waiting import Around, Family, families, line
from onechild.service.govuk.parts import Jump, Link
from onechild.service.govuk.words import date_only
from onechild.service.record.models import Team
from onechild.service.record.queries.due import due_for, next_of
from onechild.service.record.queries.names import worker_names
from onechild.service.record.queries.workload.loads import AHEAD
from onechild.service.record.queries.workload.waiting_list import Known, Limits, Waits, known_of, limits
from onechild.service.record.queries.workload.weights import weights

# Older addresses of the page's parts lead to it whole; the active children alone have a list of their own.
ALL_ACTIVE = "active"


@needs("see_team", "see_all_children")
def team(request: Request, team_id: str) -> HttpResponse:
    """Show a team whole; with `?show=active` the list of all its active children."""
    found = open_team(request, team_id)
    if request.GET.get("show", "") == ALL_ACTIVE:
        return _active(request, found)
    board = board_of(found, today=request.today, whole=True)
    looks = looks_of(board)
    may = request.viewer.may("allocate")
    around, waiting = _waiting(request, board, looks)
    notes = notes_of([one.person.worker_id for one in board.members], looks, whole=may, today=request.today)
    request.seen([*around.children.heads, *shown_children(looks)], what="team")
    first, *others = board.lead(len(looks.children))
    context = {
        "team": found,
        "board": board,
        "first": first,
        "others": " ".join(others),
        "jumps": _jumps(board, looks, waiting),
        "ways": _ways(request, found),
        "lines": [line(one, request.viewer) for one in waiting],
        "waiting_children": sum(len(one.waits) for one in waiting),
        "limit": around.limits.wait,
        "may_allocate": may,
        "allocated": request.GET.get("saved") == "allocated",
        "several": page_named("allocate-many", team_id) if may and waiting else "",
        "looks": looks,
        "looks_table": looks_table(looks, around.names, today=request.today, may_cover=may),
        "active_page": Link(f"All {len(board.active)}", team_page(team_id, ALL_ACTIVE), hidden="active children"),
        "members_table": members_table(board, notes),
        "apart": managers_apart(board),
        **_standards(board),
    }
    return render(request, "desk/team.html", context)


def open_team(request: Request, team_id: str) -> Team:
    """This function will return a team that the viewer may see: one of their own, or any for those who see all.

    It raises Http404 and NotAllowed.
    """
    found = Team.objects.filter(pk=team_id).first()
    if found is None:
        raise Http404("There is no such team.")
    if team_id not in request.viewer.team_ids and not request.viewer.may("see_all_children"):
        raise NotAllowed("You can see the teams that you work in.", ("see_all_children",))
    return found


def _active(request: Request, found: Team) -> HttpResponse:
    board = board_of(found, today=request.today, whole=False)
    empty = "No child is open to this team. A child given to one of its workers stands here."
    listing = listing_page(request, board.active, label="Active children", empty=empty, show_worker=True)
    request.seen(listing.child_ids, what="team: active children")
    context = {"team": found, "board": board, "table": listing.table, "page": listing.page}
    return render(request, "desk/team_active.html", context)


def _waiting(request: Request, board: Board, looks: Looks) -> tuple[Around, list[Family]]:
    """Who waits, and the names that the whole page says: seven queries."""
    today = request.today
    waits = [_waits(row) for row in board.waiting]
    ids = [one.child_id for one in waits]
    members = {one.person.worker_id for one in board.members}
    known = known_of(ids, member_ids=members, since={one.child_id: one.since for one in waits}, today=today)
    around = Around(
        children=children_of(ids, today=today),
        nexts=next_of(due_for(ids, today=today)),
        known=known,
        names=worker_names({*_said(known, waits), *(row.worker_id for row in board.active), *members}),
        limits=limits(today=today) if waits else Limits(wait=0, look=0),
        today=today,
    )
    return around, families(waits, around)


def _waits(row: Row) -> Waits:
    return Waits(
        child_id=row.child_id,
        allocation_id="",
        team_id=row.team_id,
        since=row.since,
        priority=row.priority,
        manager_id=row.manager_id,
    )


def _said(known: dict[str, Known], waits: Iterable[Waits]) -> set[str]:
    past = {past.worker_id for one in known.values() for past in one.past}
    return past | {one.manager_id for one in waits if one.manager_id}


def _jumps(board: Board, looks: Looks, waiting: list[Family]) -> list[Jump]:
    until = date_only(board.today + AHEAD, board.today)
    need = len(looks.children)
    hours = f"{board.hours:.1f} full-time" if board.hours else "hours not recorded"
    families = f"{len(waiting)} famil{'y' if len(waiting) == 1 else 'ies'}"
    return [
        Jump(count=sum(len(one.waits) for one in waiting), text="Waiting list", href="#waiting", note=families),
        Jump(
            count=len(board.active),
            text="Active children",
            href="#look",
            note=f"{need or 'none'} need{'s' if need == 1 else ''} a look" if need else "nothing late or silent",
        ),
        Jump(count=len(board.workers), text="Members", href="#members", note=hours),
        Jump(count=board.visits, text="Visits due", href=board_page(board.team.pk), note=f"by {until}"),
    ]


def _ways(request: Request, found: Team) -> list[Link]:
    """Pages about the team; of those of other journeys the ones that this copy has."""
    may = request.viewer.may("allocate")
    named = [
        ("Board: due, late and done", "team-board", (found.pk,), True),
        ("The next six weeks: what can be met", "team-forecast", (found.pk,), True),
        ("What has not happened", "silence", (), True),
        ("Requests to take children over", "transfers", (), may),
        ("Planner: share work out", "planner", (), may),
        ("Changes of worker and handovers", "team-continuity", (found.pk,), True),
        ("Promises", "promises-team", (found.pk,), True),
        ("Supervision", "supervisions", (), request.viewer.may("supervise")),
        ("Caseload targets", "team-targets", (found.pk,), True),
        ("Waiting lists of all my teams", "waiting-list", (), True),
    ]
    return [Link(text, href) for text, name, values, shown in named if shown and (href := page_named(name, *values))]


def _standards(board: Board) -> dict[str, object]:
    standards = board.standards
    since = f", from {date_only(standards.since)}" if standards.since else ""
    return {
        "target": f"{standards.full_time:g} for a full-time worker, less for part-time (by the share of full time) "
        f"and {standards.first_year_share:.0%} of it in the first year. Local standard{since}.",
        "weights": weights(today=board.today),
    }
