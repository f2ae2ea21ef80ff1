"""Who holds a child, through its pages: allocate, wait, transfer, co-work, undo; and every figure follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import User
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Allocation,
    AllocationMove,
    CaseloadException,
    Child,
    Direction,
    Handover,
    Team,
    TransferRequest,
    Worker,
    WorkerName,
)
from onechild.service.record.queries.caseload import held_by
from onechild.service.record.queries.workforce import people, targets
from onechild.service.record.queries.workload.candidates import candidates
from onechild.service.record.queries.workload.loads import loads_of
from tests.service.our_own import a_family, boxes, protected
from tests.service.people import (
    a_restricted_child,
    a_worker,
    a_worker_with_children,
    child_of,
    make_user,
    sign_in,
    team_of,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
WHY = {"reason": "MANAGE", "words": "Nearer to where she works.", **boxes("on", TODAY)}


@dataclass(frozen=True)
class Scene:
    """A loaded child whom a worker holds, the worker's team with its manager signed in, and two colleagues."""

    child: Child
    held: str
    team_id: str
    manager: str
    amina: str
    callum: str

    @property
    def here(self) -> str:
        """The page of who holds the child."""
        return f"/children/{self.child.la_child_id}/allocation/"

    @property
    def allocate(self) -> str:
        """The page that allocates the child."""
        return f"/children/{self.child.la_child_id}/allocate/"


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


@pytest.fixture
def scene(client: Client) -> Scene:
    held = a_worker_with_children()
    team_id = team_of(held)
    manager = a_worker(team_id, role="team_manager")
    amina, callum = a_worker(team_id), a_worker(team_id)
    names = {held: "Hoa Tran", manager: "Denise Okoro", amina: "Amina Hassan", callum: "Callum Brathwaite"}
    with change_set(by="a test", kind="edit", words="names"):
        for worker_id, name in names.items():
            WorkerName.objects.create(worker_id=worker_id, name=name)
    sign_in(client, "team_manager", worker_id=manager, team_id=team_id)
    return Scene(child_of(held), held, team_id, manager, amina, callum)


def lead(child: Child) -> Allocation:
    """Who leads on the child, or where the child waits: one row, or the test fails."""
    return Allocation.objects.get(child=child, role="lead", ended_on=None)


def cases(worker_id: str) -> int:
    """The children whom the worker holds, as My day and the team page count them."""
    held = loads_of(people([worker_id], today=TODAY), team_id=None, standards=targets(today=TODAY), today=TODAY)
    assert held[0].cases == len([one for one in held_by(worker_id, today=TODAY) if one.leads])
    return held[0].cases


def seen_on(client: Client, page: str) -> str:
    """The stamp that the form of a page carries."""
    return str(client.get(page).context["form"]["seen"].value())


def test_a_loaded_child_is_given_to_another_worker_and_every_count_follows(client: Client, scene: Scene) -> None:
    before = cases(scene.held)
    typed = {**WHY, "worker": scene.amina, "first": "Ring school.", **boxes("first_by", date(2026, 11, 24))}
    shown = client.get(scene.allocate).content.decode()
    assert "checked" not in shown
    assert "Amina Hassan" in shown
    answer = client.post(scene.allocate, {**typed, "seen": seen_on(client, scene.allocate)})
    assert answer["Location"] == f"{scene.here}?saved=allocated"
    row = lead(scene.child)
    assert (row.worker_id, row.started_on, row.recorded_on, row.origin_id) == (scene.amina, TODAY, TODAY, None)
    ended = Allocation.objects.get(child=scene.child, worker_id=scene.held, role="lead", ended_on=TODAY)
    assert (ended.end_reason, ended.end_recorded_on) == ("MANAGE", TODAY)
    assert (cases(scene.held), cases(scene.amina)) == (before - 1, 1)
    given = Direction.objects.get(child=scene.child, words="Ring school.")
    assert (given.owner_id, given.given_by_id) == (scene.amina, scene.manager)
    assert Handover.objects.get(child=scene.child, to_worker_id=scene.amina).from_worker_id == scene.held
    assert "Nearer to where she works." in client.get(scene.here).content.decode()


