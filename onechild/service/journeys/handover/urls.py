"""The addresses of handovers and of continuity."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.handover import team_views, views

CHILD = "children/<str:la_child_id>/handover/"
urlpatterns = [
    path(CHILD, views.handovers, name="handovers"),
    path(f"{CHILD}<str:handover_id>/", views.handover, name="handover"),
    path(f"{CHILD}<str:handover_id>/write/", views.finish, name="handover-finish"),
    path(f"{CHILD}<str:handover_id>/read/", views.read, name="handover-read"),
    path(f"{CHILD}<str:handover_id>/met/", views.met, name="handover-met"),
    path("teams/<str:team_id>/continuity/", team_views.continuity, name="team-continuity"),
]
