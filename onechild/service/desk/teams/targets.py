"""A team's caseload targets: what holds for whom and since when, what was set before, and setting one from a day."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.drafts.filling import filled
from onechild.service.access.drafts.pages import done_with, draft_of
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import Request, check, needs
from onechild.service.desk.standards.tables import for_whom, history_table
from onechild.service.desk.teams.forms import TargetForm
from onechild.service.desk.teams.views import open_team
from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.govuk.words import date_only
from onechild.service.record.actions.standards import FOR_FEW, Refused, set_standard
from onechild.service.record.models import Team
from onechild.service.record.queries.standards import Held, held
from onechild.service.record.queries.workload.weights import weights

MAY = "set_standards"
WORDS = {
    "caseload_target": "Children for a full-time worker",
    "caseload_target_newly_qualified_share": "Part of it in the first year",
}


@needs("see_team", "see_all_children")
def targets(request: Request, team_id: str) -> HttpResponse:
    """What holds in the team, with its history, and how each child is weighted."""
    team = open_team(request, team_id)
    found = [_for_team(one, team_id) for key in FOR_FEW for one in held(today=request.today, setting=key)]
    context = {
        "team": team,
        "parts": [
            {
                "held": one,
                "words": WORDS[one.standard.setting],
                "now": _now(one, team, request),
                "history": replace(
                    history_table(
                        one, today=request.today, may_set=request.viewer.may(MAY), whose={team.pk: team.name}
                    ),
                    heading=f"history-{place}",
                ),
            }
            for place, one in enumerate(found)
        ],
        "weights": weights(today=request.today),
        "may_set": request.viewer.may(MAY),
        "saved": request.GET.get("saved", ""),
    }
    return render(request, "desk/team_targets.html", context)


@needs("see_team", "see_all_children")
def set_target(request: SignedIn, team_id: str, setting: str) -> HttpResponse:
    """Set a target for the team, or for a role in it, from a day and with a reason."""
    team = open_team(request, team_id)
    if setting not in FOR_FEW:
        raise Http404("There is no such target.")
    check(request.viewer, MAY)
    [one] = held(today=request.today, setting=setting)
    draft = draft_of(request)
    options = {"standard": one.standard, "today": request.today}
    form = TargetForm(request.POST, **options) if request.method == "POST" else filled(TargetForm, draft, **options)
    if request.method == "POST" and form.is_valid():
        try:
            set_standard(setting=setting, team_id=team_id, by=request.user, today=request.today, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            done_with(request)
            return HttpResponseRedirect(f"{reverse('team-targets', args=[team_id])}?saved=yes")
    context = {"team": team, "form": form, "draft": draft, "words": WORDS[setting], "standard": one.standard}
    return render(request, "desk/team_target_set.html", context)


def _for_team(one: Held, team_id: str) -> Held:
    """Only what holds for this team: its own rows, and the council's."""
    return replace(one, rows=tuple(row for row in one.rows if row.row.team_id in (None, team_id)))


def _now(one: Held, team: Team, request: Request) -> Table:
    """What is in force, the narrowest last: the council's, a role's, the team's, a role's in the team."""
    rows = sorted(
        (row for row in one.rows if row.stands == "in_force"),
        key=lambda row: (bool(row.row.team_id), bool(row.row.role), row.row.role or ""),
    )
    drawn: list[list[object]] = [
        [
            for_whom(row, {team.pk: team.name}),
            Cell(text=row.words, strong=True),
            f"Since {date_only(row.row.started_on, request.today)}",
            row.row.reason or "",
        ]
        for row in rows
    ]
    if not one.now:
        usual = one.standard.in_words(one.standard.default) if one.standard.default is not None else "None"
        drawn.insert(0, ["The council", Cell(text=usual, strong=True), "The council has set none", ""])
    columns = [Column("For whom"), Column("In force now"), Column("Since"), Column("Why")]
    return Table(label=WORDS[one.standard.setting], columns=columns, rows=drawn, kind="stack")
