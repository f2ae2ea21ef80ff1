"""A council of three teams and a dozen children, small enough to count by hand."""

from __future__ import annotations

from datetime import date
from random import Random

from onechild.knowledge.reports.caseload import CaseloadReport, caseload_report
from onechild.knowledge.tables.extract import About
from tests.spec.measures.examples import store_of

NOW, THEN = date(2021, 5, 31), date(2020, 5, 31)
ABOUT = About(council="999", known_at=date(2021, 6, 1), invented=True, council_name="Hatterton")

HOLDS = """
teams
team_id | name | started_on | ended_on
t1 | Assessment & Help | 2016-01-01 |
t2 | North | 2016-01-01 |
t3 | South | 2021-01-01 |
t4 | Old South | 2016-01-01 | 2020-12-31

allocations
child_id | worker_id | team_id | started_on | ended_on
c1 | ana | t1 | 2019-01-01 |
c2 | ana | t1 | 2019-01-01 |
c3 | ana | t1 | 2019-01-01 | 2020-12-01
c4 | ben | t2 | 2019-01-01 |
c5 | ben | t2 | 2021-01-01 |
c6 | man | t2 | 2021-01-01 |
c7 |  | t2 | 2021-05-01 |
c8 | cho | t3 | 2021-02-01 |
c9 | dev | t4 | 2019-01-01 | 2020-12-31

employments
worker_id | role | fte
ana | social_worker | 1
ben | social_worker | 0.5
man | team_manager | 1
cho | social_worker | 1
dev | social_worker | 1

absences
worker_id | absence_kind | started_on | ended_on
cho | sickness | 2021-05-01 |

referrals
child_id | started_on | ended_on
c10 | 2021-05-30 |

child_protection_plans
child_id | started_on | ended_on
c1 | 2021-03-01 |
c4 | 2020-03-01 |
c9 | 2020-03-01 | 2020-12-31

visits
child_id | happened_on
c1 | 2021-05-20
c4 | 2020-05-20
c4 | 2021-02-01
c9 | 2020-05-20

periods_of_care
child_id | started_on
c2 | 2021-01-01

placements
child_id | started_on
c2 | 2021-01-01
"""


def report_of(
    holds: str = HOLDS,
    *,
    as_at: date = NOW,
    against: date = THEN,
    target: float | None = None,
    publish: bool = False,
    about: About = ABOUT,
) -> CaseloadReport:
    """The caseload report of a council written down as text tables."""
    with store_of(holds) as store:
        return caseload_report(store, about=about, as_at=as_at, against=against, target=target, publish=publish)


def many_teams(seed: int) -> str:
    """A council of eight teams whose workers hold a few children each, by lot."""
    lot = Random(seed)
    teams = [f"t{number} | Team {number} | 2016-01-01 |" for number in range(8)]
    held, workers = [], []
    for team in range(8):
        for worker in range(lot.randint(0, 9)):
            workers.append(f"w{team}x{worker} | {lot.choice(('social_worker', 'social_worker', 'team_manager'))} | 1")
            for _case in range(lot.randint(0, 6)):
                began = lot.choice(("2019-01-01", "2020-08-01"))
                held.append(f"c{len(held)} | w{team}x{worker} | t{team} | {began} |")
        held += [f"c{len(held) + more} |  | t{team} | 2019-01-01 |" for more in range(lot.randint(0, 4))]
    return "\n".join(
        [
            "teams\nteam_id | name | started_on | ended_on",
            *teams,
            "\nallocations\nchild_id | worker_id | team_id | started_on | ended_on",
            *held,
            "\nemployments\nworker_id | role | fte",
            *workers,
        ]
    )
