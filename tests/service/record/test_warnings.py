"""Warnings: what the table refuses, and how one is renewed and ended."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from onechild.service.record.actions import warnings
from onechild.service.record.actions.editing import Stale, versions
from onechild.service.record.models import Child, WarningNote, Worker
from tests.service.people import make_user

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


def add(**changes: Any) -> WarningNote:
    """A warning that the table takes, but for the changes."""
    note: dict[str, Any] = {
        "kind": "risk_to_worker",
        "words": "Visit in pairs.",
        "started_on": date(2026, 11, 20),
        "review_by": date(2027, 5, 20),
        "told": True,
        "told_on": date(2026, 11, 20),
        "manager_id": Worker.objects.all()[0].pk,
        "discussed_on": date(2026, 11, 20),
    }
    child = Child.objects.order_by("pk")[0]
    return warnings.add(child=child, by=make_user("social_worker"), today=TODAY, **{**note, **changes})


def refused(**changes: Any) -> str:
    """What the database says of such a warning."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        add(**changes)
    return str(error.value)


def test_a_warning_that_keeps_every_rule_is_taken() -> None:
    note = add()
    assert (note.edit_version, note.recorded_on) == (1, TODAY)


def test_a_warning_may_not_start_on_a_day_to_come() -> None:
    assert "warning_starts_by_when_written" in refused(started_on=date(2026, 11, 22))


def test_a_warning_is_looked_at_again_within_a_year() -> None:
    add(review_by=date(2027, 11, 21))
    assert "warning_review_within_a_year" in refused(review_by=date(2027, 11, 23))


def test_a_review_comes_after_the_start() -> None:
    assert "warning_review_within_a_year" in refused(review_by=date(2026, 11, 20))


def test_a_warning_of_which_nobody_was_told_says_why() -> None:
    assert "warning_told_or_why_not" in refused(told=False, told_on=None)
    add(told=False, told_on=None, not_told_reason="Telling him would put her at risk.")


def test_a_warning_was_discussed_before_it_is_written() -> None:
    assert "warning_starts_by_when_written" in refused(discussed_on=date(2026, 11, 22))


def test_a_warning_of_an_unknown_kind_is_refused() -> None:
    assert "warning_known_kind" in refused(kind="nuisance")


def test_a_warning_renewed_keeps_what_it_said_before() -> None:
    note, user = add(), make_user("team_manager")
    warnings.renew(
        warning=note,
        review_by=date(2027, 11, 1),
        words="Visit in pairs, by day.",
        why="He came back.",
        seen_version=1,
        by=user,
        today=TODAY,
    )
    assert [version.row["words"] for version in versions(note)] == ["Visit in pairs.", "Visit in pairs, by day."]
    assert WarningNote.objects.get(pk=note.pk).reviewed_on == TODAY


def test_a_warning_ended_meanwhile_is_not_ended_again() -> None:
    note, user = add(), make_user("team_manager")
    warnings.end(warning=note, on=TODAY, reason="He moved away.", seen_version=1, by=user, today=TODAY)
    with pytest.raises(Stale) as told:
        warnings.end(warning=note, on=date(2026, 11, 20), reason="Mistake.", seen_version=1, by=user, today=TODAY)
    assert {one.field for one in told.value.differences} == {"ended_on", "end_reason"}


def test_a_warning_never_ends_without_a_reason() -> None:
    note = add()
    with pytest.raises(IntegrityError, match="warning_end_has_a_reason"), transaction.atomic():
        warnings.end(warning=note, on=TODAY, reason="", seen_version=1, by=make_user("director"), today=TODAY)
