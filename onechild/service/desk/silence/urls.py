"""The addresses of what has not happened."""

from __future__ import annotations

from django.urls import path

from onechild.service.desk.silence import views

urlpatterns = [
    path("", views.silence, name="silence"),
    path("<int:silence_id>/snooze/", views.snooze, name="silence-snooze"),
    path("<int:silence_id>/wake/", views.wake, name="silence-wake"),
]