def test_two_managers_at_once_the_second_is_told_who_did_what_and_nothing_is_lost(client: Client, scene: Scene) -> None:
    mine = seen_on(client, scene.allocate)
    other = Client()
    denise = sign_in(other, "team_manager", team_id=scene.team_id)
    other.post(scene.allocate, {**WHY, "worker": scene.amina, "seen": seen_on(other, scene.allocate)})
    answer = client.post(scene.allocate, {**WHY, "worker": scene.callum, "words": "My own words.", "seen": mine})
    told = answer.content.decode()
    assert answer.status_code == 409
    assert f"{denise.name} changed who holds" in told
    assert "now with Amina Hassan" in told
    assert "My own words." in told
    assert lead(scene.child).worker_id == scene.amina
    again = str(answer.context["form"]["seen"].value())
    client.post(scene.allocate, {**WHY, "worker": scene.callum, "seen": again})
    assert lead(scene.child).worker_id == scene.callum


def test_undone_the_child_is_back_the_direction_withdrawn_and_it_stays_in_the_story(
    client: Client, scene: Scene
) -> None:
    before = (cases(scene.held), lead(scene.child).pk)
    typed = {**WHY, "worker": scene.amina, "first": "Ring school.", **boxes("first_by", date(2026, 11, 24))}
    client.post(scene.allocate, typed)
    client.post(f"{scene.here}undo/", {"words": "The wrong child."})
    assert (cases(scene.held), lead(scene.child).pk) == before
    assert cases(scene.amina) == 0
    assert Direction.objects.get(child=scene.child, words="Ring school.").withdrawn_on == TODAY
    assert not Handover.objects.filter(child=scene.child).exists()
    shown = client.get(scene.here).content.decode()
    assert "The wrong child." in shown
    assert client.get(f"{scene.here}undo/").status_code == 404


def test_a_move_with_another_after_it_is_not_undone(client: Client, scene: Scene) -> None:
    client.post(scene.allocate, {**WHY, "worker": scene.amina})
    first = AllocationMove.objects.get(child=scene.child)
    client.post(scene.allocate, {**WHY, "worker": scene.callum})
    client.post(f"{scene.here}undo/", {"words": "Back to Amina."})
    assert lead(scene.child).worker_id == scene.amina
    first.refresh_from_db()
    assert first.undone_at is None


def test_on_the_list_a_manager_must_be_named_and_it_is_said_how_urgent(client: Client, scene: Scene) -> None:
    told = client.post(scene.allocate, {**WHY, "worker": "list"}).content.decode()
    assert "Choose the manager who answers for the child" in told
    assert "Choose how urgent it is" in told
    client.post(scene.allocate, {**WHY, "worker": "list", "manager": scene.manager, "priority": "high"})
    row = lead(scene.child)
    assert (row.worker_id, row.responsible_manager_id, row.priority) == (None, scene.manager, "high")
    client.post(f"{scene.here}priority/", {"priority": "urgent", "words": "A new referral."})
    row.refresh_from_db()
    assert row.priority == "urgent"


def test_brothers_and_sisters_move_together_only_where_the_manager_ticks_them(client: Client) -> None:
    family = a_family()
    amina = a_worker(family.team_id)
    sign_in(client, "team_manager", team_id=family.team_id)
    first, second = family.children
    page = f"/children/{first.la_child_id}/allocate/"
    assert client.get(page).context["ticked"] == []
    client.post(page, {**WHY, "worker": amina, "with": second.la_child_id})
    assert (lead(first).worker_id, lead(second).worker_id) == (amina, amina)
    assert AllocationMove.objects.filter(child_id__in=[first.pk, second.pk]).values("batch_id").distinct().count() == 1
    client.post(f"/children/{second.la_child_id}/allocation/undo/", {"words": "Together they came, together they go."})
    assert (lead(first).worker_id, lead(second).worker_id) == (family.worker_id, family.worker_id)


