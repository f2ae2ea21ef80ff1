"""The list of everybody employed, with what can be done about each; and absences with their kind."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.knowledge.formats.workforce_census.staff import Engagement
from onechild.service.access.drafts.one_form import form_page
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import date_only
from onechild.service.journeys.workforce import choices
from onechild.service.journeys.workforce.counted import cases_on, workforce_now
from onechild.service.journeys.workforce.employing import away
from onechild.service.journeys.workforce.employing.forms import AwayForm, BackForm
from onechild.service.journeys.workforce.employing.views import page_named
from onechild.service.record.models import Absence, Employment, TeamMembership
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

MAY = "plan_workforce"


@needs(MAY)
def people(request: SignedIn) -> HttpResponse:
    """Everybody employed on the day, by name; `?team=` shows one team's."""
    today, workforce = request.today, workforce_now()
    team = request.GET.get("team", "")
    members = _members(team, today) if team else None
    rows = [one for one in workforce.in_post(today) if members is None or one.worker_id in members]
    names = worker_names(one.worker_id for one in rows)
    rows.sort(key=lambda one: (names.get(one.worker_id, NO_WORKER_NAME).lower(), one.employment_id))
    page = page_asked(request.GET, rows)
    ours = dict(Employment.objects.filter(origin=None, ended_on=None).values_list("pk", "edit_version"))
    absent = {one.worker_id: away_ for one in page if (away_ := workforce.absent(one.worker_id, today))}
    table = Table(
        label="People",
        columns=[
            Column("Name"),
            Column("Role"),
            Column("Hours", number=True),
            Column("Since"),
            Column("Away"),
            Column("To do"),
        ],
        rows=[_row(one, names, absent, ours, today) for one in page],
        empty="Nobody is employed in this team." if team else "No employment is recorded.",
    )
    leaving = request.GET.get("leaving", "")
    context = {
        "table": table,
        "page": page,
        "count": len(rows),
        "team": choices.team_names().get(team, ""),
        "teams": choices.teams(today),
        "chosen": team,
        "leaving": worker_names([leaving]).get(leaving, "") if leaving else "",
        "leaving_holds": cases_on(today).get(leaving, 0) if leaving else 0,
        "planner": page_named("planner"),
    }
    return render(request, "workforce/people.html", context)


def _row(one: Engagement, names: dict[str, str], absent: dict[str, Any], ours: Any, today: date) -> list[object]:
    name = names.get(one.worker_id, NO_WORKER_NAME)
    off = absent.get(one.worker_id)
    mine = one.employment_id in ours
    kind = code_in_words("employment_kind", one.employment_kind)
    role = code_in_words("worker_role", one.role) or "Role not recorded"
    return [
        Cell(text=name, href=reverse("workforce-details", args=[one.worker_id]), hidden=": what the census asks"),
        Cell(text=role, tag=Tag("Agency") if one.agency else None, note="" if one.agency else kind),
        "not recorded" if one.fte is None else f"{one.fte:g}",
        date_only(one.started_on, today) if one.started_on else "not recorded",
        Cell(
            text=code_in_words("absence_kind", off.absence_kind) if off else "Record an absence",
            href=""
            if off and off.ended_on
            else reverse("workforce-absence-end", args=[off.absence_id])
            if off
            else reverse("workforce-absence", args=[one.worker_id]),
            hidden=f": {name}",
            note=f"until {date_only(off.ended_on, today)}" if off and off.ended_on else "",
        ),
        _does(one, mine, name),
    ]


def _does(one: Engagement, mine: bool, name: str) -> Cell:
    """What can be done; of a row that a load owns, that it is the staff system's."""
    if not mine:
        return Cell(note="Kept in the staff system")
    if one.ended_on:
        return Cell(note="Leaving")
    if one.agency:
        return Cell(
            text="Make permanent, or end",
            href=reverse("employment-convert", args=[one.employment_id]),
            hidden=f": {name}",
        )
    return Cell(text="Hours or leaving", href=reverse("employment-end", args=[one.employment_id]), hidden=f": {name}")


def _members(team_id: str, today: date) -> set[str]:
    rows = TeamMembership.objects.filter(choices.on_day(today), team_id=team_id)
    posted = Employment.objects.filter(choices.on_day(today), post__team_id=team_id)
    return {*rows.values_list("worker_id", flat=True), *posted.values_list("worker_id", flat=True)}


@needs(MAY)
def absence(request: SignedIn, worker_id: str) -> HttpResponse:
    """Record that somebody is away, and why, as far as the census asks."""
    if not Employment.objects.filter(worker_id=worker_id).exists():
        raise Http404("There is no such worker.")
    name = worker_names([worker_id]).get(worker_id, NO_WORKER_NAME)

    def write(form: AwayForm) -> str:
        typed = form.cleaned_data
        away.begin(
            worker_id=worker_id,
            kind=typed["kind"],
            first_day=typed["first_day"],
            last_day=typed["last_day"],
            by=request.user,
            today=request.today,
        )
        return reverse("workforce-people")

    return form_page(
        request,
        AwayForm,
        write,
        title=f"Record an absence: {name}",
        button="Record this absence",
        back=reverse("workforce-people"),
        back_words="People",
        lede="The kind is for those who keep the workforce. The team sees only that the worker is away.",
    )


@needs(MAY)
def back(request: SignedIn, absence_id: str) -> HttpResponse:
    """End an absence."""
    row = Absence.objects.filter(pk=absence_id).first()
    if row is None or (row.ended_on and request.method != "POST"):
        raise Http404("There is no such absence, or it has ended.")
    name = worker_names([row.worker_id]).get(row.worker_id, NO_WORKER_NAME)

    def write(form: BackForm) -> str:
        away.end(
            absence=row,
            back_on=form.typed["ended_on"],
            seen_version=form.seen_version,
            by=request.user,
            today=request.today,
        )
        return reverse("workforce-people")

    return form_page(
        request,
        BackForm,
        write,
        title=f"Back at work: {name}",
        button="End this absence",
        back=reverse("workforce-people"),
        back_words="People",
        row=row,
    )
