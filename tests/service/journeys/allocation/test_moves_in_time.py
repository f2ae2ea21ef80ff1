"""Moves made ahead, backdated, undone and overtaken: promises are always with whoever holds the child that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.record.actions import allocating
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.promises import change_owner, give
from onechild.service.record.actions.promises.following import pass_on_begun
from onechild.service.record.actions.work.outcomes import NewAction, NewOutcome, add_action, add_outcome
from onechild.service.record.models import (
    Allocation,
    AllocationMove,
    CaseloadException,
    CaseNote,
    Child,
    ChildProtectionPlan,
    Direction,
    PlanAction,
    Team,
    TransferRequest,
    Worker,
)
from tests.service.our_own import a_family, boxes, protected
from tests.service.people import a_worker, make_user, sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
NOW = datetime.fromisoformat("2026-11-21T10:00:00+00:00")
LEAVES = date(2026, 11, 30)
WHY = {"reason": "MANAGE", "words": "Nearer to where she works.", **boxes("on", TODAY)}


@dataclass(frozen=True)
class Scene:
    """A protected child of our own whom a worker holds, the manager, and a colleague who may take the child over."""

    child: Child
    held: str
    team_id: str
    manager: User
    amina: str

    @property
    def here(self) -> str:
        """The page of who holds the child."""
        return f"/children/{self.child.la_child_id}/allocation/"

    def told(self, **others: Any) -> Any:
        """Who acts, when and why."""
        said = {"by": self.manager, "by_worker_id": self.manager.worker_id, "now": NOW, "today": TODAY}
        return {**said, "words": "Nearer to where she works.", **others}

    def assign(self, *, on: date, **others: Any) -> AllocationMove:
        """Give the child to Amina."""
        told = self.told(reason="MANAGE", **others)
        return allocating.assign(children=[self.child], worker_id=self.amina, team_id=self.team_id, on=on, **told)[0]

    def promise(self, words: str, owner_id: str | None) -> Direction:
        """An open promise for the child."""
        told = self.told(words=words)
        return give(child=self.child, owner_id=owner_id, due_on=date(2026, 12, 4), given_in="oversight", **told)

    def action(self, owner_id: str) -> PlanAction:
        """An action of the child's plan, still to do."""
        with change_set(by=self.manager, kind="edit", words="an action"):
            plan = ChildProtectionPlan.objects.filter(child=self.child)[0]
            new = NewOutcome(worry="School", outcome="At school each day")
            told: Any = {"plan_kind": "protection", "plan_id": plan.pk, "by": self.manager, "today": TODAY}
            outcome = add_outcome(new, child=self.child, **told)
            return add_action(NewAction(words="Ring", owner_id=owner_id), outcome=outcome, by=self.manager, today=TODAY)


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def scene(client: Client) -> Scene:
    family = a_family()
    protected(family)
    manager = make_user("team_manager", worker_id=a_worker(family.team_id, role="team_manager"), team_id=family.team_id)
    sign_in(client, user=manager)
    return Scene(family.children[0], family.worker_id, family.team_id, manager, a_worker(family.team_id))


def owner(direction: Direction) -> str | None:
    """Whose the promise is now."""
    return Direction.objects.get(pk=direction.pk).owner_id


def waits(scene: Scene) -> Direction:
    """The child waits on the team's list, since Wednesday; a promise that nobody was named for."""
    told = scene.told(reason="MANAGE")
    allocating.put_on_list(
        children=[scene.child],
        team_id=scene.team_id,
        manager_id=scene.manager.worker_id or "",
        priority="high",
        on=date(2026, 11, 18),
        **told,
    )
    return scene.promise("Ring school.", None)


def asked(scene: Scene) -> TransferRequest:
    """Another team was asked to take the child over."""
    other = str(Team.objects.exclude(pk=scene.team_id).filter(team_kind="looked_after").order_by("pk")[0].pk)
    return allocating.ask_transfer(children=[scene.child], to_team_id=other, **scene.told(reason="TSPROC"))[0]


