import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.service.journeys.assessment.making import *
from tests.service.journeys.assessment.making import TODAY
from tests.service.people import sign_in
from tests.service.desk.conftest import asked_of_the_database
import time
pytestmark = pytest.mark.django_db
def test_counts(client, settings, asked_of_the_database):
    settings.TODAY = TODAY.isoformat()
    team = a_team_with_a_child_to_assess()
    assessment = finished(client, team)
    for who in (team.worker, team.manager):
        sign_in(client, user=who)
        for more in ("", "history/", "delay/", "parts/voice/", "decide/"):
            client.get(page(team.child, assessment, more))
            with asked_of_the_database() as q:
                t=time.perf_counter(); a=client.get(page(team.child, assessment, more)); t=time.perf_counter()-t
            print(more, a.status_code, len(q), round(t*1000))
    sign_in(client, "director")
    from onechild.service.record.models import Assessment
    from collections import Counter
    print(Counter(Assessment.objects.filter(ended_on=None).values_list("team_id", flat=True)))
    for t in Counter(Assessment.objects.filter(ended_on=None).values_list("team_id", flat=True)):
        with asked_of_the_database() as q:
            a=client.get(f"/assessments/?team={t}")
        print(t, a.status_code, len(q), a.content.decode().count("oc-tag--over"))
    from onechild.service.record.models import Child
    for a in list(Assessment.objects.filter(ended_on=None, child__restricted=None).order_by("pk")[:12]):
        r = client.get(page(a.child, a, "history/"))
        print(a.pk, r.status_code, [x.pattern.says for x,_,_ in r.context["asked"]], [p.tie for p in r.context["history"].past.people], r.context["kept"])
