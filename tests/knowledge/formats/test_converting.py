"""Columns of raw text to a standard table: every row whole, a part, or refused; every bad value kept aside."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.formats.converting import PART, REFUSED, WHOLE, Cells, Converted, convert, tally, worst
from onechild.knowledge.formats.model import FileCount
from onechild.knowledge.tables.conform import check


def referrals(ids: Sequence[str | None], starts: Sequence[str | None], needs: Sequence[str | None]) -> Converted:
    return convert(
        table="referrals",
        columns={
            "child_id": Cells(ids, "LAchildID"),
            "started_on": Cells(starts, "CINreferralDate"),
            "primary_need": Cells(needs, "PrimaryNeedCode"),
        },
        fixed={"no_further_action": False},
        file="a.csv",
        source="test",
        places=[f"line {number}" for number in range(2, 2 + len(ids))],
        lines=range(2, 2 + len(ids)),
        on=date(2026, 3, 31),
    )


def test_a_good_row_is_whole_and_keyed_by_child_and_day() -> None:
    found = referrals([" C1 "], ["2026-01-02"], ["N1"])
    (row,) = found.rows.to_pylist()
    assert (row["referral_id"], row["child_id"], row["no_further_action"]) == ("C1/referrals/2026-01-02", "C1", False)
    assert (row["source"], row["source_row"]) == ("test", "a.csv line 2")
    assert found.verdicts.to_pylist() == [WHOLE]


def test_a_bad_value_leaves_the_rest_of_the_row() -> None:
    found = referrals(["C1"], ["2026-01-02"], ["Q9"])
    assert found.rows.column("primary_need").to_pylist() == [None]
    assert found.verdicts.to_pylist() == [PART]
    (aside,) = found.quarantine
    assert (aside["line"], aside["column_name"], aside["value"], aside["row_refused"]) == (
        2,
        "PrimaryNeedCode",
        "Q9",
        False,
    )


def test_a_row_without_what_it_requires_is_refused_and_kept_whole_aside() -> None:
    found = referrals(["C1", None], ["", "2026-01-02"], ["N1", "N2"])
    assert found.verdicts.to_pylist() == [REFUSED, REFUSED]
    assert found.rows.num_rows == 0
    assert [aside["reason"] for aside in found.quarantine] == ["is empty", "is empty"]
    kept = [json.loads(str(aside["row_values"]))["PrimaryNeedCode"] for aside in found.quarantine]
    assert sorted(kept) == ["N1", "N2"]


def test_an_empty_cell_counts_as_no_value_refused() -> None:
    assert referrals(["C1"], [""], ["N1"]).values_refused == 0
    assert referrals(["C1"], ["soon"], ["N1"]).values_refused == 1


def test_keys_are_those_of_the_raw_rows() -> None:
    found = referrals(["C1", "C2", "C1"], ["2026-01-02", "bad", "2026-01-02"], [None, None, None])
    assert found.keys.to_pylist() == ["C1/referrals/2026-01-02", None, "C1/referrals/2026-01-02/2"]
    assert found.kept.to_pylist() == [0, 2]


def test_a_code_out_of_its_years_is_one_finding_for_all_its_rows() -> None:
    found = convert(
        table="children",
        columns={"child_id": Cells(["C1", "C2"]), "sex": Cells(["1", "1"], "Sex")},
        file="a.csv",
        source="test",
        places=["line 2", "line 3"],
        on=date(2026, 3, 31),
    )
    assert [finding.kind for finding in found.findings] == ["old_code"]
    assert "in 2 rows" in found.findings[0].words


def test_values_already_of_the_right_type_pass_as_they_are() -> None:
    found = convert(
        table="referrals",
        columns={"child_id": Cells(["C1"]), "started_on": Cells(pa.array([date(2026, 1, 2)]))},
        file="a.csv",
        source="test",
        places=["line 2"],
    )
    assert found.rows.column("started_on").to_pylist() == [date(2026, 1, 2)]


def test_a_column_the_contract_has_not_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        convert(table="children", columns={"shoe": Cells(["4"])}, file="a", source="t", places=["line 2"])


def test_a_table_whose_required_column_is_nowhere_refuses_every_row() -> None:
    found = convert(table="referrals", columns={"child_id": Cells(["C1"])}, file="a", source="t", places=["line 2"])
    assert found.verdicts.to_pylist() == [REFUSED]


def test_a_fault_in_a_second_table_makes_the_row_a_part() -> None:
    main = pa.array([WHOLE, WHOLE, REFUSED, PART], pa.uint8())
    second = pa.array([REFUSED, WHOLE, WHOLE, WHOLE], pa.uint8())
    assert worst(main, second).to_pylist() == [PART, WHOLE, REFUSED, PART]


CELLS = st.one_of(
    st.none(), st.sampled_from(["", " ", "C1", "2026-01-02", "N1", "31/02/2026", "1066-01-01"]), st.text(max_size=5)
)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8))
def test_whatever_the_cells_hold_the_rows_add_up_and_keep_the_contract(
    rows: list[tuple[str | None, str | None, str | None]],
) -> None:
    found = referrals(*([row[column] for row in rows] for column in range(3)))
    count = FileCount("a.csv", "test")
    tally(count, found.verdicts)
    assert count.whole + count.part + count.refused == count.rows == len(rows)
    assert found.rows.num_rows == count.whole + count.part
    assert {str(aside["place"]) for aside in found.quarantine if aside["row_refused"]} == {
        f"line {number + 2}" for number, verdict in enumerate(found.verdicts.to_pylist()) if verdict == REFUSED
    }
    check("referrals", found.rows)