def test_a_first_year_worker_leads_no_protection_work_unless_it_is_said_why(client: Client) -> None:
    family = a_family()
    protected(family)
    imogen, mentor = a_worker(family.team_id), a_worker(family.team_id)
    with change_set(by="a test", kind="edit", words="first year"):
        Worker.objects.filter(pk=imogen).update(newly_qualified_to=date(2027, 6, 1))
    sign_in(client, "team_manager", team_id=family.team_id)
    child = family.children[0]
    page = f"/children/{child.la_child_id}/allocate/"
    found = {one.candidate.worker_id: one.candidate for one in client.get(page).context["lines"]}
    assert "does not lead" in found[imogen].protected
    told = client.post(page, {**WHY, "worker": imogen}).content.decode()
    assert "is in the protected first year" in told
    assert "Why is the first-year rule set aside" in told
    assert lead(child).worker_id == family.worker_id
    aside = {"aside_words": "She knows the family.", "aside_with": mentor, **boxes("aside_look", date(2026, 12, 18))}
    client.post(page, {**WHY, "worker": imogen, **aside})
    assert lead(child).worker_id == imogen
    kept = CaseloadException.objects.get(child=child)
    assert (kept.worker_id, kept.co_worker_id, kept.words) == (imogen, mentor, "She knows the family.")
    assert Allocation.objects.get(child=child, role="co_worker", ended_on=None).worker_id == mentor


def test_nothing_changes_hands_before_the_other_team_accepts(client: Client, scene: Scene) -> None:
    other = str(Team.objects.exclude(pk=scene.team_id).filter(team_kind="looked_after").order_by("pk")[0].pk)
    theirs, their_manager = a_worker(other), a_worker(other, role="team_manager")
    asking = {"team": other, "reason": "TSPROC", "words": "He is looked after now."}
    client.post(f"/children/{scene.child.la_child_id}/transfer/", asking)
    request = TransferRequest.objects.get(child=scene.child)
    assert lead(scene.child).worker_id == scene.held
    them = Client()
    sign_in(them, "team_manager", worker_id=their_manager, team_id=other)
    assert "He is looked after now." in them.get("/transfers/").content.decode()
    told = them.post(f"/transfers/{request.pk}/", {"does": "refuse", "no_words": ""}).content.decode()
    assert "There is a problem" in told
    them.post(f"/transfers/{request.pk}/", {**WHY, "does": "accept", "worker": theirs})
    row = lead(scene.child)
    assert (row.worker_id, row.team_id) == (theirs, other)
    request.refresh_from_db()
    assert (request.answer, request.move_id) == ("accepted", AllocationMove.objects.get(child=scene.child).pk)


def test_a_refused_request_leaves_the_child_and_says_why_to_who_asked(client: Client, scene: Scene) -> None:
    other = str(Team.objects.exclude(pk=scene.team_id).filter(team_kind="looked_after").order_by("pk")[0].pk)
    client.post(
        f"/children/{scene.child.la_child_id}/transfer/", {"team": other, "reason": "TSPROC", "words": "Please."}
    )
    request = TransferRequest.objects.get(child=scene.child)
    assert "Withdraw" in client.get(f"/transfers/{request.pk}/").content.decode()
    client.post(f"/transfers/{request.pk}/", {**WHY, "does": "accept", "worker": scene.amina})
    request.refresh_from_db()
    assert request.answer == ""
    them = Client()
    sign_in(them, "team_manager", team_id=other)
    them.post(f"/transfers/{request.pk}/", {"does": "refuse", "no_words": "Not yet in care."})
    assert lead(scene.child).worker_id == scene.held
    assert "Not yet in care." in client.get(scene.here).content.decode()


