"""Addresses for the explorer's tests: the explorer itself, and a way to sign in that leads nowhere."""

from __future__ import annotations

from django.urls import include, path

from onechild.service.desk.explorer.views import about_figures

urlpatterns = [
    path("benchmarks/", include("onechild.service.desk.explorer.urls")),
    path("sign-in/", about_figures, name="sign-in"),
]
