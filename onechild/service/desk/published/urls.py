"""The addresses of published figures; each stands for good."""

from __future__ import annotations

from django.urls import path

from onechild.service.desk.published import views

urlpatterns = [
    path("published/", views.published, name="published"),
    path("published/publish/", views.publish_figure, name="published-publish"),
    path("published/<str:published_id>/", views.published_one, name="published-figure"),
]
