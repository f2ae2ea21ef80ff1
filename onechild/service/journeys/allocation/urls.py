"""The addresses of allocation."""

from django.urls import path

from onechild.service.journeys.allocation.views import changes, page, several, transfers
from onechild.service.journeys.allocation.views.allocating import allocate

CHILD = "children/<str:la_child_id>/"

urlpatterns = [
    path(f"{CHILD}allocation/", page.show, name="child-allocation"),
    path(f"{CHILD}allocate/", allocate, name="allocate"),
    path(f"{CHILD}allocation/end/", changes.end, name="allocation-end"),
    path(f"{CHILD}allocation/undo/", changes.undo, name="allocation-undo"),
    path(f"{CHILD}allocation/priority/", changes.priority, name="allocation-priority"),
    path(f"{CHILD}allocation/co-worker/", changes.co_worker, name="co-worker-new"),
    path(f"{CHILD}allocation/co-worker/<str:allocation_id>/end/", changes.co_worker_end, name="co-worker-end"),
    path(f"{CHILD}transfer/", transfers.ask, name="transfer-new"),
    path("teams/<str:team_id>/allocate/", several.allocate_many, name="allocate-many"),
    path("transfers/", transfers.transfers, name="transfers"),
    path("transfers/<str:transfer_id>/", transfers.transfer, name="transfer"),
]
