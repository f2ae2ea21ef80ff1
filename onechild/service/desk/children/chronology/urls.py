"""The addresses of a child's chronology; the child's pages include them."""

from __future__ import annotations

from django.urls import path

from onechild.service.desk.children.chronology import views

urlpatterns = [
    path("chronology/", views.chronology_page, name="child-chronology"),
    path("chronology/mark/<slug:what>/<path:row_key>/", views.mark, name="child-mark"),
]
