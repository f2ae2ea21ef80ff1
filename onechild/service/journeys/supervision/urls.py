"""The addresses of supervision."""

from __future__ import annotations

from django.urls import path

from onechild.service.journeys.supervision.quality import views as quality
from onechild.service.journeys.supervision.views import begin, desk, of_child, session

urlpatterns = [
    path("supervision/", desk.supervisions, name="supervisions"),
    path("supervision/group/", begin.group, name="supervision-group"),
    path("supervision/readings/", quality.readings, name="supervision-readings"),
    path("supervision/readings/draw/", quality.draw_now, name="supervision-draw"),
    path(
        "supervision/readings/<str:la_child_id>/<str:reading_id>/",
        quality.reading,
        name="supervision-reading",
    ),
    path("supervision/session/<str:session_id>/", session.session, name="supervision"),
    path("supervision/session/<str:session_id>/choose/", begin.choose, name="supervision-choose"),
    path("supervision/session/<str:session_id>/write/", session.write, name="supervision-write"),
    path("supervision/session/<str:session_id>/sign/", session.sign, name="supervision-sign"),
    path("supervision/session/<str:session_id>/off/", begin.off, name="supervision-off"),
    path("supervision/session/<str:session_id>/children/<str:la_child_id>/", session.child, name="supervision-child"),
    path(
        "supervision/session/<str:session_id>/children/<str:la_child_id>/later/",
        of_child.later,
        name="supervision-later",
    ),
    path("supervision/<str:worker_id>/new/", begin.new, name="supervision-new"),
    path("supervision/<str:worker_id>/agenda/", desk.agenda, name="supervision-agenda"),
    path("children/<str:la_child_id>/supervisions/", of_child.child_supervisions, name="child-supervisions"),
]
