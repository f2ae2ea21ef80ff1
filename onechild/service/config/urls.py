"""Every address there is, by app: read this first."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from onechild.service.config import health
from onechild.service.config.bare import bare
from onechild.service.desk.api import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive, name="health"),
    path("readyz", health.ready, name="ready"),
    path("", include("onechild.service.access.sign_in.urls")),
    path("", include("onechild.service.access.accounts.urls")),
    path("", include("onechild.service.access.drafts.urls")),
    path("", include("onechild.service.access.urls")),
    path("", include("onechild.service.journeys.visits.urls")),
    path("", include("onechild.service.journeys.case_notes.urls")),
    path("", include("onechild.service.journeys.diary.urls")),
    path("", include("onechild.service.journeys.people.urls")),
    path("", include("onechild.service.journeys.letters.urls")),
    path("", include("onechild.service.journeys.assessment.urls")),
    path("", include("onechild.service.journeys.sensitive.urls")),
    path("", include("onechild.service.journeys.partner_form.urls")),
    path("", include("onechild.service.journeys.front_door.urls")),
    path("", include("onechild.service.journeys.support.urls")),
    path("", include("onechild.service.journeys.protection.urls")),
    path("", include("onechild.service.journeys.decisions.urls")),
    path("", include("onechild.service.journeys.burden.urls")),
    path("", include("onechild.service.journeys.promises.urls")),
    path("", include("onechild.service.journeys.supervision.urls")),
    path("", include("onechild.service.journeys.workforce.urls")),
    path("", include("onechild.service.journeys.academy.urls")),
    path("", include("onechild.service.journeys.planner.urls")),
    path("", include("onechild.service.journeys.handover.urls")),
    path("", include("onechild.service.journeys.allocation.urls")),
    path("rights/", include("onechild.service.journeys.information_rights.urls")),
    path("data-in/", include("onechild.service.exchange.pages.urls")),
    path("data-out/", include("onechild.service.exchange.pages.out_urls")),
    path("", include("onechild.service.desk.urls")),
    path("api/", api.urls),
]

if settings.BENCH:
    urlpatterns.append(path("bare/", bare, name="bare"))

# What went wrong, in the look of the house.
handler400 = "onechild.service.config.security.mishaps.bad_request"
handler403 = "onechild.service.config.security.mishaps.not_allowed"
handler404 = "onechild.service.config.security.mishaps.not_found"
handler500 = "onechild.service.config.security.mishaps.broken"
