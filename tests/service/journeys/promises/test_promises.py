"""Promises: followed through changes of worker to their evidence, kept, disputed, moved; and found where dropped."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.access.viewer import viewer_of
from onechild.service.journeys.promises.queries import waiting_for
from onechild.service.journeys.silence.actions import look
from onechild.service.journeys.silence.models import Silence
from onechild.service.record.actions import allocating, clocks
from onechild.service.record.actions import promises as actions
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.work.outcomes import NewAction, NewOutcome, action_done, add_action, add_outcome
from onechild.service.record.models import (
    Allocation,
    Child,
    ChildInNeedPlan,
    Direction,
    DirectionStep,
    TeamMembership,
    Visit,
)
from onechild.service.record.queries.promises import drift_of, open_promises
from tests.service.exchange.tiny import CHILD, load_of
from tests.service.our_own import Family, a_family
from tests.service.people import a_worker, give, make_user, sign_in

pytestmark = pytest.mark.django_db
TODAY, NOW = date(2026, 11, 21), datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
WORDS = "Ask the quokka nursery for their record, and write what it shows."
DUE = {"due_on_day": "4", "due_on_month": "12", "due_on_year": "2026"}


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def family() -> Family:
    return a_family()


@pytest.fixture
def child(family: Family) -> Child:
    return family.children[0]


@pytest.fixture
def manager(family: Family) -> User:
    return make_user("team_manager", worker_id=a_worker(family.team_id, "team_manager"), team_id=family.team_id)


@pytest.fixture
def worker(family: Family) -> User:
    return make_user("social_worker", worker_id=family.worker_id)


def given(child: Child, manager: User, owner_id: str | None, *, due_on: date = date(2026, 12, 4)) -> Direction:
    """A direction of supervision, given by the manager."""
    return actions.give(
        child=child,
        words=WORDS,
        owner_id=owner_id,
        due_on=due_on,
        given_in="supervision",
        by=manager,
        by_worker_id=manager.worker_id,
        now=datetime(2026, 10, 1, 9, 0, tzinfo=UTC),
        today=date(2026, 10, 1),
    )


def allocated(child: Child, family: Family, manager: User, on: date) -> User:
    """The case goes to another worker of the team, who can sign in."""
    user = make_user("social_worker", worker_id=a_worker(family.team_id))
    allocating.assign(
        children=[child],
        worker_id=str(user.worker_id),
        team_id=family.team_id,
        on=on,
        by=manager,
        by_worker_id=manager.worker_id,
        now=NOW,
        today=on,
        reason="LEFTRL",
        words="The worker moves on.",
    )
    return user


def page(child: Child, rest: str = "") -> str:
    return f"/children/{child.la_child_id}/promises/{rest}"


def shown(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_direction_given_in_supervision_is_followed_through_two_changes_of_worker_to_its_evidence(
    client: Client, family: Family, child: Child, manager: User, worker: User
) -> None:
    sign_in(client, user=manager)
    typed = {"what": WORDS, "given_in": "supervision", "row": "", "owner": family.worker_id, **DUE}
    assert client.post(page(child, "new/"), typed).status_code == 302
    row = Direction.objects.get(words=WORDS)
    assert (row.given_by_id, row.owner_id, row.due_on) == (manager.worker_id, family.worker_id, date(2026, 12, 4))
    sign_in(client, user=worker)
    assert WORDS in shown(client, "/promises/")

    allocated(child, family, manager, date(2026, 11, 10))
    third = allocated(child, family, manager, date(2026, 11, 18))
    sign_in(client, user=worker)
    assert WORDS not in shown(client, "/promises/")
    sign_in(client, user=third)
    assert WORDS in shown(client, "/promises/")

    with change_set(by=third, kind="edit", words="a visit"):
        visit = Visit.objects.create(
            child=child, happened_on=TODAY, purpose="child_in_need", seen=True, worker_id=third.worker_id
        )
    version = Direction.objects.get(pk=row.pk).edit_version
    kept = {
        "edit_version": version,
        "clashes": "",
        "done_on_day": "21",
        "done_on_month": "11",
        "done_on_year": "2026",
        "evidence": f"visit:{visit.pk}",
        "said": "",
    }
    refused = client.post(page(child, f"{row.pk}/kept/"), kept)
    assert "Say what shows that it was kept" in refused.content.decode()
    assert Direction.objects.get(pk=row.pk).done_on is None
    told = kept | {"said": "The nursery’s record shows that she sleeps and eats well there."}
    assert client.post(page(child, f"{row.pk}/kept/"), told).status_code == 302

    assert Direction.objects.get(pk=row.pk).done_on == TODAY
    steps = DirectionStep.objects.filter(direction=row).order_by("at", "happened_on")
    assert sorted(one.step for one in steps) == ["given", "kept", "passed", "passed"]
    story = shown(client, page(child, f"{row.pk}/"))
    assert "Passed to another worker with the case" in story
    assert "Shown by: a visit, 21 November 2026" in story
    assert "she sleeps and eats well there" in story


def test_a_direction_that_was_dropped_is_found_by_the_silence_detector_until_it_is_kept(
    client: Client, family: Family, child: Child, manager: User
) -> None:
    row = given(child, manager, family.worker_id, due_on=date(2026, 11, 2))
    fresh = given(child, manager, family.worker_id, due_on=date(2026, 11, 20))
    look(today=TODAY)
    found = Silence.objects.filter(check_key="direction-dropped", child=child, gone_on__isnull=True)
    assert [one.row_id for one in found] == [row.pk]
    sign_in(client, user=manager)
    assert "A direction that was dropped" in shown(client, "/silence/")
    actions.keep(
        direction=row,
        on=TODAY,
        words="Done, and read with her.",
        manages=True,
        by=manager,
        by_worker_id=manager.worker_id,
        now=NOW,
        today=TODAY,
    )
    assert not found.all().exists()
    assert fresh.done_on is None


def test_what_a_leaver_left_behind_is_found_shown_to_the_manager_and_passed_on(
    client: Client, family: Family, child: Child, manager: User
) -> None:
    row = given(child, manager, family.worker_id)
    new = a_worker(family.team_id)
    give(child, worker_id=new, team_id=family.team_id)  # as a load does it: no word to the ledger
    look(today=TODAY)
    clocks.renew([child.pk])
    found = Silence.objects.filter(check_key="direction-dropped", child=child, gone_on__isnull=True)
    assert [one.row_id for one in found] == [row.pk]
    sign_in(client, user=manager)
    team = shown(client, f"/promises/team/{family.team_id}/")
    assert "With nobody to keep them" in team
    assert page(child, "pass-on/") in team
    assert client.post(page(child, "pass-on/")).status_code == 302
    assert Direction.objects.get(pk=row.pk).owner_id == new
    assert not found.all().exists()


def test_a_manager_who_must_keep_it_needs_no_part_in_the_case(child: Child, manager: User) -> None:
    row = given(child, manager, manager.worker_id)
    look(today=TODAY)
    clocks.renew([child.pk])
    assert not Silence.objects.filter(row_id=row.pk, gone_on__isnull=True).exists()
    assert [one.astray for one in open_promises(child_ids=[child.pk], today=TODAY)] == [False]


def test_a_direction_given_while_the_child_waits_goes_to_the_first_worker(
    family: Family, child: Child, manager: User
) -> None:
    row = given(child, manager, None)
    first = allocated(child, family, manager, date(2026, 11, 18))
    assert Direction.objects.get(pk=row.pk).owner_id == first.worker_id


def test_only_its_owner_or_a_manager_marks_it_kept_and_the_one_who_gave_it_answers_a_dispute(
    client: Client, family: Family, child: Child, manager: User, worker: User
) -> None:
    row = given(child, manager, family.worker_id)
    colleague = make_user("social_worker", worker_id=a_worker(family.team_id))
    sign_in(client, user=colleague)
    answer = client.get(page(child, f"{row.pk}/kept/"))
    assert answer.status_code == 403
    assert "Only the worker who must keep it, or a manager" in answer.content.decode()
    assert client.post(page(child, f"{row.pk}/withdraw/"), {"withdrawn_reason": "x"}).status_code == 403

    sign_in(client, user=worker)
    said = {"said": "The nursery closed in August, so there is no record to ask for."}
    assert client.post(page(child, f"{row.pk}/dispute/"), said).status_code == 302
    assert client.get(page(child, f"{row.pk}/answer/")).status_code == 403
    assert client.get(page(child, f"{row.pk}/dispute/")).status_code == 403
    viewer = viewer_of(manager, roles=[("team_manager", family.team_id)], team_ids=[family.team_id])
    assert [one.does for one in waiting_for(viewer, today=TODAY, now=NOW)] == ["Answer"]

    sign_in(client, user=manager)
    changed = {"answer": "changed", "new_words": "", "said": "The health visitor has it."}
    assert (
        "Say what must be done now, or by when"
        in client.post(page(child, f"{row.pk}/answer/"), changed).content.decode()
    )
    changed["new_words"] = "Ask the health visitor instead."
    assert client.post(page(child, f"{row.pk}/answer/"), changed).status_code == 302
    assert Direction.objects.get(pk=row.pk).words == "Ask the health visitor instead."
    assert waiting_for(viewer, today=TODAY, now=NOW) == []
    assert "Changed after a dispute" in shown(client, page(child, f"{row.pk}/"))


def test_two_managers_who_move_the_day_are_told_of_each_other_and_nothing_is_lost(
    client: Client, family: Family, child: Child, manager: User
) -> None:
    row = given(child, manager, family.worker_id)
    seen = row.edit_version
    actions.change_due(
        direction=row,
        due_on=date(2026, 12, 18),
        words="The school is closed.",
        by=make_user("service_manager"),
        by_worker_id=None,
        now=NOW,
        today=TODAY,
    )
    sign_in(client, user=manager)
    typed = {"edit_version": seen, "clashes": "", "said": "Her worker is ill until then.", **DUE}
    answer = client.post(page(child, f"{row.pk}/day/"), typed | {"due_on_day": "11"})
    assert answer.status_code == 409
    told = answer.content.decode()
    assert "Somebody else changed this while you were typing" in told
    assert "Her worker is ill until then." in told
    assert Direction.objects.get(pk=row.pk).due_on == date(2026, 12, 18)


def test_drift_is_plain_counts_and_moving_a_day_is_counted(family: Family, child: Child, manager: User) -> None:
    late = given(child, manager, family.worker_id, due_on=date(2026, 11, 11))
    kept = given(child, manager, family.worker_id, due_on=date(2026, 10, 30))
    doing: dict[str, Any] = {"by": manager, "by_worker_id": manager.worker_id, "now": NOW, "today": TODAY}
    actions.change_due(direction=late, due_on=date(2026, 11, 16), words="Waits for the school.", **doing)
    actions.keep(direction=kept, on=date(2026, 10, 29), words="Read with her.", manages=True, **doing)
    found = drift_of([child.pk], today=TODAY)[child.pk]
    counts = (found.open, found.late, found.days_late, found.moved, found.kept_in_time, found.kept)
    assert counts == (1, 1, 5, 1, 1, 1)
    assert found.oldest_on == date(2026, 10, 1)


def test_a_worker_who_changes_team_keeps_their_promises_and_the_new_team_sees_them(
    client: Client, family: Family, child: Child, manager: User, worker: User
) -> None:
    given(child, manager, family.worker_id)
    other = str(TeamMembership.objects.exclude(team_id=family.team_id).order_by("team_id")[0].team_id)
    with change_set(by="a test", kind="edit", words="a change of team"):
        TeamMembership.objects.filter(worker_id=family.worker_id).update(ended_on=date(2026, 11, 1))
        TeamMembership.objects.create(
            worker_id=family.worker_id, team_id=other, role="social_worker", started_on=date(2026, 11, 1)
        )
    sign_in(client, user=worker)
    assert WORDS in shown(client, "/promises/")
    sign_in(client, "director")
    assert WORDS in shown(client, f"/promises/team/{other}/")
    assert WORDS in shown(client, f"/promises/team/{family.team_id}/")


def test_a_promise_of_the_case_system_is_kept_here_until_its_source_says_otherwise(
    client: Client, tmp_path: Path
) -> None:
    told = {
        "direction_id": "d1",
        "child_id": "K1",
        "happened_on": date(2026, 10, 1),
        "given_in": "court",
        "words": WORDS,
        "due_on": date(2026, 12, 4),
    }
    load_of(tmp_path, children=[CHILD], directions=[told])
    row = Direction.objects.get(pk="tiny:d1")
    by = make_user("director")
    actions.keep(
        direction=row, on=TODAY, words="Seen in the file.", manages=True, by=by, by_worker_id=None, now=NOW, today=TODAY
    )
    load_of(tmp_path, children=[CHILD], directions=[told])
    assert Direction.objects.get(pk=row.pk).done_on == TODAY
    sign_in(client, "director")
    child = Child.objects.get(pk=row.child_id)
    assert "Seen in the file." in shown(client, page(child, f"{row.pk}/"))

    load_of(tmp_path, children=[CHILD], directions=[told | {"due_on": date(2026, 12, 11)}])
    assert Direction.objects.get(pk=row.pk).done_on is None
    story = shown(client, page(child, f"{row.pk}/"))
    assert "The case system has changed this line since it was kept here" in story
    assert "Seen in the file." in story


def test_what_a_plan_agreed_stands_in_the_ledger_until_it_is_done_there_and_goes_with_the_case(
    client: Client, family: Family, child: Child, manager: User
) -> None:
    with change_set(by=manager, kind="edit", words="a plan"):
        row = ChildInNeedPlan.objects.create(child=child, started_on=date(2026, 10, 1))
        new = NewOutcome(worry="Nights alone.", outcome="She is never alone at night.")
        doing: dict[str, Any] = {"by": manager, "today": TODAY}
        outcome = add_outcome(new, child=child, plan_kind="need", plan_id=row.pk, **doing)
        asked = NewAction(words="Ring the wombat club.", owner_id=family.worker_id, due_on=date(2026, 11, 2))
        action = add_action(asked, outcome=outcome, **doing)
    next_worker = allocated(child, family, manager, date(2026, 11, 18))
    sign_in(client, user=next_worker)
    mine = shown(client, "/promises/")
    assert "Ring the wombat club." in mine
    assert f"actions/{action.pk}/done/" in mine
    action_done(action=action, on=TODAY, **doing)
    assert "Ring the wombat club." not in shown(client, "/promises/")
    assert "Ring the wombat club." in shown(client, page(child))


def test_a_promise_of_a_worker_who_begins_later_is_not_left_behind(family: Family, child: Child, manager: User) -> None:
    coming = a_worker(family.team_id)
    given(child, manager, coming)
    assert [one.astray for one in open_promises(child_ids=[child.pk], today=TODAY)] == [True]
    with change_set(by="a test", kind="edit", words="begins in December"):
        Allocation.objects.filter(child=child, role="lead", ended_on=None).update(ended_on=date(2026, 12, 1))
        Allocation.objects.create(
            child=child, worker_id=coming, team_id=family.team_id, role="lead", started_on=date(2026, 12, 1)
        )
    assert [one.astray for one in open_promises(child_ids=[child.pk], today=TODAY)] == [False]


def test_a_teams_ledger_needs_a_dozen_queries_however_many_promises(
    family: Family, child: Child, manager: User, django_assert_max_num_queries: Any
) -> None:
    given(child, manager, family.worker_id)
    given(family.children[1], manager, manager.worker_id)
    with django_assert_max_num_queries(12):
        rows = open_promises(team_id=family.team_id, today=TODAY)
        drift_of({one.child_id for one in rows}, today=TODAY, known=rows)
    assert {one.child_id for one in rows} >= {one.pk for one in family.children}
