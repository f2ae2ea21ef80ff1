"""An extract keeps the contract, all or nothing, and says table, column and row where it does not."""

import json
import os
import subprocess
import sys
import weakref
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from onechild.errors import CannotProceed
from onechild.knowledge.tables.conform import ContractBroken, conform
from onechild.knowledge.tables.extract import About, SourceFile, read_extract, source_file, write_extract

ABOUT = About(council="999", known_at=date(2026, 3, 31), council_name="Hatterton", invented=True)


def children(*ids: str | None, sex: str = "F") -> pa.Table:
    return pa.table({"child_id": pa.array(ids, pa.string()), "sex": pa.array([sex] * len(ids))})


def visits(**columns: list[object]) -> pa.Table:
    full = {
        "visit_id": ["v1"],
        "child_id": ["c1"],
        "happened_on": [date(2026, 3, 2)],
        "purpose": ["child_protection"],
    }
    return pa.table(full | columns)


def test_write_then_read_gives_the_same_rows_and_facts(tmp_path: Path) -> None:
    source = SourceFile("census.xml", "cin_census", "00", 7)
    about = About(council="999", known_at=date(2026, 3, 31), sources=(source,), note="a note")
    written = write_extract(tmp_path / "extract", {"children": children("c1", "c2")}, about=about)
    read = read_extract(tmp_path / "extract")
    assert read.about == about
    assert read.rows == {"children": 2}
    assert read.fingerprint == written.fingerprint
    assert read.table("children").column("child_id").to_pylist() == ["c1", "c2"]


def test_read_gives_an_empty_table_with_the_contracts_columns_where_there_is_no_row(tmp_path: Path) -> None:
    extract = write_extract(tmp_path / "extract", {"children": children("c1")}, about=ABOUT)
    assert extract.path("visits") is None
    assert extract.table("visits").num_rows == 0
    assert "happened_on" in extract.table("visits").column_names


def test_write_makes_a_private_folder_and_private_files(tmp_path: Path) -> None:
    write_extract(tmp_path / "extract", {"children": children("c1")}, about=ABOUT)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "extract").iterdir()}
    assert (tmp_path / "extract").stat().st_mode & 0o777 == 0o700
    assert modes == {"children.parquet": 0o600, "extract.json": 0o600}


def test_write_replaces_an_older_extract_whole(tmp_path: Path) -> None:
    write_extract(tmp_path / "extract", {"children": children("c1"), "visits": visits()}, about=ABOUT)
    write_extract(tmp_path / "extract", {"children": children("c2")}, about=ABOUT)
    assert sorted(path.name for path in (tmp_path / "extract").iterdir()) == ["children.parquet", "extract.json"]
    assert [path.name for path in tmp_path.iterdir()] == ["extract"]


def test_write_leaves_the_older_extract_where_a_table_breaks_the_contract(tmp_path: Path) -> None:
    write_extract(tmp_path / "extract", {"children": children("c1")}, about=ABOUT)
    with pytest.raises(ContractBroken):
        write_extract(tmp_path / "extract", {"children": children("c2", None)}, about=ABOUT)
    assert read_extract(tmp_path / "extract").table("children").num_rows == 1
    assert [path.name for path in tmp_path.iterdir()] == ["extract"]


