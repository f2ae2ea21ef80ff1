"""The addresses of section 47 enquiries."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.protection.enquiry import views

HERE = "children/<str:la_child_id>/enquiries/<str:enquiry_id>/"
urlpatterns = [
    path(HERE, views.enquiry, name="enquiry"),
    path(f"{HERE}write/", views.write, name="enquiry-write"),
    path(f"{HERE}answer/", views.answer, name="enquiry-answer"),
]
