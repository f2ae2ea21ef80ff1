"""The addresses of the partner's form."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.partner_form import views

urlpatterns = [
    path("tell-us/", views.form, name="partner-form"),
    path("tell-us/done/<str:done>/", views.done, name="partner-done"),
]
