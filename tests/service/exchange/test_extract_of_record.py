"""The record written as an extract: what was loaded comes out again, as it stands and as it was known."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import Extract, read_extract
from onechild.service.access.models import Event, User
from onechild.service.exchange.progress import Progress
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.links import link, undo_link
from onechild.service.record.models import Child, Visit
from onechild.service.record.queries.as_extract import NotYetKnown, write_record_extract
from tests.service.exchange.own_record import environment, own_record
from tests.service.exchange.tiny import CHILD, load_of, visit


@pytest.fixture(scope="module")
def record(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """A copy of the record, to which the tests of this module commit, one after another."""
    with django_db_blocker.unblock(), own_record("extracts_of_the_record") as url:
        yield url


def test_an_extract_of_a_record_is_the_extract_that_it_was_loaded_from(
    record: str, tmp_path: Path, little_hatterton: Extract
) -> None:
    made = _extract(tmp_path / "out")
    assert _differing(made, little_hatterton) == []
    assert (made.about.council, made.about.known_at) == ("999", _now().date())


def test_known_then_is_the_record_before_an_edit_made_since(
    record: str, tmp_path: Path, little_hatterton: Extract
) -> None:
    before = _moment()
    row = Visit.objects.order_by("pk").first()
    with change_set(by="a test", kind="edit", words="seen after all"):
        Visit.objects.filter(pk=row.pk).update(seen=not row.seen)
    assert _differing(_extract(tmp_path / "then", known_at=before), little_hatterton) == []
    assert _differing(_extract(tmp_path / "now"), little_hatterton) == ["visits"]
    assert _differing(_extract(tmp_path / "now", known_at=_moment()), little_hatterton) == ["visits"]


def test_known_before_the_first_load_is_nothing(record: str, tmp_path: Path) -> None:
    made = _extract(tmp_path / "out", known_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert made.rows == {}


def test_a_row_marked_gone_was_known_before_it_went(record: str, tmp_path: Path) -> None:
    load_of(tmp_path, children=[CHILD], visits=[visit("v1"), visit("v2", day=2)])
    before = _moment()
    load_of(tmp_path, children=[CHILD], visits=[visit("v2", day=2)])
    then, now = _extract(tmp_path / "then", known_at=before), _extract(tmp_path / "now")
    assert {"tiny:v1", "tiny:v2"} <= set(then.table("visits")["visit_id"].to_pylist())
    assert "tiny:v1" not in now.table("visits")["visit_id"].to_pylist()


def test_a_link_and_its_undoing_leave_what_was_known_as_it_was(record: str, tmp_path: Path) -> None:
    by = User.objects.create(email="linker@hatterton.example", name="A Linker")
    kept, joined = Child.objects.order_by("pk")[:2]
    before = _extract(tmp_path / "before")
    unlinked_at = _moment()
    made = link(kept=kept, joined=joined, reason="same pupil number", by=by, now=_now())
    linked = _extract(tmp_path / "linked")
    undo_link(link=made, reason="another child after all", by=by, now=_now())
    assert joined.pk not in linked.table("children")["child_id"].to_pylist()
    assert joined.pk not in linked.table("child_names")["child_id"].to_pylist()
    assert _differing(_extract(tmp_path / "then", known_at=unlinked_at), before) == []
    assert _differing(_extract(tmp_path / "after"), before) == []


def test_a_moment_to_come_is_refused(record: str, tmp_path: Path) -> None:
    with pytest.raises(NotYetKnown, match="to come"):
        _extract(tmp_path / "out", known_at=_now() + timedelta(hours=1))


def test_a_moment_after_a_change_that_is_still_being_written_is_refused(record: str, tmp_path: Path) -> None:
    before = _moment()
    time.sleep(1.1)  # a change-set is told by the second in which it began
    with Progress(0) as writer:
        writer._connection.set_autocommit(False)
        writer._call("record_begin_change_set", "edit", "slow", "somebody else", None)
        with pytest.raises(NotYetKnown, match="still being written"):
            _extract(tmp_path / "out", known_at=_moment())
        assert _extract(tmp_path / "out", known_at=before).rows
        writer._connection.rollback()


def test_the_command_line_loads_and_writes_back(record: str, tmp_path: Path) -> None:
    load_of(tmp_path, children=[CHILD])
    command = [str(Path(sys.executable).with_name("onechild"))]
    arguments = ["load", str(tmp_path / "extract"), "--source", "tiny", "--by", "A Loader"]
    loaded = subprocess.run([*command, *arguments], env=environment(), capture_output=True, text=True, check=False)
    written = subprocess.run(
        [*command, "extract", "--record", "--out", str(tmp_path / "out"), "--by", "A Taker"],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (loaded.returncode, written.returncode) == (0, 0), loaded.stderr + written.stderr
    assert "in all: 1 as they were" in loaded.stdout
    assert "tiny:K1" in read_extract(tmp_path / "out").table("children")["child_id"].to_pylist()
    noted = Event.objects.latest("event_id")
    assert noted.what == "an extract of the record, taken by A Taker"
    assert "tiny:K1" in noted.children


def test_without_a_record_named_the_command_line_says_how(tmp_path: Path) -> None:
    arguments = ["extract", "--record", "--out", str(tmp_path / "out")]
    command = [str(Path(sys.executable).with_name("onechild")), *arguments]
    said = subprocess.run(command, env={"PATH": "/usr/bin"}, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith("onechild: say which record: DATABASE_URL=")


def _extract(folder: Path, *, known_at: datetime | None = None) -> Extract:
    more = {"council": "999", "council_name": "Hatterton", "invented": True}
    return write_record_extract(folder, now=_now(), known_at=known_at, **more)


def _differing(one: Extract, other: Extract) -> list[str]:
    return [name for name in TABLES if not _sorted(one, name).equals(_sorted(other, name))]


def _sorted(extract: Extract, name: str) -> Any:
    return extract.table(name).sort_by(TABLES[name].key)


def _now() -> datetime:
    return datetime.now(UTC)


def _moment() -> datetime:
    """The database's own moment, so that no two clocks are compared."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
    return moment
