"""My day, and my children."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.viewer import Request, needs
from onechild.service.desk.links import child_page, new_visit, worker_page
from onechild.service.desk.listing import listing_page, rows_of
from onechild.service.desk.my_day.contacts import contacts_to_decide
from onechild.service.desk.my_day.day import Day, Unwritten, day_of
from onechild.service.desk.my_day.home import ways
from onechild.service.desk.my_day.notices import drafts_of, notices_of, notices_page
from onechild.service.desk.my_day.saying import held_sentence, lead_sentence, team_sentence
from onechild.service.desk.my_day.team_day import TeamDay, manages, team_day
from onechild.service.govuk.parts import Duty, Jump, Link
from onechild.service.govuk.words import day as day_words


def my_day(request: Request) -> HttpResponse:
    """Show the day of whoever works with children; to a manager, the teams' too; to others, the ways in."""
    viewer, today = request.viewer, request.today
    drafts, about = drafts_of(viewer, today=today)
    side: dict[str, object] = {
        "notices": notices_of(viewer, today=today),
        "notices_page": notices_page(),
        "drafts": drafts,
    }
    if about:
        request.seen(about, what="my day: drafts")
    teams = team_day(viewer, today=today) if manages(viewer) and viewer.may("see_team") else None
    day = day_of(viewer, today=today) if viewer.worker_id and viewer.may("see_own_children") else None
    if viewer.may("decide_contact"):
        contacts = contacts_to_decide(viewer, today=today)
        request.seen(contacts.shown, what="my day: contacts to decide")
        side |= {"contacts": contacts}
    if teams:
        request.seen(teams.shown, what="my day: what is owed and late in the team")
        side |= _of_teams(teams)
    if day and (day.held or not teams):
        request.seen(day.shown, what="my day")
        return render(request, "desk/my_day.html", side | _of_worker(request, day))
    if teams:
        return render(request, "desk/team_day.html", side)
    return render(request, "desk/home.html", side | {"ways": ways(viewer)})


@needs("see_own_children")
def my_children(request: Request) -> HttpResponse:
    """List the children whom the viewer holds or works with."""
    worker_id = request.viewer.worker_id or ""
    rows = rows_of(worker_id=worker_id, today=request.today) if worker_id else []
    empty = "You hold no child. A child given to you stands here from that day."
    found = listing_page(request, rows, label="My children", empty=empty)
    request.seen(found.child_ids, what="my children")
    return render(request, "desk/my_children.html", {"listing": found})


def _of_worker(request: Request, day: Day) -> dict[str, object]:
    today, late, soon, unwritten = len(day.today), len(day.late), len(day.soon), len(day.unwritten)
    jumps = [
        Jump(count=today, text="Due today", href="#today"),
        Jump(count=late, text="Late", href="#late", late=bool(late)),
        *([Jump(count=unwritten, text="Not yet recorded", href="#unrecorded")] if unwritten else []),
        Jump(count=soon, text="Tomorrow and next week", href="#week"),
    ]
    return {
        "day": day,
        "lead": lead_sentence(today=today, late=late, unwritten=unwritten, soon=soon),
        "jumps": jumps,
        "unwritten": [_unwritten(one, day, request.today) for one in day.unwritten],
        "held": held_sentence(cases=day.cases, families=day.families, target=day.target),
        "how": f"{worker_page(request.viewer.worker_id or '')}#how",
    }


def _of_teams(teams: TeamDay) -> dict[str, object]:
    return {
        "teams": teams,
        "team_lead": team_sentence(waiting=teams.waiting, owed=len(teams.owed), late=teams.late_in_all),
    }


def _unwritten(visit: Unwritten, day: Day, today: date) -> Duty:
    head = day.children.heads[visit.child_id]
    return Duty(
        what=f"Visit to {head.name}",
        href=child_page(head.la_child_id),
        after=head.age(today),
        tags=day.children.tags([visit.child_id]),
        why="It was planned, and nothing is written. If it did not happen, say so.",
        when=day_words(visit.planned_on, today, short=True),
        note="planned",
        next=Link("Record this visit", new_visit(head.la_child_id), hidden=f"to {head.first_name}"),
    )
