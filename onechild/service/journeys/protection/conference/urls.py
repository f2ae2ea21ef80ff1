"""The addresses of conferences."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.protection.conference import day_views, views

ALL = "children/<str:la_child_id>/conferences/"
HERE = f"{ALL}<str:arrangement_id>/"
urlpatterns = [
    path(f"{ALL}new/", views.new, name="conference-new"),
    path(HERE, views.conference, name="conference"),
    path(f"{HERE}move/", views.move, name="conference-move"),
    path(f"{HERE}call-off/", views.call_off, name="conference-call-off"),
    path(f"{HERE}ask/", views.ask, name="conference-ask"),
    path(f"{HERE}report/", day_views.report, name="conference-report"),
    path(f"{HERE}shared/", day_views.shared, name="conference-shared"),
    path(f"{HERE}attendance/", day_views.attendance, name="conference-attendance"),
    path(f"{HERE}decide/", day_views.decide, name="conference-decide"),
    path(f"{HERE}sent/", day_views.sent, name="conference-sent"),
    path(f"{HERE}dissent/<str:person_id>/", day_views.dissent, name="conference-dissent"),
]
