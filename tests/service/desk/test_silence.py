"""What has not happened in the record: found with every write, sent to who can mend it, put aside with a reason."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from onechild.knowledge.engines import duckdb
from onechild.knowledge.silence.finding import silences as worked_out
from onechild.knowledge.tables.extract import Extract
from onechild.service.access.entering import as_viewer
from onechild.service.access.models import Event
from onechild.service.journeys.silence.actions import CannotWait, look, snooze, wake
from onechild.service.journeys.silence.models import Silence, Snooze
from onechild.service.journeys.silence.queries import is_mine, listed, mine, silences_of, silent_for
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Allocation, Child, ChildInNeedPlan, Visit
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still
from tests.service.loading import NOW
from tests.service.people import (
    a_worker,
    a_worker_with_children,
    child_of,
    child_of_other_team,
    make_user,
    sign_in,
    team_of,
)

__all__ = ["a_day_that_stands_still"]
pytestmark = pytest.mark.django_db
OPEN = {"gone_on__isnull": True}


@pytest.fixture
def looked() -> None:
    """The list as at the day that the little council was invented for."""
    look(today=TODAY)


@pytest.fixture
def holder() -> str:
    """A worker who holds children, of whom one has a plan under which nobody wrote of a visit."""
    worker_id = a_worker_with_children()
    quiet(child_of(worker_id))
    look(today=TODAY)
    return worker_id


def quiet(child: Child) -> None:
    """Give a child a plan, and take away whatever was written of visits."""
    with change_set(by="a test", kind="edit", words="a plan and no visits"):
        Visit.objects.filter(child=child).update(gone_at=NOW)
        ChildInNeedPlan.objects.create(child=child, started_on=TODAY - timedelta(weeks=20))


def of(child: Child, key: str) -> Silence:
    """What one check found for a child and is not mended."""
    return Silence.objects.get(child=child, check_key=key, **OPEN)


def visited(child: Child) -> None:
    """Write down a visit of yesterday, as an action does."""
    with change_set(by="a test", kind="edit", words="a visit"):
        Visit.objects.create(
            child=child, happened_on=TODAY - timedelta(days=1), purpose="child_in_need", seen=True, recorded_on=TODAY
        )
        clocks.renew([child.pk])


def test_the_record_finds_what_the_extract_does(looked: None, little_hatterton: Extract) -> None:
    with duckdb.open_store(little_hatterton) as store:
        known = worked_out(store, day=TODAY)
    rows = Silence.objects.filter(**OPEN).values_list("check_key", "child_id", "row_id", "since_on", "detail")
    assert sorted(map(str, rows)) == sorted(str(tuple(row.values())) for row in known)
    assert len(known) > 5


def test_a_visit_that_is_written_down_takes_the_line_away_in_the_same_transaction(holder: str) -> None:
    child = child_of(holder)
    line = of(child, "no-visit-entered")
    visited(child)
    line.refresh_from_db()
    assert line.gone_on == TODAY


def test_looking_again_changes_nothing_and_keeps_the_day_of_finding(holder: str) -> None:
    found = of(child_of(holder), "no-visit-entered")
    look(today=TODAY + timedelta(days=1))
    again = of(child_of(holder), "no-visit-entered")
    assert (again.pk, again.found_on) == (found.pk, TODAY)


def test_before_the_first_look_a_write_finds_nothing() -> None:
    worker_id = a_worker_with_children()
    quiet(child_of(worker_id))
    clocks.renew([child_of(worker_id).pk])
    assert not Silence.objects.exists()


def test_a_worker_has_on_the_list_what_they_can_mend(holder: str) -> None:
    user = make_user("social_worker", worker_id=holder, team_id=team_of(holder))
    with as_viewer(user, now=NOW) as viewer:
        rows = silent_for(viewer, TODAY)
    assert "no-visit-entered" in {row.check_key for row in rows if row.child_id == child_of(holder).pk}
    assert {row.mender for row in rows if row.check.mended_by == "lead"} == {("lead", holder)}


def test_a_child_nobody_holds_is_for_the_manager_of_the_team(holder: str) -> None:
    child, team_id = child_of(holder), team_of(holder)
    with change_set(by="a test", kind="edit", words="the worker left"):
        Allocation.objects.filter(child=child, worker_id=holder).update(worker_id=None)
        clocks.renew([child.pk])
    manager = make_user("team_manager", worker_id=a_worker(team_id, "team_manager"), team_id=team_id)
    colleague = make_user("social_worker", worker_id=a_worker(team_id), team_id=team_id)
    with as_viewer(manager, now=NOW) as viewer:
        keys = {row.check_key for row in mine(viewer, today=TODAY) if row.child_id == child.pk}
    with as_viewer(colleague, now=NOW) as viewer:
        theirs = [row for row in mine(viewer, today=TODAY) if row.child_id == child.pk]
    assert {"no-worker", "no-visit-entered"} <= keys
    assert theirs == []


def test_a_child_whose_last_worker_left_is_still_for_the_manager_of_that_team(holder: str) -> None:
    child, team_id = child_of(holder), team_of(holder)
    with change_set(by="a test", kind="edit", words="the allocation ended"):
        Allocation.objects.filter(child=child).update(ended_on=TODAY - timedelta(days=10))
        clocks.renew([child.pk])
    manager = make_user("team_manager", worker_id=a_worker(team_id, "team_manager"), team_id=team_id)
    with as_viewer(manager, now=NOW) as viewer:
        keys = {row.check_key for row in mine(viewer, today=TODAY) if row.child_id == child.pk}
    assert {"no-worker", "no-visit-entered"} <= keys


def test_a_child_whom_no_team_holds_is_for_the_front_door(holder: str) -> None:
    child = child_of(holder)
    with change_set(by="a test", kind="edit", words="nobody's"):
        Allocation.objects.filter(child=child).update(gone_at=NOW)
        clocks.renew([child.pk])
    with as_viewer(make_user("front_door"), now=NOW) as viewer:
        rows = [row for row in mine(viewer, today=TODAY) if row.child_id == child.pk]
    assert ("no-worker", ("front_door", None)) in {(row.check_key, row.mender) for row in rows}


def test_a_child_of_another_team_is_in_no_list(holder: str) -> None:
    other = child_of_other_team(holder)
    quiet(other)
    look(today=TODAY)
    user = make_user("social_worker", worker_id=holder, team_id=team_of(holder))
    with as_viewer(user, now=NOW):
        assert listed(ids=[other.pk], today=TODAY) == []
        assert other.pk not in {row.child_id for row in listed(everybody=True, today=TODAY)}


def test_a_front_door_decision_is_for_whoever_decides_on_contacts(looked: None) -> None:
    with as_viewer(make_user("front_door"), now=NOW) as viewer:
        rows = [row for row in listed(everybody=True, today=TODAY) if row.check.mended_by == "front_door"]
        assert [row for row in rows if not is_mine(row, viewer)] == []


def test_what_is_put_aside_leaves_the_list_until_its_day_and_comes_back_by_itself(holder: str) -> None:
    user = make_user("social_worker", worker_id=holder, team_id=team_of(holder))
    line, until = of(child_of(holder), "no-visit-entered"), TODAY + timedelta(days=10)
    snooze(silence=line, until=until, reason="The family is abroad", by=user, today=TODAY, now=NOW)
    with as_viewer(user, now=NOW) as viewer:
        assert line.pk not in {row.silence_id for row in silent_for(viewer, until - timedelta(days=1))}
        assert line.pk in {row.silence_id for row in silent_for(viewer, until)}


def test_taken_up_again_the_reason_is_kept(holder: str) -> None:
    user = make_user("social_worker", worker_id=holder)
    line = of(child_of(holder), "no-visit-entered")
    snooze(silence=line, until=TODAY + timedelta(days=10), reason="Abroad", by=user, today=TODAY, now=NOW)
    wake(silence=line, by=user, today=TODAY)
    assert [one.snoozed_until for one in silences_of(line.child_id, TODAY) if one.silence_id == line.pk] == [None]
    assert Snooze.objects.get().reason == "Abroad"


@pytest.mark.parametrize(
    ("until", "reason", "field"),
    [
        (TODAY + timedelta(days=10), "  ", "reason"),
        (TODAY, "Abroad", "until"),
        (TODAY + timedelta(days=93), "Abroad", "until"),
    ],
)
def test_without_a_reason_or_for_too_long_nothing_is_put_aside(
    holder: str, until: date, reason: str, field: str
) -> None:
    line = of(child_of(holder), "no-visit-entered")
    with pytest.raises(CannotWait) as refused:
        snooze(silence=line, until=until, reason=reason, by=make_user("auditor"), today=TODAY, now=NOW)
    assert (refused.value.field, Snooze.objects.count()) == (field, 0)


def test_the_database_itself_keeps_to_three_months(holder: str) -> None:
    line = of(child_of(holder), "no-visit-entered")
    with pytest.raises(IntegrityError), transaction.atomic():
        Snooze.objects.create(
            child_id=line.child_id,
            check_key=line.check_key,
            row_id=line.row_id,
            from_on=TODAY,
            until_on=TODAY + timedelta(days=93),
            reason="x",
            made_by=make_user("auditor"),
            made_by_name="x",
            made_at=NOW,
        )


def test_the_page_says_why_it_matters_since_when_and_what_to_do(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder, team_id=team_of(holder))
    page = client.get("/silence/").content.decode()
    assert "No visit entered" in page
    assert "Nothing written since" in page
    assert "Write down the visits that were made." in page
    assert "local standard" in page


def test_the_form_puts_one_aside_and_the_page_shows_it_apart(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder, team_id=team_of(holder))
    line = of(child_of(holder), "no-visit-entered")
    sent: dict[str, Any] = {"reason": "The family is abroad until the New Year"}
    sent |= {"until_day": "4", "until_month": "1", "until_year": "2027"}
    answer = client.post(f"/silence/{line.pk}/snooze/", sent)
    assert (answer.status_code, answer["Location"]) == (302, "/silence/?show=aside")
    assert "The family is abroad until the New Year" in client.get("/silence/?show=aside").content.decode()


def test_the_form_says_why_it_refuses(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder, team_id=team_of(holder))
    line = of(child_of(holder), "no-visit-entered")
    page = client.post(f"/silence/{line.pk}/snooze/", {"reason": "", "until_day": "1"}).content.decode()
    assert "Say why it can wait." in page
    assert not Snooze.objects.exists()


def test_a_line_of_a_child_whom_the_viewer_may_not_see_is_not_there(client: Client, holder: str) -> None:
    other = child_of_other_team(holder)
    quiet(other)
    look(today=TODAY)
    sign_in(client, "social_worker", worker_id=holder, team_id=team_of(holder))
    assert client.get(f"/silence/{of(other, 'no-visit-entered').pk}/snooze/").status_code == 404


def test_a_file_of_the_list_is_for_those_who_may_export_and_is_written_down(client: Client, looked: None) -> None:
    user = sign_in(client, "performance_analyst")
    answer = client.get("/silence/?show=all&as=csv")
    assert answer["Content-Type"].startswith("text/csv")
    assert Event.objects.filter(user_id=user.pk, kind="export", what__contains="taken out as a file").exists()


def test_a_social_worker_takes_no_file_out(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder, team_id=team_of(holder))
    assert client.get("/silence/?as=csv").status_code == 403


def test_the_childs_overview_says_what_has_not_happened(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder, team_id=team_of(holder))
    page = client.get(f"/children/{child_of(holder).la_child_id}/").content.decode()
    assert "What has not happened" in page
    assert "No visit entered" in page


def test_my_day_counts_what_the_viewer_can_mend(client: Client, holder: str) -> None:
    user = sign_in(client, "social_worker", worker_id=holder, team_id=team_of(holder))
    with as_viewer(user, now=NOW) as viewer:
        many = len(silent_for(viewer, TODAY))
    assert f"{many} thing{'s have' if many > 1 else ' has'} not happened" in client.get("/").content.decode()


def test_the_web_may_look_again_at_a_child_and_write_no_line_itself() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('onechild_web', 'silences', 'INSERT')")
        writes = cursor.fetchone()[0]
        cursor.execute("SELECT has_function_privilege('onechild_web', 'silence.renew(text[])', 'EXECUTE')")
        renews = cursor.fetchone()[0]
        cursor.execute("SELECT has_function_privilege('onechild_web', 'silence.found_of_all()', 'EXECUTE')")
        reads = cursor.fetchone()[0]
    assert (writes, renews, reads) == (False, True, False)
