"""Every write belongs to a numbered change-set, and what it took the place of is kept."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import ChangeSet, Child, Visit

pytestmark = pytest.mark.django_db


def test_the_database_refuses_a_write_outside_a_change_set() -> None:
    child = Child.objects.first()
    with pytest.raises(IntegrityError, match="change-set"), transaction.atomic():
        Child.objects.filter(pk=child.pk).update(first_language="Welsh")


def test_an_update_keeps_the_version_it_replaces() -> None:
    child = Child.objects.exclude(first_language=None).first()
    with change_set(by="a test", kind="edit", words="language put right") as number:
        Child.objects.filter(pk=child.pk).update(first_language="Welsh")
    now = Child.objects.get(pk=child.pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT first_language, change_set_id FROM history.children WHERE child_id = %s", [child.pk])
        kept = cursor.fetchall()
    assert kept == [(child.first_language, child.change_set_id)]
    assert (now.first_language, now.change_set_id, now.edit_version) == ("Welsh", number, child.edit_version + 1)
    assert ChangeSet.objects.get(pk=number).words == "language put right"


def test_rows_are_never_deleted() -> None:
    with pytest.raises(IntegrityError, match="never deleted"), change_set(by="a test", kind="edit", words="x"):
        Visit.objects.filter(pk=Visit.objects.first().pk).delete()
