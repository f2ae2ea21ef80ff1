"""The waiting list across teams: nobody without a manager unseen, the named manager's look and its clock."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from onechild.service.access.entering import as_viewer
from onechild.service.access.models import Bar, User
from onechild.service.desk.teams.to_look_at import waiting_for
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Oversight, Setting
from onechild.service.record.queries.work.waiting import Waiting
from tests.service.access.test_visible import NOW as MOMENT
from tests.service.conftest import TODAY
from tests.service.desk.staffing.test_team_page import held, waits
from tests.service.people import a_worker, child_of_other_team, sign_in, team_of

pytestmark = pytest.mark.django_db


def owed(user: User) -> list[Waiting]:
    """The looks that stand on the manager's My day."""
    with as_viewer(user, now=MOMENT) as viewer:
        return list(waiting_for(viewer, today=TODAY, now=MOMENT))


def test_a_child_with_no_named_manager_stands_first_as_a_fault(client: Client, holder: str) -> None:
    team_id, [named, unnamed, *_] = team_of(holder), held(holder)
    waits(named, team_id, since=date(2026, 11, 16), priority="urgent", manager=a_worker(team_id, "team_manager"))
    waits(unnamed, team_id, since=date(2026, 11, 20), priority="low")
    sign_in(client, "team_manager", team_id=team_id)
    page = client.get("/waiting/")
    faults = {one.child_id for line in page.context["unnamed"] for one in line.family.waits}
    assert unnamed.pk in faults
    assert named.pk in {one.child_id for line in page.context["named"] for one in line.family.waits}
    assert page.content.decode().index("No named manager") < page.content.decode().index(named.la_child_id)


def test_a_manager_sees_their_own_teams_and_the_director_all_but_never_a_barred_child(
    client: Client, holder: str
) -> None:
    team_id, [mine, barred, *_] = team_of(holder), held(holder)
    other = child_of_other_team(holder)
    waits(mine, team_id, since=date(2026, 11, 16))
    waits(barred, team_id, since=date(2026, 11, 16))
    user = sign_in(client, "team_manager", team_id=team_id)
    Bar.objects.create(child=barred, user=user, reason="a test", began_at=MOMENT, began_by=user)
    page = client.get("/waiting/").content.decode()
    assert mine.la_child_id in page
    assert barred.la_child_id not in page
    assert other.la_child_id not in page
    sign_in(client, "director")
    assert other.la_child_id in client.get("/waiting/").content.decode()
    sign_in(client, "family_worker", worker_id=holder)
    assert client.get("/waiting/").status_code == 403


def test_the_limit_is_the_councils_own_number(client: Client, holder: str) -> None:
    team_id, [child, *_] = team_of(holder), held(holder)
    waits(child, team_id, since=date(2026, 11, 16))
    with change_set(by="a test", kind="setting", words="a longer wait"):
        Setting.objects.create(setting="waiting_list_working_days", value=10, started_on=date(2026, 1, 1))
    sign_in(client, "team_manager", team_id=team_id)
    page = client.get("/waiting/")
    lines = [*page.context["unnamed"], *page.context["named"]]
    [line] = [one for one in lines if child.pk in {waits.child_id for waits in one.family.waits}]
    assert line.family.over == 0
    assert "no child waits more than 10 working days" in page.content.decode()


def test_the_named_manager_looks_in_words_and_the_next_look_has_a_day(client: Client, holder: str) -> None:
    team_id, [child, *_] = team_of(holder), held(holder)
    manager = a_worker(team_id, "team_manager")
    waits(child, team_id, since=date(2026, 11, 16), manager=manager)
    user = sign_in(client, "team_manager", worker_id=manager, team_id=team_id)
    address = f"/children/{child.la_child_id}/waiting-look/"
    assert address in client.get("/waiting/").content.decode()
    assert [one.page for one in owed(user)] == [address]
    assert "Say what you saw" in client.post(address, {"words": ""}).content.decode()
    assert client.post(address, {"words": "Safe with her aunt; school rings daily"}).status_code == 302
    look = Oversight.objects.get(child=child, about="waiting")
    assert (look.manager_id, look.next_by) == (manager, date(2026, 11, 24))
    assert owed(user) == []
    page = client.get("/waiting/").content.decode()
    assert "looked" in page
    assert "next look by 24 November" in page


def test_nobody_else_looks_for_the_named_manager(client: Client, holder: str) -> None:
    team_id, [child, *_] = team_of(holder), held(holder)
    waits(child, team_id, since=date(2026, 11, 16), manager=a_worker(team_id, "team_manager"))
    sign_in(client, "team_manager", worker_id=a_worker(team_id, "deputy_manager"), team_id=team_id)
    address = f"/children/{child.la_child_id}/waiting-look/"
    assert "is the named manager of this child" in client.get(address).content.decode()
    assert client.post(address, {"words": "All well"}).status_code == 403
    assert not Oversight.objects.filter(child=child, about="waiting").exists()
