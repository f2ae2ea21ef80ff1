"""Handing a child over: begun with the change, the child asked, read by the next worker alone, and then it stays."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from onechild.service.access.models import User
from onechild.service.journeys.handover.queries import waiting_for
from onechild.service.record.actions import handovers
from onechild.service.record.actions.allocating import assign, put_on_list, undo
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Allocation,
    Child,
    Direction,
    Handover,
    Relationship,
    TeamMembership,
    VisitNote,
    WarningNote,
)
from onechild.service.record.queries.names import heads
from tests.service.people import a_worker, a_worker_with_children, child_of, make_user, sign_in, team_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
WANTS = "I don’t like being asked about Dad in the car"
NOBODY_ASKED = {"childs_words": "", "not_asked_words": "", "words": "Ring the nursery first", "do": "finish"}


@pytest.fixture(autouse=True)
def standing(settings: Any) -> None:
    """The day that the little council was invented for."""
    settings.TODAY = TODAY.isoformat()


class Change:
    """A child who goes from one worker of a team to another, by the allocation of a manager."""

    def __init__(self) -> None:
        self.leaver_id = a_worker_with_children()
        self.team_id = team_of(self.leaver_id)
        self.next_id = a_worker(self.team_id)
        self.child = child_of(self.leaver_id)
        self.manager = make_user("team_manager", team_id=self.team_id, worker_id=a_worker(self.team_id, "team_manager"))
        self.acting = {
            "on": TODAY,
            "reason": "MANAGE",
            "words": "Nearer home",
            "by": self.manager,
            "by_worker_id": self.manager.worker_id,
            "now": NOW,
            "today": TODAY,
        }

    def made(self, worker_id: str | None = None) -> Handover:
        """Allocate the child, and return the handover that this began."""
        assign(children=[self.child], worker_id=worker_id or self.next_id, team_id=self.team_id, **self.acting)
        return Handover.objects.get(child=self.child)

    def leaver(self) -> User:
        return make_user("social_worker", worker_id=self.leaver_id)

    def following(self) -> User:
        return make_user("social_worker", worker_id=self.next_id)


@pytest.fixture
def change() -> Change:
    return Change()


def address(row: Handover, page: str = "handover") -> str:
    return reverse(page, args=[row.child.la_child_id, row.pk])


def written(row: Handover, **answers: str) -> dict[str, str]:
    day = {"childs_words_on_day": "20", "childs_words_on_month": "11", "childs_words_on_year": "2026"}
    return {"edit_version": str(row.edit_version), "words": "Ring the nursery first", "do": "finish", **day, **answers}


def test_a_handover_is_written_by_who_leaves_read_by_who_comes_and_then_stays(client: Client, change: Change) -> None:
    row = change.made()
    leaver, following = change.leaver(), change.following()
    client.force_login(leaver, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    assert client.get(address(row, "handover-finish")).status_code == 200
    answer = client.post(address(row, "handover-finish"), written(row, childs_words=WANTS))
    assert answer.status_code == 302
    assert client.post(address(row, "handover-read")).status_code == 403  # nobody reads in another's place
    client.force_login(following, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    page = client.get(address(row)).content.decode()
    assert WANTS in page
    assert "Ring the nursery first" in page
    assert client.post(address(row, "handover-finish"), written(row, childs_words="No")).status_code == 403
    assert client.post(address(row, "handover-read")).status_code == 302
    client.force_login(leaver, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    assert client.post(address(row, "handover-finish"), written(row, childs_words="No")).status_code == 403
    kept = Handover.objects.get(pk=row.pk)
    assert (kept.childs_words, kept.childs_words_on, kept.read_by_name) == (WANTS, date(2026, 11, 20), following.name)


def test_it_is_not_finished_before_the_child_was_asked_or_it_says_why_not(client: Client, change: Change) -> None:
    row = change.made()
    sign_in(client, worker_id=change.leaver_id)
    refused = client.post(address(row, "handover-finish"), {"edit_version": str(row.edit_version), **NOBODY_ASKED})
    assert refused.status_code == 200
    assert "Write what the child wants the next worker to know" in refused.content.decode()
    assert "Ring the nursery first" in refused.content.decode()
    assert Handover.objects.get(pk=row.pk).finished_at is None
    why = written(row, childs_words="", not_asked_words="Two weeks old")
    assert client.post(address(row, "handover-finish"), why).status_code == 302
    assert "was not asked" in client.get(address(row)).content.decode()


def test_the_database_refuses_a_finished_handover_in_which_nobody_asked(change: Change) -> None:
    row = change.made()
    with pytest.raises(IntegrityError, match="handover_asks_the_child"):
        handovers.finish(
            handover=row,
            written=handovers.Written(words="All is well"),
            seen_version=row.edit_version,
            by=change.manager,
            now=NOW,
        )


def test_two_who_write_one_handover_are_told_and_lose_nothing(client: Client, change: Change) -> None:
    row = change.made()
    sign_in(client, worker_id=change.leaver_id)
    theirs = handovers.Written(words="The manager wrote this")
    handovers.write(handover=row, written=theirs, seen_version=row.edit_version, by=change.manager)
    answer = client.post(address(row, "handover-finish"), written(row, childs_words=WANTS))
    assert answer.status_code == 409
    assert "The manager wrote this" in answer.content.decode()
    assert "Ring the nursery first" in answer.content.decode()
    assert Handover.objects.get(pk=row.pk).words == "The manager wrote this"


def test_it_waits_for_the_leaver_then_for_the_next_worker(change: Change) -> None:
    row = change.made()
    seen = {"today": TODAY, "now": NOW}
    assert [one.title for one in waiting_for(_somebody(change.leaver_id), **seen)] == ["Handover to write"]
    assert waiting_for(_somebody(change.next_id), **seen) == []
    asked = handovers.Written(childs_words=WANTS, childs_words_on=TODAY)
    handovers.finish(handover=row, written=asked, seen_version=row.edit_version, by=change.manager, now=NOW)
    assert waiting_for(_somebody(change.leaver_id), **seen) == []
    assert [one.title for one in waiting_for(_somebody(change.next_id), **seen)] == ["Handover to read"]


def test_a_child_who_waits_between_two_workers_has_one_handover_given_to_who_comes(change: Change) -> None:
    listed = {"manager_id": change.manager.worker_id, "priority": "high"}
    put_on_list(children=[change.child], team_id=change.team_id, **listed, **change.acting)
    begun = Handover.objects.get(child=change.child)
    assert (begun.from_worker_id, begun.to_worker_id) == (change.leaver_id, None)
    given = change.made()
    assert (given.pk, given.from_worker_id, given.to_worker_id) == (begun.pk, change.leaver_id, change.next_id)


def test_undoing_the_allocation_takes_an_empty_handover_back_and_keeps_one_with_words(change: Change) -> None:
    [move] = assign(children=[change.child], worker_id=change.next_id, team_id=change.team_id, **change.acting)
    undoing = {key: change.acting[key] for key in ("by", "by_worker_id", "now", "today")}
    undo(batch_id=move.batch_id, words="The wrong child", **undoing)
    assert not Handover.objects.filter(child=change.child).exists()
    [again] = assign(children=[change.child], worker_id=change.next_id, team_id=change.team_id, **change.acting)
    row = Handover.objects.get(child=change.child)
    told = handovers.Written(words="Ring the nursery first")
    handovers.write(handover=row, written=told, seen_version=row.edit_version, by=change.manager)
    undo(batch_id=again.batch_id, words="The wrong child again", **undoing)
    kept = Handover.objects.get(child=change.child)
    assert (kept.words, kept.to_worker_id) == ("Ring the nursery first", None)


def test_the_pack_holds_what_the_record_says_on_the_day(client: Client, change: Change) -> None:
    child = change.child
    with change_set(by="a test", kind="edit", words="what a next worker must know"):
        WarningNote.objects.create(
            child=child,
            kind="risk_to_worker",
            words="Go in twos: the dog bites",
            started_on=TODAY,
            recorded_on=TODAY,
            review_by=TODAY + timedelta(days=90),
            told=False,
            not_told_reason="The owner is not known",
        )
        Direction.objects.create(
            child=child,
            happened_on=date(2026, 11, 2),
            recorded_on=TODAY,
            owner_id=change.leaver_id,
            words="See the school nurse about the cough",
            due_on=date(2026, 11, 16),
            given_in="supervision",
        )
    row = change.made()
    sign_in(client, worker_id=change.next_id)
    page = client.get(address(row)).content.decode()
    assert "Go in twos: the dog bites" in page
    assert "See the school nurse about the cough" in page
    assert "5 days late" in page
    assert "Not asked yet" in page


def test_a_restricted_brother_or_sister_is_counted_in_the_pack_and_never_named(client: Client, change: Change) -> None:
    other = Child.objects.filter(restricted="ordinary").order_by("pk")[0]
    name = heads([other.pk], today=TODAY)[other.pk].forename
    with change_set(by="a test", kind="edit", words="a restricted sister"):
        Relationship.objects.filter(child=change.child, related_child__isnull=False).update(ended_on=date(2026, 1, 1))
        Relationship.objects.create(
            child=change.child, related_child=other, relation="sibling", started_on=date(2020, 1, 1)
        )
    row = change.made()
    sign_in(client, worker_id=change.next_id)
    page = client.get(address(row)).content.decode()
    assert "1 more brother or sister is on record" in page
    assert name not in page
    assert other.la_child_id not in page


def test_a_peer_of_the_team_reads_it_and_may_not_write_it(client: Client, change: Change) -> None:
    row = change.made()
    sign_in(client, worker_id=a_worker(change.team_id))
    assert client.get(address(row)).status_code == 200
    refused = client.post(address(row, "handover-finish"), written(row, childs_words="Made up"))
    assert refused.status_code == 403
    assert "The worker who hands the child over writes this" in refused.content.decode()
    assert client.post(address(row, "handover-met"), {}).status_code == 403


def test_the_manager_writes_for_a_worker_who_has_left_and_is_told_to(client: Client, change: Change) -> None:
    row = change.made()
    with change_set(by="a test", kind="edit", words="gone"):
        from onechild.service.record.models import Employment

        Employment.objects.create(
            worker_id=change.leaver_id, started_on=date(2020, 1, 1), ended_on=date(2026, 11, 20), recorded_on=TODAY
        )
    told = waiting_for(_manager(change), today=TODAY, now=NOW)
    assert [one.title for one in told] == ["Handover that nobody has written: the worker has left"]
    client.force_login(change.manager, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    asked = written(row, childs_words="", not_asked_words="The worker left before she could ask")
    assert client.post(address(row, "handover-finish"), asked).status_code == 302
    assert Handover.objects.get(pk=row.pk).finished_by_name == change.manager.name


def test_the_joint_visit_is_recorded_once_and_not_before_it_was(client: Client, change: Change) -> None:
    row = change.made()
    sign_in(client, worker_id=change.next_id)
    tomorrow = {"met_on_day": "22", "met_on_month": "11", "met_on_year": "2026"}
    assert client.post(address(row, "handover-met"), tomorrow).status_code == 200
    assert client.post(address(row, "handover-met"), tomorrow | {"met_on_day": "21"}).status_code == 302
    assert Handover.objects.get(pk=row.pk).met_on == TODAY
    assert (
        "recorded already"
        in client.post(address(row, "handover-met"), tomorrow | {"met_on_day": "20"}).content.decode()
    )


def test_a_team_sees_its_open_handovers_and_another_teams_manager_does_not(client: Client, change: Change) -> None:
    row = change.made()
    name = heads([change.child.pk], today=TODAY)[change.child.pk].name
    client.force_login(change.manager, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    page = client.get(reverse("team-continuity", args=[change.team_id])).content.decode()
    assert name in page
    assert "1 not finished, 0 finished and not read" in page
    assert reverse("handover", args=[row.child.la_child_id, row.pk]) in page
    elsewhere = TeamMembership.objects.exclude(team_id=change.team_id).values_list("team_id", flat=True)[0]
    sign_in(client, "team_manager", team_id=elsewhere, worker_id=a_worker(elsewhere, "team_manager"))
    assert client.get(reverse("team-continuity", args=[change.team_id])).status_code == 403


def test_the_childs_last_words_are_in_the_pack(client: Client, change: Change) -> None:
    from onechild.service.record.models import Visit

    with change_set(by="a test", kind="edit", words="a visit"):
        visit = Visit.objects.create(
            child=change.child, happened_on=date(2026, 11, 18), purpose="child_in_need", seen=True, recorded_on=TODAY
        )
        VisitNote.objects.create(
            child=change.child, visit=visit, childs_words="I sleep at Nan’s", direct_work="Three houses",
            recorded_on=TODAY,
        )  # fmt: skip
    row = change.made()
    sign_in(client, worker_id=change.next_id)
    page = client.get(address(row)).content.decode()
    assert "I sleep at Nan’s" in page
    assert "Three houses" in page


def _somebody(worker_id: str) -> Any:
    return _viewer(make_user("social_worker", worker_id=worker_id), ())


def _manager(change: Change) -> Any:
    return _viewer(change.manager, (change.team_id,))


def _viewer(user: User, team_ids: tuple[str, ...]) -> Any:
    from onechild.service.access.viewer import viewer_of

    role = "team_manager" if team_ids else "social_worker"
    return viewer_of(user, roles=[(role, team_ids[0] if team_ids else None)], team_ids=team_ids)


def test_the_list_tells_every_worker_and_why_each_went(client: Client, change: Change) -> None:
    change.made()
    sign_in(client, worker_id=change.next_id)
    page = client.get(reverse("handovers", args=[change.child.la_child_id])).content.decode()
    assert "2 workers led the case in the last 12 months" in page
    assert "Nearer home" in page
    assert Allocation.objects.filter(child=change.child, role="lead", ended_on=None).count() == 1
