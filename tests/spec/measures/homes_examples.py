"""Examples of the measures of fostering, private fostering, youth justice and money."""

from __future__ import annotations

from onechild.knowledge.measures.topics.homes import (
    CERTIFICATES_IN_DATE,
    CHECKS_IN_DATE,
    MEDICALS_IN_DATE,
    NET_RECRUITMENT,
    PAST_SIXTEEN_WEEKS,
    PAST_THE_TIME_ALLOWED,
    PLACES,
    PLACES_FILLED,
    PRIVATELY_FOSTERED_VISITED,
    REVIEWS_IN_DATE,
)
from onechild.knowledge.measures.topics.money import (
    COST_AVOIDED,
    FIRST_TIME_ENTRANTS,
    NET_COST_AVOIDED,
    SERVICE_COST,
    WEEKLY_COST,
    WEEKLY_COST_FOSTERING,
    WEEKLY_COST_RESIDENTIAL,
)
from tests.spec.measures.examples import Example

HOUSEHOLDS = """
fostering_households
household_id | household_kind | places | started_on | ended_on
h1 | mainstream | 2 | 2020-01-01 |
h2 | mainstream | 3 | 2020-01-01 |
h3 | connected | 1 | 2020-01-01 |
h4 | supported_lodgings | 2 | 2020-01-01 |
h5 | mainstream | | 2020-01-01 |
h6 | mainstream | 2 | 2020-01-01 | 2026-03-31
h7 | short_breaks | 1 | 2026-03-31 |

placements
child_id | household_id | placement_kind | started_on | ended_on
c1 | h1 | U6 | 2025-01-01 |
c2 | h1 | U6 | 2025-01-01 | 2026-03-31
c3 | h2 | U4 | 2025-01-01 |
c4 | h2 | U4 | 2026-03-31 |
c5 | h3 | U1 | 2025-01-01 |
"""

REVIEWS = """
fostering_households
household_id | household_kind | started_on | ended_on
h1 | mainstream | 2020-01-01 |
h2 | mainstream | 2020-01-01 |
h3 | connected | 2025-03-31 |
h4 | mainstream | 2025-04-01 |
h5 | mainstream | 2020-01-01 | 2026-03-31
h6 | supported_lodgings | 2020-01-01 |

household_reviews
household_id | review_kind | happened_on
h1 | review | 2025-03-31
h2 | review | 2025-03-30
h2 | unannounced_visit | 2026-01-01
"""

# Certificates last three years and medicals two, where the council has set nothing else.
CHECKS = """
fostering_households
household_id | household_kind | started_on
h1 | mainstream | 2020-01-01
h2 | mainstream | 2020-01-01
h3 | connected | 2024-04-01
h4 | mainstream | 2020-01-01

household_checks
household_id | check_kind | happened_on
h1 | certificate | 2023-03-31
h1 | medical | 2024-03-31
h2 | certificate | 2023-03-30
h2 | medical | 2024-03-31
h4 | certificate | 2025-01-01
h4 | medical | 2024-03-30
"""

# 16 weeks from 9 December 2025 end on 31 March 2026; 24 weeks from 14 October 2025 do too.
FOR_A_TIME = """
placements
placement_id | child_id | placement_kind | started_on
p1 | c1 | U3 | 2025-12-09
p2 | c2 | U3 | 2025-12-08
p3 | c3 | U3 | 2025-10-14
p4 | c4 | U3 | 2025-10-13
p5 | c5 | U3 | 2025-06-01

placement_conditions
child_id | placement_id | condition | started_on | ended_on
c1 | p1 | temporary_approval | 2025-12-09 |
c2 | p2 | temporary_approval | 2025-12-08 |
c3 | p3 | temporary_approval | 2025-10-14 | 2026-02-01
c3 | p3 | extended_temporary_approval | 2026-02-01 |
c4 | p4 | temporary_approval | 2025-10-13 | 2026-02-01
c4 | p4 | extended_temporary_approval | 2026-02-01 |
c5 | p5 | temporary_approval | 2025-06-01 | 2026-01-01

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2025-01-01
c2 | ana | North | 2025-01-01
"""

# Seven working days from Friday 20 March 2026 end on Tuesday 31 March; six weeks from 17 February do too.
PRIVATELY = """
private_fostering
child_id | started_on | notified_on | ended_on
c1 | 2026-03-01 | 2026-03-20 |
c2 | 2026-03-01 | 2026-03-19 |
c3 | 2026-01-01 | 2026-01-01 |
c4 | 2026-01-01 | 2026-01-01 |
c5 | 2024-01-01 | 2024-01-01 |
c6 | 2026-01-01 | 2026-01-01 | 2026-03-31

visits
child_id | purpose | seen | happened_on
c3 | private_fostering | yes | 2026-01-05
c3 | private_fostering | yes | 2026-02-17
c4 | private_fostering | yes | 2026-01-05
c4 | private_fostering | yes | 2026-02-16
c4 | private_fostering | no | 2026-03-15
c5 | private_fostering | yes | 2026-01-06

allocations
child_id | worker_id | team_id | started_on
c3 | ana | North | 2025-01-01
"""

