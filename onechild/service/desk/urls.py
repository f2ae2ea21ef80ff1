"""The addresses of the desk."""

from __future__ import annotations

from django.urls import include, path

from onechild.service.desk.adding import views as adding
from onechild.service.desk.board import views as board
from onechild.service.desk.forecast import views as forecast
from onechild.service.desk.my_day import calendar, my_children
from onechild.service.desk.my_day import views as my_day
from onechild.service.desk.rules import views as rules
from onechild.service.desk.search import views as search
from onechild.service.desk.standards import views as standards
from onechild.service.desk.teams import index, targets, waiting_views
from onechild.service.desk.teams import views as teams
from onechild.service.desk.work import views as work
from onechild.service.desk.workers import leave
from onechild.service.desk.workers import views as workers

urlpatterns = [
    path("", my_day.my_day, name="my-day"),
    path("my-day/calendar/", calendar.calendar, name="calendar"),
    path("my-children/", my_children.my_children, name="my-children"),
    path("my-children/export/", my_children.export, name="my-children-export"),
    path("work/", work.work, name="work"),
    path("waiting/", waiting_views.waiting_list, name="waiting-list"),
    path("teams/", index.teams, name="teams"),
    path("teams/<str:team_id>/board/", board.team_board, name="team-board"),
    path("teams/<str:team_id>/board/duties/", board.team_duties, name="team-board-duties"),
    path("teams/<str:team_id>/targets/", targets.targets, name="team-targets"),
    path("teams/<str:team_id>/targets/<slug:setting>/", targets.set_target, name="team-target-set"),
    path("teams/<str:team_id>/", teams.team, name="team"),
    path("workers/<str:worker_id>/leave/", leave.leave, name="worker-leave"),
    path("workers/<str:worker_id>/leave/<str:absence_id>/end/", leave.leave_end, name="worker-leave-end"),
    path("workers/<str:worker_id>/limit/", leave.limit, name="worker-limit"),
    path("workers/<str:worker_id>/limit/<str:limit_id>/end/", leave.limit_end, name="worker-limit-end"),
    path("workers/<str:worker_id>/languages-and-areas/", leave.known, name="worker-facts"),
    path("workers/<str:worker_id>/", workers.worker, name="worker"),
    path("search/", search.search, name="search"),
    path("teams/<str:team_id>/forecast/", forecast.team_forecast, name="team-forecast"),
    path("workers/<str:worker_id>/forecast/", forecast.worker_forecast, name="worker-forecast"),
    path("silence/", include("onechild.service.desk.silence.urls")),
    path("board/", board.board, name="board"),
    path("board/duties/", board.duties, name="board-duties"),
    path("standards/", standards.standards, name="standards"),
    path("standards/<slug:setting>/", standards.standard, name="standard"),
    path("standards/<slug:setting>/<str:setting_id>/withdraw/", standards.withdraw, name="standard-withdraw"),
    path("rules/", rules.rules, name="rules"),
    path("rules/<slug:clock_key>/", rules.rule, name="rule"),
    path("performance/", include("onechild.service.desk.published.urls")),
    path("performance/", include("onechild.service.desk.performance.urls")),
    path("reports/", include("onechild.service.desk.reports.urls")),
    path("performance/", include("onechild.service.desk.dashboards.urls")),
    path("benchmarks/", include("onechild.service.desk.explorer.urls")),
    path("children/<str:la_child_id>/waiting-look/", waiting_views.look, name="waiting-look"),
    path("children/<str:la_child_id>/add/", adding.add, name="child-add"),
    path("children/<str:la_child_id>/", include("onechild.service.desk.children.urls")),
]
