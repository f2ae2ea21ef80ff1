"""A team's plan is read from an extract as things stood on a day: who holds whom, who waits, who is away."""

from __future__ import annotations

from datetime import date

import pytest

from onechild.errors import CannotProceed
from onechild.knowledge.planning import ChildRow, WorkerRow
from onechild.knowledge.planning.reading import Read, read
from tests.spec.measures.examples import store_of

ON = date(2021, 5, 31)
HOLDS = """
teams
team_id | name | started_on
t1 | North | 2016-01-01
t2 | South | 2016-01-01

allocations
child_id | worker_id | team_id | started_on | ended_on | priority
c1 | ana | t1 | 2019-01-01 | |
c2 | ana | t1 | 2019-01-01 | |
c3 | | t1 | 2021-05-21 | | urgent
c3 | ben | t1 | 2019-01-01 | 2019-09-01 |
c4 | ben | t1 | 2021-01-01 | |
c5 | ben | t2 | 2021-01-01 | |
c6 | man | t1 | 2021-01-01 | |
c7 | far | t1 | 2021-01-01 | |
c8 | ana | t1 | 2020-01-01 | 2021-05-31 |

team_memberships
worker_id | team_id | role | started_on
ana | t1 | social_worker | 2019-01-01
ben | t1 | social_worker | 2019-01-01
new | t1 | social_worker | 2021-05-01
fam | t1 | family_worker | 2019-01-01
far | t2 | social_worker | 2019-01-01

employments
worker_id | role | fte | started_on | ended_on | end_recorded_on
ana | social_worker | 0.5 | 2019-01-01 | |
ben | social_worker | 1 | 2019-01-01 | 2021-06-30 | 2021-05-01
new | social_worker | 1 | 2021-05-01 | 2021-06-10 | 2021-06-09
fam | family_worker | 1 | 2019-01-01 | |
man | team_manager | 1 | 2019-01-01 | |
far | social_worker | 1 | 2019-01-01 | |

absences
worker_id | absence_kind | started_on | ended_on
ana | annual_leave | 2021-05-30 | 2021-06-20

settings
setting | value | started_on
caseload_target | 16 | 2019-01-01

workers
worker_id | newly_qualified_to
ana |
ben |
new | 2022-05-01
fam |
man |
far |

children
child_id | born_on | first_language
c1 | 2010-01-01 |
c2 | 2012-01-01 |
c3 | 2014-01-01 | Polish
c4 | 2010-01-01 |
c5 | 2010-01-01 |
c6 | 2010-01-01 |
c7 | 2010-01-01 |
c8 | 2010-01-01 |

family_members
child_id | family_id | started_on
c1 | F1 | 2010-01-01
c2 | F1 | 2012-01-01

child_protection_plans
child_id | started_on | ended_on
c1 | 2021-01-01 |
c2 | 2020-01-01 | 2020-12-31

proceedings
child_id | started_on
c1 | 2021-05-01

addresses
child_id | started_on | postcode
c4 | 2019-01-01 | ZZ3 5DL
"""


@pytest.fixture(scope="module")
def found() -> Read:
    """Team North on a day."""
    return read(store_of(HOLDS), teams=["t1"], on=ON)


def child(found: Read, child_id: str) -> ChildRow:
    """One child of them."""
    return next(row for row in found.children if row.child_id == child_id)


def worker(found: Read, worker_id: str) -> WorkerRow:
    """One worker of them."""
    return next(row for row in found.workers if row.worker_id == worker_id)


def test_the_children_whom_the_team_has_on_the_day_are_there_and_no_others(found: Read) -> None:
    assert sorted(row.child_id for row in found.children) == ["c1", "c2", "c3", "c4", "c6", "c7"]


def test_a_child_has_the_work_the_weight_and_the_family_of_the_day(found: Read) -> None:
    first, second = child(found, "c1"), child(found, "c2")
    assert (first.kinds, first.weighs, first.family_id) == (frozenset({"court", "protection"}), 1.5, "F1")
    assert (second.kinds, second.weighs, second.family_id) == (frozenset(), 1.0, "F1")


def test_a_waiting_child_has_its_priority_language_and_the_worker_who_knew_it(found: Read) -> None:
    waits = child(found, "c3")
    assert (waits.worker_id, waits.priority, waits.waiting_since) == (None, 1, date(2021, 5, 21))
    assert (waits.language, waits.knew) == ("Polish", frozenset({"ben"}))


def test_a_worker_has_their_own_target_absence_and_what_they_hold_elsewhere(found: Read) -> None:
    ana, ben = worker(found, "ana"), worker(found, "ben")
    assert (found.full_time_target, ana.target, ana.away) == (16, 8, ((date(2021, 5, 30), date(2021, 6, 20)),))
    assert (ben.unseen_cases, ben.areas) == (1, frozenset({"ZZ3"}))


def test_who_leaves_is_known_only_where_it_was_recorded_by_the_day(found: Read) -> None:
    assert worker(found, "ben").leaves_on == date(2021, 6, 30)
    assert worker(found, "new").leaves_on is None
    assert worker(found, "new").newly_qualified


def test_managers_take_none_family_workers_are_not_asked_and_another_teams_worker_is_given_nobody_new(
    found: Read,
) -> None:
    assert {row.worker_id for row in found.workers} == {"ana", "ben", "new", "man", "far"}
    assert worker(found, "man").manages
    assert worker(found, "far").at_most_new == 0


def test_a_team_that_is_not_there_is_refused() -> None:
    with pytest.raises(CannotProceed, match="no team t9"):
        read(store_of(HOLDS), teams=["t9"], on=ON)
