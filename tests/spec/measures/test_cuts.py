"""Every cut of a figure, and the shapes median, sum and rate, on DuckDB and PostgreSQL, from one small council."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import ibis
import pytest
from ibis import _

from onechild.errors import CannotProceed
from onechild.knowledge.engines import duckdb, postgres
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.behind import behind, tally
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.cuts import CUTS
from onechild.knowledge.measures.engine import figures
from onechild.knowledge.measures.model import Basis, Better, Measure, Shape
from onechild.knowledge.measures.question import Question, moments_of
from tests.spec.measures.examples import tables_of

DAY = date(2026, 3, 31)
HOLDS = """
children
child_id | born_on | expected_on | sex | ethnicity | disabled
c1 | 2025-03-31 | | F | WBRI |
c2 | 2025-04-01 | | M | CHNE | yes
c3 | 2010-03-31 | | M | BAFR |
c4 | | 2026-06-01 | U | REFU |
c5 | | | | |

child_protection_plans
plan_id | child_id | started_on | ended_on | initial_category | latest_category
p1 | c1 | 2025-12-01 | | NEG | EMO
p2 | c2 | 2025-12-01 | | NEG |
p3 | c3 | 2025-12-01 | | PHY | PHY
p4 | c4 | 2026-03-31 | | |
p5 | c5 | 2025-12-01 | | SAB | SAB

referrals
referral_id | child_id | started_on | ended_on | primary_need
r1 | c1 | 2025-01-01 | 2025-02-01 | N5
r2 | c1 | 2025-11-01 | | N1
r3 | c2 | 2026-04-01 | | N1

care_episodes
episode_id | child_id | started_on | ended_on | placement_kind | legal_status
e1 | c3 | 2025-01-01 | 2026-03-31 | U1 | V2
e2 | c3 | 2026-03-31 | | K2 | C2

periods_of_care
care_id | child_id | started_on | ended_on
k1 | c3 | 2025-01-01 |

disabilities
disability_id | child_id | started_on | ended_on | disability
d1 | c1 | 2026-03-01 | | AUT
d2 | c3 | 2026-03-01 | | NONE

immigration_statuses
immigration_status_id | child_id | started_on | ended_on | status
i1 | c3 | 2025-01-01 | | uasc

allocations
allocation_id | child_id | worker_id | team_id | started_on
a1 | c1 | ana | North | 2025-01-01
a2 | c1 | | South | 2026-01-01
a3 | c2 | cho | South | 2026-01-01

