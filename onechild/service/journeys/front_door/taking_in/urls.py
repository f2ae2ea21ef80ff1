"""The addresses of taking contacts in."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.front_door.taking_in.views import changing, contact, duty, importing, linking, recording

CONTACT = "front-door/contacts/<str:intake_id>/"
CHILD = f"{CONTACT}children/<str:intake_child_id>/"

urlpatterns = [
    path("front-door/contacts/new/", recording.new, name="contact-new"),
    path("children/<str:la_child_id>/contacts/new/", recording.about, name="contact-about"),
    path("front-door/contacts/import/", importing.bring_in, name="contacts-import"),
    path("front-door/out-of-hours/", duty.out_of_hours, name="out-of-hours"),
    path("front-door/out-of-hours/<str:holder_id>/end/", duty.end, name="out-of-hours-end"),
    path(CONTACT, contact.contact, name="contact"),
    path(f"{CONTACT}details/", changing.details, name="contact-edit"),
    path(f"{CONTACT}urgency/", changing.urgency, name="contact-urgency"),
    path(f"{CONTACT}join/", changing.join, name="contact-join"),
    path(f"{CONTACT}unjoin/", changing.unjoin, name="contact-unjoin"),
    path(f"{CONTACT}children/new/", changing.new_child, name="contact-child-new"),
    path(CHILD, changing.child, name="contact-child-edit"),
    path(f"{CHILD}link/", linking.link, name="contact-link"),
    path(f"{CHILD}make/", linking.make, name="contact-make"),
    path(f"{CHILD}unlink/", linking.unlink, name="contact-unlink"),
    path(f"{CONTACT}siblings/", linking.siblings, name="contact-siblings"),
    path(f"{CONTACT}adults/<str:intake_adult_id>/", linking.adult, name="contact-adult"),
]
