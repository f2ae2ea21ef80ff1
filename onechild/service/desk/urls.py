"""The addresses of the desk."""

from __future__ import annotations

from django.urls import include, path

from onechild.service.desk.my_day import views as my_day
from onechild.service.desk.search import views as search
from onechild.service.desk.teams import views as teams
from onechild.service.desk.workers import views as workers

urlpatterns = [
    path("", my_day.my_day, name="my-day"),
    path("my-children/", my_day.my_children, name="my-children"),
    path("teams/", teams.teams, name="teams"),
    path("teams/<str:team_id>/", teams.team, name="team"),
    path("workers/<str:worker_id>/", workers.worker, name="worker"),
    path("search/", search.search, name="search"),
    path("performance/", include("onechild.service.desk.performance.urls")),
    path("children/<str:la_child_id>/", include("onechild.service.desk.children.urls")),
]
