"""Answers by hand: before court, in it, and at the edge of care."""

from __future__ import annotations

from tests.knowledge.measures.forty.reading import Answer

AT_RISK = (
    "Rated at risk at the start, and not in care then: c05 (from 3 March 2025), c22 (2 June 2025), c38 (6 January "
    "2025); c14 was not rated so. c38 came into care on 10 March 2025; c05 and c22 never did"
)
AVOIDED = (
    "c22: of the weeks from 2 June, those that ended by 31 March are 43 (the last on 29 March), at 7,000 pounds "
    "(K2): 301,000. c05: the weeks from 3 March 2025 that ended in the year are the 5th (on 6 April) to the 52nd "
    "(on 1 March): 48 at 700 (U6): 33,600. c38 was in care all year; c14 was not rated at risk. 301,000 and 33,600 "
    "are 334,600"
)
WORKED = (
    "c22: 2 June to 1 December, 26 weeks. c14: 1 September to 2 February, 22. c05: the 5th to the 25th week, to 25 "
    "August: 21. c38's work ended before the year. 69 weeks at 200 pounds are 13,800"
)

BEFORE_COURT: tuple[Answer, ...] = (
    Answer(
        "children-in-pre-proceedings",
        2,
        None,
        "c16 (from 6 October), c17 (from 12 January). c20's, c21's and c25's have ended.",
    ),
    Answer("families-in-pre-proceedings", 1, None, "c16 and c17 are of one family, f2."),
    Answer(
        "pre-proceedings-weeks",
        2,
        2,
        "Ended in the year: c25, 10 February to the decision of 2 June to go to court (112 days, 16 weeks; the "
        "application came three days later); c21, 7 April to 28 July (112 days, 16 weeks). c20's ended in 2024.",
        16,
    ),
    Answer(
        "pre-proceedings-over-time",
        1,
        2,
        "Open: c16, c17. Sixteen weeks from 6 October end on 26 January: c16's have passed. c17's end on 4 May.",
    ),
    Answer(
        "diverted-from-proceedings",
        1,
        1,
        "Ended twelve months before a day of the year: c20's, on 10 June 2024, by stepping down; no application by 10 "
        "June 2025, nor since. c21's and c25's ended in the year itself.",
    ),
    Answer("pre-proceedings-stepped-down", 1, 2, "Ended in the year: c21 (stepped down), c25 (went to court)."),
    Answer(
        "care-proceedings-concluded-in-time",
        1,
        2,
        "Ended in the year: c40, issued 1 December 2025 and ended 30 March, in time to 31 May; c29, issued 8 July "
        "2024, in time to 5 January 2025 and ended on 12 May. c25's are open; c28's ended in 2021.",
    ),
    Answer(
        "care-proceedings-due-in-time",
        0,
        1,
        "26 weeks with 5 June 2025 as day 1 end on 3 December 2025: c25's, still open. c29's ran out before the year, "
        "and c40's run out on 31 May 2026.",
    ),
    Answer(
        "care-applications-rate",
        2,
        20000,
        "Applied for in the year: c25 (5 June), c40 (1 December). 2 by 20,000 children, for 10,000.",
        1,
    ),
)
EDGE_OF_CARE: tuple[Answer, ...] = (
    Answer(
        "edge-of-care-not-entered-in-6-months",
        2,
        3,
        f"{AT_RISK}. Six months were up on 3 September, 2 December and 6 July 2025, all in the year: 3. Not entered: "
        "c05, c22.",
    ),
    Answer(
        "edge-of-care-not-entered-in-12-months",
        1,
        2,
        f"{AT_RISK}. Twelve months were up in the year for c05 (3 March 2026) and c38 (6 January 2026); c22's are up "
        "in June. Not entered: c05.",
    ),
    Answer(
        "edge-of-care-prevented-in-12-months",
        0,
        2,
        "The same two, c05 and c38. The panel confirmed neither: its one confirmation is of c22, not yet twelve "
        "months on.",
    ),
    Answer("edge-of-care-cost-avoided", 334600, None, f"{AVOIDED}.", 334600),
    Answer("edge-of-care-service-cost", 13800, None, f"{WORKED}.", 13800),
    Answer("edge-of-care-net-cost-avoided", 320800, None, "334,600 avoided less 13,800 spent, as above.", 320800),
    Answer(
        "homeless-young-people-assessed-in-time",
        1,
        2,
        "c22, 17, came twice: on Friday 7 November, assessed on Monday 10, in time; on 12 January, due on 13 and "
        "assessed on 14, late. c14 came on 2 March 2026, 15 still; c38's was due before the year.",
    ),
)
ANSWERS: tuple[Answer, ...] = (*BEFORE_COURT, *EDGE_OF_CARE)
