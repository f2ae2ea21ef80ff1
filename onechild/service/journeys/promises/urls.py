"""The addresses of promises and of challenges."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.promises.challenging import views as challenging
from onechild.service.journeys.promises.keeping import views as keeping
from onechild.service.journeys.promises.ledger import views as ledger

CHILD = "children/<str:la_child_id>"
PROMISE = f"{CHILD}/promises/<str:direction_id>"
CHALLENGE = f"{CHILD}/challenges/<str:escalation_id>"

urlpatterns = [
    path("promises/", ledger.mine, name="promises-mine"),
    path("promises/team/<str:team_id>/", ledger.team, name="promises-team"),
    path(f"{CHILD}/promises/", ledger.child, name="child-promises"),
    path(f"{CHILD}/promises/new/", keeping.new, name="promise-new"),
    path(f"{CHILD}/promises/pass-on/", ledger.pass_on, name="promises-pass-on"),
    path(f"{PROMISE}/", keeping.promise, name="promise"),
    *(path(f"{PROMISE}/{verb}/", keeping.do, {"verb": verb}, name=f"promise-{verb}") for verb in keeping.FORMS),
    path("challenges/", challenging.challenges, name="challenges"),
    path(f"{CHILD}/challenges/", challenging.of_child, name="child-challenges"),
    path(f"{CHILD}/challenges/new/", challenging.new, name="challenge-new"),
    path(f"{CHALLENGE}/", challenging.challenge, name="challenge"),
    path(f"{CHALLENGE}/answer/", challenging.answer, name="challenge-answer"),
    path(f"{CHALLENGE}/further/", challenging.further, name="challenge-further"),
    path(f"{CHALLENGE}/end/", challenging.end, name="challenge-end"),
]