def test_write_refuses_a_folder_that_holds_something_else(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("Dear all")
    with pytest.raises(CannotProceed, match="holds other files"):
        write_extract(tmp_path / "letters", {"children": children("c1")}, about=ABOUT)
    assert (tmp_path / "letters" / "letter.txt").read_text() == "Dear all"


@pytest.mark.parametrize(
    ("name", "rows", "says"),
    [
        ("unicorns", children("c1"), "the contract has no table unicorns"),
        ("children", pa.table({"child_id": ["c1"], "horn": [1]}), "table children: the contract has no column horn"),
        ("children", children("c1", None), "table children, column child_id, row 2: the value is empty"),
        ("children", children("c1", "c2", "c1"), "table children, column child_id, row 1: the value stands more"),
        (
            "children",
            children("c1", sex="X"),
            "table children, column sex, row 1: the value is not in the code set sex",
        ),
        ("visits", visits(happened_on=["Tuesday"]), "table visits, column happened_on"),
        ("visits", visits(happened_on=pa.array([None], pa.date32())), "column happened_on, row 1: the value is empty"),
    ],
)
def test_write_names_table_column_and_row_that_break_the_contract(
    tmp_path: Path, name: str, rows: pa.Table, says: str
) -> None:
    with pytest.raises(ContractBroken) as refused:
        write_extract(tmp_path / "extract", {name: rows}, about=ABOUT)
    assert says in str(refused.value)
    assert not (tmp_path / "extract").exists()


def test_a_table_in_chunks_is_written_as_the_same_table_in_one_piece(tmp_path: Path) -> None:
    chunks = (children(f"c{number}") for number in range(3))
    written = write_extract(tmp_path / "extract", {"children": chunks}, about=ABOUT)
    whole = write_extract(tmp_path / "whole", {"children": children("c0", "c1", "c2")}, about=ABOUT)
    assert written.rows == {"children": 3}
    assert written.fingerprint == whole.fingerprint
    assert (tmp_path / "extract" / "children.parquet").stat().st_mode & 0o777 == 0o600


def test_a_table_whose_chunks_are_all_empty_is_left_out(tmp_path: Path) -> None:
    written = write_extract(tmp_path / "extract", {"children": iter([children(), children()])}, about=ABOUT)
    assert written.rows == {}
    assert [path.name for path in (tmp_path / "extract").iterdir()] == ["extract.json"]


def test_a_chunk_is_asked_for_only_when_the_one_before_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onechild.knowledge.tables.chunks.ROW_GROUP", 2)
    alive: list[weakref.ref[pa.Table]] = []
    most = 0

    def chunks() -> Iterator[pa.Table]:
        nonlocal most
        for number in range(0, 20, 2):
            rows = children(f"c{number}", f"c{number + 1}")
            alive.append(weakref.ref(rows))
            most = max(most, sum(one() is not None for one in alive))
            yield rows

    write_extract(tmp_path / "extract", {"children": chunks()}, about=ABOUT)
    assert most <= 3
    assert pq.ParquetFile(tmp_path / "extract" / "children.parquet").num_row_groups == 10


@pytest.mark.parametrize("row_group", [1, 3, 250_000])
def test_a_key_that_stands_in_two_chunks_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row_group: int
) -> None:
    monkeypatch.setattr("onechild.knowledge.tables.chunks.ROW_GROUP", row_group)
    chunks = iter([children("c1", "c2"), children("c3"), children("c4", "c2")])
    with pytest.raises(ContractBroken, match="children, column child_id, row 2: the value stands more than once"):
        write_extract(tmp_path / "extract", {"children": chunks}, about=ABOUT)
    assert list(tmp_path.iterdir()) == []


def test_two_keys_that_only_share_a_hash_are_no_clash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onechild.knowledge.tables.chunks._hashes", lambda keys: np.zeros(len(keys), np.uint64))
    written = write_extract(tmp_path / "extract", {"children": iter([children("c1"), children("c2")])}, about=ABOUT)
    assert written.rows == {"children": 2}


def test_a_fault_in_a_later_chunk_is_named_by_its_row_in_the_table(tmp_path: Path) -> None:
    chunks = iter([children("c1", "c2"), children("c3", sex="X")])
    with pytest.raises(ContractBroken, match="column sex, row 3"):
        write_extract(tmp_path / "extract", {"children": chunks}, about=ABOUT)


def test_write_leaves_the_older_extract_where_making_a_chunk_fails(tmp_path: Path) -> None:
    def chunks() -> Iterator[pa.Table]:
        yield children("c2")
        raise OSError("the disk is full")

    write_extract(tmp_path / "extract", {"children": children("c1")}, about=ABOUT)
    with pytest.raises(OSError, match="the disk is full"):
        write_extract(tmp_path / "extract", {"children": chunks()}, about=ABOUT)
    assert read_extract(tmp_path / "extract").table("children")["child_id"].to_pylist() == ["c1"]
    assert [path.name for path in tmp_path.iterdir()] == ["extract"]


