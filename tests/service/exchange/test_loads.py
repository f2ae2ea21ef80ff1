"""A load keeps account of itself: what it found, how it ended, and what need not be read again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onechild.errors import CannotProceed
from onechild.service.exchange import queries
from onechild.service.exchange.loads import ask, run_load
from onechild.service.exchange.models import Load
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import ChangeSet, Visit
from tests.service.exchange.tiny import CHILD, NOW, OTHER, Row, extract_of, visit

pytestmark = pytest.mark.django_db


def test_a_load_that_is_done_says_what_became_of_every_table(tmp_path: Path) -> None:
    load = _load(tmp_path, visits=[visit("v1"), visit("v2", child="nobody")])
    table = load.tables.get(table_name="visits")
    assert (load.state, load.made_by, load.known_at) == ("done", "a test", date(2026, 11, 20))
    assert (table.rows, table.new, table.refused, table.same) == (2, 1, 1, 0)
    assert ChangeSet.objects.get(pk=load.change_set_id).made_by == "a test"


def test_a_table_in_the_same_bytes_is_not_read_again(tmp_path: Path) -> None:
    _load(tmp_path, visits=[visit("v1")])
    again = _load(tmp_path, visits=[visit("v1")], children=[CHILD, OTHER])
    assert again.tables.get(table_name="visits").skipped
    assert (again.tables.get(table_name="visits").same, again.tables.get(table_name="children").new) == (1, 1)


def test_a_table_of_which_a_row_was_refused_is_read_again(tmp_path: Path) -> None:
    _load(tmp_path, visits=[visit("v1", child="K2")])
    _load(tmp_path, visits=[visit("v1", child="K2")], children=[CHILD, OTHER])
    assert Visit.objects.get(pk="tiny:v1").child_id == "tiny:K2"


def test_an_edit_outlives_a_load_of_the_same_bytes(tmp_path: Path) -> None:
    _load(tmp_path, visits=[visit("v1", seen=False)])
    with change_set(by="a test", kind="edit", words="put right by hand"):
        Visit.objects.filter(pk="tiny:v1").update(seen=True)
    _load(tmp_path, visits=[visit("v1", seen=False)])
    assert Visit.objects.get(pk="tiny:v1").seen is True


def test_an_extract_known_before_the_one_that_is_loaded_is_refused(tmp_path: Path) -> None:
    _load(tmp_path, visits=[visit("v1")])
    with pytest.raises(CannotProceed, match="take the record back"):
        _load(tmp_path, visits=[], known_at=date(2026, 11, 19))
    assert Load.objects.latest("load_id").state == "failed"


def test_an_older_extract_is_loaded_where_somebody_means_it(tmp_path: Path) -> None:
    _load(tmp_path, visits=[visit("v1")])
    assert _load(tmp_path, visits=[visit("v2")], known_at=date(2026, 11, 19), older=True).state == "done"


def test_invented_children_are_refused_by_a_record_of_real_ones(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed, match="invented"):
        _load(tmp_path, visits=[visit("v1")], real=True)
    assert not Visit.objects.filter(pk="tiny:v1").exists()


def test_an_extract_of_another_council_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed, match="of the council 999"):
        _load(tmp_path, visits=[visit("v1")], council="888")


def test_a_load_that_failed_says_why_and_can_be_run_again(tmp_path: Path) -> None:
    asked = ask(source="tiny", files=["extract"], folder=tmp_path, by="a test", now=NOW, council="999", real=False)
    with pytest.raises(CannotProceed):
        run_load(asked.pk, now=NOW)
    asked.refresh_from_db()
    assert (asked.state, asked.again) == ("failed", True)
    extract_of(tmp_path / "extract", children=[CHILD])
    assert run_load(asked.pk, now=NOW).state == "done"


def test_uploaded_files_are_taken_away_once_they_are_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "upload"
    extract_of(folder / "extract", children=[CHILD])
    asked = ask(source="tiny", files=["extract"], folder=folder, by="a test", now=NOW, council="999", real=False)
    run_load(asked.pk, now=NOW)
    assert not folder.exists()


def test_a_load_that_is_done_is_not_done_twice(tmp_path: Path) -> None:
    load = _load(tmp_path, visits=[visit("v1")])
    assert run_load(load.pk, now=NOW).change_set_id == load.change_set_id


def test_a_load_left_running_by_a_killed_process_is_found(tmp_path: Path) -> None:
    left = ask(source="tiny", files=["extract"], by="a test", now=NOW, council="999", real=False)
    Load.objects.filter(pk=left.pk).update(state="running")
    assert list(queries.stopped()) == [left]


def test_a_code_that_is_no_code_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed, match="small letters"):
        _load(tmp_path, visits=[], source="Main System")


def _load(
    folder: Path,
    *,
    visits: list[Row],
    children: list[Row] | None = None,
    known_at: date = date(2026, 11, 20),
    source: str = "tiny",
    council: str = "999",
    real: bool = False,
    older: bool = False,
) -> Load:
    extract = extract_of(folder / "extract", known_at=known_at, children=children or [CHILD], visits=visits)
    asked = ask(
        source=source, files=[str(extract.folder)], by="a test", now=NOW, council=council, real=real, older=older
    )
    return run_load(asked.pk, now=NOW)
