"""Addresses for the gallery's tests: every name that the base template looks for leads to the gallery."""

from __future__ import annotations

from django.urls import path

from onechild.service.govuk.gallery import gallery

urlpatterns = [
    path("gallery/", gallery, name="gallery"),
    *(path(f"{name}/", gallery, name=name) for name in ("home", "search", "account", "sign-out")),
]
