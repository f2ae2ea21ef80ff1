"""What each role may do, and what I may do and why."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access import visible
from onechild.service.access.permissions import PERMISSIONS
from onechild.service.access.restrictions import CLASSES
from onechild.service.access.roles import BY_ROLE, REACHES, ROLES
from onechild.service.access.viewer import Request
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.record.models import Team

FEW = 50


def roles(request: Request) -> HttpResponse:
    """Say which roles there are, whom each sees and what each may do."""
    described = [
        {
            "role": role,
            "reach": REACHES[role.reach],
            "may": [permission.says for permission in PERMISSIONS if permission.key in role.permissions],
        }
        for role in ROLES
    ]
    return render(request, "access/roles.html", {"roles": described, "classes": CLASSES.values()})


def powers(request: Request) -> HttpResponse:
    """Say what I may do, in which roles, and why I see each of my children."""
    viewer = request.viewer
    seen = visible.children(viewer).order_by("la_child_id")
    page = page_asked(request.GET, seen, size=FEW)
    why = visible.because(viewer, [child.pk for child in page])
    request.seen([child.pk for child in page], what="why I see each of my children", kind="list")
    teams = dict(
        Team.objects.filter(pk__in=[held.team_id for held in viewer.roles if held.team_id]).values_list("pk", "name")
    )
    table = Table(
        label="Children I may see, and why",
        columns=(Column("Child"), Column("Why I see this child")),
        rows=[[Cell(text=child.la_child_id), "; ".join(why.get(child.pk, ())).capitalize()] for child in page],
        empty="No children. You see a child here when one is given to you or your team.",
    )
    held = [
        {
            "name": one.name,
            "team": teams.get(one.team_id or "", ""),
            "says": BY_ROLE[one.role].says,
            "reach": REACHES[BY_ROLE[one.role].reach],
        }
        for one in viewer.roles
    ]
    may = [permission for permission in PERMISSIONS if viewer.may(permission.key)]
    return render(request, "access/powers.html", {"held": held, "may": may, "table": table, "page": page})
