"""Two records of one child can be linked and parted again; what comes in meanwhile finds its way."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onechild.service.access.models import User
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.clocks import differences
from onechild.service.record.actions.links import CannotLink, link, undo_link
from onechild.service.record.models import Allocation, Child, ChildLink, Obligation, Visit
from tests.service.exchange.tiny import CHILD, NOW, OTHER, load_of, spell, visit

pytestmark = pytest.mark.django_db
K1, K2 = "tiny:K1", "tiny:K2"


@pytest.fixture
def somebody() -> User:
    return User.objects.create(email="somebody@hatterton.example", name="Somebody Signed-In")


@pytest.fixture
def two(tmp_path: Path) -> tuple[Child, Child]:
    plan = spell("plan_id=p1", "K2", date(2026, 5, 1), referral_id="r1")
    load_of(
        tmp_path, children=[CHILD, OTHER], visits=[visit("v1"), visit("v2", child="K2")], child_in_need_plans=[plan]
    )
    return Child.objects.get(pk=K1), Child.objects.get(pk=K2)


@pytest.fixture
def linked(two: tuple[Child, Child], somebody: User) -> ChildLink:
    return link(kept=two[0], joined=two[1], reason="same pupil number", by=somebody, now=NOW)


def test_linking_shows_every_row_as_of_the_kept_record(linked: ChildLink) -> None:
    assert Visit.objects.get(pk="tiny:v2").child_id == K1
    assert Child.objects.get(pk=K2).linked_to_id == K1
    assert linked.rows.filter(table_name="visits").get().row_key == "tiny:v2"


def test_linking_moves_the_duties_too(two: tuple[Child, Child], somebody: User) -> None:
    assert Obligation.objects.filter(child_id=K2).exists()
    link(kept=two[0], joined=two[1], reason="same pupil number", by=somebody, now=NOW)
    assert Obligation.objects.filter(child_id=K1).exists()
    assert not Obligation.objects.filter(child_id=K2).exists()
    assert differences([K1, K2]) == []


def test_undoing_takes_back_exactly_the_rows_that_came_over(linked: ChildLink, somebody: User) -> None:
    with change_set(by=somebody, kind="edit", words="a visit since"):
        Visit.objects.create(visit_id="since", child_id=K1, happened_on=date(2026, 7, 1), purpose="other")
    undo_link(link=linked, reason="another child after all", by=somebody, now=NOW)
    of_kept = set(Visit.objects.filter(child_id=K1).values_list("pk", flat=True))
    assert of_kept == {"tiny:v1", "since"}
    assert Visit.objects.get(pk="tiny:v2").child_id == K2
    assert Child.objects.get(pk=K2).linked_to_id is None
    assert Obligation.objects.filter(child_id=K2).exists()
    assert differences([K1, K2]) == []


def test_a_load_while_linked_changes_nothing_that_its_source_has_not_changed(linked: ChildLink, tmp_path: Path) -> None:
    plan = spell("plan_id=p1", "K2", date(2026, 5, 1), referral_id="r1")
    again = load_of(
        tmp_path, children=[CHILD, OTHER], visits=[visit("v1"), visit("v2", child="K2")], child_in_need_plans=[plan]
    )
    assert [counts.moved for counts in again.tables.values()] == [0] * len(again.tables)


def test_rows_that_come_in_for_the_joined_record_go_to_the_kept_one_and_back(
    linked: ChildLink, somebody: User, tmp_path: Path
) -> None:
    load_of(tmp_path, children=[CHILD, OTHER], visits=[visit("v1"), visit("v2", child="K2"), visit("v3", child="K2")])
    assert Visit.objects.get(pk="tiny:v3").child_id == K1
    undo_link(link=linked, reason="another child after all", by=somebody, now=NOW)
    assert Visit.objects.get(pk="tiny:v3").child_id == K2


def test_a_row_that_its_source_has_given_to_the_kept_child_since_stays_there(
    linked: ChildLink, somebody: User, tmp_path: Path
) -> None:
    load_of(tmp_path, children=[CHILD, OTHER], visits=[visit("v1"), visit("v2", child="K1")])
    load_of(tmp_path, children=[CHILD, OTHER], visits=[visit("v1"), visit("v2", child="K1", day=8)])
    undo_link(link=linked, reason="another child after all", by=somebody, now=NOW)
    assert Visit.objects.get(pk="tiny:v2").child_id == K1


def test_a_record_that_is_part_of_another_can_not_be_linked_again(linked: ChildLink, somebody: User) -> None:
    third = Child.objects.exclude(pk__startswith="tiny:").first()
    with pytest.raises(CannotLink, match="part of another record"):
        link(kept=third, joined=Child.objects.get(pk=K2), reason="same name", by=somebody, now=NOW)
    with pytest.raises(CannotLink, match="other records are part"):
        link(kept=third, joined=Child.objects.get(pk=K1), reason="same name", by=somebody, now=NOW)


def test_an_adopted_childs_records_are_never_linked(two: tuple[Child, Child], somebody: User) -> None:
    with change_set(by=somebody, kind="edit", words="adopted"):
        Child.objects.filter(pk=K2).update(restricted="adoption")
    with pytest.raises(CannotLink, match="never linked"):
        link(kept=two[0], joined=two[1], reason="same pupil number", by=somebody, now=NOW)


def test_two_of_our_own_rows_that_contradict_are_told_and_nothing_is_moved(
    two: tuple[Child, Child], somebody: User
) -> None:
    with change_set(by=somebody, kind="edit", words="two leads"):
        Allocation.objects.create(child_id=K1, role="lead", started_on=date(2026, 6, 1))
        Allocation.objects.create(child_id=K2, role="lead", started_on=date(2026, 6, 1))
    with pytest.raises(CannotLink, match="can't both be true"):
        link(kept=two[0], joined=two[1], reason="same pupil number", by=somebody, now=NOW)
    assert Visit.objects.get(pk="tiny:v2").child_id == K2


def test_a_link_and_its_undoing_need_a_reason(two: tuple[Child, Child], somebody: User) -> None:
    with pytest.raises(CannotLink, match="say why"):
        link(kept=two[0], joined=two[1], reason=" ", by=somebody, now=NOW)


def test_a_link_is_undone_once(linked: ChildLink, somebody: User) -> None:
    undo_link(link=linked, reason="another child after all", by=somebody, now=NOW)
    with pytest.raises(CannotLink, match="already"):
        undo_link(link=linked, reason="another child after all", by=somebody, now=NOW)
