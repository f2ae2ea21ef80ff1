"""Ten councils side by side owe ten times what one owes: no child's duties touch another's."""

from collections import Counter
from datetime import date

import pytest

from onechild.knowledge.clocks.building import build
from onechild.knowledge.clocks.engine import outcome
from onechild.knowledge.engines.duckdb import open_memory
from onechild.knowledge.invented.copying import copy, together
from onechild.knowledge.invented.inventing import invent

UNTIL = date(2018, 3, 31)


@pytest.mark.slow
def test_ten_copies_of_a_council_owe_ten_times_its_duties() -> None:
    one = invent(until=UNTIL, scale=0.05)
    ten = together([copy(one, count=count) for count in range(10)])
    owed = duties(one)
    assert sum(owed.values()) > 1000
    assert duties(ten) == Counter({kind: 10 * count for kind, count in owed.items()})


def duties(tables: dict[str, object]) -> Counter[tuple[str, str]]:
    with open_memory(tables) as store:  # type: ignore[arg-type]
        build(store)
        stood = outcome(store.table("obligations"), UNTIL).select("clock", "outcome").to_pyarrow()
    return Counter(zip(stood.column("clock").to_pylist(), stood.column("outcome").to_pylist(), strict=True))
