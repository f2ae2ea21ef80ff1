"""The gallery's address. Config includes it in development only."""

from __future__ import annotations

from django.urls import path

from onechild.service.govuk.gallery import gallery

urlpatterns = [path("gallery/", gallery, name="gallery")]
