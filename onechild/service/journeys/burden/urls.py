"""The address of the burden of recording."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.burden import views

urlpatterns = [path("burden/", views.show, name="burden")]