def test_undone_a_promise_that_came_from_the_list_is_nobodys_again(scene: Scene) -> None:
    promise = waits(scene)
    move = scene.assign(on=TODAY, now=NOW + timedelta(minutes=5))
    assert owner(promise) == scene.amina
    allocating.undo(batch_id=move.batch_id, **scene.told())
    assert owner(promise) is None


def test_undone_what_the_plan_asks_goes_back_too_and_amina_keeps_what_was_hers(scene: Scene) -> None:
    hers, action = scene.promise("Her own.", scene.amina), scene.action(scene.held)
    move = scene.assign(on=TODAY)
    action.refresh_from_db()
    assert action.owner_id == scene.amina
    allocating.undo(batch_id=move.batch_id, **scene.told())
    action.refresh_from_db()
    assert (action.owner_id, owner(hers)) == (scene.held, scene.amina)


def test_made_ahead_promises_stay_until_the_day_and_then_go_once(scene: Scene) -> None:
    promise, action = scene.promise("Ring school.", scene.held), scene.action(scene.held)
    move = scene.assign(on=LEAVES)
    early = pass_on_begun(today=LEAVES - timedelta(days=1), now=NOW)
    assert (early, owner(promise)) == (0, scene.held)
    assert pass_on_begun(today=LEAVES, now=NOW) == 1
    action.refresh_from_db()
    assert (owner(promise), action.owner_id) == (scene.amina, scene.amina)
    told = scene.told(words="He sees it through.", today=LEAVES)
    change_owner(direction=Direction.objects.get(pk=promise.pk), to_worker_id=scene.held, **told)
    assert (pass_on_begun(today=LEAVES, now=NOW), owner(promise)) == (0, scene.held)
    move.refresh_from_db()
    assert move.before["passed"]["promises"] == {promise.pk: scene.held}


def test_made_ahead_and_undone_nothing_is_passed_on_the_day(scene: Scene) -> None:
    promise = scene.promise("Ring school.", scene.held)
    move = scene.assign(on=LEAVES)
    allocating.undo(batch_id=move.batch_id, **scene.told())
    assert (pass_on_begun(today=LEAVES, now=NOW), owner(promise)) == (0, scene.held)


def test_a_week_later_it_is_not_undone(scene: Scene) -> None:
    move = scene.assign(on=TODAY)
    with pytest.raises(allocating.NotPossible, match="Allocate instead"):
        allocating.undo(batch_id=move.batch_id, **scene.told(today=date(2026, 12, 1)))


def test_once_the_new_worker_has_written_it_is_not_undone(client: Client, scene: Scene) -> None:
    move = scene.assign(on=TODAY)
    with change_set(by=scene.manager, kind="edit", words="a note"):
        CaseNote.objects.create(
            child=scene.child,
            happened_on=TODAY,
            kind="correspondence",
            subject="School",
            words="They rang.",
            worker_id=scene.amina,
            written_by_name="Amina",
            written_at=move.at + timedelta(hours=1),
        )
    told = client.post(f"{scene.here}undo/", {"words": "Back."}).content.decode()
    assert "written a case note about" in told
    assert Allocation.objects.get(child=scene.child, role="lead", ended_on=None).worker_id == scene.amina


def test_a_first_direction_that_cannot_be_withdrawn_is_said_and_no_error(client: Client, scene: Scene) -> None:
    first = allocating.First(words="Ring school.", due_on=date(2026, 12, 4))
    move = scene.assign(on=TODAY, first=first)
    with change_set(by=scene.manager, kind="edit", words="it is the manager's own now"):
        Direction.objects.filter(pk=move.direction_id).update(owner_id=scene.manager.worker_id, given_by_id=scene.amina)
    answer = client.post(f"{scene.here}undo/", {"words": "Back."})
    assert answer.status_code == 200
    assert "stands against it" in answer.content.decode()
    assert AllocationMove.objects.get(pk=move.pk).undone_at is None


