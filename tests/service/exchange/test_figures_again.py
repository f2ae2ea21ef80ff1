"""Between two mornings figures are worked out again after a load, a changed setting or many edits, and not for less."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection

from onechild.service.exchange.figures import computing
from onechild.service.exchange.figures.computing import EDITS, Worked, compute_if_moved
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import ChangeSet, FigureRun
from tests.service.template import TODAY

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def worked_out_this_morning(monkeypatch: Any) -> None:
    """Figures that know of every change so far; working out again is only noted."""
    last = ChangeSet.objects.latest("change_set_id")
    FigureRun.objects.create(
        variant="", as_at=TODAY, computed_at=NOW, change_set_id=last.pk, made_from="x", days_written=1
    )
    monkeypatch.setattr(computing, "compute_today", lambda *, now: Worked(variants=1))


def _changes(kind: str, many: int = 1) -> None:
    for _number in range(many):
        with change_set(by="a test", kind=kind, words="a change"), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_where_nothing_changed_nothing_is_worked_out() -> None:
    assert compute_if_moved(now=NOW).variants == 0


def test_an_edit_waits_for_the_morning() -> None:
    _changes("edit")
    assert compute_if_moved(now=NOW).variants == 0


@pytest.mark.parametrize("kind", ["setting", "load", "link", "erasure"])
def test_a_change_that_can_move_many_figures_is_enough(kind: str) -> None:
    _changes(kind)
    assert compute_if_moved(now=NOW).variants == 1


def test_many_edits_are_enough() -> None:
    _changes("edit", EDITS)
    assert compute_if_moved(now=NOW).variants == 1