settings
setting | value | started_on | ended_on
population_0_17 | 1000 | 2024-04-01 | 2026-03-31
population_0_17 | 2000 | 2026-03-31 |
"""
EXPECTED = {
    "team": {"North": 1, "South": 1, None: 3},
    "worker": {"ana": 1, "cho": 1, None: 3},
    "age": {"Not yet born": 1, "Under 1": 1, "1 to 4": 1, "16 and 17": 1, "Not recorded": 1},
    "sex": {"Female": 1, "Male": 2, "Unknown": 1, "Not recorded": 1},
    "ethnicity": {
        "White": 1,
        "Asian or Asian British": 1,
        "Black, Black British, Caribbean or African": 1,
        "Refused or not obtained": 1,
        "Not recorded": 1,
    },
    "need": {"Abuse, neglect and exploitation": 1, "Not recorded": 4},
    "placement": {"K2": 1, None: 4},
    "legal_status": {"Full care order": 1, "Not recorded": 4},
    "uasc": {"Yes": 1, "No": 4},
    "disability": {"Yes": 2, "No": 3},
    "category": {
        "Neglect": 1,
        "Physical abuse": 1,
        "Sexual abuse": 1,
        "Emotional abuse": 1,
        "Not recorded": 1,
    },
    "plan": {"Looked after": 1, "Child protection plan": 4},
}
BY_CODE = {"placement"}


@pytest.fixture(scope="module", params=["duckdb", "postgres"])
def store(request: pytest.FixtureRequest, postgres_url: str) -> Iterator[Store]:
    tables = tables_of(HOLDS)
    opened = duckdb.open_memory(tables) if request.param == "duckdb" else postgres.open_memory(tables, url=postgres_url)
    with opened as made:
        yield made


def measure(**given: object) -> Measure:
    plain = replace(MEASURES["children-on-plans"], key="of-these", breakdowns=tuple(CUTS), twin=None)
    return replace(plain, **given)  # type: ignore[arg-type]


def test_every_cut_of_a_child_is_expected_here() -> None:
    assert set(EXPECTED) == {key for key, one in CUTS.items() if one.of_child}


@pytest.mark.parametrize("cut", EXPECTED)
def test_children_are_cut_by_what_they_were_on_the_day(cut: str, store: Store) -> None:
    name = f"{cut}_code" if cut in BY_CODE else cut
    found = figures(Question(store, moments_of(as_ats=[DAY])), measure(), by=cut)
    assert {one.of(name): one.numerator for one in found if one.numerator} == EXPECTED[cut]


def test_groups_stand_in_the_order_of_the_list_and_the_unknown_last(store: Store) -> None:
    found = figures(Question(store, moments_of(as_ats=[DAY])), measure(), by="age")
    assert [one.of("age_code") for one in found] == ["unborn", "0", "1-4", "16-17", None]


def test_rows_without_the_column_of_a_cut_refuse_it(store: Store) -> None:
    with pytest.raises(CannotProceed, match="can't be broken down by factor"):
        figures(Question(store, moments_of(as_ats=[DAY])), measure(), by="factor")


def test_a_rate_is_out_of_the_population_in_force_on_the_day(store: Store) -> None:
    rate = measure(shape=Shape.RATE, population="population_0_17")
    question = Question(store, moments_of(as_ats=[date(2026, 3, 30), DAY]))
    found = figures(question, rate)
    assert [(one.numerator, one.denominator, one.value) for one in found] == [(4, 1000, 40), (5, 2000, 25)]
    assert found == tally(question, rate, behind(question, rate)["of-these"])


def test_a_rate_of_a_part_of_the_council_has_no_value(store: Store) -> None:
    rate = measure(shape=Shape.RATE, population="population_0_17")
    found = figures(Question(store, moments_of(as_ats=[DAY])), rate, by="sex")
    assert {one.value for one in found} == {None}


def test_a_rate_without_a_population_has_no_value(store: Store) -> None:
    rate = measure(shape=Shape.RATE, population="population_10_17")
    [found] = figures(Question(store, moments_of(as_ats=[DAY])), rate)
    assert (found.numerator, found.denominator, found.value) == (5, None, None)


@pytest.mark.parametrize(
    ("children", "expected"), [(("c1",), 1), (("c1", "c2"), 1.5), (("c1", "c2", "c3"), 2), ((), None)]
)
def test_a_median_is_the_middle_or_the_mean_of_the_two_in_the_middle(
    children: tuple[str, ...], expected: float | None, store: Store
) -> None:
    number = ibis.cases((_.child_id == "c1", 1), (_.child_id == "c2", 2), (_.child_id == "c3", 300), else_=0)
    median = measure(shape=Shape.MEDIAN, out_of=_.child_id.isin(children), adds=number)
    question = Question(store, moments_of(as_ats=[DAY]))
    [found] = figures(question, median)
    assert (found.numerator, found.denominator, found.value) == (len(children), len(children), expected)
    assert [found] == tally(question, median, behind(question, median)["of-these"])


def test_a_sum_adds_up_and_has_no_denominator(store: Store) -> None:
    total = measure(shape=Shape.SUM, unit="row_id", adds=ibis.ifelse(_.child_id == "c1", 2, -1))
    question = Question(store, moments_of(as_ats=[DAY]))
    [found] = figures(question, total)
    assert (found.numerator, found.denominator, found.value) == (-2, None, -2)
    assert [found] == tally(question, total, behind(question, total)["of-these"])


def test_a_target_where_neither_way_is_better_is_refused() -> None:
    from onechild.knowledge.measures.model import Target

    with pytest.raises(ValueError, match="no target"):
        measure(better=Better.NEITHER, target=Target(1, "nobody"), basis=Basis.AS_AT)
