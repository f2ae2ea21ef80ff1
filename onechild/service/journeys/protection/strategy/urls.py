"""The addresses of strategy discussions."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.protection.strategy import views

urlpatterns = [
    path("children/<str:la_child_id>/strategy/new/", views.new, name="strategy-new"),
    path("children/<str:la_child_id>/strategy/<str:discussion_id>/", views.discussion, name="strategy"),
]
