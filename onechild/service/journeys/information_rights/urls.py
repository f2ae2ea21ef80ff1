"""The addresses of information rights."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.information_rights.views import access_requests, entries, keeping

urlpatterns = [
    path("", access_requests.front, name="rights"),
    path("requests/<int:request_id>/", access_requests.one, name="rights-request"),
    path("requests/<int:request_id>/clock/", access_requests.clock, name="rights-clock"),
    path("requests/<int:request_id>/lines/", access_requests.lines, name="rights-lines"),
    path("requests/<int:request_id>/answer/", access_requests.preview, name="rights-answer"),
    path("requests/<int:request_id>/close/", access_requests.close, name="rights-close"),
    path("disclosures/", entries.disclosures, name="rights-disclosures"),
    path("notes/", entries.notes, name="rights-notes"),
    path("keeping/", keeping.keeping, name="rights-keeping"),
    path("keeping/hold/", keeping.hold, name="rights-hold"),
    path("keeping/erase/", keeping.ask, name="rights-erase"),
    path("keeping/erasures/<int:erasure_id>/", keeping.decide, name="rights-erasure"),
    path("impact-assessment/", entries.impact_assessment, name="rights-impact"),
]
