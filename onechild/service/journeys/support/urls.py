"""The addresses of child in need plans, the step down and closure."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.support.closing import views as closing
from onechild.service.journeys.support.plans import parts, views
from onechild.service.journeys.support.stepping_down import views as stepping_down

CHILD = "children/<str:la_child_id>/"
PLAN = f"{CHILD}need-plan/<str:plan_id>/"

urlpatterns = [
    path(f"{CHILD}need-plans/", views.plans, name="need-plans"),
    path(f"{CHILD}need-plan/new/", views.new, name="need-plan-new"),
    path(PLAN, views.plan, name="need-plan"),
    path(f"{PLAN}edit/", views.edit, name="need-plan-edit"),
    path(f"{PLAN}send/", views.submit, name="need-plan-submit"),
    path(f"{PLAN}decide/", views.decide, name="need-plan-decide"),
    path(f"{PLAN}outcomes/new/", parts.new_outcome, name="need-plan-outcome-new"),
    path(f"{PLAN}outcomes/<str:outcome_id>/", parts.settle, name="need-plan-outcome"),
    path(f"{PLAN}outcomes/<str:outcome_id>/actions/new/", parts.new_action, name="need-plan-action-new"),
    path(f"{PLAN}actions/<str:action_id>/done/", parts.done, name="need-plan-done"),
    path(f"{PLAN}review/", parts.review, name="need-plan-review"),
    path(f"{PLAN}oversight/", parts.oversee, name="need-plan-oversee"),
    path(f"{PLAN}end/", parts.end, name="need-plan-end"),
    path(f"{CHILD}step-down/", stepping_down.page, name="step-down"),
    path(f"{CHILD}closure/", closing.ask, name="closure-new"),
    path(f"{CHILD}closure/<str:closure_id>/", closing.closure, name="closure"),
]
