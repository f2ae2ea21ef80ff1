"""The invented council is repeatable, never rewrites its past, and keeps the contract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from onechild.errors import CannotProceed
from onechild.knowledge.invented import inventing
from onechild.knowledge.invented.inventing import Step, invent, is_written, write_hatterton
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import Extract, read_extract

Tables = Mapping[str, pa.Table]
UNTIL, LATER = date(2018, 6, 30), date(2019, 6, 30)
# Facts that only a source's latest value tells: they move on with the day it is asked.
LATEST_VALUES = {("child_protection_plans", "latest_category")}
NEVER_INVENTED = {"quarantine", "findings"}  # what only reading a file can give
# Too rare for a tenth of the council in three years, or not there yet in 2019.
SELDOM = {
    "deprivation_of_liberty_orders",
    "private_fostering",
    "registration_renewals",
    "serious_incidents",
    "visit_intervals",
}
TOLD_AHEAD = {"school_terms"}  # what is told long before it begins


@pytest.fixture(scope="module")
def later() -> dict[str, pa.Table]:
    return invent(until=LATER, scale=0.1)


def test_the_same_seed_gives_the_same_rows(small: Tables) -> None:
    again = invent(until=UNTIL, scale=0.1)
    assert {name: rows for name, rows in again.items() if not rows.equals(small[name])} == {}


def test_another_seed_gives_other_rows(small: Tables) -> None:
    other = invent(until=UNTIL, scale=0.1, seed=2)
    assert not other["children"].equals(small["children"])


def test_a_later_until_keeps_every_row_known_before(small: Tables, later: Tables) -> None:
    missing = {name: rows.num_rows - _known(name, later).num_rows for name, rows in small.items()}
    assert {name: count for name, count in missing.items() if count} == {}


def test_a_later_until_changes_no_value_known_before(small: Tables, later: Tables) -> None:
    changed = [
        f"{name}.{column}"
        for name, rows in small.items()
        for column in rows.column_names
        if (name, column) not in LATEST_VALUES and _changed(name, column, small, later)
    ]
    assert changed == []


def test_nothing_is_dated_after_the_last_day(small: Tables) -> None:
    dated = ("started_on", "ended_on", "happened_on", "recorded_on", "end_recorded_on")
    late = [
        f"{name}.{column}"
        for name, rows in small.items()
        for column in dated
        if name not in TOLD_AHEAD
        and column in rows.column_names
        and (last := pc.max(rows[column]).as_py())
        and last > UNTIL
    ]
    assert late == []


def test_every_table_of_the_contract_has_rows(later: Tables) -> None:
    assert set(TABLES) - set(later) - NEVER_INVENTED <= SELDOM


def test_no_spell_ends_before_it_starts(small: Tables) -> None:
    wrong = [
        name
        for name, rows in small.items()
        if {"started_on", "ended_on"} <= set(rows.column_names)
        and pc.any(pc.less(rows["ended_on"], rows["started_on"])).as_py()
    ]
    assert wrong == []


def test_no_child_is_led_by_two_workers_at_once(small: Tables) -> None:
    led = small["allocations"].filter(pc.equal(small["allocations"]["role"], "lead"))
    assert _overlaps(led) == 0


@pytest.mark.parametrize("name", ["referrals", "child_protection_plans", "periods_of_care", "placements"])
def test_no_child_has_two_open_spells_of_a_kind(name: str, small: Tables) -> None:
    assert _overlaps(small[name]) == 0


def test_some_children_are_in_the_books_twice_for_matching_to_find(later: Tables) -> None:
    kinds = later["identifiers"]["identifier_kind"]
    assert pc.sum(pc.equal(kinds, "earlier_la_child_id")).as_py() > 0


def test_visits_are_written_down_up_to_ten_days_late(small: Tables) -> None:
    visits = small["visits"]
    lags = pc.days_between(visits["happened_on"], visits["recorded_on"])
    assert (pc.min(lags).as_py(), pc.max(lags).as_py()) == (0, 10)


def test_an_extract_says_that_it_is_invented(tmp_path: Path) -> None:
    write_hatterton(tmp_path / "h", until=date(2016, 4, 1), scale=0.02)
    about = read_extract(tmp_path / "h").about
    assert (about.invented, about.council, about.council_name) == (True, "999", "Hatterton")


@pytest.fixture(scope="module")
def two_and_a_bit(small: Tables, tmp_path_factory: pytest.TempPathFactory) -> tuple[Extract, list[Step]]:
    """Two councils and a part of a third, for which a tenth of one stands in: a whole one takes its time."""
    steps: list[Step] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inventing, "_one", lambda **_asked: small)
        folder = tmp_path_factory.mktemp("copies") / "h"
        return write_hatterton(folder, until=UNTIL, scale=2.5, on_step=steps.append), steps


def test_what_is_written_copy_by_copy_is_what_is_invented_at_once(
    small: Tables, two_and_a_bit: tuple[Extract, list[Step]], monkeypatch: pytest.MonkeyPatch
) -> None:
    written, _steps = two_and_a_bit
    monkeypatch.setattr(inventing, "_one", lambda **_asked: small)
    at_once = invent(until=UNTIL, scale=2.5)
    assert written.rows == {name: rows.num_rows for name, rows in at_once.items() if rows.num_rows}
    assert [name for name in written.rows if not written.table(name).equals(at_once[name])] == []


def test_copies_keep_the_contract(two_and_a_bit: tuple[Extract, list[Step]]) -> None:
    written, _steps = two_and_a_bit
    assert read_extract(written.folder) == written


def test_every_copy_of_a_table_is_told_as_it_is_written(two_and_a_bit: tuple[Extract, list[Step]]) -> None:
    written, steps = two_and_a_bit
    visits = [step for step in steps if step.doing.startswith("writing visits")]
    assert [step.doing for step in visits] == [f"writing visits, {place} of 3" for place in (1, 2, 3)]
    assert {step.of for step in visits} == {sum(written.rows.values())}
    assert visits[0].done < visits[1].done < visits[2].done < visits[2].of


def test_an_extract_is_known_again_by_its_day_seed_and_scale(tmp_path: Path) -> None:
    write_hatterton(tmp_path / "h", until=date(2016, 4, 1), scale=0.02)
    assert is_written(tmp_path / "h", until=date(2016, 4, 1), scale=0.02)
    assert not is_written(tmp_path / "h", until=date(2016, 4, 2), scale=0.02)


def test_a_folder_with_no_extract_is_not_known_as_hatterton(tmp_path: Path) -> None:
    assert not is_written(tmp_path, until=UNTIL)


@pytest.mark.parametrize(("until", "scale"), [(date(2016, 3, 31), 1.0), (UNTIL, 0.0), (UNTIL, -1.0), (UNTIL, 5000.0)])
def test_a_day_or_scale_that_cannot_be_invented_is_refused(until: date, scale: float) -> None:
    with pytest.raises(CannotProceed):
        invent(until=until, scale=scale)


def _known(name: str, tables: Tables) -> pa.Table:
    return tables[name].filter(pc.less_equal(tables[name]["recorded_on"], pa.scalar(UNTIL)))


def _changed(name: str, column: str, small: Tables, later: Tables) -> bool:
    """Whether a value that was known has changed; one that was not known yet may have come."""
    key = TABLES[name].key
    before, after = small[name].sort_by(key)[column], _known(name, later).sort_by(key)[column]
    same = pc.or_kleene(pc.is_null(before), pc.equal(before, after))
    return not pc.all(pc.fill_null(same, False)).as_py()


def _overlaps(rows: pa.Table) -> int:
    spells = sorted(
        zip(rows["child_id"].to_pylist(), rows["started_on"].to_pylist(), rows["ended_on"].to_pylist(), strict=True),
        key=lambda one: (one[0], one[1]),
    )
    return sum(
        first[0] == second[0] and (first[2] is None or first[2] > second[1]) for first, second in pairwise(spells)
    )