def test_a_third_team_neither_sees_nor_answers_a_request(client: Client, scene: Scene) -> None:
    teams = Team.objects.exclude(pk=scene.team_id).filter(team_kind="looked_after").order_by("pk")
    asking = {"team": str(teams[0].pk), "reason": "TSPROC", "words": "Please."}
    client.post(f"/children/{scene.child.la_child_id}/transfer/", asking)
    request = TransferRequest.objects.get(child=scene.child)
    third = Client()
    sign_in(third, "team_manager", team_id=str(teams[1].pk))
    assert third.get(f"/transfers/{request.pk}/").status_code == 404
    assert "Please." not in third.get("/transfers/").content.decode()


def test_a_co_worker_stands_beside_the_lead_and_counts_in_no_caseload(client: Client, scene: Scene) -> None:
    client.post(f"{scene.here}co-worker/", {"worker": scene.amina, "words": "Court work.", **boxes("on", TODAY)})
    row = Allocation.objects.get(child=scene.child, role="co_worker", worker_id=scene.amina)
    assert (lead(scene.child).worker_id, cases(scene.amina)) == (scene.held, 0)
    client.post(f"{scene.here}co-worker/{row.pk}/end/", {"words": "Done.", **boxes("on", TODAY)})
    row.refresh_from_db()
    assert row.ended_on == TODAY


def test_several_are_allocated_at_once_after_the_loads_were_shown(client: Client, scene: Scene) -> None:
    held = [one for one in held_by(scene.held, today=TODAY) if one.leads][:2]
    children = [Child.objects.get(pk=one.child_id) for one in held]
    page = f"/teams/{scene.team_id}/allocate/"
    ticked = {"child": [one.la_child_id for one in children]}
    chosen = {f"worker_{one.la_child_id}": scene.amina for one in children}
    shown = client.post(page, {**ticked, **chosen, **WHY, "does": "preview"}).content.decode()
    assert "0 to 2" in shown
    assert lead(children[0]).worker_id == scene.held
    client.post(page, {**ticked, **chosen, **WHY, "does": "make"})
    assert [lead(one).worker_id for one in children] == [scene.amina, scene.amina]
    assert cases(scene.amina) == 2


def test_who_knows_the_child_stands_first_and_no_worker_of_another_team_is_offered(scene: Scene) -> None:
    with change_set(by="a test", kind="edit", words="long ago"):
        Allocation.objects.create(
            child=scene.child,
            worker_id=scene.callum,
            team_id=scene.team_id,
            role="lead",
            started_on=date(2024, 2, 5),
            ended_on=date(2024, 8, 12),
        )
    found = candidates(team_id=scene.team_id, child_ids=[scene.child.pk], first_by=None, today=TODAY)
    first = next(one for one in found if one.worker_id != scene.held)
    assert first.worker_id == scene.callum
    assert first.knows == ("Their worker, February to August 2024",)
    assert scene.manager not in {one.worker_id for one in found}


def test_who_may_not_allocate_is_told_who_can_and_sees_no_verb(client: Client, scene: Scene) -> None:
    sign_in(client, user=User.objects.get(pk=make_user("social_worker", worker_id=scene.held).pk))
    assert client.get(scene.here).status_code == 200
    assert "Ask another team" not in client.get(scene.here).content.decode()
    assert client.post(scene.allocate, {**WHY, "worker": scene.amina}).status_code == 403
    assert lead(scene.child).worker_id == scene.held


def test_a_restricted_childs_allocation_is_closed_to_who_is_not_named(client: Client, scene: Scene) -> None:
    closed = a_restricted_child()
    assert client.get(f"/children/{closed.la_child_id}/allocate/").status_code in (403, 404)
    page = f"/teams/{scene.team_id}/allocate/?child={closed.la_child_id}"
    assert "No child was ticked" in client.get(page).content.decode()
