"""The addresses of a child's pages; the desk includes them under children/<la_child_id>/."""

from __future__ import annotations

from django.urls import include, path

from onechild.service.desk.children import changes, intervals, late_reasons, views, warning_views

urlpatterns = [
    path("", views.overview, name="child"),
    path("timeline/", views.timeline_page, name="child-timeline"),
    path("", include("onechild.service.desk.children.chronology.urls")),
    path("clocks/", views.clocks, name="child-clocks"),
    path("clocks/late/", late_reasons.late_reason, name="child-late-reason"),
    path("plans/", views.plans_page, name="child-plans"),
    path("plans/<slug:kind>/<str:plan_id>/interval/", intervals.interval, name="child-interval"),
    path("plans/<slug:kind>/<str:plan_id>/interval/end/", intervals.end_interval, name="child-interval-end"),
    path("people/", views.people, name="child-people"),
    path("decisions/", views.decisions_page, name="child-decisions"),
    path("held/", views.held, name="child-held"),
    path("edit/", changes.details, name="child-edit"),
    path("edit/birth/", changes.birth, name="child-birth"),
    path("edit/names/new/", changes.new_name, name="child-name-new"),
    path("edit/names/<str:name_id>/end/", changes.end_name, name="child-name-end"),
    path("warnings/", warning_views.warnings, name="child-warnings"),
    path("warnings/new/", warning_views.new, name="child-warning-new"),
    path("warnings/<str:warning_id>/", warning_views.review, name="child-warning-review"),
    path("warnings/<str:warning_id>/end/", warning_views.end, name="child-warning-end"),
]