# Whole weeks from Sunday 1 March 2026 end on Saturday 7, 14, 21 and 28 March.
PRICED = """
settings
setting | value | started_on
weekly_cost_residential | 7000 | 2025-04-01
weekly_cost_residential | 7500 | 2026-03-15
weekly_cost_fostering | 700 | 2025-04-01
weekly_cost_other | 100 | 2025-04-01
weekly_cost_edge_of_care | 50 | 2025-04-01

edge_of_care_episodes
child_id | started_on | ended_on | at_risk_of_care | likely_placement
c1 | 2026-03-01 | 2026-03-15 | yes | K2
c2 | 2026-03-01 | | yes | U4
c3 | 2026-03-01 | | yes | P3
c4 | 2026-03-01 | 2026-03-08 | no | K2
c5 | 2025-03-09 | 2025-06-01 | yes | U4
c6 | 2026-03-01 | 2026-03-02 | yes | U4

periods_of_care
child_id | started_on
c2 | 2026-03-15
c6 | 2026-02-01

children
child_id | born_on
c1 | 2012-01-01
c3 | 2008-03-15

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2025-01-01
"""
IN_MARCH = ("2026-03-01", "2026-03-31")

SPENT = """
settings
setting | value | started_on | ended_on
outturn_looked_after | 365000 | 2024-04-01 | 2025-04-01
outturn_looked_after | 730000 | 2025-04-01 |
outturn_residential | 365000 | 2025-04-01 |

periods_of_care
child_id | started_on | ended_on
c1 | 2024-01-01 |
c2 | 2024-01-01 |
c3 | 2024-01-01 | 2026-03-31

placements
child_id | placement_kind | started_on | ended_on
c1 | K2 | 2024-01-01 | 2025-04-15
c1 | U4 | 2025-04-15 |
c2 | R1 | 2026-03-25 |
c3 | K2 | 2025-01-01 | 2025-04-01
c4 | K2 | 2025-09-08 |

care_episodes
child_id | placement_kind | legal_status | started_on | ended_on
c4 | K2 | V4 | 2025-09-08 |
"""

