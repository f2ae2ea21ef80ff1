"""Answers by hand: children looked after, the visits to them, and their way to a permanent home."""

from __future__ import annotations

from tests.knowledge.measures.forty.reading import Answer

IN_CARE = "In care on the day: c23, c24, c25, c26, c27, c28, c29, c38, c40 (9); c30 is in short breaks (V4)"
LEFT = "Left in the year: c31 on 15 December, c32 on 20 February, c37 on 24 December (3)"
IN_THE_YEAR = (
    "In care at some time in the year: the nine of the day (c23, c24, c25, c26, c27, c28, c29, c38, c40), and "
    "c31, c32 and c37, who left (12); c30 is in short breaks"
)

VISITS = (
    Answer(
        "looked-after-visits-in-time",
        7,
        9,
        f"{IN_CARE}; all are past the first visit of their placement. Not in time: c26, due on 3 March, six weeks "
        "after 20 January; c40, with a parent under an interim order, due on 2 March, four weeks after 2 February. "
        "c23 and c28 are over a year in long-term fostering and have three months (to 12 and 5 April); c29 is placed "
        "for adoption and unreviewed, a week from 27 March (to 3 April); c25's carer is approved for a time, four "
        "weeks from 10 March (to 7 April). c24, c27 and c38 have until 13 April, 5 May and 27 April. 9 less 2 is 7.",
    ),
    Answer(
        "looked-after-visits-in-six-weeks",
        5,
        9,
        f"{IN_CARE}; all for six weeks or longer. Six weeks before 31 March is 17 February. Visited since: c24 (2 "
        "March), c25 (10 March), c27 (24 March), c29 (27 March), c38 (16 March): 5. Not: c23 (12 January), c26 (20 "
        "January), c28 (5 January), c40 (2 February).",
    ),
    Answer(
        "looked-after-visits-due-in-time",
        9,
        20,
        "Due in the year, and made in time or not. c24: 8 May yes, 17 June no (his placement ended on 1 September "
        "without it), 8 September no (15 September), 27 October no (2 March). c25, weekly to her first review with a "
        "carer approved for a time: 9 June yes, 13 June no (10 March). c26: 15 September yes, 24 October no (20 "
        "January), 3 March no (undone). c27: 21 April yes, 22 April yes, 9 June yes, 16 July no (24 March). c29: 9 "
        "February yes, 13 February no (27 March). c32: 10 November yes, 19 December no. c40: 8 December yes, 11 "
        "December no (2 February), 2 March no. In all 4 + 2 + 3 + 4 + 2 + 2 + 3 = 20, in time 1 + 1 + 1 + 3 + 1 + 1 + "
        "1 = 9. Left out: c27's second visits of 26 May and 2 June, whose placements ended before they were late. "
        "Nothing fell due for c23, c28, c31, c37 and c38: the visit they wait for, or waited for, was due before "
        "April 2025 or is due after March 2026.",
    ),
)

LOOKED_AFTER = (
    Answer("children-looked-after", 9, None, f"{IN_CARE}."),
    Answer("children-looked-after-rate", 9, 20000, f"{IN_CARE}. 9 / 20,000 x 10,000 = 4.5.", 4.5),
    Answer(
        "came-into-care-rate",
        4,
        20000,
        "Came into care in the year: c25 (2 June), c27 (14 April), c32 (3 November), c40 (1 December, his second "
        "time): 4. c30 came into short breaks. 4 / 20,000 x 10,000 = 2.",
        2.0,
    ),
    Answer("left-care-rate", 3, 20000, f"{LEFT}. 3 / 20,000 x 10,000 = 1.5.", 1.5),
    Answer(
        "unaccompanied-children-looked-after",
        1,
        9,
        f"{IN_CARE}. Unaccompanied: c26. c37 is too, and has left care.",
    ),
    Answer(
        "three-or-more-placements",
        2,
        9,
        f"{IN_CARE}. Three placements since 31 March 2025: c24 (pl24, pl24b, pl24c) and c27 (pl27, one night, pl27b, "
        "pl27c). c26 and c29 had two each, the others one.",
    ),
    Answer(
        "three-or-more-placements-in-two-years",
        1,
        3,
        "In care since March 2024 or longer: c23, c24, c28 (3); c29 came in July 2024. Three placements since: c24.",
    ),
    Answer(
        "in-one-placement-for-two-years",
        2,
        3,
        "Under 16 and in care since September 2023 or longer: c23 (15), c24 (13), c28 (9). In one placement since "
        "March 2024 or longer: c23 (since May 2022) and c28 (since January 2022). c24 moved in 2025.",
    ),
    Answer(
        "placed-far-from-home",
        4,
        9,
        f"{IN_CARE}. Over 20 miles and outside the area: c24 (60), c27 (45), c28 (22), c29 (90). c26 is 25 miles "
        "away, inside the area.",
    ),
    Answer("in-foster-care", 3, 9, f"{IN_CARE}. Fostered: c23 (U4), c25 (U3), c28 (U4)."),
    Answer("in-childrens-homes", 2, 9, f"{IN_CARE}. In a children's home (K2): c24 and c27."),
    Answer("in-supported-accommodation", 2, 9, f"{IN_CARE}. In supported accommodation (K3): c26 and c38."),
    Answer("placed-with-parents", 1, 9, f"{IN_CARE}. With a parent (P1): c40."),
    Answer(
        "unregistered-placements",
        2,
        9,
        f"{IN_CARE}; all are under 18. Must be registered and is not: c26's (the application is still open) and "
        "c27's. c24's and c38's are registered; so is c30's, who is in short breaks.",
    ),
    Answer(
        "first-visits-in-time",
        9,
        10,
        "A placement's first visit is due within a week: c24 8 May yes, 8 September no (15 September); c25 9 June "
        "yes; c26 15 September yes; c27 21 April, 22 April and 9 June yes; c29 9 February yes; c32 10 November yes; "
        "c40 8 December yes. Ten due, nine in time.",
    ),
    Answer(
        "looked-after-reviews-all-in-time",
        4,
        9,
        f"{IN_CARE}; all for 20 working days or longer. None late in the year, none overdue: c25, c26, c38, c40. "
        "c27's first was due on 15 May and held on the 19th. The first reviews on record of c23, c24, c28 and c29 "
        "were held in June to August 2025, long after they were due, and the second later than three months after; "
        "c29's after the placement for adoption, due on 2 March, is not held.",
    ),
    Answer(
        "looked-after-reviews-in-time",
        13,
        19,
        "Due in the year. In time: c25 30 June, 27 September, 22 March; c26 3 June, 2 December; c27 19 August, 11 "
        "February; c32 1 December; c38 7 April, 4 July, 30 December; c40 31 December, 23 March (13). Not in time: c23 "
        "4 November (26 January), c24 2 September (2 February), c27 15 May (19 May), c28 7 October (5 January), c29 "
        "14 October (12 January) and 2 March (not held) (6). c32 left care before the second was due. The first "
        "reviews of c23, c24, c28 and c29 were due in earlier years.",
    ),
    Answer(
        "took-part-in-review",
        13,
        15,
        "Reviews held in the year of children of 4 or over: c23 2, c24 2, c26 2, c27 3, c28 2, c32 1, c38 3 (15). "
        "PN7, which is not taking part: one of c24's, one of c27's. 15 less 2 is 13; c38's PN4 is one of them. c25, "
        "c29 and c40 are under 4; c26's review of March 2025 is before the year.",
    ),
    Answer(
        "three-or-more-social-workers",
        1,
        9,
        f"{IN_CARE}. Three lead workers in the year: c27 (gus, dov, joy). c26 had two (dov, joy); c40 had none.",
    ),
    Answer(
        "moved-school-in-mid-year",
        2,
        4,
        "In care and on a roll in the year: c23, c24, c27, c28 (4). Moved in mid-year: c24 (6 October) and c27 (22 "
        "April, after coming into care on the 14th). c28 moved on 31 August.",
    ),
    Answer(
        "placement-plans-in-time",
        5,
        8,
        "Due in the year, five working days on: pl24b 9 May yes (6 May), pl24c 8 September no (12 September), pl25 9 "
        "June yes, pl26b 15 September yes (that day), pl27b 24 April no (none), pl27c 9 June yes (5 June), pl32 10 "
        "November yes, pl40 8 December no (15 December): 8, of them 5. Left out: pl27, over before its plan was due; "
        "pl29b, for adoption; pl30, short breaks. pl38's was due in March 2025.",
    ),
    Answer(
        "care-plans-up-to-date",
        9,
        9,
        f"{IN_CARE}; all for ten working days or longer. Made or agreed since 30 September 2025: c24, c26, c28, c29, "
        "c38, c40. Looked at again by a review since: c23 (26 January), c25 (16 March), c27 (9 February).",
    ),
    Answer(
        "looked-after-children-missing",
        2,
        12,
        f"{IN_THE_YEAR}. Missing: c26 and c27, who counts once for two episodes. c38 was away without authorisation; "
        "c22 was missing from home.",
    ),
    Answer("looked-after-children-away", 1, 12, f"{IN_THE_YEAR}. Away without authorisation: c38."),
    Answer(
        "return-interviews-offered-in-time",
        3,
        4,
        "Came back from being missing, the 72 hours ending in the year: c26 (mi26), c27 (mi27, mi27b), c22 (mi22, "
        "from home): 4. Offered by then: mi26 the same day, mi27 the day after, mi22 the same day. mi27b: no offer. "
        "c38 was away without authorisation, which is not missing.",
    ),
    Answer(
        "return-interviews-held-in-time",
        2,
        4,
        "The same four returns. Held within 72 hours: mi26 (back on 8 October, held on the 10th) and mi22 (2 and 4 "
        "December). mi27: back on 15 July, held on the 21st. mi27b: none.",
    ),
    Answer(
        "return-interviews-taken-up",
        3,
        3,
        "Of the four returns an interview was offered after mi26, mi27 and mi22 (3). All three were held, mi27's late.",
    ),
)

