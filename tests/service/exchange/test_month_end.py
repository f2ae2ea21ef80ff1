"""The record as known at a month's end is kept once, for its owner alone."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from onechild.knowledge.tables.extract import Extract
from onechild.service.access.models import Event
from onechild.service.exchange.extracts import keep_month_end
from tests.service.exchange.own_record import own_record

FIRST = date(2026, 12, 1)


@pytest.fixture(scope="module")
def record(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """A copy of the record, loaded before the month's end."""
    with django_db_blocker.unblock(), own_record("month_ends") as url:
        yield url


def _keep(folder: Path, today: date) -> Extract | None:
    now = datetime(today.year, today.month, today.day, 1, tzinfo=UTC)
    return keep_month_end(
        kept=folder / "month-ends", today=today, now=now, council="999", council_name="Hatterton", invented=True
    )


def test_the_first_night_keeps_the_month_end_and_the_second_leaves_it(record: str, tmp_path: Path) -> None:
    made = _keep(tmp_path, FIRST)
    assert made is not None
    assert made.rows["children"] > 0
    assert made.folder.name == "2026-11-30"
    assert stat.S_IMODE(made.folder.stat().st_mode) == 0o700
    assert Event.objects.latest("event_id").what.startswith("an extract of the record, as known at 2026-11-30")
    assert _keep(tmp_path, FIRST) is None


def test_a_month_before_anything_was_known_is_not_kept(record: str, tmp_path: Path) -> None:
    assert _keep(tmp_path, date(2026, 3, 1)) is None
    assert not (tmp_path / "month-ends").exists()