def test_a_change_is_not_backdated_beyond_five_working_days_nor_onto_the_day_a_spell_began(
    client: Client, scene: Scene
) -> None:
    with pytest.raises(allocating.NotPossible, match="at most 5 working days later"):
        scene.assign(on=date(2026, 11, 13))
    typed = {**WHY, **boxes("on", date(2026, 11, 13)), "worker": scene.amina}
    told = client.post(f"/children/{scene.child.la_child_id}/allocate/", typed).content.decode()
    assert "must be on or after 16 November 2026" in told
    waits(scene)
    with pytest.raises(allocating.NotPossible, match="Choose a later day"):
        scene.assign(on=date(2026, 11, 18))
    assert scene.assign(on=date(2026, 11, 19)).to_worker_id == scene.amina


def test_a_request_to_another_team_is_withdrawn_when_the_worker_changes_and_open_again_when_undone(
    scene: Scene,
) -> None:
    request = asked(scene)
    move = scene.assign(on=TODAY)
    request.refresh_from_db()
    assert (request.answer, request.answer_words) == ("withdrawn", "The child’s worker changed meanwhile.")
    allocating.undo(batch_id=move.batch_id, **scene.told())
    request.refresh_from_db()
    assert request.answer == ""


def test_a_request_is_not_accepted_where_a_load_gave_the_child_to_somebody_else(scene: Scene) -> None:
    request = asked(scene)
    with change_set(by=scene.manager, kind="edit", words="as a load does"):
        Allocation.objects.filter(child=scene.child, role="lead", ended_on=None).update(worker_id=scene.amina)
    with pytest.raises(allocating.NotPossible, match="changed after your team was asked"):
        allocating.accept_transfer(
            requests=[request], on=TODAY, worker_id=a_worker(str(request.to_team_id)), **scene.told()
        )


def test_a_first_year_worker_is_no_other_ones_support_and_who_co_works_is_not_named_twice(scene: Scene) -> None:
    mentor, also_new = a_worker(scene.team_id), a_worker(scene.team_id)
    with change_set(by=scene.manager, kind="edit", words="first year"):
        Worker.objects.filter(pk__in=[scene.amina, also_new]).update(newly_qualified_to=date(2027, 6, 1))
    aside = {"words": "She knows the family.", "look_again_on": date(2026, 12, 18)}
    with pytest.raises(allocating.NotPossible, match="protected first year too"):
        scene.assign(on=TODAY, set_aside=allocating.SetAside(co_worker_id=also_new, **aside))
    allocating.add_co_worker(child=scene.child, worker_id=mentor, team_id=scene.team_id, on=TODAY, **scene.told())
    scene.assign(on=TODAY, set_aside=allocating.SetAside(co_worker_id=mentor, **aside))
    assert Allocation.objects.filter(child=scene.child, role="co_worker", worker_id=mentor).count() == 1
    assert CaseloadException.objects.get(child=scene.child).co_worker_id == mentor


def test_the_first_year_rule_asks_what_is_open_on_the_day_of_the_move(scene: Scene) -> None:
    with change_set(by=scene.manager, kind="edit", words="first year; the plan begins next week"):
        Worker.objects.filter(pk=scene.amina).update(newly_qualified_to=date(2027, 6, 1))
        ChildProtectionPlan.objects.filter(child=scene.child).update(started_on=date(2026, 11, 25))
    with pytest.raises(allocating.Protected):
        scene.assign(on=LEAVES)
    assert scene.assign(on=TODAY).to_worker_id == scene.amina


def test_before_the_work_is_ended_it_is_said_what_is_still_open_and_whose(client: Client, scene: Scene) -> None:
    scene.promise("Ring school.", scene.held)
    scene.promise("Ring the nursery.", None)
    told = client.get(f"{scene.here}end/").content.decode()
    assert "2 promises are still open for Zadie" in told
    assert "nobody yet (1)" in told
