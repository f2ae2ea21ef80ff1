"""Each role reaches the children that it should, and the relation and the policies say the same."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from onechild.service.access import visible
from onechild.service.access.entering import as_viewer
from onechild.service.access.models import RoleHeld, User
from onechild.service.access.roles import ROLES
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Adult,
    AdultName,
    Allocation,
    Child,
    Conference,
    Placement,
    Proceedings,
    Relationship,
    Team,
    Visit,
)
from tests.service.people import (
    a_worker,
    a_worker_with_children,
    child_of,
    child_of_other_team,
    give,
    make_user,
    team_of,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def seen_by(user: User) -> set[str]:
    """The children that the database shows to somebody who asks for all of them."""
    with as_viewer(user, now=NOW):
        return set(Child.every.values_list("pk", flat=True))


def in_relation(user: User) -> set[str]:
    """The children whom the relation names for somebody, as the owner reads it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('onechild.now', %s, true)", [NOW.isoformat()])
        cursor.execute("SELECT DISTINCT child_id FROM visible WHERE viewer_id = %s", [user.pk])
        return {child_id for (child_id,) in cursor.fetchall()}


@pytest.mark.parametrize("role", [role.key for role in ROLES])
def test_policies_and_relation_show_the_same_children(role: str) -> None:
    worker = a_worker_with_children()
    user = make_user(role, worker_id=worker, team_id=team_of(worker))
    assert seen_by(user) == in_relation(user)


def test_a_worker_sees_a_child_they_work_with_and_not_another_teams() -> None:
    worker = a_worker_with_children()
    user = make_user("family_worker", worker_id=worker)
    mine, other = child_of(worker), child_of_other_team(worker)
    assert mine.pk in seen_by(user)
    assert other.pk not in seen_by(user)


def test_a_family_worker_does_not_see_what_only_the_team_holds() -> None:
    worker = a_worker_with_children()
    child = child_of_other_team(worker)
    give(child, worker_id=None, team_id=team_of(worker))
    assert child.pk not in seen_by(make_user("family_worker", worker_id=worker))
    assert child.pk in seen_by(make_user("social_worker", worker_id=worker))


def test_a_child_whose_work_ended_stays_for_90_days_and_no_longer() -> None:
    worker = a_worker_with_children()
    late, long_ago = child_of(worker), child_of_other_team(worker)
    give(late, worker_id=None, team_id="TLA1")
    give(long_ago, worker_id=worker, team_id=team_of(worker), role="co_worker", ended_on=date(2026, 8, 23))
    with change_set(by="a test", kind="edit", words="ended"):
        Allocation.objects.filter(child=late, worker_id=worker).update(ended_on=date(2026, 8, 24))
    seen = seen_by(make_user("family_worker", worker_id=worker))
    assert late.pk in seen
    assert long_ago.pk not in seen


def test_a_service_manager_sees_the_teams_under_their_own() -> None:
    worker = a_worker_with_children()
    with change_set(by="a test", kind="edit", words="a team above"):
        above = Team.objects.create(name="Safeguarding", started_on=date(2020, 1, 1))
        Team.objects.filter(pk=team_of(worker)).update(parent_team=above)
    assert child_of(worker).pk in seen_by(make_user("service_manager", team_id=above.pk))
    assert child_of(worker).pk not in seen_by(make_user("team_manager", team_id=above.pk))


def test_fostering_sees_a_child_placed_with_the_councils_own_household() -> None:
    placed = Placement.objects.filter(ended_on=None, child__restricted=None).exclude(household=None).first()
    assert placed is not None
    assert placed.child_id in seen_by(make_user("fostering"))
    assert placed.child_id not in seen_by(make_user("legal"))


def test_legal_sees_a_child_in_proceedings() -> None:
    child = child_of_other_team(a_worker_with_children())
    with change_set(by="a test", kind="edit", words="proceedings"):
        Proceedings.objects.create(child=child, started_on=date(2026, 11, 2))
    assert child.pk in seen_by(make_user("legal"))
    assert child.pk not in seen_by(make_user("fostering"))


