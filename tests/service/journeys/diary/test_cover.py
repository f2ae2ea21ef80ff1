"""Cover: who is away today, naming who covers, and what that opens, for how long, and never."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from onechild.service.access.actions.bars import bar
from onechild.service.access.actions.restrict import restrict
from onechild.service.access.entering import as_viewer
from onechild.service.access.models import Visible
from onechild.service.access.visible import because
from onechild.service.record.actions import cover
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.visits import Seen, record
from onechild.service.record.models import Absence, Child, Cover, Employment, WorkerName
from onechild.service.record.queries.diary.to_cover import to_cover
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still, holder
from tests.service.desk.planning import Somebody, plan
from tests.service.desk.test_my_day import owe, text_of
from tests.service.people import a_worker, child_of, make_user, sign_in, team_of

__all__ = ["a_day_that_stands_still", "holder"]
pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
TOMORROW = TODAY + timedelta(days=1)


def away(worker_id: str, *, kind: str = "sickness", back: date | None = TOMORROW) -> None:
    """Have a worker be away today."""
    with change_set(by="a test", kind="edit", words="away"):
        WorkerName.objects.create(worker_id=worker_id, name="Judith Lamptey")
        Absence.objects.create(worker_id=worker_id, started_on=TODAY, ended_on=back, absence_kind=kind)


@pytest.fixture
def child(holder: str) -> Child:
    """A child of a worker who is away, whose visit is due today."""
    found = child_of(holder)
    owe(found.pk, "child-protection-visit", TODAY)
    away(holder)
    return found


@pytest.fixture
def other(db: None) -> str:
    """A worker of a team that has nothing to do with the child."""
    with change_set(by="a test", kind="edit", words="another team"):
        from onechild.service.record.models import Team

        Team.objects.create(pk="T-ELSE", name="Somewhere else", team_kind="assessment", started_on=date(2020, 1, 1))
    return a_worker("T-ELSE")


def covered(child: Child, worker: str, by: str, *, first: date = TODAY, last: date = TODAY) -> None:
    """Have somebody cover."""
    cover.give(
        children=[child], worker_id=worker, by_worker_id=by, first_day=first, last_day=last, reason="See her at school",
        by=Somebody(), today=TODAY,
    )  # fmt: skip


def test_the_visits_of_whoever_is_away_wait_for_cover(holder: str, child: Child) -> None:
    [found] = to_cover([team_of(holder)], today=TODAY)
    assert [one.child_id for one in found.uncovered] == [child.pk]
    assert found.said(TODAY) == "away, back on Sunday 22 November"


def test_nobody_is_away_where_nobody_is_absent(holder: str) -> None:
    owe(child_of(holder).pk, "child-protection-visit", TODAY)
    assert to_cover([team_of(holder)], today=TODAY) == []


def test_a_visit_planned_for_today_waits_too(holder: str) -> None:
    child = child_of(holder)
    owe(child.pk, "child-protection-visit", TODAY + timedelta(days=20))
    plan(holder, child, on=TODAY)
    away(holder)
    [found] = to_cover([team_of(holder)], today=TODAY)
    assert [one.child_id for one in found.waiting] == [child.pk]


def test_whoever_left_their_post_and_still_holds_children_counts_as_away(holder: str) -> None:
    owe(child_of(holder).pk, "child-protection-visit", TODAY)
    with change_set(by="a test", kind="edit", words="left"):
        Employment.objects.create(worker_id=holder, started_on=date(2020, 1, 1), ended_on=TODAY)
    [found] = to_cover([team_of(holder)], today=TODAY)
    assert found.said(TODAY) == "no longer in post"


def test_why_somebody_is_away_is_on_no_page(client: Client, holder: str, child: Child) -> None:
    sign_in(client, "team_manager", team_id=team_of(holder))
    assert "ickness" not in text_of(client.get("/cover/")) + text_of(client.get("/"))


def test_a_manager_is_told_on_my_day(client: Client, holder: str, child: Child) -> None:
    sign_in(client, "team_manager", team_id=team_of(holder))
    assert "Away today: one worker, with one visit to cover." in text_of(client.get("/"))


def test_a_holder_of_children_is_told_at_the_head_of_my_day(client: Client, holder: str, child: Child) -> None:
    colleague = a_worker(team_of(holder))
    plan(colleague, child, on=TODAY + timedelta(days=1))
    sign_in(client, "social_worker", worker_id=colleague)
    assert [one.text for one in client.get("/").context["jumps"]][-1] == "To cover today"


def test_a_colleague_on_duty_is_told_too(client: Client, holder: str, child: Child) -> None:
    sign_in(client, "social_worker", worker_id=a_worker(team_of(holder)))
    assert "Away today: one worker, with one visit to cover." in text_of(client.get("/"))


def test_a_manager_names_who_covers(client: Client, holder: str, child: Child) -> None:
    colleague = a_worker(team_of(holder))
    with change_set(by="a test", kind="edit", words="a name"):
        WorkerName.objects.create(worker_id=colleague, name="Ana Reis")
    sign_in(client, "team_manager", team_id=team_of(holder))
    day = {f"{name}_{part}": value for name in ("first_day", "last_day")
           for part, value in (("day", "21"), ("month", "11"), ("year", "2026"))}  # fmt: skip
    answer = client.post(
        f"/cover/{holder}/", {"children": [child.la_child_id], "by_worker": colleague, "reason": "At school", **day}
    )
    assert answer.status_code == 302
    row = Cover.objects.get(child=child)
    assert (row.by_worker_id, row.started_on, row.ended_on) == (colleague, TODAY, TOMORROW)
    assert "Ana Reis" in text_of(client.get("/cover/"))


def test_somebody_who_is_away_is_no_choice(client: Client, holder: str, child: Child) -> None:
    colleague = a_worker(team_of(holder))
    away(colleague)
    sign_in(client, "team_manager", team_id=team_of(holder))
    workers = client.get(f"/cover/{holder}/").context["form"].fields["by_worker"].choices
    assert colleague not in [worker for worker, _ in workers]


def test_a_colleague_may_take_it_on_and_name_nobody_else(client: Client, holder: str, child: Child) -> None:
    colleague = a_worker(team_of(holder))
    sign_in(client, "social_worker", worker_id=colleague)
    workers = client.get(f"/cover/{holder}/").context["form"].fields["by_worker"].choices
    assert [worker for worker, _ in workers] == [colleague]


def test_nobody_takes_on_the_children_of_a_colleague_who_is_at_work(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=a_worker(team_of(holder)))
    assert client.get(f"/cover/{holder}/").status_code == 403


def test_a_role_that_does_not_see_the_team_takes_nothing_on(client: Client, holder: str, child: Child) -> None:
    sign_in(client, "family_worker", worker_id=a_worker(team_of(holder)))
    assert client.get(f"/cover/{holder}/").status_code == 403


def test_a_worker_of_another_team_can_not_be_covered_by_mine(
    client: Client, holder: str, child: Child, other: str
) -> None:
    sign_in(client, "team_manager", team_id="T-ELSE")
    assert client.get(f"/cover/{holder}/").status_code == 404


def test_whoever_covers_has_the_visit_on_my_day_marked_as_cover(
    client: Client, holder: str, child: Child, other: str
) -> None:
    covered(child, holder, other)
    sign_in(client, "family_worker", worker_id=other)
    page = text_of(client.get("/"))
    assert "You cover for Judith Lamptey" in page
    assert "You cover for one child of a colleague, until today." in page


def test_whoever_covers_may_open_the_record_while_it_lasts(
    client: Client, holder: str, child: Child, other: str
) -> None:
    user = sign_in(client, "family_worker", worker_id=other)
    assert client.get(f"/children/{child.la_child_id}/").status_code == 403
    covered(child, holder, other)
    assert client.get(f"/children/{child.la_child_id}/").status_code == 200
    with as_viewer(user, now=NOW) as viewer:
        assert because(viewer, [child.pk]) == {child.pk: ("you cover for this child's worker until 21 November 2026",)}
        assert list(Visible.objects.filter(viewer_id=viewer.pk).values_list("child_id", "because")) == [
            (child.pk, "cover")
        ]


@pytest.mark.parametrize("first", [TODAY - timedelta(days=5), TOMORROW])
def test_before_and_after_the_days_of_cover_the_record_is_shut(
    client: Client, holder: str, child: Child, other: str, first: date
) -> None:
    covered(child, holder, other, first=first, last=first)
    sign_in(client, "family_worker", worker_id=other)
    assert client.get(f"/children/{child.la_child_id}/").status_code == 403


def test_cover_that_was_ended_opens_nothing(client: Client, holder: str, child: Child, other: str) -> None:
    covered(child, holder, other, last=TOMORROW)
    cover.end(covers=list(Cover.objects.filter(child=child)), reason="Back", by=Somebody(), today=TODAY)
    sign_in(client, "family_worker", worker_id=other)
    assert client.get(f"/children/{child.la_child_id}/").status_code == 403


def test_cover_opens_no_restricted_record(client: Client, holder: str, child: Child, other: str) -> None:
    manager = make_user("director")
    covered(child, holder, other)
    restrict(child_id=child.pk, restriction="ordinary", people=[manager], reason="A test", by=manager, at=NOW)
    sign_in(client, "family_worker", worker_id=other)
    assert client.get(f"/children/{child.la_child_id}/").status_code == 403


def test_cover_opens_nothing_to_whoever_is_barred(client: Client, holder: str, child: Child, other: str) -> None:
    covered(child, holder, other)
    user, manager = sign_in(client, "family_worker", worker_id=other), make_user("director")
    bar(child_id=child.pk, public_id=child.la_child_id, user=user, reason="A relative", by=manager, at=NOW)
    assert client.get(f"/children/{child.la_child_id}/").status_code == 404
    assert child.la_child_id not in text_of(client.get("/"))


def test_a_visit_by_whoever_covers_meets_what_the_other_had_planned(holder: str, child: Child, other: str) -> None:
    [entry] = plan(holder, child, on=TODAY)
    covered(child, holder, other)
    done = record(
        children=[Seen(child=child, seen=True)], on=TODAY, purpose="child_protection", method="face_to_face",
        worker_id=other, by=Somebody(), today=TODAY,
    )  # fmt: skip
    entry.refresh_from_db()
    assert entry.visit_id == done.visits[0].pk


def test_a_new_cover_takes_the_place_of_the_old(holder: str, child: Child, other: str) -> None:
    covered(child, holder, other, last=TODAY + timedelta(days=9))
    covered(child, holder, a_worker(team_of(holder)), first=TOMORROW, last=TODAY + timedelta(days=9))
    assert Cover.objects.get(by_worker_id=other).ended_on == TOMORROW
