"""The addresses of protection: the list, then discussion, enquiry, conference and plan."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.protection import of_child, views
from onechild.service.journeys.protection.conference.urls import urlpatterns as conferences
from onechild.service.journeys.protection.enquiry.urls import urlpatterns as enquiries
from onechild.service.journeys.protection.plan.urls import urlpatterns as plans
from onechild.service.journeys.protection.strategy.urls import urlpatterns as discussions

urlpatterns = [
    path("protection/", views.protection, name="protection"),
    path("children/<str:la_child_id>/protection/", of_child.protection, name="child-protection"),
    *discussions,
    *enquiries,
    *conferences,
    *plans,
]
