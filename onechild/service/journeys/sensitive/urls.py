"""The addresses of specially careful work. None says what a child's work is about."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.sensitive.views import homeless, lists, missing, orders, pathways, plan, work

CHILD = "children/<str:la_child_id>"
PATHWAY = f"{CHILD}/pathways/<str:pathway_id>"

urlpatterns = [
    path("pathways/", lists.pathways, name="pathways"),
    path("missing/", lists.missing, name="missing"),
    path(f"{CHILD}/pathways/", lists.of_child, name="child-pathways"),
    path(f"{CHILD}/pathways/new/", pathways.new, name="pathway-new"),
    path(f"{PATHWAY}/", pathways.page, name="pathway"),
    path(f"{PATHWAY}/words/", pathways.describe, name="pathway-words"),
    path(f"{PATHWAY}/done/", work.done, name="pathway-done"),
    path(f"{PATHWAY}/signs/", work.signs, name="pathway-signs"),
    path(f"{PATHWAY}/oversight/", work.oversight, name="pathway-oversight"),
    path(f"{PATHWAY}/end/", work.end, name="pathway-end"),
    path(f"{PATHWAY}/choice/", homeless.choice, name="pathway-choice"),
    path(f"{PATHWAY}/outcomes/new/", plan.new, name="pathway-outcome-new"),
    path(f"{PATHWAY}/outcomes/<str:outcome_id>/", plan.settle, name="pathway-outcome"),
    path(f"{CHILD}/orders/new/", orders.new, name="order-new"),
    path(f"{CHILD}/orders/<str:order_id>/", orders.change, name="order"),
    path(f"{CHILD}/missing/new/", missing.new, name="missing-new"),
    path(f"{CHILD}/missing/<str:missing_id>/", missing.page, name="missing-episode"),
    path(f"{CHILD}/missing/<str:missing_id>/back/", missing.back, name="missing-back"),
    path(f"{CHILD}/missing/<str:missing_id>/interview/", missing.interview, name="missing-interview"),
]
