"""The address of the board."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.front_door.board import views

urlpatterns = [path("front-door/", views.board, name="front-door")]
