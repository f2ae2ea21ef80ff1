"""The barest page behind sign-in, for `make bench` to measure the others against: one indexed query, nothing else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onechild.service.record.models import Team


def bare(request: HttpRequest) -> HttpResponse:
    """Show the base template with the name of one team; served only where ONECHILD_BENCH is set."""
    team = Team.objects.filter(pk=request.GET.get("team", "")).values("name").first()
    return render(request, "config/bare.html", {"team": team})
