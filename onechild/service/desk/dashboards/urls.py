"""The addresses of the live pages, under /performance/."""

from __future__ import annotations

from django.urls import path

from onechild.service.desk.dashboards import views

urlpatterns = [
    path("mash/", views.mash, name="mash"),
    path("legal/", views.legal, name="legal"),
]
