"""The addresses of the performance pages; a date in the address keeps it for good."""

from __future__ import annotations

from django.urls import path

from onechild.service.desk.performance import views

urlpatterns = [
    path("", views.performance, name="performance"),
    path("areas/<slug:slug>/", views.scorecard, name="scorecard"),
    path("changes/", views.changes, name="changes"),
    path("caseload/", views.caseload, name="caseload"),
    path("measures/<slug:key>/", views.measure, name="measure"),
]
