"""Leave, limits, languages and targets: kept where loads and clocks read them, told to those who may know."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Absence, Cover, Setting, WorkerFact, WorkerLimit
from onechild.service.record.queries.workforce import people, targets
from tests.service.conftest import TODAY
from tests.service.desk.staffing.test_team_page import held
from tests.service.people import a_worker, sign_in, team_of

pytestmark = pytest.mark.django_db


def day(name: str, on: date) -> dict[str, Any]:
    """A whole day as the form takes it."""
    return {name: on.isoformat()}


def leave(first: date, last: date, kind: str = "annual_leave") -> dict[str, Any]:
    """The leave form as sent."""
    return {"kind": kind, **day("first_day", first), **day("last_day", last)}


@pytest.fixture
def manager(client: Client, holder: str) -> str:
    """The manager of the holder's team, signed in; the address of the leave page."""
    sign_in(client, "team_manager", team_id=team_of(holder))
    return f"/workers/{holder}/leave/"


def test_leave_that_is_planned_shows_the_visits_in_it_until_somebody_covers(
    client: Client, holder: str, manager: str
) -> None:
    first, last = TODAY + timedelta(days=1), TODAY + timedelta(days=28)
    assert client.post(manager, leave(first, last)).status_code == 302
    row = Absence.objects.get(worker_id=holder, absence_kind="annual_leave", started_on=first)
    assert (row.ended_on, row.recorded_on) == (last + timedelta(days=1), TODAY)
    [planned] = [one for one in client.get(manager).context["planned"] if one.row.pk == row.pk]
    assert planned.uncovered > 0
    with change_set(by="a test", kind="edit", words="cover"):
        for child in held(holder):
            Cover.objects.create(
                child=child, worker_id=holder, by_worker_id=a_worker(team_of(holder)), started_on=first,
                ended_on=last + timedelta(days=1), reason="Leave", given_by="a test",
            )  # fmt: skip
    [planned] = [one for one in client.get(manager).context["planned"] if one.row.pk == row.pk]
    assert planned.uncovered == 0


def test_leave_twice_on_a_day_is_refused_with_what_was_typed_kept(client: Client, holder: str, manager: str) -> None:
    first, last = TODAY + timedelta(days=40), TODAY + timedelta(days=45)
    client.post(manager, leave(first, last))
    page = client.post(manager, leave(last, last + timedelta(days=3), kind="training"))
    assert "They are away already" in page.content.decode()
    assert page.context["form"]["kind"].value() == "training"
    assert Absence.objects.filter(worker_id=holder, started_on__gte=first).count() == 1


def test_leave_is_called_off_and_a_load_s_own_is_not(client: Client, holder: str, manager: str) -> None:
    client.post(manager, leave(TODAY + timedelta(days=40), TODAY + timedelta(days=45)))
    row = Absence.objects.get(worker_id=holder, started_on=TODAY + timedelta(days=40))
    assert client.post(f"{manager}{row.pk}/end/").status_code == 302
    row.refresh_from_db()
    assert row.ended_on == row.started_on
    theirs = Absence.objects.exclude(origin=None)[0]
    with change_set(by="a test", kind="edit", words="a load's leave"):
        Absence.objects.filter(pk=theirs.pk).update(worker_id=holder, absence_kind="annual_leave", ended_on=None)
    answer = client.post(f"{manager}{theirs.pk}/end/")
    assert answer.status_code == 403
    assert "kept in the staff system" in answer.content.decode()


def test_time_away_that_has_begun_counts_as_absent_at_once_and_says_no_reason(
    client: Client, holder: str, manager: str
) -> None:
    client.post(manager, leave(TODAY - timedelta(days=20), TODAY + timedelta(days=5), kind="other"))
    assert people([holder], today=TODAY)[holder].absent
    page = client.get(f"/workers/{holder}/").content.decode()
    assert "Reduced capacity until" in page
    assert "another reason" not in page


def test_a_limit_holds_until_its_last_day_and_the_next_takes_its_place(
    client: Client, holder: str, manager: str
) -> None:
    address = f"/workers/{holder}/limit/"
    nothing = {"at_most_new": "", "words": "", **day("first_day", TODAY)}
    assert "Say how many new children" in client.post(address, nothing).content.decode()
    until = day("last_day", date(2026, 12, 13))
    assert client.post(address, nothing | {"at_most_new": "2"} | until).status_code == 302
    assert "Takes 2 new children at most until 13 December" in client.get(f"/workers/{holder}/").content.decode()
    client.post(address, nothing | {"at_most_new": "0"})
    assert WorkerLimit.objects.filter(worker_id=holder, ended_on=None).get().at_most_new == 0
    assert "at most until 13 December" not in client.get(f"/workers/{holder}/").content.decode()


def test_languages_that_another_changed_meanwhile_are_not_overwritten(
    client: Client, holder: str, manager: str
) -> None:
    address = f"/workers/{holder}/languages-and-areas/"
    client.post(address, {"edit_version": 0, "languages": "Polish\nTwi\n", "areas": "HT4"})
    row = WorkerFact.objects.get(worker_id=holder)
    assert (row.languages, row.areas) == (["Polish", "Twi"], ["HT4"])
    client.post(address, {"edit_version": row.edit_version, "languages": "Polish", "areas": "HT4"})
    page = client.post(address, {"edit_version": row.edit_version, "languages": "Polish\nUrdu", "areas": "HT4"})
    assert "Somebody else changed this" in page.content.decode()
    row.refresh_from_db()
    assert row.languages == ["Polish"]


def test_a_social_worker_plans_nobodys_leave_and_another_teams_manager_neither(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    assert client.get(f"/workers/{holder}/leave/").status_code == 403
    sign_in(client, "team_manager", team_id="TLA2" if team_of(holder) != "TLA2" else "TLA1")
    assert client.get(f"/workers/{holder}/leave/").status_code == 403


def test_a_teams_own_target_is_set_from_a_day_and_the_councils_stands(client: Client, holder: str) -> None:
    team_id = team_of(holder)
    address = f"/teams/{team_id}/targets/caseload_target/"
    sign_in(client, "team_manager", team_id=team_id)
    assert client.get(address).status_code == 403
    sign_in(client, "director")
    typed = {"value": "16", "role": "social_worker", "reason": "A year of many new starters", **day("from_on", TODAY)}
    assert client.post(address, typed).status_code == 302
    row = Setting.objects.get(setting="caseload_target", team_id=team_id, role="social_worker")
    assert (row.value, row.ended_on, row.reason) == (16.0, None, "A year of many new starters")
    client.post(address, typed | {"value": "15", **day("from_on", TODAY + timedelta(days=9))})
    row.refresh_from_db()
    assert row.ended_on == TODAY + timedelta(days=9)
    assert Setting.objects.filter(setting="caseload_target", team=None, ended_on=None).exists()
    worker = a_worker(team_id)
    person = people([worker], today=TODAY)[worker]
    assert targets(today=TODAY).of(person, team_id=team_id) == pytest.approx(16.0)
    page = client.get(f"/teams/{team_id}/targets/").content.decode()
    assert "Social worker in" in page
    assert "A year of many new starters" in page


def test_the_children_of_a_worker_stand_with_both_days(client: Client, holder: str, manager: str) -> None:
    page = client.get(f"/workers/{holder}/").content.decode()
    assert "With the team since" in page
    assert "Held since" in page
    assert "Weighted load against target" in client.get(f"/workers/{holder}/?show=load").content.decode()
