"""Natural keys: the same for the same thing, and different for two."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.formats.keys import natural_columns, natural_keys, number_repeats
from onechild.knowledge.tables.contract import TABLES


def test_a_spell_is_told_by_child_and_start() -> None:
    rows = pa.table({"child_id": ["C1"], "started_on": [date(2026, 1, 2)]})
    assert natural_keys("referrals", rows).to_pylist() == ["C1/referrals/2026-01-02"]


def test_a_missing_part_of_the_key_is_a_dash() -> None:
    rows = pa.table({"child_id": ["C1"], "started_on": pa.array([None], pa.date32())})
    assert natural_keys("addresses", rows).to_pylist() == ["C1/addresses/-/-/-"]


def test_the_second_of_the_same_key_is_numbered() -> None:
    rows = pa.table({"child_id": ["C1", "C2", "C1"], "started_on": [date(2026, 1, 2)] * 3})
    assert natural_keys("referrals", rows).to_pylist()[2] == "C1/referrals/2026-01-02/2"


def test_a_part_of_a_larger_table_has_its_own_keys() -> None:
    rows = pa.table({"child_id": ["C1", "C1", "C2"], "started_on": [date(2026, 1, 2)] * 3}).slice(1)
    assert natural_keys("referrals", rows).to_pylist() == ["C1/referrals/2026-01-02", "C2/referrals/2026-01-02"]


def test_every_table_has_a_natural_key_of_its_own_columns() -> None:
    assert all(set(natural_columns(name)) <= set(table.names) for name, table in TABLES.items())


@given(st.lists(st.sampled_from(["a", "b", "a/2", "a/2/2", None]), max_size=9))
def test_numbered_keys_are_all_different_and_empty_ones_stay_empty(keys: list[str | None]) -> None:
    numbered = number_repeats(pa.array(keys, pa.string())).to_pylist()
    said = [key for key in numbered if key is not None]
    assert len(set(said)) == len(said)
    assert [key is None for key in numbered] == [key is None for key in keys]
