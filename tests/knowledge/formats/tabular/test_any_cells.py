"""Whatever the cells hold, every row is counted, every table keeps the contract, and nothing is a traceback."""

from __future__ import annotations

import csv
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onechild.knowledge.formats import ssd, ssda903
from onechild.knowledge.formats.model import Asked
from onechild.knowledge.tables.conform import check

CELLS = st.one_of(
    st.sampled_from(
        ["", "C1", "C2", "01/05/2025", "2025-05-01", "31/02/2025", "zz/01/2020", "NULL", "Y", "1", "X1", "E4A"]
    ),
    st.sampled_from(['{"NFA_FLAG": "Y"}', "[1, {}]", '["1A"]', "Former Relevant", "WBRI", "U1", "1e400", "nan"]),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12),
)


@pytest.mark.parametrize("package", [ssda903, ssd], ids=["ssda903", "ssd"])
@settings(max_examples=40)
@given(data=st.data())
def test_any_cells_are_counted_and_keep_the_contract(
    tmp_path_factory: pytest.TempPathFactory, package: ModuleType, data: st.DataObject
) -> None:
    parts = sorted({line.part for line in package.MAPPING})
    paths = [
        _written(tmp_path_factory, package, part, data)
        for part in data.draw(st.sets(st.sampled_from(parts), min_size=1, max_size=4))
    ]
    found = [package.recognise(path, path.read_bytes()) for path in paths]
    reading = package.read([one for one in found if one], asked=Asked(council="999", year=2026))
    assert all(count.whole + count.part + count.refused == count.rows for count in reading.counts)
    assert sum(count.refused for count in reading.counts) <= len(reading.quarantine)
    for name, table in reading.tables.items():
        check(name, table)


def _written(factory: pytest.TempPathFactory, package: ModuleType, part: str, data: st.DataObject) -> Path:
    columns = list(dict.fromkeys(line.column for line in package.MAPPING if line.part == part))
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(columns), max_size=len(columns)), max_size=4))
    path = factory.mktemp("any") / f"{part}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, *rows])
    return path
