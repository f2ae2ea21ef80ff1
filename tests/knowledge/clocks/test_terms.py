"""The council's school terms: read from its table, and the only days by which school days are counted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from onechild.knowledge.clocks import live
from onechild.knowledge.clocks.law import due_table
from onechild.knowledge.clocks.terms import read_terms
from onechild.knowledge.workdays.lengths import Length
from tests.knowledge.clocks.adversarial import together
from tests.knowledge.clocks.drawn_edits import drawn
from tests.knowledge.clocks.kinds.health_and_schooling import TERMS
from tests.knowledge.clocks.plain_record import built, kept, put, standards, terms

TWENTY = Length(20, "school_day")


def term(first: date, after: date | None, name: str | None = "Autumn") -> dict[str, Any]:
    return {"school_term_id": "t", "name": name, "started_on": first, "ended_on": after}


def test_a_term_ends_on_the_day_before_the_day_after_its_last() -> None:
    read = read_terms([term(date(2026, 9, 2), date(2026, 12, 19))])
    assert read is not None
    assert (read.terms[0].first, read.terms[0].last) == (date(2026, 9, 2), date(2026, 12, 18))


@pytest.mark.parametrize("after", [None, date(2026, 9, 2), date(2026, 9, 1)])
def test_a_term_without_an_end_or_a_day_tells_nothing(after: date | None) -> None:
    assert read_terms([term(date(2026, 9, 2), after)]) is None


def test_terms_that_overlap_are_one_and_all_stand_in_order() -> None:
    read = read_terms(
        [
            term(date(2027, 1, 4), date(2027, 3, 25), "Spring"),
            term(date(2026, 9, 2), date(2026, 12, 19)),
            term(date(2026, 12, 1), date(2026, 12, 23), None),
        ]
    )
    assert read is not None
    assert [(one.name, one.first, one.last) for one in read.terms] == [
        ("Autumn", date(2026, 9, 2), date(2026, 12, 22)),
        ("Spring", date(2027, 1, 4), date(2027, 3, 24)),
    ]


def test_school_days_have_due_days_only_where_there_are_terms() -> None:
    autumn = read_terms([term(date(2026, 9, 2), date(2026, 12, 19))])
    day = date(2026, 9, 2)
    assert due_table([TWENTY], first=day, last=day).num_rows == 0
    counted = due_table([TWENTY], first=day, last=day, terms=autumn).to_pylist()
    assert counted == [{"within": "20 school days", "counted_from": day, "falls_on": date(2026, 9, 30)}]


def test_live_clocks_count_school_days_by_the_terms_and_know_when_those_change(record: Any) -> None:
    rows = together(drawn(seed=20261122, children=120))
    put(record, {name: of_table for name, of_table in rows.items() if name != "settings"})
    put(record, {"school_terms": list(TERMS)})
    assert live.load_law(record, standards(record), terms=terms(record)) is True
    live.rebuild(record)
    assert kept(record) == built(record)
    assert "20 school days" in {row[7] for row in kept(record)}
    record.execute("UPDATE contract.school_terms SET ended_on = ended_on - 3")
    assert live.behind(record, standards(record), terms=terms(record)) == ("law",)
    live.load_law(record, standards(record), terms=terms(record))
    assert live.rebuild(record).updated > 10
    assert kept(record) == built(record)
