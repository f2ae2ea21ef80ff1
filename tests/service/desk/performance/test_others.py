"""What stands beside a figure: England's published one, apart from an invented council's, and said how it differs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onechild.knowledge.benchmarks.reading import measures
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Twin
from onechild.service.desk.performance import others
from tests.service.desk.performance.by_hand import SHARE

CODE = next(code for table, code in measures() if table == "lait" and measures()[table, code].unit == "percent")
TOTAL = next(code for table, code in measures() if table == "lait" and measures()[table, code].unit == "number")
TWINNED = replace(SHARE, twin=Twin(CODE, scale=100, differs="Ours counts days."))
INVENTED, REAL = "999", "871"
NOVEMBER = date(2026, 11, 21)


def panel(council_code: str, *, measure: Any = TWINNED, day: date = NOVEMBER) -> others.Panel:
    """What stands beside a figure of 0.5."""
    found = others.panel(measure, day, now=0.5, council="Hatterton", council_code=council_code)
    assert found
    return found


def names(found: others.Panel) -> list[str]:
    """Whose figures stand there."""
    return [str(row[0]) for row in found.table.rows]


def test_an_invented_council_has_england_beside_it_and_no_past_of_its_own() -> None:
    found = panel(INVENTED)
    assert found.invented
    assert names(found)[0] == "England"
    assert not [name for name in names(found) if "as published" in name or "mean" in name]


def test_a_real_council_has_its_region_its_neighbours_and_its_own_past() -> None:
    found = panel(REAL)
    assert not found.invented
    assert [name for name in names(found) if "mean" in name]
    assert [name for name in names(found) if name.endswith("as published")]


def test_the_live_figure_stands_under_now_on_the_published_scale() -> None:
    found = panel(INVENTED)
    assert found.table.columns[-1].text == "Now"
    assert list(found.table.total)[-1] in ("50%", "50.0%")
    assert [row[-1] for row in found.table.rows] == [""] * len(found.table.rows)


def test_how_ours_differs_is_said() -> None:
    assert panel(INVENTED).differs == "Ours counts days."


def test_a_figure_of_the_past_has_nothing_beside_it_that_came_later() -> None:
    years = [column.text for column in panel(INVENTED, day=date(2021, 5, 31)).table.columns[1:-1]]
    assert years
    assert max(years) <= "2021"


def test_a_measure_without_a_published_twin_has_nothing_beside_it() -> None:
    alone = replace(SHARE, twin=None)
    assert others.panel(alone, NOVEMBER, now=0.5, council="Hatterton", council_code=INVENTED) is None
    assert others.in_a_line(alone, NOVEMBER, council_code=INVENTED) is None


def test_the_number_of_the_whole_country_stands_on_no_scorecard() -> None:
    assert others.in_a_line(replace(SHARE, twin=Twin(TOTAL)), NOVEMBER, council_code=INVENTED) is None
    assert others.in_a_line(TWINNED, NOVEMBER, council_code=INVENTED)


@pytest.mark.parametrize("key", [key for key, measure in MEASURES.items() if measure.twin])
def test_every_twin_is_a_published_figure(key: str) -> None:
    twin = MEASURES[key].twin
    assert twin
    assert (twin.table, twin.code) in measures()
