"""The addresses of the explorer. All are open: access/public_pages.py names them."""

from __future__ import annotations

from django.urls import path

from onechild.service.desk.explorer import views

urlpatterns = [
    path("", views.home, name="benchmarks"),
    path("about/", views.about_figures, name="benchmarks-about"),
    path("topics/<slug:key>/", views.topic, name="benchmarks-topic"),
    path("measures/<slug:key>/", views.measure, name="benchmarks-measure"),
    path("councils/<slug:code>/", views.council, name="benchmarks-council"),
    path("view/", views.view, name="benchmarks-view"),
    path("view/figures.csv", views.view_csv, name="benchmarks-csv"),
    path("view/figures.xlsx", views.view_xlsx, name="benchmarks-xlsx"),
]
