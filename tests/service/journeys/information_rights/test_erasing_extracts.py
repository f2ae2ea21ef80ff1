"""An extract written again without a child."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa

from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import About, read_extract, write_extract
from onechild.service.journeys.information_rights.erasing_extracts import write_without


def _extract(folder: Path) -> None:
    children = [{"child_id": "C1"}, {"child_id": "C2"}]
    relationships = [
        {"relationship_id": "R1", "child_id": "C1", "related_child_id": "C2", "relation": "sibling"},
        {"relationship_id": "R2", "child_id": "C2", "related_child_id": "C1", "relation": "sibling"},
    ]
    quarantine = [
        {"quarantine_id": "1", "file": "a.csv", "place": "line 2", "reason": "no", "row_values": "C2,x"},
        {"quarantine_id": "2", "file": "a.csv", "place": "line 3", "reason": "no", "row_values": "C1,y"},
    ]
    rows = {"children": children, "relationships": relationships, "quarantine": quarantine}
    tables = {name: pa.Table.from_pylist(found, schema=TABLES[name].schema) for name, found in rows.items()}
    write_extract(folder, tables, about=About("999", known_at=date(2026, 3, 31)))


def test_the_childs_rows_go_and_other_rows_lose_only_the_name(tmp_path: Path) -> None:
    _extract(tmp_path / "kept")
    write_without(tmp_path / "kept", {"C2"})
    kept = read_extract(tmp_path / "kept")
    assert kept.table("children")["child_id"].to_pylist() == ["C1"]
    assert kept.table("relationships").select(["relationship_id", "related_child_id"]).to_pylist() == [
        {"relationship_id": "R1", "related_child_id": None}
    ]
    assert kept.table("quarantine")["quarantine_id"].to_pylist() == ["2"]
    assert kept.about.known_at == date(2026, 3, 31)


def test_no_byte_of_the_child_is_left_in_the_folder(tmp_path: Path) -> None:
    _extract(tmp_path / "kept")
    write_without(tmp_path / "kept", {"C2"})
    assert not [path for path in (tmp_path / "kept").iterdir() if b"C2" in path.read_bytes()]