def test_read_finds_a_key_that_stands_in_two_row_groups(tmp_path: Path) -> None:
    write_extract(tmp_path / "extract", {"children": children("c1", "c2", "c3")}, about=ABOUT)
    path, facts = tmp_path / "extract" / "children.parquet", tmp_path / "extract" / "extract.json"
    pq.write_table(conform("children", children("c1", "c2", "c1")), path, row_group_size=2)
    tables = json.loads(facts.read_text())
    tables["tables"]["children"]["sha256"] = source_file(path, format="").sha256
    facts.write_text(json.dumps(tables))
    with pytest.raises(ContractBroken, match="row 1: the value stands more than once"):
        read_extract(tmp_path / "extract")


def test_read_refuses_a_folder_without_extract_json(tmp_path: Path) -> None:
    with pytest.raises(CannotProceed, match="is not an extract"):
        read_extract(tmp_path)


def test_read_refuses_another_version_of_the_contract(tmp_path: Path) -> None:
    write_extract(tmp_path / "extract", {"children": children("c1")}, about=ABOUT)
    about = tmp_path / "extract" / "extract.json"
    about.write_text(about.read_text().replace('"contract": "1"', '"contract": "99"'))
    with pytest.raises(ContractBroken, match="version 99"):
        read_extract(tmp_path / "extract")


def test_read_refuses_a_table_whose_file_was_changed(tmp_path: Path) -> None:
    write_extract(tmp_path / "extract", {"children": children("c1")}, about=ABOUT)
    path = tmp_path / "extract" / "children.parquet"
    pq.write_table(children("c9"), path)
    with pytest.raises(CannotProceed, match="not the one that was written"):
        read_extract(tmp_path / "extract")


def test_read_refuses_a_table_whose_file_is_missing(tmp_path: Path) -> None:
    write_extract(tmp_path / "extract", {"children": children("c1")}, about=ABOUT)
    (tmp_path / "extract" / "children.parquet").unlink()
    with pytest.raises(CannotProceed, match="children is missing"):
        read_extract(tmp_path / "extract")


def test_read_refuses_damaged_facts(tmp_path: Path) -> None:
    (tmp_path / "extract.json").write_text(json.dumps({"contract": "1"}))
    with pytest.raises(CannotProceed, match="can't be read"):
        read_extract(tmp_path)


def test_the_fingerprint_changes_with_the_rows(tmp_path: Path) -> None:
    one = write_extract(tmp_path / "one", {"children": children("c1")}, about=ABOUT)
    same = write_extract(tmp_path / "same", {"children": children("c1")}, about=ABOUT)
    other = write_extract(tmp_path / "other", {"children": children("c2")}, about=ABOUT)
    assert one.fingerprint == same.fingerprint
    assert one.fingerprint != other.fingerprint


def test_a_source_file_is_known_by_its_hash(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"CHILD\n")
    source = source_file(tmp_path / "a.csv", format="ssda903")
    assert source.bytes == 6
    assert len(source.sha256) == 64


def test_write_clears_what_a_killed_writer_left(tmp_path: Path) -> None:
    left = tmp_path / f".extract-{a_dead_process()}-x1y2"
    left.mkdir()
    (left / "children.parquet").write_bytes(b"half")
    write_extract(tmp_path / "extract", {"children": children("c1")}, about=ABOUT)
    assert [path.name for path in tmp_path.iterdir()] == ["extract"]


def test_write_leaves_alone_what_a_living_writer_is_at(tmp_path: Path) -> None:
    (tmp_path / f".extract-{os.getpid()}-x1y2").mkdir()
    write_extract(tmp_path / "extract", {"children": children("c1")}, about=ABOUT)
    assert len(list(tmp_path.iterdir())) == 2


def test_write_that_is_refused_puts_back_the_extract_that_a_killed_writer_had_moved(tmp_path: Path) -> None:
    write_extract(tmp_path / "extract", {"children": children("c1")}, about=ABOUT)
    (tmp_path / "extract").rename(tmp_path / f".extract-{a_dead_process()}-x1y2-old")
    with pytest.raises(ContractBroken):
        write_extract(tmp_path / "extract", {"children": children(None)}, about=ABOUT)
    assert read_extract(tmp_path / "extract").rows == {"children": 1}


def a_dead_process() -> int:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid
