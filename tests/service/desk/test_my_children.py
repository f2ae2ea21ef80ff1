"""My children: a line a child, sorted on the server, by family, and as a file for whoever may take it out."""

from __future__ import annotations

import csv
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client

from onechild.service.access.models import Event
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Child, Visit
from onechild.service.record.queries.caseload import held_by
from onechild.service.record.queries.names import heads
from tests.service.conftest import TODAY
from tests.service.desk.conftest import FRAME
from tests.service.desk.planning import one_family, plan, visited
from tests.service.desk.test_my_day import owe, text_of
from tests.service.people import child_of, give, sign_in, team_of

pytestmark = pytest.mark.django_db


def names_in(table: Any) -> list[str]:
    """The names in the first column."""
    return [row[0].text for row in table.rows]


def name_of(child: Child) -> str:
    """What the child is called."""
    return heads([child.pk], today=TODAY)[child.pk].name


def row_of(client: Client, child: Child) -> list[Any]:
    """The child's line."""
    return next(row for row in client.get("/my-children/").context["table"].rows if row[0].text == name_of(child))


def test_it_lists_all_and_nobody_elses(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    context = client.get("/my-children/").context
    assert context["count"] == len(held_by(holder, today=TODAY))
    held = heads([one.child_id for one in held_by(holder, today=TODAY)], today=TODAY)
    assert set(names_in(context["table"])) <= {head.name for head in held.values()}


def test_what_falls_due_first_stands_first(client: Client, holder: str) -> None:
    child = child_of(holder)
    owe(child.pk, "child-protection-visit", TODAY - timedelta(days=900))
    sign_in(client, "social_worker", worker_id=holder)
    assert names_in(client.get("/my-children/").context["table"])[0] == name_of(child)


@pytest.mark.parametrize("sort", ["child", "visit", "due", "late", "seen", "unwritten", "since"])
def test_each_order_and_its_reverse_has_every_child(client: Client, holder: str, sort: str) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    up = names_in(client.get(f"/my-children/?sort={sort}").context["table"])
    assert sorted(up) == sorted(names_in(client.get(f"/my-children/?sort=-{sort}").context["table"]))


def test_by_name_is_by_surname(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    shown = names_in(client.get("/my-children/?sort=child").context["table"])
    held = heads([one.child_id for one in held_by(holder, today=TODAY)], today=TODAY).values()
    assert shown == [head.name for head in sorted(held, key=lambda head: (head.surname, head.forename, head.child_id))]


def test_a_family_stands_together(client: Client, holder: str) -> None:
    children = list(Child.objects.filter(pk__in=[one.child_id for one in held_by(holder, today=TODAY)]))
    one_family(*children[:2])
    sign_in(client, "social_worker", worker_id=holder)
    tables = client.get("/my-children/?group=family").context["tables"]
    assert {name_of(child) for child in children[:2]} in [set(names_in(table)) for _, table in tables]


def test_the_next_visit_says_what_is_planned_for_it(client: Client, holder: str) -> None:
    child = child_of(holder)
    owe(child.pk, "child-protection-visit", TODAY + timedelta(days=2))
    plan(holder, child, on=TODAY + timedelta(days=1), at=time(10))
    sign_in(client, "social_worker", worker_id=holder)
    assert "planned for Sunday 22 November, 10am" in row_of(client, child)[2].note


def test_a_visit_owed_and_not_planned_says_so(client: Client, holder: str) -> None:
    child = child_of(holder)
    owe(child.pk, "child-protection-visit", TODAY + timedelta(days=2))
    sign_in(client, "social_worker", worker_id=holder)
    assert "not planned" in row_of(client, child)[2].note


def test_a_late_duty_is_counted_with_its_word(client: Client, holder: str) -> None:
    child = child_of(holder)
    owe(child.pk, "child-protection-visit", TODAY - timedelta(days=2))
    sign_in(client, "social_worker", worker_id=holder)
    assert row_of(client, child)[4].tag.text == "1 late"


def test_seen_and_written_down_later_are_told_apart(client: Client, holder: str) -> None:
    child = child_of(holder)
    visited(child, holder, on=TODAY - timedelta(days=1), recorded_on=TODAY)
    sign_in(client, "social_worker", worker_id=holder)
    cell = row_of(client, child)[5]
    assert (cell.text, cell.note) == ("Friday 20 Nov", "written down 1 day later")


def test_a_child_never_seen_is_not_recorded(client: Client, holder: str) -> None:
    child = child_of(holder)
    with change_set(by="a test", kind="edit", words="not one visit at which the child was seen"):
        Visit.objects.filter(child=child).update(seen=False)
    sign_in(client, "social_worker", worker_id=holder)
    assert row_of(client, child)[5].tag.text == "Not recorded"


def test_a_child_given_away_leaves_the_list(client: Client, holder: str) -> None:
    child = child_of(holder)
    give(child, worker_id=None, team_id=team_of(holder))
    sign_in(client, "social_worker", worker_id=holder)
    assert child.la_child_id not in text_of(client.get("/my-children/"))


def test_it_asks_the_database_little(client: Client, holder: str, asked_of_the_database: Any) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    with asked_of_the_database() as questions:
        client.get("/my-children/")
    assert len(questions) <= 8 + FRAME


def test_whoever_may_not_take_lists_out_has_no_file(client: Client, holder: str) -> None:
    sign_in(client, "social_worker", worker_id=holder)
    assert client.get("/my-children/export/").status_code == 403
    assert "Take this list out" not in text_of(client.get("/my-children/"))


def test_the_file_has_every_child_and_is_in_the_log_as_an_export(client: Client, holder: str) -> None:
    user = sign_in(client, "service_manager", worker_id=holder)
    rows = list(csv.DictReader(client.get("/my-children/export/").content.decode("utf-8-sig").splitlines()))
    assert {row["Name"] for row in rows} >= {name_of(child_of(holder))}
    [event] = Event.objects.filter(user=user, kind="export")
    assert len(event.children) == len(rows)


def test_dates_in_the_file_are_dates() -> None:
    from onechild.service.govuk.files import csv_file

    text = csv_file("a", ["When", "Words"], [[date(2026, 11, 21), "=1+1"]]).content.decode("utf-8-sig")
    assert text == "When,Words\r\n2026-11-21,'=1+1\r\n"
