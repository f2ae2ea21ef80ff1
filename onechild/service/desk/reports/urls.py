"""The addresses of the reports."""

from __future__ import annotations

from django.urls import path

from onechild.service.desk.reports import views

urlpatterns = [
    path("", views.reports, name="reports"),
    path("make/", views.make, name="report-make"),
    path("<int:report_id>/", views.report, name="report"),
    path("<int:report_id>/<slug:form>/", views.file, name="report-file"),
]
