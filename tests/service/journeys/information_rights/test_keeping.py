"""Until when records are kept, and what erasing takes."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from onechild.knowledge.tables.extract import Extract, read_extract
from onechild.service.access.entering import as_viewer
from onechild.service.access.models import User
from onechild.service.journeys.information_rights.actions import keeping
from onechild.service.journeys.information_rights.actions.requests import NotPossible
from onechild.service.journeys.information_rights.models import Erasure
from onechild.service.journeys.information_rights.retention import IN_NEED, LOOKED_AFTER, keep_until
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Child, Intake, IntakeChild, PeriodOfCare
from tests.service.loading import load_for_tests
from tests.service.people import make_user, sign_in

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)


def _old_child() -> Child:
    """A child whose record need not be kept any longer, with a version in history."""
    child = Child.objects.filter(restricted=None).order_by("pk")[0]
    with change_set(by="a test", kind="edit", words="kept long enough"):
        Child.objects.filter(pk=child.pk).update(keep_until=date(2020, 1, 1))
    return Child.objects.get(pk=child.pk)


def _asked(child: Child, by: User) -> Erasure:
    return keeping.ask_erasure(child=child, reason="Its time is over", by=by, at=NOW, today=TODAY)


def test_who_was_looked_after_is_kept_until_75() -> None:
    assert keep_until(LOOKED_AFTER, born_on=date(2001, 2, 3), died_on=None) == date(2076, 2, 3)


def test_who_died_as_a_looked_after_child_is_kept_for_15_years() -> None:
    assert keep_until(LOOKED_AFTER, born_on=date(2001, 2, 3), died_on=date(2010, 5, 6)) == date(2025, 5, 6)


def test_a_record_without_a_date_of_birth_has_no_end() -> None:
    assert keep_until(IN_NEED, born_on=None, died_on=None) is None


def test_dates_are_set_by_what_happened_to_the_child_and_only_once() -> None:
    child = PeriodOfCare.objects.filter(child__died_on=None).order_by("pk")[0].child
    assert keeping.set_retention_dates(by="a test", child_ids=[child.pk]) == 1
    assert Child.objects.get(pk=child.pk).keep_until == keep_until(LOOKED_AFTER, born_on=child.born_on, died_on=None)
    assert keeping.set_retention_dates(by="a test", child_ids=[child.pk]) == 0


def test_a_record_is_not_erased_before_its_day() -> None:
    child = _old_child()
    with change_set(by="a test", kind="edit", words="kept"):
        Child.objects.filter(pk=child.pk).update(keep_until=TODAY)
    with pytest.raises(NotPossible, match="kept until 21 November 2026"):
        _asked(Child.objects.get(pk=child.pk), make_user("head_of_data"))


def test_a_hold_stops_an_erasure_that_was_asked_for() -> None:
    child, other = _old_child(), make_user("head_of_data")
    asked = _asked(child, make_user("head_of_data"))
    keeping.hold(child=child, reason="A national inquiry", by=other, at=NOW)
    with pytest.raises(NotPossible, match="hold"):
        keeping.erase(erasure=asked, by=other, at=NOW, today=TODAY)


def test_nobody_erases_what_they_asked_for_themselves() -> None:
    officer = make_user("head_of_data")
    asked = _asked(_old_child(), officer)
    with pytest.raises(NotPossible, match="somebody else"):
        keeping.erase(erasure=asked, by=officer, at=NOW, today=TODAY)


def test_an_erased_child_is_in_no_table_and_in_no_history() -> None:
    child, other = _old_child(), make_user("head_of_data")
    asked = _asked(child, make_user("head_of_data"))
    with as_viewer(other, now=NOW):
        gone = keeping.erase(erasure=asked, by=other, at=NOW, today=TODAY)
    assert gone > 0
    assert _where_left(child.pk) == []
    assert Erasure.objects.get(pk=asked.pk).public_ref == ""


def test_erasing_takes_what_was_told_of_the_child_but_not_of_a_brother_or_sister() -> None:
    child, other = _old_child(), make_user("head_of_data")
    sibling = Child.objects.exclude(pk=child.pk).order_by("pk")[0]
    with change_set(by="a test", kind="edit", words="told"):
        alone, both = (
            Intake.objects.create(acknowledgement=number, received_at=NOW, channel="telephone", words="Loud at night.")
            for number in ("HT-1", "HT-2")
        )
        IntakeChild.objects.create(intake=alone, child=child, linked_at=NOW, forename="K")
        IntakeChild.objects.create(intake=both, child=child, linked_at=NOW, forename="K")
        IntakeChild.objects.create(intake=both, child=sibling, linked_at=NOW, forename="S")
    asked = _asked(child, make_user("head_of_data"))
    with as_viewer(other, now=NOW):
        keeping.erase(erasure=asked, by=other, at=NOW, today=TODAY)
    assert list(Intake.objects.values_list("pk", flat=True)) == [both.pk]
    assert _where_left(child.pk) == []


def test_an_erased_child_stays_out_when_the_source_sends_it_again(little_hatterton: Extract) -> None:
    child, other = _old_child(), make_user("head_of_data")
    asked = _asked(child, make_user("head_of_data"))
    with as_viewer(other, now=NOW):
        keeping.erase(erasure=asked, by=other, at=NOW, today=TODAY)
    load_for_tests(little_hatterton)
    assert _where_left(child.pk) == []
    assert Child.objects.count() == little_hatterton.rows["children"] - 1


def test_an_erasure_reaches_the_extracts_that_are_kept_and_then_names_nobody(
    tmp_path: Path, little_hatterton: Extract
) -> None:
    child, other = _old_child(), make_user("head_of_data")
    asked = _asked(child, make_user("head_of_data"))
    with as_viewer(other, now=NOW):
        keeping.erase(erasure=asked, by=other, at=NOW, today=TODAY)
    shutil.copytree(little_hatterton.folder, tmp_path / "2026-10-31")
    assert keeping.erase_from_extracts(kept=tmp_path, now=NOW) == 1
    assert child.pk not in read_extract(tmp_path / "2026-10-31").table("children")["child_id"].to_pylist()
    assert Erasure.objects.get(pk=asked.pk).child_ref == ""


def test_the_pages_ask_one_person_and_need_another(client: Client) -> None:
    child, other = _old_child(), make_user("head_of_data")
    sign_in(client, "head_of_data")
    given = {"erase-child": child.la_child_id, "erase-reason": "Its time is over"}
    assert client.post(reverse("rights-erase"), given).status_code == 302
    [asked] = Erasure.objects.filter(child_ref=child.pk)
    assert client.post(reverse("rights-erasure", args=[asked.pk]), {"agree": "yes"}).status_code == 409
    sign_in(client, user=other)
    assert client.post(reverse("rights-erasure", args=[asked.pk]), {"agree": "yes"}).status_code == 302
    assert not Child.every.filter(pk=child.pk).exists()


def _where_left(child_id: str) -> list[str]:
    """The tables, histories too, that still name the child in any column; the access log, the request, apart."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT n.nspname || '.' || c.relname, a.attname FROM pg_class c "
            "JOIN pg_namespace n ON n.oid = c.relnamespace "
            "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
            "WHERE n.nspname IN ('public', 'history') AND c.relkind = 'r' AND a.atttypid = 'text'::regtype "
            "AND a.attname LIKE '%%child%%'"
        )
        places = cursor.fetchall()
        left = []
        for table, column in places:
            cursor.execute(f'SELECT count(*) FROM {table} WHERE "{column}" = %s', [child_id])  # noqa: S608
            if cursor.fetchone()[0] and table != "public.rights_erasures":
                left.append(f"{table}.{column}")
    return left
