"""For somebody who is barred, the child does not exist on any path; barred goes before all else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client

from onechild.service.access import visible
from onechild.service.access.actions import bars as actions
from onechild.service.access.actions import restrict
from onechild.service.access.entering import as_viewer
from onechild.service.access.gate import standing_of
from onechild.service.access.models import Bar, User
from onechild.service.access.refusals import NotPossible
from onechild.service.record.models import Child, Visit
from tests.service.people import a_worker_with_children, child_of, make_user, sign_in

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def barred(child: Child, user: User) -> Bar:
    """Bar somebody from a child's record."""
    return actions.bar(
        child_id=child.pk, public_id=child.la_child_id, user=user, reason="Aunt", by=make_user("head_of_data"), at=NOW
    )


def test_a_barred_director_is_answered_as_if_there_were_no_child() -> None:
    child, director = child_of(a_worker_with_children()), make_user("director")
    with as_viewer(director, now=NOW) as viewer:
        before = (Child.objects.count(), visible.children(viewer).count())
    barred(child, director)
    with as_viewer(director, now=NOW) as viewer:
        assert (Child.objects.count(), visible.children(viewer).count()) == (before[0] - 1, before[1] - 1)
        assert not Visit.objects.filter(child_id=child.pk).exists()
        assert standing_of(child.la_child_id) is None


def test_a_barred_worker_who_holds_the_child_sees_nothing_of_them() -> None:
    worker = a_worker_with_children()
    child, user = child_of(worker), make_user("social_worker", worker_id=worker)
    actions.bar(child_id=child.pk, public_id="x", worker_id=worker, reason="Uncle", by=make_user("director"), at=NOW)
    with as_viewer(user, now=NOW):
        assert not Child.objects.filter(pk=child.pk).exists()


def test_a_barred_person_who_is_named_on_the_record_sees_nothing() -> None:
    child, user, director = child_of(a_worker_with_children()), make_user("auditor"), make_user("director")
    restrict.restrict(child_id=child.pk, restriction="ordinary", reason="x", people=[user], by=director, at=NOW)
    barred(child, user)
    with as_viewer(user, now=NOW):
        assert not Child.every.filter(pk=child.pk).exists()


def test_a_barred_person_who_names_people_on_records_is_not_told_of_this_one() -> None:
    child, director = child_of(a_worker_with_children()), make_user("director")
    barred(child, director)
    with as_viewer(director, now=NOW):
        assert standing_of(child.la_child_id) is None
        assert not Bar.objects.exists()


def test_ending_the_bar_gives_back_what_the_role_lets_them_see() -> None:
    child, auditor = child_of(a_worker_with_children()), make_user("auditor")
    actions.unbar(bar=barred(child, auditor), by=make_user("director"), at=NOW)
    with as_viewer(auditor, now=NOW):
        assert Child.objects.filter(pk=child.pk).exists()


def test_nobody_bars_themselves() -> None:
    director, child = make_user("director"), child_of(a_worker_with_children())
    with pytest.raises(NotPossible, match="Somebody else"):
        actions.bar(child_id=child.pk, public_id="x", user=director, reason="x", by=director, at=NOW)


def test_every_page_of_the_child_answers_404_as_for_a_child_that_there_is_not(client: Client) -> None:
    child, user = child_of(a_worker_with_children()), sign_in(client, "director")
    barred(child, user)
    pages = ("looked/", "who-can-open/", "break-glass/")
    there = [client.get(f"/children/{child.la_child_id}/{page}") for page in pages]
    nowhere = [client.get(f"/children/NOSUCHCHILD/{page}") for page in pages]
    assert [answer.status_code for answer in there] == [404, 404, 404]
    assert [answer.status_code for answer in nowhere] == [404, 404, 404]


def test_what_a_barred_person_looked_at_before_is_gone_from_their_own_log(client: Client) -> None:
    worker = a_worker_with_children()
    child, user = child_of(worker), sign_in(client, "director")
    assert client.get(f"/children/{child.la_child_id}/looked/").status_code == 200
    assert child.la_child_id in client.get("/my-views/").content.decode()
    barred(child, user)
    assert child.la_child_id not in client.get("/my-views/").content.decode()


def test_who_keeps_bars_makes_and_ends_one_by_the_page(client: Client) -> None:
    child, auditor = child_of(a_worker_with_children()), make_user("auditor")
    sign_in(client, "head_of_data")
    given = {"child": child.la_child_id, "person": auditor.email, "reason": "A relative."}
    assert client.post("/barred/", given).status_code == 302
    bar = Bar.objects.get()
    assert auditor.name in client.get("/barred/").content.decode()
    assert client.post(f"/barred/{bar.pk}/end/").status_code == 302
    assert Bar.objects.get().ended_at is not None


def test_a_barred_child_is_in_no_row_that_the_database_gives() -> None:
    child, director = child_of(a_worker_with_children()), make_user("director")
    barred(child, director)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'child_id'"
            " WHERE n.nspname IN ('public', 'history', 'contract') AND c.relkind IN ('r', 'v')"
            " AND has_table_privilege('onechild_web', c.oid, 'SELECT')"
        )
        tables = [name for (name,) in cursor.fetchall()]
        union = " UNION ALL ".join(f"SELECT child_id::text FROM {name}" for name in tables)  # noqa: S608
    with as_viewer(director, now=NOW), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({union}) found WHERE child_id = %s", [child.pk])  # noqa: S608
        assert cursor.fetchone() == (0,)
    assert len(tables) > 100
