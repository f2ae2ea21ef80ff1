"""Every column of the published formats is mapped to the standard tables, or has a reason why not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from onechild.knowledge.formats import annex_a, ssd, ssda903
from onechild.knowledge.formats.mapping import Mapped
from onechild.knowledge.formats.tabular.headings import bare
from onechild.knowledge.tables.contract import TABLES

Carried = set[tuple[str, str]]


@pytest.fixture
def reference(shared_data: Path) -> Path:
    folder = shared_data.parent / "reference"
    if not folder.is_dir():
        pytest.skip("the reference is not at hand: ../shared/reference")
    return folder


def test_every_column_of_annex_a_is_mapped_or_has_a_reason(reference: Path) -> None:
    lists = yaml.safe_load((reference / "annex_a.yaml").read_text(encoding="utf-8"))["lists"]
    wanted = {(one["sheet"], bare(column["header"])) for one in lists for column in one["columns"]}
    known = _known(annex_a.MAPPING, annex_a.NOT_CARRIED)
    assert sorted(wanted - {(part, bare(column)) for part, column in known}) == []


def test_every_column_of_the_ssda903_is_mapped_or_has_a_reason(reference: Path) -> None:
    wanted: Carried = set()
    for line in (reference / "ssda903.md").read_text(encoding="utf-8").splitlines():
        if cells := re.match(r"^\| ([A-Z]\w+)(?: \(2026/27\))? \| (CHILD! .*) \|$", line):
            wanted |= {(cells[1], column.rstrip("!")) for column in cells[2].split()}
    assert len({part for part, _ in wanted}) == 12
    assert sorted(wanted - _known(ssda903.MAPPING, ssda903.NOT_CARRIED)) == []


def test_every_column_of_the_ssd_is_mapped_or_has_a_reason(reference: Path) -> None:
    tables = yaml.safe_load((reference / "ssd.yaml").read_text(encoding="utf-8"))["tables"]
    wanted = {(name, one["name"]) for name, table in tables.items() for one in table["fields"]}
    deployed = {
        (name, one["name"]) for name, table in tables.items() for one in table.get("deployed_ddl_extra_columns", [])
    }
    assert sorted((wanted | deployed) - _known(ssd.MAPPING, ssd.NOT_CARRIED)) == []


@pytest.mark.parametrize("mapping", [annex_a.MAPPING, ssda903.MAPPING, ssd.MAPPING], ids=["annex_a", "ssda903", "ssd"])
def test_every_mapping_leads_to_a_column_of_the_contract(mapping: tuple[Mapped, ...]) -> None:
    assert [line for line in mapping if line.to not in TABLES[line.table].names] == []


def _known(mapping: tuple[Mapped, ...], left: dict[tuple[str, str], str]) -> Carried:
    return {(line.part, line.column) for line in mapping} | set(left)
