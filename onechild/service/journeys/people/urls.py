"""The addresses of the people around a child."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.people.views import changing, reading

FAMILY = "children/<str:la_child_id>/family/"

urlpatterns = [
    path(FAMILY, reading.people, name="people"),
    path("children/<str:la_child_id>/network/", reading.network, name="network"),
    path(f"{FAMILY}new/", changing.relation_new, name="relation-new"),
    path(f"{FAMILY}adults/<str:adult_id>/contacts/new/", changing.contact_new, name="adult-contact-new"),
    path(f"{FAMILY}adults/<str:adult_id>/", changing.adult_edit, name="adult-edit"),
    path(f"{FAMILY}contacts/<str:contact_id>/end/", changing.contact_end, name="adult-contact-end"),
    path(f"{FAMILY}<str:relationship_id>/", changing.relation_edit, name="relation-edit"),
    path(f"{FAMILY}<str:relationship_id>/end/", changing.relation_end, name="relation-end"),
]