PERMANENCE = (
    Answer(
        "permanence-plans-in-time",
        3,
        5,
        "Due in the year, four months after coming into care or on the day of an earlier second review that found no "
        "plan: c25 2 October yes (22 September, at her second review), c27 14 August yes (11 August), c38 10 July yes "
        "(30 June), c26 2 June no (1 July), c40 17 March no (none): 5, of them 3. c32 left before four months. The "
        "others' were due before April 2025.",
    ),
    Answer(
        "permanence-plan-by-second-review",
        7,
        9,
        "Second review on record held in the year: c23 26 January, c24 2 February, c25 22 September, c26 2 June, c27 "
        "11 August, c28 5 January, c29 12 January, c38 30 June, c40 17 March (9). A plan by then: all but c26 (1 "
        "July) and c40 (none).",
    ),
    Answer(
        "long-term-fostering-matched",
        2,
        3,
        "Plan of long-term fostering for over six months: c23, c24, c28 (3). Match agreed with the carers of now: c23 "
        "and c28.",
    ),
    Answer(
        "long-term-match-on-file",
        2,
        2,
        "In a long-term foster placement (U4): c23 and c28. Both have a long-term match on record.",
    ),
    Answer(
        "culturally-matched-placements",
        3,
        4,
        "In foster or adoptive families, a need told: c23, c25, c28, c29 (4). All met: c23, c29. Not all met, with a "
        "reason and a cultural plan: c25. c28's ethnicity is not met and there is no plan.",
    ),
    Answer(
        "identity-needs-recorded",
        4,
        4,
        "In foster or adoptive families: c23, c25, c28, c29 (4). Each has a matching decision that tells of a need.",
    ),
    Answer(
        "siblings-placed-together",
        0,
        2,
        "With a brother or sister in care on the day: c23 and c24, each other's (2). c23 lives with h1, c24 in a "
        "children's home. c30 is in short breaks, and c31 has left.",
    ),
    Answer("left-care-by-special-guardianship", 0, 3, f"{LEFT}. By special guardianship: none."),
    Answer("left-care-to-home-as-planned", 1, 3, f"{LEFT}. Home as planned (E4A): c32."),
    Answer("left-care-by-adoption", 1, 3, f"{LEFT}. Adopted (E11): c31."),
    Answer(
        "back-in-care-within-12-months",
        1,
        1,
        "Left from April 2024 to March 2025: c33 and c35 at 18, who are left out, and c40 on 10 February 2025 (1). "
        "c40 came back on 1 December 2025, within twelve months.",
    ),
)

ANSWERS: tuple[Answer, ...] = VISITS + LOOKED_AFTER + PERMANENCE
