"""The addresses of the front door: contacts taken in, the board, what is decided."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

HERE = "onechild.service.journeys.front_door"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(f"{HERE}.{part}.urls"))
    for part in ("taking_in", "board", "deciding")
    if find_spec(f"{HERE}.{part}.urls")
]
