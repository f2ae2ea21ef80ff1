"""The addresses of child protection plans."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.protection.plan import outcome_views, views

HERE = "children/<str:la_child_id>/protection-plans/<str:plan_id>/"
OUTCOME = f"{HERE}outcomes/<str:outcome_id>/"
urlpatterns = [
    path(HERE, views.plan, name="protection-plan"),
    path(f"{HERE}family/", views.family, name="protection-plan-family"),
    path(f"{HERE}core-groups/new/", views.core_group, name="core-group-new"),
    path(f"{HERE}category/", views.category, name="protection-plan-category"),
    path(f"{HERE}end/", views.end, name="protection-plan-end"),
    path(f"{HERE}outcomes/new/", outcome_views.new, name="protection-outcome-new"),
    path(OUTCOME, outcome_views.settle, name="protection-outcome"),
    path(f"{OUTCOME}actions/new/", outcome_views.action, name="protection-action-new"),
    path(f"{HERE}actions/<str:action_id>/done/", outcome_views.action_done, name="protection-action-done"),
]