def test_a_chair_sees_a_child_whose_conference_they_chair() -> None:
    child = child_of_other_team(a_worker_with_children())
    chair = a_worker("TIRO", "reviewing_officer")
    with change_set(by="a test", kind="edit", words="a conference"):
        Conference.objects.create(child=child, happened_on=date(2026, 11, 27), worker_id=chair)
    assert child.pk in seen_by(make_user("conference_chair", worker_id=chair))
    assert child.pk not in seen_by(make_user("reviewing_officer", worker_id=chair))


def test_a_role_that_has_ended_gives_nothing() -> None:
    worker = a_worker_with_children()
    assert not seen_by(make_user("social_worker", worker_id=worker, ends=date(2026, 11, 21)))


def test_a_role_that_has_not_begun_gives_nothing() -> None:
    worker = a_worker_with_children()
    assert not seen_by(make_user("social_worker", worker_id=worker, on=date(2026, 11, 22)))


def test_an_inspector_sees_nothing_from_the_day_the_role_ends() -> None:
    assert seen_by(make_user("inspector", ends=date(2026, 11, 22)))
    assert not seen_by(make_user("inspector", ends=date(2026, 11, 21)))


def test_the_database_refuses_an_inspector_without_a_last_day() -> None:
    user = make_user("auditor")
    with pytest.raises(IntegrityError, match="inspector_has_a_last_day"), transaction.atomic():
        RoleHeld.objects.create(user=user, role="inspector", started_on=date(2026, 11, 1))


def test_an_account_that_was_closed_sees_nothing() -> None:
    user = make_user("director")
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert not seen_by(user)


def test_a_raw_query_without_a_viewer_sees_no_child() -> None:
    with as_viewer(None, now=NOW), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM visits")
        assert cursor.fetchone() == (0,)


def test_a_raw_query_sees_only_the_viewers_rows() -> None:
    worker = a_worker_with_children()
    theirs = seen_by(make_user("family_worker", worker_id=worker))
    with as_viewer(make_user("family_worker", worker_id=worker), now=NOW), connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT child_id FROM allocations")
        found = {child for (child,) in cursor.fetchall()}
        cursor.execute("SELECT count(*) FROM visible WHERE viewer_id <> access_viewer()")
        others = cursor.fetchone()
    assert found
    assert found <= theirs
    assert others == (0,)


def test_the_web_cannot_write_to_a_child_whom_the_viewer_may_not_see() -> None:
    worker = a_worker_with_children()
    user, other = make_user("social_worker", worker_id=worker), child_of_other_team(worker)
    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        as_viewer(user, now=NOW),
        change_set(by=user, kind="edit", words="x"),
    ):
        Visit.objects.create(child_id=other.pk, happened_on=date(2026, 11, 20))


def test_an_adult_is_seen_with_a_child_and_not_otherwise() -> None:
    worker = a_worker_with_children()
    mine = Relationship.objects.filter(child=child_of(worker)).exclude(related_adult=None)[0].related_adult_id
    others = Relationship.objects.exclude(related_adult=None).exclude(
        related_adult_id__in=Relationship.objects.filter(
            child_id__in=seen_by(make_user("family_worker", worker_id=worker))
        )
        .exclude(related_adult=None)
        .values("related_adult_id")
    )[0]
    with as_viewer(make_user("family_worker", worker_id=worker), now=NOW):
        assert Adult.objects.filter(pk=mine).exists()
        assert not AdultName.objects.filter(adult_id=others.related_adult_id).exists()


def test_children_are_the_same_by_relation_as_by_policy() -> None:
    worker = a_worker_with_children()
    for_team, for_all = make_user("social_worker", worker_id=worker), make_user("auditor")
    with as_viewer(for_team, now=NOW) as viewer:
        assert set(visible.children(viewer)) == set(Child.objects.all())
    with as_viewer(for_all, now=NOW) as viewer:
        assert set(visible.children(viewer)) == set(Child.objects.all())


def test_the_reason_why_a_child_is_seen_is_told() -> None:
    worker = a_worker_with_children()
    with as_viewer(make_user("family_worker", worker_id=worker), now=NOW) as viewer:
        reasons = visible.because(viewer, [child_of(worker).pk])
    assert reasons == {child_of(worker).pk: ("you work with this child, or did in the last 90 days",)}
