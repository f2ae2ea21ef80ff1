"""Days between and after dates, as rows are given them; and codes on the days that the published list holds them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import ibis
import pytest

from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.question import Question, moments_of
from onechild.knowledge.measures.rows.in_care.codes import GUARDIANSHIP, holds
from onechild.knowledge.measures.rows.spans import back, first_day, with_date, with_days
from onechild.knowledge.workdays.lengths import Length
from tests.spec.measures.examples import store_of

# Good Friday was 3 April 2026 and Easter Monday the 6th.
SPELLS = """
stays
child_id | started_on | ended_on
backward | 2026-04-02 | 2026-04-01
easter | 2026-04-02 | 2026-04-07
none | 2026-04-02 |
outside | 1989-12-31 | 2026-04-02
same | 2026-04-02 | 2026-04-02
"""


@pytest.fixture
def store() -> Iterator[Store]:
    with store_of(SPELLS) as opened:
        yield opened


@pytest.fixture
def question(store: Store) -> Question:
    return Question(store, moments_of(as_ats=[date(2026, 3, 31), date(2024, 2, 29)]))


def _told(rows: ibis.Table, column: str) -> list[object]:
    """The column in the order of the children: backward, easter, none, outside, same."""
    return [row[column] for row in rows.order_by("child_id").to_pyarrow().to_pylist()]


def test_with_days_counts_the_days_from_one_date_to_another(question: Question) -> None:
    rows = with_days(question, question.table("stays"), "started_on", "ended_on")
    assert _told(rows, "days") == [-1, 5, None, None, 0]


def test_with_days_counts_working_days_past_easter(question: Question) -> None:
    rows = with_days(question, question.table("stays"), "started_on", "ended_on", name="worked", working=True)
    assert _told(rows, "worked") == [-1, 1, None, None, 0]


def test_with_days_keeps_the_columns_and_rows_that_were_there(question: Question) -> None:
    rows = question.table("stays")
    counted = with_days(question, rows, "started_on", "ended_on")
    assert (counted.columns, counted.count().to_pyarrow().as_py()) == ((*rows.columns, "days"), 5)


def test_with_date_ends_a_length_on_its_last_day(question: Question) -> None:
    rows = with_date(question, question.table("stays"), "ended_on", Length(12, "month"), "a_year_on")
    assert _told(rows, "a_year_on") == [
        date(2027, 4, 1),
        date(2027, 4, 7),
        None,
        date(2027, 4, 2),
        date(2027, 4, 2),
    ]


def test_back_gives_the_day_that_twelve_months_began_after(question: Question) -> None:
    days = back(question, Length(12, "month")).order_by("moment").to_pyarrow().to_pylist()
    assert [row["day"] for row in days] == [date(2025, 3, 31), date(2023, 2, 28)]


def test_first_day_gives_the_day_on_which_twelve_months_began(question: Question) -> None:
    days = first_day(question, Length(12, "month")).order_by("moment").to_pyarrow().to_pylist()
    assert [row["day"] for row in days] == [date(2025, 4, 1), date(2023, 3, 1)]


@pytest.mark.parametrize(
    ("code", "on", "held"),
    [
        ("E43", date(2018, 3, 31), True),
        ("E43", date(2018, 4, 1), False),
        ("E45", date(2018, 3, 31), False),
        ("E45", date(2018, 4, 1), True),
        ("E11", date(2018, 4, 1), False),
    ],
)
def test_holds_takes_a_guardianship_code_in_its_years_only(code: str, on: date, held: bool) -> None:
    asked = holds(ibis.literal(code), ibis.literal(on), "reason_episode_ceased", GUARDIANSHIP)
    assert ibis.duckdb.connect().execute(asked) == held
