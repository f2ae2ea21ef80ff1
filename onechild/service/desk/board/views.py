"""The board's pages: of all teams, of one team, and the duties behind each number."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from onechild.knowledge.clocks.explained.topics import TOPICS
from onechild.knowledge.clocks.model import Topic
from onechild.service.access.viewer import NotAllowed, Request, check, needs
from onechild.service.desk.board import tables
from onechild.service.desk.board.asking import WHICH, Line, behind, lines_of
from onechild.service.desk.board.duties import as_csv, listed
from onechild.service.record.actions.clocks import rebuild_needed
from onechild.service.record.models import Team
from onechild.service.record.queries.names import worker_names

MAY_EXPORT = "export_children"


@needs("see_all_children")
def board(request: Request) -> HttpResponse:
    """Show every team: what is due, late and was done, by team and by part of the work."""
    topic = tables.topic_asked(request.GET.get("topic"))
    lines = lines_of(now=request.now, topic=topic)
    teams = {one.pk: one for one in Team.objects.all()}
    context = {
        "title": "All teams",
        "first_table": tables.by_team(lines, teams, topic=topic),
        "first_title": "By team",
        "topics_table": None if topic else tables.by_topic(lines, team_id="", worker=None),
    }
    return _board(request, lines, topic, context)


@needs("see_team", "see_all_children")
def team_board(request: Request, team_id: str) -> HttpResponse:
    """Show one team by worker and by part of the work; with `?worker=`, one worker's part of it."""
    team = _team(request, team_id)
    topic, worker = tables.topic_asked(request.GET.get("topic")), request.GET.get("worker")
    lines = lines_of(now=request.now, team_id=team_id, worker_id=worker, topic=topic)
    names = worker_names({line.worker_id for line in lines} | ({worker} if worker else set()))
    whole = worker is None
    context = {
        "title": team.name,
        "team": team,
        "worker": worker,
        "worker_name": None if whole else names.get(worker or "", tables.NOBODY),
        "first_table": tables.by_worker(lines, names, team_id=team_id, topic=topic) if whole else None,
        "first_title": "By worker",
        "topics_table": None if topic and whole else tables.by_topic(lines, team_id=team_id, worker=worker),
    }
    return _board(request, lines, topic, context)


@needs("see_all_children")
def duties(request: Request) -> HttpResponse:
    """List the duties behind a number of all teams."""
    return _duties(request, None)


@needs("see_team", "see_all_children")
def team_duties(request: Request, team_id: str) -> HttpResponse:
    """List the duties behind a number of one team."""
    return _duties(request, _team(request, team_id))


def _board(request: Request, lines: list[Line], topic: str, context: dict[str, object]) -> HttpResponse:
    first, others = tables.lead(lines, today=request.today)
    context |= {
        "first": first,
        "others": others,
        "topic": topic,
        "topic_words": TOPICS[Topic(topic)] if topic else "",
        "topics": tables.topics_asked(topic),
        "waits": rebuild_needed(),
    }
    return render(request, "desk/board/board.html", context)


def _duties(request: Request, team: Team | None) -> HttpResponse:
    asked = request.GET.get("which", "")
    which = asked if asked in WHICH else "late"
    topic, worker = tables.topic_asked(request.GET.get("topic")), request.GET.get("worker")
    team_id = team.pk if team else ""
    found = behind(which=which, now=request.now, team_id=team_id or None, worker_id=worker, topic=topic)
    teams = {one.pk: one.name or one.pk for one in Team.objects.all()}
    if request.GET.get("as") == "csv":
        check(request.viewer, MAY_EXPORT)
        name = f"board-{which}-{request.today.isoformat()}"
        return as_csv(request, found.duties, teams=teams, name=name)
    page = listed(request, found.duties, teams=None if team else teams)
    request.seen(page.child_ids, what="board: duties behind a number", kind="list")
    context = {
        "team": team,
        "heading": tables.HEADS[which],
        "which": which,
        "topic_words": TOPICS[Topic(topic)] if topic else "",
        "worker_name": None if worker is None else worker_names([worker]).get(worker, tables.NOBODY),
        "found": found,
        "page": page.page,
        "table": page.table,
        "tabs": tables.tabs(which, team_id=team_id, worker=worker, topic=topic),
        "may_export": request.viewer.may(MAY_EXPORT),
        "csv": f"{tables.duties_page(which, team_id, worker, topic)}&as=csv",
    }
    return render(request, "desk/board/duties.html", context)


def _team(request: Request, team_id: str) -> Team:
    team = Team.objects.filter(pk=team_id).first()
    if team is None:
        raise Http404("There is no such team.")
    if team_id not in request.viewer.team_ids and not request.viewer.may("see_all_children"):
        raise NotAllowed("You can see the teams that you work in.", ("see_all_children",))
    return team