EXAMPLES = (
    Example(
        "a review a year old to the day is in date; the first is not owed yet in the first year",
        REVIEWS_IN_DATE,
        REVIEWS,
        as_at="2026-03-31",
        expect=(1, 2),
        by_cut={"carer_type": {"Mainstream": (1, 2)}},
    ),
    Example(
        "the day after a year the first review is late too, as any other",
        REVIEWS_IN_DATE,
        REVIEWS,
        as_at="2026-04-01",
        expect=(0, 3),
    ),
    Example(
        "places of family and friends and of lodgings are not counted, nor of a household whose approval ended",
        PLACES,
        HOUSEHOLDS,
        as_at="2026-03-31",
        expect=(6, None),
        value=6,
        by_cut={"carer_type": {"Mainstream": (5, None), "Short breaks": (1, None)}},
    ),
    Example(
        "a placement that ended on the day fills no place, and one begun on it does",
        PLACES_FILLED,
        HOUSEHOLDS,
        as_at="2026-03-31",
        expect=(3, 6),
        value=0.5,
        by_cut={"carer_type": {"Mainstream": (3, 5), "Short breaks": (0, 1)}},
    ),
    Example(
        "sixteen weeks to the day are not past, and an extension does not begin them anew",
        PAST_SIXTEEN_WEEKS,
        FOR_A_TIME,
        as_at="2026-03-31",
        expect=(3, 4),
        by_team={"North": (1, 2), "": (2, 2)},
    ),
    Example(
        "an extension gives twenty-four weeks from the start, and no day more",
        PAST_THE_TIME_ALLOWED,
        FOR_A_TIME,
        as_at="2026-03-31",
        expect=(2, 4),
    ),
    Example(
        "both the certificate and the medical must be in date, counted from approval where there is none",
        CHECKS_IN_DATE,
        CHECKS,
        as_at="2026-03-31",
        expect=(2, 4),
        by_cut={"carer_type": {"Mainstream": (1, 3), "Connected person": (1, 1)}},
    ),
    Example(
        "a certificate three years old to the day is in date",
        CERTIFICATES_IN_DATE,
        CHECKS,
        as_at="2026-03-31",
        expect=(3, 4),
    ),
    Example(
        "a medical two years old to the day is in date",
        MEDICALS_IN_DATE,
        CHECKS,
        as_at="2026-03-31",
        expect=(3, 4),
    ),
    Example(
        "the first and the last day of the period count, and lodgings do not",
        NET_RECRUITMENT,
        """
        fostering_households
        household_id | household_kind | started_on | ended_on
        h1 | mainstream | 2025-04-01 |
        h2 | mainstream | 2020-01-01 | 2026-03-31
        h3 | connected | 2025-10-01 | 2026-01-01
        h4 | mainstream | 2020-01-01 | 2026-01-01
        h5 | supported_lodgings | 2025-10-01 |
        h6 | mainstream | 2025-03-31 | 2026-04-01
        """,
        over=("2025-04-01", "2026-03-31"),
        expect=(-1, None),
        value=-1,
        by_cut={"carer_type": {"Mainstream": (-1, None), "Connected person": (0, None)}},
    ),
    Example(
        "the first visit and the next are both on time or late; an arrangement told of lately is left out",
        PRIVATELY_FOSTERED_VISITED,
        PRIVATELY,
        as_at="2026-03-31",
        expect=(2, 4),
        by_team={"North": (1, 1), "": (1, 3)},
    ),
    Example(
        "weeks at risk cost what the panel's placement would have that week, until care begins or the 18th birthday",
        COST_AVOIDED,
        PRICED,
        over=IN_MARCH,
        # c1: 2 x 7000 + 2 x 7500; c2: 2 x 700, to the day before care began; c3: 2 x 100; c5: the 52nd week, which
        # ended on 7 March: 700.
        expect=(31300, None),
        value=31300,
        by_team={"North": (29000, None), "": (2300, None)},
    ),
    Example(
        "the service costs what its own weeks cost, whoever it works with",
        SERVICE_COST,
        PRICED,
        over=IN_MARCH,
        # c1: 2 weeks; c2 and c3: 4 each; c4: 1.
        expect=(550, None),
        value=550,
    ),
    Example(
        "net is what was avoided less what the service cost",
        NET_COST_AVOIDED,
        PRICED,
        over=IN_MARCH,
        expect=(30750, None),
        value=30750,
    ),
    Example(
        "without a price no sum can be given",
        NET_COST_AVOIDED,
        """
        edge_of_care_episodes
        child_id | started_on | at_risk_of_care | likely_placement
        c1 | 2026-03-01 | yes | K2

        periods_of_care
        child_id | started_on
        c9 | 2020-01-01
        """,
        over=IN_MARCH,
        expect=(0, None),
    ),
    Example(
        "a year's outturn over the weeks of the children there at its end",
        WEEKLY_COST,
        SPENT,
        over=("2025-04-01", "2026-03-31"),
        expect=(730000, 104.285714),
        value=7000,
    ),
    Example(
        "a period takes of each year's outturn what its days are of that year",
        WEEKLY_COST,
        SPENT,
        over=("2025-03-31", "2025-04-01"),
        # One day of 1,000 pounds and one of 2,000, for three children of two days each.
        expect=(3000, 0.857143),
        value=3500,
    ),
    Example(
        "days in a home count to the day before it ended, only those of the period, and none of short breaks",
        WEEKLY_COST_RESIDENTIAL,
        SPENT,
        over=("2025-04-01", "2026-03-31"),
        # 14 days of c1 and 7 of c2 are three weeks.
        expect=(365000, 3),
        value=365000 / 3,
    ),
    Example(
        "without an outturn there is no cost",
        WEEKLY_COST_FOSTERING,
        SPENT,
        over=("2025-04-15", "2026-03-31"),
        expect=(0, 50.142857),
    ),
    Example(
        "a child enters once, by the first on record, from the tenth birthday to the day before the eighteenth",
        FIRST_TIME_ENTRANTS,
        """
        settings
        setting | value | started_on
        population_10_17 | 20000 | 2025-01-01

        children
        child_id | born_on | sex
        c1 | 2010-01-01 | M
        c2 | 2010-01-01 | F
        c3 | 2008-02-01 | M
        c4 | 2016-02-01 | M
        c5 | 2016-02-02 | F

        convictions
        child_id | happened_on
        c1 | 2026-01-15
        c1 | 2026-02-15
        c2 | 2025-12-31
        c2 | 2026-02-01
        c3 | 2026-02-01
        c4 | 2026-02-01
        c5 | 2026-02-01
        """,
        over=("2026-01-01", "2026-03-31"),
        expect=(2, 20000),
        value=10,
        by_cut={"sex": {"Male": (2, None)}},
    ),
)
