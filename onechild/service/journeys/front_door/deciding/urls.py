"""The addresses of deciding on contacts."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.front_door.deciding.views import deciding, moving, screening, telling

CONTACT = "front-door/contacts/<str:intake_id>/"
CHECK = f"{CONTACT}checks/<str:check_id>/"

urlpatterns = [
    path("front-door/to-tell/", telling.list_to_tell, name="contacts-to-tell"),
    path(f"{CONTACT}next/", moving.onward, name="front-door-decide"),
    path(f"{CONTACT}take/", moving.take, name="contact-take"),
    path(f"{CONTACT}hand/", moving.hand, name="contact-hand"),
    path(f"{CONTACT}send/", moving.send, name="contact-send"),
    path(f"{CONTACT}strategy/", moving.open_strategy, name="contact-strategy"),
    path(f"{CONTACT}decide/", deciding.decide, name="contact-decide"),
    path(f"{CONTACT}reverse/", deciding.reverse, name="contact-reverse"),
    path(f"{CONTACT}screen/", screening.screen, name="contact-screen"),
    path(f"{CONTACT}suggest/", screening.suggest, name="contact-suggest"),
    path(f"{CONTACT}checks/new/", screening.new_check, name="contact-check-new"),
    path(CHECK, screening.answer, name="contact-check"),
    path(f"{CHECK}chase/", screening.chase, name="contact-check-chase"),
    path(f"{CONTACT}tell/", telling.tell, name="contact-tell"),
]
