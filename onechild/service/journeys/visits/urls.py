"""The addresses of visits."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.visits import views

urlpatterns = [
    path("children/<str:la_child_id>/visits/new/", views.new, name="visit-new"),
    path("children/<str:la_child_id>/visits/<str:visit_id>/", views.recorded, name="visit-recorded"),
]
