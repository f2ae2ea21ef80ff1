"""The addresses of assessments."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.assessment.views import (
    childhood,
    deciding,
    delaying,
    listing,
    reading,
    starting,
    writing,
)

ONE = "children/<str:la_child_id>/assessments/<str:assessment_id>/"

urlpatterns = [
    path("assessments/", listing.assessments, name="assessments"),
    path("children/<str:la_child_id>/assessments/new/", starting.new, name="assessment-new"),
    path(ONE, reading.assessment, name="assessment"),
    path(f"{ONE}history/", writing.history, name="assessment-history"),
    path(f"{ONE}history/<str:key>/", writing.pattern, name="assessment-pattern"),
    path(f"{ONE}parts/<slug:key>/", writing.part, name="assessment-part"),
    path(f"{ONE}delay/", delaying.delay, name="assessment-delay"),
    path(f"{ONE}delay/<str:cause_id>/take-back/", delaying.remove, name="assessment-delay-remove"),
    path(f"{ONE}check/", deciding.check, name="assessment-check"),
    path(f"{ONE}send/", deciding.submit, name="assessment-submit"),
    path(f"{ONE}decide/", deciding.decide, name="assessment-decide"),
    path(f"{ONE}open-again/", deciding.reopen, name="assessment-reopen"),
    path("children/<str:la_child_id>/adults/<str:adult_id>/childhood/", childhood.childhood, name="adult-childhood"),
]
