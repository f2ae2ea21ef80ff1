"""The addresses of the academy."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.academy import overview
from onechild.service.journeys.academy.cohorts import views as cohorts
from onechild.service.journeys.academy.observing import views as observing
from onechild.service.journeys.academy.years import views as years

urlpatterns = [
    path("academy/", overview.academy, name="academy"),
    path("academy/mine/", overview.mine, name="my-academy"),
    path("academy/cohorts/new/", cohorts.new, name="cohort-new"),
    path("academy/cohorts/<str:cohort_id>/", cohorts.cohort, name="cohort"),
    path("academy/cohorts/<str:cohort_id>/places/new/", cohorts.place_new, name="place-new"),
    path("academy/places/<str:place_id>/end/", cohorts.place_end, name="place-end"),
    path("academy/workers/<str:worker_id>/", overview.worker, name="academy-worker"),
    path("academy/workers/<str:worker_id>/observations/new/", observing.new, name="observation-new"),
    path("academy/workers/<str:worker_id>/years/new/", years.new, name="assessed-year-new"),
    path("academy/observations/<str:observation_id>/", observing.observation, name="observation"),
    path("academy/observations/<str:observation_id>/sign/", observing.sign, name="observation-sign"),
    path("academy/years/<str:year_id>/", years.year, name="assessed-year"),
    path("academy/years/<str:year_id>/review/", years.review, name="assessed-year-review"),
    path("academy/years/<str:year_id>/end/", years.end, name="assessed-year-end"),
    path("academy/reviews/<str:note_id>/sign/", years.sign, name="assessed-year-sign"),
]
