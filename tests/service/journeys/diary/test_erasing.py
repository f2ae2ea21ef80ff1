"""What is planned, covered and said about a child goes with the record, and stays in history until then."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from psycopg import sql

from onechild.service.access.entering import as_viewer
from onechild.service.journeys.information_rights.actions import keeping
from onechild.service.record.actions import cover, diary, late_reasons
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Child, Cover, DiaryEntry, LateReason, Obligation
from tests.service.conftest import TODAY
from tests.service.desk.conftest import a_day_that_stands_still, holder
from tests.service.desk.planning import Somebody, plan
from tests.service.desk.test_my_day import owe
from tests.service.people import a_worker, child_of, make_user, sign_in, team_of

__all__ = ["a_day_that_stands_still", "holder"]
pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
TABLES = ("diary_entries", "covers", "late_reasons")


@pytest.fixture
def child(holder: str) -> Child:
    """A child with an entry that was moved, a cover that was ended, and a reason that was corrected."""
    found = child_of(holder)
    owe(found.pk, "child-protection-visit", date(2026, 11, 1))
    entries = plan(holder, found, on=TODAY)
    diary.move(
        entries=entries, on=TODAY, starts_at=None, minutes=30, reason="Later", seen_version=1, by=Somebody()
    )  # fmt: skip
    cover.give(
        children=[found], worker_id=holder, by_worker_id=a_worker(team_of(holder)), first_day=TODAY, last_day=TODAY,
        reason="See her", by=Somebody(), today=TODAY,
    )  # fmt: skip
    cover.end(covers=list(Cover.objects.filter(child=found)), reason="Back", by=Somebody(), today=TODAY)
    given = late_reasons.give(
        child=found, duty=Obligation.objects.get(child=found), reason="other", words="One", by=Somebody(), now=NOW
    )
    late_reasons.correct(given=given, reason="other", words="Two", seen_version=1, by=Somebody())
    return found


def versions_of(child_id: str, table: str) -> int:
    """How many superseded versions history keeps of a table's rows about the child."""
    asked = sql.SQL("SELECT count(*) FROM history.{} WHERE child_id = %s").format(sql.Identifier(table))
    with connection.cursor() as cursor:
        cursor.execute(asked, [child_id])
        return int(cursor.fetchone()[0])


@pytest.mark.parametrize("table", TABLES)
def test_a_change_keeps_the_version_before_it(child: Child, table: str) -> None:
    assert versions_of(child.pk, table) == 1


@pytest.mark.parametrize("table", TABLES)
def test_erasing_a_child_takes_rows_and_versions(child: Child, table: str) -> None:
    with change_set(by="a test", kind="edit", words="kept long enough"):
        Child.objects.filter(pk=child.pk).update(keep_until=date(2020, 1, 1))
    asker, other = make_user("head_of_data"), make_user("head_of_data")
    asked = keeping.ask_erasure(
        child=Child.objects.get(pk=child.pk), reason="Its time is over", by=asker, at=NOW, today=TODAY
    )
    with as_viewer(other, now=NOW):
        keeping.erase(erasure=asked, by=other, at=NOW, today=TODAY)
    assert versions_of(child.pk, table) == 0
    model = {"diary_entries": DiaryEntry, "covers": Cover, "late_reasons": LateReason}[table]
    assert not model.every.filter(child_id=child.pk).exists()


def test_the_childs_page_says_that_an_entry_was_never_written_up(client: Client, holder: str) -> None:
    child = child_of(holder)
    plan(holder, child, on=date(2026, 11, 18))
    sign_in(client, "social_worker", worker_id=holder)
    shown = client.get(f"/children/{child.la_child_id}/clocks/").content.decode()
    assert "A visit was planned for Wednesday 18 November, and nothing is written. It counts as not seen." in shown
