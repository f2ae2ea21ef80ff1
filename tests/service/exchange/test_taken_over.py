"""Allocation is taken over child by child: what was decided here stands, whatever the next load says of that time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from onechild.service.record.actions import allocating
from onechild.service.record.models import Allocation, Child, Finding, QuarantineRow
from tests.service.exchange.tiny import CHILD, Row, load_of, spell
from tests.service.people import make_user

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)
THEIRS = "tiny:a1"
HELD = spell("allocation_id=a1", "K1", date(2026, 1, 5), worker_id="w1", team_id="t1", role="lead")


def load(folder: Path, *rows: Row) -> Any:
    """Load the one child with these allocations."""
    return load_of(folder, children=[CHILD], allocations=list(rows))


def assign(on: date = TODAY, worker: str = "tiny:w2") -> str:
    """Give the child to another worker here, and return the batch."""
    told: Any = {"by": make_user("team_manager"), "by_worker_id": None, "now": datetime(2026, 11, 21, 9, 0, tzinfo=UTC)}
    children = [Child.objects.get(pk="tiny:K1")]
    made = allocating.assign(
        children=children,
        worker_id=worker,
        team_id="tiny:t1",
        on=on,
        reason="MANAGE",
        words="Nearer",
        today=TODAY,
        **told,
    )
    return made[0].batch_id


def undo(batch: str) -> None:
    """Take it back."""
    now = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
    told: Any = {"by": make_user("team_manager"), "by_worker_id": None, "now": now, "today": TODAY}
    allocating.undo(batch_id=batch, words="The wrong child", **told)


def spans() -> list[tuple[str | None, date, date | None]]:
    """Who leads on the child, from when to when, oldest first."""
    rows = Allocation.objects.filter(child_id="tiny:K1", role="lead").order_by("started_on", "pk")
    return [(row.worker_id, row.started_on, row.ended_on) for row in rows]


OURS = [("tiny:w1", date(2026, 1, 5), TODAY), ("tiny:w2", TODAY, None)]


def told_of(row: str) -> int:
    """How many findings say that the source and OneChild disagree on this allocation."""
    return Finding.objects.filter(table_name="allocations", row_id=row, words__contains="kept in OneChild").count()


def test_the_same_file_again_leaves_our_allocation_standing_and_a_finding_says_so(tmp_path: Path) -> None:
    load(tmp_path, HELD)
    assign()
    again = load(tmp_path, HELD)
    assert spans() == OURS
    assert (again.tables["allocations"].spared, again.tables["allocations"].changed) == (1, 0)
    assert told_of(THEIRS) == 1


def test_a_row_that_the_source_changed_since_keeps_our_end_and_a_third_load_writes_nothing(tmp_path: Path) -> None:
    load(tmp_path, HELD)
    assign()
    load(tmp_path, HELD | {"priority": "high"})
    assert spans() == OURS
    assert Allocation.objects.get(pk=THEIRS).priority == "high"
    assert Allocation.objects.get(pk=THEIRS).end_words == "Nearer"
    third = load(tmp_path, HELD | {"priority": "high"})
    assert (spans(), third.tables["allocations"].moved) == (OURS, 0)


def test_where_the_source_ends_it_earlier_the_source_is_believed(tmp_path: Path) -> None:
    load(tmp_path, HELD)
    assign()
    load(tmp_path, HELD | {"ended_on": date(2026, 11, 1)})
    assert spans()[0] == ("tiny:w1", date(2026, 1, 5), date(2026, 11, 1))
    assert told_of(THEIRS) == 0


def test_a_lead_that_the_source_names_later_is_put_aside_and_nobody_leads_twice(tmp_path: Path) -> None:
    load(tmp_path, HELD)
    assign()
    later = spell("allocation_id=a2", "K1", date(2026, 11, 25), worker_id="w9", team_id="t1", role="lead")
    load(tmp_path, HELD | {"ended_on": date(2026, 11, 25)}, later)
    assert spans() == OURS
    assert "kept in OneChild" in QuarantineRow.objects.get(quarantine_id__endswith="allocations/tiny:a2").reason
    assert told_of("tiny:a2") == 1


def test_undone_the_sources_row_runs_on_and_loads_are_believed_again(tmp_path: Path) -> None:
    load(tmp_path, HELD)
    undo(assign())
    assert spans() == [("tiny:w1", date(2026, 1, 5), None)]
    load(tmp_path, HELD | {"ended_on": date(2026, 11, 30)})
    assert spans() == [("tiny:w1", date(2026, 1, 5), date(2026, 11, 30))]
    assert told_of(THEIRS) == 0


def test_an_undone_allocation_is_kept_in_the_history_and_counts_in_no_figure(tmp_path: Path) -> None:
    load(tmp_path, HELD)
    undo(assign())
    gone = Allocation.every.get(child_id="tiny:K1", worker_id="tiny:w2")
    assert gone.gone_at is not None
