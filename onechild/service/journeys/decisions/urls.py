"""The addresses of the decision register, of watches and of second looks."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.decisions.register import views as register
from onechild.service.journeys.decisions.second_looks import views as second_looks
from onechild.service.journeys.decisions.watching import views as watching

urlpatterns = [
    path("decisions/", register.register, name="decisions"),
    path("decisions/mine/", watching.mine, name="my-decisions"),
    path("decisions/mine/<str:watch_id>/<str:came_back_id>/", watching.learn, name="decision-learn"),
    path("decisions/after/", watching.watches, name="watches"),
    path("decisions/<str:decision_id>/", register.decision, name="decision"),
    path("decisions/<str:decision_id>/challenge/", register.challenge, name="decision-challenge"),
    path("decisions/<str:decision_id>/challenges/<str:challenge_id>/", register.answer, name="decision-answer"),
    path("front-door/second-looks/", second_looks.looks, name="second-looks"),
    path("front-door/second-looks/draw/", second_looks.draw_now, name="second-looks-draw"),
    path("front-door/second-looks/<str:look_id>/", second_looks.look, name="second-look"),
    path("front-door/second-looks/<str:look_id>/take/", second_looks.take, name="second-look-take"),
]
