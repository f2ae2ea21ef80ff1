"""My day: by day, by child or by journey; to a manager, the teams' too."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.viewer import Request
from onechild.service.desk.links import page_named, worker_page
from onechild.service.desk.my_day.contacts import contacts_to_decide
from onechild.service.desk.my_day.day import Day, day_of
from onechild.service.desk.my_day.home import ways
from onechild.service.desk.my_day.notices import drafts_of, notices_of, notices_page
from onechild.service.desk.my_day.rounds import by_child, by_round
from onechild.service.desk.my_day.saying import (
    cover_sentence,
    covering_sentence,
    held_sentence,
    lead_sentence,
    team_sentence,
)
from onechild.service.desk.my_day.team_day import TeamDay, manages, team_day
from onechild.service.desk.my_day.waiting import waits_for
from onechild.service.desk.silence.beside import on_my_day
from onechild.service.govuk.parts import Jump, Link
from onechild.service.record.queries.diary.to_cover import to_cover

BY = {"day": "By day", "child": "By child", "round": "By visit round"}


def my_day(request: Request) -> HttpResponse:
    """Show the day of whoever works with children; to a manager, the teams' too; to others, the ways in."""
    viewer, today = request.viewer, request.today
    drafts, about = drafts_of(viewer, today=today)
    cover = _cover(request)
    side: dict[str, object] = {
        "notices": notices_of(viewer, today=today),
        "notices_page": notices_page(),
        "drafts": drafts,
        "cover": cover,
        "silent": on_my_day(viewer, today),
    }
    if about:
        request.seen(about, what="my day: drafts")
    waits = waits_for(viewer, today=today, now=request.now)
    side["waits"] = waits
    if waits.shown:
        request.seen(waits.shown, what="my day: what waits for me")
    teams = team_day(viewer, today=today) if manages(viewer) and viewer.may("see_team") else None
    by = request.GET.get("by", "")
    by = by if by in BY else "day"
    works = viewer.worker_id and viewer.may("see_own_children")
    day = day_of(viewer, today=today, together=by == "day") if works else None
    if viewer.may("decide_contact"):
        contacts = contacts_to_decide(viewer, today=today)
        request.seen(contacts.shown, what="my day: contacts to decide")
        side |= {"contacts": contacts}
    if teams:
        request.seen(teams.shown, what="my day: what is owed and late in the team")
        side |= _of_teams(teams)
    if day and (day.held or day.lines or day.covering or not teams):
        request.seen(day.shown, what="my day")
        return render(request, "desk/my_day.html", side | _of_worker(request, day, by, cover))
    if teams:
        return render(request, "desk/team_day.html", side)
    return render(request, "desk/home.html", side | {"ways": ways(viewer)})


def _of_worker(request: Request, day: Day, by: str, cover: Mapping[str, object]) -> dict[str, object]:
    today, late, unwritten = day.counts["today"], day.counts["late"], day.counts["unwritten"]
    soon = day.counts["week"] + day.counts["next"]
    here = reverse("my-day")
    return {
        "day": day,
        "by": by,
        "bys": [
            Link(text, here if key == "day" else f"{here}?by={key}", current=key == by) for key, text in BY.items()
        ],
        "blocks": _blocks(request, day, by),
        "lead": lead_sentence(today=today, late=late, unwritten=unwritten, soon=soon, planned=day.plans_today),
        "jumps": _jumps(day, cover) if by == "day" else [],
        "held": held_sentence(cases=day.cases, families=day.families, target=day.target),
        "covering": covering_sentence(day.covering, today=request.today),
        "how": f"{worker_page(request.viewer.worker_id or '')}#how",
        "calendar": page_named("calendar"),
    }


def _blocks(request: Request, day: Day, by: str) -> object:
    if by == "day":
        return []
    drawn = by_child if by == "child" else by_round
    return drawn(day.lines, day.children, today=request.today)


def _jumps(day: Day, cover: Mapping[str, object]) -> list[Jump]:
    late = len(day.late)
    return [
        Jump(count=len(day.today), text="Today", href="#today"),
        Jump(count=late, text="Late", href="#late", late=bool(late)),
        Jump(count=len(day.unwritten), text="Not yet recorded", href="#unrecorded"),
        Jump(count=len(day.week), text="Rest of this week", href="#week"),
        Jump(count=len(day.following), text="Next week", href="#next"),
        *([Jump(count=str(cover["count"]), text="To cover today", href="#cover")] if cover.get("count") else []),
    ]


def _cover(request: Request) -> dict[str, object]:
    """The line that says that somebody of the viewer's teams is away today; nothing where nobody is."""
    viewer = request.viewer
    if not viewer.may("see_team") or not viewer.team_ids or viewer.sees_all:
        return {}
    found = to_cover(viewer.team_ids, today=request.today)
    if not found:
        return {}
    count = sum(len(one.uncovered) for one in found)
    return {"words": cover_sentence(found), "href": page_named("cover"), "count": count}


def _of_teams(teams: TeamDay) -> dict[str, object]:
    return {
        "teams": teams,
        "team_lead": team_sentence(waiting=teams.waiting, owed=len(teams.owed), late=teams.late_in_all),
    }
