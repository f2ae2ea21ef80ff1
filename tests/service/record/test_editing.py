"""Two people edit one thing: the later save is told what changed, by whom and when, and nothing is lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction

from onechild.service.record.actions import children
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.editing import Stale, versions
from onechild.service.record.models import Child, ChildDetails, ChildName
from tests.service.people import make_user

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
EMPTY = {"first_language": "", "nationality": ""}


@pytest.fixture
def child() -> Child:
    """A child whom a source owns."""
    return Child.objects.exclude(origin=None).order_by("pk")[0]


def save(child: Child, by: Any, *, seen: int, **typed: str) -> ChildDetails | None:
    """Keep details as the form sends them: every field of it."""
    return children.keep_details(child=child, typed={**EMPTY, **typed}, seen_version=seen, by=by, today=TODAY)


def test_an_edit_of_a_childs_details_leaves_the_sources_row_alone(child: Child) -> None:
    row = save(child, make_user("social_worker"), seen=0, first_language="Polish")
    assert row is not None
    assert row.first_language == "Polish"
    assert Child.objects.get(pk=child.pk).first_language == child.first_language
    assert Child.objects.get(pk=child.pk).edit_version == child.edit_version


def test_nothing_said_keeps_no_row(child: Child) -> None:
    assert save(child, make_user("social_worker"), seen=0) is None
    assert not ChildDetails.objects.filter(child=child).exists()


def test_details_of_a_child_that_is_our_own_go_into_the_contract_too() -> None:
    with change_set(by="a test", kind="edit", words="a child of our own"):
        child = Child.objects.create(born_on=date(2020, 1, 1))
    save(child, make_user("social_worker"), seen=0, first_language="Polish")
    assert Child.objects.get(pk=child.pk).first_language == "Polish"


def test_a_save_on_an_older_version_says_what_changed_by_whom_and_writes_nothing(child: Child) -> None:
    first, second = make_user("social_worker"), make_user("team_manager")
    save(child, first, seen=0, first_language="Polish")
    save(child, second, seen=1, first_language="Ukrainian")
    with pytest.raises(Stale) as told:
        save(child, first, seen=1, first_language="Czech")
    assert told.value.version == 2
    (difference,) = told.value.clashing
    assert (difference.field, difference.was, difference.theirs, difference.mine) == (
        "first_language",
        "Polish",
        "Ukrainian",
        "Czech",
    )
    assert difference.by == second.name
    assert ChildDetails.objects.get(child=child).first_language == "Ukrainian"


def test_a_field_that_the_later_editor_left_alone_needs_no_choice(child: Child) -> None:
    first, second = make_user("social_worker"), make_user("team_manager")
    save(child, first, seen=0, first_language="Polish")
    save(child, second, seen=1, first_language="Polish", nationality="Polish")
    with pytest.raises(Stale) as told:
        save(child, first, seen=1, first_language="Czech")
    assert told.value.clashing == []
    assert [one.field for one in told.value.differences] == ["nationality"]


def test_the_last_who_changed_a_field_is_named_not_the_last_who_saved(child: Child) -> None:
    first, second, third = make_user("social_worker"), make_user("team_manager"), make_user("deputy_manager")
    save(child, first, seen=0, first_language="Polish")
    save(child, second, seen=1, first_language="Ukrainian")
    save(child, third, seen=2, first_language="Ukrainian", nationality="Polish")
    with pytest.raises(Stale) as told:
        save(child, first, seen=1, first_language="Czech")
    assert {one.field: one.by for one in told.value.differences} == {
        "first_language": second.name,
        "nationality": third.name,
    }


def test_a_save_on_the_newest_version_goes_in_and_keeps_the_versions_before(child: Child) -> None:
    user = make_user("social_worker")
    save(child, user, seen=0, first_language="Polish")
    row = save(child, user, seen=1, first_language="Ukrainian")
    assert row is not None
    assert [version.row["first_language"] for version in versions(row)] == ["Polish", "Ukrainian"]


def test_a_name_of_a_source_is_not_ended_here(child: Child) -> None:
    name = ChildName.objects.filter(child=child)[0]
    with pytest.raises(children.NotOurs):
        children.end_name(name=name, on=TODAY, seen_version=1, by=make_user("social_worker"), today=TODAY)


def test_a_name_used_goes_before_the_legal_one(child: Child) -> None:
    from onechild.service.record.queries.names import heads

    children.add_name(
        child=child,
        forename="Sam",
        surname="Reed",
        kind="used",
        started_on=date(2026, 1, 1),
        by=make_user("social_worker"),
        today=TODAY,
    )
    assert heads([child.pk], today=TODAY)[child.pk].name == "Sam Reed"


class Named:
    """Somebody who acts, for a thread that shares no transaction with the test."""

    def __init__(self, name: str) -> None:
        self.pk, self.name = 1, name


def test_of_two_who_save_at_once_the_second_is_told_of_the_first(two_connections: str) -> None:
    written, told = threading.Event(), []

    def first() -> None:
        with transaction.atomic():
            save(Child.objects.get(pk=two_connections), Named("the first"), seen=0, first_language="Polish")
            written.set()
            time.sleep(0.3)  # the second now waits for the child's lock
        connection.close()

    def second() -> None:
        written.wait(10)
        try:
            save(Child.objects.get(pk=two_connections), Named("the second"), seen=0, first_language="Ukrainian")
        except Stale as stale:
            told.append(stale)
        connection.close()

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    threads[0].start(), threads[1].start()
    threads[0].join(20), threads[1].join(20)
    (difference,) = told[0].clashing
    assert (difference.theirs, difference.mine, difference.by) == ("Polish", "Ukrainian", "the first")


@pytest.fixture
def two_connections() -> Iterator[str]:
    """A child that transactions of their own may write of; taken away again as an erasure takes one."""
    made: list[str] = []

    def make() -> None:
        with change_set(by="a test", kind="edit", words="a child of two threads"):
            made.append(str(Child.objects.create(born_on=date(2020, 1, 1)).pk))
        connection.close()

    def erase() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.callproc("set_config", ["onechild.erasing", "on", True])
            ChildDetails.every.filter(child_id=made[0])._raw_delete("default")
            Child.every.filter(pk=made[0])._raw_delete("default")
            cursor.execute("DELETE FROM history.children WHERE child_id = %s", made)
            cursor.execute("DELETE FROM history.child_details WHERE child_id = %s", made)
        connection.close()

    in_a_thread(make)
    yield made[0]
    in_a_thread(erase)
    assert not Child.every.filter(pk=made[0]).exists()


def in_a_thread(work: Callable[[], None]) -> None:
    """Do something on a connection of its own, which commits."""
    thread = threading.Thread(target=work)
    thread.start()
    thread.join(20)
