"""The addresses of the workforce."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.workforce.census import views as census
from onechild.service.journeys.workforce.employing import people
from onechild.service.journeys.workforce.employing import views as employing
from onechild.service.journeys.workforce.overview import views as overview
from onechild.service.journeys.workforce.posts import views as posts
from onechild.service.journeys.workforce.targets import views as targets

urlpatterns = [
    path("workforce/", overview.overview, name="workforce"),
    path("workforce/posts/", posts.posts, name="workforce-posts"),
    path("workforce/posts/new/", posts.new, name="post-new"),
    path("workforce/posts/<str:post_id>/end/", posts.end, name="post-end"),
    path("workforce/people/", people.people, name="workforce-people"),
    path("workforce/people/<str:worker_id>/details/", census.details, name="workforce-details"),
    path("workforce/people/<str:worker_id>/absence/", people.absence, name="workforce-absence"),
    path("workforce/absences/<str:absence_id>/end/", people.back, name="workforce-absence-end"),
    path("workforce/employments/new/", employing.new, name="employment-new"),
    path("workforce/employments/<str:employment_id>/end/", employing.end, name="employment-end"),
    path("workforce/employments/<str:employment_id>/convert/", employing.convert, name="employment-convert"),
    path("workforce/employments/<str:employment_id>/hours/", employing.hours, name="employment-hours"),
    path("workforce/employments/<str:employment_id>/origin/", census.origin, name="workforce-origin"),
    path("workforce/targets/", targets.targets, name="workforce-targets"),
    path("workforce/targets/new/", targets.new, name="workforce-target-new"),
    path("workforce/targets/<str:target_id>/end/", targets.end, name="workforce-target-end"),
    path("workforce/census/", census.census, name="workforce-census"),
    path("workforce/census/file/", census.take_out, name="workforce-census-file"),
]
