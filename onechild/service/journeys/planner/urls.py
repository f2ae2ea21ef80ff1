"""The addresses of the planner."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.planner import making_views, views
from onechild.service.journeys.planner.what_if import views as what_if

urlpatterns = [
    path("planner/", views.planner, name="planner"),
    path("planner/what-if/", what_if.what_if_page, name="what-if"),
    path("planner/<str:plan_id>/", views.plan, name="plan"),
    path("planner/<str:plan_id>/again/", views.again, name="plan-again"),
    path("planner/<str:plan_id>/make/", making_views.making, name="plan-make"),
    path("planner/<str:plan_id>/drop/", making_views.dropping, name="plan-drop"),
]
