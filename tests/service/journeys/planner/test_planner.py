"""A plan is proposed, changed line by line by a manager, made so through allocation alone, and shows everywhere."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.journeys.planner.queries import waiting_for
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Allocation,
    AllocationMove,
    AllocationPlan,
    AllocationPlanLine,
    Child,
    ChildName,
    WorkerName,
)
from onechild.service.record.queries.workforce import people, targets
from onechild.service.record.queries.workload.loads import loads_of
from tests.service.our_own import boxes
from tests.service.people import a_worker, give, sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
MAKES = {**boxes("on", TODAY), "reason": "MANAGE", "words": "Shared out so that nobody has too many."}


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def team() -> str:
    """The worst team."""
    return a_team_too_full()


def a_team_too_full() -> str:
    """The worst team of the council: of four workers one holds 24 children, and three children wait."""
    team_id = str(Allocation.objects.filter(role="lead", ended_on=None).order_by("team_id")[0].team_id)
    laden, busy = a_named_worker(team_id, "Ana Reis"), a_named_worker(team_id, "Ben Okafor")
    a_named_worker(team_id, "Cara Lind")
    a_named_worker(team_id, "Dev Shah")
    young = Child.objects.filter(restricted=None, born_on__gte=date(2010, 1, 1), died_on=None).order_by("pk")[:30]
    for place, child in enumerate(young):
        give(child, worker_id=laden if place < 24 else busy if place < 27 else None, team_id=team_id)
    return team_id


def a_named_worker(team_id: str, name: str) -> str:
    """A new worker of the team, with a name."""
    worker_id = a_worker(team_id)
    with change_set(by="a test", kind="edit", words="a name"):
        WorkerName.objects.create(worker_id=worker_id, name=name)
    return worker_id


@pytest.fixture
def manager(client: Client, team: str) -> Any:
    """Its manager, signed in."""
    return sign_in(client, "team_manager", worker_id=a_worker(team, "team_manager"), team_id=team)


def planned(client: Client, team: str, **asked: Any) -> AllocationPlan:
    """The plan that the page works out."""
    given = {"kind": "team", "team": team, **asked}
    answer = client.post("/planner/", given)
    assert answer.status_code == 302, answer.content.decode()
    return AllocationPlan.objects.get(pk=answer["Location"].split("/")[-2])


def lines(plan: AllocationPlan) -> dict[str, list[AllocationPlanLine]]:
    """Its lines by family."""
    found: dict[str, list[AllocationPlanLine]] = {}
    for line in AllocationPlanLine.objects.filter(plan=plan).order_by("child_id"):
        found.setdefault(line.group_id, []).append(line)
    return found


def holder(child_id: str, on: date = TODAY) -> str | None:
    """Who leads at the end of a day."""
    rows = Allocation.objects.filter(child_id=child_id, role="lead", started_on__lte=on).exclude(ended_on__lte=on)
    return rows.get().worker_id


def three_others(plan: AllocationPlan) -> dict[str, str]:
    """For three families, a worker whom the planner did not choose."""
    able = [
        one["worker_id"] for one in plan.loads if not one["manages"] and one["takes"] and not one["newly_qualified"]
    ]
    found = {
        group: next(one for one in able if one not in (some[0].after_worker_id, some[0].before_worker_id))
        for group, some in lines(plan).items()
    }
    return dict(list(found.items())[:3])


def test_three_lines_changed_worked_out_again_made_so_and_counted_everywhere(
    client: Client, manager: Any, team: str
) -> None:
    plan = planned(client, team)
    shown = client.get(f"/planner/{plan.pk}/").content.decode()
    assert "case" in shown
    assert "Work it out again" in shown
    chosen = three_others(plan)
    assert len(chosen) == 3
    answer = client.post(f"/planner/{plan.pk}/again/", {f"to-{group}": worker for group, worker in chosen.items()})
    second = AllocationPlan.objects.get(pk=answer["Location"].split("/")[-2])
    held = {
        line.child_id: line.after_worker_id for line in AllocationPlanLine.objects.filter(plan=second, by_manager=True)
    }
    assert held == {
        line.child_id: chosen[group] for group, some in lines(plan).items() if group in chosen for line in some
    }
    plan.refresh_from_db()
    assert plan.state == "dropped"
    assert "differ from the plan before" in client.get(f"/planner/{second.pk}/").content.decode()
    preview = client.get(f"/planner/{second.pk}/make/").content.decode()
    assert "Who goes to whom" in preview
    assert client.post(f"/planner/{second.pk}/make/", MAKES).status_code == 302
    moves = [
        one for one in AllocationPlanLine.objects.filter(plan=second) if one.after_worker_id != one.before_worker_id
    ]
    assert moves
    assert {one.child_id: holder(one.child_id) for one in moves} == {one.child_id: one.after_worker_id for one in moves}
    assert {one.reason for one in AllocationMove.objects.filter(plan=second)} == {"MANAGE"}
    everybody = people([one["worker_id"] for one in second.loads], today=TODAY)
    counted = loads_of(everybody, team_id=None, standards=targets(today=TODAY), today=TODAY)
    assert {one.person.worker_id: one.cases for one in counted} == {
        one["worker_id"]: one["after"] for one in second.loads
    }
    worker = next(iter(chosen.values()))
    theirs = next(child_id for child_id, worker_id in held.items() if worker_id == worker)
    sign_in(client, "social_worker", worker_id=worker, team_id=team)
    assert Child.objects.get(pk=theirs).la_child_id in client.get("/my-children/").content.decode()


def test_the_page_says_the_smallest_largest_overload_and_who_is_short(client: Client, manager: Any, team: str) -> None:
    plan = planned(client, team)
    shown = client.get(f"/planner/{plan.pk}/").content.decode()
    bound = next(one for one in plan.proofs if one["aim"] == "largest overload")
    assert bound["reached"] == max(one["over_after"] for one in plan.loads)
    assert bound["reached"] - bound["bound"] < 0.05
    assert max(one["over_after"] for one in plan.loads) <= max(one["over"] for one in plan.loads)
    assert plan.rules["short"]
    assert plan.rules["short"][0].split()[0] in shown
    assert "How good this plan is" in shown


def test_a_plan_keeps_no_child_in_its_rules_or_loads(client: Client, manager: Any, team: str) -> None:
    plan = planned(client, team)
    group = next(iter(lines(plan)))
    answer = client.post(f"/planner/{plan.pk}/again/", {f"never-{group}": [], f"to-{group}": "", "none": []})
    second = AllocationPlan.objects.get(pk=answer["Location"].split("/")[-2])
    kept = json.dumps([plan.rules, plan.loads, plan.proofs, second.rules])
    assert [one.child_id for one in AllocationPlanLine.objects.filter(plan=plan) if f'"{one.child_id}"' in kept] == []


def test_a_worker_ruled_out_and_one_who_is_spared_are_not_used(client: Client, manager: Any, team: str) -> None:
    plan = planned(client, team)
    group, some = next((group, some) for group, some in lines(plan).items() if _changes(some[0]))
    able = [one["worker_id"] for one in plan.loads if one["takes"] and not one["manages"]]
    spared = next(one for one in able if one != some[0].after_worker_id)
    answer = client.post(f"/planner/{plan.pk}/again/", {f"never-{group}": [some[0].after_worker_id], "none": [spared]})
    second = AllocationPlan.objects.get(pk=answer["Location"].split("/")[-2])
    goes = {one.child_id: one for one in AllocationPlanLine.objects.filter(plan=second)}
    assert goes[some[0].child_id].after_worker_id != some[0].after_worker_id
    assert [one for one in goes.values() if one.after_worker_id == spared and one.before_worker_id != spared] == []


def test_what_changed_meanwhile_is_left_and_says_so_and_nobody_makes_a_plan_twice(
    client: Client, manager: Any, team: str
) -> None:
    plan = planned(client, team)
    some = next(some for some in lines(plan).values() if _changes(some[0]))
    other = a_worker(team)
    give(some[0].child, worker_id=other, team_id=team)
    assert "Work it out again before you make it so" in client.get(f"/planner/{plan.pk}/").content.decode()
    client.post(f"/planner/{plan.pk}/make/", MAKES)
    assert holder(some[0].child_id) == other
    assert "Changed meanwhile" in client.get(f"/planner/{plan.pk}/").content.decode()
    again = client.post(f"/planner/{plan.pk}/make/", {**MAKES, "words": "Once more, with my words."})
    assert again.status_code == 409
    assert "made this plan so" in again.content.decode()
    assert "Once more, with my words." in again.content.decode()


def test_a_leavers_children_go_from_their_last_day_on_and_not_before(client: Client, manager: Any, team: str) -> None:
    leaver = WorkerName.objects.get(name="Ana Reis").worker_id
    day = TODAY + timedelta(days=14)
    plan = planned(client, team, kind="leaver", leaver=f"{team}|{leaver}", **boxes("leaves_on", day))
    theirs = AllocationPlanLine.objects.filter(plan=plan, before_worker_id=leaver)
    assert theirs
    assert not [one for one in theirs if one.after_worker_id == leaver]
    assert [
        one for one in AllocationPlanLine.objects.filter(plan=plan).exclude(before_worker_id=leaver) if _changes(one)
    ] == []
    made = {**MAKES, **boxes("on", day), "reason": "LEFTRL", "words": "Leaves for another council."}
    client.post(f"/planner/{plan.pk}/make/", made)
    goes = [one for one in theirs.all() if one.move_id]
    assert goes
    assert "It holds from 5 December" in client.get(f"/planner/{plan.pk}/").content.decode()
    assert {holder(one.child_id) for one in goes} == {leaver}
    assert {one.child_id: holder(one.child_id, day) for one in goes} == {
        one.child_id: one.after_worker_id for one in goes
    }


def test_a_restricted_child_is_in_no_plan_and_counts_as_a_number(client: Client, manager: Any, team: str) -> None:
    child = Allocation.objects.filter(role="lead", ended_on=None, team_id=team, worker__isnull=False)[0].child
    with change_set(by="a test", kind="edit", words="restricted"):
        Child.objects.filter(pk=child.pk).update(restricted="ordinary")
        ChildName.objects.filter(child=child).update(forename="Zzsecretine")
    plan = planned(client, team)
    assert not AllocationPlanLine.objects.filter(plan=plan, child=child).exists()
    shown = (
        client.get(f"/planner/{plan.pk}/").content.decode() + client.get(f"/planner/{plan.pk}/make/").content.decode()
    )
    assert "Zzsecretine" not in shown
    assert child.la_child_id not in shown


def test_who_may_not_allocate_and_who_has_another_team_are_told_so(client: Client, manager: Any, team: str) -> None:
    plan = planned(client, team)
    other = Allocation.objects.exclude(team_id=team).exclude(team_id=None).values_list("team_id", flat=True)[0]
    sign_in(client, "social_worker", worker_id=a_worker(team), team_id=team)
    pages = ["/planner/", *(f"/planner/{plan.pk}/{one}" for one in ("", "again/", "make/", "drop/"))]
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 403)
    sign_in(client, "team_manager", worker_id=a_worker(other, "team_manager"), team_id=other)
    assert {page: client.get(page).status_code for page in pages[1:]} == dict.fromkeys(pages[1:], 403)
    assert client.get("/planner/oc:0/").status_code == 404


def test_what_is_missing_is_asked_for_and_a_dropped_plan_moves_nobody(client: Client, manager: Any, team: str) -> None:
    assert "Choose who leaves or will be away" in client.post("/planner/", {"kind": "leaver"}).content.decode()
    plan = planned(client, team, kind="waiting")
    before = set(Allocation.objects.filter(role="lead", team_id=team).values_list("pk", "worker_id", "ended_on"))
    assert "Say why" in client.post(f"/planner/{plan.pk}/drop/", {}).content.decode()
    client.post(f"/planner/{plan.pk}/drop/", {"words": "Not now."})
    plan.refresh_from_db()
    assert plan.state == "dropped"
    assert (
        set(Allocation.objects.filter(role="lead", team_id=team).values_list("pk", "worker_id", "ended_on")) == before
    )
    group = next(iter(lines(plan)))
    late = client.post(f"/planner/{plan.pk}/again/", {f"to-{group}": plan.loads[0]["worker_id"]})
    assert late.status_code == 409
    assert "You had chosen:" in late.content.decode()
    assert f": {plan.loads[0]['name']}" in late.content.decode()


def test_a_director_plans_all_teams_and_nobody_leaves_their_team(client: Client, team: str) -> None:
    director = sign_in(client, "director")
    plan = planned(client, "", kind="council")
    rows = list(AllocationPlanLine.objects.filter(plan=plan))
    assert len({one.before_team_id for one in rows}) > 1
    theirs = {one["worker_id"]: one["team_id"] for one in plan.loads}
    assert [one for one in rows if _changes(one) and theirs[str(one.after_worker_id)] != one.before_team_id] == []
    assert [one.does for one in waiting_for(_Viewer(director.name), today=TODAY, now=NOW)] == ["Make it so or drop it"]
    assert client.get(f"/planner/{plan.pk}/").status_code == 200


class _Viewer:
    """Somebody who may allocate, as My day knows them."""

    worker_id, team_ids = None, ()

    def __init__(self, name: str) -> None:
        self.name = name

    def may(self, permission: str) -> bool:
        """Whether they may allocate."""
        return permission == "allocate"


def _changes(line: AllocationPlanLine) -> bool:
    return line.after_worker_id is not None and line.after_worker_id != line.before_worker_id
