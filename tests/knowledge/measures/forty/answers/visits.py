"""Visits to the forty children who are on protection plans, worked out by hand."""

from __future__ import annotations

from tests.knowledge.measures.forty.reading import Answer

ON_PLANS = "On a plan for 28 days or longer: c12, c16, c17, c18, c19, c20, c21 (7)."

ANSWERS = (
    Answer(
        "child-protection-visits-in-time",
        5,
        7,
        f"{ON_PLANS} Seen from 3 to 31 March: c12 (19th), c17 (3rd, the last day that counts), c18 (25th), c20 "
        "(4th), c21 (30th). c16 was seen on the 2nd, a day too early; c19 was last seen on 17 February, for on 17 "
        "March she was not in.",
    ),
    Answer(
        "child-protection-visits-in-own-interval",
        5,
        7,
        "No plan asks for more than the 28 days, so that the same children are in time: c12, c17 (due on 31 "
        "March, and the day is not over until it ends), c18, c20, c21. c16 was due on the 30th and c19 on the "
        "17th.",
    ),
    Answer(
        "child-protection-visits-due-in-time",
        4,
        10,
        "Due in the year: c12 on 12 February, 19 February and 19 March, all done; c19 on 10 March, done, and on "
        "the 17th, not; c16 on 30 March and c17 on the 31st, not; c18 on 21 November and c21 on 3 November, each "
        "done months later; c39 on 29 October, never. c20 is next due on 1 April. A plan not visited at all owes "
        "one late visit, not one every four weeks: those of c13, c16, c17 and c20 fell due before the year.",
    ),
    Answer(
        "children-with-a-late-protection-visit",
        6,
        7,
        "Children with a visit due in the year: c12, c16, c17, c18, c19, c21, c39 (7). Only c12 had each in time.",
    ),
    Answer(
        "child-protection-visits-in-ten-working-days",
        3,
        7,
        "The same seven. Ten working days back from 31 March is 17 March: c12 (19th), c18 (25th) and c21 (30th).",
    ),
)
