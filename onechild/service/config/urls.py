"""Every address there is, by app: read this first."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from onechild.service.config import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive, name="health"),
    path("readyz", health.ready, name="ready"),
]
